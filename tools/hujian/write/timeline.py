"""Documents on a line of time, a lane a level, as static SVG; undated ones in a lane of their own.

Places are shares of the width, so that the picture fits a phone with letters as large as elsewhere.
Colours come from the stylesheet, so that it follows light and dark. The table beside it
(``templates/timeline.html``) tells the same to who cannot see it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from hujian.model import Level
from hujian.settings import LEVEL_NAMES, LEVELS
from hujian.write.shown import chinese_date

_LABEL = 64  # CSS pixels for the lanes' names
_PLOT = 70  # per cent of the picture's width: what is left beside the names, on a phone too
_LANE, _AXIS, _GAP = 44, 26, 14
_TICKS = 5  # at most
_APART = 11.0  # per cent between undated documents: more than the largest is wide, on a phone too
_SINGLE = 200  # points: more are gathered by month or year
_MONTHLY = 20  # years
_STEPS = (1 / 12, 1 / 6, 1 / 4, 1 / 2, 1, 2, 5, 10, 20, 50)  # years between ticks
_RADIUS = 5.0
_LARGEST = 13.0
_UNDATED = "无日期"


@dataclass(frozen=True, slots=True)
class Point:
    """A document on the line."""

    level: Level
    date: str | None  # ISO 8601, with the precision that is known
    name: str
    url: str  # from the page; empty for a gathered point
    weight: int  # places in it; 1 where it does not matter


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A line of the table beside the picture."""

    name: str
    documents: int
    places: int
    first: str  # of the dates that are known
    last: str
    undated: int  # documents that may be older or younger


def lane_rows(points: Sequence[Point]) -> list[LaneRow]:
    """One row a level: how many, and from when to when."""
    found = []
    for level in LEVELS:
        here = [p for p in points if p.level == level]
        if here:
            dates = sorted(p.date for p in here if p.date)
            first, last = (dates[0], dates[-1]) if dates else (None, None)
            places = sum(p.weight for p in here)
            between = chinese_date(first), chinese_date(last)
            undated = len(here) - len(dates)
            found.append(LaneRow(LEVEL_NAMES[level], len(here), places, *between, undated))
    return found


def timeline(points: Sequence[Point], title: str) -> Markup:
    """The picture; empty if there is nothing to show."""
    if not points:
        return Markup("")
    shown = gathered(points) if len(points) > _SINGLE else list(points)
    dated = [p for p in shown if p.date]
    undated = [p for p in shown if not p.date]
    lanes = [level for level in LEVELS if any(p.level == level for p in dated)]
    bottom = len(lanes) * _LANE  # of the dated lanes: there stand the years
    below = bottom + (_AXIS + _GAP if dated else 0)
    names = [_lane(LEVEL_NAMES[level], number * _LANE) for number, level in enumerate(lanes)]
    plot: list[str] = []
    if dated:
        axis = _Axis([bound for p in dated for bound in _span(p.date or "")])
        plot.extend(axis.ticks(bottom))
        for number, level in enumerate(lanes):
            here = sorted((p for p in dated if p.level == level), key=lambda p: p.date or "")
            plot.extend(_mark(p, axis, number * _LANE, n) for n, p in enumerate(here))
    if undated:
        names.append(_apart(below, ruled=bool(dated)))
        step = min(_APART, 100 / len(undated))
        plot.extend(_dot(p, n * step, below, 0) for n, p in enumerate(undated))
    height = below + (_LANE if undated else 0)
    opening = (
        f'<svg class="hj-fig" width="100%" height="{height}" role="group" aria-label="{escape(title)}" '
        'xmlns="http://www.w3.org/2000/svg">'
    )
    inner = f'<svg x="{_LABEL + _LARGEST}" width="{_PLOT}%" overflow="visible">'
    return Markup("".join([opening, *names, inner, *plot, "</svg></svg>"]))


def gathered(points: Sequence[Point]) -> list[Point]:
    """One point a level and month, or a year if they are many years: many documents, few dots."""
    years = [int(p.date[:4]) for p in points if p.date]
    precision = 7 if years and max(years) - min(years) <= _MONTHLY else 4
    groups: dict[tuple[Level, str | None], list[Point]] = defaultdict(list)
    for point in points:
        groups[point.level, point.date[:precision] if point.date else None].append(point)
    return [
        found[0]
        if len(found) == 1
        else Point(level, date, f"{len(found)} 篇", "", sum(p.weight for p in found))
        for (level, date), found in groups.items()
    ]


class _Axis:
    """Leads from years to the drawing."""

    def __init__(self, years: Sequence[float]) -> None:
        low, high = min(years), max(years)
        self._step = next((s for s in _STEPS if (high - low) / s < _TICKS), 100)
        self._low = math.floor(low / self._step) * self._step
        self._high = max(math.ceil(high / self._step) * self._step, self._low + self._step)

    def x(self, year: float) -> float:
        """Per cent of the plot's width."""
        return 100 * (year - self._low) / (self._high - self._low)

    def ticks(self, bottom: int) -> list[str]:
        out = []
        count = round((self._high - self._low) / self._step)
        for n in range(count + 1):
            year = self._low + n * self._step
            x = f"{self.x(year):.1f}%"
            out.append(
                f'<line class="hj-fig-grid" x1="{x}" x2="{x}" y1="0" y2="{bottom}"/>'
                f'<text class="hj-fig-tick" x="{x}" y="{bottom + 18}">{_year_name(year, self._step)}</text>'
            )
        return out


def _lane(name: str, top: int) -> str:
    y = top + _LANE // 2
    return (
        f'<line class="hj-fig-lane" x1="{_LABEL}" x2="100%" y1="{y}" y2="{y}"/>'
        f'<text class="hj-fig-name" x="0" y="{y + 4}">{escape(name)}</text>'
    )


def _apart(top: int, *, ruled: bool) -> str:
    """Where the undated stand: no line of time leads through them, and a rule parts them from those above."""
    rule = f'<line class="hj-fig-rule" x1="0" x2="100%" y1="{top}" y2="{top}"/>' if ruled else ""
    return f'{rule}<text class="hj-fig-name" x="0" y="{top + _LANE // 2 + 4}">{_UNDATED}</text>'


def _mark(point: Point, axis: _Axis, top: int, number: int) -> str:
    """A dated document, with a bar over the month or year where no day is known: none is feigned."""
    start, end = _span(point.date or "")
    dot = _dot(point, axis.x((start + end) / 2), top, number)
    if start == end or not point.url:
        return dot
    y = _height(top, number)
    across = f'x1="{axis.x(start):.1f}%" x2="{axis.x(end):.1f}%"'
    return f'<line class="hj-fig-span" {across} y1="{y}" y2="{y}"/>{dot}'


def _height(top: int, number: int) -> int:
    """Neighbours step up and down a little, so that those of one day stay apart."""
    return top + _LANE // 2 + (0, -8, 8)[number % 3]


def _dot(point: Point, x: float, top: int, number: int) -> str:
    """A document, or several; larger where it has more places."""
    radius = min(_LARGEST, _RADIUS * math.sqrt(max(1, point.weight)))
    y = _height(top, number)
    places = f"，{point.weight} 处" if point.weight > 1 and point.url else ""
    told = escape("，".join([point.name, LEVEL_NAMES[point.level], chinese_date(point.date)]) + places)
    where = f'cx="{x:.1f}%" cy="{y}" r="{radius:.1f}"'
    kind = '"hj-fig-dot"' if point.date else '"hj-fig-dot hj-fig-dot--undated"'
    circle = f"<circle class={kind} {where}><title>{told}</title></circle>"
    return f'<a href="{escape(point.url)}" aria-label="{told}">{circle}</a>' if point.url else circle


def _span(iso: str) -> tuple[float, float]:
    """From when to when a date may be, as numbers of years: a day is a point."""
    year, month, day = [*(int(part) for part in iso.split("-")), 0, 0][:3]
    if not month:
        return year, year + 1
    if not day:
        return year + (month - 1) / 12, year + month / 12
    at = year + (month - 1) / 12 + (day - 1) / 366
    return at, at


def _year_name(year: float, step: float) -> str:
    whole, month = divmod(round(year * 12), 12)
    return str(whole) if step >= 1 else f"{whole}.{month + 1:02d}"
