"""Findings in source offsets."""

from __future__ import annotations

from hujian.model import Document, Finding


def at(document: Document, span: tuple[int, int], code: str, message: str, remedy: str) -> Finding:
    """A finding about a stretch of the clean text."""
    source_start, source_end = document.clean.to_source(*span)
    return Finding(code, document.path, source_start, source_end, message, remedy)


def whole_file(document: Document, code: str, message: str, remedy: str) -> Finding:
    """A finding about the whole file."""
    return Finding(code, document.path, None, None, message, remedy)
