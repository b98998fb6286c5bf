"""Permanent addresses, and who points where."""

from hujian.link.addresses import Addressed, assign, renew, retired_formulations
from hujian.link.crossings import cross
from hujian.link.lock import Lock, read_lock, write_lock

__all__ = [
    "Addressed",
    "Lock",
    "assign",
    "cross",
    "read_lock",
    "renew",
    "retired_formulations",
    "write_lock",
]
