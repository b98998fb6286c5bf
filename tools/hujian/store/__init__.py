"""Everything that is written to disk or kept between runs."""

from hujian.store.cache import Cache, cache_of, code_version
from hujian.store.exports import ExportFolder
from hujian.store.files import SiteFolder, keep_earlier, write_atomically
from hujian.store.folders import check_apart, check_site_folder, put_in_place, workshop
from hujian.store.signature import is_site, sign
from hujian.store.turns import alone

__all__ = [
    "Cache",
    "ExportFolder",
    "SiteFolder",
    "alone",
    "cache_of",
    "check_apart",
    "check_site_folder",
    "code_version",
    "is_site",
    "keep_earlier",
    "put_in_place",
    "sign",
    "workshop",
    "write_atomically",
]
