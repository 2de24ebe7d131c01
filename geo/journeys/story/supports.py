"""Mentions that only tell more of a journey: a meeting at its end, miles that lead there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.places import Relation, relate
from geo.journeys.story.agreement import UNMADE
from geo.journeys.story.draft import FIRST, JourneyDraft, Located
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.mention import MotionMention


def support(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> None:
    """Let a meeting, or miles that lead there, tell more of the journey that ends there."""
    is_meeting = mention.trigger.frame.phase is Phase.MEETING
    starts = [end for reach, end in ends if reach.role is Role.ORIGIN]
    ends = [(reach, end) for reach, end in ends if reach.role is Role.DESTINATION]
    if ends and not is_meeting and _leads_on(drafts, mention, starts, ends[0][1]):
        return
    for draft in reversed(drafts):
        goal = draft.ends.get(Role.DESTINATION)
        is_open = bool(draft.statuses & {LegStatus.PLANNED, LegStatus.UNDER_WAY})
        if goal is None or not ends or not is_open or draft.outcome is not None:
            continue
        if is_meeting and mention.status is not LegStatus.PLANNED:
            continue
        if relate(goal.place, ends[0][1].place) is Relation.SAME:
            draft.mentions.append(mention)
            return


def _leads_on(
    drafts: list[JourneyDraft], mention: MotionMention, starts: list[Located], end: Located
) -> bool:
    """Let "the 683 miles to Lima" say where those go who were just told to have left."""
    if any(_is_told_in(draft, mention, end) for draft in drafts[-FIRST:]):
        return False  # "in May a herd walked the 500 km to Lima"
    for draft in reversed(drafts[-FIRST:]):
        origin = draft.ends.get(Role.ORIGIN)
        near = abs(mention.scene.index - draft.last.scene.index)
        is_open = draft.outcome is None and Role.DESTINATION not in draft.ends
        if origin is None or not (is_open and (near <= 1 or starts)) or draft.statuses & UNMADE:
            continue
        same = [one for one in starts if relate(origin.place, one.place) is Relation.SAME]
        if bool(same) == bool(starts) and relate(origin.place, end.place) is Relation.APART:
            draft.ends[Role.DESTINATION] = replace(end, why="the way told of leads there")
            draft.mentions.append(mention)
            return True
    return False


def _is_told_in(draft: JourneyDraft, mention: MotionMention, end: Located) -> bool:
    """Whether the sentence itself tells of a journey that ends there."""
    goal = draft.ends.get(Role.DESTINATION)
    is_here = any(one.scene is mention.scene for one in draft.mentions)
    return is_here and goal is not None and relate(goal.place, end.place) is Relation.SAME
