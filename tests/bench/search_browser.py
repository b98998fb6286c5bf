"""Measure a search page in real Chromium: over http (nginx, gzip) and from disk."""

from __future__ import annotations

import grp
import os
import pwd
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.search_corpus import Query

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PATIENCE = 300_000  # ms
REPEATED = 3  # of so many queries, one is asked again
NGINX = """user {user}; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
types {{ text/html html; text/css css; application/javascript js; application/json json;
application/wasm wasm; }}
access_log off; gzip on; gzip_types application/javascript text/css application/json; gzip_min_length 500;
{temporary}
server {{ listen 127.0.0.1:{port}; root {site}; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Way:
    """A search page, and how it is asked.

    ``opened`` is the page's address for a query. ``watch`` runs before the page's own scripts and makes
    ``window.arrived``, a promise of the time of the first result. ``ask`` is a function of the query;
    it gives {first, whole: ms, told: what the page says}.
    """

    opened: str
    watch: str
    ask: str
    openings: int = 12  # of the page, for a first result
    tells_all: bool = True  # whether ``told`` is all that was found, or for results shown only


@dataclass
class Seen:
    """What one way of reading a site showed; times in ms."""

    cold: list[float] = field(default_factory=list)  # page open to first result, nothing cached
    cold_bytes: list[int] = field(default_factory=list)  # of the search data, as transferred, until then
    warm: list[float] = field(default_factory=list)  # a further query, never asked before
    whole: list[float] = field(default_factory=list)  # the same, until all that is shown stands
    again: list[float] = field(default_factory=list)  # a query asked before
    query_bytes: list[int] = field(default_factory=list)  # of it until all that is shown stands
    query_files: list[int] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)  # by what was typed
    memory: float = 0  # MB of the renderer after all queries, shared pages counted in part


OURS = Way(
    opened="search.html?q={}",
    watch="""
window.before = new Set();  // what was there when something else was asked
window.arrived = new Promise((tell) => {
  const seen = () => {
    const title = document.querySelector('.hj-search__title');
    if (title && !window.before.has(title)) return title.checkVisibility();
    return /没有找到/.test(document.querySelector('.hj-find__meta')?.textContent);
  };
  window.watching = new MutationObserver(() => {
    if (!window.firstResult && seen()) {
      window.firstResult = performance.now();
      tell(window.firstResult);
    }
  });
  window.watching.observe(document, {childList: true, subtree: true, attributeFilter: ['hidden']});
});""",
    ask="""async (typed) => {
  const [field, list, meta, form] = ['field', 'list', 'meta', 'form'].map(
    (part) => document.querySelector(`.hj-find__${part}`));
  delete list.dataset.query;
  window.before = new Set(list.querySelectorAll('.hj-search__title'));
  if (/没有找到/.test(meta.textContent)) meta.textContent = '';
  window.firstResult = 0;
  field.value = typed;
  const start = performance.now();
  form.requestSubmit();
  while (!list.dataset.query) await new Promise((go) => setTimeout(go, 1));
  const whole = performance.now() - start;
  const found = [...list.querySelectorAll('.hj-search__name')].map((name) => name.textContent);
  return {first: window.firstResult ? window.firstResult - start : whole, whole,
          told: {sentence: meta.textContent, found}};
}""",
)
ARRIVED = """() => Promise.race([
  window.arrived, new Promise((_, fail) => setTimeout(() => fail(new Error('no result')), 240_000))])"""
REST = """() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(
  () => requestIdleCallback(() => setTimeout(go)))))"""  # a page that has drawn everything
TRANSFERRED = """(until) => performance.getEntriesByType('resource')
  .filter((entry) => entry.responseEnd <= until && /search|pagefind/.test(entry.name))
  .reduce((sum, entry) => sum + entry.transferSize, 0)"""


@contextmanager
def served(site: Path, folder: Path) -> Iterator[str]:
    """Serve a site by nginx, which keeps its own files in ``folder``."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder.mkdir(parents=True, exist_ok=True)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {folder};" for kind in kinds)
    user = f"{pwd.getpwuid(os.geteuid()).pw_name} {grp.getgrgid(os.getegid()).gr_name}"
    config = folder / "nginx.conf"
    config.write_text(
        NGINX.format(user=user, folder=folder, port=port, site=site, temporary=temporary), "utf-8"
    )
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        raise SystemExit("缺少 nginx：请运行 apt-get install nginx-light")
    server = subprocess.Popen([nginx, "-c", str(config), "-p", str(folder)])
    time.sleep(0.5)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


class Bytes:
    """Counts what a page's requests transferred (headers included)."""

    def __init__(self, session: CDPSession) -> None:
        self.total = 0
        self.files = 0
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, Any]) -> None:
        self.total += int(event["encodedDataLength"])
        self.files += 1


def observe(base: str, way: Way, queries: Sequence[Query], colds: Sequence[Query]) -> Seen:
    """Ask everything of the search page under an address, in a browser of its own."""
    seen = Seen()
    with chromium() as browser:
        for query in colds:
            page = _opened(browser, base, way, query.typed)
            seen.cold.append(float(page.evaluate(ARRIVED)))
            seen.cold_bytes.append(int(page.evaluate(TRANSFERRED, seen.cold[-1])))
            page.context.close()
        page = _opened(browser, base, way, colds[-1].typed)
        page.evaluate(ARRIVED)
        time.sleep(1)
        counted = Bytes(page.context.new_cdp_session(page))
        for query in queries:
            page.evaluate(REST)
            before, files = counted.total, counted.files
            answer = page.evaluate(way.ask, query.typed)
            seen.warm.append(answer["first"])
            seen.whole.append(answer["whole"])
            seen.told[query.typed] = answer["told"]
            page.evaluate("0")  # a round trip, behind which the events of the network have come
            seen.query_bytes.append(counted.total - before)
            seen.query_files.append(counted.files - files)
        for query in queries[::REPEATED]:
            page.evaluate(REST)
            seen.again.append(page.evaluate(way.ask, query.typed)["first"])
        seen.memory = _memory(browser)
    return seen


def _opened(browser: Browser, base: str, way: Way, typed: str) -> Page:
    context = browser.new_context(locale="zh-CN")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(way.watch)
    page = context.new_page()
    page.goto(f"{base}/{way.opened.format(quote(typed))}", wait_until="commit")
    return page


def _memory(browser: Browser) -> float:
    """MB of the largest renderer."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return max(_proportional(process["id"]) for process in processes if process["type"] == "renderer")


def _proportional(process: int) -> float:
    """Memory of a process in MB; what it shares is divided among the sharers."""
    told = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
    return int(told[1]) / 1000 if told else 0


def p50(values: Sequence[float]) -> float:
    """Median."""
    return sorted(values)[len(values) // 2] if values else 0


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return quantiles(values, n=20)[-1] if len(values) > 1 else sum(values)
