"""Drafts of journeys go in; those that are likely journeys come out, and the doubtful ones apart.

What decides was learned from stories with the right answers (`python -m tools.fit_journeys`): small
trees of signs whose leaves add up to how much speaks for a draft's being a journey.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from geo.contracts import LegStatus
from geo.journeys.signs import signs_of
from geo.lexicon.tables import nested

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.journeys.draft import JourneyDraft

TABLE = "journey_signs.json"  # in the folder of the language


class Trees(NamedTuple):
    """Trees of signs: ``columns`` of the signs that each asks, ``leaves`` by which of them hold.

    A text of fewer than ``sentences`` is shorter than any that they were fitted to.
    """

    signs: Mapping[str, int]
    base: float
    columns: np.ndarray
    leaves: np.ndarray
    sentences: int

    def weigh(self, rows: Sequence[set[str]]) -> np.ndarray:
        """Add up the leaves of every row of signs; above 0 more speaks for it than against it."""
        seen = marked(rows, self.signs)[:, self.columns]
        at = seen @ (1 << np.arange(self.columns.shape[1])[::-1])
        return np.asarray(self.base + self.leaves[np.arange(len(self.leaves)), at].sum(axis=1))


def choose(
    drafts: Sequence[JourneyDraft], sentences: int
) -> tuple[list[JourneyDraft], list[JourneyDraft]]:
    """Part the drafts of a text of so many sentences into likely journeys and doubtful ones.

    A way in general is nobody's journey and is left to stand as what it is.
    """
    judged = [one for one in drafts if LegStatus.GENERAL not in one.statuses]
    if not judged or sentences < trees().sentences:
        return list(drafts), []
    signs = dict(zip(map(id, drafts), signs_of(drafts), strict=True))
    weights = trees().weigh([signs[id(one)] for one in judged])
    doubtful = [one for one, weight in zip(judged, weights, strict=True) if weight < 0]
    left_out = set(map(id, doubtful))
    return [one for one in drafts if id(one) not in left_out], doubtful


def marked(rows: Sequence[set[str]], signs: Mapping[str, int]) -> np.ndarray:
    """Lay rows of signs out as a table of zeros and ones; signs not listed count for nothing."""
    table = np.zeros((len(rows), len(signs)), dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, [signs[one] for one in row if one in signs]] = 1
    return table


@cache
def trees() -> Trees:
    """Read the trees that judge journeys."""
    return to_trees(nested(TABLE.removesuffix(".json")))


def to_trees(table: Mapping[str, Any]) -> Trees:
    """Take trees from their written form."""
    return Trees(
        signs={sign: number for number, sign in enumerate(table["signs"])},
        base=table["base"],
        columns=np.array([row[0] for row in table["trees"]]),
        leaves=np.array([row[1] for row in table["trees"]]),
        sentences=table["sentences"],
    )
