"""A noun phrase goes in; out comes whom of those met before it means, or is a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.names import has_the, is_name_part, vehicle_words
from geo.phrases.sorts import PEOPLE, sort_of
from geo.text.apposed import is_named_else, same_name
from geo.text.covering import covered
from geo.text.pronouns import ANYBODY, NEAR, is_animal, latest

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.text.figures import Cast, Figure

FAR = 30  # sentences over which "the ship" is the ship met last
_FULL = 2  # parts of a full name
_LONG = 60  # words of a sentence within which who goes by a vehicle is looked for


def ranks_of(scene: Scene, index: int) -> set[str]:
    """Give the words of rank beside a noun: "prime" or "defence" of a minister."""
    words = scene.tree.children(index, "compound", "amod", "flat")
    lows = {scene.low(i) for i in words} - {scene.low(index)}
    return {low for low in lows if low in listed("rank", "second_rank")}


def _may_rank(figure: Figure, ranks: set[str]) -> bool:
    """Whether nothing in their ranks parts two of one title, as it does two ministers.

    The vice president is never the president.
    """
    second = listed("second_rank")
    if ranks.isdisjoint(second) != figure.ranks.isdisjoint(second):
        return False
    return not (ranks and figure.ranks) or not ranks.isdisjoint(figure.ranks)


def _owner(cast: Cast, scene: Scene, index: int) -> Figure | None:
    holder = scene.tree.possessor(index)
    return None if holder is None else cast.meant.get((scene.index, holder))


def known_before(
    cast: Cast, scene: Scene, index: int, names: list[str], sort: Sort
) -> Figure | None:
    """Find whom a name, or a noun with "the", means of those met before."""
    recent = [one for one in reversed(cast.figures) if scene.index - one.last <= FAR]
    if names:
        same = next((one for one in recent if one.names and same_name(one, names)), None)
        return same or _introduced(cast, scene, index, names) or _of_kind(recent, scene, index)
    if not _is_definite(scene, index):
        return None
    tables = motion()
    low = scene.low(index)
    single = tables.singular.get(low, low)
    recent.sort(key=lambda one: -one.last)
    owner, ranks = _owner(cast, scene, index), ranks_of(scene, index)
    called = [
        one
        for one in recent
        if single in one.heads and one is not owner and _may_rank(one, ranks)
        if not is_named_else(scene, index, one)
    ]
    if called or (cover := covered(recent, scene, index)) is not None:
        return called[0] if called else cover
    is_one = not scene.tokens[index].has("Number=Plur")
    if sort is not Sort.VEHICLE or not is_one or single not in listed("any_vehicle"):
        return None
    mode = tables.vehicles[single]
    is_many = low in listed("crowd")  # "fourteen trucks … the convoy"
    fitting = [
        one
        for one in recent
        if one.mode is mode
        and one.sort in {Sort.VEHICLE, Sort.NAME}
        and (is_many or not one.is_many)
        and (owner is None or _may_own(cast, owner, one))
        and not is_named_else(scene, index, one)
    ]
    near = [one for one in fitting if scene.index - one.last <= 1]
    is_ship = mode is Mode.SEA
    ships = [one for one in recent if is_ship and one.sort is Sort.NAME and one.is_ship]
    ships = [one for one in ships if not is_named_else(scene, index, one)]
    fitting.sort(key=lambda one: -one.told)
    return next(iter([*near, *fitting, *ships]), None)


def _may_own(cast: Cast, owner: Figure, vehicle: Figure) -> bool:
    """Whether "his plane" may be the jet of before: his, or one told of together with him."""
    if owner.sort not in {Sort.PERSON, Sort.GROUP, Sort.NAME} or vehicle.owner is not None:
        return vehicle.owner is owner
    together = (cast.meant.get((vehicle.first, i)) for i in range(_LONG))
    return any(one is owner for one in together)


def _of_kind(recent: list[Figure], scene: Scene, index: int) -> Figure | None:
    """Take "the Corda circus" for the circus told of before without a name."""
    if scene.tokens[index].tag != "NOUN" or not _is_definite(scene, index):
        return None
    single = motion().singular.get(scene.low(index), scene.low(index))
    found = [one for one in recent if single in one.heads and not one.names and one.is_new]
    return found[0] if len(found) == 1 else None


def _introduced(cast: Cast, scene: Scene, index: int, names: list[str]) -> Figure | None:
    """Take a new name for the one whom the sentences before told of without a name.

    "A trawler left … The Blue Heron, which …": only where one alone can be meant.
    """
    if scene.relation(index) == "nsubj" and _names_beside(scene, index):
        return _pair(cast, scene)
    if scene.relation(index) != "nsubj" or (len(names) < _FULL and not has_the(scene, index)):
        return None
    is_ship = has_the(scene, index) or bool(vehicle_words(scene, index))
    wanted = {Sort.VEHICLE} if is_ship else {Sort.PERSON, Sort.OTHER}
    found = [
        one
        for one in cast.figures
        if one.sort in wanted
        and one.is_new
        and not (one.names or one.is_many or one.whole or is_animal(one))
        and 0 < scene.index - one.first <= NEAR
        and (one.was_actor or (is_ship and one.moved >= 0))
        and (one.sort is not Sort.OTHER or one.moved >= 0)
    ]
    words = vehicle_words(scene, index)
    if words:
        mode = motion().vehicles[words[-1]]
        is_any = words[-1] in listed("any_vehicle")
        found = [one for one in found if words[-1] in one.heads] or [
            one
            for one in found
            if one.mode is mode and (is_any or one.heads & listed("any_vehicle"))
        ]  # "A dredger sank. The tug Blue Heron" is another
    found = [one for one in found if one.is_about >= 0] or found
    return found[0] if len(found) == 1 else None


def _names_beside(scene: Scene, index: int) -> bool:
    return any(is_name_part(scene, i) for i in scene.tree.children(index, "conj"))


def _pair(cast: Cast, scene: Scene) -> Figure | None:
    """Take "Silva and Novak" for the "two climbers" told of before."""
    found = [
        one
        for one in cast.figures
        if one.sort in {Sort.GROUP, Sort.PERSON}
        and one.is_many
        and one.is_about >= 0
        and 0 < scene.index - one.first <= NEAR
        and not (one.names or one.is_foretold)
    ]
    return found[0] if len(found) == 1 else None


def whole_of(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Find whom "two of them", "most" and "eight of those freed" are a part of."""
    for child in scene.tree.children(index, "nmod", "obl"):
        if scene.tree.preposition(child) == "of":
            pointed = scene.tokens[child].tag in {"PRON", "DET", "ADJ"}
            known = cast.meant.get((scene.index, child))
            return known or (latest(cast, scene, child, ANYBODY, is_many=True) if pointed else None)
    if scene.low(index) in listed("any_group") and _is_definite(scene, index):
        return latest(cast, scene, index, {Sort.GROUP, Sort.PERSON}, is_many=True)
    is_part = scene.low(index) in listed("part_of_many", "new_one")
    is_part |= scene.tokens[index].tag in {"NUM", "ADJ", "DET", "PRON"}
    return _many_before(cast, scene, index) if is_part else None


def _many_before(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Find the many met before of whom "others", "two" or "another" are some."""
    vehicles = [
        one
        for one in cast.figures
        if one.sort is Sort.VEHICLE and one.moved >= 0 and scene.index - one.last <= NEAR
    ]
    people = _are_people(scene, index)
    if vehicles and not people and scene.low(index) in listed("new_one", "one"):
        return max(vehicles, key=lambda one: one.last)
    many = latest(cast, scene, index, {*PEOPLE} if people else ANYBODY, is_many=True)
    if many is not None and many is _who_does_it(cast, scene, index):
        many = None  # "fishermen pulled 28 out of the water"
    if many is not None and many.whole is not None and many.whole.is_many:
        many = many.whole  # "three of them left … the rest stayed"
    if many is None and not people:
        return latest(cast, scene, index, {Sort.VEHICLE}, is_many=False)
    return many


def _who_does_it(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Find who does to it what its verb says."""
    verb = scene.tree.head(index) if scene.relation(index) == "obj" else None
    subject = scene.tree.subject(verb) if verb is not None else None
    return cast.meant.get((scene.index, subject)) if subject is not None else None


def _are_people(scene: Scene, index: int) -> bool:
    """Whether a clause says that they are people: "others, who had hoped to fly"."""
    return any(
        scene.low(i) in listed("relative_of_people")
        for clause in scene.tree.children(index, "acl")
        for i in scene.tree.children(clause, "nsubj", "nsubj:pass", "obj")
    )


def vehicle_of(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Find the vehicle that somebody goes by: "its crew", "passengers of the ship".

    Of a vehicle there is none: "its sister ship" sails by itself.
    """
    if sort_of(scene, index) is Sort.VEHICLE:
        return None
    for holder in scene.tree.children(index, "nmod:poss", "nmod"):
        known = cast.meant.get((scene.index, holder))
        preposition = scene.tree.preposition(holder)
        is_held = preposition in {"of", "on"} | listed("aboard") or (
            scene.tokens[holder].relation == "nmod:poss"
        )
        if known is not None and known.sort is Sort.VEHICLE and is_held:
            return known
    return _just_told_of(cast, scene, index)


def _just_told_of(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Find whose "passengers" are without a word of that: those of the one vehicle just told of."""
    told = scene.tree.children(index, "det", "nmod:poss", "nmod", "nummod", "amod", "acl")
    is_bare = all(scene.low(i) in listed("article") for i in told)
    if not is_bare or scene.low(index) not in listed("aboard_it"):
        return None
    near = [
        one
        for one in cast.figures
        if one.sort is Sort.VEHICLE and one.moved >= 0 and scene.index - one.last <= 1
    ]
    return near[0] if len(near) == 1 else None


def _is_definite(scene: Scene, index: int) -> bool:
    inner = [scene.low(i) for i in scene.tree.children(index, "det", "nmod:poss", "amod")]
    return bool(listed("points_back").intersection(inner)) and not (
        listed("new_one").intersection(inner)
    )
