"""read: bytes -> text. Says which encoding and why; what cannot be decided is quarantined."""

from hujian.read.folder import Folder, read_folder
from hujian.read.formats import read_file
from hujian.read.home import site_name
from hujian.read.keeper import Keeper, read_keeper
from hujian.read.names import is_held_back, role_of

__all__ = [
    "Folder",
    "Keeper",
    "is_held_back",
    "read_file",
    "read_folder",
    "read_keeper",
    "role_of",
    "site_name",
]
