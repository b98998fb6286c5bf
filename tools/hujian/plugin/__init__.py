"""MkDocs meets the pipeline here, and nowhere else."""

from hujian.plugin.hooks import HujianPlugin
from hujian.plugin.run import build_site, content_folder, serve_site

__all__ = ["HujianPlugin", "build_site", "content_folder", "serve_site"]
