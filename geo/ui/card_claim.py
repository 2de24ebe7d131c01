"""The card of a figure: accepted, dismissed, noted, or measured between two other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import CheckedFigure, Dimension, JudgedClaim, Standing
from geo.edits import anchor_of
from geo.ui import card_texts, corrections

if TYPE_CHECKING:
    from geo.contracts import Claim
    from geo.ui.work import Result


def draw(result: Result, claim_id: str, mark: str) -> None:
    """Draw the card of a claim."""
    claim = next((one for one in result.analysis.claims if one.id == claim_id), None)
    if claim is None:
        st.info(card_texts.GONE)
        return
    st.text(f"“{claim.span.text}”")
    note = st.text_input(card_texts.NOTE, max_chars=300, key=f"claim_note_{mark}")
    anchor = anchor_of(result.analysis.article.text, claim.span)
    with st.container(horizontal=True):
        for standing in Standing:
            if st.button(card_texts.STANDINGS[standing.value], key=f"{standing.value}_{mark}"):
                corrections.add(result, JudgedClaim(anchor=anchor, standing=standing, note=note))
                st.rerun()
    if claim.quantity is not None and claim.quantity.dimension is Dimension.LENGTH:
        _between(result, claim, mark)


def _between(result: Result, claim: Claim, mark: str) -> None:
    """Let the two places be chosen that the figure is the distance between."""
    placed = {one.toponym_id for one in result.analysis.geocodes if one.place}
    spans = [one.span for one in result.analysis.toponyms if one.id in placed]
    spans = list({span.text: span for span in reversed(spans)}.values())[::-1]
    with st.expander(card_texts.MEASURE):
        ends = [
            st.selectbox(
                label,
                range(len(spans)),
                index=None,
                format_func=lambda index: spans[index].text,
                key=f"{name}_{mark}",
            )
            for name, label in (("from", card_texts.FROM), ("to", card_texts.TO))
        ]
        chosen = [index for index in ends if index is not None]
        ready = len(set(chosen)) == 2  # noqa: PLR2004 - a distance has two ends
        if st.button(card_texts.CHECK, disabled=not ready, key=f"measure_{mark}") and ready:
            text = result.analysis.article.text
            subject, measured_to = (anchor_of(text, spans[index]) for index in chosen)
            figure = claim.quantity.span if claim.quantity else claim.span
            edit = CheckedFigure(
                anchor=anchor_of(text, figure), subject=subject, measured_to=measured_to
            )
            corrections.add(result, edit)
            st.rerun()
