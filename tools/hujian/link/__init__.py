"""Permanent addresses, and who points where."""

from hujian.link.addresses import Addressed, assign
from hujian.link.crossings import cross
from hujian.link.lock import Lock, read_lock, write_lock

__all__ = ["Addressed", "Lock", "assign", "cross", "read_lock", "write_lock"]
