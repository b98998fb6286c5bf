"""A build replaces a site, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, call_hujian


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one text, with templates of its own."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "overrides", root / "overrides")
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    (root / "content").mkdir()
    (root / "content" / "a.txt").write_text(
        "在全市阅读工作会议上的讲话\n\n要让更多的人走进图书馆。\n", "utf-8"
    )
    return root


def files(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize(
    "place", ["overrides", "overrides/assets", "overrides/site", ".", "..", "content", "content/site"]
)
def test_no_build_replaces_what_sites_are_made_from(place: str, project: Path) -> None:
    before = files(project)
    done = call_hujian("build", "--config", project / "mkdocs.yml", "--site", project / place)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("错误：")
    assert files(project) == before
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("[HUJIAN_SITE, site]", f"[HUJIAN_SITE, '{place}']")
    config.write_text(text, "utf-8")
    before = files(project)
    assert mkdocs(project, "build").returncode != 0
    assert files(project) == before


def test_what_a_keeper_put_into_the_site_stays_and_is_told(project: Path) -> None:
    command = ("build", "--config", project / "mkdocs.yml")
    assert "原样保留" not in call_hujian(*command).stdout
    site = project / "site"
    (site / "CNAME").write_text("texts.example.org\n", "utf-8")
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    with_others = files(site)
    done = call_hujian(*command)
    assert "有 2 项不是本程序生成的（.git、CNAME），原样保留。" in done.stdout
    assert files(site) == with_others
    assert call_hujian("verify", site, "--config", project / "mkdocs.yml").returncode == 0


def test_a_site_of_mkdocs_itself_can_be_replaced(project: Path) -> None:
    (project / "site" / ".git").mkdir(parents=True)
    (project / "site" / ".git" / "HEAD").write_text(
        "ref: refs/heads/main\n", "utf-8"
    )  # MkDocs leaves it alone
    (project / "content" / "about.md").write_text("# 说明\n", "utf-8")
    assert mkdocs(project, "build").returncode == 0
    (project / "content" / "about.md").unlink()
    done = call_hujian("build", "--config", project / "mkdocs.yml")
    assert "有 1 项不是本程序生成的（.git）" in done.stdout
    assert not (project / "site" / "about.html").exists()


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments, "-f", str(project / "mkdocs.yml")],
        capture_output=True,
        check=False,
    )
