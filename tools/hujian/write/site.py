"""Everything that a collection's site consists of, in one visible list."""

from __future__ import annotations

from collections.abc import Iterator

from hujian.model import Collection
from hujian.write.compare import compare_page
from hujian.write.data import data_files
from hujian.write.document import document_page
from hujian.write.downloads import download_files, quarantine_file
from hujian.write.formulation import formulation_files, formulation_page
from hujian.write.home import home_section, home_toc
from hujian.write.lists import formulations_page, pinyin_page, texts_page
from hujian.write.overview import overview_page
from hujian.write.page import DataFile, Page
from hujian.write.report import file_report_page, report_page
from hujian.write.retired import retired_page
from hujian.write.searching import search_page
from hujian.write.shelf import Shelf

__all__ = ["home_section", "home_toc", "site_files", "site_pages"]


def site_pages(collection: Collection) -> Iterator[Page]:
    """All generated pages but the home page."""
    shelf = Shelf(collection)
    yield texts_page(collection)
    yield formulations_page(collection)
    yield pinyin_page(collection)
    yield overview_page(shelf)
    yield compare_page(shelf)
    yield report_page(collection)
    yield search_page()
    for document in collection.documents:
        yield document_page(shelf, document)
        yield file_report_page(collection, document)
    for formulation in collection.detection.formulations:
        yield formulation_page(shelf, formulation)
    for retired in collection.retired:
        yield retired_page(retired)


def site_files(collection: Collection) -> Iterator[DataFile]:
    """All downloads, and the data that pages load."""
    for document in collection.documents:
        yield from download_files(document, collection.addresses[document.path])
    shelf = Shelf(collection)
    yield from data_files(shelf)
    for formulation in collection.detection.formulations:
        yield from formulation_files(shelf, formulation)
    for number, file in enumerate(collection.quarantined, 1):
        yield quarantine_file(number, file)
