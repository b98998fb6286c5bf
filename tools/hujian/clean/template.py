"""Licence boxes that a web page adds below every text.

They are known by recurrence (at least three files and a fifth of all have the same line), by the
vocabulary of licences, and by blank lines that set them off; never by one of these alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hujian.clean.context import Context
from hujian.clean.draft import Cut
from hujian.clean.lines import Line, block_cut, lines_of
from hujian.clean.recurrence import TAIL_LINES

LICENCE_WORD = re.compile(
    r"本作品|本模板|公有[领領]域|著作[权權]|版[权權](?!局)|[Pp]ublic domain|维基文库|維基文庫"
    r"|转载自|轉載|本文来源|来源[:：]"
    r"|Creative Commons|CC[ -]BY|保留所有权利|All [Rr]ights [Rr]eserved|授权协议|Copyright|©"
)
_GAP = 2  # empty lines that set a block off
_LONGEST_BLOCK = 1200  # characters

Block = list[Line]


def template_cuts(text: str, context: Context) -> Iterator[Cut]:
    """The blocks at the tail that are such a box, as one cut."""
    if not context.recurring.counts:
        return
    lines = lines_of(text)
    blocks = _blocks([line for line in lines if line.filled][-TAIL_LINES:])
    box = _box(text, blocks, context)
    if box and box[0][0].number > 0 and any(line.filled for line in lines[: box[0][0].number]):
        reason = context.rules.reason("template-footer")
        yield block_cut(lines, (box[0][0].number, box[-1][-1].number), "template-footer", reason)


def _blocks(filled: list[Line]) -> list[Block]:
    """Lines with text, parted where at least two empty lines lie between."""
    blocks: list[Block] = []
    for line in filled:
        if blocks and line.number - blocks[-1][-1].number <= _GAP:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _box(text: str, blocks: list[Block], context: Context) -> list[Block]:
    """The longest tail of blocks that all belong to a licence box and begin with licence wording."""
    box: list[Block] = []
    words: set[str] = set()
    begin = None
    for block in reversed(blocks):
        found = _words(text, block)
        if not _belongs(text, block, found, context):
            break
        box.insert(0, block)
        words |= found
        begin = len(box) if found else begin
    box = box[len(box) - begin :] if begin else []
    widespread = any(context.recurring.widespread(text[x.start : x.end]) for block in box for x in block)
    return box if widespread and words else []


def _words(text: str, block: Block) -> set[str]:
    return set(LICENCE_WORD.findall(text, block[0].start, block[-1].end))


def _belongs(text: str, block: Block, words: set[str], context: Context) -> bool:
    """All its lines recur; or some do, and it speaks of licences in two ways at least."""
    if block[-1].end - block[0].start > _LONGEST_BLOCK or block[0].number == 0:
        return False
    recur = [context.recurring.several(text[line.start : line.end]) for line in block]
    return all(recur) or (any(recur) and len(words) >= 2)
