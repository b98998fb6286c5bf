"""The files of the search, in the tier that fits the collection.

    search/manifest.js         small, the one fixed name: which tier, which files
    search/fold-<hash>.js      the folding table
    search/guide-<hash>.js     formulations and speakers, for suggestions
    search/facets-<hash>.js    by what results can be narrowed, for the search page
    search/formulations-<hash>.js  the same of rarer formulations, for addresses that name one
    ...                        those of the tier: see scan.py and grams.py

Equal input gives equal bytes; files are named by their content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hujian.model import Collection
from hujian.search.facets import facet_files
from hujian.search.foldtable import fold_table
from hujian.search.grams import gram_files
from hujian.search.guide import guide
from hujian.search.pages import PlainPage
from hujian.search.records import Record, document_record, page_record
from hujian.search.scan import scan_files
from hujian.search.script import call, hashed_name
from hujian.settings import SearchTier

FOLDER = "search"
SCANNED = 1_000_000
"""Characters up to which the plain scan answers first (docs/bench-search.md)."""
_TIERS = {"scan": scan_files, "grams": gram_files}


def search_files(
    collection: Collection, pages: Sequence[PlainPage] = (), tier: SearchTier = "auto"
) -> Iterator[tuple[str, bytes]]:
    """Yield every search file as (path relative to the site root, content); the manifest comes last.

    Args:
        collection: documents in path order with their addresses and the formulations found in them.
        pages: hand-written pages, searched too.
        tier: how the browser searches; ``auto`` chooses by the collection's size.
    """
    chosen = tier if tier != "auto" else chosen_tier(collection)
    manifest: dict[str, object] = {"tier": chosen}
    for stem, content in {"fold": fold_table(), "guide": guide(collection)}.items():
        data = call(stem, content)
        manifest[stem] = hashed_name(stem, data)
        yield f"{FOLDER}/{manifest[stem]}", data
    for name, data in facet_files(collection, len(pages)):
        manifest["facets"] = name  # the last one, which names the others
        yield f"{FOLDER}/{name}", data
    for name, data in _TIERS[chosen](_records(collection, pages), manifest):
        yield f"{FOLDER}/{name}", data
    manifest |= {"documents": len(collection.documents), "pages": len(pages)}
    yield f"{FOLDER}/manifest.js", call("manifest", manifest)


def chosen_tier(collection: Collection) -> SearchTier:
    """The tier that answers a collection of this size sooner."""
    return "scan" if sum(len(d.text) for d in collection.documents) <= SCANNED else "grams"


def _records(collection: Collection, pages: Iterable[PlainPage]) -> Iterator[Record]:
    for document in collection.documents:
        yield document_record(document, collection.addresses[document.path])
    for page in sorted(pages, key=lambda page: page.url):
        yield page_record(page)
