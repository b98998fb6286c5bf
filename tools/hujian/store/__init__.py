"""Everything that is written to disk or kept between runs."""

from hujian.store.cache import Cache, code_version
from hujian.store.exports import ExportFolder
from hujian.store.files import SiteFolder, keep_earlier, write_atomically
from hujian.store.folders import SIGN, check_site_folder, put_in_place, workshop

__all__ = [
    "SIGN",
    "Cache",
    "ExportFolder",
    "SiteFolder",
    "check_site_folder",
    "code_version",
    "keep_earlier",
    "put_in_place",
    "workshop",
    "write_atomically",
]
