"""A draft and those told before it go in; out comes where its traveller had got to before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.figures import is_teller
from geo.journeys.sentence.mention import in_time
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.story.agreement import REAL, UNMADE
from geo.journeys.story.draft import SUPPORTING
from geo.journeys.story.fitting import is_onward
from geo.journeys.story.positions import (
    figures_of,
    goal_of,
    is_apart,
    may_start,
    mine_of,
    reached,
    stay_of,
    taken_from,
)
from geo.journeys.story.shares import is_part, is_share
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.contracts import Place, Time
    from geo.journeys.sentence.figures import Figure
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft, Located


def goes_on(
    draft: JourneyDraft, earlier: list[JourneyDraft], places: Mapping[str, Place]
) -> Located | None:
    """Go on from where the same traveller went before, or was said to be since."""
    first = draft.mentions[0]
    if Role.DESTINATION not in draft.ends or _is_unmade(draft) or _is_aside(draft, earlier):
        return None
    mine = mine_of(draft)
    if any(map(is_teller, mine)):  # "I flew to Lima. On Friday we went on to Ica"
        mine |= {one for other in earlier for one in figures_of(other) if is_teller(one)}
    stay = None if first.is_before else stay_of(mine, first, places)
    is_led_up_to = any(mine & set(figures_of(one)) and _comes_after(one, draft) for one in earlier)
    if is_led_up_to or (stay is not None and _is_of_another_year(first, stay.scene.times)):
        stay = None
    # "reached Lima. She had come from Quito to Cusco": what had happened is told last, as the past.
    own = list(_own(draft, mine, earlier))
    for other in sorted(own, key=_recency, reverse=True):
        end = other.ended if other.outcome is not None else reached(_last_of(other, own))
        if stay is not None and LegStatus.PLANNED not in other.statuses and _is_later(stay, other):
            break
        if end is not None and (may_start(draft, end.place) or _leaves_land(draft, end.place)):
            return taken_from(end, f"goes on from {end.place.name}, where the journey before ended")
        if end is not None and is_broad(end.place):
            return None
    return stay if stay is not None and is_apart(draft, stay.place) else None


def _is_aside(draft: JourneyDraft, earlier: list[JourneyDraft]) -> bool:
    """Whether it is told beside what came before, and does not go on from that."""
    first, goal = draft.mentions[0], goal_of(draft)
    # "They crossed into Chile near Arica", of those who have since got to Lima
    is_on_the_way = first.trigger.frame.crosses and not (first.time and first.time.weekdays)
    is_on_the_way = is_on_the_way and goal is not None and is_broad(goal)
    is_on_the_way = is_on_the_way and not _is_joined(first, earlier)
    is_ever = first.scene.relation(first.trigger.at) in {"cop", "aux"}  # "has been to Lima"
    return first.standing.is_other or is_on_the_way or is_ever


def _own(
    draft: JourneyDraft, mine: set[Figure], earlier: list[JourneyDraft]
) -> Iterator[JourneyDraft]:
    """List the journeys of the same traveller that may have been made before."""
    is_some = is_share(draft.mentions[0])
    for one in earlier:
        figures = set(figures_of(one))
        if not mine & figures or not _may_precede(one, draft):
            continue
        if is_part(one) and not set(figures_of(draft)) & figures:
            continue
        # what others of them did says nothing, but that all of them were brought to Ica
        if not is_some or (_is_brought(draft) and not is_share(one.mentions[0])):
            yield one


def with_carrier(draft: JourneyDraft, earlier: list[JourneyDraft]) -> Located | None:
    """Start "a bus reached Ica. It took the band to Lima" where the bus had come to."""
    first, carrier = draft.mentions[0], draft.mentions[0].mover.carried_by
    if carrier is None or carrier.sort is not Sort.VEHICLE or draft.statuses & UNMADE:
        return None
    own = [one for one in earlier if carrier in set(figures_of(one))]
    other = max(own, key=_recency, default=None)
    end = reached(other) if other is not None else None
    if other is None or end is None or first.scene.index - other.last.scene.index > 1:
        return None
    is_there = other.statuses <= REAL and other.outcome is None and _may_precede(other, draft)
    if not is_there or not may_start(draft, end.place):
        return None
    return taken_from(end, f"what carries them had got to {end.place.name}")


def _is_brought(draft: JourneyDraft) -> bool:
    """Whether others bring whom it is of: "some were flown to Lima"; "some drove" may be before."""
    first = draft.mentions[0]
    return draft.statuses <= REAL and first.scene.tree.is_passive(first.trigger.at)


def _is_unmade(draft: JourneyDraft) -> bool:
    """Whether it was not made: who leaves out a stop ("will not call at Ilo") goes all the same."""
    return any(
        one.status in UNMADE
        and one.trigger.frame.phase not in SUPPORTING
        and not (one.status is LegStatus.DENIED and one.trigger.frame.phase is Phase.STOP)
        for one in draft.compared
    )


def _last_of(draft: JourneyDraft, own: Sequence[JourneyDraft]) -> JourneyDraft:
    """Follow "were taken to Ica. From Ica buses brought them to Lima" to its last part.

    That part may be told of before, in a summary: what it says of its start is told later.
    """
    for _ in own:
        end, told = reached(draft), draft.last.position
        after = [
            one
            for one in own
            if end is not None
            and one is not draft
            and (start := _named_start(one)) is not None
            and (start.scene.index, start.first) > told
            and relate(start.place, end.place) is Relation.SAME
            and reached(one) is not None
        ]
        if not after:
            return draft
        draft = after[0]
    return draft


def _named_start(draft: JourneyDraft) -> Located | None:
    start = draft.ends.get(Role.ORIGIN)
    return start if start is not None and not start.why else None


def _comes_after(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether another, summed up before, starts where the draft goes, as is told after it."""
    start, goal = _named_start(other), goal_of(draft)
    is_told_later = start is not None and (start.scene.index, start.first) > draft.last.position
    return (
        start is not None
        and goal is not None
        and is_told_later
        and relate(start.place, goal) is Relation.SAME
    )


def _is_joined(first: MotionMention, earlier: list[JourneyDraft]) -> bool:
    """Whether the same breath told where they went before: "drove to Ica and crossed to Arica".

    The vehicle may have the goal for itself: "paid for a bus to Ica and crossed to Arica".
    """
    tree = first.scene.tree
    joined = {word for word in tree.conjuncts(first.trigger.at) if word < first.trigger.at}
    return bool(earlier) and any(
        one.scene is first.scene
        and (one.trigger.at in joined or not joined.isdisjoint(tree.ancestors(one.trigger.at)))
        for one in earlier[-1].mentions
    )


def _leaves_land(draft: JourneyDraft, place: Place) -> bool:
    """Whether "flew to Kenya. In May it moved on to Lima" goes on from all of a country."""
    goal = goal_of(draft)
    is_other = goal is not None and relate(goal, place) is Relation.APART
    is_made = draft.statuses <= REAL and is_onward(draft.mentions[0])
    return is_other and is_made and is_broad(place)


def _is_of_another_year(first: MotionMention, times: Iterable[Time]) -> bool:
    """Whether it was made in a year in which what was told before is not said to have been."""
    time = first.time
    is_year = time is not None and time.year > 0 and not (time.month or time.day)
    return is_year and time is not None and all(one.year != time.year for one in times)


def _recency(draft: JourneyDraft) -> tuple[bool, tuple[int, int]]:
    """Order journeys by when they were made: first what "had happened", then as they are told."""
    return not draft.mentions[0].is_before, min(one.position for one in draft.mentions)


def _is_later(stay: Located, other: JourneyDraft) -> bool:
    last = other.last
    return (stay.scene.index, stay.first) > last.position


def _may_precede(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether a journey told before came to its end before the other began."""
    first = draft.mentions[0]
    if other.statuses & {*UNMADE, LegStatus.HYPOTHETICAL} or _comes_after(other, draft):
        return False
    if LegStatus.GENERAL in other.statuses and not _is_same_way(other, draft):
        return False
    if any(one.scene is first.scene and in_time(one) >= in_time(first) for one in other.mentions):
        return False  # also "moved patients to Lima and Cusco": some here, some there
    if _is_still_off(other, draft) and not is_onward(first):
        return False
    return _times_follow(other, draft)


def _times_follow(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether one may have been made before the other, as far as tenses and years say."""
    first = draft.mentions[0]
    if _is_of_another_year(first, filter(None, (one.time for one in other.mentions))):
        return False
    is_told_as_past = any(one.is_before for one in other.mentions) or is_onward(first)
    if first.is_before and not is_told_as_past:
        return False
    if LegStatus.PLANNED in other.statuses and (draft.statuses | other.statuses) & REAL:
        return False
    return not other.statuses == draft.statuses == {LegStatus.UNDER_WAY}


def _is_still_off(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether it is told only that somebody set out, or was on the way, not that he got there."""
    body = [one for one in other.mentions if not one.scene.is_headline] or other.mentions
    is_off = all(one.trigger.frame.phase is Phase.START for one in body)
    is_off = is_off and draft.statuses <= REAL  # "headed for Lima. Buses took them to the border"
    # "was driving to Lima when …": not said to have got there
    return is_off or all(map(_was_on_the_way, other.mentions))


def _is_same_way(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether "they cross the sea to Nigg and are then taken to Ulla" tells of one way for all."""
    is_usual = draft.statuses == other.statuses == {LegStatus.GENERAL}
    first = draft.mentions[0]
    return is_usual and other.last.scene is first.scene and other.last.position < first.position


def _was_on_the_way(mention: MotionMention) -> bool:
    """Whether somebody "was driving to Lima", or "was on passage to Lima", or "a jet flying to"."""
    scene, at = mention.scene, mention.trigger.at
    if scene.relation(at) == "acl" and scene.tokens[at].fine == "VBG":
        return True
    helpers = {scene.low(i) for i in scene.tree.children(at, "aux", "cop")}
    is_going = scene.tokens[at].fine == "VBG" or mention.trigger.entry.is_phrase
    return is_going and not helpers.isdisjoint(listed("past_be"))
