"""Drafts go in; those that do not say where they start get it from the story, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.agreement import REAL, UNMADE
from geo.journeys.draft import Located
from geo.journeys.places import Relation, relate
from geo.journeys.sorts import Sort
from geo.journeys.whereabouts import Whereabouts
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
        if Role.ORIGIN in draft.ends:
            continue
        start = (
            _home(draft, places)
            or _beside(draft, places)
            or _before(draft, drafts[:number])
            or _of_way(draft, drafts)
            or _onward(draft, drafts[:number])
            or _emptied(draft, mentions, places)
        )
        if start is not None:
            draft.ends[Role.ORIGIN] = start
    _round_trips(drafts)
    for number, draft in enumerate(drafts):
        if Role.DESTINATION not in draft.ends:
            end = _here(draft, drafts[:number], dateline)
            if end is not None:
                draft.ends[Role.DESTINATION] = end


def _here(
    draft: JourneyDraft, earlier: list[JourneyDraft], dateline: Located | None
) -> Located | None:
    """Let who "arrived from Juba" or "flew in" have come to where the story is.

    That is where those told of just before had gone, else the place of the dateline.
    """
    first = draft.mentions[0]
    is_here = first.trigger.frame.comes_here and draft.statuses <= REAL
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
    for other in reversed(earlier):
        end = _reached(other)
        near = first.scene.index - other.last.scene.index
        if end is None or near > 1 or not other.statuses <= REAL:
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


def _home(draft: JourneyDraft, places: Mapping[str, Place]) -> Located | None:
    for mention in draft.mentions:
        if mention.home is None:
            continue
        scene, spot = mention.home
        place = places.get(spot.toponym.id)
        if place is not None and _is_apart(draft, place):
            why = "the traveller's own words name it"
            return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)
    return None


def _beside(draft: JourneyDraft, places: Mapping[str, Place]) -> Located | None:
    """Start "were met in Lima and driven to …" where the verb before puts them."""
    first = draft.mentions[0]
    scene, at = first.scene, first.trigger.at
    head = scene.tree.head(at)
    if head is None or scene.relation(at) != "conj" or scene.tokens[head].tag != "VERB":
        return None
    if scene.tree.children(at, "nsubj"):
        return None
    for adjunct in scene.tree.adjuncts(head):
        if adjunct.preposition not in {"at", "in", "off"} or adjunct.word > at:
            continue
        spot = Whereabouts(places=places).spot(scene, adjunct.word)
        place = places.get(spot.toponym.id) if spot is not None else None
        if spot is not None and place is not None and _is_apart(draft, place):
            why = "where the verb before puts the traveller"
            return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)
    return None


def _figures(draft: JourneyDraft) -> Iterator[Figure]:
    for mention in draft.mentions:
        if mention.mover.figure is not None:
            yield mention.mover.figure


def _reached(draft: JourneyDraft) -> Located | None:
    return draft.onward[-1] if draft.onward else draft.ends.get(Role.DESTINATION)


def _before(draft: JourneyDraft, earlier: list[JourneyDraft]) -> Located | None:
    """Go on from where the same traveller went before."""
    first = draft.mentions[0]
    if Role.DESTINATION not in draft.ends or draft.statuses & UNMADE or first.standing.is_other:
        return None
    mine = {one for figure in _figures(draft) for one in (figure, figure.whole) if one is not None}
    for other in reversed(earlier):
        if not mine & set(_figures(other)) or not _may_precede(other, draft):
            continue
        end = other.ended if other.outcome is not None else _reached(other)
        if end is not None and _is_apart(draft, end.place):
            return _from(end, f"goes on from {end.place.name}, where the journey before ended")
    return None


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
    if not _is_apart(draft, end.place):
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
