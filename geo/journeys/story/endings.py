"""Mentions that tell how a journey told before went on: turned back, diverted, came home, met."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.called_off import is_called_off
from geo.journeys.sentence.dropped import turns_back
from geo.journeys.sentence.mover import NOBODY
from geo.journeys.sentence.negations import is_never_done
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.story.agreement import (
    REAL,
    UNMADE,
    same_traveller,
)
from geo.journeys.story.draft import ENDS, FIRST, NEARBY, RECENT, JourneyDraft, Located
from geo.journeys.story.elsewhere import is_named_for_way
from geo.journeys.story.forced import is_forced, is_taken_back
from geo.journeys.story.order import is_of_another_year
from geo.journeys.story.positions import mine_of
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.mention import MotionMention

_GOAL = Role.DESTINATION


def turn(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Let "turned back" and "was diverted" tell how a journey just told of ended."""
    for draft in reversed(drafts[-FIRST:]):
        near = mention.scene.index - draft.last.scene.index
        is_hope = draft.statuses == {LegStatus.CANCELLED} and not draft.last.trigger.frame.noun
        is_open = draft.outcome is None and (is_hope or not draft.statuses & UNMADE)
        if _is_turned(draft, mention):
            return all(reach.role is not _GOAL for reach, _ in ends)
        if near > NEARBY or not is_open or not same_traveller(draft.last, mention):
            continue
        times = [one.time for one in draft.compared if one.time is not None]
        if times and is_of_another_year(mention, times):
            return True  # "was carried out of Lima in 1972. We went back in 1994"
        if not ends and _is_there(draft):
            return True  # "brought the crew to Lima, turned round and left": no trip failed
        if mention.trigger.frame.alone and not (draft.statuses & REAL or ends):
            standing = replace(mention.standing, status=LegStatus.CANCELLED)
            draft.mentions.append(replace(mention, standing=standing))
            return True  # "meant to sail to Lima and gave up": never begun
        goals = [end for reach, end in ends if reach.role is _GOAL]
        if goals and mention.status is LegStatus.DIVERTED:
            draft.ends.setdefault(_GOAL, goals[-1])
        draft.outcome = mention
        draft.ended = got_to(mention, ends)
        draft.mentions.append(mention)
        turned_to(draft, mention, ends)
        return True
    return False


def _is_turned(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether "was turned back and went by Ica instead" is of this one, and of none before."""
    is_one = draft.outcome is not None and draft.last.scene is mention.scene
    return is_one and same_traveller(draft.last, mention)


def turned_to(
    draft: JourneyDraft, mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> None:
    """Let who "turned back to Lima" have set out there, if nothing else is told of a start."""
    back = next((end for reach, end in ends if reach.role is _GOAL), None)
    goal = draft.ends.get(_GOAL)
    is_other = back is not None and goal is not None
    if back is None or mention.status is not LegStatus.TURNED_BACK or not draft.lacks(Role.ORIGIN):
        return
    if is_other and goal is not None and relate(goal.place, back.place) is Relation.APART:
        draft.ends[Role.ORIGIN] = replace(back, why="turned back there")


def turned_round(mention: MotionMention) -> MotionMention:
    """Let who "turned round and sailed back to Lima" have turned back, if no way out is told."""
    tree, at = mention.scene.tree, mention.trigger.at
    head, last = tree.head(at), mention.trigger.last
    is_back = mention.trigger.frame.returns or not listed("back").isdisjoint(
        {mention.scene.low(last), mention.scene.low(last + 1)}
    )
    is_whither = {one.role for one in mention.reaches} == {_GOAL}
    is_joined = head is not None and mention.scene.relation(at) == "conj"
    if head is None or not (is_back and is_whither and is_joined and mention.status in REAL):
        return mention
    # "turned back and was flown to Lima": that way was made for them
    is_own = not any(tree.is_passive(one) or tree.is_negated(one) for one in (head, at))
    if not (is_own and turns_back(mention.scene, head)):
        return mention
    return replace(mention, standing=replace(mention.standing, status=LegStatus.TURNED_BACK))


def _is_there(draft: JourneyDraft) -> bool:
    """Whether it is told as over: "reached Lima", "brought the crew to Lima"."""
    frame, goal = draft.last.trigger.frame, draft.last.reach(Role.DESTINATION)
    is_over = frame.time == "arrived" and draft.last.status is LegStatus.HAPPENED
    return goal is not None and is_over and not frame.returns


def got_to(mention: MotionMention, ends: list[tuple[Reach, Located]]) -> Located | None:
    """Find where it went instead; a place that it turned back to is not how far it got."""
    stops = [end for reach, end in ends if reach.role is Role.STOP]
    diverted = mention.status is LegStatus.DIVERTED and not stops
    return next((end for reach, end in ends if (reach.role is Role.DESTINATION) is diverted), None)


def returns(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Let "a jet bound for Lima returned to Quito" be one that turned back."""
    is_back = mention.trigger.frame.returns or is_taken_back(mention) or _is_way_back(mention)
    is_back |= _is_steered_back(mention)
    if not is_back or mention.status not in REAL or len(ends) != 1:
        return False
    end = ends[0][1]
    for draft in reversed(drafts[-FIRST:]):
        near = mention.scene.index - draft.last.scene.index
        if near > 1 or not same_traveller(draft.last, mention):
            continue
        if not _is_open(draft, mention) or not _may_come_back(draft, mention, end):
            return False
        # who "turned round and is on the way back to Lima" is told of as who "turned back to Lima"
        role = Role.ORIGIN if draft.ends or draft.outcome is None else Role.DESTINATION
        start = draft.ends.setdefault(role, end)
        if relate(start.place, end.place) is Relation.APART:
            draft.ends.setdefault(Role.DESTINATION, end)
        draft.outcome = draft.outcome or mention
        draft.mentions.append(mention)
        return True
    return False


def _is_steered_back(mention: MotionMention) -> bool:
    """Whether who steers it takes it back: "the pilot took it back to Lima"."""
    scene, at, figure = mention.scene, mention.trigger.at, mention.mover.figure
    is_vehicle = figure is not None and figure.sort is Sort.VEHICLE
    is_taken = mention.trigger.frame.carries and mention.mover.word in scene.tree.objects(at)
    near = scene.tree.children(at, "advmod", "compound:prt")
    return is_vehicle and is_taken and any(scene.low(i) in listed("back") for i in near)


def _is_way_back(mention: MotionMention) -> bool:
    """Whether a phrase leads back: "is on its way back to Lima", "made it back to Lima"."""
    scene, trigger = mention.scene, mention.trigger
    words = {scene.low(i) for i in range(trigger.first, trigger.last + 2)}
    return trigger.entry.is_phrase and not words.isdisjoint(listed("back"))


def calls_off(drafts: list[JourneyDraft], mention: MotionMention) -> bool:
    """Let "the trip was called off" tell that the plan told of last came to nothing."""
    if mention.reaches or not is_called_off(mention.scene, mention.trigger) or not drafts:
        return False
    last = max(drafts[-RECENT:], key=lambda one: one.last.position)
    verb = mention.scene.tree.head(mention.trigger.at)
    is_alone = verb is not None and mention.scene.relation(verb) == "root"
    # "he was booked on a ship, but the crossing was off" is of that ship, not of one before
    is_near = mention.scene.index - last.last.scene.index <= is_alone
    is_meant = LegStatus.PLANNED in last.statuses and not last.statuses & REAL
    if is_near and is_meant and not _is_of_others(last, mention):
        last.mentions.append(replace(mention, mover=NOBODY))
    return True


def _is_of_others(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether "her trip was called off" is of somebody else than the plan told of last."""
    figure, mine = mention.mover.figure, mine_of(draft)
    if figure is None or mention.scene.tree.possessor(mention.trigger.at) is None:
        return False
    return bool(mine) and mine.isdisjoint({figure, figure.owner, figure.whole})


def never_came(drafts: list[JourneyDraft], mention: MotionMention) -> bool:
    """Let "it never came" tell that what was due, as was told just before, did not happen."""
    if mention.reaches or not is_never_done(mention.scene, mention.trigger):
        return False
    for draft in reversed(drafts[-FIRST:]):
        near = mention.scene.index - draft.last.scene.index
        if near <= 1 and draft.statuses <= {LegStatus.PLANNED, LegStatus.CANCELLED}:
            if same_traveller(draft.last, mention):
                standing = replace(mention.standing, status=LegStatus.CANCELLED)
                draft.mentions.append(replace(mention, standing=standing))
            break
    return True


def out_and_back(
    drafts: list[JourneyDraft],
    parts: list[MotionMention],
    mention: MotionMention,
    ends: list[tuple[Reach, Located]],
) -> bool:
    """Let "a barge that set off last week has gone back to Lima" be one that had left Lima."""
    scene, last = mention.scene, mention.trigger.last
    is_back = bool({scene.low(last), scene.low(last + 1)} & listed("back"))
    if not is_back or mention.status not in REAL or [one.role for one, _ in ends] != [_GOAL]:
        return False
    for part in parts:
        is_start = part.trigger.frame.phase is Phase.START and part.status in REAL
        if is_start and part.scene is scene and not part.reaches and same_traveller(part, mention):
            start = replace(ends[0][1], why="came back there")
            parts.remove(part)
            draft = JourneyDraft(mentions=[part, mention], ends={Role.ORIGIN: start})
            draft.outcome = mention
            drafts.append(draft)
            return True
    return False


def _is_open(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether somebody had only set out, or was on the way when forced back."""
    is_start = draft.last.trigger.frame.phase is Phase.START or draft.outcome is not None
    is_start |= is_named_for_way(draft, mention)
    is_start |= _got_so_far(draft.last)
    goal = draft.ends.get(Role.DESTINATION)
    is_aim = goal is not None and goal.scene.low(goal.first) in listed("heads_for")
    is_start |= draft.statuses == {LegStatus.UNDER_WAY} and (is_aim or is_forced(mention))
    return is_start and LegStatus.PLANNED not in draft.statuses


def _got_so_far(mention: MotionMention) -> bool:
    """Whether it tells how far somebody came: "got as far as Lima"."""
    is_end = mention.trigger.frame.phase is Phase.END
    return is_end and any(reach.role is Role.STOP for reach in mention.reaches)


def _may_come_back(draft: JourneyDraft, mention: MotionMention, end: Located) -> bool:
    """Whether a place is that of the start, or another to which they were towed back."""
    origin, goal = draft.ends.get(Role.ORIGIN), draft.ends.get(Role.DESTINATION)
    if goal is None:  # "left Lima and was towed back to Callao", "turned round and is on its way"
        is_turned = draft.outcome is not None and draft.outcome.status is LegStatus.TURNED_BACK
        return is_taken_back(mention) or (is_turned and draft.lacks(Role.ORIGIN))
    is_start = origin is None or relate(origin.place, end.place) is not Relation.APART
    return (is_start or is_taken_back(mention)) and relate(goal.place, end.place) is Relation.APART


def _starts_behind(draft: JourneyDraft, ends: list[tuple[Reach, Located]]) -> bool:
    """Whether a way starts in the land in which the one told of ended."""
    goal = draft.ends.get(Role.DESTINATION)
    starts = [end for reach, end in ends if reach.role is Role.ORIGIN]
    is_there = goal is not None and any(
        relate(goal.place, one.place) is not Relation.APART for one in starts
    )
    return is_there and len(ends) >= len(ENDS)


def _is_abroad(draft: JourneyDraft, ends: list[tuple[Reach, Located]]) -> bool:
    """Whether they crossed into a land that the way told before, all in another, never was in."""
    lands = {draft.ends[role].place.country_code for role in ENDS}
    return len(lands) == 1 and lands.isdisjoint(end.place.country_code for _, end in ends)


def crosses(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Let "crossed the strait from Calais to Dover" be a part of the way told of before."""
    is_part = len(ends) >= len(ENDS) or all(is_broad(end.place) for _, end in ends)
    if not mention.trigger.frame.crosses or mention.status not in REAL or not (ends and is_part):
        return False
    for draft in reversed(drafts[-FIRST:]):
        near = mention.scene.index - draft.last.scene.index
        if near > NEARBY or not draft.statuses <= REAL or len(draft.ends) < len(ENDS):
            continue
        if _starts_behind(draft, ends) or _is_abroad(draft, ends):
            continue  # "reached Cusco. From Peru it crossed the Andes to Chile"
        if draft.last.is_before and not mention.is_before:
            continue  # "had walked from Lima to Ica. On Friday she crossed into Chile": since then
        if same_traveller(draft.last, mention):
            draft.mentions.append(mention)
            draft.via += [end for _, end in ends]
            return True
    return False
