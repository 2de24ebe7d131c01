"""Pairs what two versions have: what is the same first, then what is most alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

T = TypeVar("T")

# So many of each side are compared one by one; of more, only what has the same key is paired.
_MOST = 500


class Pairs(NamedTuple, Generic[T]):
    """Pairs of an old and a new thing, in the order of the new; and what has no partner."""

    both: list[tuple[T, T]]
    gone: list[T]
    added: list[T]


def pair(
    old: Sequence[T],
    new: Sequence[T],
    *,
    key: Callable[[T], Hashable],
    likeness: Callable[[T, T], float],
) -> Pairs[T]:
    """Pair things of one key in their order, then the others by ``likeness``; 0 is not alike."""
    partner: dict[int, int] = {}
    waiting: dict[Hashable, list[int]] = {}
    for index, thing in enumerate(old):
        waiting.setdefault(key(thing), []).append(index)
    for index, thing in enumerate(new):
        if same := waiting.get(key(thing)):
            partner[index] = same.pop(0)
    left = [index for same in waiting.values() for index in same]
    _pair_alike(old, new, partner, left, likeness)
    taken = set(partner.values())
    return Pairs(
        both=[(old[partner[index]], new[index]) for index in sorted(partner)],
        gone=[thing for index, thing in enumerate(old) if index not in taken],
        added=[thing for index, thing in enumerate(new) if index not in partner],
    )


def _pair_alike(
    old: Sequence[T],
    new: Sequence[T],
    partner: dict[int, int],
    left: Sequence[int],
    likeness: Callable[[T, T], float],
) -> None:
    """Add partners by likeness, the most alike first; of equals the earlier in the text."""
    free = [index for index in range(len(new)) if index not in partner]
    if max(len(free), len(left)) > _MOST:
        return
    scored = [
        (likeness(old[before], new[after]), before, after) for before in left for after in free
    ]
    taken: set[int] = set()
    for _, before, after in sorted(
        (item for item in scored if item[0] > 0), key=lambda item: (-item[0], item[2], item[1])
    ):
        if before not in taken and after not in partner:
            partner[after] = before
            taken.add(before)
