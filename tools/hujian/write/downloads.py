"""What a reader can take away from a document: clean text, Markdown, and the file as received."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hujian.model import Address, Document, Quarantined
from hujian.settings import FILES
from hujian.write.markdown import to_markdown
from hujian.write.page import DataFile


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away."""

    label: str
    url: str  # site-relative
    name: str  # what it shall be called on the reader's disk
    data: Callable[[], bytes]


def downloads_of(document: Document, address: Address) -> list[Download]:
    """Clean text and Markdown (UTF-8), and the original file (its very bytes) of a document."""
    name = document.path.rsplit("/", 1)[-1]
    stem, _, suffix = name.rpartition(".")
    return [
        Download(
            "TXT",
            f"{FILES}/{address.id}.txt",
            f"{document.name}.txt",
            document.text.encode,  # to the letter: the ledger leads back to the source
        ),
        Download(
            "Markdown",
            f"{FILES}/{address.id}.md",
            f"{document.name}.md",
            lambda: to_markdown(document, address).encode(),
        ),
        Download(
            "原始文件",
            f"{FILES}/{address.id}.original.{suffix}",
            f"{stem}.{suffix}",
            lambda: document.clean.source.data,
        ),
    ]


def download_files(document: Document, address: Address) -> list[DataFile]:
    """The same as files of the site."""
    return [DataFile(d.url, d.data) for d in downloads_of(document, address)]


def quarantine_file(number: int, file: Quarantined) -> DataFile:
    """A quarantined file's bytes, so that even what cannot be read is not lost."""
    return DataFile(quarantine_url(number), lambda: file.data)


def quarantine_url(number: int) -> str:
    """Site-relative URL of the n-th quarantined file, in path order."""
    return f"{FILES}/quarantine-{number}.bin"
