"""Lines of stills: they fit, lose nothing, and break where people break them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.maps.spec.model import Phrase
from geo.maps.style.text_metrics import Face, text_width
from geo.maps.svg.paragraph import runs_to_left, set_phrases, set_text, set_title

FACE = Face(size=14)


@given(st.text(max_size=300), st.floats(min_value=40, max_value=400))
@example("0000000\u00a0I", 71.0)
def test_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    made = set_text(text, FACE, width, leading=19)
    joined = "".join(made.text[start:end] for start, end in made.lines)
    assert joined == made.text
    for line in made.set_lines:
        # A single letter may be wider than a line; nothing else is.
        assert text_width(line, FACE) <= width or len(line) <= 8


@given(st.text(min_size=1, max_size=200), st.integers(min_value=1, max_value=3))
def test_what_has_no_room_ends_in_an_ellipsis(text: str, most: int) -> None:
    made = set_text(text, FACE, 120, leading=19, most=most)
    assert len(made.lines) <= most
    if made.cut:
        assert made.set_lines[-1].endswith("…")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It is 1,180 km by rail and 733 mi by road", ("1,180 km", "733 mi")),
        ("It takes 18.3 h at 60 km/h with a stop", ("18.3 h", "60 km/h")),
        ("A part of it is 7 % less than before", ("7 %",)),
        ("Railway: © OpenStreetMap contributors", ("© OpenStreetMap",)),
    ],
)
def test_a_figure_stays_with_its_unit(text: str, kept: tuple[str, ...]) -> None:
    for width in range(60, 300, 7):
        lines = [
            line.replace("\u00a0", " ")
            for line in set_text(text, FACE, width, leading=19).set_lines
        ]
        for words in kept:
            if text_width(words, FACE) < width:
                assert any(words in line for line in lines), (width, lines)


def test_lines_of_a_title_are_about_as_long_as_each_other() -> None:
    made = set_title("Kim’s armoured train heads for Russia", (27.0,), 430, most=3)
    widths = [text_width(line, made.face) for line in made.set_lines]
    assert len(widths) == 2
    assert min(widths) > 0.7 * max(widths)


def test_a_long_title_is_set_smaller() -> None:
    sizes = (27.0, 20.0)
    assert set_title("Short", sizes, 400, most=2).face.size == 27
    assert set_title("A much longer title " * 3, sizes, 400, most=2).face.size == 20


def test_strong_phrases_stay_where_they_are() -> None:
    phrases = (Phrase(text="2 of 3", strong=True), Phrase(text=" figures hold. None more."))
    made = set_phrases(phrases, FACE, 90, leading=19)
    drawn = made.draw(0, 0, {"quiet": "#000000"})
    assert drawn.count("<tspan") == 1
    assert '<tspan font-weight="600">2 of 3</tspan>' in drawn


@pytest.mark.parametrize(
    ("text", "to_left"),
    [("Train", False), ("“القطار” left", True), ("12 הרכבת", True), ("평양", False), ("12", False)],
)
def test_the_first_letter_gives_the_direction(text: str, to_left: bool) -> None:  # noqa: FBT001 - a test's table
    assert runs_to_left(text) is to_left
    drawn = set_text(text, FACE, 200, leading=19).draw(10, 0, {"ink": "#000000"})
    assert ('text-anchor="end"' in drawn) is to_left


def test_no_line_begins_with_a_stop() -> None:
    made = set_text("列車は平壌を出発した。「次の駅」、", FACE, 60, leading=19)
    assert not [line for line in made.set_lines if line[0] in "。」、"]
