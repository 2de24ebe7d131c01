from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Span
from geo.text.document import cut_sentence
from geo.text.name_words import words_of

if TYPE_CHECKING:
    from geo.contracts.name_words import Sentence


def sentence(text: str) -> Sentence:
    return words_of(cut_sentence(Span(start=7, end=7 + len(text), text=text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pyongyang’s port", ["Pyongyang", "port"]),
        ("U.S.-led", ["U.S.", "led"]),
        ("W.Va. and D.C", ["W.Va.", "and", "D.C"]),
        ("St. Louis", ["St.", "Louis"]),
        ("Athens, Ga. fell", ["Athens", "Ga.", "fell"]),
        ("J. Ortiz ended.", ["J.", "Ortiz", "ended"]),
        ("N’Djamena, O'Brien", ["N’Djamena", "O'Brien"]),
        ("Winston-Salem", ["Winston", "Salem"]),
        ("par\u200bis _Rome_", ["paris", "Rome"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [token.text for token in sentence(text).tokens] == words


def test_offsets_are_those_of_the_text() -> None:
    first, second = sentence("Rome’s  walls").tokens
    assert (first.start, first.end, first.whole_end) == (7, 11, 13)
    assert first.is_possessive
    assert (second.start, second.gap, second.is_joined) == (15, "  ", True)


@pytest.mark.parametrize(
    ("text", "is_shouted", "is_titled"),
    [
        ("FLOODS CUT OFF MANY TOWNS", True, False),
        ("Floods Block Many Mountain Roads", False, True),
        ("Floods block many mountain roads", False, False),
        ("UN aid", False, False),
    ],
)
def test_how_capitals_are_to_be_read(text: str, is_shouted: bool, is_titled: bool) -> None:  # noqa: FBT001
    found = sentence(text)
    assert (found.is_shouted, found.is_titled) == (is_shouted, is_titled)
