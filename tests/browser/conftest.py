"""Real Chromium over a real site, on http and on file://, with every other host blocked."""

from __future__ import annotations

import json
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from hujian.search.grams import gram_files
from hujian.search.script import call

from .chromium import ADVICE, DESKTOP, PHONE, find_headless, launch

PATIENCE = 20_000  # ms: these tests are about what happens, not how fast on a busy machine


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_headless()
    if path is None:
        pytest.fail(ADVICE, pytrace=False)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        yield browser
        browser.close()


class Server(ThreadingHTTPServer):
    request_queue_size = 64  # a browser asks for many files at once

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):  # a page that was left wants its files no more
            super().handle_error(request, client_address)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def serving(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Address of a folder while it is served."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Reader:
    """A browser window on a site, and everything that went wrong in it."""

    base: str
    context: BrowserContext
    page: Page
    foreign: list[str] = field(default_factory=list)  # requests to other hosts
    loaded: list[str] = field(default_factory=list)  # site-relative addresses of all requests
    errors: list[str] = field(default_factory=list)  # console errors and uncaught exceptions

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def watch(self) -> None:
        self.context.on("request", self._requested)
        own = re.escape(self.base)
        self.context.route(re.compile(f"^(?!{own}|data:|blob:)"), lambda route: route.abort())
        self.page.on(
            "console", lambda m: self.errors.append(m.text) if m.type in {"error", "warning"} else None
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _requested(self, request: Request) -> None:
        if request.url.startswith(self.base):
            self.loaded.append(request.url.removeprefix(f"{self.base}/"))
        elif not request.url.startswith(("data:", "blob:")):
            self.foreign.append(request.url)


def regroup(site: Path) -> None:
    """Make the data of the tier of letter pairs from that of the plain scan."""
    folder = site / "search"
    manifest = argument_of(folder / "manifest.js")
    records = [record for name in manifest.pop("texts") for record in argument_of(folder / name)]
    for name, data in gram_files(records, manifest):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "manifest.js").write_bytes(call("manifest", manifest | {"tier": "grams"}))


def argument_of(script: Path) -> Any:
    """What a data file hands over."""
    text = script.read_text("utf-8")
    return json.loads(text[text.index("(") + 1 : text.rindex(")")])


Open = Callable[..., Reader]


@pytest.fixture(params=["http", "file"])
def scheme(request: pytest.FixtureRequest) -> str:
    """Every story is told twice: from a server, and from disk."""
    return str(request.param)


@pytest.fixture
def serve(scheme: str) -> Iterator[Callable[[Path], str]]:
    """Address under which a folder is to be read."""

    def address(folder: Path) -> str:
        if scheme == "file":
            return folder.as_uri()
        return servers.enter_context(serving(folder))

    with ExitStack() as servers:
        yield address


@pytest.fixture
def open_site(chromium: Browser, serve: Callable[[Path], str]) -> Iterator[Open]:
    """Open a window on a site; afterwards nothing may have gone wrong in it."""
    readers: list[tuple[Reader, bool]] = []

    def opened(site: Path, *, broken: bool = False, **options: Any) -> Reader:
        context = chromium.new_context(**{"viewport": DESKTOP, "locale": "zh-CN", **options})
        context.set_default_timeout(PATIENCE)
        reader = Reader(serve(site), context, context.new_page())
        reader.watch()
        readers.append((reader, broken))
        return reader

    yield opened
    for reader, broken in readers:
        reader.context.close()
        assert reader.foreign == []
        assert broken or reader.errors == []


@pytest.fixture(scope="session")
def grams_site(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of content/, its search in the tier of letter pairs."""
    site = Path(shutil.copytree(sample_site, tmp_path_factory.mktemp("grams") / "site"))
    regroup(site)
    return site


@pytest.fixture(params=["scan", "grams"])
def tiered_site(request: pytest.FixtureRequest, sample_site: Path, grams_site: Path) -> Path:
    """The site of content/ in either tier of the search."""
    return sample_site if request.param == "scan" else grams_site


@pytest.fixture
def reader(open_site: Open, sample_site: Path) -> Reader:
    """A desktop window on the site of content/."""
    return open_site(sample_site)


@pytest.fixture
def phone(open_site: Open, sample_site: Path) -> Reader:
    return open_site(sample_site, viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
