"""README.md and README.zh-CN.md say the same, and what they say is there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from conftest import ROOT, call_hujian
from hujian import errors
from hujian.clean import clean, load_rules
from hujian.cli.commands import COMMANDS
from making import make_document

READMES = ("README.md", "README.zh-CN.md")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(text: str) -> list[str]:
    """Fenced blocks without comments and without names of folders that are only examples."""
    found = re.findall(r"```(\w+\n.*?)```", text, re.DOTALL)
    return [re.sub(r"\s*#.*|path[/\\]to[/\\]texts|文本文件夹", "", block) for block in found]


def test_both_show_the_same_commands() -> None:
    one, other = (blocks(read(name)) for name in READMES)
    assert len(one) == 5
    assert one == other


@pytest.mark.parametrize("name", READMES)
def test_its_cleaning_rules_work(name: str) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", read(name), re.DOTALL)
    rules, findings = load_rules(example)
    assert not findings
    text = "内部资料汇编\n县档案馆藏书 第3号\n- 5 -\n李 明同志的发言\n正文。\n"
    source = replace(make_document().clean.source, text=text)
    cleaned = clean(source, rules)
    assert cleaned.text == "内部资料汇编\n- 5 -\n李 明同志的发言\n正文。"
    assert [(e.rule, e.before) for e in cleaned.ledger if e.edit_class == "flag"] == [("check-name", "李 明")]


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_listed_and_no_other(name: str) -> None:
    listed = re.findall(
        r"hujian ([a-z]+)", "\n".join(re.findall(r"^    hujian.*|^     +hujian.*", read(name), re.MULTILINE))
    )
    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize("name", READMES)
def test_every_option_it_names_exists(name: str) -> None:
    helps = "".join(call_hujian(command, "--help").stdout for command in COMMANDS)
    for option in set(re.findall(r"--[a-z-]+", read(name))) - {"--require-hashes", "--no-deps"}:
        assert option in helps, option


@pytest.mark.parametrize("name", READMES)
def test_every_exit_code_is_told(name: str) -> None:
    codes = {0, 1, 130} | {kind.exit_code for kind in errors.HujianError.__subclasses__()}
    told = re.search(r"^(?:Exit codes: |退出码：)(.*?)\n\n", read(name), re.DOTALL | re.MULTILINE)
    assert told is not None
    assert {int(n) for n in re.findall(r"(?:^|[，；,;])\s*(\d+) ", told[1])} == codes


@pytest.mark.parametrize("name", READMES)
def test_every_file_it_links_to_exists(name: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", read(name))
    assert links
    assert all((ROOT / link).is_file() for link in links)


@pytest.mark.parametrize("name", [*READMES, "tools/setup/venv.sh"])
def test_the_program_is_installed_where_it_lies(name: str) -> None:
    """A copy elsewhere would stay old after ``git pull`` and would not find the project's mkdocs.yml."""
    (line,) = (line for line in read(name).splitlines() if "--no-deps" in line)
    assert line.endswith((" -e .", " --editable ."))
