"""Drafts go in; who came back to a place had started there, where the story does not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.agreement import REAL
from geo.journeys.positions import figures_of, is_apart, taken_from
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from geo.journeys.draft import JourneyDraft, Located


def add_round_trips(drafts: list[JourneyDraft]) -> None:
    """Let who "came home to Lima" have started there."""
    for number, draft in enumerate(drafts):
        first = draft.mentions[0]
        is_back = first.trigger.frame.returns or (
            first.scene.low(first.trigger.last + 1) in listed("back")
        )
        end = draft.ends.get(Role.DESTINATION)
        if not is_back or end is None:
            continue
        _outward(draft, end, drafts[number + 1 :])
        before = drafts[number - 1]
        same = set(figures_of(before)) & set(figures_of(draft))
        if (
            number
            and same
            and before.statuses <= REAL
            and before.lacks(Role.ORIGIN)
            and is_apart(before, end.place)
        ):
            before.ends[Role.ORIGIN] = taken_from(end, f"came back to {end.place.name}")


def _outward(draft: JourneyDraft, end: Located, later: list[JourneyDraft]) -> None:
    """Let who "returned to Lima" have started there, where the way out is told only afterwards."""
    for other in later:
        if not set(figures_of(draft)) & set(figures_of(other)):
            continue
        is_out = other.mentions[0].is_before and other.statuses <= REAL
        if is_out and other.lacks(Role.ORIGIN) and is_apart(other, end.place):
            other.ends[Role.ORIGIN] = taken_from(end, f"came back to {end.place.name}")
        return
