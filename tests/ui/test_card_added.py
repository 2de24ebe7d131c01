"""The card on which a journey is added that was not found, run without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from geo.contracts import AddedLeg, Anchor, ChangedLeg, LegStatus, Mode, SplitLeg
from geo.contracts import Source as Text
from geo.edits import History
from geo.ui import card_texts
from geo.ui.card_words import line_of
from geo.ui.work import Desk
from geo.wording import status_words

if TYPE_CHECKING:
    from geo.contracts import Edit, Leg
    from geo.ui.work import Result

pytestmark = pytest.mark.usefixtures("services", "no_store")

TEXT = (
    "The lorry left Toronto for Buffalo on Friday. Hamilton lies 60 km from Toronto. Then it was "
    "the night train to Montreal for the crew, from Hamilton."
)
WORDS = "night train to Montreal"


@pytest.fixture(scope="module")
def result(services: object) -> Result:
    assert services is not None
    return Desk().work(Text(text=TEXT), lambda _step: None)


def words() -> None:
    import streamlit as st  # noqa: PLC0415 - a script of its own

    from geo.ui import card  # noqa: PLC0415 - as above

    card.draw(st.session_state["shown"], st.session_state["asked"])


def journey() -> None:
    import streamlit as st  # noqa: PLC0415 - as above

    from geo.ui import card_journey  # noqa: PLC0415 - as above

    shown = st.session_state["shown"]
    leg = next(one for one in shown.analysis.legs if one.is_added)
    card_journey.draw(shown, leg.id, str(len(shown.analysis.edits)))


def opened(result: Result, quote: str = WORDS) -> AppTest:
    app = AppTest.from_function(words)
    app.session_state["shown"] = result
    start = TEXT.index(quote)
    app.session_state["asked"] = {"count": 1, "quote": quote, "before": "", "start": start}
    app.run(timeout=60)
    assert not app.exception
    return app


def as_journey(app: AppTest) -> AppTest:
    app.radio(key="tell_1").set_value(card_texts.A_JOURNEY).run(timeout=60)
    assert not app.exception
    return app


def shown(app: AppTest) -> Result:
    assert not app.exception
    found: Result = app.session_state["shown"]
    return found


def added(app: AppTest) -> Leg:
    (leg,) = [one for one in shown(app).analysis.legs if one.is_added]
    return leg


def test_it_is_asked_what_marked_words_tell_of(result: Result) -> None:
    place = opened(result).radio(key="tell_1")
    assert place.options == [card_texts.A_PLACE, card_texts.A_JOURNEY]
    assert place.value == card_texts.A_PLACE
    figure = opened(result, "60 km").radio(key="tell_1")
    assert figure.options == [card_texts.A_FIGURE, card_texts.A_JOURNEY]
    assert as_journey(opened(result, "60 km")).button(key="add_1")


def test_a_journey_is_added_changed_and_taken_away(result: Result) -> None:
    app = as_journey(opened(result))
    assert app.button(key="add_1").disabled
    # Whoever travels in the story is taken over, and can be written otherwise.
    app.selectbox(key="known_1").set_value("lorry").run()
    assert app.text_input(key="who_1").value == "lorry"
    app.text_input(key="who_1").set_value("The crew").run()
    app.selectbox(key="origin_1").set_value("Hamilton").run()
    app.multiselect(key="via_1").set_value(["Toronto"]).run()
    app.selectbox(key="destination_1").set_value("Montreal").run()
    app.selectbox(key="mode_1").set_value(Mode.RAIL).run()
    assert not [one for one in app.selectbox if one.key == "ended_1"]
    app.selectbox(key="status_1").set_value(LegStatus.TURNED_BACK).run()
    app.selectbox(key="ended_1").set_value("Toronto").run()
    app.text_input(key="departed_1").set_value("on Sunday").run()
    app.button(key="add_1").click().run(timeout=60)
    leg = added(app)
    assert leg.traveller == "The crew"
    assert [end.place.name for end in leg.ends] == ["Hamilton", "Toronto", "Montréal", "Toronto"]
    assert (leg.mode, status_words(leg)) == (Mode.RAIL, "turned back near Toronto")
    assert leg.departed is not None
    # The mention beside the words is meant, not the first of the story.
    (edit,) = shown(app).analysis.edits
    assert isinstance(edit, AddedLeg)
    origin = edit.ends[0]
    assert origin is not None
    assert origin.start == TEXT.rindex("Hamilton")

    card = AppTest.from_function(journey)
    card.session_state["shown"] = shown(app)
    card.run(timeout=60)
    assert card_texts.ADDED in [one.value for one in card.caption]
    card.text_input(key="who_1").set_value("The band").run()
    card.button(key="leg_1").click().run(timeout=60)
    assert added(card).traveller == "The band"
    card.run()
    card.button(key="no_leg_2").click()
    # With the journey all goes that was said of it.
    assert not taken_away(card).analysis.edits


def taken_away(card: AppTest) -> Result:
    """Run the card of a journey that is gone by then."""
    card.run(timeout=60)
    found: Result = card.session_state["shown"]
    return found


def test_a_part_of_it_is_taken_away_alone(result: Result) -> None:
    app = as_journey(opened(result))
    app.selectbox(key="origin_1").set_value("Hamilton").run()
    app.multiselect(key="via_1").set_value(["Toronto"]).run()
    app.selectbox(key="destination_1").set_value("Montreal").run()
    app.button(key="add_1").click().run(timeout=60)
    card = AppTest.from_function(journey)
    card.session_state["shown"] = shown(app)
    card.run(timeout=60)
    (split,) = [one for one in card.button if one.key.startswith("split_")]
    split.click().run(timeout=60)
    (first, second) = [one for one in shown(card).analysis.legs if one.is_added]
    assert second.origin == first.destination
    card.run()
    card.button(key="no_leg_2").click().run(timeout=60)
    (left,) = [one for one in shown(card).analysis.legs if one.is_added]
    assert left.destination is not None
    assert left.destination.place.name == "Montréal"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            AddedLeg(
                anchor=Anchor(quote=WORDS),
                traveller="The <b>crew</b>",
                ends=(Anchor(quote="Hamilton"), None),
            ),
            f"A journey was added at “{WORDS}”: The <b>crew</b>, Hamilton → not known",
        ),
        (
            AddedLeg(anchor=Anchor(quote=WORDS), ends=(None, Anchor(quote="Ajax")), note="seen"),
            f"A journey was added at “{WORDS}”: not known → Ajax (seen)",
        ),
    ],
)
def test_the_list_says_who_goes_where(edit: Edit, told: str) -> None:
    assert line_of(edit) == told


def test_taking_it_back_in_the_list_takes_what_was_said_of_it() -> None:
    anchor, ends = Anchor(quote=WORDS), (Anchor(quote="Hamilton"), None)
    one = AddedLeg(anchor=anchor, ends=ends)
    two = AddedLeg(anchor=anchor, number=2, traveller="The band", ends=ends)
    edits: list[Edit] = [
        one,
        ChangedLeg(anchor=anchor, mode=Mode.AIR),
        SplitLeg(anchor=anchor, at=Anchor(quote="Toronto")),
        two,
        ChangedLeg(anchor=anchor, number=2, mode=Mode.RAIL),
        ChangedLeg(anchor=Anchor(quote="left"), mode=Mode.RAIL),
    ]
    left = History(done=tuple(edits)).take_back(one).done
    assert left == (
        AddedLeg(anchor=anchor, traveller="The band", ends=ends),
        ChangedLeg(anchor=anchor, mode=Mode.RAIL),
        edits[-1],
    )
