"""Who goes where, in words: each part, and what the map says at the ends of a journey."""

from __future__ import annotations

import dataclasses
from itertools import product

import pytest

from geo.contracts import End, Evidence, Leg, LegStatus, Mode, Span, When
from geo.wording import leg_pieces, leg_sentence, status_words
from tests.maps import stories
from tests.maps.test_article_map import drawn, named, with_leg


def end(name: str, *, inferred: bool = False, **more: object) -> End:
    return End(
        toponym_id=f"t-{name}", place=stories.place(name, 20.0, 58.0, **more), inferred=inferred
    )


def span(text: str) -> Span:
    return Span(start=0, end=len(text), text=text)


TALLINN, MARIEHAMN, STOCKHOLM = end("Tallinn"), end("Mariehamn"), end("Stockholm")
COUNTRY = {"feature_class": "A", "feature_code": "PCLI"}
LEG = Leg(
    id="leg",
    traveller="the pilot boat Sula",
    origin=TALLINN,
    via=(TALLINN, MARIEHAMN),
    destination=STOCKHOLM,
    mode=Mode.SEA,
    status=LegStatus.UNDER_WAY,
    departed=When(text="on Sunday evening"),
    arrived=When(text="Tuesday"),
)


def test_a_journey_is_told_in_one_sentence() -> None:
    assert leg_sentence(LEG) == (
        "The pilot boat Sula, by sea, from Tallinn by way of Mariehamn to Stockholm; "
        "left Sunday evening, expected Tuesday"
    )


def test_the_vehicle_is_named_as_in_the_article() -> None:
    by_tug = Evidence(reason="by sea: “By tug”", span=span("By tug"))
    sailed = Evidence(reason="by sea: “sailed”", span=span("sailed"))
    assert ", by tug, " in leg_sentence(dataclasses.replace(LEG, evidence=(sailed, by_tug)))
    assert ", by sea, " in leg_sentence(dataclasses.replace(LEG, evidence=(sailed,)))


def test_what_is_not_known_is_left_out_or_said() -> None:
    bare = dataclasses.replace(LEG, origin=None, via=(), departed=None, arrived=None)
    assert leg_sentence(bare) == "The pilot boat Sula, by sea, to Stockholm"
    unknown = dataclasses.replace(bare, traveller="", mode=Mode.UNKNOWN)
    assert leg_sentence(unknown) == "Somebody not named, to Stockholm"
    service = dataclasses.replace(unknown, status=LegStatus.GENERAL)
    assert leg_sentence(service) == "A way or service, to Stockholm"
    guessed = dataclasses.replace(bare, destination=end("Stockholm", inferred=True))
    assert leg_sentence(guessed).endswith("to Stockholm (assumed)")


@pytest.mark.parametrize(
    ("traveller", "told"),
    [
        ("You", "Anybody"),
        ("one", "Anybody"),
        ("they", "“They”"),
        ("us", "“We”"),
        ("US", "US"),
        ("Yusuf", "Yusuf"),
    ],
)
def test_a_word_that_names_nobody_is_no_name(traveller: str, told: str) -> None:
    sentence = leg_sentence(dataclasses.replace(LEG, traveller=traveller))
    assert sentence.startswith(f"{told}, ")


def test_a_country_is_no_point() -> None:
    leg = dataclasses.replace(
        LEG, origin=end("Sweden", **COUNTRY), via=(end("Latvia", **COUNTRY),), departed=None
    )
    assert "from somewhere in Sweden by way of Latvia to Stockholm" in leg_sentence(leg)
    border = end("the border", feature_class="A", feature_code="BDR")
    assert "to the border" in leg_sentence(dataclasses.replace(leg, destination=border))
    assert "by way of Riga, Tartu and Narva to" in leg_sentence(
        dataclasses.replace(leg, via=(end("Riga"), end("Tartu"), end("Narva")))
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": LegStatus.REPORTED}, "reported, not confirmed"),
        (
            {"status": LegStatus.REPORTED, "reporter": span("the harbour\noffice")},
            "reported by the harbour office",
        ),
        ({"status": LegStatus.TURNED_BACK}, "turned back, not said where"),
        ({"status": LegStatus.TURNED_BACK, "ended": MARIEHAMN}, "turned back near Mariehamn"),
        ({"status": LegStatus.DIVERTED, "ended": MARIEHAMN}, "diverted to Mariehamn"),
        ({"status": LegStatus.DIVERTED}, "diverted"),
        ({"status": LegStatus.UNDER_WAY, "ended": MARIEHAMN}, "broken off near Mariehamn"),
    ],
)
def test_the_status_says_who_and_where(changes: dict[str, object], told: str) -> None:
    assert status_words(dataclasses.replace(LEG, **changes)) == told  # type: ignore[arg-type]


def test_every_status_has_words_of_its_own() -> None:
    words = [status_words(dataclasses.replace(LEG, status=status)) for status in LegStatus]
    assert all(words)
    assert len(set(words)) == len(words)


def test_names_are_set_apart_whatever_is_told() -> None:
    ends: tuple[End | None, ...] = (None, TALLINN, end("Sweden", **COUNTRY))
    for status, origin, goal in product(LegStatus, ends, ends):
        leg = dataclasses.replace(LEG, status=status, origin=origin, destination=goal)
        pieces = leg_pieces(leg, {"tallinn": "Reval"})
        assert "".join(piece.text for piece in pieces) == leg_sentence(leg, {"tallinn": "Reval"})
        assert all(piece.text for piece in pieces)
        shown = [piece.text for piece in pieces if piece.is_name]
        assert shown[0] == "The pilot boat Sula"
        assert "Tallinn" not in shown
        assert {"  ", " ,", " ;"}.isdisjoint(leg_sentence(leg)[i : i + 2] for i in range(90))


def test_what_is_reported_to_be_over_is_not_expected() -> None:
    story = stories.train()
    over = Evidence(reason="happened: “arrived”", span=None)
    reported = drawn(with_leg(story, status=LegStatus.REPORTED, evidence=(over,)))
    assert named(reported, "Vladivostok").second == "reportedly reached Tuesday or Wednesday"
    going = drawn(with_leg(story, status=LegStatus.REPORTED, evidence=()))
    assert named(going, "Vladivostok").second == "expected Tuesday or Wednesday"
