"""Sentences of our own in which a word beside a name tells whether it is a town’s."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.toponyms.test_kinds_of_fault import found

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("MARY, Turkmenistan, May 3 - A bridge fell. Nobody in Mary was hurt.", "Mary", 1),
        ("The bus left Bar, Montenegro, at noon. A van followed it from Bar.", "Bar", 2),
        ("Two left Lombard, Illinois, at noon. A nurse was hurt in Lombard.", "Lombard", 2),
        ("Bar, in southern Montenegro, was dry. A van came from Bar.", "Bar", 2),
        ("Mary, in Turkmenistan, was dry.", "Mary", 1),
    ],
)
def test_a_common_word_is_a_town_once_its_land_is_told(
    text: str, name: str, times: int, services: Services
) -> None:
    assert [each.span.text for each in found(text, services)].count(name) == times


def test_a_people_s_word_before_a_list_of_lands_is_still_a_people_s(services: Services) -> None:
    names = found("The Lombard, French and Swiss teams left for Milan.", services)
    assert {each.name for each in names} >= {"Lombardy", "France"}


@pytest.mark.parametrize(
    "text",
    [
        "MARY, Turkmenistan, May 3 - A bridge fell. Mary Lund was hurt in Mary Street.",
        "The old man prayed to Mary.",
        "Mary, in London, was ill.",
        "The Rotterdam docked in Hamburg, and Mary left.",
    ],
)
def test_elsewhere_it_is_none(text: str, services: Services) -> None:
    assert "Mary" not in {each.span.text for each in found(text, services)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A skipper from Darwin warned of the swell.", "Darwin"),
        ("One, a 26-year-old welder from Split, was hurt.", "Split"),
        ("A tug from Picton will bring her in.", "Picton"),
        ("She was moved by bus to Bath and treated there.", "Bath"),
    ],
)
def test_a_town_where_somebody_is_from_or_is_brought(
    text: str, name: str, services: Services
) -> None:
    assert name in {each.span.text for each in found(text, services)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Volunteers of Sredny Pari walked to the coast.", "Pari"),
        ("A spokeswoman for Carrefour declined to comment.", "Carrefour"),
        ("He bought a striker from Chelsea.", "Chelsea"),
        ('"I only heard the bang," said Noma. Noma had moved out in May.', "Noma"),
    ],
)
def test_a_part_of_a_name_a_firm_and_a_speaker_are_no_towns(
    text: str, name: str, services: Services
) -> None:
    assert name not in {each.span.text for each in found(text, services)}


@pytest.mark.parametrize(
    "text",
    [
        "The Wellington sailed back to port with a broken rudder.",
        "At dawn the Wellington left Lyttelton.",
    ],
)
def test_what_has_an_article_and_acts_is_a_ship(text: str, services: Services) -> None:
    assert "Wellington" not in {each.span.text for each in found(text, services)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("After the rain the Pelotas burst its banks.", "Pelotas"),
        ('"We shall not yield," said Moscow.', "Moscow"),
        ("A spokesman for Kenya agreed.", "Kenya"),
        ("A spokesman for Houston declined to comment.", "Houston"),
    ],
)
def test_governments_and_great_cities_speak(text: str, name: str, services: Services) -> None:
    assert name in {each.span.text for each in found(text, services)}


def test_a_name_of_somebody_is_no_land_that_is_told(services: Services) -> None:
    text = "“He brought us far.” Since, Johnson said he has been ill. Since then he has gone home."
    assert "Since" not in {each.span.text for each in found(text, services)}
