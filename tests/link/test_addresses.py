from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hujian.errors import ContentError
from hujian.link import Lock, assign, former_paths, read_lock, renew, write_lock
from hujian.link.names import document_id
from hujian.link.sketch import likeness, sketch
from hujian.model import Document, Formulation, Span
from making import make_document

A = "各级图书馆要把读者放在首位，努力做好阅读推广工作，让更多的人走进图书馆。"
B = "要加强基层服务点建设，完善通借通还制度，方便群众就近阅读，就近还书。"
C = "要做好未成年人阅读服务，开展形式多样的亲子共读活动，培养阅读习惯。"
D = "志愿者队伍建设要常抓不懈，建立健全培训、管理、激励等各项工作制度。"


def lock_of(*documents: Document, before: Lock | None = None) -> Lock:
    """The lock file that ``hujian lock`` would write, by way of its text."""
    return read_lock(write_lock(renew(documents, assign(documents, before), (), before)))


def ids_after(lock: Lock, *lines: str, path: str = "a.txt") -> tuple[tuple[str, ...], dict[str, str]]:
    document = make_document(*lines, path=path)
    address = assign([document], lock).addresses[path]
    return address.paragraphs, {alias: address.paragraphs[at] for alias, at in address.aliases}


def test_without_a_lock_paragraphs_are_numbered() -> None:
    document = make_document(A, B)
    addressed = assign([document], None)
    assert addressed.addresses["a.txt"].paragraphs == ("p1", "p2")
    assert addressed.stale == ()


def test_an_unchanged_text_keeps_its_addresses_and_is_not_stale() -> None:
    document = make_document(A, B, C)
    lock = lock_of(document)
    addressed = assign([document], lock)
    assert addressed.addresses["a.txt"].paragraphs == ("p1", "p2", "p3")
    assert addressed.stale == ()


@pytest.mark.parametrize(
    ("lines", "ids", "aliases"),
    [
        ((D, A, B, C), ("p4", "p1", "p2", "p3"), {}),
        ((A, D, B, C), ("p1", "p4", "p2", "p3"), {}),
        ((C, A, B), ("p3", "p1", "p2"), {}),
        ((A, B.replace("方便群众", "方便广大群众"), C), ("p1", "p2", "p3"), {}),
        ((A, C), ("p1", "p3"), {"p2": "p1"}),
        ((D,), ("p4",), {"p1": "p4", "p2": "p4", "p3": "p4"}),
    ],
    ids=["inserted first", "inserted", "moved", "lightly changed", "dropped", "rewritten"],
)
def test_edits(lines: tuple[str, ...], ids: tuple[str, ...], aliases: dict[str, str]) -> None:
    lock = lock_of(make_document(A, B, C))
    assert ids_after(lock, *lines) == (ids, aliases)


def test_of_two_alike_paragraphs_only_one_is_the_edited_one() -> None:
    lock = lock_of(make_document(A + "甲。", A + "乙。"))
    assert ids_after(lock, A + "丙。", C) == (("p2", "p3"), {"p1": "p2"})


def test_numbers_are_never_reused_and_aliases_survive_further_edits() -> None:
    first = lock_of(make_document(A, B, C))
    second = lock_of(make_document(A, B), before=first)
    third = lock_of(make_document(A), before=second)
    ids, aliases = ids_after(third, A, D)
    assert ids == ("p1", "p4")
    assert set(aliases) == {"p2", "p3"}


def test_a_changed_text_is_stale() -> None:
    lock = lock_of(make_document(A, B))
    assert assign([make_document(A, B + "改")], lock).stale == ("a.txt",)


def test_a_renamed_file_keeps_its_page() -> None:
    lock = lock_of(make_document(A, B, path="旧名.txt"))
    renamed = make_document(A, B, path="新名.txt")
    addressed = assign([renamed], lock)
    assert addressed.addresses["新名.txt"].id == document_id("旧名.txt")
    assert addressed.retired == ()
    assert addressed.stale == ("新名.txt",)


def test_a_new_file_never_takes_the_page_of_a_renamed_one() -> None:
    lock = lock_of(make_document(A, path="a.txt"))
    documents = [make_document(A, path="b.txt"), make_document(C, path="a.txt")]
    ids = {p: a.id for p, a in assign(documents, lock).addresses.items()}
    assert len(set(ids.values())) == 2


def test_a_dropped_file_leaves_a_page_with_all_its_anchors() -> None:
    lock = lock_of(make_document(A, B, path="a.txt"), make_document(C, path="b.txt"))
    (retired,) = assign([make_document(C, path="b.txt")], lock).retired
    assert retired.url == "texts/a.html"
    assert retired.anchors == ("p1", "p2")
    again = lock_of(make_document(C, path="b.txt"), before=lock)
    assert assign([make_document(C, path="b.txt")], again).retired == (retired,)


def test_a_dropped_file_leads_to_one_that_holds_the_same_text() -> None:
    lock = lock_of(make_document(A, B, path="a.txt"), make_document(A, B, path="b.txt"))
    (retired,) = assign([make_document(A, B, path="b.txt")], lock).retired
    assert (retired.url, retired.successor) == ("texts/a.html", "texts/b.html")
    (changed,) = assign([make_document(A, B + "改", path="b.txt")], lock).retired
    assert changed.successor == ""


def test_formulations_that_were_locked_stay_locked() -> None:
    document = make_document(A)
    old = Formulation("f1", "走进图书馆", (), "slogan", (Span("a.txt", 0, 5),))
    lock = renew([document], assign([document], None), [old], None)
    assert renew([document], assign([document], lock), [], lock).formulations == {"f1": "走进图书馆"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 9}', '{"version": 1, "documents": {"a": 1}}'])
def test_a_damaged_lock_is_an_error_and_not_a_renumbering(text: str) -> None:
    with pytest.raises(ContentError, match=r"addresses\.lock\.json") as told:
        read_lock(text)
    assert not re.search(r"[A-Z][a-z]+Error|[a-z]+ [a-z]+", str(told.value).replace("hujian lock", ""))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("2024-03-national.txt", "2024-03-national"),
        ("000_aa23.txt", "000_aa23"),
        ("a/b.txt", "a.b"),
    ],
)
def test_plain_names_are_kept(path: str, name: str) -> None:
    assert document_id(path) == name


@pytest.mark.parametrize(
    "path", ["讲话.txt", "A.txt", "con.txt", "index.txt", "a b.txt", "a.b.txt", "-.txt", "x.docx"]
)
def test_other_names_are_transliterated_and_told_apart(path: str) -> None:
    name = document_id(path)
    assert set(name) <= set(string.ascii_lowercase + string.digits + "-")
    assert name != document_id(path.upper()) or path == path.upper()


@given(st.text(min_size=1), st.text(min_size=1))
def test_likeness_is_symmetric_and_one_for_equal_texts(a: str, b: str) -> None:
    assert likeness(sketch(a), sketch(a)) == 1
    assert likeness(sketch(a), sketch(b)) == likeness(sketch(b), sketch(a))


@given(st.permutations([A, B, C, D]), st.permutations([A, B, C, D]))
def test_moved_paragraphs_keep_their_addresses(before: list[str], after: list[str]) -> None:
    lock = lock_of(make_document(*before))
    ids, aliases = ids_after(lock, *after)
    assert [ids[after.index(line)] for line in before] == ["p1", "p2", "p3", "p4"]
    assert aliases == {}


@given(st.lists(st.lists(st.sampled_from([A, B, C, D]), unique=True), min_size=1, max_size=5))
def test_no_address_ever_dies(history: list[list[str]]) -> None:
    lock: Lock | None = None
    published: set[str] = set()
    for lines in history:
        document = make_document(*lines)
        address = assign([document], lock).addresses["a.txt"]
        if lines:  # an empty page has nowhere to point to
            assert published <= set(address.paragraphs) | {alias for alias, _ in address.aliases}
        published |= set(address.paragraphs)
        lock = lock_of(document, before=lock)


def test_a_file_that_was_renamed_and_edited_keeps_its_page() -> None:
    lines = [f"第{i}段讲的是{word}，与别的段落都不相同。" for i, word in enumerate("春夏秋冬梅兰竹菊")]
    lock = lock_of(make_document(*lines, path="old.txt"))
    edited = make_document(*lines[:-1], "最后一段整个改写过了。", path="new.txt")
    assert former_paths([edited], lock) == {"new.txt": "old.txt"}
    assert assign([edited], lock).addresses["new.txt"].id == "old"
    other = make_document(*lines[:5], "另一篇。", "只是", "套用了", "一半的话。", path="new.txt")
    assert former_paths([other], lock) == {}
    assert former_paths([make_document(*lines, path="old.txt"), edited], lock) == {}
    short = lock_of(make_document(*lines[:3], path="old.txt"))  # too little to tell texts apart
    assert former_paths([make_document(*lines[:2], lines[2] + "！", path="new.txt")], short) == {}
