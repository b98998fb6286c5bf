"""How to cite a document, in the form of GB/T 7714 for an online document."""

from __future__ import annotations

from hujian.model import Document


def citation(document: Document) -> str:
    """``讲话人. 题名[EB/OL]. (日期).``; what is unknown is left out, a supplied title is in brackets."""
    title = f"〔{document.name}〕" if document.title.basis == "inferred" else document.name
    parts = [document.speaker.value or "", f"{title}[EB/OL]"]
    if document.date.value:
        parts.append(f"({document.date.value})")
    return ". ".join(p for p in parts if p) + "."
