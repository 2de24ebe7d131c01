"""Stories of our own in which words beside a name say which of its bearers is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.read import read_text
from geo.resolve import resolve
from tests.named import places_named

if TYPE_CHECKING:
    from geo.contracts import Geocode
    from geo.pipeline import Services


def geocodes(text: str, services: Services) -> tuple[Geocode, ...]:
    article, _ = read_text(Source(text=text), services.settings)
    toponyms = places_named(article, services)
    return resolve(article, toponyms, services.gazetteer, services.boundaries)[0]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Fighting went on in the Donetsk region. A drone fell 55 km north of Donetsk.",
            ["ADM1", "PPL"],
        ),
        ("The state of New York sued. Shops in New York closed.", ["ADM1", "PPL"]),
        ("Police in Lagos said Lagos state would pay.", ["PPL", "ADM1"]),
        ("Voters in Georgia, the US state, queued.", ["ADM1", "PCLI"]),
        ("Snow fell in the Montreal region.", ["PPL"]),
        ("Snow fell in the county of Pest.", ["ADM1"]),
    ],
)
def test_words_for_a_region_tell_it_from_its_city(
    text: str, codes: list[str], services: Services
) -> None:
    found = [each.place.feature_code for each in geocodes(text, services) if each.place]
    assert found == codes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A ferry sank on the Niger river.", "Niger River"),
        ("The Suez canal was shut.", "Suez Canal"),
        ("The Kabul river rose.", "Kabul River"),
        ("The Windhoek river rose.", None),
        ("They swam across the Niger, and rested.", "Niger River"),
        ("A barge sank in the Tana.", "Tana River"),
        ("Tana, Kenya's longest river, burst its banks.", "Tana River"),
        ("Tana, a capital near no river, lay still.", "Antananarivo"),
        ("They drove across the Gambia.", "Gambia"),
        ("Snow lay in the Niger basin.", "Niger River"),
    ],
)
def test_a_river_is_no_town(text: str, name: str | None, services: Services) -> None:
    place = geocodes(text, services)[0].place
    assert (place.name if place else None) == name


def test_one_small_region_does_not_pull_the_world_into_it(services: Services) -> None:
    text = (
        "Toyota will cut output in Georgetown, Kentucky, and at a plant in Cologne. Shares fell in "
        "Frankfurt, Warsaw and London. Traders in Shanghai, Seoul and Bordeaux waited. The Cowboys "
        "will play in Philadelphia, then in Amman."
    )
    countries = [each.place.country_code for each in geocodes(text, services) if each.place]
    assert countries == ["US", "US", "DE", "DE", "PL", "GB", "CN", "KR", "FR", "US", "JO"]


@pytest.mark.parametrize(
    "text", ["Washington and Brussels welcomed the truce.", "Washington said no to Iran."]
)
def test_a_government_speaks_from_its_capital(text: str, services: Services) -> None:
    first = geocodes(text, services)[0]
    assert first.place is not None
    assert first.place.admin1 == "District of Columbia"
    assert first.probability > 0.8


def test_a_state_is_meant_where_its_towns_are_named(services: Services) -> None:
    first = geocodes("Washington passed a law in Olympia, near Seattle.", services)[0]
    assert first.place is not None
    assert first.place.feature_code == "ADM1"


def test_the_mouth_of_a_river_is_in_no_town_of_its_name(services: Services) -> None:
    found = geocodes("Boats sank at the mouth of the Dnipro.", services)[0].place
    assert found is not None
    assert (found.name, found.feature_class) == ("Dnieper", "H")


@pytest.mark.parametrize(
    ("text", "index", "code"),
    [
        ("Storms hit Alabama, Georgia and Florida on Friday.", 1, "US"),
        ("Voters in Arizona, Georgia and Nevada will decide.", 1, "US"),
        ("Georgia Gov. Ann Hill closed the schools.", 0, "US"),
        ("Floods in Georgia and Armenia killed two.", 0, "GE"),
        ("Russia and Georgia spoke about Abkhazia.", 1, "GE"),
    ],
)
def test_a_state_among_states_is_no_country(
    text: str, index: int, code: str, services: Services
) -> None:
    found = geocodes(text, services)[index].place
    assert found is not None
    assert (found.name, found.country_code) == ("Georgia", code)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Stanley, the islands' capital, is far from Leeds. The Falkland Islands vote.", "FK"),
        ("San Jose, the capital, is far from Fresno and Oakland in California.", "CR"),
        ("Ships left Victoria, the capital of British Columbia, on Monday.", "CA"),
        ("Ships left Victoria, capital of the Seychelles, on Monday.", "SC"),
    ],
)
def test_what_is_called_a_capital_is_the_capital_of_what_is_named(
    text: str, country: str, services: Services
) -> None:
    found = geocodes(text, services)[0].place
    assert found is not None
    assert found.country_code == country


@pytest.mark.parametrize(
    ("text", "country", "lon", "lat"),
    [
        ("Researchers at Ny-Ålesund counted reindeer.", "SJ", 11.9, 78.9),
        ("The island of Kastellorizo has one school.", "GR", 29.6, 36.15),
        ("The island of Taveuni lost power.", "FJ", -180.0, -16.85),
        ("Ferries to the island of Mafia stopped.", "TZ", 39.75, -7.85),
        ("Boats from Mafia island were late.", "TZ", 39.75, -7.85),
        ("Yachts crossed the Atlantic.", "", -30.0, 20.0),
    ],
)
def test_islands_and_polar_places_are_where_they_are(
    text: str, country: str, lon: float, lat: float, services: Services
) -> None:
    place = geocodes(text, services)[0].place
    assert place is not None
    assert place.country_code == country
    assert (place.lon, place.lat) == pytest.approx((lon, lat), abs=0.1)
