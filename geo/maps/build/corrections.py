"""What a person said of how places and claims are shown: labels, what is hidden, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import JudgedClaim, ShownAs, Standing
from geo.edits import find_anchor

if TYPE_CHECKING:
    from geo.contracts import Analysis, Claim, Edit, Place

_NOTE = "A note by hand: "


def of_places(analysis: Analysis) -> dict[tuple[str, str], ShownAs]:
    """Find how places are to be shown, by gazetteer and feature; the last word counts."""
    placed = {one.toponym_id: one.place for one in analysis.geocodes if one.place}
    at = {one.span: placed[one.id] for one in analysis.toponyms if one.id in placed}
    found = {}
    for edit in analysis.edits:
        if isinstance(edit, ShownAs):
            span = find_anchor(analysis.article.text, edit.anchor)
            if span is not None and span in at:
                found[key_of(at[span])] = edit
    return found


def key_of(place: Place) -> tuple[str, str]:
    """Name a feature as no other is named."""
    return place.gazetteer, place.feature_id


def of_claims(analysis: Analysis) -> dict[str, JudgedClaim]:
    """Find what was said of claims, by their ids; the last word counts."""
    said = [
        (edit, find_anchor(analysis.article.text, edit.anchor))
        for edit in analysis.edits
        if isinstance(edit, JudgedClaim)
    ]
    return {
        claim.id: edit
        for claim in analysis.claims
        for edit, span in said
        if span is not None and claim.span.overlaps(span)
    }


def is_dismissed(claim: Claim, said: dict[str, JudgedClaim]) -> bool:
    """Whether a person took a claim for none."""
    return claim.id in said and said[claim.id].standing is Standing.DISMISSED


def note_of(edit: Edit | None) -> str:
    """Write a person's note as a sentence; empty where there is none."""
    note = " ".join(edit.note.split()) if edit is not None else ""
    return f"{_NOTE}{note}" if note else ""
