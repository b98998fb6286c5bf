"""MkDocs meets the pipeline here, and nowhere else."""

from hujian.plugin.hooks import HujianPlugin
from hujian.plugin.run import BuiltSite, build_site, content_folder, remembered, serve_site

__all__ = ["BuiltSite", "HujianPlugin", "build_site", "content_folder", "remembered", "serve_site"]
