"""The cleaning report: what was removed or flagged, file by file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from hujian.model import Collection, Document, Edit, Finding
from hujian.settings import FINDING_NAMES, REPORT
from hujian.write.downloads import quarantine_url
from hujian.write.page import Frame, Page
from hujian.write.view import emphasise, render, root_of, text_url

CLASS_NAMES = {"auto": "自动清除", "display": "改由版式呈现", "flag": "只提示，不改动"}
_CONTEXT = 18  # characters on either side of a flagged place: enough to find it again


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file in the report's overview."""

    document: Document
    url: str  # of its own report
    counts: Counter[str]  # ledger entries by class
    removed: int  # characters
    findings: int


@dataclass(frozen=True, slots=True)
class Group:
    """Ledger entries of one rule in one file."""

    rule: str
    edit_class: str
    reason: str
    edits: tuple[Edit, ...]
    views: tuple[Markup, ...]


def report_url(page_id: str) -> str:
    """Site-relative URL of a document's cleaning report."""
    return f"{REPORT}/{page_id}.html"


def report_page(collection: Collection) -> Page:
    """Overview of the report, with what concerns the whole collection."""
    path = f"{REPORT}/index.html"
    missing = {f.path for f in collection.unpublished if not f.on_purpose}
    return Page(
        path,
        "清洗报告",
        lambda: render(
            "report.html",
            root=root_of(path),
            rows=_rows(collection),
            general=[
                f
                for f in collection.findings
                if f.source not in collection.addresses and f.source not in missing
            ],
            missing=[f for f in collection.findings if f.source in missing],
            downloads={q.path: quarantine_url(i) for i, q in enumerate(collection.quarantined, 1)},
            kept_back=[f for f in collection.unpublished if f.on_purpose],
            class_names=CLASS_NAMES,
            finding_names=FINDING_NAMES,
        ),
        description="逐文件列出清除与提示的内容",
        frame=Frame.TABLE,
    )


def file_report_page(collection: Collection, document: Document) -> Page:
    """Report on one file: findings, then the ledger rule by rule."""
    address = collection.addresses[document.path]
    path = report_url(address.id)
    return Page(
        path,
        f"清洗痕迹：{document.name}",
        lambda: render(
            "file_report.html",
            root=root_of(path),
            document=document,
            url=text_url(address),
            findings=[(f, _excerpt(document, f)) for f in collection.findings if f.source == document.path],
            groups=_groups(document),
            class_names=CLASS_NAMES,
            finding_names=FINDING_NAMES,
        ),
    )


def _rows(collection: Collection) -> list[FileRow]:
    findings = Counter(f.source for f in collection.findings if not f.acknowledged)
    return [
        FileRow(
            document,
            report_url(collection.addresses[document.path].id),
            Counter(e.edit_class for e in document.clean.ledger),
            sum(len(e.before) - len(e.after) for e in document.clean.ledger),
            findings[document.path],
        )
        for document in collection.documents
    ]


def _groups(document: Document) -> list[Group]:
    """Entries by rule, removed ones first; each shown with as much around it as tells where it is."""
    rules: dict[tuple[str, str], list[Edit]] = {}
    for edit in document.clean.ledger:
        rules.setdefault((edit.edit_class, edit.rule), []).append(edit)
    order = list(CLASS_NAMES)
    return [
        Group(rule, kind, edits[0].reason, tuple(edits), tuple(_view(document, edit) for edit in edits))
        for (kind, rule), edits in sorted(
            rules.items(), key=lambda item: (order.index(item[0][0]), item[0][1])
        )
    ]


def _view(document: Document, edit: Edit) -> Markup:
    if edit.edit_class == "flag":
        text = document.clean.source.text
        return _around(text, edit.start, edit.end)
    shown = Markup('<del class="hj-removed">{}</del>').format(visible(edit.before))
    return shown + Markup(" → <ins>{}</ins>").format(visible(edit.after)) if edit.after else shown


def _excerpt(document: Document, finding: Finding) -> Markup:
    if finding.start is None or finding.end is None:
        return Markup("")
    return _around(document.clean.source.text, finding.start, finding.end)


def _around(text: str, start: int, end: int) -> Markup:
    left = max(0, start - _CONTEXT)
    before, place, after = text[left:start], text[start:end], text[end : end + _CONTEXT]
    shown = [visible(piece) for piece in (before, place, after)]
    return emphasise("".join(shown), len(shown[0]), len(shown[0]) + len(shown[1]))


def visible(text: str) -> str:
    """A text whose blanks, line ends and invisible characters can be seen."""
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    """One character; one that is invisible as a sign, or as its code point."""
    if character in _SIGNS:
        return _SIGNS[character]
    return character if character.isprintable() else f"〔U+{ord(character):04X}〕"


_SIGNS = {"\n": "↵", "\r": "␍", "\t": "⇥", " ": "␣", "　": "□", "�": "�"}
