"""What a keeper at a terminal relies on."""

from __future__ import annotations

import csv
import errno
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import CONTENT, ROOT, call_hujian

A = "各级图书馆要把读者放在首位，努力做好阅读推广工作，让更多的人走进图书馆。"
B = "要加强基层服务点建设，完善通借通还制度，方便群众就近阅读，就近还书。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "文本"
    content.mkdir()
    (content / "a.txt").write_text(f"在全市阅读工作会议上的讲话\n同志们：\n{A}\n{B}\n", "utf-8")
    (content / "b.txt").write_text(f"在全县阅读工作会议上的讲话\n同志们：\n{B}\n××乡已经做到。\n", "utf-8")
    return content


def records(name: str, content: Path) -> Iterator[dict[str, object]]:
    done = call_hujian(name, "--content", content)
    assert done.returncode == 0, done.stderr
    yield from map(json.loads, done.stdout.splitlines())


KEYS = {
    "outline": "source sha256 encoding id title title_basis date date_basis speaker speaker_basis "
    "level level_basis place place_basis headings paragraphs",
    "ledger": "source rule class start end before after reason",
    "findings": "code source start end message remedy",
    "matches": "id a b similarity kind",
    "formulations": "id canonical variants documents label occurrences",
}


@pytest.mark.parametrize("name", KEYS)
def test_records_have_their_documented_keys_and_exact_slices(name: str) -> None:
    found = list(records(name, CONTENT))
    outlines = {r["source"]: r for r in records("outline", CONTENT)}
    texts = {s: (CONTENT / str(s)).read_bytes().decode(str(r["encoding"])) for s, r in outlines.items()}
    assert found
    for record in found:
        documented = KEYS[name].split()
        assert list(record)[: len(documented)] == documented  # others may follow
        places: list[Any] = [record[k] for k in "ab" if k in record]
        places += record.get("occurrences", ())  # type: ignore[call-overload]
        if name == "ledger":
            places.append(record | {"text": record["before"]})
        for place in places:
            assert texts[place["source"]][place["start"] : place["end"]] == place["text"]


def test_output_goes_to_a_file_when_asked(folder: Path, tmp_path: Path) -> None:
    done = call_hujian("outline", "--content", folder, "--output", tmp_path / "out" / "o.jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    lines = (tmp_path / "out" / "o.jsonl").read_bytes().decode("utf-8").splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["a.txt", "b.txt"]


def test_no_output_becomes_a_text(folder: Path) -> None:
    before = sorted(folder.iterdir())
    done = call_hujian("outline", "--content", folder, "--output", folder / "县" / "o.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "在文本文件夹里" in done.stderr
    assert sorted(folder.iterdir()) == before


def test_catalog_is_written_for_excel_and_its_corrections_win(folder: Path) -> None:
    assert call_hujian("catalog", "--content", folder).returncode == 0
    path = folder / "catalog.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    title, date = rows[0].index("标题"), rows[0].index("日期")
    rows[1][title], rows[1][date] = "改正的标题", "2024-03"
    with path.open("w", encoding="gb18030", newline="") as file:  # as Excel on Chinese Windows may save it
        csv.writer(file).writerows(rows)
    (first, _) = records("outline", folder)
    assert (first["title"], first["title_basis"]) == ("改正的标题", "catalog")
    assert (first["date"], first["date_basis"]) == ("2024-03", "catalog")
    assert call_hujian("catalog", "--content", folder).returncode == 0
    (again, _) = records("outline", folder)
    assert again == first


def test_a_wrong_cell_is_a_finding_that_names_row_and_column(folder: Path) -> None:
    assert call_hujian("catalog", "--content", folder).returncode == 0
    path = folder / "catalog.csv"
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    rows[2][rows[0].index("日期")] = "2024-13-45"
    path.write_text("\n".join(",".join(row) for row in rows), "utf-8-sig")
    told = [f for f in records("findings", folder) if f["source"] == "catalog.csv"]
    assert any("3" in str(f["message"]) and "日期" in str(f["message"]) for f in told)


def test_lock_keeps_addresses_through_an_edit(folder: Path) -> None:
    assert call_hujian("lock", "--content", folder).returncode == 0
    text = (folder / "a.txt").read_text("utf-8")
    (folder / "a.txt").write_text(text.replace(A, f"新的一段，讲的是别的事情。\n{A}"), "utf-8")
    before = [p["id"] for p in next(records("outline", folder))["paragraphs"]]  # type: ignore[attr-defined]
    assert before == ["p1", "p2", "p5", "p3", "p4"]
    assert [f["source"] for f in records("findings", folder) if f["code"] == "lock-outdated"][-1:] == [
        "a.txt"
    ]
    assert call_hujian("lock", "--content", folder).returncode == 0
    assert "lock-outdated" not in [f["code"] for f in records("findings", folder)]
    after = [p["id"] for p in next(records("outline", folder))["paragraphs"]]  # type: ignore[attr-defined]
    assert after == before


def test_verify_lists_what_is_wrong(folder: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert call_hujian("lock", "--content", folder).returncode == 0
    assert call_hujian("build", "--content", folder, "--site", site).returncode == 0
    assert call_hujian("verify", site, "--content", folder).returncode == 0
    page = site / "texts" / "b.html"
    page.write_text(page.read_text("utf-8").replace("已经做到", "已经做了").replace(" id=p2", ""), "utf-8")
    (site / "files" / "a.original.txt").unlink()
    done = call_hujian("verify", site, "--content", folder)
    assert done.returncode == 5
    for sign in ("texts/b.html#p4", "texts/b.html#p2", "files/a.original.txt"):
        assert sign in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["build", "--content", "没有这个文件夹"], 3, "找不到文本文件夹"),
        (["build", "--config", "没有.yml"], 2, "找不到"),
        (["verify", "没有这个站点"], 3, "找不到站点文件夹"),
        (["verify"], 2, "缺少参数"),
        (["serve", "--address", ":8000"], 2, "不是 IP:端口"),
        (["build", "--content"], 2, "后面缺少值"),
        (["build", "多余"], 2, "多出了参数 多余"),
        (["build", "--quiet=1"], 2, "不接受值"),
        (["build", "--contents", "x"], 2, "没有选项 --contents"),
        (["bild"], 2, "没有命令 bild。是不是 build？"),
    ],
)
def test_a_users_mistake_is_one_chinese_sentence(arguments: list[str], code: int, words: str) -> None:
    done = call_hujian(*arguments)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_damaged_lock_stops_the_build_and_says_so(folder: Path, tmp_path: Path) -> None:
    (folder / "addresses.lock.json").write_text("{", "utf-8")
    done = call_hujian("build", "--content", folder, "--site", tmp_path / "site")
    assert done.returncode == 3
    assert "地址登记文件" in done.stderr
    assert "Traceback" not in done.stderr


def test_strict_fails_on_findings(folder: Path, tmp_path: Path) -> None:
    done = call_hujian("build", "--strict", "--content", folder, "--site", tmp_path / "site")
    assert done.returncode == 4
    assert "严格模式" in done.stderr


@pytest.mark.parametrize("change", ["use_directory_urls: true", "plugins: [search, hujian]"])
def test_settings_that_cannot_work_are_refused(change: str, folder: Path, tmp_path: Path) -> None:
    key = change.partition(":")[0]
    lines = (
        (ROOT / "mkdocs.yml").read_text("utf-8").replace("overrides", str(ROOT / "overrides")).splitlines()
    )
    if key == "plugins":
        lines.remove("  - hujian")
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    (tmp_path / "mkdocs.yml").write_text("\n".join([*kept, change]), "utf-8")
    done = call_hujian(
        "build", "--config", tmp_path / "mkdocs.yml", "--content", folder, "--site", tmp_path / "site"
    )
    assert done.returncode == 2
    assert "mkdocs.yml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("site_name: 互见", "site_name: [", "不是合格的 YAML 文件（第 "),
        ("site_name: 互见", "site_name: 互见\ncopyright: 2024-99-99", "不是合格的 YAML 文件"),
        ("site_name: 互见", "site_name: !!python/object:os.system 1", "不是合格的 YAML 文件"),
        ("site_name: 互见", "", "中 site_name 的值不能用：缺少网站名称"),
        ("name: material", "name: 没有", "中 theme 的值不能用：主题没有安装"),
        ("  - hujian", "  - 没有", "中 plugins 的值不能用：有一个插件没有安装"),
        ("  - hujian", "  []", "没有启用 hujian 插件"),
        ("site_name: 互见", "site_name: 互见\nsite_url: 没有", "中 site_url 的值不能用：网址应以 http://"),
        ("site_name: 互见", "site_name: 互见\ndev_addr: 没有", "中 dev_addr 的值不能用：预览地址应写成"),
        (
            "docs_dir: !ENV [HUJIAN_CONTENT, content]",
            "docs_dir: 没有",
            "中 docs_dir 的值不能用：文本文件夹不存在",
        ),
    ],
)
def test_a_wrong_mkdocs_yml_is_told_in_chinese(
    old: str, new: str, words: str, folder: Path, tmp_path: Path
) -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("overrides", str(ROOT / "overrides"))
    assert old in settings
    (tmp_path / "mkdocs.yml").write_text(settings.replace(old, new), "utf-8")
    content = [] if "docs_dir" in old else ["--content", folder]
    done = call_hujian("build", "--config", tmp_path / "mkdocs.yml", *content, "--site", tmp_path / "site")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert words in done.stderr


def test_the_plugin_twice_is_told_in_chinese(folder: Path, tmp_path: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("overrides", str(ROOT / "overrides"))
    (tmp_path / "mkdocs.yml").write_text(settings.replace("  - hujian", "  - hujian\n  - hujian"), "utf-8")
    done = call_hujian("build", "--config", tmp_path / "mkdocs.yml", "--content", folder)
    assert done.returncode == 2
    assert "启用了两次" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("place", ["文本", "文本/site", "."])
def test_a_site_in_the_wrong_place_is_told_in_chinese(place: str, folder: Path, tmp_path: Path) -> None:
    done = call_hujian("build", "--content", folder, "--site", tmp_path / place)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "重叠" in done.stderr
    assert {p.name for p in folder.iterdir()} == {"a.txt", "b.txt"}


def test_a_full_disk_leaves_the_old_site_and_says_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    assert call_hujian("build", "--content", folder, "--site", site).returncode == 0
    before = sorted(tmp_path.rglob("*"))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(site / "index.html"))

    monkeypatch.setattr("mkdocs.utils.write_file", full)
    done = call_hujian("build", "--content", folder, "--site", site)
    assert (done.returncode, len(done.stderr.splitlines())) == (6, 1)
    assert "磁盘已满。请腾出空间后再试。" in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_quiet_is_quiet_and_build_says_where_to_look(folder: Path, tmp_path: Path) -> None:
    quiet = call_hujian("build", "--quiet", "--content", folder, "--site", tmp_path / "site")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    loud = call_hujian("build", "--content", folder, "--site", tmp_path / "site")
    assert (tmp_path / "site" / "index.html").as_uri() in loud.stdout


def test_a_read_only_folder_says_so_when_it_should_be_written(folder: Path) -> None:
    shutil.rmtree(folder / "catalog.csv", ignore_errors=True)
    (folder / "catalog.csv").mkdir()
    done = call_hujian("catalog", "--content", folder)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_the_sample_catalog_is_what_the_tool_writes(tmp_path: Path) -> None:
    shutil.copytree(CONTENT, tmp_path / "content")
    assert call_hujian("catalog", "--content", tmp_path / "content").returncode == 0
    assert (tmp_path / "content" / "catalog.csv").read_bytes() == (CONTENT / "catalog.csv").read_bytes()
