"""Stories of our own in which one name means one place or another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source, ToponymKind
from geo.read import read_text
from geo.resolve import resolve
from tests.named import places_named

if TYPE_CHECKING:
    from geo.contracts import Geocode, Problem, Toponym
    from geo.pipeline import Services


def placed(
    text: str, services: Services
) -> tuple[tuple[Toponym, ...], tuple[Geocode, ...], tuple[Problem, ...]]:
    article, _ = read_text(Source(text=text), services.settings)
    toponyms = places_named(article, services)
    geocodes, problems = resolve(article, toponyms, services.gazetteer, services.boundaries)
    return toponyms, geocodes, problems


def geocode(text: str, words: str, services: Services) -> Geocode:
    toponyms, geocodes, _ = placed(text, services)
    return next(
        found for each, found in zip(toponyms, geocodes, strict=True) if each.span.text == words
    )


@pytest.mark.parametrize(
    ("text", "words", "country", "admin1"),
    [
        ("He flew to Paris.", "Paris", "FR", ""),
        ("A fire broke out in Paris, Texas.", "Paris", "US", "Texas"),
        ("ATHENS, Ga. — The council met.", "ATHENS", "US", "Georgia"),
        ("They went from Athens to Sparta, in the south of Greece.", "Sparta", "GR", ""),
        ("The council of London, Ontario, met in Toronto.", "London", "CA", "Ontario"),
        ("Floods cut roads in Atlanta and Savannah, officials of Georgia said.", "Georgia", "US",
         "Georgia"),
        ("Tbilisi and Batumi saw protests, and Georgia called a vote.", "Georgia", "GE", ""),
        ("Santiago was calm, the Chilean police said.", "Santiago", "CL", ""),
        ("Peru, Indiana, is a small town.", "Peru", "US", "Indiana"),
        ("Boa Vista, the state capital, took in people from Venezuela, Brazil said.",
         "Boa Vista", "BR", "Roraima"),
        ("In Minova, South Kivu, the displaced sleep in churches.", "Minova", "CD", ""),
        ("Water behind the Kajaki Dam is low.", "Kajaki Dam", "AF", ""),
        ("They wintered at Halley Research Station.", "Halley Research Station", "AQ", ""),
        ("Rescuers reached Balakot on foot.", "Balakot", "PK", ""),
        ("Roads in WA were cut near Kununurra and Broome this week.", "WA", "AU",
         "Western Australia"),
        ("She moved from Kent, WA, to Portland, Oregon.", "WA", "US", "Washington"),
        # A state that bears the name of a city, which is no city of a list.
        ("She grew up in Salamanca, New York.", "Salamanca", "US", "New York"),
        ("Ice closed the port of Vancouver, Washington, on Monday.", "Vancouver", "US",
         "Washington"),
        ("The bus left Cordoba, Veracruz, at dawn.", "Cordoba", "MX", "Veracruz"),
        ("It has shops in Boston, New York and Chicago.", "Boston", "US", "Massachusetts"),
        ("It has shops in Rome, Paris, New York and Berlin.", "Paris", "FR", ""),
        ("A storm hit St. John’s, Newfoundland.", "St. John’s", "CA", "Newfoundland and Labrador"),
        ("Ministers meet at the White House.", "White House", "US", ""),
        ("Kiev was shelled.", "Kiev", "UA", ""),
        # Islands and lakes are in the gazetteer only where they are well known.
        ("Four friends rowed out from La Gomera in March.", "La Gomera", "ES", ""),
        ("Ice was late on the Great Lakes.", "Great Lakes", "", ""),
        ("A ferry came in from Mindelo.", "Mindelo", "CV", ""),
        ("Two lorries were waiting at Dakhla.", "Dakhla", "EH", ""),
        # The names of one neighbourhood together, or of many.
        ("Ploughs went to Douglas County, Kensington, Brandon and Alexandria.", "Alexandria",
         "US", "Minnesota"),
        ("The fair moves from Denver to Waverly, Tripoli, Readlyn and Sumner this summer.",
         "Denver", "US", "Iowa"),
        ("Firefighters from Perth, Smiths Falls, Carleton Place and Lanark were called.",
         "Perth", "CA", "Ontario"),
        ("Ministers of Norway, Mexico, China, Peru and Poland met on Monday.", "Peru", "PE", ""),
        ("Trains were late in Reading, Exeter, Lincoln and Bradford.", "Exeter", "GB", ""),
        ("The storm passed Memphis, Louisville and Cincinnati before it reached Pittsburgh.",
         "Memphis", "US", "Tennessee"),
        ("Flights left New York for Boston, Chicago and Lincoln.", "New York", "US", "New York"),
    ],
)  # fmt: skip
def test_the_right_namesake(
    text: str, words: str, country: str, admin1: str, services: Services
) -> None:
    found = geocode(text, words, services)
    assert found.place is not None
    assert found.place.country_code == country
    assert found.place.admin1 == admin1 or not admin1


def test_a_city_is_preferred_to_the_region_of_its_name(services: Services) -> None:
    for words in ("Lima", "Pyongyang", "Valparaíso"):
        found = geocode(f"They left {words} on Monday.", words, services)
        assert found.place is not None
        assert found.place.feature_class == "P"


def test_a_country_has_its_outline(services: Services) -> None:
    found = geocode("Snow fell in Peru.", "Peru", services)
    assert found.place is not None
    assert found.place.extent is not None
    assert found.place.extent.geom_type.endswith("Polygon")


def test_one_name_means_one_place_throughout(services: Services) -> None:
    text = "Paris was quiet. Paris, Texas, has a tower. Everybody likes Paris."
    toponyms, geocodes, _ = placed(text, services)
    places = {
        found.place.feature_id
        for each, found in zip(toponyms, geocodes, strict=True)
        if each.name == "Paris" and found.place
    }
    assert len(places) == 1


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        (
            "The mayor left Springfield, Illinois, for Springfield, Missouri, on Monday.",
            ["Illinois", "Missouri"],
        ),
        (
            "Crews drove from Portland, Maine, to Portland, Oregon. In Portland they slept.",
            ["Maine", "Oregon", "Oregon"],
        ),
        ("He left Tripoli, Lebanon, for Tripoli, Libya, by way of Malta.", ["LB", "LY"]),
        # Nobody moves to where he is.
        ("He moved from Paris, Texas, to Paris in May.", ["Texas", "FR"]),
        ("She left Cambridge, Massachusetts, for Cambridge.", ["Massachusetts", "GB"]),
        ("He lives in Paris, Texas. Paris is small.", ["Texas", "Texas"]),
        # One place, in its state and in its country.
        (
            "A fire in Paris, Texas, was put out. Paris, U.S., has 25,000 people.",
            ["Texas", "Texas"],
        ),
    ],
)
def test_two_places_of_one_name_are_told_apart_by_what_holds_them(
    text: str, regions: list[str], services: Services
) -> None:
    toponyms, geocodes, _ = placed(text, services)
    name = next(each.name for each in toponyms)
    found = [
        geocode.place
        for toponym, geocode in zip(toponyms, geocodes, strict=True)
        if toponym.name == name
    ]
    told = [
        region in {place.admin1, place.country_code}
        for place, region in zip([each for each in found if each], regions, strict=True)
    ]
    assert all(told), found


def test_doubt_is_shown(services: Services) -> None:
    doubtful = geocode("The fair was held in Springfield.", "Springfield", services)
    sure = geocode("The fair was held in Springfield, Illinois.", "Springfield", services)
    assert doubtful.probability < 0.6 < sure.probability
    assert 1 <= len(doubtful.alternatives) <= 5
    assert doubtful.place not in [each.place for each in doubtful.alternatives]
    chances = [each.probability for each in doubtful.alternatives]
    assert chances == sorted(chances, reverse=True)
    assert doubtful.probability + sum(chances) <= 1.0
    assert sure.place is not None


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("A fire broke out in Paris, Texas.", "Paris", "Texas is named beside it"),
        ("He flew to Paris.", "Paris", "largest of"),
        (
            "Santiago was calm, the police of Chile said.",
            "Santiago",
            "Chile is named in the article",
        ),
        (
            "A choir from Oban sang on Tiree. It was the first in Scotland.",
            "Oban",
            "Scotland is named in the article",
        ),
        (
            "A choir from Oban sang on Tiree.",
            "Oban",
            "Tiree, which lies near, is named in the article",
        ),
        ("Snow fell in Jordan.", "Jordan", "a country;"),
        ("Ships left Vladivostok.", "Vladivostok", "the only place of that name"),
        ("A Peruvian ship left.", "Peruvian", "“Peruvian” belongs to Peru"),
    ],
)
def test_evidence_in_words(text: str, words: str, reason: str, services: Services) -> None:
    found = geocode(text, words, services)
    assert any(reason in each.reason for each in found.evidence)


def test_evidence_points_at_the_words(services: Services) -> None:
    text = "Santiago was calm, the police of Chile said."
    spans = [each.span for each in geocode(text, "Santiago", services).evidence if each.span]
    assert [span.text for span in spans] == ["Chile"]


def test_what_nobody_knows_is_not_placed(services: Services) -> None:
    found = geocode("He fell into the Wexhill River.", "Wexhill River", services)
    assert found.place is None
    assert found.probability == 0.0


def test_nothing_to_place(services: Services) -> None:
    assert placed("It rained all day.", services) == ((), (), ())


def test_the_ship(ship: str, services: Services) -> None:
    toponyms, geocodes, problems = placed(ship, services)
    assert problems == ()
    countries = {
        each.name: found.place.country_code
        for each, found in zip(toponyms, geocodes, strict=True)
        if found.place and each.kind is ToponymKind.NAME
    }
    assert countries["Valparaíso"] == countries["Antofagasta"] == countries["Arica"] == "CL"
    assert countries["Callao"] == countries["Lima"] == countries["Piura"] == "PE"
    assert countries["Guayaquil"] == "EC"
    by_words = dict(zip((each.span.text for each in toponyms), geocodes, strict=True))
    capital, border = by_words["the Peruvian capital"].place, by_words["the Peruvian border"].place
    assert capital is not None
    assert capital.name == "Lima"
    assert border is not None
    assert border.feature_id == "border:CL-PE"
    assert by_words["Santiago"].place is not None
    assert by_words["Santiago"].place.feature_code == "PPLC"
