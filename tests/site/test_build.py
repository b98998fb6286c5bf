"""What a build promises to its surroundings: same bytes, and nothing written beside the site."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from audit.server import behind_nginx
from conftest import CONTENT, ROOT, build, call_hujian, run_hujian

FROZEN = (
    "import sys, time_machine\n"
    "from hujian.cli import main\n"
    "with time_machine.travel(sys.argv[1], tick=True):\n"
    "    main(sys.argv[2:])\n"
)


def digests(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file()
    }


def build_on(day: str, seed: str, site: Path, config: Path) -> dict[str, str]:
    command = [
        sys.executable,
        "-c",
        FROZEN,
        day,
        "build",
        "--content",
        CONTENT,
        "--site",
        site,
        "--config",
        config,
    ]
    subprocess.run(list(map(str, command)), cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    return digests(site)


@pytest.mark.parametrize("site_url", ["", "https://intranet.example/hujian/"])
def test_builds_on_different_days_and_hash_seeds_are_byte_identical(tmp_path: Path, site_url: str) -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("overrides", str(ROOT / "overrides"))
    config = tmp_path / "mkdocs.yml"  # a project of its own, so that no cache of ours is at hand
    config.write_text(f"{settings}\nsite_url: {site_url}\n" if site_url else settings, "utf-8")
    one = build_on("2024-02-29 23:59", "1", tmp_path / "one", config)
    shutil.rmtree(tmp_path / ".cache")
    two = build_on("2031-07-01 08:00", "2", tmp_path / "two", config)
    assert one == two
    assert len(one) > 50


def test_a_build_leaves_the_content_folder_alone(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    before = {p: p.stat().st_mtime_ns for p in (content, *content.rglob("*"))}
    build(content, tmp_path / "site")
    assert {p: p.stat().st_mtime_ns for p in (content, *content.rglob("*"))} == before


def test_a_folder_of_nothing_but_texts_is_enough(tmp_path: Path) -> None:
    content = tmp_path / "只有文本"
    content.mkdir()
    shutil.copy(CONTENT / "2024-03-national.txt", content)
    site = build(content, tmp_path / "site")
    assert (site / "texts" / "2024-03-national.html").is_file()
    assert "2024-03-national.html" in (site / "index.html").read_text("utf-8")


def test_what_is_not_published_is_not_copied_either(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.txt").write_text("同志们：\n好好学习。\n", "utf-8")
    (content / "catalog.csv").write_text("", "utf-8")
    (content / "b.docx").write_bytes(b"PK\x03\x04")
    (content / "坏.txt").write_bytes(bytes(range(256)) * 4)
    (content / "图.png").write_bytes(b"\x89PNG")
    (content / "坏链.txt").symlink_to(tmp_path / "nowhere")
    for name in (
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "~$b.docx",
        "catalog.csv.bak",
        ".git/x.png",
        "县/Thumbs.db",
    ):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_bytes(b"x")
    done = call_hujian("build", "--content", content, "--site", tmp_path / "site")
    assert "有 3 个文件没有刊出（b.docx、坏.txt、坏链.txt）" in done.stdout
    site = tmp_path / "site"
    assert not {"Thumbs.db", "desktop.ini", "x.png"} & {p.name for p in site.rglob("*")}
    assert not [p for p in site.rglob("*") if p.name.startswith((".", "~")) or p.suffix in {".bak", ".csv"}]
    names = {p.name for p in site.rglob("*")}
    assert not names & {"a.txt", "catalog.csv", "b.docx", "坏.txt"} - {"a.txt"}
    assert not (site / "a.txt").exists()
    assert (site / "files" / "a.txt").read_bytes() == "同志们：\n好好学习。".encode()
    assert (site / "files" / "quarantine-1.bin").read_bytes() == bytes(range(256)) * 4
    assert (site / "图.png").is_file()
    report = LexborHTMLParser((site / "cleaning" / "index.html").read_text("utf-8"))
    missing, kept_back = (
        [i.text() for i in report.css(f"#{name} ~ ul")[0].css("li")] for name in ("unpublished", "kept-back")
    )
    assert [line.split("：")[0].split()[-1] for line in missing] == ["b.docx", "坏.txt", "坏链.txt"]
    assert all(len(line.split("：", 1)[1]) > 10 for line in missing)  # why, and what to do
    told = {line.split("：")[0] for line in kept_back}
    assert told == {
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        "~$b.docx",
        "catalog.csv",
        "catalog.csv.bak",
        ".git",
        "县/Thumbs.db",
    }


def test_mkdocs_builds_the_same_site_without_our_command(sample_site: Path, tmp_path: Path) -> None:
    mkdocs = Path(sys.executable).with_name("mkdocs")
    subprocess.run([str(mkdocs), "build", "-q", "-d", str(tmp_path / "site")], cwd=ROOT, check=True)
    assert digests(tmp_path / "site") == digests(sample_site)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_nginx_snippet_serves_the_site(readme: str, sample_site: Path, tmp_path: Path) -> None:
    with behind_nginx(sample_site, tmp_path, ROOT / readme) as base:
        status, body = fetch(f"{base}/texts/2024-03-national.html")
        assert (status, b"<article" in body) == (200, True)
        assert fetch(f"{base}/")[0] == 200
        assert fetch(f"{base}/texts")[0] == 200
        status, body = fetch(f"{base}/nowhere.html")
        assert (status, body) == (404, (sample_site / "404.html").read_bytes())


def fetch(url: str) -> tuple[int, bytes]:
    for _ in range(100):
        try:
            with urllib.request.urlopen(url) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError(f"{url} does not answer")


def test_verify_proves_both_sites(sample_site: Path) -> None:
    done = run_hujian("verify", sample_site, "--content", CONTENT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "核对无误" in done.stdout


def test_verify_proves_the_seeds(seeds: Path, seeds_site: Path) -> None:
    done = run_hujian("verify", seeds_site, "--content", seeds)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_build_that_fails_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    shutil.copy(CONTENT / "2024-03-national.txt", content / "a.txt")
    site = build(content, tmp_path / "site")
    before = digests(site)
    (content / "addresses.lock.json").write_text("damaged", "utf-8")
    assert run_hujian("build", "--content", content, "--site", site).returncode == 3
    assert digests(site) == before
    assert {p.name for p in tmp_path.iterdir()} == {"content", "site"}
