"""An export folder belongs to the exports; what others put into it stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hujian.errors import ConfigError
from hujian.store import ExportFolder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def export(root: Path, content: Path, *names: str) -> int:
    folder = ExportFolder(root, content)
    folder.begin(names)
    for name in names:
        folder.write(name, name.encode())
    return folder.finish()


def names(root: Path) -> set[str]:
    return {p.relative_to(root).as_posix() for p in root.rglob("*") if p.name != "hujian-export.json"}


def test_what_an_earlier_export_wrote_and_is_gone_is_removed(tmp_path: Path, content: Path) -> None:
    root = tmp_path / "out"
    assert export(root, content, "text/a.txt", "text/b.txt", "old/c.txt") == 0
    (root / "text" / "notes.txt").write_text("别人的", "utf-8")
    assert export(root, content, "text/a.txt", "text/d.txt") == 2
    assert names(root) == {"text", "text/a.txt", "text/d.txt", "text/notes.txt"}


def test_an_interrupted_export_forgets_nothing(tmp_path: Path, content: Path) -> None:
    root = tmp_path / "out"
    export(root, content, "text/a.txt")
    interrupted = ExportFolder(root, content)
    interrupted.begin(["text/b.txt", "text/c.txt"])
    interrupted.write("text/b.txt", b"")
    export(root, content, "text/c.txt")
    assert names(root) == {"text", "text/c.txt"}


@pytest.mark.parametrize("place", ["content", "content/out", "."])
def test_texts_and_exports_are_kept_apart(place: str, tmp_path: Path, content: Path) -> None:
    with pytest.raises(ConfigError, match="重叠"):
        ExportFolder(tmp_path / place, content)
    assert names(content) == set()


def test_a_folder_of_other_things_is_refused(tmp_path: Path, content: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.doc").write_bytes(b"")
    with pytest.raises(ConfigError, match="里有别的文件"):
        ExportFolder(tmp_path / "home", content)
    with pytest.raises(ConfigError, match="是一个文件"):
        ExportFolder(tmp_path / "home" / "thesis.doc", content)


def test_a_foreign_file_is_neither_overwritten_nor_removed(tmp_path: Path, content: Path) -> None:
    root = tmp_path / "out"
    export(root, content, "text/a.txt")
    (root / "text" / "b.txt").write_text("别人的", "utf-8")
    with pytest.raises(ConfigError, match="没有覆盖"):
        export(root, content, "text/a.txt", "text/b.txt")
    assert (root / "text" / "b.txt").read_text("utf-8") == "别人的"


def test_a_manifest_cannot_point_outside(tmp_path: Path, content: Path) -> None:
    root, victim = tmp_path / "out", tmp_path / "victim.txt"
    export(root, content, "text/a.txt")
    victim.write_text("不该删", "utf-8")
    listed = ["../victim.txt", str(victim), "text/../../victim.txt"]
    (root / "hujian-export.json").write_text(json.dumps({"files": listed}), "utf-8")
    assert export(root, content) == 0
    assert victim.exists()
    (root / "hujian-export.json").write_text("[]", "utf-8")
    with pytest.raises(ConfigError, match="已损坏"):
        ExportFolder(root, content)
