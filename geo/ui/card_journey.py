"""The card of a journey: who, by what, from where to where, when, and whether it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import ChangedLeg, JoinedLegs, LegStatus, Mode, SplitLeg
from geo.edits import UNFINISHED, anchor_of, first_words, leg_numbers
from geo.ui import card_texts, corrections, phrases, texts
from geo.ui.ends import ends_of
from geo.wording import joined, status_name, why_assumed

if TYPE_CHECKING:
    from geo.contracts import Anchor, End, Leg
    from geo.ui.work import Result


def draw(result: Result, leg_id: str, mark: str) -> None:
    """Draw the card of a leg."""
    leg = next((one for one in result.analysis.legs if one.id == leg_id), None)
    words = first_words(leg) if leg is not None else None
    if leg is None or words is None:
        st.info(card_texts.GONE)
        return
    anchor = anchor_of(result.analysis.article.text, words)
    number = leg_numbers(result.analysis.itineraries)[leg.id]
    if leg.is_added:
        st.caption(card_texts.ADDED)
    traveller = st.text_input(card_texts.WHO, value=leg.traveller, max_chars=120, key=f"who_{mark}")
    mode = st.selectbox(
        card_texts.MODE,
        list(Mode),
        index=list(Mode).index(leg.mode),
        format_func=lambda one: texts.MODES[one],
        key=f"mode_{mark}",
    )
    statuses = list(LegStatus)
    status = st.selectbox(
        card_texts.STATUS,
        statuses,
        index=statuses.index(leg.status),
        format_func=status_name,
        key=f"status_{mark}",
    )
    _assumed(result, leg, anchor, number, mark)
    ends = _ends(result, leg, mark)
    ended = _ended(result, leg, status, mark)
    times = [
        st.text_input(label, value=when.text if when else "", max_chars=80, key=f"{name}_{mark}")
        for name, label, when in (
            ("departed", card_texts.DEPARTED, leg.departed),
            ("arrived", card_texts.ARRIVED, leg.arrived),
        )
    ]
    departed, arrived = times
    with st.container(horizontal=True):
        if st.button(card_texts.KEEP, type="primary", key=f"leg_{mark}"):
            edit = ChangedLeg(
                anchor=anchor,
                number=number,
                traveller=_changed(traveller, leg.traveller),
                mode=None if mode is leg.mode else mode,
                status=None if status is leg.status else status,
                ends=ends,
                ended=ended,
                departed=_changed(departed, leg.departed.text if leg.departed else ""),
                arrived=_changed(arrived, leg.arrived.text if leg.arrived else ""),
            )
            corrections.add(result, edit)
            st.rerun()
        if st.button(
            card_texts.NOT_ADDED if leg.is_added else card_texts.NO_JOURNEY, key=f"no_leg_{mark}"
        ):
            gone = ChangedLeg(anchor=anchor, number=number, removed=True)
            corrections.take_away(result, leg, gone)
            st.rerun()
    _apart(result, leg, anchor, number, mark)


def _assumed(result: Result, leg: Leg, anchor: Anchor, number: int, mark: str) -> None:
    """Say which ends the article does not state, and let them be called right."""
    words = (
        *((card_texts.STARTS_AT, end) for end in (leg.origin,)),
        *((card_texts.PASSES, end) for end in leg.via),
        *((card_texts.ENDS_AT, end) for end in (leg.destination,)),
    )
    told = [told.format(place=end.place.name) for told, end in words if end and end.inferred]
    if not told:
        return
    st.text(card_texts.ASSUMED.format(ends=joined(told)))
    for reason in why_assumed((leg.origin, *leg.via, leg.destination)):
        st.text(card_texts.WHY.format(reason=reason))
    spans = {one.id: one.span for one in result.analysis.toponyms}
    ends = (leg.origin, *leg.via, leg.destination)
    known = all(end is None or end.toponym_id in spans for end in (*ends, leg.ended))
    if known and st.button(card_texts.ENDS_RIGHT, key=f"ends_{mark}"):
        text = result.analysis.article.text
        stated = tuple(anchor_of(text, spans[end.toponym_id]) if end else None for end in ends)
        ended = (anchor_of(text, spans[leg.ended.toponym_id]),) if leg.ended else None
        edit = ChangedLeg(anchor=anchor, number=number, ends=stated, ended=ended)
        corrections.add(result, edit)
        st.rerun()


def _changed(new: str, old: str) -> str | None:
    return None if new.strip() == old.strip() else new.strip()


def _ends(result: Result, leg: Leg, mark: str) -> tuple[Anchor | None, ...] | None:
    """Let origin, via points and destination be chosen among the placed words of the story."""
    text = result.analysis.article.text
    ends = ends_of(result.analysis, {end.toponym_id for end in leg.ends})
    names = ends.spans

    def label(end: End | None) -> str | None:
        return ends.called.get(end.toponym_id) if end else None

    def choose(title: str, key: str, end: End | None) -> str | None:
        listed = list(names)
        now = label(end)
        return st.selectbox(
            title,
            listed,
            index=None if now is None else listed.index(now),
            placeholder=card_texts.UNKNOWN,
            key=f"{key}_{mark}",
        )

    via_now = [one for one in map(label, leg.via) if one is not None]
    origin = choose(card_texts.FROM, "origin", leg.origin)
    via = st.multiselect(
        card_texts.VIA,
        list(names),
        default=via_now,
        placeholder=card_texts.NONE,
        key=f"via_{mark}",
    )
    destination = choose(card_texts.TO, "destination", leg.destination)
    if (origin, via, destination) == (label(leg.origin), via_now, label(leg.destination)):
        return None
    chosen = (origin, *via, destination)
    return tuple(anchor_of(text, names[name]) if name else None for name in chosen)


def _ended(result: Result, leg: Leg, status: LegStatus, mark: str) -> tuple[Anchor, ...] | None:
    """Ask where a journey got to that did not get to its end; None where nothing is changed."""
    broken_off = leg.ended is not None and status is leg.status
    if status not in UNFINISHED and not broken_off:
        return None
    own = {end.toponym_id for end in leg.ends}
    ends = ends_of(result.analysis, own)
    listed = list(ends.spans)
    now = ends.called.get(leg.ended.toponym_id) if leg.ended else None
    chosen = st.selectbox(
        card_texts.ENDED.get(status, card_texts.GOT_TO),
        listed,
        index=None if now is None else listed.index(now),
        placeholder=card_texts.UNKNOWN,
        key=f"ended_{mark}",
    )
    if chosen == now:
        return None
    return (anchor_of(result.analysis.article.text, ends.spans[chosen]),) if chosen else ()


def _apart(result: Result, leg: Leg, anchor: Anchor, number: int, mark: str) -> None:
    """Offer to part a leg at a place on its way, or to join it with the one that follows."""
    text = result.analysis.article.text
    spans = {one.id: one.span for one in result.analysis.toponyms}
    for end in leg.via:
        if end.toponym_id in spans and st.button(
            card_texts.SPLIT.format(place=phrases.plain(end.place.name)),
            key=f"split_{end.toponym_id}_{mark}",
        ):
            at = anchor_of(text, spans[end.toponym_id])
            corrections.add(result, SplitLeg(anchor=anchor, number=number, at=at))
            st.rerun()
    trip = next(one for one in result.analysis.itineraries if leg in one.legs)
    if trip.legs[-1] is not leg and st.button(card_texts.JOIN, key=f"join_{mark}"):
        corrections.add(result, JoinedLegs(anchor=anchor, number=number))
        st.rerun()
