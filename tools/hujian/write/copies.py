"""Which files hold the same text; detect tells it pair by pair."""

from __future__ import annotations

from hujian.model import Collection


def copy_groups(collection: Collection) -> dict[str, list[str]]:
    """For every file that has copies all of them with itself, in path order.

    Of a large group detect tells but some pairs, and of no pair of it any passage.
    """
    groups: dict[str, list[str]] = {}
    for copy in collection.detection.copies:
        few, many = sorted((groups.setdefault(path, [path]) for path in (copy.a, copy.b)), key=len)
        if few is not many:
            many.extend(few)
            groups.update(dict.fromkeys(few, many))
    order = {document.path: at for at, document in enumerate(collection.documents)}
    return {path: sorted(group, key=order.__getitem__) for path, group in groups.items()}
