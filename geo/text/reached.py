"""Where somebody was told to go: what "there" may mean behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Sort
from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Toponym
    from geo.contracts.scene import Scene
    from geo.text.figures import Figure


class Reached(NamedTuple):
    """Where somebody goes: sentence and word, the place, and who."""

    at: tuple[int, int]
    toponym: Toponym
    mover: Figure | None


def of_mover(before: Sequence[Reached], mover: Figure | None) -> Iterator[Reached]:
    """List where somebody went, the latest first; and first where a vehicle then took them.

    "She meant to go to Lima and had the boat shipped to Ica. From there" is from Ica.
    """
    mine = [one for one in before if mover is not None and one.mover is mover]
    last = next(iter(before), None)
    if mine and last is not None and last is not mine[0] and last.at[0] == mine[0].at[0]:
        yield from (one for one in (last,) if one.mover and one.mover.sort is Sort.VEHICLE)
    yield from mine


def is_nameless(scene: Scene, index: int) -> bool:
    """Whether a town or a camp is met of which no name is told: "left his camp in the hills"."""
    tree = scene.tree
    if scene.low(index) not in listed("pointed") or scene.relation(index) == "appos":
        return False  # "Gavdos, an islet"
    is_new = any(scene.low(i) in listed("indefinite") for i in tree.children(index, "det"))
    is_new |= bool(tree.children(index, "nmod:poss"))
    return is_new and all(scene.place(i) is None for i in tree.subtree(index))
