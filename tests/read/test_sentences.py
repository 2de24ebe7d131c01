"""Sentences end where they should: at stops, and where careless writing or lost lines have none."""

from __future__ import annotations

from time import perf_counter

import pytest

from geo.contracts import Span
from geo.read.gaps import gaps_of
from geo.read.sentences import split_sentences

PARTED = [
    # Small letters behind a stop, as letters and comments have them.
    "we drove to the lake on friday. | it was cold and nobody swam. | will you come next time?",
    # What belongs to the sentence before: a note's number, a face.
    "The bridge was opened in 1911. [3] | It was widened after the war. [4] | It still stands.",
    "I loved the old tram so much. :) | We took it twice.",
    # Units and words that are no abbreviations where a name comes next.
    "The ferry made 17 km/h. | Off Bergen it stopped.",
]
WHOLE = [
    # Datelines, initials, hours and months stay with what follows.
    '"An hour to pack": Families leave the island',
    "HAVRE, Mont. - A train with 61 people aboard stopped on Tuesday.",
    "MINOT, N.D. — A bus was held at the bridge.",
    "KIGALI, March 3 (Lake Wire) - Five buses crossed the border on Sunday.",
    "The officer, K. Hmar, drove to Imphal at 6 a.m. Wednesday with two men.",
    "He sailed from St. Helena on Jan. 5 with Capt. Roy Mills.",
    "KUALA LUMPUR: The ringgit rose on Monday.",
    "LA RESTINGA, El Hierro, Sept 30 - Three boats came in.",
    "Copper train from Zambia rolls into Dar es Salaam a day early",
    # Names with capitals, lists behind a colon, and names set before what is said of them.
    "A second lorry left Bengaluru by sea on Friday for Port Louis.",
    "The country borders six others: Tanzania, Malawi, Zambia, Zimbabwe and South Africa.",
    "Herat, Afghanistan's third city, lies 65 miles from the border.",
    "On Friday I took the bus to Potosi with The New York Times under my arm.",
    "It is 40 km from the port, i.e. an hour by bus, as the map says.",
]


def parted(text: str) -> list[str]:
    return [one.text for one in split_sentences(Span(start=0, end=len(text), text=text))]


@pytest.mark.parametrize("marked", PARTED)
def test_sentences_end_where_signs_say_so(marked: str) -> None:
    wanted = marked.split(" | ")
    assert parted(" ".join(wanted)) == wanted


@pytest.mark.parametrize("text", WHOLE)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert parted(text) == [text]


def test_every_character_is_in_one_sentence_in_order() -> None:
    text = " ".join(PARTED + WHOLE)
    assert "".join(parted(text)).replace(" ", "") == text.replace(" ", "")


def test_gaps_that_rules_judge_have_no_signs() -> None:
    first, second = gaps_of("The boat sank. Nobody died. no more is known")
    assert (first.ends, first.signs) == (True, ())
    assert second.ends is None
    assert "mark . a" in second.signs


def test_a_blank_line_ends_a_sentence() -> None:
    assert parted("Two boats\n\nleft at noon") == ["Two boats", "left at noon"]


@pytest.mark.parametrize("unit", ["Word ", "a.", ". ", "((“", "x", "...[", "A. "])
def test_the_time_grows_with_the_length(unit: str) -> None:
    begun = perf_counter()
    parts = parted(unit * (100_000 // len(unit)))
    assert max(map(len, parts)) <= 4_000
    assert perf_counter() - begun < 20


def test_a_line_that_lost_its_stop_still_ends_behind_a_departure() -> None:
    text = "The police said that they left\nThe next day she came home."
    assert parted(text) == ["The police said that they left", "The next day she came home."]


@pytest.mark.parametrize(
    "text",
    [
        "The ship left Hull bound for Cork.",
        "A tanker left Cork on Monday with oil.",
        "They reached Split in the dark.",
    ],
)
def test_a_town_whose_name_is_a_word_begins_no_sentence_behind_a_departure(text: str) -> None:
    assert parted(text) == [text]
