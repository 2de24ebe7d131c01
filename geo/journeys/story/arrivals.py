"""Drafts go in; those that do not say where they end get it: home, or where the story is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.sentence.whereabouts import Spot
from geo.journeys.story.agreement import REAL
from geo.journeys.story.draft import RECENT, Located
from geo.journeys.story.fitting import is_hither
from geo.journeys.story.positions import (
    figures_of,
    home_place,
    mine_of,
    reached,
    stay_of,
    taken_from,
)
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.contracts import Place
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.figures import Figure
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft

_NEAR = 2  # sentences over which the story stays where others had just gone
_FAR = 3  # sentences over which it may still be there


def add_arrivals(
    drafts: list[JourneyDraft], dateline: Located | None, places: Mapping[str, Place]
) -> None:
    """Fill in the ends that the story implies, in the order of the text."""
    for number, draft in enumerate(drafts):
        if not draft.lacks(Role.DESTINATION):
            continue
        earlier = drafts[max(0, number - RECENT) : number]
        end = home_place(draft, places, homeward=True) or _where_since(draft, earlier, places)
        end = end or draft.stopped
        if end is None and _is_here(draft):
            end = _for_event(draft, places) or _here(draft, earlier, dateline, places)
        end = end or _where_next(draft, drafts[number + 1 : number + 1 + RECENT], places)
        if end is not None:
            draft.ends[Role.DESTINATION] = end


def _is_here(draft: JourneyDraft) -> bool:
    """Whether who "arrived from Lima" or "flew in" came to where the story is."""
    first, at = draft.mentions[0], draft.mentions[0].trigger.at
    tree = first.scene.tree
    is_aim = any(
        first.scene.low(mark) == "to"
        for clause in tree.children(at, "advcl", "xcomp")
        for mark in tree.children(clause, "mark")
    )  # "came from Lima to see the game"
    comes = any(
        one.trigger.frame.comes_here or one.is_led_up_to or is_hither(one) for one in draft.mentions
    )
    is_made = draft.outcome is None and draft.statuses <= REAL
    is_one = is_made and not (is_aim or _is_new(first) or _is_aside(first))
    return comes and is_one and Role.ORIGIN in draft.ends


def _is_known(draft: JourneyDraft, earlier: list[JourneyDraft]) -> bool:
    """Whether the story told of the traveller before, or tells what went before: "had flown in".

    The governor who "came from Lima" is met only here, and may have come to anywhere near.
    """
    first, mine = draft.mentions[0], set(figures_of(draft))
    figure, word = first.mover.figure, first.mover.word
    if figure is None or word is None:
        return True
    scene = first.scene
    said = {scene.low(i) for i in range(len(scene))}
    is_short = bool(figure.names - said)  # "Bek", once "Bishop Ana Bek" was told of
    is_part = scene.low(word) in listed("part_of_many")
    is_told = is_part or is_short or first.is_before
    return is_told or any(mine & set(figures_of(one)) for one in earlier)


def _is_new(first: MotionMention) -> bool:
    """Whether it is somebody not told of before: "a team with dogs came from Lima" may be near."""
    scene, word = first.scene, first.mover.word
    if word is None:
        return False
    told = (word, *scene.tree.children(word, "det", "amod"))
    return any(scene.low(i) in listed("indefinite") for i in told)


def _is_aside(first: MotionMention) -> bool:
    """Whether it only tells of who speaks: "said Ana Bek, who had walked in from Lima"."""
    scene, noun = first.scene, first.scene.tree.head(first.trigger.at)
    while noun is not None and scene.relation(noun) in {"appos", "conj", "flat"}:
        noun = scene.tree.head(noun)  # "said Ana Bek, a cook who"
    verb = scene.tree.head(noun) if noun is not None else None
    is_clause = scene.relation(first.trigger.at) == "acl"
    return is_clause and verb is not None and scene.low(verb) in listed("reports")


def _for_event(draft: JourneyDraft, places: Mapping[str, Place]) -> Located | None:
    """Let who "flew in from Lima for talks in Quito" have come to Quito."""
    scene, at = draft.mentions[0].scene, draft.mentions[0].trigger.at
    for adjunct in scene.tree.adjuncts(at):
        for word in scene.tree.children(adjunct.word, "nmod"):
            toponym = scene.place(word)
            place = places.get(toponym.id) if toponym is not None else None
            is_in = scene.tree.preposition(word) in listed("at_place")
            is_aim = adjunct.preposition in listed("aims") and is_in
            if toponym is None or place is None or is_broad(place) or not is_aim:
                continue
            if relate(place, draft.ends[Role.ORIGIN].place) is Relation.APART:
                first, last = scene.words_of(toponym)
                spot = Spot(toponym=toponym, first=first, last=last)
                why = "what the traveller came for is there"
                return Located(spot=spot, first=first, place=place, scene=scene, why=why)
    return None


def _where_since(
    draft: JourneyDraft, earlier: list[JourneyDraft], places: Mapping[str, Place]
) -> Located | None:
    """Let who "had sailed from Lima" have got where the story says, before, that they are."""
    first = draft.mentions[0]
    is_made = draft.outcome is None and draft.statuses <= REAL
    if not (first.is_before and is_made) or set(draft.ends) != {Role.ORIGIN}:
        return None
    mine = mine_of(draft)  # "300 lorries stood at Ica. Some had driven from Lima"
    stay = stay_of(mine, first, places) or _arrived(mine, earlier)
    told = [draft.ends[Role.ORIGIN], *draft.via]
    is_new = stay is not None and all(
        relate(stay.place, one.place) is Relation.APART for one in told
    )
    return stay if is_new else None


def _where_next(
    draft: JourneyDraft, later: list[JourneyDraft], places: Mapping[str, Place]
) -> Located | None:
    """Let who "fled Lima, spent a week in Ica" have got where they are said to be right after."""
    last, left = draft.last, draft.ends.get(Role.ORIGIN)
    is_made = draft.outcome is None and draft.statuses <= REAL and not draft.via
    if not is_made or left is None or left.why or last.scene.is_headline:
        return None
    mine = set(figures_of(draft))
    goes_on = min(
        (one.mentions[0].position for one in later if mine & set(figures_of(one))),
        default=(last.scene.index + _NEAR, 0),
    )
    told = [
        (scene.index, verb, scene, spot)
        for figure in mine
        for scene, verb, spot in figure.stays
        if last.position < (scene.index, verb) < goes_on and spot.toponym.id in places
        if not _is_by_the_way(scene, verb)
    ]
    if not told:
        return None
    _, _, scene, spot = min(told, key=lambda one: one[:2])
    place = places[spot.toponym.id]
    if relate(place, left.place) is not Relation.APART:
        return None
    why = "where the traveller is said to be next"
    return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)


def _is_by_the_way(scene: Scene, verb: int) -> bool:
    """Whether a stay is told within a way: "covered the 80 km in two days, sleeping in Ica".

    Or it is one of every year: "they usually winter near Ica".
    """
    if any(scene.low(i) in listed("habit") for i in scene.tree.children(verb, "advmod")):
        return True
    return scene.tokens[verb].fine == "VBG" and scene.relation(verb) == "advcl"


def _arrived(mine: set[Figure], earlier: list[JourneyDraft]) -> Located | None:
    """Find where the same traveller was told, before, to have arrived."""
    for other in reversed(earlier):
        left = other.ends.get(Role.ORIGIN)
        # "left Lima for Cusco on Friday. They had sailed from Arica": to Lima
        is_begun = other.statuses == {LegStatus.UNDER_WAY} and left is not None and not left.why
        end = left if is_begun else reached(other)
        is_now = other.statuses <= REAL and not any(one.is_before for one in other.mentions)
        if end is not None and is_now and mine & set(figures_of(other)):
            return taken_from(end, f"had arrived in {end.place.name}, as is told before")
    return None


def _went(draft: JourneyDraft, mine: set[Figure]) -> bool:
    """Whether it tells that the traveller went to some place, if none to go on from."""
    end = reached(draft) if draft.statuses <= REAL and mine & set(figures_of(draft)) else None
    return end is not None and end.place.feature_class not in {"A", "L"}


def _is_made(other: JourneyDraft) -> bool:
    """Whether others are there now: not who only "is on her way to Lima"."""
    return other.statuses <= REAL and LegStatus.UNDER_WAY not in other.statuses


def _came_for(first: MotionMention, other: JourneyDraft) -> bool:
    """Whether it had come for a way told of: "flew from Ica to Lima. The plane had come from"."""
    figure = first.mover.figure
    is_vehicle = figure is not None and figure.sort is Sort.VEHICLE
    carries = other.last.trigger.frame.carries or other.last.vehicle is not None
    return first.is_before and is_vehicle and carries


def _has_left(other: JourneyDraft, earlier: list[JourneyDraft]) -> bool:
    """Whether those who came there are told to have gone on: the story is there no more."""
    end, mine = reached(other), mine_of(other)
    return end is not None and any(
        mine & mine_of(one)
        and (start := one.ends.get(Role.ORIGIN)) is not None
        and one.last.position > other.last.position
        and relate(start.place, end.place) is Relation.SAME
        for one in earlier
    )


def _with_others(first: MotionMention, left: Located, near: list[JourneyDraft]) -> Located | None:
    for other in reversed([one for one in near if _is_made(one)]):
        if _has_left(other, near):
            return None
        end = _with(first, left, other)
        if end is not None or _came_for(first, other):
            return end
    return None


def _with(first: MotionMention, left: Located, other: JourneyDraft) -> Located | None:
    """Find where others are with whom the story is just before; or from where they were carried."""
    start, end = other.ends.get(Role.ORIGIN), reached(other)
    if _came_for(first, other):
        if start is None or relate(start.place, left.place) is not Relation.APART:
            return None
        return taken_from(start, f"was then used from {start.place.name}, as is told before")
    if end is None or is_broad(end.place) or relate(end.place, left.place) is not Relation.APART:
        return None
    return taken_from(end, f"the story is at {end.place.name} just before")


def _is_on_the_way(stay: Located, first: MotionMention) -> bool:
    """Whether a clause tells where they had been: "who lost a bag in Ica, came by train from"."""
    scene = first.scene
    verb = scene.tree.governor(stay.spot.last) if stay.scene is scene else None
    is_clause = verb is not None and scene.relation(verb) == "acl"
    is_own = is_clause and scene.tree.head(verb or 0) == first.mover.word
    return is_own and scene.tokens[verb or 0].fine == "VBD"


def _here(
    draft: JourneyDraft,
    earlier: list[JourneyDraft],
    dateline: Located | None,
    places: Mapping[str, Place],
) -> Located | None:
    """Find where they are said to be, else where others had just gone, else the dateline."""
    first, left = draft.mentions[0], draft.ends[Role.ORIGIN]
    stay = stay_of(set(figures_of(draft)), first, places)
    if stay is not None and relate(stay.place, left.place) is Relation.APART:
        return None if _is_on_the_way(stay, first) else stay
    if first.is_led_up_to:
        return None
    far = _NEAR if dateline is None else 1
    near = [one for one in earlier if first.scene.index - one.last.scene.index <= far]
    end = _with_others(first, left, near)
    if end is not None:
        return end
    return None if dateline is None else _at_dateline(draft, earlier, dateline)


def _at_dateline(
    draft: JourneyDraft, earlier: list[JourneyDraft], dateline: Located
) -> Located | None:
    """Let them have come to where the story is told from, unless it is of what was elsewhere."""
    first, left, mine = draft.mentions[0], draft.ends[Role.ORIGIN], mine_of(draft)
    is_elsewhere = any(_went(one, mine) for one in earlier)
    is_elsewhere |= relate(dateline.place, left.place) is not Relation.APART
    if is_elsewhere or not _is_known(draft, earlier):
        return None
    told = [one for one in earlier if first.scene.index - one.last.scene.index <= _FAR]
    other = _with_others(first, left, told)
    if other is not None and relate(other.place, dateline.place) is Relation.APART:
        return None  # told from Lima, but of a train that came to Arica
    return taken_from(dateline, f"the story is told from {dateline.place.name}")
