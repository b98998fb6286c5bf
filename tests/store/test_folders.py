"""A site's folder: what is ours in it is replaced whole, what is not is left in it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from hujian.errors import ConfigError, MachineError
from hujian.store import check_site_folder, is_site, put_in_place, sign, workshop

EARLIER = ("assets/hujian.js", "index.html", "search/manifest.js", "texts/a.html", "404.html")
"""What a site had before there was a manifest."""


def make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


def names(folder: Path) -> set[str]:
    every = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_symlink() or not p.is_dir()}
    return {name for name in every if name.rpartition("/")[2] != "hujian-site.json"}


def build(site: Path, *names: str) -> tuple[str, ...]:
    return put_in_place(make(workshop(site), *names), site)


def test_a_site_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert build(site, "index.html", "texts/old.html") == ()
    assert build(site, "index.html", "texts/new.html") == ()
    assert names(tmp_path) == {"site/index.html", "site/texts/new.html"}


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "index.html", "texts/old.html", "img/a.png")
    others = (
        "CNAME",
        ".htaccess",
        ".git/config",
        "texts/note.txt",
        "img/b.png",
        "papers/1.pdf",
        "google.html",
    )
    make(site, *others)
    (site / ".git" / "refs").mkdir()  # empty, and git needs it
    (site / "papers").chmod(0o750)
    (site / "latest").symlink_to("texts")
    for _ in range(2):
        kept = build(site, "index.html", "texts/new.html", "img/a.png")
        assert kept == (
            ".git", ".htaccess", "CNAME", "google.html", "img/b.png", "latest", "papers", "texts/note.txt"
        )  # fmt: skip
        assert names(site) == {"index.html", "texts/new.html", "img/a.png", "latest", *others}
        assert (site / ".git" / "refs").is_dir()
        assert (site / "papers").stat().st_mode & 0o777 == 0o750
        assert (site / "latest").readlink() == Path("texts")
    assert all((site / name).read_text("utf-8") == name for name in others)


def test_what_others_put_there_stays_on_a_disk_without_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    build(tmp_path / "site", "index.html")
    make(tmp_path / "site", "CNAME")
    build(tmp_path / "site", "index.html")
    assert (tmp_path / "site" / "CNAME").read_text("utf-8") == "CNAME"


def test_a_foreign_file_is_not_overwritten(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "index.html")
    make(site, "about.html", "robots.txt")
    (site / "about.html").write_text("别人的", "utf-8")
    with pytest.raises(ConfigError, match=r"about\.html 不是以前生成的文件"):
        build(site, "index.html", "about.html", "robots.txt")
    assert (site / "about.html").read_text("utf-8") == "别人的"
    assert names(site) == {"index.html", "about.html", "robots.txt"}
    (site / "about.html").unlink()
    build(site, "index.html", "about.html", "robots.txt")  # with the same bytes it is no other file


def test_a_folder_in_the_place_of_a_page_is_not_overwritten(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "index.html")
    make(site, "a.html/b", "c")
    for coming in ("a.html", "c/d.html"):
        with pytest.raises(ConfigError, match="没有覆盖它"):
            build(site, "index.html", coming)
    assert names(site) == {"index.html", "a.html/b", "c"}


def test_a_site_of_the_earlier_version_is_replaced(tmp_path: Path) -> None:
    site = make(tmp_path / "site", *EARLIER, "about.html", "img/a.png", "sitemap.xml")
    for page in ("index.html", "404.html", "about.html"):
        (site / page).write_text("<script src=assets/hujian.js></script>", "utf-8")
    make(site, "CNAME", ".git/config", ".git/old.html", "google.html", "papers/1.pdf")
    check_site_folder(site, tmp_path / "content")
    (site / "img" / "a.png").write_text("an earlier picture", "utf-8")
    kept = build(site, "index.html", "texts/b.html", "img/a.png")
    assert kept == (".git", "CNAME", "google.html", "papers")
    assert (site / "img" / "a.png").read_text("utf-8") == "img/a.png"
    assert not {"about.html", "404.html", "texts/a.html", "sitemap.xml", "assets/hujian.js"} & names(site)


def test_the_list_of_a_sites_files_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        build(tmp_path / name, "index.html", "texts/b.html", "texts/a.html", ".nojekyll")
    lists = {(tmp_path / name / "hujian-site.json").read_bytes() for name in ("one", "other")}
    assert [json.loads(text) for text in lists] == [
        {"files": [".nojekyll", "index.html", "texts/a.html", "texts/b.html"]}
    ]


def test_a_hidden_file_that_mkdocs_left_alone_is_not_ours(tmp_path: Path) -> None:
    site = make(tmp_path / "site", "index.html", ".git/config")
    sign(site, hidden=False)
    assert build(site, "index.html") == (".git",)


def test_a_damaged_list_is_told_before_anything_is_built(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "index.html")
    for damage in ("", "[]", '{"files": 1}'):
        (site / "hujian-site.json").write_text(damage, "utf-8")
        with pytest.raises(ConfigError, match="已损坏"):
            check_site_folder(site, tmp_path / "content")


def test_a_killed_swap_is_undone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "index.html")
    make(site, "CNAME")
    site.rename(tmp_path / ".site.old")  # and there it ended
    assert build(site, "index.html") == ("CNAME",)


def test_a_site_that_cannot_be_moved_away_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    build(site, "index.html", "old.html")
    make(site, "CNAME")
    built = make(workshop(site), "index.html")

    def locked(self: Path, target: Path) -> Path:
        if self == built:
            raise PermissionError(13, "Access is denied", str(self))
        os.rename(self, target)  # noqa: PTH104  it is Path.rename that is replaced
        return target

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(MachineError, match="无法替换网站文件夹"):
        put_in_place(built, site)
    assert names(site) == {"index.html", "old.html", "CNAME"}


def test_a_foreign_file_that_cannot_be_carried_over_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(source))

    site = tmp_path / "site"
    build(site, "index.html")
    make(site, "keys/private")
    for module, name in ((os, "link"), (shutil, "copy2")):
        monkeypatch.setattr(module, name, refuse)
    with pytest.raises(MachineError, match=r"keys/private：没有权限"):
        build(site, "index.html", "new.html")
    assert names(site) == {"index.html", "keys/private"}


def test_a_link_to_a_site_stays_a_link(tmp_path: Path) -> None:
    make(tmp_path / "srv" / "www")
    (tmp_path / "srv").mkdir(exist_ok=True)
    (tmp_path / "site").symlink_to(tmp_path / "srv" / "www")
    for page in ("old.html", "new.html"):
        build(tmp_path / "site", page)
    assert (tmp_path / "site").is_symlink()
    assert names(tmp_path / "srv") == {"www/new.html"}


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    content = make(tmp_path / "content", "a.txt")
    home = make(tmp_path / "home", "thesis.doc")
    with pytest.raises(ConfigError, match="不像是以前生成的网站"):
        check_site_folder(home, content)
    with pytest.raises(ConfigError, match="不像是以前生成的网站"):
        check_site_folder(ROOT / "overrides", content)  # it has the site's own script too
    with pytest.raises(ConfigError, match="是一个文件"):
        check_site_folder(home / "thesis.doc", content)
    earlier = make(tmp_path / "site", *EARLIER)
    assert is_site(earlier)
    check_site_folder(earlier, content)
    check_site_folder(tmp_path / "new", content)


@pytest.mark.parametrize(
    "place", [".", "content", "content/site", "themes", "themes/mine", "themes/mine/site"]
)
def test_what_a_site_is_made_from_and_the_site_are_kept_apart(place: str, tmp_path: Path) -> None:
    content = make(tmp_path / "content", *EARLIER)  # even where it looks like a site
    theme = make(tmp_path / "themes" / "mine", *EARLIER)
    with pytest.raises(ConfigError, match="重叠"):
        check_site_folder(tmp_path / place, content, None, [theme])


@pytest.mark.parametrize("place", [".", ".."])
def test_a_site_does_not_replace_the_project(place: str, tmp_path: Path) -> None:
    content, project = Path("/elsewhere"), make(tmp_path / "project", *EARLIER)
    with pytest.raises(ConfigError, match="项目文件夹"):
        check_site_folder(project / place, content, project)
    check_site_folder(project / "site", content, project)
