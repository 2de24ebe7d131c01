"""The tool that fits what judges by what journeys go: on patterns and stories of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode, Span
from geo.journeys.mode_signs import MODES
from tools.fit_modes import Lesson, fit, lessons, told

if TYPE_CHECKING:
    from geo.pipeline import Services

SHIP = Span(start=0, end=4, text="ship")


def lesson(mode: Mode, right: Mode) -> Lesson:
    """Make a journey of whose ways one has a word of the story, and that went so or not."""
    return Lesson(
        signs={one: {"a word": SHIP} if one is mode else {"no word": None} for one in MODES},
        right=right,
    )


def test_only_journeys_that_do_not_say_their_way_teach(services: Services) -> None:
    text = "Ana Bek flew from Lima to Quito on Monday. Ivo Bek left Callao for Ica on Sunday."
    journeys = [
        {"traveller": "Ana Bek", "origin": "Lima", "destination": "Quito", "mode": "air"},
        {"traveller": "Ivo Bek", "origin": "Callao", "destination": "Ica", "mode": "road"},
    ]
    (found,) = lessons({"text": text, "journeys": journeys}, services)
    assert found.right is Mode.ROAD
    assert "verb leave" not in found.signs[Mode.ROAD]
    assert "road: verb leave" in found.signs[Mode.ROAD]


def test_what_tells_of_a_way_speaks_for_it() -> None:
    taught = [lesson(Mode.SEA, Mode.SEA), lesson(Mode.AIR, Mode.AIR)] * 10
    table = fit(taught)
    assert table["signs"]["a word"] > 0 > table["signs"]["no word"]
    assert told(taught, table).startswith("20 of 20 journeys get a way: 20 the right one, 0 ")


def test_wrong_ways_and_vain_ones_are_counted_apart() -> None:
    table = {"sentences": 8, "any draft": -1.0, "signs": {"a word": 3.0}}
    rows = [lesson(Mode.SEA, one) for one in (Mode.SEA, Mode.RAIL, Mode.UNKNOWN)]
    assert told(rows, table) == (
        "3 of 3 journeys get a way: 1 the right one, 1 another, 1 where the answer has none"
    )
