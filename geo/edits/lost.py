"""Says which corrections could not be carried out: they are kept, and do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Problem
from geo.edits.anchor import find_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Edit

_SHOWN = 60


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
            why = "what it corrected is no longer found at these words"
        else:
            continue
        yield Problem(
            stage="edits",
            code="edit-lost",
            message=f"A correction of “{quote}” does nothing: {why}. It is kept.",
            span=span,
        )
