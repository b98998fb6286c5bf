from __future__ import annotations

from pathlib import Path

import pytest

from hujian.errors import ConfigError
from hujian.store import check_site_folder, put_in_place, workshop


def make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


def names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_site_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    site = make(tmp_path / "site", "old.html")
    built = make(workshop(site), "new.html")
    put_in_place(built, site)
    assert names(tmp_path) == {"site/new.html"}


def test_a_folder_that_is_no_site_is_not_emptied(tmp_path: Path) -> None:
    content = make(tmp_path / "content", "a.txt")
    home = make(tmp_path / "home", "thesis.doc")
    with pytest.raises(ConfigError, match="不像是以前生成的网站"):
        check_site_folder(home, content)
    check_site_folder(make(tmp_path / "site", "assets/hujian.js", "index.html"), content)
    check_site_folder(tmp_path / "new", content)


@pytest.mark.parametrize("place", [".", "content", "content/site"])
def test_texts_and_site_are_kept_apart(place: str, tmp_path: Path) -> None:
    content = make(tmp_path / "content", "a.txt")
    with pytest.raises(ConfigError, match="重叠"):
        check_site_folder(tmp_path / place, content)
