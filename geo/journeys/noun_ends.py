"""Ends that are told with other words: "her last stop is Lima", "a ride that began in Cusco"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.adjacent import Reach
from geo.journeys.places import equated_place
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.triggers import Trigger
    from geo.journeys.whereabouts import Whereabouts


def of_noun(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "her last stop is Lima" and "cancelled her Cusco trip"."""
    if not trigger.frame.noun:
        return
    equated = equated_place(scene, trigger.at)
    spot = places.spot(scene, equated) if equated is not None else None
    if spot is not None:
        yield Reach(role=Role.DESTINATION, spot=spot, first=trigger.first)
    yield from _named_for(scene, trigger, places)


def framed(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "a ride that began in Lima and ended in Cusco" and "rode north, starting in Lima"."""
    tree, at = scene.tree, trigger.at
    clauses = list(tree.children(at, "acl" if trigger.frame.noun else "advcl"))
    head = tree.head(at)
    if trigger.frame.noun and head is not None and scene.relation(at) == "nsubj":
        clauses.append(head)  # "the trek began in Lima"
    for verb in (one for clause in clauses for one in tree.conjuncts(clause)):
        is_start = scene.low(verb) in listed("opens_way")
        if not is_start and scene.low(verb) not in listed("closes_way"):
            continue
        for adjunct in tree.adjuncts(verb):
            spot = places.spot(scene, adjunct.word)
            if spot is not None:
                role = Role.ORIGIN if is_start else Role.DESTINATION
                yield Reach(role=role, spot=spot, first=spot.first)


def _named_for(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "cancelled her Lima trip": whose it is, or what became of it, is told."""
    is_told = scene.tree.possessor(trigger.at) is not None or scene.relation(trigger.at) == "obj"
    if scene.is_headline or not is_told or "named_for_goal" not in trigger.entry.properties:
        return
    for index in scene.tree.children(trigger.at, "compound"):
        spot = places.spot(scene, index) if index in scene.toponyms else None
        if spot is not None:
            yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)
