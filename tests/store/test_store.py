from __future__ import annotations

import errno
import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hujian.errors import ContentError, MachineError
from hujian.model import Span
from hujian.store import Cache, SiteFolder, write_atomically


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.txt"
    write_atomically(target, b"1")
    write_atomically(target, b"22")
    assert target.read_bytes() == b"22"
    assert [p.name for p in target.parent.iterdir()] == ["a.txt"]
    assert target.stat().st_mode & 0o444 == 0o444  # a web server may read it


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe, told = tmp_path / "pipe", tmp_path / "told"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        write_atomically(pipe, b"1")
        assert reader.communicate()[0] == b"1"
    assert pipe.is_fifo()
    told.write_bytes(b"")
    (tmp_path / "link").symlink_to("told")
    write_atomically(tmp_path / "link", b"2")
    assert (tmp_path / "link").is_symlink()
    assert told.read_bytes() == b"2"


def test_an_unwritable_place_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(MachineError, match=r"无法写入 .*a\.txt：同名的文件已经存在"):
        write_atomically(tmp_path / "file" / "a.txt", b"1")


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "磁盘已满"),
        (errno.EROFS, "磁盘是只读的"),
        (errno.EACCES, "没有权限"),
        (12345, "操作系统拒绝"),
    ],
)
def test_what_the_system_refuses_is_told_with_a_remedy(
    number: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "some English words", "/a/temporary/name")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(MachineError) as told:
        write_atomically(tmp_path / "a.txt", b"1")
    assert re.fullmatch(rf"无法写入 {tmp_path}/a\.txt：{reason}.*。请.*。", str(told.value))
    assert told.value.exit_code == 6


def test_results_are_remembered_by_what_they_were_made_from(tmp_path: Path) -> None:
    cache, made = Cache(tmp_path), []

    def make() -> int:
        made.append(1)
        return len(made)

    assert cache.get("s", [b"a", b"b"], make) == 1
    assert cache.get("s", [b"a", b"b"], make) == 1
    assert cache.get("s", [b"ab", b""], make) == 2  # parts are told apart


def test_a_damaged_or_unwritable_cache_only_costs_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.get("s", [b"a"], lambda: 1) == 1
    for path in tmp_path.iterdir():
        path.write_bytes(b"damaged")
    assert cache.get("s", [b"a"], lambda: 2) == 2
    (tmp_path / "file").write_bytes(b"")
    assert Cache(tmp_path / "file").get("s", [b"a"], lambda: 3) == 3
    assert Cache(None).get("s", [b"a"], lambda: 4) == 4


def test_the_cache_does_not_grow_without_end(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for number in range(20):
        cache.get("s", [str(number).encode()], lambda n=number: n)
    assert len(list(tmp_path.iterdir())) <= 8


def test_a_site_folder_reads_by_site_relative_path(tmp_path: Path) -> None:
    write_atomically(tmp_path / "texts" / "a.html", b"x")
    site = SiteFolder(tmp_path)
    assert list(site.paths()) == ["texts/a.html"]
    assert site.read("texts/a.html") == b"x"
    assert site.read("none.html") is None
    with pytest.raises(ContentError, match="找不到站点文件夹"):
        SiteFolder(tmp_path / "none")


@dataclass(frozen=True, slots=True)
class Pair:
    """A record as those of the model are."""

    one: object
    other: object = None


@dataclass(frozen=True, slots=True)
class Alone:
    """A record of one field."""

    one: object


@dataclass
class Counter:
    """A record that its constructor alone does not make again."""

    start: int
    count: int = field(default=0, init=False)


def test_what_is_remembered_is_what_was_made(tmp_path: Path) -> None:
    counter = Counter(1)
    counter.count = 2
    span = Span("甲.txt", 3, 5)
    made = (Pair(span, (Alone(()), Alone(None))), {"乙": Pair(1.5)}, counter, span, frozenset({span}))
    for _ in range(2):
        told = Cache(tmp_path).get("s", [b"a"], lambda: made)
        assert told == made
    assert told is not made
    assert told[0].one is told[3]  # what was one record stays one
