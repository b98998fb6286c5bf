"""The Jinja environment of the generated pages: autoescaped, and with the names that readers see."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import jinja2
from markupsafe import Markup

from hujian.model import Address, Collection, Document, Label
from hujian.settings import BASIS_NAMES, KIND_NAMES, LEVEL_NAMES, LEVELS, PARAGRAPH_NAMES, TEXTS

LABEL_NAMES: Final[dict[Label, str]] = {
    "slogan": "口号（套话）",
    "template": "程式用语（套话）",
    "quotation": "引语",
    "substantive": "专门提法",
}


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("hujian.write"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        level_names=LEVEL_NAMES,
        basis_names=BASIS_NAMES,
        kind_names=KIND_NAMES,
        paragraph_names=PARAGRAPH_NAMES,
        label_names=LABEL_NAMES,
    )
    environment.filters["date"] = chinese_date
    environment.filters["thousands"] = lambda number: f"{number:,}"
    return environment


def render(template: str, **context: object) -> str:
    """Render one of this room's templates."""
    return _environment().get_template(template).render(**context)


def root_of(path: str) -> str:
    """Prefix that leads from a page to the site's root: ``../`` a folder."""
    return "../" * path.count("/")


def chinese_date(iso: str | None) -> str:
    """2023-06-28 as 2023年6月28日, with the precision that it has; 日期未知 for none."""
    if not iso:
        return "日期未知"
    units = zip(iso.split("-"), "年月日", strict=False)
    return "".join(f"{part if unit == '年' else int(part)}{unit}" for part, unit in units)


def text_url(address: Address, anchor: str = "") -> str:
    """Site-relative URL of a document's page, or of a place on it."""
    return f"{TEXTS}/{address.id}.html" + (f"#{anchor}" if anchor else "")


def level_rank(document: Document) -> int:
    """Position of the document's level, national first."""
    names: Iterable[str] = LEVELS
    return list(names).index(document.level.value or "unknown")


def by_level_and_date(collection: Collection) -> list[Document]:
    """Documents from the highest level down, the earliest first, undated ones last in their level."""
    return sorted(collection.documents, key=lambda d: (level_rank(d), d.date.value or "9999", d.path))


def emphasise(text: str, start: int, end: int) -> Markup:
    """Escape a text and mark one stretch of it."""
    return Markup("{}<mark>{}</mark>{}").format(text[:start], text[start:end], text[end:])
