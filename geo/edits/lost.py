"""Says which corrections could not be carried out: they are kept, and do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import AddedLeg, ChangedLeg, Problem
from geo.edits.anchor import find_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Edit, Span

_SHOWN = 60
_NOT_FOUND = "what it corrected is no longer found at these words"


def lost_edits(text: str, edits: Sequence[Edit], lost: Sequence[Edit]) -> tuple[Problem, ...]:
    """Make a problem of every edit whose words are gone, or whose leg or figure is not found.

    ``lost`` are those that the stages gave back.
    """
    return tuple(_problems(text, edits, lost))


def _problems(text: str, edits: Sequence[Edit], lost: Sequence[Edit]) -> Iterator[Problem]:
    for edit in edits:
        span = find_anchor(text, edit.anchor)
        quote = edit.anchor.quote[:_SHOWN]
        if span is None:
            why = "these words no longer stand in the text"
        elif edit in lost:
            is_new = isinstance(edit, AddedLeg)
            why = "none of the places of its journey is found" if is_new else _NOT_FOUND
        else:
            yield from _without_end(text, edit, quote, span)
            continue
        yield Problem(
            stage="edits",
            code="edit-lost",
            message=f"A correction of “{quote}” does nothing: {why}. It is kept.",
            span=span,
        )


def _without_end(text: str, edit: Edit, quote: str, span: Span) -> Iterator[Problem]:
    """Tell of a journey's end that was given by words which are gone: it is unknown now."""
    if not isinstance(edit, AddedLeg | ChangedLeg):
        return
    for end in edit.ends or ():
        if end is not None and find_anchor(text, end) is None:
            yield Problem(
                stage="edits",
                code="edit-end-lost",
                message=(
                    f"The journey that was corrected at “{quote}” has lost “{end.quote[:_SHOWN]}”: "
                    "these words no longer stand in the text."
                ),
                span=span,
            )
