"""The land that a story is told in, by its own words, tells a town from a famous namesake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.lexicon.lands import lands_in
from geo.resolve.lands import lands_of
from tests.resolve.test_placing import geocode

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("A sheriff's deputy stopped a car in Paris; the grand jury meets today.", "Paris", "US"),
        ("The eighth-graders of Athens rang the school board at 555-0143.", "Athens", "US"),
        ("The RCMP and Canadian Press looked for the boat near London.", "London", "CA"),
        ("The Crown Court in Boston heard that council tax was due.", "Boston", "GB"),
        # Names of counties say as much as words.
        ("Crews came to Paris from Henry, Gibson and Carroll counties.", "Paris", "US"),
        # What every land has says nothing, nor does one word for a famous name.
        ("The mayor of Paris opened a school.", "Paris", "FR"),
        ("The mayor of Athens met the sheriff.", "Athens", "GR"),
        ("The Sheriff's Office bought the film that was shot in Tokyo.", "Tokyo", "JP"),
    ],
)
def test_words_of_a_land_tell_which_town_is_meant(
    text: str, words: str, country: str, services: Services
) -> None:
    place = geocode(text, words, services).place
    assert place is not None
    assert place.country_code == country


def test_words_of_one_row_count_once_and_a_longer_word_is_another() -> None:
    once = lands_in("The felony was proved.")
    assert once
    assert lands_in("A felony and a misdemeanor, said the grand jury: a felony.") == once
    assert lands_in("Unarraigned felonyhood.") == {}


@pytest.mark.parametrize(
    ("text", "is_american"),
    [
        ("Call 555-0143 or (212) 555-0143.", True),
        ("Call 212-555-0143.", True),
        ("From 2019-2020 it cost 1555-0143.", False),
        ("Ring 020 7946 0018.", False),
    ],
)
def test_a_telephone_number_is_of_a_land(text: str, *, is_american: bool) -> None:
    assert bool(lands_of(text)) == is_american
