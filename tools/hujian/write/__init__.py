"""HTML bodies, tables of contents, downloads and records."""

from hujian.write.page import DataFile, Frame, Page, TocEntry
from hujian.write.site import home_section, home_toc, site_files, site_pages

__all__ = ["DataFile", "Frame", "Page", "TocEntry", "home_section", "home_toc", "site_files", "site_pages"]
