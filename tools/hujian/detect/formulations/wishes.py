"""The keeper's wishes: formulations that he adds, forbids, merges and names.

They are carried out in the order of the file, after the entries have been chosen, so that what the keeper
says holds whatever the detector thinks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from hujian.detect.formulations.choice import Entry, entry_of
from hujian.detect.letters.places import Places
from hujian.fold import letters_of
from hujian.model import Instruction, Verb


@dataclass
class Granted:
    """Entries while wishes are being carried out."""

    entries: dict[str, Entry]  # by canonical wording
    names: dict[str, str] = field(default_factory=dict)  # by canonical wording
    wanted: set[str] = field(default_factory=set)  # canonical wordings that must be told
    idle: list[Instruction] = field(default_factory=list)


def grant(places: Places, entries: Sequence[Entry], wishes: Sequence[Instruction]) -> Granted:
    """Carry out all wishes; what matched nothing is idle."""
    state = Granted({entry.canonical: entry for entry in entries})
    for wish in wishes:
        if not _VERBS[wish.verb](places, state, wish):
            state.idle.append(wish)
    return state


def _holder(state: Granted, wording: str) -> str | None:
    """Canonical wording of the entry that has a wording."""
    if wording in state.entries:
        return wording
    return next((c for c, entry in state.entries.items() if wording in entry.variants), None)


def _add(places: Places, state: Granted, wish: Instruction) -> bool:
    wording = letters_of(wish.wordings[0])
    holder = _holder(state, wording)
    if holder is None:
        if not places.count(wording):
            return False
        state.entries[wording] = entry_of(places, (wording,))
    state.wanted.add(holder or wording)
    return True


def _forbid(places: Places, state: Granted, wish: Instruction) -> bool:
    wording = letters_of(wish.wordings[0])
    holder = _holder(state, wording)
    if holder is None:
        return False
    entry = state.entries.pop(holder)
    if wording == holder:
        state.names.pop(holder, None)
        state.wanted.discard(holder)
    else:
        rest = tuple(w for w in entry.variants if w != wording)
        state.entries[holder] = entry_of(places, (holder, *rest))
    return True


def _merge(places: Places, state: Granted, wish: Instruction) -> bool:
    wordings = [letters_of(w) for w in wish.wordings]
    found = [w for w in wordings if places.count(w)]
    if len(found) < 2:
        return False
    own, names = dict.fromkeys(found), []
    for wording in found:
        holder = _holder(state, wording)
        if holder is not None:
            entry = state.entries.pop(holder)
            own.update(dict.fromkeys((entry.canonical, *entry.variants)))
            names += [state.names.pop(holder)] if holder in state.names else []
    state.entries[found[0]] = entry_of(places, tuple(own))
    if names:
        state.names[found[0]] = names[0]
    state.wanted.add(found[0])
    return True


def _name(places: Places, state: Granted, wish: Instruction) -> bool:
    holder = _holder(state, letters_of(wish.wordings[0]))
    if holder is None:
        added = replace(wish, verb="add")
        if not _add(places, state, added):
            return False
        holder = letters_of(wish.wordings[0])
    state.names[holder] = wish.name
    state.wanted.add(holder)
    return True


_VERBS: dict[Verb, Callable[[Places, Granted, Instruction], bool]] = {
    "add": _add,
    "forbid": _forbid,
    "merge": _merge,
    "name": _name,
}
