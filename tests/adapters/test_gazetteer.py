from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.adapters.gazetteer.lookup import StoredGazetteer
    from geo.contracts import Place


def ids(places: Sequence[Place]) -> list[str]:
    return [place.feature_id for place in places]


def test_a_place_has_all_that_its_source_says(small_gazetteer: StoredGazetteer) -> None:
    (place, _) = small_gazetteer.candidates("Vladivostok")
    assert (place.gazetteer, place.feature_id, place.name) == (
        "geonames",
        "2013348",
        "Vladivostok",
    )
    assert (place.lon, place.lat) == (131.874, 43.106)
    assert (place.feature_class, place.feature_code) == ("P", "PPL")
    assert (place.country_code, place.admin1) == ("RU", "Primorsky Krai")
    assert place.population == 604901
    assert place.source == "GeoNames (CC BY 4.0)"
    assert place.extent is None


def test_our_own_places_say_whose_they_are(small_gazetteer: StoredGazetteer) -> None:
    (kremlin,) = small_gazetteer.candidates("the Kremlin")
    assert (kremlin.gazetteer, kremlin.feature_id, kremlin.source) == (
        "dateline",
        "kremlin",
        "by hand",
    )


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("PARIS", "2988507"),
        ("Den Haag", "2747373"),
        ("Hague", "2747373"),
        ("Saint-Petersburg", "498817"),
        ("St Petersburg", "498817"),
        ("Москва", "524901"),
        ("海參崴", "2013348"),
        ("P’yongyang", "1871859"),
        ("Bienne", "2661513"),
        ("N. Korea", "1873107"),
        ("Mt. Everest", "everest"),
        ("Lincoln", "lincoln"),
    ],
)
def test_spelling_does_not_matter(small_gazetteer: StoredGazetteer, name: str, first: str) -> None:
    assert ids(small_gazetteer.candidates(name))[0] == first
    assert small_gazetteer.has(name)


@pytest.mark.parametrize(
    "name",
    ["us", "Neverwhere", "MOW", "hai can wai", "Biel [a. 1250]", "dprk", "the us", "gulf", ""],
)
def test_words_and_noise_are_no_names(small_gazetteer: StoredGazetteer, name: str) -> None:
    assert small_gazetteer.candidates(name) == ()
    assert not small_gazetteer.has(name)
    assert small_gazetteer.prior(name) is None


@pytest.mark.parametrize(
    ("name", "first"),
    [("US", "6252001"), ("the US", "6252001"), ("U.S.", "6252001"), ("Us", "2972891")],
)
def test_short_forms_count_as_written(
    small_gazetteer: StoredGazetteer, name: str, first: str
) -> None:
    assert ids(small_gazetteer.candidates(name)) == [first]
    assert small_gazetteer.has(name)


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("Paris", ["2988507", "4717560"]),
        ("Pyongyang", ["1871859", "admin1-kp-12"]),
        ("Washington", ["4140963", "admin1-us-wa"]),
        ("Leningrad", ["498817", "admin1-ru-66"]),
        ("Vladivostok", ["2013348", "281999"]),
    ],
)
def test_the_likeliest_comes_first(
    small_gazetteer: StoredGazetteer, name: str, order: list[str]
) -> None:
    assert ids(small_gazetteer.candidates(name)) == order


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("North Korea said", 2),
        ("Saint Petersburg , Florida", 2),
        ("Mount Everest", 2),
        ("Russian Federation", 2),
        ("Vladivostok", 1),
        ("US officials", 1),
        ("us all", 0),
        ("The Hague is", 2),
        ("the Gulf is", 2),
        ("the Gulf of Mexico", 0),
        ("the Kremlin", 0),
        (", Paris", 0),
        ("Paris-Roubaix", 0),
        ("", 0),
    ],
)
def test_the_longest_name_at_the_start(
    small_gazetteer: StoredGazetteer, text: str, count: int
) -> None:
    assert small_gazetteer.longest(text.split()) == count


@given(tokens=st.lists(st.text(max_size=8), max_size=12))
def test_any_tokens_can_be_asked_for(small_gazetteer: StoredGazetteer, tokens: list[str]) -> None:
    count = small_gazetteer.longest(tokens)
    assert 0 <= count <= len(tokens)
    if count:
        assert small_gazetteer.has(" ".join(tokens[:count]))


@given(name=st.text(max_size=30))
def test_has_candidates_and_prior_agree(small_gazetteer: StoredGazetteer, name: str) -> None:
    found = small_gazetteer.candidates(name)
    prior = small_gazetteer.prior(name)
    assert small_gazetteer.has(name) == bool(found)
    assert (prior.bearers if prior else 0) == len(found)


def test_prior_tells_the_weight_of_a_name(small_gazetteer: StoredGazetteer) -> None:
    paris, leningrad = small_gazetteer.prior("Paris"), small_gazetteer.prior("Leningrad")
    assert paris == (2138551, True, 2, "P", "PPLC")
    assert leningrad is not None
    assert not leningrad.is_primary


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Russian", "Russia"),
        ("RUSSIANS", "Russia"),
        ("North Koreans", "North Korea"),
        ("russian", None),
        ("Roman", None),
        ("", None),
    ],
)
def test_demonyms(small_gazetteer: StoredGazetteer, word: str, place: str | None) -> None:
    assert small_gazetteer.demonym(word) == place


def test_countries_and_capitals(small_gazetteer: StoredGazetteer) -> None:
    country, capital = small_gazetteer.country("KP"), small_gazetteer.capital("KP")
    assert country is not None
    assert capital is not None
    assert (country.name, country.feature_code) == ("North Korea", "PCLI")
    assert (capital.name, capital.feature_code) == ("Pyongyang", "PPLC")
    washington = small_gazetteer.capital("US")
    assert washington is not None
    assert washington.feature_id == "4140963"


def test_no_capital_where_it_is_disputed_or_missing(small_gazetteer: StoredGazetteer) -> None:
    assert small_gazetteer.capital("IL") is None
    assert small_gazetteer.capital("AQ") is None
    assert small_gazetteer.country("XX") is None


def test_the_biggest_cities_of_a_box(small_gazetteer: StoredGazetteer) -> None:
    europe = small_gazetteer.cities_within(west=0, south=45, east=40, north=60, limit=3)
    assert [place.name for place in europe] == ["Moscow", "Saint Petersburg", "Paris"]
    assert (
        len(small_gazetteer.cities_within(west=-180, south=-90, east=180, north=90, limit=99)) == 17
    )


@pytest.mark.parametrize(("west", "east"), [(170, -170), (170, 190), (-190, -170)])
def test_a_box_may_cross_the_antimeridian(
    small_gazetteer: StoredGazetteer, west: float, east: float
) -> None:
    found = small_gazetteer.cities_within(west=west, south=-40, east=east, north=0, limit=9)
    assert [place.name for place in found] == ["Auckland", "Suva", "Apia"]


def test_all_places_are_counted(small_gazetteer: StoredGazetteer) -> None:
    assert len(small_gazetteer) == 17 + 3 + 4 + 5


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("vlad", ["2013348", "281999"]),  # the second is called so besides
        ("par", ["2988507", "4717560"]),
        ("Paris, te", ["4717560"]),
        ("paris, TX", ["4717560"]),
        ("Washington, united s", ["4140963", "admin1-us-wa"]),
        ("Sain", ["498817", "4167147"]),
        ("saint pe", ["498817", "4167147"]),
        ("mount e", ["everest"]),
        ("Мос", ["524901"]),
        ("US", ["6252001"]),
        ("nowhere at all", []),
        ("Paris, Narnia", []),
        (",", []),
        ("", []),
    ],
)
def test_places_are_found_while_their_names_are_typed(
    small_gazetteer: StoredGazetteer, typed: str, found: list[str]
) -> None:
    assert ids(small_gazetteer.search(typed, limit=5)) == found
    assert ids(small_gazetteer.search(typed, limit=1)) == found[:1]


@given(st.text(max_size=12), st.integers(-1, 6))
def test_whatever_is_typed_finds_each_place_once_and_no_more_than_asked(
    small_gazetteer: StoredGazetteer, typed: str, limit: int
) -> None:
    found = ids(small_gazetteer.search(typed, limit=limit))
    assert len(found) == len(set(found)) <= max(limit, 0)
