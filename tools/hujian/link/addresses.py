"""Who lives at which address: today's documents meet the lock file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hujian.link.align import align, stand_in
from hujian.link.homes import homes
from hujian.link.lock import Lock, LockedDocument, Unit
from hujian.link.names import document_id
from hujian.link.sketch import heading_sketches, paragraph_sketches
from hujian.model import Address, Document, Formulation, Retired
from hujian.settings import FORMULATIONS, TEXTS


@dataclass(frozen=True, slots=True)
class Addressed:
    """Addresses of a collection, and what has changed since they were locked."""

    addresses: dict[str, Address]  # by document path
    retired: tuple[Retired, ...] = ()
    stale: tuple[str, ...] = ()  # paths whose addresses the lock file does not know as they are now
    gone: tuple[LockedDocument, ...] = field(default=())


def assign(documents: Sequence[Document], lock: Lock | None) -> Addressed:
    """Give every document its addresses: the locked ones where there are any, else fresh ones."""
    if lock is None:
        return Addressed({d.path: _fresh(d, document_id(d.path)) for d in documents})
    found = homes(documents, lock)
    taken = {locked.id for locked in lock.documents}
    addresses: dict[str, Address] = {}
    stale: list[str] = []
    for document in documents:
        locked = found.get(document.path)
        if locked is None:
            addresses[document.path] = _fresh(document, _free_id(document.path, taken))
            stale.append(document.path)
        else:
            addresses[document.path], changed = _renewed(document, locked)
            if changed:
                stale.append(document.path)
    settled = {locked.id for locked in found.values()}
    gone = tuple(locked for locked in lock.documents if locked.id not in settled)
    same = _by_text(documents, addresses) if gone else {}
    retired = tuple(_retire(locked, same.get(_sketches(locked), "")) for locked in gone)
    return Addressed(addresses, retired, tuple(stale), gone)


def renew(
    documents: Sequence[Document],
    addressed: Addressed,
    formulations: Sequence[Formulation],
    lock: Lock | None,
) -> Lock:
    """The lock file that knows today's addresses and every one that was published before."""
    known = dict(lock.formulations) if lock else {}
    known |= {f.id: f.canonical for f in formulations}
    current = (_locked(d, addressed.addresses[d.path]) for d in documents)
    paths = {d.path for d in documents}
    kept = (old for old in addressed.gone if old.path not in paths)
    return Lock((*current, *kept), known)


def retired_formulations(formulations: Sequence[Formulation], lock: Lock | None) -> tuple[Retired, ...]:
    """Published formulations that no longer are entries, each with the one that now holds its wording."""
    present = {f.id for f in formulations}
    missing = {i: w for i, w in (lock.formulations if lock else {}).items() if i not in present}
    return tuple(
        Retired(f"{FORMULATIONS}/{i}.html", wording, (), _successor(wording, formulations))
        for i, wording in sorted(missing.items())
    )


def _successor(wording: str, formulations: Sequence[Formulation]) -> str:
    """URL of the shortest formulation that contains the wording, or that it contains; "" if none."""
    around = [f for f in formulations if any(wording in w for w in (f.canonical, *f.variants))]
    inside = [f for f in formulations if f.canonical in wording]
    best = min(around, key=lambda f: (len(f.canonical), f.id), default=None) or max(
        inside, key=lambda f: (len(f.canonical), f.id), default=None
    )
    return f"{FORMULATIONS}/{best.id}.html" if best else ""


def _free_id(path: str, taken: set[str]) -> str:
    """The id of a new document; numbered if a renamed one already lives there."""
    base = chosen = document_id(path)
    number = 1
    while chosen in taken:
        number += 1
        chosen = f"{base}.{number}"
    taken.add(chosen)
    return chosen


def _fresh(document: Document, page: str) -> Address:
    return Address(
        document.path,
        page,
        tuple(f"p{i}" for i in range(1, len(document.paragraphs) + 1)),
        tuple(f"h{i}" for i in range(1, len(document.headings) + 1)),
    )


def _renewed(document: Document, locked: LockedDocument) -> tuple[Address, bool]:
    """Addresses of a document that was locked before, and whether they differ from the lock."""
    same_file = document.path == locked.path and document.clean.source.sha256 == locked.sha256
    paragraphs, lost_p = _carry(paragraph_sketches(document), locked.paragraphs, "p", locked.aliases)
    headings, lost_h = _carry(heading_sketches(document), locked.headings, "h", locked.aliases)
    aliases = _resolve({**locked.aliases, **lost_p, **lost_h}, document, paragraphs, headings)
    unchanged = (
        same_file
        and paragraphs == tuple(u.id for u in locked.paragraphs)
        and headings == tuple(u.id for u in locked.headings)
    )
    return Address(document.path, locked.id, paragraphs, headings, aliases), not unchanged


def _carry(
    new: Sequence[str], locked: Sequence[Unit], letter: str, aliases: Mapping[str, str]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Ids of today's units, and for each dropped one the id that answers for it ("" for none)."""
    old = [unit.sketch for unit in locked]
    pairs = align(old, new)
    ids: list[str] = [""] * len(new)
    for i, j in pairs.items():
        ids[j] = locked[i].id
    used = [*(u.id for u in locked), *(a for a in aliases if a.startswith(letter))]
    number = max((int(i[1:]) for i in used if i[1:].isdigit()), default=0)
    for j, known in enumerate(ids):
        if not known:
            number += 1
            ids[j] = f"{letter}{number}"
    dropped = [i for i in range(len(old)) if i not in pairs]
    return tuple(ids), {locked[i].id: ids[stand_in(i, old, new, pairs)] if new else "" for i in dropped}


def _resolve(
    aliases: Mapping[str, str], document: Document, paragraphs: Sequence[str], headings: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    """Follow each alias to a paragraph that is there; one that leads nowhere ends at the first."""
    places = {name: at for at, name in enumerate(paragraphs)}
    places |= {n: h.paragraph for n, h in zip(headings, document.headings, strict=True)}
    settled: list[tuple[str, int]] = []
    for alias in sorted(aliases, key=lambda a: (a[0], int(a[1:]) if a[1:].isdigit() else 0)):
        seen, target = {alias}, aliases[alias]
        while target in aliases and target not in places and target not in seen:
            seen.add(target)
            target = aliases[target]
        if alias not in places:
            settled.append((alias, places.get(target, 0)))
    return tuple(settled)


def _by_text(documents: Sequence[Document], addresses: Mapping[str, Address]) -> dict[tuple[str, ...], str]:
    """URLs of documents by the sketches of their paragraphs: of texts with the same letters the first."""
    found: dict[tuple[str, ...], str] = {}
    for document in documents:
        if document.paragraphs:
            found.setdefault(
                tuple(paragraph_sketches(document)), f"{TEXTS}/{addresses[document.path].id}.html"
            )
    return found


def _sketches(locked: LockedDocument) -> tuple[str, ...]:
    return tuple(unit.sketch for unit in locked.paragraphs)


def _retire(locked: LockedDocument, successor: str) -> Retired:
    """The page of a document that is gone; ``successor`` has the same text, or is ""."""
    anchors = [u.id for u in (*locked.paragraphs, *locked.headings)]
    return Retired(f"{TEXTS}/{locked.id}.html", locked.name, (*anchors, *locked.aliases), successor)


def _locked(document: Document, address: Address) -> LockedDocument:
    units = zip(address.paragraphs, paragraph_sketches(document), strict=True)
    headings = zip(address.headings, heading_sketches(document), strict=True)
    return LockedDocument(
        document.path,
        address.id,
        document.name,
        document.clean.source.sha256,
        tuple(Unit(*unit) for unit in units),
        tuple(Unit(*unit) for unit in headings),
        {alias: address.paragraphs[at] if address.paragraphs else "" for alias, at in address.aliases},
    )
