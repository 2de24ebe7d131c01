"""Finds the best tree in the scores of every word for every head.

References
----------
Chu and Liu, "On the shortest arborescence of a directed graph" (1965); Edmonds, "Optimum
branchings" (1967); one root by trying the likeliest words as roots, after Zmigrod et al., "Please
mind the root" (2020).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEVER = -1e9
# Words that are tried as root where the best tree of all has several.
_ROOTS_TRIED = 5


def best_heads(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Give each word its head, so that all hang on one root, as well as the scores allow.

    ``scores`` has a row for each word and a column for each head; column 0 is the root, column
    i + 1 word i. The answer counts likewise: 0 for the root.
    """
    words = len(scores)
    table = np.full((words + 1, words + 1), _NEVER)
    table[1:] = scores
    np.fill_diagonal(table, _NEVER)
    greedy: NDArray[np.int64] = table.argmax(1)
    greedy[0] = 0
    if (greedy[1:] == 0).sum() == 1 and not _cycle(greedy):
        return greedy[1:]
    roots = np.argsort(-table[1:, 0], kind="stable")[:_ROOTS_TRIED] + 1
    return max((_rooted(table, root) for root in roots), key=lambda heads: _total(table, heads))[1:]


def _rooted(table: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    """Find the best tree whose root is a given word."""
    one = table.copy()
    one[:, 0] = _NEVER
    one[root] = _NEVER
    one[root, 0] = 0
    return _arborescence(one)


def _total(table: NDArray[np.float64], heads: NDArray[np.int64]) -> float:
    return float(table[np.arange(1, len(heads)), heads[1:]].sum())


def _arborescence(table: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give each word the best head; while words run in a circle, fold the circle into one word.

    The circles are folded one by one and unfolded in turn, so that no text is too deep for it.
    """
    folded = []
    while True:
        heads: NDArray[np.int64] = table.argmax(1)
        heads[0] = 0
        circle = _cycle(heads)
        if not circle:
            break
        fold = _Fold(table, heads, circle)
        folded.append(fold)
        table = fold.table
    for fold in reversed(folded):
        heads = fold.unfold(heads)
    return heads


class _Fold:
    """A table of scores in which the words of a circle have become one, the last."""

    def __init__(
        self, table: NDArray[np.float64], heads: NDArray[np.int64], circle: list[int]
    ) -> None:
        self._heads, self._circle = heads, np.array(circle)
        self._kept = np.setdiff1d(np.arange(len(table)), self._circle)
        new = len(self._kept)
        self.table = np.full((new + 1, new + 1), _NEVER)
        self.table[:new, :new] = table[np.ix_(self._kept, self._kept)]
        # Out of the circle: which of its words is the best head of each other word.
        out = table[np.ix_(self._kept, self._circle)]
        self._head_in = self._circle[out.argmax(1)]
        self.table[:new, new] = out.max(1)
        # Into the circle: which of its words gains most, or loses least, by another head.
        inner = table[self._circle, heads[self._circle]]
        into = table[np.ix_(self._circle, self._kept)] - inner[:, None]
        self._entered = self._circle[into.argmax(0)]
        self.table[new, :new] = into.max(0)
        self.table[0] = _NEVER

    def unfold(self, heads: NDArray[np.int64]) -> NDArray[np.int64]:
        """Turn heads in the folded table into heads in the table before."""
        new = len(self._kept)
        before = self._heads.copy()
        for number, word in enumerate(self._kept):
            head = heads[number]
            before[word] = self._head_in[number] if head == new else self._kept[head]
        # The circle opens where its head from outside comes in.
        before[self._entered[heads[new]]] = self._kept[heads[new]]
        before[0] = 0
        return before


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """Find words that hang on each other in a circle; empty if all hang on the root."""
    seen = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        at = start
        while at != 0 and seen[at] == 0:
            seen[at] = start
            at = int(heads[at])
        if at != 0 and seen[at] == start:
            circle = [at]
            while (at := int(heads[at])) != circle[0]:
                circle.append(at)
            return circle
    return []
