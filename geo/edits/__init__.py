"""Corrections that a person makes, on top of what was found: tied to words, carried out, undone."""

from geo.edits.anchor import anchor_of, find_anchor
from geo.edits.claims import edit_claims, length_at
from geo.edits.history import History
from geo.edits.journeys import Places, edit_journeys, first_words, leg_numbers
from geo.edits.lost import lost_edits
from geo.edits.places import CHOSEN, edit_toponyms
from geo.edits.saved import (
    edits_from_json,
    edits_from_plain,
    edits_to_json,
    edits_to_plain,
    fault_of,
)

__all__ = [
    "CHOSEN",
    "History",
    "Places",
    "anchor_of",
    "edit_claims",
    "edit_journeys",
    "edit_toponyms",
    "edits_from_json",
    "edits_from_plain",
    "edits_to_json",
    "edits_to_plain",
    "fault_of",
    "find_anchor",
    "first_words",
    "leg_numbers",
    "length_at",
    "lost_edits",
]
