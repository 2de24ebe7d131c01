"""A way without a goal goes in; out comes where its sentence says that it led: "was in Lima"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.journeys.sentence.adjacent import Reach
from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Whereabouts


def led_up_to(
    scene: Scene,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    reaches: tuple[Reach, ...],
    places: Whereabouts,
) -> tuple[Reach, ...]:
    """Let who "spoke in Lima after crossing from Callao" have come to where he did so.

    So did who "is in a clinic in Lima, having been flown from Ica".
    """
    verb = _what_it_led_to(scene, trigger)
    is_told = any(one.at == verb and one.frame.time == "arrived" for one in triggers)
    if {one.role for one in reaches} != {Role.ORIGIN} or verb is None or is_told:
        return reaches
    left = {one.toponym.span.text for one in reaches}
    is_way = any(one.at == verb for one in triggers)
    for word in (*_where(scene, verb), *(() if is_way else _inside(scene, verb))):
        spot = places.spot(scene, word)
        is_named = spot is not None and not spot.said and spot.first <= word <= spot.last
        if spot is not None and is_named and spot.toponym.span.text not in left:
            spot = replace(spot, said="the way led up to what was done here")
            return (*reaches, Reach(role=Role.DESTINATION, spot=spot, first=spot.first))
    return reaches


def _what_it_led_to(scene: Scene, trigger: Trigger) -> int | None:
    """Find what was done where the way had led."""
    tree, at = scene.tree, trigger.at
    head, relation = tree.head(at), scene.relation(at)
    if head is None:
        return None
    marks = (*tree.children(at, "mark", "case"), *tree.auxiliaries(at))
    lows = {scene.low(i) for i in marks}
    if lows & listed("after_event"):
        return head  # "spoke in Lima after crossing from Callao"
    first = min(tree.auxiliaries(at), default=at)
    is_having = scene.tokens[first].fine == "VBG" and scene.low(first) in listed("have")
    if relation == "advcl" and is_having:
        return head if _is_verb(scene, head) else None  # "was in Lima, having walked from Ica"
    if relation == "advcl" and scene.tokens[at].fine == "VBN" and not marks:
        return head if _is_now(scene, head) else None  # "Flown from Ica, she is in Lima"
    verb = tree.head(head)
    is_told = relation == "acl" and scene.relation(head) in {"nsubj", "nsubj:pass"}
    if verb is None or not is_told or trigger.frame.noun:
        return None
    # "the mask taken from Ica is in Lima"
    is_there = bool(tree.children(verb, "cop")) and tree.preposition(verb) in listed("at_place")
    return verb if is_there and _is_now(scene, verb) else None


def _is_verb(scene: Scene, word: int) -> bool:
    is_of_then = scene.low(word) in listed("of_life", "reports")
    return not is_of_then and (scene.tag(word) == "VERB" or bool(scene.tree.children(word, "cop")))


def _is_now(scene: Scene, word: int) -> bool:
    helpers = scene.tree.children(word, "cop", "aux", "aux:pass")
    return any(scene.low(i) in listed("present_be") for i in helpers)


def _where(scene: Scene, verb: int) -> Iterator[int]:
    """List the places that a verb says: "is in Lima", "spoke in Lima"."""
    tree, at_place = scene.tree, listed("at_place")
    if tree.children(verb, "cop") and tree.preposition(verb) in at_place:
        yield verb
    yield from (one.word for one in tree.adjuncts(verb) if one.preposition in at_place)


def _inside(scene: Scene, verb: int) -> Iterator[int]:
    """List the places of "is in a clinic in Lima" and "was admitted to a clinic in Lima"."""
    tree, at_place = scene.tree, listed("at_place")
    told = (one.word for one in tree.adjuncts(verb) if one.preposition in at_place | {"to"})
    for holder in (verb, *told):
        if scene.place(holder) is None:
            yield from (one.word for one in tree.adjuncts(holder) if one.preposition in at_place)
