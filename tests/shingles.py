"""Compares two texts by the runs of four words that they share."""

from __future__ import annotations

import re
from collections import Counter


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words."""
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def counts(read: str, truth: str) -> tuple[int, int, int]:
    """Give the shingles found rightly, all found, and all that there are."""
    one, other = shingles(read), shingles(truth)
    return sum((one & other).values()), sum(one.values()), sum(other.values())


def f1(read: str, truth: str) -> float:
    """Score a text that was read against the true one, 0 to 1."""
    right, found, there = counts(read, truth)
    return 2 * right / (found + there)
