"""The Jinja environment of the generated pages: autoescaped, and with the names that readers see."""

from __future__ import annotations

from functools import cache
from typing import Final

import jinja2
from markupsafe import Markup

from hujian.model import Address, Collection, Document, Label
from hujian.settings import BASIS_NAMES, KIND_NAMES, LEVEL_NAMES, LEVELS, PARAGRAPH_NAMES, TEXTS
from hujian.write.shown import chinese_date, level, name, when

LABEL_NAMES: Final[dict[Label, str]] = {
    "slogan": "口号（套话）",
    "template": "程式用语（套话）",
    "quotation": "引语",
    "substantive": "专门提法",
}
_RANKS: Final[dict[str, int]] = {known: at for at, known in enumerate(LEVELS)}


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
    environment.filters |= {"date": chinese_date, "name": name, "level": level, "when": when}
    environment.filters["thousands"] = lambda number: f"{number:,}"
    return environment


def render(template: str, **context: object) -> str:
    """Render one of this room's templates."""
    return _environment().get_template(template).render(**context)


def root_of(path: str) -> str:
    """Prefix that leads from a page to the site's root: ``../`` a folder."""
    return "../" * path.count("/")


def text_url(address: Address, anchor: str = "") -> str:
    """Site-relative URL of a document's page, or of a place on it."""
    return f"{TEXTS}/{address.id}.html" + (f"#{anchor}" if anchor else "")


def level_rank(document: Document) -> int:
    """Position of the document's level, national first."""
    return _RANKS[document.level.value or "unknown"]


def by_level_and_date(collection: Collection) -> list[Document]:
    """Documents from the highest level down, the earliest first, undated ones last in their level."""
    return sorted(collection.documents, key=lambda d: (level_rank(d), d.date.value or "9999", d.path))


def emphasise(text: str, start: int, end: int) -> Markup:
    """Escape a text and mark one stretch of it."""
    return Markup("{}<mark>{}</mark>{}").format(text[:start], text[start:end], text[end:])
