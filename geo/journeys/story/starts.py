"""Drafts go in; those that do not say where they start get it from the story, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.figures import is_teller
from geo.journeys.sentence.places import Relation, relate
from geo.journeys.story.agreement import REAL, UNMADE
from geo.journeys.story.before import goes_on, since_lead, with_carrier
from geo.journeys.story.draft import RECENT, Located
from geo.journeys.story.elsewhere import is_instead
from geo.journeys.story.fitting import is_onward
from geo.journeys.story.order import recency
from geo.journeys.story.positions import (
    figures_of,
    goal_of,
    home_from,
    home_place,
    is_apart,
    is_apart_from_rest,
    lived_in,
    made_in,
    may_start,
    mine_of,
    reached,
    taken_from,
    where_now,
    where_told,
)
from geo.journeys.story.round_trips import add_round_trips
from geo.journeys.story.set_out import set_out_elsewhere
from geo.journeys.story.shares import emptied, is_part, with_the_rest
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.contracts import Place
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft

_NEAR = 2  # sentences over which words such as "later taken on to" go on from a place
_NOT_YET = frozenset({*UNMADE, LegStatus.PLANNED})


def add_starts(
    drafts: list[JourneyDraft], mentions: list[MotionMention], places: Mapping[str, Place]
) -> None:
    """Fill in the starts that the story implies; where two would do, none."""
    for number, draft in enumerate(drafts):
        if not draft.lacks(Role.ORIGIN):
            continue
        earlier = drafts[max(0, number - RECENT) : number]
        later = drafts[number + 1 : number + 1 + RECENT]
        stop = _from_stop(draft, mentions, places)
        has_moved = _has_moved(draft, earlier) or since_lead(draft, later) is not None
        start = (
            where_told(draft, places)
            or (None if has_moved else home_place(draft, places))
            or stop
            or where_now(draft, places)
            or home_from(draft, places)
        )
        is_known = not (is_apart_from_rest(draft) or _is_somewhere(draft, earlier))
        if start is None and is_known:
            start = (
                goes_on(draft, earlier, places)
                or since_lead(draft, later)
                or with_carrier(draft, earlier)
                or with_the_rest(draft, earlier)
                or lived_in(draft, places)
                or made_in(draft, places, (*earlier, *later))
                or _now(draft, later)
                or _of_way(draft, (*earlier, *later))
                or _onward(draft, earlier)
                or _instead(draft, earlier)
                or emptied(draft, mentions, places)
                or set_out_elsewhere(draft, (*earlier, *later))
            )
        if start is not None:
            draft.ends[Role.ORIGIN] = start
        if start is not None and start is stop:
            _reach_stop(draft, stop, earlier)
    add_round_trips(drafts)


def _has_moved(draft: JourneyDraft, earlier: list[JourneyDraft]) -> bool:
    """Whether "crews from Lima arrived in Ica and were taken on to Pisco": no longer at home."""
    mine = {one if one.home or not one.whole else one.whole for one in figures_of(draft)}
    mine |= set(figures_of(draft))  # some of those have gone on with the rest
    return any(
        mine & set(figures_of(one))
        and (one.statuses <= REAL or one.ended is not None)  # "landed at Pisco instead"
        and reached(one) is not None
        for one in earlier
    )


def _is_somewhere(draft: JourneyDraft, earlier: list[JourneyDraft]) -> bool:
    """Whether they, or what carries them, had last got to a place that is not on any map."""
    carrier = draft.mentions[0].mover.carried_by
    mine = {*mine_of(draft), *filter(None, (carrier,))}
    own = [one for one in earlier if mine & set(figures_of(one)) and one.statuses <= REAL]
    last = max(own, key=recency, default=None)
    is_named = last is not None and Role.DESTINATION in last.unplaced
    return is_named and last is not None and reached(last) is None


def _from_stop(
    draft: JourneyDraft, mentions: list[MotionMention], places: Mapping[str, Place]
) -> Located | None:
    """Start "will call at Arica before it goes on to Lima" at the stop.

    So it is of who "called at Arica and has sailed for Lima".
    """
    first = draft.mentions[0]
    last = first.trigger.last
    is_back = not listed("back").isdisjoint(first.scene.low(i) for i in (last, last + 1))
    goes_on = is_back or is_onward(first)
    joined = first.scene.tree.conjuncts(first.trigger.at)
    for other in mentions:
        stop = other.reach(Role.STOP)
        is_same = other.mover.figure is first.mover.figure is not None
        is_just = other.scene is first.scene and other.position < first.position
        is_just &= goes_on or other.trigger.at in joined
        place = places.get(stop.toponym.id) if stop is not None and is_same and is_just else None
        if stop is not None and place is not None and is_apart(draft, place):
            why = f"goes on from {place.name}, a stop told of just before"
            return Located(
                spot=stop.spot, first=stop.first, place=place, scene=other.scene, why=why
            )
    return None


def _reach_stop(draft: JourneyDraft, stop: Located, earlier: list[JourneyDraft]) -> None:
    """Let who "sailed from Arica and called at Ilo before going on to Lima" have got to Ilo."""
    if draft.statuses & UNMADE:
        return
    mine = set(figures_of(draft))
    for other in reversed(earlier):
        is_mine = other.last.scene is stop.scene and mine & set(figures_of(other))
        if is_mine and Role.ORIGIN in other.ends and other.lacks(Role.DESTINATION):
            other.ends[Role.DESTINATION] = stop
            return


def _now(draft: JourneyDraft, later: list[JourneyDraft]) -> Located | None:
    """Start a plan told of early where the story, later, says that the traveller has got to.

    News tells the latest first, so the first journey that was made counts.
    """
    mine = set(figures_of(draft))
    if draft.statuses != {LegStatus.PLANNED}:
        return None
    for other in later:
        if mine & set(figures_of(other)) and other.statuses <= REAL:
            end = reached(other)
            is_told = end is not None and not any(map(is_long_ago, other.mentions))
            return (
                taken_from(end, f"the traveller has got to {end.place.name}")
                if (end is not None and is_told and may_start(draft, end.place))
                else None
            )
    return None


def is_long_ago(mention: MotionMention) -> bool:
    """Whether it was over before what the story tells: "had flown", "flew last year"."""
    time = mention.time
    return mention.is_before or (time is not None and (time.year > 0 or time.relative == -1))


def _of_way(draft: JourneyDraft, drafts: tuple[JourneyDraft, ...]) -> Located | None:
    """Take the start of the way that the story speaks of: "the drive from Lima to …"."""
    goal = goal_of(draft)
    if goal is None or draft.mentions[0].trigger.frame.time != "departed":
        return None
    found = [
        other.ends[Role.ORIGIN]
        for other in drafts
        if abs(other.last.scene.index - draft.last.scene.index) < _NEAR
        and Role.ORIGIN in other.ends
        and other.statuses <= {LegStatus.GENERAL}
        and (end := goal_of(other)) is not None
        and relate(end, goal) is Relation.SAME
    ]
    if len({one.place.feature_id for one in found}) != 1:
        return None
    return taken_from(found[0], "the story tells of the way from there")


def _instead(draft: JourneyDraft, earlier: list[JourneyDraft]) -> Located | None:
    """Start "was to sail from Lima; it is instead trucked to Ica" where it was to start."""
    if not is_instead(draft.mentions[0]) or draft.statuses & UNMADE:
        return None
    mine = set(figures_of(draft))
    for other in reversed(earlier):
        start = other.ends.get(Role.ORIGIN)
        is_mine = start is not None and mine & set(figures_of(other))
        if start is not None and is_mine and other.statuses <= _NOT_YET:
            return taken_from(start, "where the journey was to start that was not made")
    return None


def _is_of_others(before: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether others went on than those told of: "Ana flew to Lima. Ivan will travel on"."""
    mine, theirs = set(figures_of(draft)), set(figures_of(before))
    is_one = is_part(before) and not any(one.is_many for one in theirs)
    if is_one and not mine & theirs and any(one.is_many for one in mine):
        return True  # "one was flown to Lima. His companions went on"
    first = draft.mentions[0]
    owner = first.scene.tree.possessor(first.mover.word) if first.mover.word is not None else None
    if owner is not None and first.scene.tag(owner) == "PROPN":
        # "the Ann got to Lima. The Sula's men went on"
        return all(first.scene.low(owner) not in one.names for one in theirs)
    sides = [{one for one in side if one.sort is Sort.VEHICLE} for side in (mine, theirs)]
    if all(sides) and sides[0].isdisjoint(sides[1]):
        return True  # "the ferry sailed to Lima. Another ship went on to Arica"
    known = {one for one in mine | theirs if one.sort is Sort.NAME or is_teller(one)}
    # "my aunt sailed to Lima. I rode on"
    return len(known) > 1 or (any(map(is_teller, known)) and len(mine | theirs) > 1)


def _onward(draft: JourneyDraft, earlier: list[JourneyDraft]) -> Located | None:
    """Start "then went on to Piura" where the journey told just before ended."""
    first = draft.mentions[0]
    scene, trigger = first.scene, first.trigger
    near = (*range(max(0, trigger.first - 2), trigger.first), trigger.last + 1)
    lows = {scene.low(i) for i in near} - {"on"}  # "landed on Monday"
    if trigger.entry.is_phrase:
        return None
    is_on = bool(lows & (listed("onward") | listed("then"))) or is_onward(first)
    if not is_on or not earlier or draft.statuses & UNMADE:
        return None
    # what "had come" before is told of beside
    before = next((one for one in reversed(earlier) if not one.last.is_before), earlier[-1])
    if _is_of_others(before, draft):
        return None
    end = reached(before)
    if end is None or scene.index - before.last.scene.index > _NEAR or before.statuses & UNMADE:
        return None
    if not may_start(draft, end.place):
        return None
    return taken_from(end, f"goes on from {end.place.name}, where the journey before ended")
