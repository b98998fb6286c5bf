"""What a collection is called: by index.md, else by its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from hujian.read import site_name


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("# 市图书馆讲话集\n\n正文\n", "市图书馆讲话集"),
        ("前言\n\n#  讲话集 ##\n## 小标题\n", "讲话集"),
        ("# **讲话**`集` [甲](http://例.中国/) <b>乙</b> {#x .y}\n", "讲话集 甲 乙"),
        ("---\ntitle: 元数据里的题名\n---\n# 别的\n", "元数据里的题名"),
        ("```\n# 不是标题\n```\n# 标题\n", "标题"),
        ("没有标题\n", "年度讲话"),
        ("#没有空格\n", "年度讲话"),
    ],
)
def test_the_first_heading_names_the_site(page: str, name: str, tmp_path: Path) -> None:
    content = tmp_path / "年度讲话"
    content.mkdir()
    for encoding in ("utf-8", "gb18030"):
        text = f"{page}\n这里收的是本市图书馆历年的讲话和通知。\n".replace("\n", "\r\n")
        (content / "index.md").write_bytes(text.encode(encoding))
        assert site_name(content) == name


def test_without_a_home_page_the_folder_names_the_site(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "Content").mkdir()
    assert site_name(tmp_path / "seeds") == "seeds"
    (tmp_path / "县档案馆" / "docs" / "Content").mkdir(parents=True)
    assert site_name(tmp_path / "县档案馆" / "docs" / "Content") == "县档案馆"  # the others say nothing
    assert site_name(Path("/content")) is None
