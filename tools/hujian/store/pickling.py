"""Pickles of records, made and read in half the time that dataclasses with slots take by themselves."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

_PROTOCOL = 5

_Values = Callable[[object], tuple[object, ...]]


class _Pickler(pickle.Pickler):
    """Pickles a record as its class and the values of its fields."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, _PROTOCOL)
        self._known: dict[type, _Values | None] = {}

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401  pickle's signature
        """How ``obj`` is made again; NotImplemented leaves that to pickle."""
        kind = type(obj)
        if kind not in self._known:
            self._known[kind] = _values_of(kind)
        values = self._known[kind]
        return (kind, values(obj)) if values else NotImplemented


def _values_of(kind: type) -> _Values | None:
    """What reads all arguments of a record's constructor off a record; None for other kinds of objects."""
    if not is_dataclass(kind) or not all(field.init and not field.kw_only for field in fields(kind)):
        return None
    names = tuple(field.name for field in fields(kind))
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def dumps(result: object) -> bytes:
    """A pickle of records, in whatever they stand; ``pickle.loads`` reads it."""
    file = io.BytesIO()
    _Pickler(file).dump(result)
    return file.getvalue()
