"""The card of a figure: accepted, dismissed, noted, or measured between two other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import CheckedFigure, Dimension, JudgedClaim, Standing
from geo.edits import anchor_of
from geo.maps.build.corrections import of_claims
from geo.ui import card_texts, corrections
from geo.ui.ends import ends_of

if TYPE_CHECKING:
    from geo.contracts import Quantity
    from geo.ui.work import Result


def draw(result: Result, claim_id: str, mark: str) -> None:
    """Draw the card of a claim."""
    claim = next((one for one in result.analysis.claims if one.id == claim_id), None)
    if claim is None:
        st.info(card_texts.GONE)
        return
    st.text(f"“{claim.span.text}”")
    said = of_claims(result.analysis).get(claim.id)
    note = st.text_input(
        card_texts.NOTE,
        value=said.note if said else "",
        max_chars=300,
        key=f"claim_note_{mark}",
    )
    anchor = anchor_of(result.analysis.article.text, claim.span)
    with st.container(horizontal=True):
        for standing in Standing:
            if st.button(card_texts.STANDINGS[standing.value], key=f"{standing.value}_{mark}"):
                corrections.add(result, JudgedClaim(anchor=anchor, standing=standing, note=note))
                st.rerun()
    if claim.quantity is not None and claim.quantity.dimension is Dimension.LENGTH:
        with st.expander(card_texts.MEASURE):
            _between(result, claim.quantity, mark)


def draw_unread(result: Result, figure: Quantity, mark: str) -> None:
    """Draw the card of a length that stands in no claim: it can be measured all the same."""
    st.text(f"“{figure.span.text}”")
    st.caption(card_texts.UNREAD)
    _between(result, figure, mark)


def _between(result: Result, figure: Quantity, mark: str) -> None:
    """Let the two places be chosen that the figure is the distance between."""
    spans = ends_of(result.analysis).spans
    ends = [
        st.selectbox(
            label, list(spans), index=None, placeholder=card_texts.CHOICE, key=f"{name}_{mark}"
        )
        for name, label in (("from", card_texts.FROM), ("to", card_texts.TO))
    ]
    chosen = [name for name in ends if name is not None]
    ready = len(set(chosen)) == 2  # noqa: PLR2004 - a distance has two ends
    if st.button(card_texts.CHECK, disabled=not ready, key=f"measure_{mark}") and ready:
        text = result.analysis.article.text
        subject, measured_to = (anchor_of(text, spans[name]) for name in chosen)
        edit = CheckedFigure(
            anchor=anchor_of(text, figure.span), subject=subject, measured_to=measured_to
        )
        corrections.add(result, edit)
        st.rerun()
