"""The whole way: content/ -> read -> clean -> parse -> detect -> link -> Collection.

What is made of the collection (pages, index, records) is the caller's choice: the plugin writes a
site, the command line prints records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from hujian import collector
from hujian.clean import clean_all, load_rules
from hujian.clean import findings_of as flags_of
from hujian.errors import ContentError
from hujian.link import (
    Addressed,
    Lock,
    assign,
    cross,
    former_paths,
    read_lock,
    renew,
    retired_formulations,
)
from hujian.model import (
    Collection,
    Copy,
    Detection,
    Document,
    Finding,
    Instruction,
    Limit,
    Progress,
    silent,
)
from hujian.parse import (
    NO_HEADER,
    CatalogRow,
    acknowledge,
    check,
    correct,
    follow,
    idle_finding,
    parse,
    read_catalog,
    read_instructions,
    unmatched_rows,
)
from hujian.read import Keeper, read_folder, read_keeper
from hujian.settings import FORMULATIONS_FILE, LOCK_FILE
from hujian.store import Cache

_NAMED: Final = 3  # copies of a file that a finding calls by their names


@collector.paused()
def collect(content: Path, cache: Cache, progress: Progress = silent) -> Collection:
    """Read a content folder and find out everything about it. Writes nothing into it.

    Raises:
        ContentError: if the folder cannot be used, or one of the keeper's files as a whole: what he
            corrected must not be gone from the site unnoticed.
    """
    progress("读取", 0)
    folder = read_folder(content)
    keeper = read_keeper(content)
    rules, rule_findings = load_rules(keeper.rules)
    wishes, wish_findings = read_instructions(keeper.formulations or "")
    lock = read_lock(keeper.lock) if keeper.lock is not None else None
    progress("清洗", 0)
    cleaned = clean_all(folder.sources, rules)
    progress("解析", 0)
    parsed = tuple(map(parse, cleaned))
    rows, row_findings = catalog_rows(parsed, keeper, lock)
    documents = tuple(correct(document, rows.get(document.path)) for document in parsed)
    detection = _detection(documents, wishes, cache, progress)
    progress("链接", 0)
    addressed = assign(documents, lock)
    findings = [
        *folder.findings,
        *rule_findings,
        *row_findings,
        *(f for text in cleaned for f in flags_of(text)),
        *(f for document in documents for f in check(document)),
        *wish_findings,
        *_copied(detection.copies),
        *(idle_finding(instruction) for instruction in detection.idle),
        *(_limited(limit) for limit in detection.limits),
        *_lock_findings(addressed, detection, lock),
    ]
    findings += unmatched_rows(rows, (*(d.path for d in documents), *(f.source for f in findings)))
    return Collection(
        documents,
        detection,
        addressed.addresses,
        cross(documents, detection, addressed.addresses),
        tuple(sorted(acknowledge(findings, rows), key=Finding.order)),
        folder.quarantined,
        (*addressed.retired, *retired_formulations(detection.formulations, lock)),
        folder.unpublished,
    )


def catalog_rows(
    documents: Sequence[Document], keeper: Keeper, lock: Lock | None
) -> tuple[dict[str, CatalogRow], tuple[Finding, ...]]:
    """The keeper's catalogue under the present names of the texts, and what is to be said of it.

    Raises:
        ContentError: if its columns cannot be recognised.
    """
    rows, wrong = read_catalog(keeper.catalog or "")
    if unusable := [finding for finding in wrong if finding.code == NO_HEADER]:
        raise ContentError(f"{unusable[0].message}为免丢失改过的内容，没有继续。", unusable[0].remedy)
    texts = {d.path: d.clean.source.sha256 for d in documents}
    followed, moved = follow(rows, texts, former_paths(documents, lock))
    return followed, (*wrong, *moved)


def renewed_lock(collection: Collection, keeper: Keeper) -> Lock:
    """The lock file that ``hujian lock`` writes: today's addresses and all earlier ones."""
    lock = read_lock(keeper.lock) if keeper.lock is not None else None
    addressed = assign(collection.documents, lock)
    return renew(collection.documents, addressed, collection.detection.formulations, lock)


def _detection(
    documents: Sequence[Document], wishes: Sequence[Instruction], cache: Cache, progress: Progress
) -> Detection:
    """What the documents share, remembered in two stages: a corrected date compares nothing again."""
    texts = [_bytes(wishes), *map(_wording, documents)]
    dates = [_bytes(d.date.value) for d in documents]

    def compared() -> Detection:
        from hujian.detect import compare  # noqa: PLC0415  the segmenter takes long to load

        return compare(documents, wishes, progress)

    def detected() -> Detection:
        from hujian.detect import dated  # noqa: PLC0415

        return dated(cache.get("compare", texts, compared), documents)

    return cache.get("detect", [*texts, *dates], detected)


def _wording(document: Document) -> bytes:
    """All of a document that decides what it shares with others."""
    return _bytes((document.path, document.text, document.headings, [p.kind for p in document.paragraphs]))


def _bytes(ingredient: object) -> bytes:
    """Something that a result depends on, by its representation."""
    return repr(ingredient).encode("utf-8", "surrogatepass")


def _limited(limit: Limit) -> Finding:
    message = f"{limit.subject}共 {limit.found} 条，只列出其中最重要的 {limit.told} 条。"
    remedy = f"若缺少需要的提法，请在 {FORMULATIONS_FILE} 中添加。"
    return Finding("limit", "", None, None, message, remedy)


def _copied(copies: Iterable[Copy]) -> Iterator[Finding]:
    """One finding a file, however many copies of it there are."""
    others: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for copy in copies:
        others[copy.a].append((copy.similarity, copy.b))
        others[copy.b].append((copy.similarity, copy.a))
    remedy = "若确为同一文本，请只保留一份，把其余移出文件夹。"
    for file, known in others.items():
        known.sort(key=lambda pair: (-pair[0], pair[1]))
        named = "、".join(f"“{other}”" for _, other in known[:_NAMED])
        more = f"等 {len(known)} 个文件" if len(known) > _NAMED else ""
        least = "" if known[-1][0] == known[0][0] else f"{known[-1][0]:.0%} 至 "
        message = f"与{named}{more}几乎相同（相似度 {least}{known[0][0]:.0%}）。"
        yield Finding("near-duplicate", file, None, None, message, remedy)


def _lock_findings(addressed: Addressed, detection: Detection, lock: Lock | None) -> list[Finding]:
    remedy = "请运行 hujian lock，并把它与文本一同保存。"
    if lock is None:
        message = f"还没有地址登记文件 {LOCK_FILE}：文本改动后，段落网址可能改变。"
        return [Finding("lock-missing", "", None, None, message, remedy)]
    message = "这一文件的段落网址尚未登记，或在登记之后又有改动。"
    found = [Finding("lock-outdated", path, None, None, message, remedy) for path in addressed.stale]
    fresh = sum(f.id not in lock.formulations for f in detection.formulations)
    if fresh:
        found.append(Finding("lock-outdated", "", None, None, f"有 {fresh} 条提法的网址尚未登记。", remedy))
    return found
