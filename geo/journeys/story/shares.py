"""Where some of many start: where all of them set out, or the place that people were leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.journeys.story.agreement import REAL
from geo.journeys.story.draft import Located
from geo.journeys.story.fitting import is_onward
from geo.journeys.story.positions import figures_of, goal_of, is_apart, may_start, taken_from
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.contracts import Place
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft


def with_the_rest(draft: JourneyDraft, earlier: list[JourneyDraft]) -> Located | None:
    """Start "the third reached Ica" where the ships that it is one of had set out."""
    first = draft.mentions[0]
    same = [draft, *(one for one in earlier if _is_of_verb(one.mentions[0], first))]
    wholes = {one.whole for other in same for one in figures_of(other)} - {None}
    if not draft.statuses <= REAL or first.is_before:
        return None
    for other in reversed(earlier):
        start = other.ends.get(Role.ORIGIN)
        frame = other.mentions[0].trigger.frame
        is_off = frame.phase is Phase.START or frame.empties or is_set_against(draft, other)
        is_off = is_off and other.statuses <= REAL
        some = other.mentions[0].mover.figure
        if some is not None and some.whole is not None:
            continue  # "six of them had left Lima; the other three turned south for Ica"
        if start is not None and is_off and wholes & set(figures_of(other)):
            is_new = may_start(draft, start.place)
            return taken_from(start, "where all of them set out") if is_new else None
    return None


def _is_of_verb(one: MotionMention, other: MotionMention) -> bool:
    """Whether one verb tells of both: "one went to Lima, one to Ica"."""
    return one.scene is other.scene and one.trigger.at == other.trigger.at


def is_set_against(draft: JourneyDraft, other: JourneyDraft) -> bool:
    """Whether one of those who left did otherwise: "ten sailed to Lima, but one put into Ica"."""
    first = draft.mentions[0]
    words = (first.scene.low(i) for i in first.scene.tree.children(first.trigger.at, "cc"))
    is_but = any(word in listed("breaks_plan") for word in words)
    is_same = first.mover.figure in set(figures_of(other))
    return is_but and other.last.scene is first.scene and not is_same


def is_part(draft: JourneyDraft) -> bool:
    """Whether its words tell of some alone: "two of the hikers got to Lima; the third …"."""
    mover, scene = draft.mentions[0].mover, draft.mentions[0].scene
    if mover.word is None or scene.tokens[mover.word].tag != "NUM":
        return False
    is_one = mover.figure is not None and mover.figure.whole is not None  # "One, who was ill"
    return is_one or any(
        scene.tree.preposition(i) == "of" for i in scene.tree.children(mover.word, "nmod")
    )


def is_share(mention: MotionMention) -> bool:
    """Whether it is of some alone, like what was told before: "some have gone to Uganda"."""
    word = mention.mover.word
    is_part = word is not None and mention.scene.low(word) in listed("part_of_many")
    return is_part and not is_onward(mention)


def emptied(
    draft: JourneyDraft, mentions: list[MotionMention], places: Mapping[str, Place]
) -> Located | None:
    """Let those who were driven away have left the place that others were sent away from."""
    goal = goal_of(draft)
    is_group = any(one.sort is Sort.GROUP or one.is_many for one in figures_of(draft))
    if goal is None or not is_group or not draft.statuses <= REAL:
        return None
    for other in mentions:
        reach, figure = other.reach(Role.ORIGIN), other.mover.figure
        if other.scene.index >= draft.mentions[0].scene.index:
            return None
        is_left = other.trigger.frame.empties and len(other.reaches) == 1
        if reach is None or figure is None or not is_left or figure.sort is not Sort.GROUP:
            continue
        place = places.get(reach.toponym.id)
        if place is not None and is_apart(draft, place):
            why = f"people were leaving {place.name}"
            return Located(
                spot=reach.spot, first=reach.first, place=place, scene=other.scene, why=why
            )
    return None
