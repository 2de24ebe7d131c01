"""Who left, and out of what, goes in; whether its place is a start, or where a ship lies since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.journeys.sentence.adjacent import Reach, is_counted, lies_from
from geo.journeys.sentence.perils import FLIGHT, peril, purpose
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.motion import motion
from geo.lexicon.names import noun_kinds
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Spot, Whereabouts

_LOADS = frozenset({Sort.CARGO, Sort.VEHICLE})
_SITE = "place"  # the kind of "cellar" and "hospital" among nouns


def from_aside(scene: Scene, trigger: Trigger, index: int, spot: Spot) -> bool:
    """Whether a goal without a name has only the start behind it: "set off for the lake from Lima".

    Not so in "a village 40 km from Lima", nor of "the city" that another sentence names.
    """
    if spot.said or scene.tag(index) != "NOUN" or scene.low(index) in motion().measures:
        return False
    is_start = trigger.frame.roles.get(scene.low(index + 1)) is Role.ORIGIN
    return is_start and scene.words_of(spot.toponym)[0] == index + 2


def at_rest(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "the tanker, out of Lima since Friday, is anchored off Arica": it has got there.

    Whatever is "in from Lima" has come to where it is said to be.
    """
    yield from _aimed_at(scene, trigger, places)
    if "long_out" not in trigger.entry.properties:
        return
    tree = scene.tree
    above = (i for i in tree.ancestors(trigger.at) if tree.subject(i) is not None)
    verb = next(above, None)
    is_there = verb is not None and scene.low(verb) in listed("at_rest")
    if verb is None or not (is_there or "comes_in" in trigger.entry.properties):
        return
    words = [one.word for one in tree.adjuncts(verb) if one.preposition in listed("puts")]
    words += [i for i in tree.children(verb, "advmod") if scene.low(i) in listed("here_or_there")]
    for word in words:
        spot = places.spot(scene, word)
        if spot is not None and word != trigger.at:
            yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)
            return


def _aimed_at(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "a barge, Lima its goal"."""
    toponym = scene.place(trigger.first - 1)
    if toponym is None or "behind_place" not in trigger.entry.properties:
        return
    spot = places.spot(scene, scene.head_of(toponym))
    if spot is not None:
        yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)


def is_of_site(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Whether "the bears reached their new home near Lima", or "the lorries left a depot in Lima".

    Only in the sentence's own words beside it: nobody "reached the top of a tower in Lima".
    """
    if "reaches_sites" in trigger.entry.properties:
        return _is_site(scene, index) and any(
            scene.place(i) is not None and scene.tree.preposition(i) in listed("puts")
            for i in scene.tree.children(index, "nmod")
        )
    return _leaves_site(scene, trigger, index)


def is_left_in_town(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Whether who leaves it need not leave its town: "left Lima's main hospital", not "for Ica"."""
    return scene.low(index) in listed("left_in_town") and not _is_led(scene, trigger)


def is_no_start(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether "from" leads to no start: "moved to Lima, 47 miles from Callao"."""
    is_far = is_counted(scene, at) or lies_from(scene, at)
    return is_far or _is_of_sender(scene, trigger, at)


def _is_of_sender(scene: Scene, trigger: Trigger, first: int) -> bool:
    """Whether words between commas tell whence who does it is: "Ana, 25, from Lima, brought"."""
    toponym = scene.place(first + 1)
    if toponym is None or not trigger.frame.carries or scene.tree.is_passive(trigger.at):
        return False
    last = scene.words_of(toponym)[1]
    return last < trigger.first and scene.low(first - 1) == "," == scene.low(last + 1)


def from_peril(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "fled fighting in Lima" and "escaped a jail in Lima for Ica", whatever the tree says."""
    own = peril(scene, trigger.last) if trigger.frame.name == FLIGHT else None
    aim = purpose(scene, trigger.at) if own is None else None
    at = own if aim is None else peril(scene, aim)
    if at is None:
        return
    toponym = scene.place(at + 2)
    spot = None if toponym is None else places.spot(scene, scene.head_of(toponym))
    if spot is None:
        return
    yield Reach(role=Role.ORIGIN, spot=spot, first=trigger.first)
    led, goal = spot.last + 1, scene.place(spot.last + 2)
    end = None if goal is None else places.spot(scene, scene.head_of(goal))
    if end is not None and trigger.frame.roles.get(scene.low(led)) is Role.DESTINATION:
        yield Reach(role=Role.DESTINATION, spot=end, first=led)


def _leaves_site(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Whether a vehicle left it, or somebody for a place; people leave some without a journey."""
    if trigger.frame.object is not Role.ORIGIN or not _is_site(scene, index):
        return False
    mover = scene.tree.subject(trigger.at)
    is_load = mover is not None and sort_of(scene, mover) in _LOADS
    return is_load or _is_led(scene, trigger)


def _is_led(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is said where somebody goes: "left the depot for Lima"."""
    adjuncts = scene.tree.adjuncts(trigger.at)
    return any(trigger.frame.roles.get(i.preposition) is Role.DESTINATION for i in adjuncts)


def _is_site(scene: Scene, index: int) -> bool:
    return noun_kinds().get(scene.tokens[index].lemma) == _SITE


def is_led_away(scene: Scene, trigger: Trigger, spot: Spot) -> bool:
    """Whether what should be the object has its name from where it starts: "the city from Lima"."""
    if spot.said:
        return False  # "the port" that another sentence names
    first = scene.words_of(spot.toponym)[0]
    return trigger.frame.roles.get(scene.low(first - 1)) is Role.ORIGIN
