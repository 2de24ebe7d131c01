"""A draft without a start goes in; it gets that of another in which its traveller set out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.sentence.places import Relation, relate
from geo.journeys.story.agreement import REAL
from geo.journeys.story.positions import figures_of, goal_of, may_start, taken_from
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from geo.journeys.story.draft import JourneyDraft, Located


def set_out_elsewhere(draft: JourneyDraft, others: tuple[JourneyDraft, ...]) -> Located | None:
    """Start who "put in at Ilo" where the same had set out from for another goal."""
    goal, mine = goal_of(draft), set(figures_of(draft))
    is_come = draft.mentions[0].trigger.frame.time == "arrived" and draft.statuses <= REAL
    if goal is None or not is_come:
        return None
    found = [
        start
        for other in others
        if mine & set(figures_of(other))
        and other.statuses <= REAL
        and all(one.trigger.frame.phase is Phase.START for one in other.mentions)
        and (start := other.ends.get(Role.ORIGIN)) is not None
        and (end := goal_of(other)) is not None
        and relate(end, goal) is Relation.APART
        and may_start(draft, start.place)
    ]
    if len({one.place.feature_id for one in found}) != 1:
        return None
    return taken_from(found[0], "where it had set out for another place")
