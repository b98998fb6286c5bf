"""Which locked entry a document continues: that of its path or, where the file was renamed, of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hujian.link.lock import Lock, LockedDocument
from hujian.link.sketch import paragraph_sketches
from hujian.model import Document

_ALIKE: Final = 0.8  # share of paragraphs that are the same in a file that was renamed and edited as well
_LEAST: Final = 4  # such paragraphs: a title and a salutation make no text


def homes(documents: Sequence[Document], lock: Lock) -> dict[str, LockedDocument]:
    """Locked entry of each path: the same path, else (renamed) the same bytes, else nearly the same text."""
    by_path = {locked.path: locked for locked in lock.documents}
    found = {d.path: by_path[d.path] for d in documents if d.path in by_path}
    vacant = {locked.sha256: locked for locked in lock.documents if locked.path not in found}
    for document in documents:
        moved = vacant.get(document.clean.source.sha256)
        if document.path not in found and moved is not None:
            found[document.path] = moved
            del vacant[moved.sha256]
    return found | _edited((d for d in documents if d.path not in found), tuple(vacant.values()))


def former_paths(documents: Sequence[Document], lock: Lock | None) -> dict[str, str]:
    """Path of each renamed document -> its path in the lock file."""
    found = homes(documents, lock) if lock is not None else {}
    return {path: locked.path for path, locked in found.items() if path != locked.path}


def _edited(homeless: Iterable[Document], vacant: Sequence[LockedDocument]) -> dict[str, LockedDocument]:
    """The likest pairs of a new document and a locked one that is gone."""
    found: dict[str, LockedDocument] = {}
    settled: set[str] = set()
    pairs = (pair for document in homeless for pair in _alike(document, vacant))
    for _, path, old, locked in sorted(pairs, key=lambda pair: pair[:3]):
        if path not in found and old not in settled:
            found[path] = locked
            settled.add(old)
    return found


def _alike(
    document: Document, vacant: Sequence[LockedDocument]
) -> Iterator[tuple[float, str, str, LockedDocument]]:
    here = Counter(paragraph_sketches(document)) if vacant else Counter()
    for locked in vacant:
        same = (here & Counter(unit.sketch for unit in locked.paragraphs)).total()
        share = same / max(here.total(), len(locked.paragraphs), 1)
        if same >= _LEAST and share >= _ALIKE:
            yield -share, document.path, locked.path, locked
