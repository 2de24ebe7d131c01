"""The card of a word: which place it is, that it is none, how it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

import streamlit as st

from geo.contracts import ChosenPlace, NoPlace, OtherSense, Place, Sense, ShownAs
from geo.edits import anchor_of
from geo.maps.build.corrections import key_of, of_places
from geo.ui import card_texts, components, corrections, phrases
from geo.ui.candidates import candidate_map
from geo.ui.finding import find_places, place_lines
from geo.ui.work import desk

if TYPE_CHECKING:
    from geo.contracts import Anchor, Candidate, Geocode, Span, Toponym
    from geo.ui.work import Result

_FOUND = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """Whose card it is: some words, and the pin that they are shown as; "" where there is none.

    ``mark`` is another for each card; ``everywhere``: the same words elsewhere are meant too.
    """

    result: Result
    anchor: Anchor
    mark: str
    pin: str
    everywhere: bool

    def edit(self, place: Place) -> ChosenPlace:
        """Make of a choice what is carried out."""
        return ChosenPlace(anchor=self.anchor, place=place, everywhere=self.everywhere)

    def keep(self, place: Place) -> None:
        """Take the words for a place."""
        corrections.add(self.result, self.edit(place))
        st.rerun()

    def choice(self, places: list[tuple[Place, str]]) -> str:
        """Name the choice among some places; another list has another, and begins anew."""
        listed = "|".join(f"{place.gazetteer}:{place.feature_id}" for place, _ in places)
        return f"which_{self.mark}_{listed}"


def draw(result: Result, span: Span, mark: str, *, pin: str = "") -> None:
    """Draw the card of some words; a button carries out what was chosen.

    ``pin`` is the thing on the map that they are shown as; "" where there is none.
    """
    analysis = result.analysis
    toponym = next((one for one in analysis.toponyms if one.span == span), None)
    geocode = _geocode(result, toponym)
    anchor = anchor_of(analysis.article.text, span)
    st.text(f"“{span.text}”")
    places = _choices(geocode, span, mark)
    several = sum(one.span.text == span.text for one in analysis.toponyms) > 1
    everywhere = several and st.checkbox(card_texts.EVERYWHERE, value=True, key=f"all_{mark}")
    card = _Card(result=result, anchor=anchor, mark=mark, pin=pin, everywhere=everywhere)
    _on_map(card, places)
    if places:
        _choose(card, places)
    _by_position(card)
    if toponym is not None:
        with st.container(horizontal=True):
            if st.button(card_texts.NO_PLACE, key=f"none_{mark}"):
                corrections.add(result, NoPlace(anchor=anchor, everywhere=everywhere))
                st.rerun()
            literal = toponym.sense is Sense.LITERAL
            if st.button(card_texts.STANDS if literal else card_texts.ITSELF, key=f"sense_{mark}"):
                sense = Sense.ASSOCIATIVE if literal else Sense.LITERAL
                edit = OtherSense(anchor=anchor, sense=sense, everywhere=everywhere)
                corrections.add(result, edit)
                st.rerun()
    draw_looks(result, span, mark)


def _geocode(result: Result, toponym: Toponym | None) -> Geocode | None:
    if toponym is None:
        return None
    found = (one for one in result.analysis.geocodes if one.toponym_id == toponym.id)
    return next(found, None)


def _choices(geocode: Geocode | None, span: Span, mark: str) -> list[tuple[Place, str]]:
    """List the places that may be meant: found, rivals, and what a search of all places gives."""
    gazetteer = desk().open(lambda _share, _words: None).gazetteer
    places: list[Place] = []
    sureness: list[str] = []
    if geocode is not None and geocode.place is not None:
        places = [geocode.place, *(one.place for one in geocode.alternatives)]
        sureness = [phrases.sureness(geocode), *map(_likely, geocode.alternatives)]
    typed = st.text_input(
        card_texts.SEARCH,
        value="" if places else span.text,
        placeholder=card_texts.SEARCH_HINT,
        key=f"search_{mark}",
    )
    if typed.strip():
        places, sureness = find_places(typed.strip(), gazetteer, limit=_FOUND), []
        if not places:
            st.caption(card_texts.NOT_FOUND)
    told = zip_longest(place_lines(places, gazetteer), sureness, fillvalue="")
    lines = (" · ".join(filter(None, both)) for both in told)
    return list(zip(places, lines, strict=True))


def _likely(one: Candidate) -> str:
    """Say how likely a place is; nothing where somebody has chosen another."""
    return phrases.share(one.probability) if one.probability else ""


def _unbroken(words: str) -> str:
    """Keep a figure and its sign on one line."""
    return words.replace(" %", "\u00a0%").replace("> ", ">\u00a0").replace("< ", "<\u00a0")


def _on_map(card: _Card, places: list[tuple[Place, str]]) -> None:
    """Draw where the choices lie, and carry out the dragging of a pin."""
    key = card.choice(places)
    number = st.session_state.get(key, 0) + 1

    def pick(number: int) -> None:
        st.session_state[key] = number - 1

    drawn = {**candidate_map(places, number), "pin": card.pin}
    moved = components.candidates(drawn, card.mark, pick)
    if moved is None:
        return
    lon, lat = moved
    st.text(card_texts.MOVED.format(position=phrases.position(lon, lat)))
    if st.button(card_texts.MOVED_PUT, type="primary", key=f"moved_{card.mark}"):
        card.keep(_by_hand(card.anchor.quote, lon, lat))


def _by_hand(words: str, lon: float, lat: float) -> Place:
    return Place(
        gazetteer="hand",
        feature_id=f"{lon:.5f},{lat:.5f}",
        name=" ".join(words.split()),
        lon=lon,
        lat=lat,
        feature_class="S",
        feature_code="",
        source=card_texts.BY_HAND,
    )


def _choose(card: _Card, places: list[tuple[Place, str]]) -> None:
    number: int | None = st.radio(
        card_texts.WHICH,
        range(len(places)),
        format_func=lambda index: phrases.plain(f"{index + 1}. {_unbroken(places[index][1])}"),
        key=card.choice(places),
    )
    wanted = st.button(card_texts.CHOOSE, type="primary", key=f"choose_{card.mark}")
    if wanted and number is not None:
        card.keep(places[number][0])
    elif number:  # the first is what it is now
        corrections.prepare(card.result, card.edit(places[number][0]))


def _by_position(card: _Card) -> None:
    """Let a position be typed, for what no gazetteer knows."""
    mark = card.mark
    with st.expander(card_texts.POSITION):
        lat = st.number_input(card_texts.LAT, -90.0, 90.0, None, format="%.5f", key=f"lat_{mark}")
        lon = st.number_input(card_texts.LON, -180.0, 180.0, None, format="%.5f", key=f"lon_{mark}")
        unknown = lat is None or lon is None
        wanted = st.button(card_texts.PUT, disabled=unknown, key=f"put_{mark}")
        if wanted and lat is not None and lon is not None:
            card.keep(_by_hand(card.anchor.quote, float(lon), float(lat)))


def draw_looks(result: Result, span: Span, mark: str) -> None:
    """Draw how the place of some words is shown, as it is now; nothing where they have none."""
    analysis = result.analysis
    toponym = next((one for one in analysis.toponyms if one.span == span), None)
    geocode = _geocode(result, toponym)
    if geocode is None or geocode.place is None:
        return
    anchor = anchor_of(analysis.article.text, span)
    now = of_places(analysis).get(key_of(geocode.place)) or ShownAs(anchor=anchor)
    with st.expander(card_texts.LOOKS):
        label = st.text_input(card_texts.LABEL, value=now.label, max_chars=80, key=f"label_{mark}")
        note = st.text_input(card_texts.NOTE, value=now.note, max_chars=300, key=f"note_{mark}")
        hidden = st.checkbox(card_texts.HIDE, value=now.hidden, key=f"hide_{mark}")
        if st.button(card_texts.KEEP, key=f"keep_{mark}"):
            corrections.add(result, ShownAs(anchor=anchor, label=label, note=note, hidden=hidden))
            st.rerun()
