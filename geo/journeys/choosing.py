"""Drafts of journeys go in; those that are likely journeys come out, and the doubtful ones apart.

A scorecard: each sign (`geo.journeys.signs`) has a weight, and their sum decides. The weights were
learned from stories with the right answers (`python -m tools.fit_journeys`).
"""

from __future__ import annotations

from functools import cache
from math import fsum
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.contracts import LegStatus
from geo.journeys.signs import signs_of
from geo.journeys.story.agreement import UNMADE
from geo.journeys.story.draft import TURNED
from geo.lexicon.tables import nested

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from geo.journeys.story.draft import JourneyDraft

TABLE = "journey_signs.json"  # in the folder of the language
_NOT_WHOLE = frozenset({*UNMADE, *TURNED, LegStatus.GENERAL})


class Judge(NamedTuple):
    """What each sign speaks for or against; ``base`` is what is so of any draft.

    A text of fewer than ``sentences`` is shorter than any story that the weights were fitted to.
    """

    base: float
    signs: Mapping[str, float]
    sentences: int

    def weigh(self, signs: Collection[str]) -> float:
        """Add up what signs speak for: below 0 more against. Those not listed count for nothing."""
        # in whatever order a set gives them: a plain sum of floats depends on it
        return fsum((self.base, *(self.signs.get(one, 0.0) for one in signs)))


def choose(
    drafts: Sequence[JourneyDraft], sentences: int
) -> tuple[list[JourneyDraft], list[JourneyDraft]]:
    """Part the drafts of a text of so many sentences into likely journeys and doubtful ones.

    Only journeys that would be drawn whole are judged (`is_judged`).
    """
    if not drafts or sentences < judge().sentences:
        return list(drafts), []
    parted: tuple[list[JourneyDraft], list[JourneyDraft]] = [], []
    for draft, signs in zip(drafts, signs_of(drafts), strict=True):
        parted[is_judged(draft) and judge().weigh(signs) < 0].append(draft)
    return parted


def is_judged(draft: JourneyDraft) -> bool:
    """Whether a draft is a trip that was made or is meant: no way in general, none that failed."""
    return draft.statuses.isdisjoint(_NOT_WHOLE)


@cache
def judge() -> Judge:
    """Read the weights that judge journeys."""
    return to_judge(nested(TABLE.removesuffix(".json")))


def to_judge(table: Mapping[str, Any]) -> Judge:
    """Take weights from their written form."""
    return Judge(base=table["any draft"], signs=table["signs"], sentences=table["sentences"])
