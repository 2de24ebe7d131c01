"""A draft and those told before it go in; out comes where its traveller had got to before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.figures import is_teller
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.story.agreement import REAL, UNMADE
from geo.journeys.story.draft import SUPPORTING
from geo.journeys.story.fitting import is_onward
from geo.journeys.story.order import (
    comes_after,
    is_of_another_year,
    is_still_off,
    last_of,
    may_precede,
    recency,
)
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
from geo.journeys.story.shares import is_part, is_set_against, is_share
from geo.lexicon.frames import Phase, Role
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Place
    from geo.journeys.sentence.figures import Figure
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft, Located


def goes_on(
    draft: JourneyDraft, earlier: list[JourneyDraft], places: Mapping[str, Place]
) -> Located | None:
    """Go on from where the same traveller went before, or was said to be since."""
    if Role.DESTINATION not in draft.ends or _is_unmade(draft) or _is_aside(draft, earlier):
        return None
    mine = mine_of(draft)
    if any(map(is_teller, mine)):  # "I flew to Lima. On Friday we went on to Ica"
        mine |= {one for other in earlier for one in figures_of(other) if is_teller(one)}
    stay = _stay(draft, mine, earlier, places)
    # "reached Lima. She had come from Quito to Cusco": what had happened is told last, as the past.
    gone = _gone(mine, earlier)
    if gone is not None and not (stay is not None and _is_later(stay, gone)):
        return None
    own = [] if gone is not None else list(_own(draft, mine, earlier))
    off = _setting_out(draft, mine, earlier)
    own = [one for one in own if off is None or recency(one) > recency(off)]
    own.sort(key=recency)
    for other in reversed(own):  # of the stretches of one verb the last
        end = other.ended if other.outcome is not None else _got_as_far(last_of(other, own))
        if stay is not None and _is_later(stay, other) and not _is_due(other, draft):
            break
        if end is not None and (may_start(draft, end.place) or _leaves_land(draft, end.place)):
            return taken_from(end, f"goes on from {end.place.name}, where the journey before ended")
        if end is not None and is_broad(end.place):
            return None
    return stay if stay is not None and is_apart(draft, stay.place) else None


def _got_as_far(other: JourneyDraft) -> Located | None:
    """Give where it came to: "a train to Lima stopped at Ica" has not come to Lima."""
    is_there = any(
        one.trigger.frame.phase is Phase.END and one.status in REAL for one in other.mentions
    )
    is_off = LegStatus.UNDER_WAY in other.statuses and not is_there
    is_lost = all(map(_is_lost, other.mentions))
    return other.stopped if is_off and (other.stopped or is_lost) else reached(other)


def _is_lost(mention: MotionMention) -> bool:
    """Whether a vehicle came to grief: "the train from Lima to Ica derailed" is not in Ica."""
    verb = mention.scene.tree.predicate(mention.trigger.at)
    entries = motion().entries.get(mention.scene.low(verb), ()) if verb is not None else ()
    return mention.trigger.frame.of_vehicle and any(one.frame.breaks for one in entries)


def _stay(
    draft: JourneyDraft, mine: set[Figure], earlier: list[JourneyDraft], places: Mapping[str, Place]
) -> Located | None:
    """Find where the traveller was said to be; not what is of another year, or comes after it."""
    first = draft.mentions[0]
    stay = None if first.is_before else stay_of(mine, first, places)
    if stay is None or is_of_another_year(first, stay.scene.times):
        return None
    is_led_up_to = any(mine & set(figures_of(one)) and comes_after(one, draft) for one in earlier)
    return None if is_led_up_to else stay


def since_lead(draft: JourneyDraft, later: list[JourneyDraft]) -> Located | None:
    """Start what the first sentence sums up where the story, telling it again, goes on from.

    "The team reached Lima on Monday. They flew to Ica, trained there and came to Lima by bus."
    """
    first, last = draft.mentions[0], draft.last
    if last.scene.index <= first.scene.index or last.is_before or not draft.statuses <= REAL:
        return None
    told = [one for one in later if one.last.position < last.position]
    mine = mine_of(draft)
    for other in reversed([one for one in told if mine & set(figures_of(one))]):
        end, start = reached(other), other.ends.get(Role.ORIGIN)
        goal = goal_of(draft)
        is_back = start is not None and goal is not None and relate(start.place, goal)
        is_there = other.statuses <= REAL and LegStatus.UNDER_WAY not in other.statuses
        if end is None or is_back is Relation.SAME or not is_there:
            return None  # "was towed into Lima. She was sailing to Ica when she hit a rock"
        is_new = may_start(draft, end.place)
        why = f"goes on from {end.place.name}, as is told afterwards"
        return taken_from(end, why) if is_new else None
    return None


def _gone(mine: set[Figure], earlier: list[JourneyDraft]) -> JourneyDraft | None:
    """Find what tells last that somebody left: "reached Ica. On Tuesday he left Ica"."""
    own = [one for one in earlier if mine & set(figures_of(one)) and not one.statuses & UNMADE]
    last = max(own, key=recency, default=None)
    if last is None or reached(last) is not None or not last.statuses <= REAL:
        return None
    is_off = last.outcome is None and last.mentions[0].trigger.frame.time == "departed"
    return last if is_off else None


def _setting_out(
    draft: JourneyDraft, mine: set[Figure], earlier: list[JourneyDraft]
) -> JourneyDraft | None:
    """Find what tells, in the same breath, of a way that somebody took before.

    "Went to Lima, caught a flight to Ica and were driven to Cusco" starts nothing in Lima.
    """
    first = draft.mentions[0]
    return next(
        (
            one
            for one in reversed(earlier)
            if one.last.scene is first.scene
            and one.last.position < first.position
            and mine & set(figures_of(one))
            and draft.statuses <= REAL
            and (_is_only_due(one) or is_still_off(one, draft))
        ),
        None,
    )


def _is_only_due(one: JourneyDraft) -> bool:
    """Whether the words do not say that it was made: "put their bikes on a train to Ica"."""
    return one.statuses == {LegStatus.PLANNED} and not one.last.trigger.frame.noun


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
        if not mine & figures or not may_precede(one, draft) or is_set_against(draft, one):
            continue
        if is_part(one) and not set(figures_of(draft)) & figures:
            continue
        # what others of them did says nothing, but that all of them were brought to Ica
        is_one = _is_one_breath(one.last, draft.mentions[0])  # "half were flown to Ica and driven"
        if not is_some or is_one or (_is_brought(draft) and not is_share(one.mentions[0])):
            yield one


def _is_one_breath(one: MotionMention, other: MotionMention) -> bool:
    """Whether two verbs of a sentence have the same words for who travels."""
    is_told = one.mover.word is not None
    return is_told and one.scene is other.scene and one.mover.word == other.mover.word


def with_carrier(draft: JourneyDraft, earlier: list[JourneyDraft]) -> Located | None:
    """Start "a bus reached Ica. It took the band to Lima" where the bus had come to."""
    first, carrier = draft.mentions[0], draft.mentions[0].mover.carried_by
    if carrier is None or carrier.sort is not Sort.VEHICLE or draft.statuses & UNMADE:
        return None
    own = [one for one in earlier if carrier in set(figures_of(one))]
    other = max(own, key=recency, default=None)
    end = reached(other) if other is not None else None
    if other is None or end is None or first.scene.index - other.last.scene.index > 1:
        return None
    is_there = other.statuses <= REAL and other.outcome is None and may_precede(other, draft)
    if not is_there or not may_start(draft, end.place):
        return None
    return taken_from(end, f"what carries them had got to {end.place.name}")


def _is_brought(draft: JourneyDraft) -> bool:
    """Whether others bring whom it is of: "some were flown to Lima"; "some drove" may be before."""
    first = draft.mentions[0]
    return draft.statuses <= REAL and first.scene.tree.is_passive(first.trigger.at)


def _is_due(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether a plan comes first, wherever the traveller is now: "will fly to Lima on Friday".

    Not so "is to walk to Lima. He slept in Ica. On Friday he makes for Pisco".
    """
    is_dated = any(one.time is not None and one.time.weekdays for one in other.mentions)
    return LegStatus.PLANNED in other.statuses and (is_dated or is_onward(draft.mentions[0]))


def _is_unmade(draft: JourneyDraft) -> bool:
    """Whether it was not made: who leaves out a stop ("will not call at Ilo") goes all the same."""
    if any(one.status is LegStatus.DIVERTED for one in draft.compared):
        return False  # "was to be flown on to Lima but went by road"
    return any(
        one.status in UNMADE
        and one.trigger.frame.phase not in SUPPORTING
        and not (one.status is LegStatus.DENIED and one.trigger.frame.phase is Phase.STOP)
        for one in draft.compared
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


def _is_later(stay: Located, other: JourneyDraft) -> bool:
    last = other.last
    return (stay.scene.index, stay.first) > last.position
