"""read: bytes -> text. Says which encoding and why; what cannot be decided is quarantined."""

from hujian.read.folder import Folder, read_folder
from hujian.read.formats import read_file

__all__ = ["Folder", "read_file", "read_folder"]
