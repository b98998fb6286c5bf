"""Which of its wordings a formulation has at a place."""

from __future__ import annotations

from hujian.fold import letters_of
from hujian.model import Formulation


class Wordings:
    """The wordings of a formulation by their letters: marks, width and script make no other wording."""

    def __init__(self, formulation: Formulation) -> None:
        self._by_letters: dict[str, str] = {}
        for wording in (formulation.canonical, *formulation.variants):
            self._by_letters.setdefault(letters_of(wording), wording)

    def of(self, text: str) -> str:
        """The canonical wording or the variant that stands there."""
        return self._by_letters.get(letters_of(text), text)
