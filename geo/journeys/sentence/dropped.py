"""A plan in its sentence goes in; out comes the verb by which whoever meant it gave it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts.scene import Scene

_SAID_OF = frozenset({"nsubj", "nsubj:pass"})


def gives_up(scene: Scene, verb: int) -> bool:
    """Whether words say so: "thought better of it", "dropped out"; not "gave up tea"."""
    low = scene.low(verb)
    names = listed("cancels_pair") | listed("quits_trip")
    return bool({low, f"{low} {scene.low(verb + 1)}"} & names) and not scene.tree.objects(verb)


def turns_back(scene: Scene, verb: int) -> bool:
    """Whether a verb says that somebody turned back: "turned round", "doubled back"."""
    words = (scene.low(verb), scene.low(verb + 1))
    return any(
        one.words == words[: len(one.words)] and one.frame.outcome == LegStatus.TURNED_BACK
        for one in motion().entries.get(words[0], ())
    )


def stays(scene: Scene, verb: int) -> bool:
    """Whether somebody, or what they go by, goes nowhere yet: "stayed put", "is still waiting"."""
    return any(scene.low(i) in listed("stays") for i in (verb, *scene.tree.children(verb)))


def said_of_planner(scene: Scene, verb: int) -> int | None:
    """Find the main verb that is said of who plans: "the envoy, who had planned a trip, quit"."""
    tree, noun = scene.tree, scene.tree.head(verb)
    if noun is None or scene.relation(verb) != "acl" or scene.relation(noun) not in _SAID_OF:
        return None
    return tree.head(noun)


def is_of_another(scene: Scene, verb: int, above: int) -> bool:
    """Whether a clause is of other than who stays: "will stay with the ship, which is to go to"."""
    chain = (verb, *scene.tree.ancestors(verb))
    below = chain[chain.index(above) - 1]
    return below != verb and scene.relation(below) in {"obl", "obj"}
