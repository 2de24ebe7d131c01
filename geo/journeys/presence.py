"""A sentence goes in, who is said to be where comes out: "held talks in Lima", "were stuck at"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.journeys.places import is_broad
from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.contracts.scene import Scene
    from geo.journeys.figures import Cast
    from geo.journeys.whereabouts import Spot, Whereabouts


def note_stays(scene: Scene, cast: Cast, places: Whereabouts, moving: Collection[int]) -> None:
    """Remember of everybody in a sentence where its verbs, but those of movement, put them."""
    for verb in range(scene.dateline, len(scene)):
        if verb in moving or not _is_told(scene, verb):
            continue
        subject = scene.tree.subject(verb)
        if subject is not None and scene.low(subject) in listed("speaker"):
            continue  # what somebody tells of himself may be long ago
        spot = _where(scene, verb, places)
        for word in (subject, *scene.tree.objects(verb)) if spot is not None else ():
            figure = cast.figure(scene, word) if word is not None else None
            if figure is not None and spot is not None:
                figure.stays.append((scene, verb, spot))


def is_earlier(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of what was over before: "had left Lima and slept in Ica"."""
    above = scene.tree.head(verb)
    verbs = (verb,) if scene.relation(verb) != "conj" or above is None else (verb, above)
    return any(
        scene.low(i) in listed("pluperfect")
        for one in verbs
        if one == verb or not scene.tree.children(verb, "nsubj")
        for i in scene.tree.auxiliaries(one)
    )


def _is_told(scene: Scene, verb: int) -> bool:
    """Whether a verb, or a place with "is", is told as a fact."""
    tree, token = scene.tree, scene.tokens[verb]
    helpers = {scene.low(i) for i in tree.children(verb, "aux", "cop", "mark")}
    is_place = verb in scene.toponyms and bool(tree.children(verb, "cop"))
    is_fact = not helpers & (listed("modal_planned") | listed("modal_possible") | {"to"})
    is_fact = is_fact and not is_earlier(scene, verb)
    is_said = scene.low(verb) in listed("reports") or scene.low(verb) in listed("of_life")
    # "is stuck off Lima"
    is_state = token.tag == "ADJ" and bool(tree.children(verb, "cop", "aux"))
    return (
        (token.tag == "VERB" or is_place or is_state)
        and is_fact
        and not (is_said or tree.is_negated(verb))
    )


def _where(scene: Scene, verb: int, places: Whereabouts) -> Spot | None:
    for adjunct in scene.tree.adjuncts(verb):
        if adjunct.preposition in listed("puts"):
            spot = places.spot(scene, adjunct.word)
            is_point = adjunct.preposition == "at" or _is_narrow(spot, places)
            is_literal = spot is not None and spot.toponym.sense is Sense.LITERAL
            if spot is not None and is_literal and is_point and not spot.said:
                return spot
    if verb in scene.toponyms and scene.tree.preposition(verb) in listed("puts"):
        return places.spot(scene, verb)
    return next(
        (  # "Lima, where the envoy spent a night"
            places.spot(scene, i)
            for i in scene.tree.children(verb, "advmod")
            if scene.low(i) in listed("where")
        ),
        None,
    )


def _is_narrow(spot: Spot | None, places: Whereabouts) -> bool:
    place = places.places.get(spot.toponym.id) if spot is not None else None
    return place is not None and not is_broad(place)
