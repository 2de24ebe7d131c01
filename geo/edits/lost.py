"""Says which corrections could not be carried out: they are kept, and do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import AddedLeg, ChangedLeg, Problem
from geo.edits.anchor import find_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Edit, Span
    from geo.edits.journeys import Places

_SHOWN = 60
_NOT_FOUND = "what it corrected is no longer found at these words"


def lost_edits(edits: Sequence[Edit], lost: Sequence[Edit], places: Places) -> tuple[Problem, ...]:
    """Make a problem of every edit whose words are gone, or whose leg or figure is not found.

    So is one of each end of a journey that means no ``places`` of the text any more. ``lost`` are
    those that the stages gave back.
    """
    return tuple(_problems(edits, lost, places))


def _problems(edits: Sequence[Edit], lost: Sequence[Edit], places: Places) -> Iterator[Problem]:
    for edit in edits:
        span = find_anchor(places.text, edit.anchor)
        quote = edit.anchor.quote[:_SHOWN]
        if span is None:
            why = "these words no longer stand in the text"
        elif edit in lost:
            is_new = isinstance(edit, AddedLeg)
            why = "none of the places of its journey is found" if is_new else _NOT_FOUND
        else:
            yield from _without_end(edit, places, quote, span)
            continue
        yield Problem(
            stage="edits",
            code="edit-lost",
            message=f"A correction of “{quote}” does nothing: {why}. It is kept.",
            span=span,
        )


def _without_end(edit: Edit, places: Places, quote: str, span: Span) -> Iterator[Problem]:
    """Tell of a journey's end that was given by words which mean no place now: it is unknown."""
    ends = edit.ends or () if isinstance(edit, AddedLeg | ChangedLeg) else ()
    got_to = (edit.ended,) if isinstance(edit, AddedLeg) else ()
    for end in dict.fromkeys((*ends, *got_to)):
        if end is not None and places.end(end) is None:
            is_gone = find_anchor(places.text, end) is None
            why = "no longer stand in the text" if is_gone else "name no place now"
            yield Problem(
                stage="edits",
                code="edit-end-lost",
                message=(
                    f"The journey at “{quote}” no longer has “{end.quote[:_SHOWN]}”, which was "
                    f"chosen by hand: these words {why}."
                ),
                span=span,
            )
