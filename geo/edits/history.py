"""Corrections in the order in which they were made, with undo and redo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.contracts import (
    ChangedLeg,
    CheckedFigure,
    ChosenPlace,
    Edit,
    JudgedClaim,
    NoPlace,
    OtherSense,
    ShownAs,
)

if TYPE_CHECKING:
    from geo.contracts import Anchor

# Kinds of which a later one about the same words takes the place of an earlier one.
_SUBJECTS: tuple[tuple[type, ...], ...] = (
    (ChosenPlace, NoPlace),
    (OtherSense,),
    (ShownAs,),
    (JudgedClaim,),
    (CheckedFigure,),
    (ChangedLeg,),
)


@dataclass(frozen=True, slots=True)
class History:
    """What was done, and what was undone and can be done again; the last comes last."""

    done: tuple[Edit, ...] = ()
    undone: tuple[tuple[Edit, ...], ...] = ()
    before: tuple[tuple[Edit, ...], ...] = ()

    def add(self, edit: Edit) -> History:
        """Do one more; it takes the place of one of its kind about the same words."""
        kept = tuple(one for one in self.done if not _is_replaced(one, edit))
        return History((*kept, edit), (), (*self.before, self.done))

    def take_back(self, edit: Edit) -> History:
        """Take one back, wherever it stands in the list."""
        if edit not in self.done:
            return self
        kept = list(self.done)
        kept.remove(edit)
        return History(tuple(kept), (), (*self.before, self.done))

    def undo(self) -> History:
        """Go back to what was done before the last step."""
        if not self.before:
            return self
        return History(self.before[-1], (*self.undone, self.done), self.before[:-1])

    def redo(self) -> History:
        """Take the last undo back."""
        if not self.undone:
            return self
        return replace(
            self,
            done=self.undone[-1],
            undone=self.undone[:-1],
            before=(*self.before, self.done),
        )


def _is_replaced(old: Edit, new: Edit) -> bool:
    same = any(isinstance(old, kinds) and isinstance(new, kinds) for kinds in _SUBJECTS)
    return same and _place_of(old.anchor) == _place_of(new.anchor) and _number(old) == _number(new)


def _place_of(anchor: Anchor) -> tuple[str, str, str]:
    return anchor.quote, anchor.before, anchor.after


def _number(edit: Edit) -> int:
    return edit.number if isinstance(edit, ChangedLeg) else 0
