"""A general noun with "the" goes in ("the load", "the animals"), what of before it means comes out.

News calls a thing by its own name once, and then by what it is: "two tons of ivory … the load".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.names import ANIMALS, noun_kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.contracts.scene import Scene
    from geo.text.figures import Figure

_NEAR = 8  # sentences over which a general noun points back
_INSIDE = ("amod", "compound", "nummod", "nmod", "acl")


def covered(recent: Sequence[Figure], scene: Scene, index: int) -> Figure | None:
    """Find the goods or animals that a bare general noun means, of those met of late.

    ``recent`` are those met, the last first. None where two of them would do.
    """
    fits = _kind(scene, index)
    if fits is None or scene.tree.children(index, *_INSIDE):
        return None
    is_many = scene.tokens[index].has("Number=Plur")
    found = [
        one
        for one in recent
        if fits(one)
        and not (one.is_foretold or one.whole)
        and (one.is_many is is_many or fits is _is_load)
        and 0 < scene.index - one.last <= _NEAR
    ]
    told = [one for one in found if one.moved >= 0 or one.was_actor] or found
    beside = [one for one in found if one.last == told[0].last] if told else []
    return told[0] if len(told) == 1 == len(beside) else None


def _kind(scene: Scene, index: int) -> Callable[[Figure], bool] | None:
    low = scene.low(index)
    if low in listed("any_load"):
        return _is_load
    return _is_animal if low in listed("any_animal") else None


def _is_load(one: Figure) -> bool:
    """Whether it is goods, by its own word."""
    return one.sort is Sort.CARGO


def _is_animal(one: Figure) -> bool:
    singles = (single for head in one.heads for single in (head, head.removesuffix("s")))
    return any(noun_kinds().get(single) in ANIMALS for single in singles)
