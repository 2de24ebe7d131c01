"""What one visitor has corrected in the story that is shown: done, undone, taken back."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import AddedLeg, KeptMeasure
from geo.edits import History, anchor_of, find_anchor, first_words
from geo.errors import GeoError
from geo.geodesy import distance_m
from geo.ui import kept, phrases, state, texts
from geo.ui.work import desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import ChangedLeg, Edit, Leg, Position
    from geo.ui.work import Result

_log = logging.getLogger(__name__)
_HISTORIES, _OPEN, _CLOSED = "histories", "card_open", "card_closed"


def history(result: Result) -> History:
    """Give the history of the story that is shown; a saved one begins with what it brought."""
    known: dict[str, History] = st.session_state.setdefault(_HISTORIES, {})
    own = known.get(result.analysis.article.id)
    if own is None or own.done != result.analysis.edits:
        own = History(done=result.analysis.edits)
    return own


def open_card(count: object) -> bool:
    """Whether the card that was asked for is to be shown: not once it was closed."""
    st.session_state[_OPEN] = count
    return bool(count != st.session_state.get(_CLOSED))


def close_card() -> None:
    """Close the card that is open."""
    st.session_state[_CLOSED] = st.session_state.get(_OPEN)


def add(result: Result, *edits: Edit) -> None:
    """Carry out corrections, and show what follows from them; the card is done with."""
    close_card()
    changed = history(result)
    for edit in edits:
        changed = changed.add(edit)
    _carry_out(result, changed)


def prepare(result: Result, edit: Edit) -> None:
    """Work out what follows from a correction that is chosen, but not yet asked for."""
    desk().prepare(result, history(result).add(edit).done)


def keep_measure(result: Result, points: Sequence[Position]) -> None:
    """Keep a line that was measured on the map, at the words of the place it begins nearest to."""
    spans = {one.id: one.span for one in result.analysis.toponyms}
    placed = [
        (distance_m(points[0].lon, points[0].lat, one.place.lon, one.place.lat), one.toponym_id)
        for one in result.analysis.geocodes
        if one.place is not None
    ]
    if placed:
        anchor = anchor_of(result.analysis.article.text, spans[min(placed)[1]])
        add(result, KeptMeasure(anchor=anchor, points=tuple(points)))


def take_back(result: Result, edit: Edit) -> None:
    """Take one correction back, wherever it stands in the list."""
    _carry_out(result, history(result).take_back(edit))


def take_away(result: Result, leg: Leg, gone: ChangedLeg) -> None:
    """Take a journey away: one that was added with its correction, any other by ``gone``."""
    text = result.analysis.article.text
    words = find_anchor(text, gone.anchor)
    own = [
        one
        for one in history(result).done
        if isinstance(one, AddedLeg) and find_anchor(text, one.anchor) == words
    ]
    parts = [one for one in result.analysis.legs if one.is_added and first_words(one) == words]
    # Of several that were added at the same words it is not told which is which.
    if parts == [leg] and len(own) == 1:
        close_card()
        take_back(result, own[0])
    else:
        add(result, gone)


def undo(result: Result) -> None:
    """Take the last step back."""
    _carry_out(result, history(result).undo())


def redo(result: Result) -> None:
    """Do again what was undone last."""
    _carry_out(result, history(result).redo())


def _carry_out(result: Result, changed: History) -> None:
    corrected = _corrected(result, changed)
    if corrected is None:
        return
    both = kept.keep_edits(state.draft(), changed.done)
    if both != changed.done:
        changed = History(done=both)
        corrected = _corrected(result, changed) or corrected
    st.session_state[_HISTORIES][result.analysis.article.id] = changed
    state.replace_shown(corrected)


def _corrected(result: Result, changed: History) -> Result | None:
    """Work out what follows from corrections; None, and the fault is told, where it cannot be."""
    try:
        return desk().correct(result, changed.done)
    except GeoError as error:
        st.error(phrases.plain(str(error)))
    # Not a GeoError, so a bug of ours: what was corrected before stays, the log has the traceback.
    except Exception as error:  # noqa: BLE001 - as above
        _log.exception("A correction could not be carried out")
        st.error(texts.FAULT.format(kind=type(error).__name__))
    return None
