"""Permanent addresses, and who points where."""

from hujian.link.addresses import Addressed, assign, renew, retired_formulations
from hujian.link.crossings import cross
from hujian.link.homes import former_paths
from hujian.link.lock import Lock, read_lock, write_lock

__all__ = [
    "Addressed",
    "Lock",
    "assign",
    "cross",
    "former_paths",
    "read_lock",
    "renew",
    "retired_formulations",
    "write_lock",
]
