"""What the keeper hears of files that are nearly the same: one finding a file, however many there are."""

from __future__ import annotations

from pathlib import Path

from hujian.pipeline import collect
from hujian.store import Cache

TEXT = (
    "在全市阅读工作会议上的讲话\n今天召开会议，总结去年书房建设的经验，部署今年的任务。\n"
    "书房要建在人常走的路上，开门要早，关门要晚。\n各区县要把漏雨的屋顶修好，再把坏掉的灯换掉。\n"
)


def told(folder: Path) -> dict[str, str]:
    found = collect(folder, Cache(None)).findings
    return {finding.source: finding.message for finding in found if finding.code == "near-duplicate"}


def test_one_finding_a_file_that_names_its_copies(tmp_path: Path) -> None:
    for name in "甲乙":
        (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
    assert told(tmp_path) == {
        "乙.txt": "与“甲.txt”几乎相同（相似度 100%）。",
        "甲.txt": "与“乙.txt”几乎相同（相似度 100%）。",
    }
    for number in range(1, 6):
        (tmp_path / f"{number}.txt").write_text(TEXT, "utf-8")
    many = told(tmp_path)
    assert len(many) == 7
    assert many["甲.txt"] == "与“1.txt”、“2.txt”、“3.txt”等 6 个文件几乎相同（相似度 100%）。"
