"""A noun of a way goes in; whether it is told of in general, and nobody goes it, comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Dimension
from geo.lexicon import listed
from geo.lexicon.units import units

if TYPE_CHECKING:
    from geo.contracts.scene import Scene

_FIGURES = frozenset({"NOUN", "NUM"})
_MEASURES = frozenset({Dimension.LENGTH, Dimension.DURATION})


def is_service(scene: Scene, at: int) -> bool:
    """Whether vehicles go to and fro: "trains between Lyon and Turin"."""
    is_many = scene.tokens[at].has("Number=Plur")
    return is_many and any(
        scene.tree.preposition(i) == "between" for i in scene.tree.children(at, "nmod")
    )


def is_slow(scene: Scene, at: int) -> bool:
    """Whether vehicles in general are said to be so: "trains from Lyon to Turin are slow"."""
    head = scene.tree.head(at)
    if head is None or scene.relation(at) != "nsubj" or scene.tree.children(at, "det", "nummod"):
        return False
    is_now = any(scene.tokens[i].has("Tense=Pres") for i in scene.tree.children(head, "cop"))
    return is_now and scene.tokens[head].tag == "ADJ" and scene.tokens[at].has("Number=Plur")


def is_figure(scene: Scene, word: int) -> bool:
    """Whether it is said what a way is like: "is 51 km", "is the longest in the world"."""
    token = scene.tokens[word]
    return token.tag in _FIGURES or token.has("Degree=Sup")


def is_distance(scene: Scene, at: int) -> bool:
    """Whether a way only says where something lies: "a port, an hour's drive from Lima".

    So does "lies two hours' drive from Lima"; "came after a drive of two hours" tells of a trip.
    """
    tree = scene.tree
    beside = tree.children(at, "nmod:poss", "compound")
    counted = (i for i in tree.children(at, "nmod") if tree.preposition(i) == "of")
    is_counted = any(_is_measure(scene, i) for i in (*beside, *counted))
    leads = {tree.preposition(i) for i in tree.children(at, "nmod")}
    first, above = at, tree.head(at)
    while above is not None and scene.relation(first) == "conj":
        first, above = above, tree.head(above)
    is_joined = first != at and scene.relation(first) not in {"nsubj", "obj", "obl"}
    is_beside = is_joined or scene.relation(at) in {"appos", "acl"}
    is_place = above is not None and scene.low(above) in listed("lies")
    return is_counted and "to" not in leads and (is_beside or is_place)


def _is_measure(scene: Scene, word: int) -> bool:
    unit = units().get(scene.low(word))
    return unit is not None and unit.dimension in _MEASURES


def is_made_longer(scene: Scene, at: int, verb: int) -> bool:
    """Whether something changes how long a way is: "the tunnel cuts the drive from … to …".

    Not "cut her trip short", where she was under way.
    """
    tree = scene.tree
    is_object = at in tree.objects(verb)
    is_led = any(one.preposition == "from" for one in tree.adjuncts(at))
    is_under = tree.head(at) == verb and (is_object or (is_led and scene.relation(at) == "obl"))
    is_own = bool(tree.children(at, "nmod:poss", "nummod"))
    is_change = scene.low(verb) in listed("makes_longer") and not breaks_off(scene, verb)
    return is_under and is_change and not is_own


def breaks_off(scene: Scene, verb: int) -> bool:
    """Whether a verb and the word behind it end a journey early: "cut short"."""
    return f"{scene.low(verb)} {scene.low(verb + 1)}" in listed("cuts_short")


def is_measured(scene: Scene, verb: int) -> bool:
    """Whether the verb only says how long it takes: "takes six hours", "covers 1,100 km"."""
    low = scene.low(verb)
    is_past = scene.tokens[verb].fine in {"VBD", "VBN"} or scene.is_headline
    is_held = f"{low} {scene.low(verb + 1)}" in listed("occurs")  # "the visit will take place"
    is_way = low in listed("measures_way") or takes_time(scene, verb)
    return not (is_past or is_held) and is_way


def takes_time(scene: Scene, verb: int) -> bool:
    """Whether a verb only says how long something takes: "takes an hour", "needs six days"."""
    objects = scene.tree.objects(verb)
    is_time = bool(objects) and all(_is_time(scene, i) for i in objects)
    return is_time and scene.low(verb) in listed("takes_time")


def _is_time(scene: Scene, word: int) -> bool:
    unit = units().get(scene.low(word))
    return unit is not None and unit.dimension is Dimension.DURATION


def verb_of_service(scene: Scene, at: int) -> int | None:
    """Find the verb that says of vehicles how long they take, or only that there are any.

    "From Lima buses take five hours to Ica", "from there there are boats to Pisco".
    """
    verb = scene.tree.head(at)
    if verb is None or scene.relation(at) != "nsubj":
        return None
    is_timed = takes_time(scene, verb) and is_measured(scene, verb)
    return verb if is_timed or is_there(scene, verb) else None


def is_there(scene: Scene, verb: int) -> bool:
    """Whether it is said that there is something now: "there are"."""
    is_now = scene.tokens[verb].has("Tense=Pres")
    return is_now and bool(scene.tree.children(verb, "expl")) and scene.low(verb) in listed("lies")
