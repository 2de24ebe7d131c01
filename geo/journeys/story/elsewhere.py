"""Mentions of an end that was not the goal: "docked in Lima instead", "ended up in Cusco"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.mention import is_homeward
from geo.journeys.sentence.places import Relation, relate
from geo.journeys.story.agreement import REAL, UNMADE, same_traveller
from geo.journeys.story.draft import FIRST, JourneyDraft, Located
from geo.journeys.story.forced import is_forced
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.sentence.triggers import Trigger


def elsewhere(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Let "a jet bound for Lima landed in Quito instead" be one that was diverted to Quito."""
    is_otherwise = _is_otherwise(mention) or _could_not_before(drafts, mention)
    is_otherwise |= _fell_short(drafts, mention) or _is_short(mention)
    if mention.status not in REAL or not (is_otherwise or _comes_down(mention)):
        return False
    end = next((end for reach, end in ends if reach.role is Role.DESTINATION), None)
    for draft in reversed(drafts[-FIRST:]) if end is not None else ():
        goal = draft.ends.get(Role.DESTINATION)
        near = mention.scene.index - draft.last.scene.index
        # "a ferry that was to have sailed to Lima went to Ica instead"
        is_off = LegStatus.CANCELLED in draft.statuses <= {LegStatus.CANCELLED, *REAL}
        is_meant = near == 0 and is_otherwise and is_off
        is_open = draft.outcome is None and (is_meant or not draft.statuses & UNMADE)
        if near > 1 or not is_open or not same_traveller(draft.last, mention):
            continue
        is_ended = goal is None and end is not None and not _is_short(mention)
        if is_ended and end is not None and _is_left(draft, end):
            draft.ends[Role.DESTINATION] = end  # "fled from Lima and turned up in Ica"
            told = diverted(mention)  # "the flight from Lima came down in Ica instead"
            draft.mentions.append(told)
            draft.outcome = draft.outcome if told is mention else told
            return True
        if goal is None or end is None or relate(goal.place, end.place) is not Relation.APART:
            return mention.trigger.frame.elsewhere
        if not is_otherwise and (near or not _is_way(draft.last)):
            return False
        _went_there(draft, mention, ends, end)
        return True
    # "ended up in jail" is no journey by itself; "stolen in Lima, it turned up in Ica" is one
    return mention.trigger.frame.elsewhere and mention.reach(Role.ORIGIN) is None


def fails_there(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Let "left Lima for Ica but could not land there" be one journey, with another end maybe."""
    goal = next((end for reach, end in ends if reach.role is Role.DESTINATION), None)
    if goal is None or not (_is_end(mention) and _could_not(mention)):
        return False
    for draft in reversed(drafts[-FIRST:]):
        told = draft.ends.get(Role.DESTINATION)
        is_open = draft.outcome is None and bool(draft.statuses) and draft.statuses <= REAL
        if draft.last.scene is not mention.scene or not is_open or told is None:
            continue
        is_there = relate(told.place, goal.place) is Relation.SAME
        if is_there and same_traveller(draft.last, mention):
            draft.mentions.append(mention)
            return True
    return False


def _could_not(mention: MotionMention) -> bool:
    """Whether somebody was not able to do it: "could not land in Lima"."""
    scene = mention.scene
    helpers = (scene.low(i) for i in scene.tree.children(mention.trigger.at, "aux"))
    is_able = any(low in listed("ability") for low in helpers)
    return is_able and mention.status is LegStatus.CANCELLED


def _is_left(draft: JourneyDraft, end: Located) -> bool:
    """Whether it was told where a journey began, and that this was elsewhere."""
    start = draft.ends.get(Role.ORIGIN)
    is_real = draft.statuses <= REAL and draft.stopped is None
    return is_real and start is not None and relate(start.place, end.place) is Relation.APART


def _could_not_before(drafts: list[JourneyDraft], mention: MotionMention) -> bool:
    """Whether its sentence has just told where it could not get to: "could not land in Lima"."""
    if not drafts:
        return False
    last = drafts[-1].last
    is_told = last.scene is mention.scene and last.position < mention.position
    return is_told and _could_not(last) and _is_end(last)


def _fell_short(drafts: list[JourneyDraft], mention: MotionMention) -> bool:
    """Whether it was just told how far they got: "got as far as the island and landed at Lima"."""
    if not drafts or not _is_end(mention):
        return False
    last = drafts[-1].last
    is_next = last.scene is mention.scene and last.position < mention.position
    is_short = any(reach.role is Role.STOP for reach in last.reaches) and _is_end(last)
    return is_next and is_short and last.status in REAL


def _went_there(
    draft: JourneyDraft,
    mention: MotionMention,
    ends: list[tuple[Reach, Located]],
    end: Located,
) -> None:
    """Let a journey have ended there, or have stopped there for fuel."""
    if _is_halt(mention):
        draft.via.append(end)
        draft.mentions.append(mention)
        return
    if _is_short(mention):
        standing = replace(mention.standing, status=LegStatus.UNDER_WAY)
        draft.halted = end
        draft.mentions.append(replace(mention, standing=standing))
        return
    told = _as_diverted(mention)
    for reach, start in ends:
        if reach.role is Role.ORIGIN:
            draft.ends.setdefault(Role.ORIGIN, start)
    draft.outcome = told
    draft.ended = end
    draft.mentions.append(told)


def _is_short(mention: MotionMention) -> bool:
    """Whether it only says how far they got: "got no farther than Lima"."""
    return "falls_short" in mention.trigger.entry.properties


def _is_otherwise(mention: MotionMention) -> bool:
    """Whether its own words say that it was not meant so: "instead", "but", "had to land"."""
    is_against = mention.trigger.frame.elsewhere or is_instead(mention) or _is_but(mention)
    return is_against or (_is_end(mention) and is_forced(mention))


def _as_diverted(mention: MotionMention) -> MotionMention:
    return replace(mention, standing=replace(mention.standing, status=LegStatus.DIVERTED))


def diverted(mention: MotionMention) -> MotionMention:
    """Let "one ship went to Lima instead" be of a ship that was diverted; people may choose so."""
    figure = mention.mover.figure
    is_vehicle = figure is not None and figure.sort is Sort.VEHICLE
    is_so = is_vehicle and mention.status in REAL and is_instead(mention)
    return _as_diverted(mention) if is_so else mention


def is_sent_round(scene: Scene, trigger: Trigger, reaches: tuple[Reach, ...]) -> bool:
    """Whether a way was forced on somebody: "were made to pass through Lima"."""
    head = scene.tree.head(trigger.at)
    is_way = bool(reaches) and all(one.role is Role.VIA for one in reaches)
    beside = scene.tree.children(trigger.at, "advmod")
    if is_homeward(scene, trigger):
        return False  # "instead she flew home by way of Lima"
    if is_way and any(scene.low(i) in listed("instead") for i in beside):
        return True  # "was sent by way of Lima instead"
    return (
        is_way
        and head is not None
        and scene.low(head) in listed("compels")
        and scene.tree.is_passive(head)
        and scene.relation(trigger.at) in {"xcomp", "advcl", "ccomp"}
    )


def _is_but(mention: MotionMention) -> bool:
    """Whether it is set against what went before: "left Lima for Ica but landed in Cusco"."""
    scene, at = mention.scene, mention.trigger.at
    return _is_end(mention) and any(
        scene.low(i) in listed("breaks_plan") for i in scene.tree.children(at, "cc")
    )


def is_named_for_way(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether it is of what was just named by its way: "a flight to Lima was recalled"."""
    last = draft.last
    figure = mention.mover.figure
    is_it = mention.mover.word == last.trigger.at or figure is last.mover.figure is not None
    return is_it and last.scene is mention.scene and _is_way(last)


def _is_way(mention: MotionMention) -> bool:
    """Whether it names somebody by the way that he was to go: "bound for Lima", "a flight to"."""
    figure = mention.mover.figure
    is_noun = mention.trigger.frame.noun and figure is not None and figure.sort is Sort.VEHICLE
    at = mention.trigger.at
    is_clause = mention.scene.relation(at) == "acl" and mention.scene.tokens[at].fine == "VBG"
    is_clause = is_clause and mention.status is LegStatus.UNDER_WAY  # "a plane flying to Lima"
    return is_noun or is_clause or "adjective" in mention.trigger.entry.forms


def _comes_down(mention: MotionMention) -> bool:
    """Whether "a jet on its way to Lima landed in Ica", "was sent" or "forced to fly there".

    So it is of one that "made for Ica".
    """
    is_sent = mention.trigger.frame.sends and mention.scene.tree.is_passive(mention.trigger.at)
    is_sent = is_sent or (is_forced(mention) and not mention.trigger.frame.returns)
    roles = {one.role for one in mention.reaches}
    is_off = mention.trigger.frame.phase is Phase.START and roles == {Role.DESTINATION}
    return mention.mode is Mode.AIR and (_is_end(mention) or is_sent or is_off)


def _is_halt(mention: MotionMention) -> bool:
    """Whether it was for fuel, or another stop on the way; no "ran low on fuel and landed"."""
    scene = mention.scene
    return any(
        scene.low(i) in listed("halt_for") and not _is_short_of(scene, i)
        for i in range(scene.dateline, len(scene))
        if i >= mention.trigger.first or scene.tag(i) == "VERB"
    )


def _is_short_of(scene: Scene, word: int) -> bool:
    """Whether there was too little of it: "landed there short of fuel"."""
    head = scene.tree.head(word)
    return head is not None and scene.tag(head) in {"ADJ", "ADV"}


def _is_end(mention: MotionMention) -> bool:
    """Whether it tells where a journey ended that was no return."""
    frame = mention.trigger.frame
    return frame.phase is Phase.END and not frame.returns


def is_instead(mention: MotionMention) -> bool:
    """Whether it tells of what was done in the stead of another journey."""
    scene = mention.scene
    last = max((one.last for one in mention.reaches), default=mention.trigger.last)
    words = {*scene.tree.children(mention.trigger.at, "advmod"), last + 1, scene.dateline}
    return any(scene.low(i) in listed("instead") for i in words)
