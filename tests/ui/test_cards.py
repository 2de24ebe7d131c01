"""The cards on which something is put right, run without a browser: what they offer and keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from geo.contracts import (
    Anchor,
    ChangedLeg,
    ChosenPlace,
    JudgedClaim,
    LegStatus,
    Mode,
    ShownAs,
    Source,
    Span,
    Standing,
)
from geo.edits import anchor_of
from geo.ui import card_texts
from geo.ui.card_words import line_of
from geo.ui.ends import ends_of
from geo.ui.finding import find_places, place_lines
from geo.ui.work import Desk
from geo.wording import status_words

if TYPE_CHECKING:
    from geo.contracts import Edit, Leg
    from geo.pipeline import Services
    from geo.ui.work import Result

pytestmark = pytest.mark.usefixtures("services", "no_store")

TEXT = (
    "The lorry left Toronto for Buffalo on Friday. Hamilton lies 60 km from Toronto. A Canadian "
    "crew waited in Hamilton."
)


@pytest.fixture(scope="module")
def result(services: object) -> Result:
    assert services is not None
    return Desk().work(Source(text=TEXT), lambda _step: None)


# Scripts that show one card each of the story that is kept as shown.
_BEGIN = """
import streamlit as st
from geo.ui import card_claim, card_journey, card_place
shown = st.session_state["shown"]
"""
JOURNEY = f"""{_BEGIN}
card_journey.draw(shown, next(shown.analysis.legs).id, str(len(shown.analysis.edits)))
"""
LOOKS = f"""{_BEGIN}
span = next(one.span for one in shown.analysis.toponyms if one.span.text == "Hamilton")
card_place.draw_looks(shown, span, "1")
"""
FIGURE = f"""{_BEGIN}
card_claim.draw(shown, shown.analysis.claims[0].id, "1")
"""


def opened(card: str, result: Result) -> AppTest:
    app = AppTest.from_string(card)
    app.session_state["shown"] = result
    app.run(timeout=60)
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> Result:
    next(one for one in app.button if one.label == label).click().run(timeout=60)
    assert not app.exception
    shown: Result = app.session_state["shown"]
    return shown


def the_leg(result: Result) -> Leg:
    return next(iter(result.analysis.legs))


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.selectbox]


def test_where_it_turned_back_is_asked_and_kept_beside_a_later_change(result: Result) -> None:
    app = opened(JOURNEY, result)
    where = card_texts.ENDED[LegStatus.TURNED_BACK]
    assert where not in labels(app)
    status = next(one for one in app.selectbox if one.label == card_texts.STATUS)
    status.select(LegStatus.TURNED_BACK).run(timeout=60)
    assert where in labels(app)
    next(one for one in app.selectbox if one.label == where).select("Hamilton").run(timeout=60)
    kept = press(app, card_texts.KEEP)
    assert status_words(the_leg(kept)) == "turned back near Hamilton"
    assert kept.spec.routes
    # The card that is opened next knows it, and what it changes adds to it.
    who = next(one for one in app.text_input if one.label == card_texts.WHO)
    who.set_value("The crew").run(timeout=60)
    kept = press(app, card_texts.KEEP)
    assert the_leg(kept).traveller == "The crew"
    assert status_words(the_leg(kept)) == "turned back near Hamilton"
    assert len(kept.analysis.edits) == 1


def test_what_a_place_is_shown_as_is_there_to_be_changed(result: Result) -> None:
    anchor = Anchor(quote="Hamilton")
    said = ShownAs(anchor=anchor, label="The steel town", note="by phone")
    app = opened(LOOKS, Desk().correct(result, [said]))
    assert {one.value for one in app.text_input} == {"The steel town", "by phone"}
    app.checkbox[0].check().run(timeout=60)
    kept = press(app, card_texts.KEEP)
    last = kept.analysis.edits[-1]
    assert isinstance(last, ShownAs)
    assert (last.label, last.note, last.hidden) == ("The steel town", "by phone", True)


def test_a_note_of_a_figure_is_there_to_be_changed(result: Result) -> None:
    said = JudgedClaim(anchor=Anchor(quote="60 km"), standing=Standing.NOTED, note="by phone")
    app = opened(FIGURE, Desk().correct(result, [said]))
    assert app.text_input[0].value == "by phone"
    kept = press(app, card_texts.STANDINGS["accepted"])
    assert isinstance(kept.analysis.edits[-1], JudgedClaim)
    assert kept.analysis.edits[-1].note == "by phone"


def test_words_for_people_of_a_place_are_no_end_unless_they_are_one_already(
    result: Result,
) -> None:
    analysis = result.analysis
    assert "Canadian" in {one.span.text for one in analysis.toponyms}
    assert list(ends_of(analysis).spans) == ["Toronto", "Buffalo", "Hamilton"]
    own = next(one.id for one in analysis.toponyms if one.span.text == "Canadian")
    assert "Canadian" in ends_of(analysis, {own}).spans


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            ChangedLeg(
                anchor=Anchor(quote="left"),
                status=LegStatus.TURNED_BACK,
                ended=(Anchor(quote="Hamilton"),),
                ends=(None, Anchor(quote="Buffalo")),
            ),
            "The journey at “left”: turned back, not known → Buffalo, got to Hamilton",
        ),
        (
            ChangedLeg(anchor=Anchor(quote="left"), traveller="", mode=Mode.SEA, arrived="today"),
            "The journey at “left”: who: not known, by sea, arrived today",
        ),
    ],
)
def test_the_list_says_what_was_changed_in_a_journey(edit: Edit, told: str) -> None:
    assert line_of(edit) == told


def test_places_of_one_name_and_region_are_told_apart_by_the_next_town(
    services: Services,
) -> None:
    gazetteer = services.gazetteer
    listed = gazetteer.search("Tarbert", limit=12)
    lines = place_lines(listed, gazetteer)
    assert len({*lines}) == len(lines)
    harris = next(
        line for place, line in zip(listed, lines, strict=True) if 57.8 < place.lat < 57.95
    )
    assert harris.startswith("Tarbert, Scotland, GB")
    assert harris.endswith("south-west of Stornoway")
    # What its region tells apart needs no more words.
    munster = next(line for line in lines if "Munster" in line)
    assert munster == "Tarbert, Munster, IE (Ireland)"


@pytest.mark.parametrize(
    ("typed", "lat"),
    [("Tarbert, Harris", 57.878), ("tarbert, isle of isl", 55.867), ("Tarbert, Tobermory", 56.721)],
)
def test_a_place_is_found_by_what_lies_beside_it(
    typed: str, lat: float, services: Services
) -> None:
    first, *_ = find_places(typed, services.gazetteer, limit=12)
    assert first.name == "Tarbert"
    assert first.lat == pytest.approx(lat, abs=0.2)


def test_a_search_by_region_gives_what_it_gave(services: Services) -> None:
    gazetteer = services.gazetteer
    for typed in ("Paris, Tex", "Hamilton, New Z", "Tarbert", "Nowhereville, Harris"):
        known = gazetteer.search(typed, limit=12)
        assert find_places(typed, gazetteer, limit=12)[: len(known)] == list(known)


def test_ends_of_one_name_and_region_are_all_listed(services: Services) -> None:
    text = "The lorry left Tarbert for Tarbert on Friday."
    here, there = (
        next(p for p in services.gazetteer.candidates("Tarbert") if abs(p.lat - lat) < 0.1)
        for lat in (57.878, 55.863)
    )
    spans = [Span(start=at, end=at + 7, text="Tarbert") for at in (15, 27)]
    edits = [
        ChosenPlace(anchor=anchor_of(text, span), place=place, everywhere=False)
        for span, place in zip(spans, (here, there), strict=True)
    ]
    made = Desk().work(Source(text=text), lambda _step: None)
    ends = ends_of(Desk().correct(made, edits).analysis)
    assert list(ends.spans.values()) == spans
