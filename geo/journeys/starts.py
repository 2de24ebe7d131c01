"""Drafts go in; those that do not say where they start get it from the story, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.agreement import REAL, UNMADE
from geo.journeys.draft import Located
from geo.journeys.places import Relation, is_broad, relate
from geo.journeys.sorts import Sort
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.contracts import Place
    from geo.journeys.draft import JourneyDraft
    from geo.journeys.figures import Figure
    from geo.journeys.mentions import MotionMention

_NEAR = 2  # sentences over which words such as "later taken on to" go on from a place
_WAYS = frozenset({LegStatus.GENERAL, LegStatus.PLANNED})


def complete(
    drafts: list[JourneyDraft],
    mentions: list[MotionMention],
    places: Mapping[str, Place],
    dateline: Located | None,
) -> None:
    """Fill in the starts that the story implies; where two would do, none."""
    for number, draft in enumerate(drafts):
        if Role.DESTINATION not in draft.ends:
            end = _home(draft, places, homeward=True) or _here(
                draft, drafts[:number], dateline, places
            )
            if end is not None:
                draft.ends[Role.DESTINATION] = end
    for number, draft in enumerate(drafts):
        if Role.ORIGIN in draft.ends:
            continue
        start = (
            _home(draft, places)
            or _before(draft, drafts[:number], places)
            or _now(draft, drafts)
            or _of_way(draft, drafts)
            or _onward(draft, drafts[:number])
            or _emptied(draft, mentions, places)
        )
        if start is not None:
            draft.ends[Role.ORIGIN] = start
    _round_trips(drafts)


def _here(
    draft: JourneyDraft,
    earlier: list[JourneyDraft],
    dateline: Located | None,
    places: Mapping[str, Place],
) -> Located | None:
    """Let who "arrived from Juba" or "flew in" have come to where the story is.

    That is where they are said to be, else where those told of just before had gone, else the
    place of the dateline.
    """
    first = draft.mentions[0]
    is_here = any(one.trigger.frame.comes_here for one in draft.mentions)
    is_here = is_here and not draft.statuses & {*UNMADE, LegStatus.GENERAL}
    left = draft.ends.get(Role.ORIGIN)
    if not is_here or left is None or draft.outcome is not None:
        return None
    tree = first.scene.tree
    if any(
        first.scene.low(mark) == "to"
        for clause in tree.children(first.trigger.at, "advcl", "xcomp")
        for mark in tree.children(clause, "mark")
    ):
        return None  # "came from Lima to see the game"
    stay = _stay(set(_figures(draft)), first, places)
    if stay is not None and relate(stay.place, left.place) is Relation.APART:
        return stay
    for other in reversed(earlier):
        end = _reached(other)
        near = first.scene.index - other.last.scene.index
        if end is None or is_broad(end.place) or near > 1 or not other.statuses <= REAL:
            continue
        if relate(end.place, left.place) is Relation.APART:
            return _from(end, f"the story is at {end.place.name} just before")
    if dateline is None or relate(dateline.place, left.place) is not Relation.APART:
        return None
    return _from(dateline, f"the story is told from {dateline.place.name}")


def _goal(draft: JourneyDraft) -> Place | None:
    end = draft.ends.get(Role.DESTINATION)
    return end.place if end is not None else None


def _is_apart(draft: JourneyDraft, place: Place) -> bool:
    goal = _goal(draft)
    return goal is None or relate(goal, place) is not Relation.SAME


def _may_start(draft: JourneyDraft, place: Place) -> bool:
    """Whether the way may go on from a place: from a whole country only to another."""
    goal = _goal(draft)
    is_wide = is_broad(place) and not (goal is not None and is_broad(goal))
    return not is_wide and _is_apart(draft, place)


def _home(
    draft: JourneyDraft, places: Mapping[str, Place], *, homeward: bool = False
) -> Located | None:
    """Find the place that the traveller's own words name: where it starts, or goes home to."""
    for mention in draft.mentions:
        if mention.home is None or mention.is_homeward != homeward:
            continue
        scene, spot = mention.home
        place = places.get(spot.toponym.id)
        if place is not None and _is_apart(draft, place):
            why = "the traveller's own words name it"
            return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)
    return None


def _figures(draft: JourneyDraft) -> Iterator[Figure]:
    for mention in draft.mentions:
        if mention.mover.figure is not None:
            yield mention.mover.figure
        yield from mention.mover.company


def _reached(draft: JourneyDraft) -> Located | None:
    return draft.onward[-1] if draft.onward else draft.ends.get(Role.DESTINATION)


def _before(
    draft: JourneyDraft, earlier: list[JourneyDraft], places: Mapping[str, Place]
) -> Located | None:
    """Go on from where the same traveller went before, or was said to be since."""
    first = draft.mentions[0]
    if Role.DESTINATION not in draft.ends or draft.statuses & UNMADE or first.standing.is_other:
        return None
    mine = {one for figure in _figures(draft) for one in (figure, figure.whole) if one is not None}
    stay = None if first.is_before else _stay(mine, first, places)
    for other in reversed(earlier):
        if not mine & set(_figures(other)) or not _may_precede(other, draft):
            continue
        end = other.ended if other.outcome is not None else _reached(other)
        if stay is not None and LegStatus.PLANNED not in other.statuses and _is_later(stay, other):
            break
        if end is not None and _may_start(draft, end.place):
            return _from(end, f"goes on from {end.place.name}, where the journey before ended")
        if end is not None and is_broad(end.place):
            return None
    return stay if stay is not None and _is_apart(draft, stay.place) else None


def _now(draft: JourneyDraft, drafts: list[JourneyDraft]) -> Located | None:
    """Start a plan told of early where the story, later, says that the traveller has got to.

    News tells the latest first, so the first journey that was made counts.
    """
    mine = set(_figures(draft))
    if draft.statuses != {LegStatus.PLANNED}:
        return None
    for other in drafts[drafts.index(draft) + 1 :]:
        if mine & set(_figures(other)) and other.statuses <= REAL:
            end = _reached(other)
            is_told = end is not None and not any(map(_is_long_ago, other.mentions))
            return (
                _from(end, f"the traveller has got to {end.place.name}")
                if (end is not None and is_told and _may_start(draft, end.place))
                else None
            )
    return None


def _stay(
    figures: Iterable[Figure], before: MotionMention, places: Mapping[str, Place]
) -> Located | None:
    """Find where somebody was said to be last before a mention."""
    told = [
        (scene.index, verb, scene, spot)
        for figure in figures
        for scene, verb, spot in figure.stays
        if (scene.index, verb) < before.position
        and spot.toponym.id in places
        and not is_broad(places[spot.toponym.id])
    ]
    if not told:
        return None
    _, _, scene, spot = max(told, key=lambda one: one[:2])
    place = places[spot.toponym.id]
    why = "where the traveller is said to be before"
    return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)


def _is_later(stay: Located, other: JourneyDraft) -> bool:
    last = other.last
    return (stay.scene.index, stay.first) > last.position


def _may_precede(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether a journey told before came to its end before the other began."""
    if other.statuses & {*UNMADE, LegStatus.GENERAL, LegStatus.HYPOTHETICAL}:
        return False
    if draft.mentions[0].is_before and not any(one.is_before for one in other.mentions):
        return False
    if LegStatus.PLANNED in other.statuses and (draft.statuses | other.statuses) & REAL:
        return False
    return not other.statuses == draft.statuses == {LegStatus.UNDER_WAY}


def _from(end: Located, why: str) -> Located:
    return Located(spot=end.spot, first=end.first, place=end.place, scene=end.scene, why=why)


def _is_long_ago(mention: MotionMention) -> bool:
    time = mention.time
    return mention.is_before or (time is not None and (time.year > 0 or time.relative == -1))


def _of_way(draft: JourneyDraft, drafts: list[JourneyDraft]) -> Located | None:
    """Take the start of the way that the story speaks of: "the drive from Lima to …"."""
    goal = _goal(draft)
    if goal is None or draft.mentions[0].trigger.frame.time != "departed":
        return None
    found = [
        other.ends[Role.ORIGIN]
        for other in drafts
        if other is not draft
        and abs(other.last.scene.index - draft.last.scene.index) < _NEAR
        and Role.ORIGIN in other.ends
        and other.statuses <= {LegStatus.GENERAL}
        and (end := _goal(other)) is not None
        and relate(end, goal) is Relation.SAME
    ]
    if len({one.place.feature_id for one in found}) != 1:
        return None
    return _from(found[0], "the story tells of the way from there")


def _onward(draft: JourneyDraft, earlier: list[JourneyDraft]) -> Located | None:
    """Start "then went on to Piura" where the journey told just before ended."""
    first = draft.mentions[0]
    scene, trigger = first.scene, first.trigger
    before_it = {scene.low(i) for i in range(max(0, trigger.first - 2), trigger.first)} - {"on"}
    lows = before_it | {scene.low(trigger.last + 1)}
    if trigger.entry.is_phrase:
        return None
    if not lows & (listed("onward") | listed("then")) or not earlier or draft.statuses & UNMADE:
        return None
    before = earlier[-1]
    names = [one for one in (*_figures(before), *_figures(draft)) if one.sort is Sort.NAME]
    if len(set(names)) > 1:
        return None  # "Ana flew to Lima. Ivan will travel on": each goes on from elsewhere
    end = _reached(before)
    if end is None or scene.index - before.last.scene.index > _NEAR or before.statuses & UNMADE:
        return None
    if not _may_start(draft, end.place):
        return None
    return _from(end, f"goes on from {end.place.name}, where the journey before ended")


def _emptied(
    draft: JourneyDraft, mentions: list[MotionMention], places: Mapping[str, Place]
) -> Located | None:
    """Let those who were driven away have left the place that others were sent away from."""
    goal = _goal(draft)
    is_group = any(one.sort is Sort.GROUP or one.is_many for one in _figures(draft))
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
        if place is not None and _is_apart(draft, place):
            why = f"people were leaving {place.name}"
            return Located(
                spot=reach.spot, first=reach.first, place=place, scene=other.scene, why=why
            )
    return None


def _round_trips(drafts: list[JourneyDraft]) -> None:
    """Let who "came home to Lima" have started there."""
    for number, draft in enumerate(drafts):
        first = draft.mentions[0]
        is_back = first.trigger.frame.returns or (
            first.scene.low(first.trigger.last + 1) in listed("back")
        )
        end = draft.ends.get(Role.DESTINATION)
        if not is_back or end is None or number == 0:
            continue
        before = drafts[number - 1]
        same = set(_figures(before)) & set(_figures(draft))
        if same and Role.ORIGIN not in before.ends and _is_apart(before, end.place):
            before.ends[Role.ORIGIN] = _from(end, f"came back to {end.place.name}")
