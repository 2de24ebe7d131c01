"""Where the candidates of each group stand among those of all: they adjoin, group by group."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.resolve.groups import Group


class Bounds:
    """Worked out once a story, for all is asked of every group again and again.

    ``group`` and ``begins`` tell of each candidate its group's number and first candidate;
    ``starts`` and ``sizes`` are those of the groups that have candidates.
    """

    def __init__(self, groups: Sequence[Group], *, most: int, likeliest: int) -> None:
        """Take note of so many groups at ``most``, and of so many candidates of each."""
        counts = np.array([len(group.candidates) for group in groups])
        ends = np.cumsum(counts)
        self.parts = [slice(a, b) for a, b in pairwise([0, *ends.tolist()])]
        self.group = np.repeat(np.arange(len(groups)), counts)
        self.begins = np.repeat(ends - counts, counts)
        self.starts, self.sizes = (ends - counts)[counts > 0], counts[counts > 0]
        # Those that are named most often first.
        turns = sorted(range(len(groups)), key=lambda index: -len(groups[index].mentions))
        self.supporters = turns[:most]
        sizes = counts[turns]
        turn = np.empty(len(groups), dtype=int)
        turn[turns] = np.arange(len(groups))
        self._turn = turn[self.group]
        rank = np.arange(len(self.group)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        is_late = np.repeat(np.arange(len(groups)), sizes) >= most
        self._tops = np.flatnonzero(rank == 0)
        self._chosen = np.flatnonzero((rank < likeliest) & ~is_late)

    def likeliest(self, probability: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the likeliest candidate of each group, and the likeliest few of the supporters."""
        order = np.lexsort((-probability, self._turn))
        return order[self._tops], order[self._chosen]
