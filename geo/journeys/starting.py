"""Drafts of journeys go in; those whose start is only implied, and doubtful, come out.

A scorecard as in `geo.journeys.choosing`: a rule proposes a start (`geo.journeys.story.starts`),
what the story says around it speaks for or against. A wrong start is worse than none. The weights
were learned from stories with the right answers (`python -m tools.fit_starts`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.journeys.choosing import Judge, to_judge
from geo.journeys.start_signs import Naming, start_signs
from geo.journeys.story.draft import ENDS
from geo.lexicon.frames import Role
from geo.lexicon.tables import nested

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Place
    from geo.contracts.scene import Scene
    from geo.journeys.story.draft import JourneyDraft

TABLE = "start_signs.json"  # in the folder of the language


def doubtful_starts(
    drafts: Sequence[JourneyDraft],
    scenes: Sequence[Scene],
    places: Mapping[str, Place],
    sentences: int,
) -> list[JourneyDraft]:
    """List the drafts of a text of so many sentences whose implied start is doubtful.

    A text shorter than any story that the weights were fitted to stays as the rules read it.
    """
    if sentences < starts_judge().sentences:
        return []
    implied = implied_starts(drafts, scenes, places)
    return [drafts[one] for one, signs in implied.items() if starts_judge().weigh(signs) < 0]


def implied_starts(
    drafts: Sequence[JourneyDraft], scenes: Sequence[Scene], places: Mapping[str, Place]
) -> dict[int, set[str]]:
    """Give the signs of every start that the story only implies, by the number of its draft."""
    naming = Naming(scenes, places)
    return {
        number: set(start_signs(number, drafts, naming))
        for number, draft in enumerate(drafts)
        if draft.ends.keys() >= set(ENDS) and draft.ends[Role.ORIGIN].why
    }


@cache
def starts_judge() -> Judge:
    """Read the weights that judge implied starts."""
    return to_judge(nested(TABLE.removesuffix(".json")))
