"""Carries out what a person said of names: which place, no place, in which sense."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import ChosenPlace, NoPlace, OtherSense, Sense, Toponym, ToponymKind
from geo.edits.anchor import find_anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Edit, Place, Span

CHOSEN = "chosen by hand"
SAID = "somebody said what these words stand for"
MARKED = "somebody marked these words as a place"
_OF_NAMES = ChosenPlace | NoPlace | OtherSense


def edit_toponyms(
    text: str, toponyms: Sequence[Toponym], edits: Sequence[Edit]
) -> tuple[tuple[Toponym, ...], dict[str, Place]]:
    """Carry out edits of names, in their order.

    Returns the names in the order of the text, and the places that were chosen, by toponym id.
    """
    names = list(toponyms)
    chosen: dict[str, Place] = {}
    for edit in edits:
        if not isinstance(edit, _OF_NAMES) or (span := find_anchor(text, edit.anchor)) is None:
            continue
        meant = [one.id for one in names if _is_meant(one, span, everywhere=edit.everywhere)]
        if isinstance(edit, NoPlace):
            names = [one for one in names if one.id not in meant]
        elif isinstance(edit, OtherSense):
            names = [
                replace(one, sense=edit.sense, reason=SAID) if one.id in meant else one
                for one in names
            ]
        else:
            if not any(one.span == span for one in names):
                names = [one for one in names if not one.span.overlaps(span)]
                names.append(_marked(span, names, toponyms))
                meant.append(names[-1].id)
            chosen |= dict.fromkeys(meant, edit.place)
    names.sort(key=lambda one: one.span.start)
    kept = {one.id for one in names}
    return tuple(names), {key: place for key, place in chosen.items() if key in kept}


def _is_meant(toponym: Toponym, span: Span, *, everywhere: bool) -> bool:
    return toponym.span == span or (everywhere and toponym.span.text == span.text)


def _marked(span: Span, names: Sequence[Toponym], found: Sequence[Toponym]) -> Toponym:
    numbers = [int(one.id[1:]) for one in (*names, *found) if one.id[1:].isdecimal()]
    return Toponym(
        id=f"t{max(numbers, default=0) + 1}",
        span=span,
        kind=ToponymKind.NAME,
        sense=Sense.LITERAL,
        name=span.text,
        reason=MARKED,
    )
