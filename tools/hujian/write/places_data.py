"""A formulation's places for other programs (CSV, JSON) and for the script of its page."""

from __future__ import annotations

import json
from collections.abc import Sequence

from hujian.model import Formulation
from hujian.settings import LEVEL_NAMES, LEVELS
from hujian.write.cells import table
from hujian.write.concordance import Place
from hujian.write.script import data_script

_COLUMNS = ("标题", "层级", "日期", "段落", "前文", "提法", "后文", "来源文件", "起", "止", "页面")


def csv_of(found: Sequence[Place]) -> bytes:
    """One line a place, UTF-8 with a mark that spreadsheets need."""
    return table(_COLUMNS, map(_row, found))


def json_of(formulation: Formulation, found: Sequence[Place]) -> bytes:
    """The formulation with all its places, one a line."""
    head = {
        "id": formulation.id,
        "canonical": formulation.canonical,
        "name": formulation.name,
        "variants": list(formulation.variants),
        "label": formulation.label,
        "documents": formulation.documents,
        "contained_in": list(formulation.contained_in),
    }
    rows = (
        {
            "source": p.document.path,
            "title": p.document.name,
            "level": LEVELS[p.rank],
            "date": p.document.date.value,
            "paragraph": p.paragraph,
            "left": p.left,
            "wording": p.wording,
            "right": p.right,
            "start": p.start,
            "end": p.end,
            "url": p.url,
        }
        for p in found
    )
    opening = json.dumps(head, ensure_ascii=False).removesuffix("}")
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{opening}, "places": [\n{lines}\n]}}\n'.encode("utf-8", "replace")


def rest_of(name: str, found: Sequence[Place]) -> bytes:
    """Places that the page itself does not hold: [left, wording, right, url, title, date, rank]."""
    rows = [
        [p.left, p.wording, p.right, p.url, p.document.name, p.document.date.value or "", p.rank]
        for p in found
    ]
    return data_script(name, rows)


def _row(p: Place) -> list[object]:
    level, document = LEVEL_NAMES[LEVELS[p.rank]], p.document
    about = [document.name, level, document.date.value, p.paragraph]
    return [*about, p.left, p.wording, p.right, document.path, p.start, p.end, p.url]
