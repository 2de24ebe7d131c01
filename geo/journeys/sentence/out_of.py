"""A ship "out of Lima since Friday" goes in, where it lies at rest since then comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.sentence.adjacent import Reach
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Spot, Whereabouts


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
