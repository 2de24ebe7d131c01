"""A mention goes in that tells of several journeys at once; out comes one for each of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.adjacent import Reach
from geo.journeys.sentence.mention import is_spread
from geo.journeys.sentence.mover import Mover, named
from geo.journeys.sentence.relays import next_ride, with_relays
from geo.journeys.sentence.vehicles import said_before, vehicle_said
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.phrases.names import shown
from geo.phrases.sorts import PEOPLE, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.figures import Cast
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.vehicles import Vehicle
    from geo.journeys.sentence.whereabouts import Whereabouts

_SEVERAL = 2
_LONGEST = 4  # words of "the last three families"
_JOINS = frozenset({",", ";", "and"})
_STAY = frozenset({Sort.PLACE, Sort.EVENT})  # "and the port by rail to Ica"
_WORDS = frozenset({"DET", "ADJ", "NUM", "NOUN", "PRON", "PROPN"})


def parts_of(mention: MotionMention, cast: Cast, places: Whereabouts) -> Iterator[MotionMention]:
    """Part what one verb says of several people, and of several ways."""
    for one in _with_gaps(with_relays(mention, places), cast, places):
        for part in _by_turns(one):
            for way in _ways(part):
                yield from _by_homes(way, places)


def _by_homes(mention: MotionMention, places: Whereabouts) -> Iterator[MotionMention]:
    """Part those who come from several places: "teams from Lima, Ica and Pisco reached Arica"."""
    scene, home = mention.scene, mention.home
    is_led = mention.reach(Role.ORIGIN) is None and mention.reach(Role.DESTINATION) is not None
    word = mention.mover.word
    is_many = word is not None and scene.tokens[word].has("Number=Plur")
    if home is None or home[0] is not scene or not (is_led and is_many):
        yield mention
        return
    joined = scene.tree.conjuncts(scene.head_of(home[1].toponym))
    spots = [spot for spot in (places.spot(scene, one) for one in joined) if spot is not None]
    if len(spots) < max(len(joined), _SEVERAL):
        yield mention
        return
    for spot in spots:
        start = Reach(role=Role.ORIGIN, spot=spot, first=spot.first)
        yield replace(mention, reaches=(start, *mention.reaches), home=None)


def _by_turns(mention: MotionMention) -> Iterator[MotionMention]:
    """Part a way whose stretches have vehicles of their own: "by bus to Lima, then by ship to"."""
    for before, reach in pairwise(mention.reaches):
        own = _own_vehicle(mention, before, reach)
        if own is None or before.role is not Role.DESTINATION or not reach.onward:
            continue
        number = mention.reaches.index(reach)
        first = said_before(mention.trigger, mention.vehicle, before.last + 2)
        yield replace(mention, reaches=mention.reaches[:number], vehicle=first)
        spot = replace(before.spot, said="the stretch before leads here")
        start = Reach(role=Role.ORIGIN, spot=spot, first=reach.first)
        rest = (start, replace(reach, onward=False), *mention.reaches[number + 1 :])
        rest_of = replace(mention, reaches=rest, vehicle=own, home=None, time=None, stop=None)
        yield from _by_turns(rest_of)
        return
    yield mention


def _own_vehicle(mention: MotionMention, before: Reach, reach: Reach) -> Vehicle | None:
    """Find by what a stretch goes; what follows all of them may be said of them all."""
    vehicle, scene = mention.vehicle, mention.scene
    own = vehicle_said(scene, range(before.last + 2, reach.first))
    own = own or next_ride(mention, before.last + 1, reach.first)
    is_parted = mention.trigger.entry.mode is not Mode.UNKNOWN
    is_parted |= vehicle is not None and vehicle.last < reach.first
    return own or (vehicle_said(scene, [reach.last + 1]) if is_parted else None)


def _ways(mention: MotionMention) -> Iterator[MotionMention]:
    """Part what one verb says of several: "from Pula to Ravenna and from Split to Bari".

    Those who came "from London, Tokyo and Lima to Nairobi" all went to Nairobi.
    """
    starts = [number for number, reach in enumerate(mention.reaches) if reach.again]
    goals = [reach for reach in mention.reaches if reach.role is Role.DESTINATION]
    if is_spread(mention, goals):
        rest = [reach for reach in mention.reaches if reach not in goals]
        for goal in goals:
            yield replace(mention, reaches=(*rest, replace(goal, onward=False)))
        return
    for first, end in pairwise([0, *starts, len(mention.reaches)]):
        part = mention.reaches[first:end]
        if len(goals) == 1 and starts and goals[0] not in part:
            part = (*part, goals[0])
        yield replace(mention, reaches=part)


def _with_gaps(mention: MotionMention, cast: Cast, places: Whereabouts) -> Iterator[MotionMention]:
    """Add those who share its verb: "one bus went to Lima, the second to Cusco"."""
    scene, trigger = mention.scene, mention.trigger
    goal = mention.reach(Role.DESTINATION)
    is_verb = not trigger.frame.noun and mention.mover.word is not None
    if goal is None or not is_verb or scene.is_headline:
        yield mention
        return
    found = list(_gaps(scene, trigger, goal.last + 1, places))
    first = found[0][0] if found else len(scene)
    kept = tuple(one for one in mention.reaches if one.spot.first < first)
    by_what = said_before(trigger, mention.vehicle, first) if found else mention.vehicle
    yield replace(mention, reaches=kept, vehicle=by_what)
    start = mention.reach(Role.ORIGIN)
    shared = () if start is None else (start,)
    for word, reach in found:
        own = vehicle_said(scene, [word + 1, reach.last + 1])
        yield replace(
            mention,
            mover=_mover(scene, word, mention.mover, cast),
            reaches=(*shared, reach),
            vehicle=own or said_before(trigger, mention.vehicle, first),
            home=None,
            time=None,
            stop=None,
        )


def _mover(scene: Scene, word: int, first: Mover, cast: Cast) -> Mover:
    """Name who goes there: "the second" is a figure of the story only by its own words."""
    if _is_part(scene, word):  # "with onions, a second to Lima": no onions
        known, whole = cast.figure(scene, word), first.figure and first.figure.whole
        is_share = known is not None and whole is not None and known.whole is whole
        return Mover(word=word, figure=known if is_share else None, name=shown(scene, word))
    mover = named(scene, word, cast, None)
    is_told = mover.figure is not None and mover.figure is not first.figure
    return mover if is_told else Mover(word=word, figure=None, name=mover.name)


def _is_part(scene: Scene, word: int) -> bool:
    return scene.low(word) in listed("part_of_many") | listed("new_one")


def _gaps(
    scene: Scene, trigger: Trigger, start: int, places: Whereabouts
) -> Iterator[tuple[int, Reach]]:
    at = start
    while at < len(scene) and scene.tokens[at].tag not in {"VERB", "AUX"}:
        found = _gap(scene, trigger, at, places) if scene.low(at) in _JOINS else None
        if found is not None:
            yield found
            at = found[1].last
        at += 1


def _gap(scene: Scene, trigger: Trigger, at: int, places: Whereabouts) -> tuple[int, Reach] | None:
    """Read ", the second to Cusco": who, a preposition of the verb, and where."""
    first = at + 1 + (scene.low(at + 1) in _JOINS)
    word = first
    while word < first + _LONGEST and (scene.tag(word) in _WORDS or _is_part(scene, word)):
        if scene.low(word + 1) in {*trigger.frame.roles, *listed("by_vehicle")}:
            break
        word += 1
    led = _behind_vehicle(scene, word + 1)
    role = trigger.frame.roles.get(scene.low(led))
    toponym = scene.place(led + 1)
    is_who = _is_who(scene, first, word) or (led > word + 1 and _is_load(scene, first, word))
    if role is not Role.DESTINATION or toponym is None or not is_who:
        return None
    spot = places.spot(scene, scene.head_of(toponym))
    if spot is None or scene.tag(spot.last + 1) in {"VERB", "AUX"}:
        return None
    return word, Reach(role=role, spot=spot, first=led)


def _behind_vehicle(scene: Scene, at: int) -> int:
    """Pass over what they go by: "the staff by minibus to Lima"."""
    vehicle = vehicle_said(scene, [at])
    return at if vehicle is None else vehicle.last + 1


def _is_who(scene: Scene, first: int, word: int) -> bool:
    """Whether words name others of those told of, or somebody by name: no "a rival to Lima"."""
    is_part = _is_part(scene, word)
    if (scene.tag(word) not in _WORDS and not is_part) or word in scene.toponyms:
        return False
    is_told = scene.low(first) in listed("possessive") or scene.tokens[first].has("Definite=Def")
    opens = is_told and first < word and sort_of(scene, word) in PEOPLE
    is_named = scene.tokens[word].tag in {"PROPN", "PRON"} and sort_of(scene, word) in PEOPLE
    return is_part or opens or is_named or scene.tokens[word].tag == "NUM"


def _is_load(scene: Scene, first: int, word: int) -> bool:
    """Whether words name what else is moved, told with its vehicle: "the pumps by barge to Ica"."""
    is_told = scene.tokens[first].has("Definite=Def") and first < word
    return is_told and scene.tag(word) == "NOUN" and sort_of(scene, word) not in _STAY
