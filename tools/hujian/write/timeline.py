"""Documents on a line of time, a lane a level, as static SVG; undated ones in a lane of their own.

Colours come from the stylesheet, so that the picture follows light and dark. The table beside it
(``templates/timeline.html``) tells the same to who cannot see it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hujian.model import Level
from hujian.settings import LEVEL_NAMES, LEVELS
from hujian.write.view import chinese_date

_WIDTH, _LABEL, _RIGHT = 720, 76, 24  # units of the drawing: CSS pixels at its full width
_LANE, _AXIS = 44, 26
_TICKS = 8  # at most
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
    url: str  # from the page
    weight: int  # places in it; 1 where it does not matter


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A line of the table beside the picture."""

    name: str
    documents: int
    places: int
    first: str
    last: str


def lane_rows(points: Sequence[Point]) -> list[LaneRow]:
    """One row a level: how many, and from when to when."""
    found = []
    for level in LEVELS:
        here = [p for p in points if p.level == level]
        if here:
            dates = sorted(p.date for p in here if p.date)
            first, last = (dates[0], dates[-1]) if dates else (None, None)
            places = sum(p.weight for p in here)
            found.append(
                LaneRow(LEVEL_NAMES[level], len(here), places, chinese_date(first), chinese_date(last))
            )
    return found


def timeline(points: Sequence[Point], title: str) -> Markup:
    """The picture; empty if there is nothing to show."""
    dated = [p for p in points if p.date]
    undated = [p for p in points if not p.date]
    if not points:
        return Markup("")
    lanes = [level for level in LEVELS if any(p.level == level for p in dated)]
    rows = len(lanes) + bool(undated)
    height = rows * _LANE + (_AXIS if dated else 0)
    out = [_opening(height, title)]
    axis = _Axis([_years(p.date or "") for p in dated]) if dated else None
    if axis:
        out.extend(axis.ticks(len(lanes) * _LANE))
    for number, level in enumerate(lanes):
        out.append(_lane(LEVEL_NAMES[level], number))
        out.extend(
            _dot(p, axis.x(_years(p.date or "")), number, n)
            for n, p in enumerate(sorted((p for p in dated if p.level == level), key=lambda p: p.date or ""))
            if axis
        )
    if undated:
        out.append(_lane(_UNDATED, len(lanes), after_axis=bool(dated)))
        step = min(24.0, (_WIDTH - _LABEL - _RIGHT) / len(undated))
        out.extend(
            _dot(p, _LABEL + 14 + n * step, len(lanes), n, after_axis=bool(dated))
            for n, p in enumerate(undated)
        )
    return Markup("").join([*out, Markup("</svg>")])


class _Axis:
    """Leads from years to the drawing."""

    def __init__(self, years: Sequence[float]) -> None:
        low, high = min(years), max(years)
        self._step = next((s for s in _STEPS if (high - low) / s < _TICKS), 100)
        self._low = math.floor(low / self._step) * self._step
        self._high = max(math.ceil(high / self._step) * self._step, self._low + self._step)

    def x(self, year: float) -> float:
        share = (year - self._low) / (self._high - self._low)
        return _LABEL + 14 + share * (_WIDTH - _LABEL - _RIGHT - 14)

    def ticks(self, top: int) -> list[Markup]:
        out = []
        count = round((self._high - self._low) / self._step)
        for n in range(count + 1):
            year = self._low + n * self._step
            x = f"{self.x(year):.1f}"
            out.append(Markup('<line class="hj-fig-grid" x1="{}" x2="{}" y1="0" y2="{}"/>').format(x, x, top))
            out.append(
                Markup('<text class="hj-fig-tick" x="{}" y="{}">{}</text>').format(
                    x, top + 18, _year_name(year, self._step)
                )
            )
        return out


def _opening(height: int, title: str) -> Markup:
    return Markup(
        '<svg class="hj-fig" viewBox="0 0 {} {}" role="group" aria-label="{}" '
        'xmlns="http://www.w3.org/2000/svg">'
    ).format(_WIDTH, height, title)


def _lane(name: str, number: int, *, after_axis: bool = False) -> Markup:
    y = _top(number, after_axis) + _LANE / 2
    line = Markup('<line class="hj-fig-lane" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(_LABEL, _WIDTH, y, y)
    return line + Markup('<text class="hj-fig-name" x="0" y="{}">{}</text>').format(y + 4, name)


def _dot(point: Point, x: float, lane: int, number: int, *, after_axis: bool = False) -> Markup:
    """Neighbours step up and down a little, so that those of one day stay apart."""
    radius = min(_LARGEST, _RADIUS * math.sqrt(max(1, point.weight)))
    y = _top(lane, after_axis) + _LANE / 2 + (0, -8, 8)[number % 3]
    told = f"{point.name}，{chinese_date(point.date)}"
    if point.weight > 1:
        told += f"，{point.weight} 处"
    return Markup(
        '<a href="{}" aria-label="{}"><circle class="hj-fig-dot" cx="{:.1f}" cy="{}" r="{:.1f}">'
        "<title>{}</title></circle></a>"
    ).format(point.url, told, x, y, radius, told)


def _top(lane: int, after_axis: bool) -> int:
    return lane * _LANE + (_AXIS if after_axis else 0)


def _years(iso: str) -> float:
    """A date as a number of years; an unknown month or day stands in the middle."""
    parts = [int(p) for p in iso.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    day = parts[2] if len(parts) > 2 else 15
    return parts[0] + (parts[1] - 1) / 12 + (day - 1) / 366


def _year_name(year: float, step: float) -> str:
    whole, month = divmod(round(year * 12), 12)
    return str(whole) if step >= 1 else f"{whole}.{month + 1:02d}"
