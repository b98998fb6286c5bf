"""MkDocs meets the pipeline here, and nowhere else.

``on_files`` runs the pipeline and adds its pages; a document's body never goes through a Markdown
parser. Hand-written ``.md`` pages stay ordinary MkDocs pages.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, get_args

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from hujian import collector, pipeline
from hujian.errors import ConfigError, ContentError, HujianError, StrictError
from hujian.model import Collection, Finding, Progress, SourceFile, silent
from hujian.plugin.configuration import sources
from hujian.plugin.errors import explained
from hujian.plugin.live import patient
from hujian.plugin.pages import WrittenPage, extended, inert
from hujian.plugin.policy import finished
from hujian.plugin.preload import preloading
from hujian.read import is_held_back, read_file, role_of, site_name
from hujian.search import PlainPage, search_files
from hujian.settings import (
    CACHE_FOLDER,
    FINDING_NAMES,
    FORMULATIONS,
    REPORT,
    SEARCH_PAGE,
    TEXTS,
    SearchTier,
)
from hujian.store import Cache, cache_of, check_apart, sign, write_atomically
from hujian.write import home_section, home_toc, site_files, site_pages
from hujian.write.markdown import escaped

log = get_plugin_logger("hujian")

_TOLD = 20  # findings that --strict lists; `hujian findings` has them all
_EPOCH = "1980-01-01"  # pages carry no build date: two builds are byte-identical
_NAV = {
    "概览": "overview.md",
    "文本": f"{TEXTS}/index.md",
    "提法": f"{FORMULATIONS}/index.md",
    "对照": "compare.md",
    "清洗报告": f"{REPORT}/index.md",
}
_DEFAULT_NAME = "互见"  # of mkdocs.yml as it is shipped: the keeper gave none there


class HujianConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    cache = Type(str, default=CACHE_FOLDER)  # relative to mkdocs.yml; "": none
    search = Choice(get_args(SearchTier), default="auto")  # tier of the search; auto: by size


class HujianPlugin(BasePlugin[HujianConfig]):  # type: ignore[no-untyped-call]
    """Turns a folder of texts into pages."""

    progress: Progress = staticmethod(silent)
    live = False  # a preview that reloads itself
    dirty = False  # MkDocs writes only what has changed, into a folder that it has not emptied

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Learn what MkDocs is going to do."""
        self.live = command == "serve"
        self.dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Refuse settings under which addresses or the offline search could not work."""
        if config.use_directory_urls:
            raise explained(
                ConfigError(
                    "mkdocs.yml 中 use_directory_urls 必须为 false。", "否则从文件夹打开的站点无法跳转。"
                )
            )
        for name in ("search", "material/search", "offline", "material/offline"):
            if name in config.plugins:
                raise explained(
                    ConfigError(
                        f"mkdocs.yml 启用了 {name} 插件，它与互见的检索冲突。", "请从 plugins 中删去它。"
                    )
                )
        try:
            check_apart(Path(config.site_dir), *sources(config))  # MkDocs empties it first
        except HujianError as error:
            raise explained(error) from error
        if not config.site_url:
            config.theme.static_templates.discard("sitemap.xml")
        if config.site_name == _DEFAULT_NAME:
            config.site_name = site_name(Path(config.docs_dir)) or _DEFAULT_NAME
        config.site_name = inert(config.site_name)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Run the pipeline; put its pages in the place of the texts."""
        try:
            self.collection = self._collect(config)
        except HujianError as error:
            raise explained(error) from error
        collector.settle()  # the collection stays until the site is written
        self.plain: list[PlainPage] = []
        told = {file.path for file in self.collection.unpublished}
        for file in [file for file in files if file.src_dir == config.docs_dir]:
            # MkDocs has followed every link, also those that lead out of the folder or round in circles
            if role_of(file.src_uri) != "page" or is_held_back(file.src_uri, told):
                files.remove(file)
        sitemap = files.get_file_from_path("sitemap.xml")
        if sitemap is not None and not config.site_url:
            files.remove(sitemap)  # no longer a template, MkDocs would copy its source
        if all(file.dest_uri != "index.html" for file in files):
            files.append(File.generated(config, "index.md", content=f"# {escaped(config.site_name)}\n"))
        in_nav = set(_NAV.values())
        for page in site_pages(self.collection):
            source = page.path.removesuffix(".html") + ".md"
            if files.get_file_from_path(source) is not None:
                raise explained(_twice(source))
            level = InclusionLevel.INCLUDED if source in in_nav else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, source, content="", inclusion=level)
            files.append(file)
            WrittenPage(page, file, config)
        if config.nav is None:
            config.nav = _nav(files)
        return files

    def on_pre_page(self, page: MkDocsPage, /, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Take the build date off the page."""
        page.update_date = _EPOCH
        return page

    def on_page_content(
        self,
        html: str,
        /,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        files: Files,
    ) -> str:
        """Complete the home page, and remember hand-written pages for the search."""
        if isinstance(page, WrittenPage):
            return html
        self.plain.append(PlainPage.from_html(page.url, page.title or page.file.name, html))
        if not page.is_homepage:
            return html
        page.meta.setdefault("hide", ["navigation"])
        page.toc = extended(page.toc, home_toc(self.collection))
        return f"{html}\n{home_section(self.collection)}"

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401
        """From here on pages are written one by one."""
        self.progress("写页面", 0)
        for file in files.documentation_pages():
            if isinstance(file.page, WrittenPage):
                file.page.final = True
        return env

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Finish a page, and let go of it."""
        if isinstance(page, WrittenPage):
            page.release()
        return finished(output, live=self.live)

    def on_post_template(self, output: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Finish the pages that the theme makes of templates alone."""
        return finished(output, live=self.live) if template_name.endswith(".html") else output

    def on_page_read_source(self, /, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Read a hand-written page as texts are read: Notepad saves in the system's encoding."""
        place = page.file.abs_src_path
        if place is None:
            return None
        try:
            read = read_file(page.file.src_uri, Path(place).read_bytes())
            if isinstance(read, SourceFile):
                return read.text.replace("\r\n", "\n").replace("\r", "\n")
            raise ContentError(
                f"手写页面 {read.path} 的编码无法辨认：{read.reason}。", "请用记事本另存为 UTF-8 格式。"
            )
        except HujianError as error:
            raise explained(error) from error

    def on_serve(self, server: Any, /, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ANN401
        """Let a live preview outlive a failed build."""
        server.builder = patient(server.builder)
        return server

    @event_priority(-100)  # after the plugins that write files of their own
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write downloads and the search index; report findings."""
        site = Path(config.site_dir)
        self.progress("写检索数据", 0)
        try:
            for data in site_files(self.collection):
                write_atomically(site / data.path, data.data())
            paths = []
            for path, content in search_files(self.collection, self.plain, self.config.search):
                write_atomically(site / path, content)
                paths.append(path)
            page = site / SEARCH_PAGE
            write_atomically(page, preloading(page.read_text("utf-8"), paths).encode())
            if not self.dirty:  # then it lists what was there before
                sign(site, hidden=False)
        except HujianError as error:
            raise explained(error) from error
        found = [finding for finding in self.collection.findings if not finding.acknowledged]
        if found:
            log.info("有 %d 条提示，见站点的“清洗报告”，或运行 hujian findings。", len(found))
        if found and config.strict:
            raise explained(_strictly(found))

    def remembered(self, config: MkDocsConfig) -> Cache:
        """Results of earlier runs, where mkdocs.yml says."""
        project = Path(config.config_file_path).parent if config.config_file_path else Path()
        return cache_of(project, self.config.cache)

    def _collect(self, config: MkDocsConfig) -> Collection:
        return pipeline.collect(Path(config.docs_dir), self.remembered(config), self.progress)


def _twice(page: str) -> ContentError:
    return ContentError(f"手写页面 {page} 与生成的页面同名，不能同时刊出。", "请给它改名，或移到别的文件夹。")


def _strictly(findings: list[Finding]) -> StrictError:
    """The refusal under --strict, with the first findings as notes."""
    kinds = Counter(FINDING_NAMES.get(finding.code, finding.code) for finding in findings)
    told = "、".join(f"{name} {number}" for name, number in sorted(kinds.items()))
    error = StrictError(
        f"严格模式：有 {len(findings)} 条提示（{told}），没有生成。",
        "请逐条处理（hujian findings 输出全部）；看过而不必改的，在编目表“已核”列写上它的名称。",
    )
    for finding in findings[:_TOLD]:
        name = FINDING_NAMES.get(finding.code, finding.code)
        error.add_note(f"{finding.source or '整个文集'}：[{name}] {finding.message}")
    return error


def _nav(files: Files) -> list[dict[str, str] | str]:
    """Home, the generated lists, then the keeper's own top-level pages."""
    pages = files.documentation_pages()
    home = next(f.src_uri for f in pages if f.dest_uri == "index.html")
    own = sorted(f.src_uri for f in pages if "/" not in f.src_uri and f.generated_by is None)
    own = [uri for uri in own if uri != home]
    return [{"首页": home}, *({name: uri} for name, uri in _NAV.items()), *own]
