"""Corrections in the order in which they were made, with undo and redo."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

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
)


@dataclass(frozen=True, slots=True)
class History:
    """What was done, and what was undone and can be done again; the last comes last."""

    done: tuple[Edit, ...] = ()
    undone: tuple[tuple[Edit, ...], ...] = ()
    before: tuple[tuple[Edit, ...], ...] = ()

    def add(self, edit: Edit) -> History:
        """Do one more; it takes the place of one of its kind about the same words.

        Of a journey it keeps what was corrected before, as far as it says nothing else of that.
        """
        if isinstance(edit, ChangedLeg):
            kept, edit = _added_up(self.done, edit)
        else:
            kept = tuple(one for one in self.done if not _is_replaced(one, edit))
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
    return same and place_of(old.anchor) == place_of(new.anchor) and _reach(old) <= _reach(new)


def _reach(edit: Edit) -> bool:
    """Whether the same words are meant elsewhere too: what is said of one leaves the others."""
    return isinstance(edit, ChosenPlace | NoPlace | OtherSense) and edit.everywhere


def _added_up(done: tuple[Edit, ...], new: ChangedLeg) -> tuple[tuple[Edit, ...], ChangedLeg]:
    """Bring what is said of a leg together with what was; give the rest, and the two as one."""
    if new.removed:
        return done, new
    for at in range(len(done) - 1, -1, -1):
        old = done[at]
        if _counts_anew(old):
            break
        if isinstance(old, ChangedLeg) and _leg_of(old) == _leg_of(new):
            said = msgspec.structs.asdict(new)
            both = {name: value for name, value in said.items() if value is not None}
            both["note"] = new.note or old.note
            return (*done[:at], *done[at + 1 :]), msgspec.structs.replace(old, **both)
    return done, new


def _counts_anew(edit: Edit) -> bool:
    """Whether legs have other numbers once it is carried out: the same number means another."""
    return isinstance(edit, AddedLeg | SplitLeg | JoinedLegs) or (
        isinstance(edit, ChangedLeg) and edit.removed
    )


def _leg_of(edit: ChangedLeg) -> tuple[tuple[str, str, str], int]:
    return place_of(edit.anchor), edit.number
