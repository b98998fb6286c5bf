"""Everything that is written to disk or kept between runs."""

from hujian.store.cache import Cache, code_version
from hujian.store.files import SiteFolder, write_atomically

__all__ = ["Cache", "SiteFolder", "code_version", "write_atomically"]
