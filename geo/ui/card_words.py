"""Says in one line what a correction does; the words are the article's own, shown as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import (
    AddedLeg,
    ChangedLeg,
    CheckedFigure,
    ChosenPlace,
    JoinedLegs,
    JudgedClaim,
    KeptMeasure,
    NoPlace,
    OtherSense,
    Sense,
    ShownAs,
    SplitLeg,
)
from geo.ui import card_texts, texts
from geo.wording import status_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Anchor, Edit, Place


def line_of(edit: Edit) -> str:
    """Say what a correction does: "“Hamilton” is Hamilton, Waikato, NZ"."""
    values = {"journey": _journey(edit)} if isinstance(edit, AddedLeg) else _values(edit)
    line = card_texts.EDITS[_kind(edit)].format(quote=edit.anchor.quote, **values)
    note = " ".join(edit.note.split())
    return f"{line} ({note})" if note else line


def where(place: Place) -> str:
    """Name a place as no other is named: "Hamilton, Waikato, NZ"."""
    parts = (place.name, place.admin1, place.country_code)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _kind(edit: Edit) -> str:
    if isinstance(edit, OtherSense):
        return "literal" if edit.sense is Sense.LITERAL else "associative"
    if isinstance(edit, ShownAs):
        return "hidden" if edit.hidden else "label" if edit.label else "note"
    if isinstance(edit, ChangedLeg):
        return "no_journey" if edit.removed else "journey"
    if isinstance(edit, JudgedClaim):
        return edit.standing.value
    return _KINDS[type(edit)]


_KINDS: dict[type, str] = {
    ChosenPlace: "place",
    NoPlace: "no_place",
    SplitLeg: "split",
    JoinedLegs: "joined",
    AddedLeg: "added",
    CheckedFigure: "figure",
    KeptMeasure: "measure",
}


def _journey(edit: AddedLeg) -> str:
    """Say who goes where: "Forty singers, Ullapool → Stornoway"."""
    way = " → ".join(one.quote if one is not None else card_texts.UNKNOWN for one in edit.ends)
    return ", ".join(filter(None, (edit.traveller, way)))


def _values(edit: Edit) -> dict[str, str]:
    if isinstance(edit, ChosenPlace):
        return {"place": where(edit.place)}
    if isinstance(edit, ShownAs):
        return {"label": edit.label}
    if isinstance(edit, CheckedFigure):
        return {"subject": edit.subject.quote, "measured_to": edit.measured_to.quote}
    if isinstance(edit, ChangedLeg):
        return {"changes": ", ".join(_changes(edit)) or card_texts.NO_CHANGE}
    if isinstance(edit, SplitLeg):
        return {"at": edit.at.quote}
    return {}


def _changes(edit: ChangedLeg) -> Iterator[str]:
    """Say each thing that is otherwise in a journey."""
    told = {
        "traveller": edit.traveller,
        "mode": texts.MODES[edit.mode] if edit.mode else None,
        "status": status_name(edit.status) if edit.status else None,
        "ends": " → ".join(map(_quoted, edit.ends)) if edit.ends else None,
        "ended": _quoted(next(iter(edit.ended), None)) if edit.ended is not None else None,
        "departed": edit.departed,
        "arrived": edit.arrived,
    }
    for name, value in told.items():
        if value is not None:
            yield card_texts.CHANGES[name].format(value=value or card_texts.UNKNOWN)


def _quoted(anchor: Anchor | None) -> str:
    return anchor.quote if anchor is not None else card_texts.UNKNOWN
