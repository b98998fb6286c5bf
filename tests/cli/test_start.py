"""Starting the program: what it loads, what it says before it works, how it is interrupted."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import hujian.cli.run
from conftest import CONTENT, ROOT, call_hujian, run_hujian
from hujian.cli.commands import COMMANDS
from hujian.write.records import RECORDS

WORDS = {"jieba", "rjieba"}
HEAVY = {*WORDS, "mkdocs", "numpy", "pypinyin", "opencc", "jinja2", "rich", "selectolax"}
LOADED = (
    "import sys\nfrom hujian.cli import main\ntry:\n    main({arguments})\nfinally:\n    print(*sys.modules)"
)


def loaded_by(*arguments: str) -> set[str]:
    code = LOADED.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], []])
def test_the_program_starts_without_what_it_does_not_need(arguments: list[str]) -> None:
    assert not loaded_by(*arguments) & HEAVY


def test_a_remembered_detection_does_not_load_the_dictionary(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())  # with a cache of its own
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.txt").write_text("一段文字。\n", "utf-8")
    arguments = ("outline", "--config", str(tmp_path / "mkdocs.yml"), "--content", str(tmp_path / "content"))
    assert loaded_by(*arguments) & WORDS
    assert not loaded_by(*arguments) & {*WORDS, "mkdocs"}


def test_help_is_chinese_throughout() -> None:
    for arguments in ([], ["--help"], *([name, "--help"] for name in COMMANDS)):
        done = call_hujian(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        allowed = r"hujian(?: [a-z]+)?|mkdocs\.yml|[a-z]+\.lock\.json|catalog\.csv|JSON Lines|UTF-8"
        allowed += (
            r"|Excel|Markdown|index\.md|docs_dir|site_dir|--?[a-z]+|DIR|FILE|SITE|IP:PORT|127\S*|^  [a-z]+ "
        )
        rest = re.sub(allowed, "", done.stdout, flags=re.MULTILINE)
        assert not re.findall(r"[A-Za-z]+", rest), arguments


def test_every_record_kind_is_a_command() -> None:
    assert list(RECORDS) == [name for name, (module, _) in COMMANDS.items() if module == "records"]


def test_every_command_of_the_table_loads() -> None:
    for name, (_, line) in COMMANDS.items():
        assert line in call_hujian(name, "--help").stdout


@pytest.mark.parametrize("where", ["the work", "the loading"])
def test_an_interruption_is_one_chinese_line(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    if where == "the work":
        monkeypatch.setattr("hujian.pipeline.collect", interrupt)
    else:
        monkeypatch.setattr("importlib.import_module", interrupt)
    done = call_hujian("outline", "--content", CONTENT)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip() == "错误：已中断；没有留下写了一半的文件。"


def test_a_reader_that_goes_is_no_mistake() -> None:
    command = [sys.executable, "-m", "hujian", "ledger", "--content", CONTENT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


SIGNALLED = """
import os, signal, sys
class Signal:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Signal())
from hujian.cli import main
main(sys.argv[2:])
"""


@pytest.mark.parametrize("loading", ["click", "hujian.cli.build", "hujian.pipeline", "mkdocs"])
def test_ctrl_c_while_a_real_process_is_still_loading(loading: str, tmp_path: Path) -> None:
    arguments = [loading, "build", "--content", str(CONTENT), "--site", str(tmp_path / "site")]
    done = subprocess.run(
        [sys.executable, "-c", SIGNALLED, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr.strip() == "错误：已中断；没有留下写了一半的文件。"


def test_a_real_process_prints_utf8_whatever_the_console(tmp_path: Path) -> None:
    done = run_hujian("outline", "--content", CONTENT, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, "")
    assert "书香" in done.stdout or "阅读" in done.stdout
    assert run_hujian("build", "--content", tmp_path / "无", LC_ALL="C").returncode == 3


def test_what_the_operating_system_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "/somewhere/file")

    monkeypatch.setattr(hujian.cli.run.hujian, "main", full)
    done = call_hujian("outline")
    assert (done.returncode, done.stderr) == (
        6,
        "错误：无法读写 /somewhere/file：磁盘已满。请腾出空间后再试。\n",
    )
