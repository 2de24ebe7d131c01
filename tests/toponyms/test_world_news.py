"""Sentences of our own from around the world: small places found, and things that are no places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Sense, Source
from geo.read import read_text
from tests.named import places_named

if TYPE_CHECKING:
    from geo.contracts import Toponym
    from geo.pipeline import Services


def found(text: str, services: Services) -> tuple[Toponym, ...]:
    article, _ = read_text(Source(text=text), services.settings)
    return places_named(article, services)


def words(text: str, services: Services) -> list[str]:
    return [toponym.span.text for toponym in found(text, services)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Researchers at Ny-Ålesund counted reindeer.", ["Ny-Ålesund"]),
        ("Nobody in Zzyx-Ålesund answered.", []),
        ("The bus to Ålesund-Zzyx was late.", []),
        ("He left Saint-Quentin-en-Zzyx on foot.", []),
        ("He left Zzyx-sur-Paris on foot.", []),
        ("The Vienna-Bratislava ferry runs daily.", ["Vienna", "Bratislava"]),
        ("The New York-New Jersey tunnel was shut.", ["New York", "New Jersey"]),
        ("A Polish-Ukraine road was shut.", ["Polish", "Ukraine"]),
        ("Anti-Iran slogans and ex-Liverpool players.", ["Iran", "Liverpool"]),
        ("The Lagos-to-Accra bus was late.", ["Lagos", "Accra"]),
        ("The firm is Geneva-based, the rally pro-Serbia.", ["Geneva", "Serbia"]),
    ],
)
def test_a_hyphened_name_is_cut_only_where_both_halves_stand_for_themselves(
    text: str, expected: list[str], services: Services
) -> None:
    assert words(text, services) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TERA, Niger, March 3 (Sahel Wire) — Rain fell on Tuesday.", "TERA"),
        ("Stanley, the islands' capital, is small.", "Stanley"),
        ("Dori, capital of the north, is quiet.", "Dori"),
        ("The island of Kastellorizo has one school.", "Kastellorizo"),
        ("Lesbos, where many boats landed, was calm.", "Lesbos"),
        ("Some families went to Eureka, 100 miles away on the coast.", "Eureka"),
        ("A barge hit Izmail, a Danube port, in the fog.", "Izmail"),
        ("A cutter from Apia towed them in.", "Apia"),
        ("The island of Taveuni lost power.", "Taveuni"),
        ("The village of Zzyxova was cut off.", "Zzyxova"),
        ("The town of Zzyx Qwertova was cut off.", "Zzyx Qwertova"),
        ("They fled to Gori, about 30 km to the south.", "Gori"),
        ("Fires burned in the Amazon.", "Amazon"),
        ("Lanzarote closed its schools.", "Lanzarote"),
        ("Jets struck Baalbek overnight.", "Baalbek"),
        ("They left for Sidon on foot.", "Sidon"),
        ("Villagers on Tanna lit fires.", "Tanna"),
        ("Nuku’alofa was spared.", "Nuku’alofa"),
        ("Rain flooded Mopti, the main river port.", "Mopti"),
    ],
)
def test_small_places_are_found_by_the_words_around_them(
    text: str, expected: str, services: Services
) -> None:
    assert expected in words(text, services)


@pytest.mark.parametrize(
    "text",
    [
        "The army tested the Hwasong intercontinental ballistic missile.",
        "The frigate Sheffield put to sea.",
        "HMS Lancaster and the tanker Suez Pride collided.",
        "Hurricane Florence made landfall, and Florence was weakening.",
        "Operation Cedar Falls went on for weeks.",
        "The poster was set in a Berlin Sans font.",
        "She drove a Hyundai Santa Fe and a Chevrolet Tahoe.",
        "A Virginia-class submarine surfaced.",
        "Nurses treated two cases of the Marburg virus.",
        "The village of Germans was a joke.",
        "Amazon said that sales rose.",
        "A ballistic missile named Sarmat flew.",
        "Lowman, a village doctor, spoke.",
        "Crouch, whose dog ran off, spoke.",
        "Swift, a singer of note and of means, spoke.",
        "Iga Halloran sang at night.",
        "The Bank of England held rates.",
    ],
)
def test_ships_storms_weapons_and_goods_are_no_places(text: str, services: Services) -> None:
    assert [each for each in found(text, services) if each.sense is Sense.LITERAL] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Storm Lake, Iowa, has a school.", ["Storm Lake", "Iowa"]),
        ("A Kyiv missile strike was denied.", ["Kyiv"]),
        ("The Iran-made ballistic missile hit Erbil.", ["Iran", "Erbil"]),
        ("A Norwegian missile flew.", ["Norwegian"]),
        ("The ship Greece seized was empty.", ["Greece"]),
        ("A drone plant and a tank from Iran were shown.", ["Iran"]),
        ("The Hyundai Alabama plant closed.", ["Alabama"]),
        ("Hurricane Florence passed, and shops in Florence reopened.", ["Florence"]),
    ],
)
def test_places_beside_things_stay(text: str, expected: list[str], services: Services) -> None:
    assert words(text, services) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("London stands with Kyiv.", "aa"),
        ("Bolivia, Peru and Chile signed a treaty.", "aaa"),
        ("Washington and Brussels welcomed the truce.", "aa"),
        ("Poland has closed its consulate.", "a"),
        ("Talks with Moscow and Kyiv went on.", "aa"),
        ("Ministers in Chile and Peru said so.", "ll"),
        ("Bolivia, Peru and Chile are neighbours.", "lll"),
        ("Floods cut roads near Lahore, Islamabad said.", "la"),
        ("Morocco will face Senegal in Rabat.", "aal"),
        ("Germany lost to Japan, and Egypt play Cameroon.", "aaaa"),
        ("India won the toss in Kandy.", "al"),
        ("Kenya lost 400 hectares of forest.", "l"),
        ("Ukraine struck a depot, and Malawi was struck by drought.", "al"),
        ("Trains between London and Brussels said nothing.", "ll"),
    ],
)
def test_all_of_a_list_do_what_the_verb_says(text: str, expected: str, services: Services) -> None:
    assert "".join(each.sense.value[0] for each in found(text, services)) == expected
