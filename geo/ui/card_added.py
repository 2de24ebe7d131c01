"""The card on which a journey is added that was not found: the words, and who went where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import AddedLeg, LegStatus, Mode, ToponymKind
from geo.edits import anchor_of, first_words
from geo.ui import card_texts, corrections, texts
from geo.ui.ends import ends_of
from geo.wording import status_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.contracts import Anchor, Span
    from geo.ui.work import Result

# Of such a journey it is told where it got to in the stead of its end.
_UNFINISHED = frozenset({LegStatus.TURNED_BACK, LegStatus.DIVERTED})
_MODES: tuple[Mode, ...] = tuple(Mode)
_STATUSES: tuple[LegStatus, ...] = tuple(LegStatus)


def draw(result: Result, span: Span, mark: str) -> None:
    """Draw the card of words that tell of a journey; a button adds it."""
    st.text(f"“{span.text}”")
    traveller = _who(result, mark)
    spots = ends_of(result.analysis, _near(result, span)).spans
    origin = _choose(card_texts.FROM, "origin", spots, mark)
    via = st.multiselect(
        card_texts.VIA, list(spots), placeholder=card_texts.NONE, key=f"via_{mark}"
    )
    destination = _choose(card_texts.TO, "destination", spots, mark)
    mode = st.selectbox(
        card_texts.MODE,
        _MODES,
        index=_MODES.index(Mode.UNKNOWN),
        format_func=lambda one: texts.MODES[one],
        key=f"mode_{mark}",
    )
    status = st.selectbox(
        card_texts.STATUS, _STATUSES, format_func=status_name, key=f"status_{mark}"
    )
    ended = None
    if status in _UNFINISHED:
        ended = _choose(card_texts.GOT_INSTEAD, "ended", spots, mark)
    departed, arrived = (
        st.text_input(label, max_chars=80, key=f"{name}_{mark}")
        for name, label in (("departed", card_texts.DEPARTED), ("arrived", card_texts.ARRIVED))
    )
    text = result.analysis.article.text
    ready = bool(origin or via or destination)
    if not ready:
        st.caption(card_texts.NO_END)
    if st.button(card_texts.ADD, type="primary", disabled=not ready, key=f"add_{mark}") and ready:
        edit = AddedLeg(
            anchor=anchor_of(text, span),
            number=sum(first_words(leg) == span for leg in result.analysis.legs),
            traveller=" ".join(traveller.split()),
            mode=mode,
            status=status,
            ends=tuple(_anchor(text, spots, one) for one in (origin, *via, destination)),
            ended=_anchor(text, spots, ended),
            departed=departed.strip(),
            arrived=arrived.strip(),
        )
        corrections.add(result, edit)
        st.rerun()


def _who(result: Result, mark: str) -> str:
    """Let the traveller be typed, or taken from the travellers of the story."""
    key, known = f"who_{mark}", f"known_{mark}"
    named = list(dict.fromkeys(leg.traveller for leg in result.analysis.legs if leg.traveller))

    def take() -> None:
        st.session_state[key] = st.session_state[known] or ""

    typed = st.text_input(card_texts.WHO, max_chars=120, key=key)
    if named:
        st.selectbox(
            card_texts.WHO_KNOWN,
            named,
            index=None,
            placeholder=card_texts.NOBODY,
            key=known,
            on_change=take,
        )
    return typed


def _near(result: Result, span: Span) -> set[str]:
    """Find the names in the sentence of the words: an end is tied to these mentions first."""
    article = result.analysis.article
    sentence = article.sentence_at(span.start)
    return {
        one.id
        for one in result.analysis.toponyms
        if sentence is not None
        and one.kind is not ToponymKind.DEMONYM
        and article.sentence_at(one.span.start) == sentence
    }


def _choose(title: str, name: str, spots: Mapping[str, Span], mark: str) -> str | None:
    return st.selectbox(
        title, list(spots), index=None, placeholder=card_texts.UNKNOWN, key=f"{name}_{mark}"
    )


def _anchor(text: str, spots: Mapping[str, Span], name: str | None) -> Anchor | None:
    return anchor_of(text, spots[name]) if name is not None else None
