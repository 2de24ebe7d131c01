"""A draft of a journey and a mention go in; out comes whether the mention speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.helpers import is_unreal
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.story.agreement import (
    REAL,
    UNMADE,
    modes_agree,
    retold,
    same_traveller,
    statuses_agree,
    times_agree,
)
from geo.journeys.story.draft import ENDS, NEARBY, TURNED, JourneyDraft, Located
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from datetime import date

    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.mention import MotionMention


def may_hold(draft: JourneyDraft, mention: MotionMention, published: date | None) -> bool:
    """Whether who, how, when and how sure allow that the mention speaks of the draft."""
    if (
        mention.standing.is_other
        or mention.is_repeated
        or LegStatus.GENERAL in {mention.status, *draft.statuses}
    ):
        return False
    if draft.outcome is not None and mention.status not in TURNED | REAL:
        return False
    is_idle = mention.status is LegStatus.HYPOTHETICAL and draft.statuses & REAL
    if is_idle and is_unreal(mention.scene, mention.trigger.at):
        return False  # "she left Lima": "I would have walked to Ica" is another journey
    # "will not call at Lima" says nothing of whether the journey is made
    known = [
        one
        for one in draft.compared
        if one is not draft.outcome and not (is_stop(one) and one.status in UNMADE)
    ] or draft.compared
    goes_on = (
        Role.DESTINATION not in draft.ends and mention.scene.index - draft.last.scene.index < NEARBY
    )
    if not all(
        (statuses_agree(one, mention) or is_stop(mention) or (goes_on and _is_meant(one, mention)))
        and modes_agree(one, mention)
        and times_agree(one, mention, published)
        for one in known
    ):
        return False
    return any(same_traveller(one, mention) or retold(one, mention) for one in known)


def is_stop(mention: MotionMention) -> bool:
    """Whether it tells of a stop on the way, which may lie before or behind."""
    at_stop = mention.trigger.frame.phase is Phase.STOP
    return at_stop and not mention.trigger.frame.outcome


def _is_meant(one: MotionMention, mention: MotionMention) -> bool:
    """Whether the second tells where somebody who left meant to go."""
    roles = {reach.role for reach in one.reaches}
    if is_onward(mention):
        return False
    is_start = one.trigger.frame.time == "departed"
    return (
        is_start
        and one.status in REAL
        and roles == {Role.ORIGIN}
        and (mention.status is LegStatus.PLANNED or _is_given_up(mention))
    )


def _is_given_up(mention: MotionMention) -> bool:
    """Whether it is a goal given up on the way: "had hoped to reach", no visit called off."""
    return mention.status is LegStatus.CANCELLED and not mention.trigger.frame.noun


def shares_end(
    draft: JourneyDraft, mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Whether an end is the same and none is another; who was diverted comes there only later."""
    if _comes_again(draft, mention) or (draft.ended is not None and _comes_after_all(draft, ends)):
        return False
    relations = [
        relate(draft.ends[reach.role].place, end.place)
        for reach, end in ends
        if reach.role in draft.ends and not reach.onward
    ]
    return bool(relations) and Relation.APART not in relations


def _comes_again(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether who turned back is told to have come there later: "landed at Lima the next noon"."""
    outcome, goal = draft.outcome, mention.reach(Role.DESTINATION)
    is_back = outcome is not None and outcome.status is LegStatus.TURNED_BACK
    is_end = mention.trigger.frame.phase is Phase.END and not mention.trigger.frame.returns
    is_there = is_end and goal is not None and mention.status is LegStatus.HAPPENED
    is_over = outcome is not None and outcome.position < mention.position
    return is_back and is_there and is_over and not mention.is_before


def _comes_after_all(draft: JourneyDraft, ends: list[tuple[Reach, Located]]) -> bool:
    """Whether who landed elsewhere is told to reach the goal: "they came to Lima on Tuesday"."""
    goal, outcome = draft.ends.get(Role.DESTINATION), draft.outcome
    if goal is None or outcome is None or outcome.status is not LegStatus.DIVERTED:
        return False
    return any(
        reach.role is Role.DESTINATION
        and end.spot.toponym is not goal.spot.toponym
        and (end.scene.index, end.first) > outcome.position
        for reach, end in ends
    )


def completes(
    draft: JourneyDraft, mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Whether the mention adds what the draft lacks, close by and by the same traveller."""
    is_near = abs(mention.scene.index - draft.last.scene.index) <= NEARBY
    is_same = any(same_traveller(one, mention) for one in draft.compared)
    is_over = draft.outcome is not None and draft.outcome.position < mention.position
    is_over &= not mention.is_before  # "is on its way back to Lima. It had sailed for Ica"
    is_over |= draft.halted is not None and mention.status not in REAL  # a new plan
    # "took her on to Lima. She came from Ica": nobody went on from where they had come from
    starts = {reach.role for reach, _ in ends} == {Role.ORIGIN}
    is_over |= starts and is_onward(draft.mentions[0]) and draft.last.position < mention.position
    is_over |= _had_come(draft, mention)
    # "reached Lima. Instead of going on, she flew home by way of Ica"
    is_over |= mention.is_homeward and Role.DESTINATION in draft.ends and bool(ends)
    if is_over or not (is_near and is_same) or _is_other(draft, mention, ends):
        return False
    return all(draft.lacks(role) for role in {reach.role for reach, _ in ends} & set(ENDS))


def leaves_end(
    draft: JourneyDraft, mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Whether it only says where they left, which is where they had got to just before.

    "They went to Ica and sailed to Lima, from where they were fetched": nobody left Lima for Ica.
    """
    goal = draft.ends.get(Role.DESTINATION)
    is_start = [reach.role for reach, _ in ends] == [Role.ORIGIN]
    is_just = draft.last.scene is mention.scene and draft.last.position < mention.position
    return (
        goal is not None
        and is_start
        and is_just
        and relate(goal.place, ends[0][1].place) is Relation.SAME
    )


def _is_other(
    draft: JourneyDraft, mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Whether the words say that another journey begins, or name none ("a tour of Asia")."""
    is_tour = not mention.is_whole and any(is_broad(end.place) for _, end in ends)
    is_back = mention.scene.low(mention.trigger.last + 1) in listed("back")
    is_tour |= not ends and (is_back or mention.is_homeward)
    roles = {reach.role for reach, _ in ends}
    is_start = Role.ORIGIN in roles and Role.DESTINATION not in roles  # "carried them from Lima"
    is_picked_up = _is_picked_up(draft, mention) and not is_start
    is_new = is_onward(mention) or is_picked_up or _turns_round(draft, ends)
    is_new |= not ends and _is_any(mention)
    is_new |= _has_come(draft, mention) or _is_years_before(mention)
    return is_tour or is_new or _starts_anew(draft, mention)


def _is_years_before(mention: MotionMention) -> bool:
    """Whether it is told as over for long: "landed in Lima, four years after they fled Arica"."""
    scene, at = mention.scene, mention.trigger.at
    return any(  # parsers hang "years" on "after" or on the verb
        scene.low(i) in listed("after_event") and scene.low(i - 1) in listed("long_period")
        for i in scene.tree.children(at, "mark")
    )


def _had_come(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether what carried them came before that: "took a barge to Ica. It had come from Lima"."""
    figures = {one.mover.figure for one in draft.compared}
    is_other = mention.mover.figure is not None and mention.mover.figure not in figures
    return mention.is_before and mention.trigger.frame.comes_here and is_other


def _has_come(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether it sets out from where they had come to: "arrived from Lima and flew to Cusco".

    "The rhinos come from Lima and were flown to Cusco" tells of one way.
    """
    if mention.reach(Role.DESTINATION) is None or mention.trigger.frame.time != "departed":
        return False
    comes = any(
        is_hither(one) or (one.trigger.frame.comes_here and not one.trigger.frame.descent)
        for one in draft.compared
    )
    return comes and draft.last.position < mention.position


def is_hither(mention: MotionMention) -> bool:
    """Whether somebody "drove up from Lima"."""
    scene, after = mention.scene, mention.trigger.last + 1
    return scene.low(after) in listed("hither") and scene.low(after + 1) == "from"


def _is_any(mention: MotionMention) -> bool:
    """Whether what nobody made is not the journey told of: "he missed a race", not "the race"."""
    scene, trigger = mention.scene, mention.trigger
    words = (scene.low(i) for i in scene.tree.children(trigger.at, "det"))
    is_noun = trigger.frame.noun and mention.status in UNMADE
    return is_noun and not listed("indefinite").isdisjoint(words)


def _starts_anew(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether it goes on from where they had got to: "set out again", "from there they walked"."""
    scene, trigger = mention.scene, mention.trigger
    is_again = scene.low(trigger.last + 1) in listed("second_time")
    is_again |= not listed("never").isdisjoint(trigger.entry.words)  # "never got past Lima"
    start = mention.reach(Role.ORIGIN)
    is_there = start is not None and scene.low(start.spot.first) in listed("here_or_there")
    return (is_again or is_there) and draft.last.position < mention.position


def _is_picked_up(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether others take the traveller on who set out without them: another journey.

    Not so of "the boat, which had left Lima, was towed to Callao": its clause tells the start.
    """
    if not _is_carried(mention) or any(map(_is_carried, draft.compared)):
        return False
    return not any(_is_clause_of(one, mention) for one in draft.compared)


def _is_clause_of(one: MotionMention, mention: MotionMention) -> bool:
    """Whether a mention is a relative clause of another's mover and says where it left."""
    tree, at = one.scene.tree, one.trigger.at
    is_start = {reach.role for reach in one.reaches} == {Role.ORIGIN}
    is_same = one.scene is mention.scene and mention.mover.word is not None
    is_clause = one.scene.relation(at) == "acl" and tree.head(at) == mention.mover.word
    figure = mention.mover.figure
    is_vehicle = figure is not None and figure.sort is Sort.VEHICLE
    is_by_foot = not is_vehicle and one.mode is not Mode.UNKNOWN  # "who had walked from Lima"
    return is_start and is_same and is_clause and not is_by_foot and one.position < mention.position


def _is_carried(mention: MotionMention) -> bool:
    is_passive = mention.scene.tree.is_passive(mention.trigger.at)
    return mention.trigger.frame.carries and (is_passive or mention.mover.carrier is not None)


def is_onward(mention: MotionMention) -> bool:
    """Whether the words say that another way begins: "went on to", "then flew", "continued"."""
    trigger, scene = mention.trigger, mention.scene
    after, before = scene.low(trigger.last + 1), scene.low(trigger.first - 1)
    is_chain = "chains" in trigger.entry.properties or trigger.frame.onward
    is_chain |= not listed("onward").isdisjoint(trigger.entry.words[1:])  # "moved on"
    goes_on = after in listed("onward") and scene.low(trigger.last + 2) in listed("toward")
    goes_on |= any(  # "took her on to Lima"
        scene.low(i) in listed("onward") and scene.low(i + 1) in listed("toward")
        for i in scene.tree.children(trigger.at, "advmod", "compound:prt")
        if i > trigger.last and scene.tree.objects(trigger.at)
    )
    return is_chain or goes_on or before in listed("then")


def _turns_round(draft: JourneyDraft, ends: list[tuple[Reach, Located]]) -> bool:
    """Whether the mention starts where the draft ends, or ends where it starts: another way.

    "Cut short a visit to Spain and flew home from Madrid" starts within where that ends.
    """
    other = {Role.ORIGIN: Role.DESTINATION, Role.DESTINATION: Role.ORIGIN}
    within = {Role.ORIGIN: Relation.INSIDE}
    return any(
        reach.role in other
        and (known := draft.ends.get(other[reach.role])) is not None
        and relate(known.place, end.place) in {Relation.SAME, within.get(reach.role)}
        for reach, end in ends
    )
