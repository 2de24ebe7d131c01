"""Takes a journey that was added out of a list of corrections, with all that was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from geo.contracts import AddedLeg, ChangedLeg, JoinedLegs, SplitLeg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Anchor, Edit

_OF_LEGS = AddedLeg | ChangedLeg | SplitLeg | JoinedLegs


def place_of(anchor: Anchor) -> tuple[str, str, str]:
    """Tell words apart from others that read alike."""
    return anchor.quote, anchor.before, anchor.after


def without_leg(added: AddedLeg, later: Sequence[Edit]) -> tuple[Edit, ...]:
    """Leave out what was said of a journey after it was added; others at its words count on.

    ``later`` are the corrections that were made after it, in their order.
    """
    kept: list[Edit] = []
    own = _Numbers(added.number)
    for edit in later:
        if not isinstance(edit, _OF_LEGS) or place_of(edit.anchor) != place_of(added.anchor):
            kept.append(edit)
        elif isinstance(edit, AddedLeg) or not own.has(edit.number):
            kept.append(msgspec.structs.replace(edit, number=own.outside(edit.number)))
            own.moved(edit)
        else:
            own.changed(edit)
    return tuple(kept)


class _Numbers:
    """The numbers that a journey's legs have among those which begin with the same words."""

    def __init__(self, first: int) -> None:
        self._first, self._count = first, 1

    def has(self, number: int) -> bool:
        return self._first <= number < self._first + self._count

    def outside(self, number: int) -> int:
        """Give the number that another leg would have without it."""
        return number - self._count if number >= self._first + self._count else number

    def changed(self, edit: ChangedLeg | SplitLeg | JoinedLegs) -> None:
        """Count on after one of its own legs was changed."""
        if isinstance(edit, SplitLeg):
            self._count += 1
        elif isinstance(edit, JoinedLegs):
            self._count = max(1, self._count - 1)
        elif isinstance(edit, ChangedLeg) and edit.removed:
            self._count -= 1

    def moved(self, edit: AddedLeg | ChangedLeg | SplitLeg | JoinedLegs) -> None:
        """Count on after another leg at the same words was changed."""
        if edit.number > self._first:
            return
        if isinstance(edit, AddedLeg | SplitLeg):
            self._first += 1
        elif isinstance(edit, ChangedLeg) and edit.removed:
            self._first -= 1
