"""Pictures of pages reduced to coarse cells, so that they can be compared across browsers, fonts and texts.

A cell is the average colour of a square of the screen. Other glyphs change it a little, a lost stylesheet
rule much: where a column goes, text stands on what was paper; where a colour goes, most cells change.
Measured on a text's page: other fonts make up to 1.3 % of the cells differ by more than 20, a line height
of 1.7 instead of 1.8 makes 3.8 %, facts one below the other 13 %, a lost column 20 %.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Page

CELL = 20  # CSS pixels: about a line
_CONTRAST = 20  # of 255: more than other glyphs make
_SHARE = 0.025  # of all cells that may differ so much
_TONE = 2.0  # of 255, in the middle of all cells: paper stays paper
# Averages squares of a PNG picture; gives their colours, and a PNG picture of which each pixel is one.
_REDUCE = """async ([png, cell]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const [width, height] = [Math.floor(image.width / cell), Math.floor(image.height / cell)];
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const small = new ImageData(width, height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
    const { data } = context.getImageData(x * cell, y * cell, cell, cell);
    const sums = [0, 0, 0, 0];
    data.forEach((value, at) => (sums[at % 4] += value));
    small.data.set(sums.map((sum) => Math.round(sum / cell ** 2)), (y * width + x) * 4);
  }
  [canvas.width, canvas.height] = [width, height];
  context.putImageData(small, 0, 0);
  return { width, height, data: [...small.data], png: canvas.toDataURL("image/png").split(",")[1] };
}"""


@dataclass(frozen=True, slots=True)
class Cells:
    """A reduced picture."""

    width: int
    height: int
    colours: tuple[tuple[int, ...], ...]  # red, green, blue, row by row
    png: bytes


def reduced(tool: Page, png: bytes, cell: int = CELL) -> Cells:
    """Reduce a PNG picture; `tool` is any page, left as it is. A cell of 1 reads a stored one."""
    made: dict[str, Any] = tool.evaluate(_REDUCE, [base64.b64encode(png).decode(), cell])
    data = made["data"]
    colours = tuple(tuple(data[at : at + 3]) for at in range(0, len(data), 4))
    return Cells(made["width"], made["height"], colours, base64.b64decode(made["png"]))


def difference(now: Cells, stored: Cells) -> str:
    """What is wrong, in words; empty if the pictures are alike."""
    if (now.width, now.height) != (stored.width, stored.height):
        return f"{now.width} x {now.height} cells instead of {stored.width} x {stored.height}"
    apart = [
        max(abs(a - b) for a, b in zip(x, y, strict=True))
        for x, y in zip(now.colours, stored.colours, strict=True)
    ]
    strong = sum(value > _CONTRAST for value in apart) / len(apart)
    if strong > _SHARE:
        return f"{strong:.1%} of the cells differ by more than {_CONTRAST}, {_where(apart, now.width)}"
    if (tone := median(apart)) > _TONE:
        return f"the cells differ by {tone} in the middle"
    return ""


def _where(apart: Sequence[float], width: int) -> str:
    """The middle half of the cells that differ strongly, in CSS pixels: which part of the page it is."""
    strong = [divmod(at, width) for at, value in enumerate(apart) if value > _CONTRAST]
    quarter = len(strong) // 4
    (left, right), (top, bottom) = (
        (CELL * ordered[quarter], CELL * (ordered[-1 - quarter] + 1))
        for ordered in (sorted(x for _, x in strong), sorted(y for y, _ in strong))
    )
    return f"mostly {left} to {right} px from the left, {top} to {bottom} px from the top"
