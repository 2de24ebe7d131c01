"""Sentences of our own in which the same words are a place here and none there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Sense, Source, ToponymKind
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
        ("The minister flew from Nairobi to Addis Ababa on Friday.", ["Nairobi", "Addis Ababa"]),
        ("She moved from Reading to Bath last year.", ["Reading", "Bath"]),
        ("Nice people live in Nice.", ["Nice", "Nice"]),
        (
            "They fly from Anchorage over the North Pole to Oslo.",
            ["Anchorage", "North Pole", "Oslo"],
        ),
        ("The buoy crossed the equator.", ["equator"]),
        ("A vote of Dublin City Council in Ohio failed.", ["Dublin", "Ohio"]),
        ("A vote of the Kansas City Council failed.", ["Kansas City"]),
        ("Snow fell in the Argentine Andes.", ["Argentine", "Andes"]),
        ("Loggers entered the Brazilian Amazon.", ["Brazilian", "Amazon"]),
        ("Troops from S. Korea arrived in Busan.", ["S. Korea", "Busan"]),
        ("Tankers passed through the Gulf to Doha.", ["Gulf", "Doha"]),
        ("They camped north of the Arctic Circle.", ["Arctic Circle"]),
        ("He ran a line of equator stamps.", []),
        ("Fire crews from North Pole, Alaska, came.", ["North Pole", "Alaska"]),
        ("In Kherson, 40 km from the sea, a bridge fell.", ["Kherson"]),
        ("They came from Santa Rosa, 55 miles away.", ["Santa Rosa"]),
        ("The relief lorries went to Addis Ababa, 1,270 kilometers away.", ["Addis Ababa"]),
        ("Split is a port, and they split the bill in Split.", ["Split", "Split"]),
        ("Hamilton lies 60 km from Toronto.", ["Hamilton", "Toronto"]),
        ("The ferry left Dover for Calais on Monday.", ["Dover", "Calais"]),
        ("The bus set out for Hull.", ["Hull"]),
        ("Parker is a small town in Arizona.", ["Parker", "Arizona"]),
        ("Bath is located west of London.", ["Bath", "London"]),
        ("Kelly lies in bed.", []),
        ("Hamilton was 20 miles from home when he fell.", []),
        ("Murphy is a city boy.", []),
        ("A phone was found near Mobile, Alabama.", ["Mobile", "Alabama"]),
        ("A fire broke out in Paris, Texas, on Sunday.", ["Paris", "Texas"]),
        ("ATHENS, Ga. — The council met on Tuesday.", ["ATHENS", "Ga."]),
        ("SEOUL, South Korea (AP) — Talks broke down.", ["SEOUL", "South Korea"]),
        ("TORRINGTON — The council met on Tuesday.", ["TORRINGTON"]),
        ("The Russia-North Korea talks ended early.", ["Russia", "North Korea"]),
        ("Planes were sent to Dallas/Fort Worth in fog.", ["Dallas", "Fort Worth"]),
        ("A U.S.-led coalition struck eastern Syria.", ["U.S.", "Syria"]),
        ("Pyongyang’s harbour was quiet.", ["Pyongyang"]),
        (
            "He lives in St. John’s, Newfoundland, and works in Winston-Salem, N.C.",
            ["St. John’s", "Newfoundland", "Winston-Salem", "N.C."],
        ),
        (
            "The storm hit Port-au-Prince, Santo Domingo and Kingston.",
            ["Port-au-Prince", "Santo Domingo", "Kingston"],
        ),
        ("West Virginia and South Dakota voted first.", ["West Virginia", "South Dakota"]),
        ("Bolivia, Peru and Chile met in La Paz.", ["Bolivia", "Peru", "Chile", "La Paz"]),
        ("They sailed from Vienna to the Black Sea.", ["Vienna", "Black Sea"]),
        ("The ship left Valparaíso\xa0for Callao.", ["Valparaíso", "Callao"]),
        (
            "The team flew to S\u00e3o Paulo and Valparai\u0301so.",
            ["S\u00e3o Paulo", "Valparai\u0301so"],
        ),
        ("The road from Kharkiv\u200b to Poltava is open.", ["Kharkiv\u200b", "Poltava"]),
        ("Sri Lankan voters agree, say analysts in Sri Lanka.", ["Sri Lankan", "Sri Lanka"]),
        ("Chile’s foreign minister flew to Lima.", ["Chile", "Lima"]),
    ],
)
def test_places_are_found(text: str, expected: list[str], services: Services) -> None:
    assert words(text, services) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paris Hilton arrived in Lisbon with her dog.", ["Lisbon"]),
        ("Michael Jordan opened a school. Jordan said he was proud of it.", []),
        ("King Abdullah of Jordan met reporters in Amman.", ["Jordan", "Amman"]),
        ("Brigadier General Chad Ryder said that nothing had changed.", []),
        ("Ali Amman, 34, of Zarqa, was fined.", ["Zarqa"]),
        ("John Lagos, 34, of Lagos, Nigeria, was fined.", ["Lagos", "Nigeria"]),
        ("Georgia Smith and Austin Brown met Vladimir Putin in Sochi.", ["Sochi"]),
        ("Boris Johnson visited Kyiv. Johnson praised the troops.", ["Kyiv"]),
        ("In March, Victoria Jones flew to Sydney.", ["Sydney"]),
        ("J. Paris and George W. London spoke in Oslo.", ["Oslo"]),
        ("Dr. Florence Nairobi works in Mombasa.", ["Mombasa"]),
        ("Prime Minister Anna Lund met Karl van der Berlin in Vienna.", ["Vienna"]),
    ],
)
def test_people_are_no_places(text: str, expected: list[str], services: Services) -> None:
    assert words(text, services) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reading is good for children, and a nice bath helps them sleep.",
        "In May, April and June played in August.",
        "Amazon Prime raised its price again.",
        "Police and Hospital staff of the Central Bank were told on Friday.",
        "He eats turkey from china plates.",
        "The split was seen on mobile phones, of course.",
        "",
    ],
)
def test_words_that_are_no_places(text: str, services: Services) -> None:
    assert words(text or "Nothing.", services) == []


def test_capitals_do_not_count_where_there_are_none(services: Services) -> None:
    text = "the president flew from ankara to baku and then to tbilisi after a long meeting there"
    assert words(text, services) == ["ankara", "baku", "tbilisi"]


def test_all_capitals_are_read_with_care(services: Services) -> None:
    assert words("FLOODS CUT OFF MANY TOWNS IN ITALY THIS WEEK", services) == ["ITALY"]


def test_streets_and_rivers_are_kept_whole(services: Services) -> None:
    text = "He left Darby Street for the Wexhill River and then Lake Grenbury."
    assert words(text, services) == ["Darby Street", "Wexhill River", "Lake Grenbury"]


def test_the_container_is_noted(services: Services) -> None:
    toponyms = found("A fire broke out in Paris, Texas. Peru, Chile and Bolivia met.", services)
    assert [toponym.container for toponym in toponyms] == ["Texas", "", "", "", ""]


@pytest.mark.parametrize(
    ("text", "name", "sense"),
    [
        ("Moscow said it would respond.", "Moscow", Sense.ASSOCIATIVE),
        ("Ministers then flew to Brussels.", "Brussels", Sense.LITERAL),
        ("She appealed to Brussels for aid.", "Brussels", Sense.ASSOCIATIVE),
        ("Moscow is wasting shells.", "Moscow", Sense.ASSOCIATIVE),
        ("Snow fell in Moscow.", "Moscow", Sense.LITERAL),
        ("The Kremlin denied the report.", "Kremlin", Sense.ASSOCIATIVE),
        ("Tourists queued outside the Kremlin.", "Kremlin", Sense.LITERAL),
        ("The Pentagon’s spokesman spoke.", "Pentagon", Sense.ASSOCIATIVE),
        ("Envoys warned Pyongyang against it.", "Pyongyang", Sense.ASSOCIATIVE),
        ("Washington fears a war.", "Washington", Sense.ASSOCIATIVE),
        ("The Washington Post wrote about it.", "Washington", Sense.ASSOCIATIVE),
        ("Students of the University of Toronto sang.", "Toronto", Sense.ASSOCIATIVE),
        ("A match between Santiago Wanderers and others was called off.", "Santiago",
         Sense.ASSOCIATIVE),
        ("They said that Liverpool beat Leeds.", "Liverpool", Sense.ASSOCIATIVE),
        ("Seoul striker Kim scored twice.", "Seoul", Sense.ASSOCIATIVE),
        ("China’s army marched.", "China", Sense.ASSOCIATIVE),
        ("China’s longest river rose.", "China", Sense.LITERAL),
        ("US officials met the press.", "US", Sense.ASSOCIATIVE),
        ("A Chinese-made drone fell.", "China", Sense.ASSOCIATIVE),
    ],
)  # fmt: skip
def test_senses(text: str, name: str, sense: Sense, services: Services) -> None:
    toponym = next(each for each in found(text, services) if each.name == name)
    assert toponym.sense is sense
    assert toponym.reason


def test_demonyms_are_tied_to_their_place(services: Services) -> None:
    toponyms = found("Muscovites, South Koreans and a Peruvian woman cheered.", services)
    assert [toponym.name for toponym in toponyms] == ["Moscow", "South Korea", "Peru"]
    assert {toponym.kind for toponym in toponyms} == {ToponymKind.DEMONYM}
    assert {toponym.sense for toponym in toponyms} == {Sense.ASSOCIATIVE}


def test_a_language_is_no_demonym(services: Services) -> None:
    assert words("She speaks English and was answered in French.", services) == []


def test_ids_follow_the_text(services: Services) -> None:
    toponyms = found("From Oslo to Bergen, then to Oslo.", services)
    assert [toponym.id for toponym in toponyms] == ["t1", "t2", "t3"]


def test_the_story_alone_is_searched(train: str, services: Services) -> None:
    toponyms = found(train, services)
    assert not {"London", "Oxford", "Kazakhstan", "Astana"} & {each.name for each in toponyms}
    by_name = {each.name: each for each in toponyms}
    assert by_name["Vladivostok"].sense is Sense.LITERAL
    assert by_name["Kremlin"].sense is Sense.ASSOCIATIVE
    assert by_name["Pentagon"].sense is Sense.ASSOCIATIVE
    assert "the Russia–North Korea border" in {each.span.text for each in toponyms}
    assert "the North Korean capital" in {each.span.text for each in toponyms}
