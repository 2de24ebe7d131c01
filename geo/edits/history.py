"""Corrections in the order in which they were made, with undo and redo."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.contracts import (
    AddedLeg,
    ChangedLeg,
    CheckedFigure,
    ChosenPlace,
    Edit,
    JoinedLegs,
    JudgedClaim,
    NoPlace,
    OtherSense,
    ShownAs,
    SplitLeg,
)
from geo.edits.added import place_of, without_leg

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
        since = _counted_from(self.done, edit)
        kept = tuple(
            one for at, one in enumerate(self.done) if at < since or not _is_replaced(one, edit)
        )
        return History((*kept, edit), (), (*self.before, self.done))

    def take_back(self, edit: Edit) -> History:
        """Take one back, wherever it stands in the list; with a journey all that was said of it."""
        if edit not in self.done:
            return self
        at = self.done.index(edit)
        later = self.done[at + 1 :]
        if isinstance(edit, AddedLeg):
            later = without_leg(edit, later)
        return History((*self.done[:at], *later), (), (*self.before, self.done))

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
    return same and place_of(old.anchor) == place_of(new.anchor) and _number(old) == _number(new)


def _counted_from(done: tuple[Edit, ...], new: Edit) -> int:
    """From where on legs have the numbers that they have now: before it these mean others."""
    if not isinstance(new, ChangedLeg):
        return 0
    return next((at for at in range(len(done), 0, -1) if _counts_anew(done[at - 1])), 0)


def _counts_anew(edit: Edit) -> bool:
    """Whether legs have other numbers once it is carried out."""
    return isinstance(edit, AddedLeg | SplitLeg | JoinedLegs) or (
        isinstance(edit, ChangedLeg) and edit.removed
    )


def _number(edit: Edit) -> int:
    return edit.number if isinstance(edit, ChangedLeg) else 0
