"""A word of movement goes in, by what it goes comes out, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.noun_movers import people_of
from geo.journeys.sentence.rides import booked, filled, is_carried_on, made_up_of, ridden_in
from geo.journeys.sentence.service_ways import of_service
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.motion import motion
from geo.lexicon.names import animal_mode, goes_by
from geo.phrases.vehicles import vehicle_mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.triggers import Trigger

_REACH = 6  # words of "by high-speed night train"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """A mode, the words that say so, and the vehicle's own word in the singular ("train").

    ``is_owned`` : it is the traveller's own ("his train"). ``is_weak`` : the verb alone says it,
    which may be of another way as well ("landed in Lima").
    """

    mode: Mode
    first: int
    last: int
    noun: str = ""
    is_owned: bool = False
    is_weak: bool = False


def find_vehicle(scene: Scene, trigger: Trigger, mover: Mover, last: int) -> Vehicle | None:
    """Find the vehicle: one named, the verb's own, or what moves or carries.

    ``last`` is the last word of where the movement goes.
    """
    is_itself = mover.figure is not None and mover.figure.sort is Sort.VEHICLE
    is_flown = trigger.entry.mode is Mode.AIR and "weak_mode" not in trigger.entry.properties
    own = range(trigger.first, trigger.last + 1) if trigger.entry.is_phrase else ()
    for index in (*_named(scene, trigger), *_between(scene, trigger, last)):
        if index in own:
            continue  # "set foot in Lima"
        is_part = scene.tree.preposition(index) in listed("accompanied")
        if is_flown and _mode(scene, index) is not Mode.AIR:
            continue  # "flew with their bicycles", "was flown in a carrier"
        if not (is_part and is_itself):  # "the train ran with twelve coaches"
            return _of_word(scene, index)
    if mover.carrier is not None and (carried := _of_carrier(scene, mover.carrier)) is not None:
        return carried
    figure = mover.figure
    is_own = not trigger.frame.carries or "own_mode" in trigger.entry.properties
    is_own &= not (is_flown and scene.tree.is_passive(trigger.at))  # "a lorry was flown in"
    is_vehicle = figure is not None and figure.sort is Sort.VEHICLE and is_own
    is_landed = scene.tree.is_passive(trigger.at) and not (
        trigger.frame.carries or "moves_objects" in trigger.entry.properties
    )  # "were landed in Lima": not said by what
    # "the flight of 900 people from Lima": nobody flew
    is_escape = "of_fugitives" in trigger.entry.properties and _is_of_people(scene, trigger.at)
    if (
        trigger.entry.mode is not Mode.UNKNOWN
        and not is_landed
        and not is_escape
        and (is_flown or not (is_vehicle and figure and figure.mode is not Mode.UNKNOWN))
    ):
        is_weak = "weak_mode" in trigger.entry.properties
        return Vehicle(
            mode=trigger.entry.mode, first=trigger.first, last=trigger.last, is_weak=is_weak
        )
    return _of_mover(scene, trigger, mover) or _of_service(scene, trigger)


def vehicle_said(scene: Scene, places: Iterable[int]) -> Vehicle | None:
    """Find a vehicle that one of some words leads to: "by", "on" of "then on a small ship"."""
    for index in places:
        if scene.low(index) not in listed("by_vehicle") - listed("accompanied"):
            continue
        for step in range(index + 1, min(index + _REACH, len(scene))):
            if _fits(scene, step, scene.low(index)):
                return _of_word(scene, step)
            if scene.tokens[step].tag not in {"ADJ", "NOUN", "DET"}:
                break
    return None


def vehicle_at(scene: Scene, index: int) -> Vehicle | None:
    """Take a word for a vehicle, where it is one."""
    return None if _mode(scene, index) is None else _of_word(scene, index)


def said_before(trigger: Trigger, vehicle: Vehicle | None, end: int) -> Vehicle | None:
    """Take a vehicle only where it is said before a word; else what the verb itself says."""
    if vehicle is None or vehicle.first < end:
        return vehicle
    if trigger.entry.mode is Mode.UNKNOWN:
        return None
    return Vehicle(mode=trigger.entry.mode, first=trigger.first, last=trigger.last)


def _of_service(scene: Scene, trigger: Trigger) -> Vehicle | None:
    found = of_service(scene, trigger)
    return found and Vehicle(mode=found[0], first=found[1], last=found[1])


def _is_of_people(scene: Scene, at: int) -> bool:
    if scene.tree.children(at, "compound"):
        return False  # "the evacuation flight of 30 children"
    return people_of(scene, at) is not None


def _of_mover(scene: Scene, trigger: Trigger, mover: Mover) -> Vehicle | None:
    """Find by what who moves goes anyway: a ship by sea, "farmers in tractors" by road."""
    figure = mover.figure
    riding = scene.tree.subtree(mover.word) if mover.word is not None else ()
    is_itself = figure is not None and figure.sort is Sort.VEHICLE  # "a train with a band in a car"
    ridden = () if is_itself else _ridden(scene, riding)
    own = (*scene.tree.children(trigger.at, "compound", "nmod:poss"), *ridden)
    own = (*own, *filled(scene, mover))
    for index in (*own, *made_up_of(scene, mover)):
        if _mode(scene, index) is not None:
            return _of_word(scene, index)
    is_carrier = mover.word is not None and mover.word == scene.tree.subject(trigger.at)
    is_carrier &= not scene.tree.is_passive(trigger.at)  # "the ship, the Lima Star, carried rice"
    is_ship = figure is not None and figure.sort is Sort.VEHICLE
    is_object = mover.word is not None and mover.word in scene.tree.objects(trigger.at)
    is_carried = (trigger.frame.carries or is_object) and not (is_ship or is_carrier)
    mode = figure.mode if figure is not None and not is_carried else Mode.UNKNOWN
    is_lost = trigger.frame.recovers or trigger.frame.elsewhere  # a lost dog may have got a lift
    if mode is Mode.UNKNOWN and not (is_carried or is_lost or scene.tree.is_passive(trigger.at)):
        mode = _of_itself(scene, mover)
    if mode is Mode.UNKNOWN:
        return None
    if mover.word is None:  # "a planned visit was scrapped": told of a ship just before
        return Vehicle(mode=mode, first=trigger.first, last=trigger.last) if is_ship else None
    return Vehicle(mode=mode, first=mover.word, last=mover.word)


def _of_itself(scene: Scene, mover: Mover) -> Mode:
    """Tell how an animal goes, a team of rowers or a march."""
    # "Alice Walker" goes as everybody does
    is_noun = mover.word is not None and scene.tag(mover.word) != "PROPN"
    own = {scene.tokens[mover.word or 0].lemma} if is_noun else set()
    heads = mover.figure.heads if mover.figure is not None else frozenset[str]()
    parts = {scene.tokens[index].lemma for index in made_up_of(scene, mover)}
    modes = [animal_mode(head) for head in own | heads | parts]
    modes += [goes_by(scene.low(index)) for index in made_up_of(scene, mover)]
    modes += [goes_by(one) for one in own]
    modes.append(_of_march(scene, mover))
    return next((mode for mode in modes if mode is not Mode.UNKNOWN), Mode.UNKNOWN)


def _of_carrier(scene: Scene, word: int) -> Vehicle | None:
    """Tell how what carries somebody goes, a vehicle or "a walk that will take her to Lima"."""
    for part in (word, *scene.tree.children(word, "compound")):  # "a bus ride took her to Lima"
        if _mode(scene, part) is not None:
            return _of_word(scene, part)
    mode = _mode_of_journey(scene, word)
    return None if mode is Mode.UNKNOWN else Vehicle(mode=mode, first=word, last=word)


def _of_march(scene: Scene, mover: Mover) -> Mode:
    """Tell how a march goes that is told of as if it were who makes it."""
    is_itself = mover.word is not None and mover.figure is None
    return _mode_of_journey(scene, mover.word or 0) if is_itself else Mode.UNKNOWN


def _mode_of_journey(scene: Scene, word: int) -> Mode:
    entries = motion().entries.get(scene.low(word), ())
    modes = {one.mode for one in entries if "noun" in one.forms and not one.frame.of_vehicle}
    return next(iter(modes)) if len(modes) == 1 else Mode.UNKNOWN


def _named(scene: Scene, trigger: Trigger) -> Iterator[int]:
    tree = scene.tree
    yield from (i for i in (booked(scene, trigger), ridden_in(scene, trigger.at)) if i is not None)
    anchors = [trigger.at]
    head = tree.head(trigger.at)
    if head is not None and (trigger.frame.noun or is_carried_on(scene, trigger.at, head)):
        anchors.append(head)
    for anchor in anchors:
        for index in (*tree.children(anchor, "obl"), *tree.children(anchor, "nmod", "advmod")):
            parts = [i for one in tree.conjuncts(index) for i in (one, *tree.children(one, "flat"))]
            for one in parts:  # "by crane and lorry", "by ox cart"
                if _fits(scene, one, tree.preposition(index)):
                    yield one
        # who "reached a drifting carrier" goes by something else
        subject = tree.subject(anchor)
        is_carrier = subject is not None and _mode(scene, subject) is not None
        is_carrier &= trigger.frame.carries  # "a train took the tanks to Lima"
        if not (trigger.frame.noun or trigger.frame.object is Role.DESTINATION or is_carrier):
            yield from (i for i in tree.objects(anchor) if _mode(scene, i) is not None)
    yield from _at_ends(scene, trigger)


def _ridden(scene: Scene, phrase: Iterable[int]) -> Iterator[int]:
    """Find what people are in or on by their own words: "farmers in tractors"."""
    for index in phrase:
        is_in = scene.tree.preposition(index) in listed("by_vehicle") - listed("accompanied")
        if is_in and scene.relation(index) == "nmod" and _fits(scene, index, "in"):
            yield index


def _between(scene: Scene, trigger: Trigger, last: int) -> Iterator[int]:
    """Find "by slow night ferry to Malta", whatever the tree says."""
    for index in range(trigger.last + 1, last):
        if trigger.frame.onward and _mode(scene, index) and scene.low(index) not in listed("way"):
            yield index  # "and from there a boat to Lima"
        if scene.low(index) not in listed("aboard"):
            continue
        for step in range(index + 1, min(index + _REACH, last)):
            if _mode(scene, step) is not None:
                yield step
            if scene.tokens[step].tag not in {"ADJ", "NOUN", "DET", "PUNCT"}:
                break


def _at_ends(scene: Scene, trigger: Trigger) -> Iterator[int]:
    """Find "to Goma by boat" where the tree hangs the boat on the place."""
    for index in scene.tree.subtree(trigger.at):
        head = scene.tree.head(index)
        is_back = head is not None and head == trigger.last  # "came back to Lima by car"
        on_place = scene.relation(index) == "nmod" and head in scene.toponyms
        on_place = on_place or (is_back and head != trigger.at and scene.relation(index) == "obl")
        if on_place and _fits(scene, index, scene.tree.preposition(index)):
            yield index


def _fits(scene: Scene, index: int, preposition: str) -> bool:
    low = scene.low(index)
    if low in listed("adverb_of_way"):
        return True
    if _mode(scene, index) is None:
        return False
    is_way = motion().singular.get(low, low) in listed("way")
    if is_way:
        return preposition == "by" or (preposition == "on" and low in listed("on_it"))
    return preposition in listed("by_vehicle")


def _mode(scene: Scene, index: int) -> Mode | None:
    low = scene.low(index)
    tables = motion()
    single = tables.singular.get(low, low)
    mode = vehicle_mode(scene, index, single)
    if single in listed("only_of_a_kind") and not scene.tree.children(index, "compound"):
        return None  # "an Indian carrier's service" is an airline's
    if mode is None and scene.tokens[index].lemma in listed("ridden"):
        is_on = scene.tree.preposition(index) in listed("by_vehicle") - listed("accompanied")
        return Mode.ROAD if is_on else None  # "on a camel"
    if mode is Mode.RAIL and scene.tokens[index].tag == "PROPN" and _is_of_ship(scene):
        return Mode.SEA  # "was shipped on the Gulf Express"
    if mode is None and index not in scene.toponyms:
        inner = _inner(scene, index)
        return None if inner is None else _mode(scene, inner)
    return mode


def _inner(scene: Scene, index: int) -> int | None:
    """Find the vehicle of "a fleet of lorries" and of "the back of a lorry"."""
    low = scene.low(index)
    is_holder = low in listed("crowd") or low in listed("vehicle_part")
    inner = (i for i in scene.tree.children(index, "nmod") if scene.tree.preposition(i) == "of")
    return next(inner, None) if is_holder else None


def _is_of_ship(scene: Scene) -> bool:
    """Whether the sentence tells of a ship, or of shipping."""
    return any(motion().vehicles.get(token.lemma) is Mode.SEA for token in scene.tokens)


def _of_word(scene: Scene, index: int) -> Vehicle:
    inner = _inner(scene, index) if scene.low(index) in listed("vehicle_part") else None
    last = index if inner is None else inner
    low = scene.low(last)
    tables = motion()
    single = tables.singular.get(low, low)
    first = min((index, *scene.tree.children(index, "case", "det", "amod", "compound")))
    return Vehicle(
        mode=_mode(scene, index) or Mode.UNKNOWN,
        first=first,
        last=last,
        noun=single if low in tables.vehicle_entries else "",
        is_owned=any(
            scene.low(i) in listed("of_a_person") for i in scene.tree.children(index, "nmod:poss")
        ),
    )
