"""Numbers as bits, and bits as text that a classic script may hold.

A string in a script may hold most units of UTF-16, but no surrogates, controls or quotes: a unit's higher
byte is one of 244. So a unit carries one byte as its lower byte, and six units together 47 bits more, as
the digits of a number: 95 bits of 96, where escaping what is barred would take a unit in 28 more.

Exponential Golomb codes of order k (Teuhola 1978) suit gaps between positions: with v + 2**k = w of n bits,
n - 1 - k zeros are followed by the n bits of w. They stay short when positions come in clusters, where
Rice codes do not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]


def _digits() -> NDArray[np.uint16]:
    """The higher bytes that a unit may have, by the digit that each stands for."""
    barred = {0x00, 0x20, *range(0xD8, 0xE0), 0xFE, 0xFF}
    return np.array([byte for byte in range(256) if byte not in barred], np.uint16)


_DIGITS = _digits()
_GROUP, _BITS = 6, 47
"""Units whose higher bytes make one number, and its bits: 244**6 > 2**47."""


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
    """Write bytes as the inside of a string in a script that is encoded in UTF-16 (little endian).

    The first byte written tells how many zeros at the end are filling.
    """
    groups = -(-8 * (len(data) + 1) // (_GROUP * 8 + _BITS))
    size = groups * _GROUP
    filling = size + groups * _BITS // 8 - 1 - len(data)
    taken = bytes([filling]) + data + b"\0" * (filling + 8)
    at = np.arange(groups) * _BITS
    words = np.ndarray(len(taken) - 7, ">u8", taken, strides=(1,))  # one from every byte on
    numbers = words[size + (at >> 3)].astype(np.uint64)
    numbers = (numbers >> (64 - _BITS - (at & 7)).astype(np.uint64)) & np.uint64((1 << _BITS) - 1)
    units = np.empty((groups, _GROUP), np.uint16)
    for place in range(_GROUP - 1, -1, -1):
        rest = numbers // np.uint64(len(_DIGITS))
        units[:, place] = _DIGITS[numbers - rest * np.uint64(len(_DIGITS))]
        numbers = rest
    units <<= 8
    return (units.ravel() | np.frombuffer(taken, np.uint8, size)).astype("<u2").tobytes()
