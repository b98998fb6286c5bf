"""Records of read: files as received."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's bytes became text."""

    name: str  # Python codec with which ``data.decode(name)`` gives the text (it eats the BOM)
    codec: str  # Python codec with which ``bom + text.encode(codec)`` gives the bytes back
    bom: bytes
    basis: str  # Chinese: why this one


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as received, decoded without loss and without newline conversion."""

    path: str
    data: bytes
    sha256: str  # of data, lower-case hex
    text: str
    encoding: Encoding


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A file that could not be read as text; kept and reported, never published."""

    path: str
    data: bytes
    sha256: str
    reason: str  # Chinese


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A file or folder of the content folder that the site does not show."""

    path: str
    reason: str  # Chinese
    on_purpose: bool  # the keeper's own table, a trace of the operating system: nothing to mend, no finding
