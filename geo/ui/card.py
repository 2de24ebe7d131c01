"""The card on which a word, a figure or a journey is put right, and the list of what was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.contracts import Anchor
from geo.edits import find_anchor
from geo.ui import card_added, card_claim, card_journey, card_place, card_texts, corrections
from geo.ui.card_words import line_of
from geo.ui.work import desk

if TYPE_CHECKING:
    from geo.contracts import Quantity, Span
    from geo.ui.work import Result


def draw(result: Result, asked: dict[str, Any] | None) -> None:
    """Draw the card for what was asked last."""
    if asked and corrections.open_card(asked.get("count")):
        with st.container(key="card"):
            _card(result, asked)


def _card(result: Result, asked: dict[str, Any]) -> None:
    mark = str(asked.get("count"))
    with st.container(horizontal=True, vertical_alignment="center", key="card_head"):
        st.subheader(card_texts.TITLE, anchor=False)
        st.button(card_texts.CLOSE, key="card_close", on_click=corrections.close_card)
    named = str(asked.get("id", ""))
    kind = named.partition("-")[0]
    if kind == "claim" and (claims := _refs(result.spec.claim_cards, named)):
        card_claim.draw(result, claims[0], mark)
    elif kind in {"route", "journey", "leg"} and (
        legs := _refs((*result.spec.journeys, *result.spec.routes), named)
    ):
        card_journey.draw(result, legs[0], mark)
    elif span := _words(result, asked, named):
        # Of a pin it is known what it is; of words that were marked, whoever marked them says it.
        figure = None if named else desk().length_at(result, span)
        if not named and _is_journey(mark, is_figure=figure is not None):
            card_added.draw(result, span, mark)
        elif figure is not None:
            _figure(result, figure, mark)
        else:
            card_place.draw(result, span, mark, pin=_pin(result, span))
    else:
        st.info(card_texts.GONE)


def _refs(things: tuple[Any, ...], named: str) -> tuple[str, ...]:
    return next((one.refs for one in things if one.id == named), ())


def _words(result: Result, asked: dict[str, Any], named: str) -> Span | None:
    """Find the words that are meant: of a place on the map, or selected in the article."""
    toponyms = {one.id: one.span for one in result.analysis.toponyms}
    for ref in _refs(result.spec.places, named):
        if ref in toponyms:
            return toponyms[ref]
    quote = str(asked.get("quote", "")).strip()
    start = asked.get("start")
    anchor = Anchor(
        quote=quote,
        before=str(asked.get("before", "")),
        start=start if isinstance(start, int) else 0,
    )
    return find_anchor(result.analysis.article.text, anchor)


def _pin(result: Result, span: Span) -> str:
    """Name the place on the map that some words stand for; "" where they are on none."""
    refs = {one.id for one in result.analysis.toponyms if one.span == span}
    return next((one.id for one in result.spec.places if refs.intersection(one.refs)), "")


def _is_journey(mark: str, *, is_figure: bool) -> bool:
    """Ask what words tell of that were marked: of a journey, or of what they hold."""
    held = card_texts.A_FIGURE if is_figure else card_texts.A_PLACE
    told = st.radio(
        card_texts.TELL_OF, (held, card_texts.A_JOURNEY), horizontal=True, key=f"tell_{mark}"
    )
    return told == card_texts.A_JOURNEY


def _figure(result: Result, figure: Quantity, mark: str) -> None:
    """Draw the card of the figure in words that were marked."""
    own = (one for one in result.analysis.claims if one.quantity and one.quantity == figure)
    if claim := next(own, None):
        card_claim.draw(result, claim.id, mark)
    else:
        card_claim.draw_unread(result, figure, mark)


def corrected(result: Result) -> None:
    """List what was corrected, where something was; each can be taken back by itself."""
    history = corrections.history(result)
    if not (history.done or history.undone):
        return
    title = card_texts.CORRECTIONS.format(count=len(history.done))
    with st.popover(title, key="corrections_list"):
        with st.container(horizontal=True):
            st.button(
                card_texts.UNDO,
                key="undo",
                disabled=not history.before,
                on_click=corrections.undo,
                args=(result,),
            )
            st.button(
                card_texts.REDO,
                key="redo",
                disabled=not history.undone,
                on_click=corrections.redo,
                args=(result,),
            )
        for number, edit in enumerate(history.done):
            with st.container(horizontal=True, vertical_alignment="center", key=f"edit_{number}"):
                st.text(line_of(edit))
                st.button(
                    card_texts.TAKE_BACK,
                    key=f"take_back_{number}",
                    on_click=corrections.take_back,
                    args=(result, edit),
                )
