"""Numbers as bits, and bits as text that a classic script may hold.

Exponential Golomb codes of order k (Teuhola 1978) suit gaps between positions: with v + 2**k = w of n bits,
n - 1 - k zeros are followed by the n bits of w. They stay short when positions come in clusters, where
Rice codes do not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]

ESCAPE = 0xE000
"""Stands before a unit that a script may not hold; that unit follows with its highest bit turned."""
_TURN = 0x8000


def _barred_units() -> NDArray[np.bool_]:
    """For every unit whether a string in a script may not hold it: surrogates, controls, marks, quotes."""
    barred = np.zeros(1 << 16, bool)
    barred[0xD800 : ESCAPE + 1] = barred[:0x20] = barred[0xFEFF:] = True
    barred[[ord('"'), ord("\\"), 0x2028, 0x2029]] = True
    return barred


_BARRED = _barred_units()


@dataclass(frozen=True, slots=True)
class Fields:
    """Numbers with their widths in bits (at most 63), in the order in which they are written."""

    values: Numbers
    widths: NDArray[np.int64]


def bit_length(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bits that numbers below 2**53 take; 0 takes none."""
    return np.frexp(values.astype(np.float64))[1].astype(np.int64)


def golomb(values: NDArray[np.int64], order: NDArray[np.int64] | int) -> Fields:
    """Exponential Golomb codes of numbers from 0 to 2**31."""
    raised = values + (np.int64(1) << order)
    return Fields(raised.astype(np.uint64), 2 * bit_length(raised) - 1 - order)


def pack(fields: Fields) -> bytes:
    """Write fields one behind the other, the highest bit first; the last byte is filled with zeros."""
    if not len(fields.values):
        return b""
    ends = np.cumsum(fields.widths)
    starts = ends - fields.widths
    word, offset = starts >> 6, starts & 63
    over = np.maximum(0, offset + fields.widths - 64)  # bits that belong to the next word
    upper = fields.values >> over.astype(np.uint64)
    upper <<= np.maximum(0, 64 - offset - fields.widths).astype(np.uint64)
    words = np.zeros(int(ends[-1] >> 6) + 2, np.uint64)
    first = np.flatnonzero(np.r_[True, word[1:] != word[:-1]])
    words[word[first]] = np.bitwise_or.reduceat(upper, first)
    spilt = np.flatnonzero(over)  # at most one field spills into each word
    words[word[spilt] + 1] |= fields.values[spilt] << (64 - over[spilt]).astype(np.uint64)
    return words.astype(">u8").tobytes()[: int(ends[-1] + 7) >> 3]


def script_text(data: bytes) -> bytes:
    """Write bytes as the inside of a string in a script that is encoded in UTF-16 (little endian)."""
    units = np.frombuffer(data + b"\0" * (len(data) % 2), ">u2").astype(np.uint16)
    barred = _BARRED[units]
    widths = 1 + barred.astype(np.int64)
    written = np.repeat(np.where(barred, units ^ _TURN, units), widths)
    written[(np.cumsum(widths) - widths)[barred]] = ESCAPE
    return written.astype("<u2").tobytes()
