"""What a run remembers of the one before it, and that it never tells anything else than a fresh run."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

import hujian.detect
from conftest import ROOT, call_hujian
from hujian.pipeline import collect
from hujian.store import Cache

SHARED = "坚持以读者为中心，把阅览室建在居民家门口。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    for name in "甲乙":
        (made / f"{name}.txt").write_text(f"{name}馆的报告\n\n{SHARED}{name}馆另有打算。\n", "utf-8")
    return made


def date(folder: Path, first: str, second: str) -> None:
    rows = f"文件,日期\n甲.txt,{first}\n乙.txt,{second}\n"
    (folder / "catalog.csv").write_text(rows, "utf-8")


def test_a_corrected_date_compares_nothing_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    date(folder, "2001", "2002")
    before = collect(folder, Cache(tmp_path / "cache")).detection
    monkeypatch.setattr(hujian.detect, "compare", lambda *_: pytest.fail("compared again"))
    date(folder, "2003", "2002")
    after = collect(folder, Cache(tmp_path / "cache")).detection
    monkeypatch.undo()
    assert after == collect(folder, Cache(None)).detection
    sides = [{getattr(match, match.earlier or "a").document for match in d.matches} for d in (before, after)]
    assert sides == [{"甲.txt"}, {"乙.txt"}]


def test_a_changed_text_is_compared_again(folder: Path, tmp_path: Path) -> None:
    assert collect(folder, Cache(tmp_path / "cache")).detection.matches
    (folder / "乙.txt").write_text("乙馆的报告\n\n这里说的是完全不同的另一件事情。\n", "utf-8")
    assert not collect(folder, Cache(tmp_path / "cache")).detection.matches


@pytest.mark.parametrize("name", ["jieba", "OpenCC", "rapidfuzz", "pydivsufsort", "numpy"])
def test_a_new_release_of_a_library_that_decides_meets_no_old_results(
    name: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert computed(folder, tmp_path, monkeypatch)
    assert not computed(folder, tmp_path, monkeypatch)
    release = metadata.version
    monkeypatch.setattr(metadata, "version", lambda asked: "999" if asked == name else release(asked))
    assert computed(folder, tmp_path, monkeypatch)


def test_another_segmenter_meets_no_old_results(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = metadata.version

    def without(asked: str) -> str:
        if asked == "rjieba":
            raise metadata.PackageNotFoundError(asked)
        return release(asked)

    assert computed(folder, tmp_path, monkeypatch)
    monkeypatch.setattr(metadata, "version", without)
    assert computed(folder, tmp_path, monkeypatch)
    assert not computed(folder, tmp_path, monkeypatch)


def computed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a run compares the texts anew."""
    compare, told = hujian.detect.compare, []
    with monkeypatch.context() as patch:
        patch.setattr(hujian.detect, "compare", lambda *given: told.append(1) or compare(*given))
        collect(folder, Cache(tmp_path / "cache"))
    return bool(told)


@pytest.mark.parametrize(
    ("option", "where"),
    [("", ".cache/hujian"), (": {cache: mine}", "mine"), (': {cache: ""}', None)],
)
def test_a_build_and_a_command_remember_in_the_same_place(
    option: str, where: str | None, folder: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace("custom_dir: overrides", "custom_dir: .theme")
    (project / "mkdocs.yml").write_text(config.replace("- hujian", f"- hujian{option}"), "utf-8")
    (project / ".theme").mkdir()
    arguments = ("--config", project / "mkdocs.yml", "--content", folder)
    assert call_hujian("matches", *arguments).returncode == 0
    told = places(project)
    assert call_hujian("build", *arguments, "--site", tmp_path / "site").returncode == 0
    assert places(project) == told == ({where} if where else set())


def places(project: Path) -> set[str]:
    return {path.parent.relative_to(project).as_posix() for path in project.rglob("*.pickle")}
