"""Sorting of gram numbers, many millions at a time."""

from __future__ import annotations

import numpy as np

from hujian.detect.letters.suffixes import Longs


def distinct(numbers: Longs) -> Longs:
    """The distinct numbers in ascending order; np.unique would hash them, which takes 50 times as long."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return np.asarray(ordered[first])
