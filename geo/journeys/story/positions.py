"""Where the traveller of a draft is, as far as the story has told: what starts and ends rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, TimeKind
from geo.contracts.referents import Sort
from geo.journeys.sentence.places import Relation, is_broad, is_country, relate
from geo.journeys.sentence.whereabouts import Spot
from geo.journeys.story.agreement import UNMADE
from geo.journeys.story.draft import Located
from geo.journeys.story.fitting import is_onward
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.units import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.contracts import Place, Time
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.figures import Figure
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft

_NOT_MADE = frozenset({*UNMADE, LegStatus.PLANNED, LegStatus.HYPOTHETICAL})
_YOUNG = range(13, 30)  # years; no hour of a clock in words
_ALONE = frozenset({Sort.PERSON, Sort.NAME, Sort.PRONOUN})
_BORDER = "BDR"  # the feature code of a border of two countries


def goal_of(draft: JourneyDraft) -> Place | None:
    """Give the place that it goes to, if known."""
    end = draft.ends.get(Role.DESTINATION)
    return end.place if end is not None else None


def is_apart(draft: JourneyDraft, place: Place) -> bool:
    """Whether a place is not the very one that it goes to."""
    goal = goal_of(draft)
    return goal is None or relate(goal, place) is not Relation.SAME


def may_start(draft: JourneyDraft, place: Place) -> bool:
    """Whether the way may go on from a place: not to its land; from a land only to another."""
    goal = goal_of(draft)
    if goal is None:
        return not is_broad(place)
    is_wide = is_broad(place) and not is_broad(goal)
    is_wide |= is_country(place) and place.country_code == goal.country_code  # an island state
    return not is_wide and relate(goal, place) not in {Relation.SAME, Relation.INSIDE}


def is_apart_from_rest(draft: JourneyDraft) -> bool:
    """Whether it is a plan that need not go on from where the traveller is now.

    It is for weeks ahead ("will fly home next month"), or told by itself ("a visit is planned").
    """
    first = draft.mentions[0]
    scene, at = first.scene, first.trigger.at
    is_there = any(told[0] is scene for one in figures_of(draft) for told in one.stays)
    if is_there or is_onward(first) or not draft.statuses <= _NOT_MADE:
        return False
    is_new = any(scene.low(i) in listed("indefinite") for i in scene.tree.children(at, "det"))
    is_subject = scene.relation(at) in {"nsubj", "nsubj:pass"}
    return is_weeks_ahead(first) or (first.trigger.frame.noun and is_new and is_subject)


def is_weeks_ahead(mention: MotionMention) -> bool:
    """Whether it is to be "in March", "next week" or "next summer"; "by March" it is over."""
    near = mention.scene.tree.children(mention.trigger.at, "obl", "obl:unmarked", "advmod")
    if any(mention.scene.low(i) in listed("recurs") for i in near):
        return True
    time = mention.time or _time_above(mention)
    if time is None or mention.scene.low(time.first) in listed("by_then"):
        return False
    is_month = bool(time.month) and not (time.day or time.weekdays)
    return is_month or (time.kind is TimeKind.PERIOD and time.relative == 1)


def _time_above(mention: MotionMention) -> Time | None:
    """Find the time of what leads to it: "will break off in March to fly to Lima"."""
    scene, at = mention.scene, mention.trigger.at
    verb = scene.tree.head(at) if scene.relation(at) in {"advcl", "xcomp"} else None
    told = scene.tree.children(verb, "obl", "obl:unmarked") if verb is not None else ()
    return next((one for one in scene.times if any(one.first <= i <= one.last for i in told)), None)


def home_place(
    draft: JourneyDraft, places: Mapping[str, Place], *, homeward: bool = False
) -> Located | None:
    """Find the place that the traveller's own words name: where it starts, or goes home to."""
    for mention in draft.mentions:
        figure = mention.mover.figure
        is_one = figure is not None and not figure.is_many and figure.sort in _ALONE
        is_one = is_one and bool(draft.ends)  # "a cook from Lima drove down with bread"
        is_one = is_one and not _is_guest(mention)
        if mention.home is None or mention.is_homeward != homeward or (is_one and not homeward):
            continue  # a cook from Lima need not start there
        scene, spot = mention.home
        place = places.get(spot.toponym.id)
        is_known = place is not None and not (spot.said and is_broad(place))
        if place is not None and is_known and is_apart(draft, place):
            why = "the traveller's own words name it"
            return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)
    return None


def _is_guest(mention: MotionMention) -> bool:
    """Whether somebody not told of before is awaited: "a judge from Lima is expected in Ica"."""
    scene, word, entry = mention.scene, mention.mover.word, mention.trigger.entry
    is_awaited = entry.is_phrase and "planned" in entry.forms and word is not None
    return is_awaited and any(
        scene.low(i) in listed("indefinite") for i in scene.tree.children(word or 0, "det")
    )


def figures_of(draft: JourneyDraft) -> Iterator[Figure]:
    """List who travels, with those who go along."""
    for mention in draft.mentions:
        if mention.mover.figure is not None:
            yield mention.mover.figure
        yield from mention.mover.company


def mine_of(draft: JourneyDraft) -> set[Figure]:
    """List who travels, with the many that they are some of."""
    return {one for figure in figures_of(draft) for one in (figure, figure.whole) if one}


def reached(draft: JourneyDraft) -> Located | None:
    """Give where it goes to last, or where it was broken off."""
    if draft.halted is not None or draft.last.is_halt:
        return draft.halted
    return draft.onward[-1] if draft.onward else draft.ends.get(Role.DESTINATION)


def stay_of(
    figures: Iterable[Figure], before: MotionMention, places: Mapping[str, Place]
) -> Located | None:
    """Find where somebody was said to be last before a mention."""
    told = [
        (scene.index, verb, scene, spot)
        for figure in figures
        for scene, verb, spot in figure.stays
        if (scene.index, verb) < before.position and spot.toponym.id in places
        if places[spot.toponym.id].feature_code != _BORDER  # nobody goes on from a line
    ]
    if not told:
        return None
    _, _, scene, spot = max(told, key=lambda one: one[:2])
    place = places[spot.toponym.id]
    why = "where the traveller is said to be before"
    return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)


def was_away(mention: MotionMention) -> bool:
    """Whether the sentence tells where somebody was before he went home: "cut short a stay in".

    What was stolen from somewhere and "came home" came there, and not from there.
    """
    figure = mention.mover.figure
    return mention.is_homeward and any(
        told is mention.scene
        and verb < mention.trigger.first
        and told.low(verb) not in listed("takes_from")
        for told, verb, _ in (figure.stays if figure is not None else ())
    )


def home_from(draft: JourneyDraft, places: Mapping[str, Place]) -> Located | None:
    """Start "the minister, who was in Lima, flew home" where he was, if no place is told."""
    first = draft.mentions[0]
    if draft.ends or not was_away(first):
        return None
    return stay_of(figures_of(draft), first, places)


def taken_from(end: Located, why: str) -> Located:
    """Take an end of another journey, with the reason."""
    return Located(spot=end.spot, first=end.first, place=end.place, scene=end.scene, why=why)


def where_now(draft: JourneyDraft, places: Mapping[str, Place]) -> Located | None:
    """Start "a tanker that was bound for Lima is stuck off Arica" where the sentence puts it.

    So it does those who "were held in Ica as they were about to fly".
    """
    first = draft.mentions[0]
    at, cue = first.trigger.at, first.scene.tree.head(first.trigger.at)
    at = cue if cue is not None and first.scene.relation(at) == "xcomp" else at
    is_clause = first.scene.relation(at) in {"acl", "advcl"}
    if not is_clause or not draft.statuses <= {LegStatus.PLANNED, LegStatus.CANCELLED}:
        return None
    above = set(first.scene.tree.ancestors(first.trigger.at))
    for figure in figures_of(draft):
        for scene, verb, spot in figure.stays:
            place = places.get(spot.toponym.id)
            # who was due in Lima and "stayed in Ica" may have had to set out from anywhere
            is_rest = scene.tokens[verb].fine == "VBD" and scene.low(verb) in listed("stays")
            if scene is not first.scene or verb not in above or is_rest:
                continue
            if place and is_apart(draft, place):
                why = "where the traveller is said to be"
                return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)
    return None


def lived_in(draft: JourneyDraft, places: Mapping[str, Place]) -> Located | None:
    """Start "moved to Lima" where somebody grew up or lived, as far as that is told before."""
    first = draft.mentions[0]
    if draft.statuses & UNMADE:
        return None
    is_move = "moves_house" in first.trigger.entry.properties or is_of_youth(first)
    for figure in figures_of(draft):
        for scene, verb, spot in reversed(figure.lived):
            place = places.get(spot.toponym.id)
            is_before = (scene.index, verb) < first.position
            is_told = is_move or _opens(scene, verb, first)
            if is_told and is_before and place and is_apart(draft, place):
                why = "where the traveller lived before"
                return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)
    return None


def is_of_youth(mention: MotionMention) -> bool:
    """Whether it says how old somebody was: "at fifteen he went to Lima"; "at nine" is an hour."""
    scene = mention.scene
    return any(
        one.preposition == "at" and _age_of(scene.low(one.word)) in _YOUNG
        for one in scene.tree.adjuncts(mention.trigger.at)
    )


def _age_of(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return int(numbers("one").get(word, (0, 0))[0])


def _opens(scene: Scene, verb: int, mention: MotionMention) -> bool:
    """Whether a birth leads to the journey of a year: "born in Ica, Ana Bek left for Lima in 1950".

    "Born in Ica, the minister flew to Lima" says nothing of where she was.
    """
    holder = scene.tree.head(verb) if scene is mention.scene else None
    is_clause = scene.relation(verb) in {"advcl", "acl"} and scene.low(verb) in listed("of_life")
    is_clause &= not scene.tree.children(verb, "nsubj", "nsubj:pass")
    is_of_year = mention.time is not None and mention.time.year > 0
    return is_clause and is_of_year and holder in {mention.trigger.at, mention.mover.word}


def made_in(
    draft: JourneyDraft, places: Mapping[str, Place], others: Iterable[JourneyDraft]
) -> Located | None:
    """Start "the blades are made in Lima and go to Arica by barge" there; not what was once built.

    Nor what was brought elsewhere first: "are made in Lima, go to Arica and are then taken to Ica".

    "The ship was built in Lima in 1990 and sailed to Arica" says nothing of where it started.
    """
    scene, trigger = draft.mentions[0].scene, draft.mentions[0].trigger
    at, is_there = trigger.at, "by_a_time" in trigger.entry.properties
    for figure in figures_of(draft):
        for told, verb, spot in figure.lived:
            place = places.get(spot.toponym.id)
            if place is None or told is not scene or scene.low(verb) not in listed("of_making"):
                continue
            # "the pump, built in Lima, was in Arica by noon"
            above = scene.tree.ancestors(verb) if is_there else ()
            joined = {*scene.tree.conjuncts(verb), *scene.tree.children(verb, "parataxis")}
            if at not in {*joined, *above}:
                continue
            is_dated = any(verb < time.first < at for time in scene.times)
            if any(_lies_between(one, told, verb, at) for one in others if one is not draft):
                continue
            if is_apart(draft, place) and not is_dated:
                why = "where it is made"
                return Located(spot=spot, first=spot.first, place=place, scene=scene, why=why)
    return None


def _lies_between(other: JourneyDraft, scene: Scene, first: int, last: int) -> bool:
    """Whether a journey is told of between two words of a sentence."""
    return any(one.scene is scene and first < one.trigger.at < last for one in other.mentions)


def where_told(draft: JourneyDraft, places: Mapping[str, Place]) -> Located | None:
    """Start "to Callao, where the parcels were loaded onto a ferry for Arica" at that place."""
    scene, at = draft.mentions[0].scene, draft.mentions[0].trigger.at
    above = scene.tree.head(at) if scene.relation(at) == "acl" else None
    toponym = scene.place(above) if above is not None else None
    place = places.get(toponym.id) if toponym is not None else None
    is_where = any(scene.low(i) in listed("where") for i in scene.tree.children(at, "advmod"))
    if toponym is None or place is None or not (is_where and may_start(draft, place)):
        return None
    first, last = scene.words_of(toponym)
    spot = Spot(toponym=toponym, first=first, last=last)
    return Located(spot=spot, first=first, place=place, scene=scene, why="it is told of there")
