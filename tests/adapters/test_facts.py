"""The tables of facts load, and say what everybody can look up."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from pyproj import Geod

from geo.adapters.facts.tables import StoredFacts, open_facts
from geo.errors import DataMissing
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Services
    from geo.settings import Settings


@pytest.fixture(scope="module")
def facts(settings: Settings) -> StoredFacts:
    return open_facts(settings)


def test_neighbours_are_told_from_both_sides(facts: StoredFacts) -> None:
    codes = facts.ranked_by_area()
    one_sided = [
        (one, other)
        for one in codes
        for other in facts.neighbours(one) or ()
        if one not in (facts.neighbours(other) or ())
    ]

    assert one_sided == []


def test_the_largest_countries_come_first(facts: StoredFacts) -> None:
    assert facts.ranked_by_area()[0] == "RU"
    assert facts.area_m2("FR") == pytest.approx(547_030e6)
    assert facts.area_m2("ZZ") is None


def test_every_zone_is_known_to_the_clock(facts: StoredFacts) -> None:
    for code in facts.ranked_by_area():
        for zone in facts.zones(code):
            assert ZoneInfo(zone).key == zone
    assert facts.zones("US", "Texas") == ("America/Chicago", "America/Denver")
    assert facts.zones("US", "No such state") == facts.zones("US")
    assert facts.zone_at(-106.49, 31.76) == "America/Denver"


def test_capitals_of_regions_and_of_countries_with_several(facts: StoredFacts) -> None:
    assert [one.name for one in facts.capitals("US", "Texas")] == ["Austin"]
    assert {one.name for one in facts.capitals("BO")} == {"Sucre", "La Paz"}
    assert facts.capitals("FR") == ()


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="install it again"):
        StoredFacts(tmp_path).area_m2("FR")


def test_cities_come_largest_first_of_a_country_and_of_its_regions(facts: StoredFacts) -> None:
    cities = facts.cities("FR")
    people = [city.population for city in cities]

    assert cities[0].name == "Paris"
    assert people == sorted(people, reverse=True)
    assert facts.cities("US", "Texas")[0].name == "Houston"
    assert facts.cities("FR", "Atlantis") == ()


def test_continents_and_people_are_those_of_the_country(facts: StoredFacts) -> None:
    assert (facts.continent("KE"), facts.continent("")) == ("AF", "")
    assert facts.population("AQ") is None
    assert (facts.population("NG") or 0) > (facts.population("GH") or 0)


def test_ranks_in_one_land_are_each_given_once(facts: StoredFacts) -> None:
    for kind in ("mountain", "lake", "island"):
        rows = facts.ranked(kind)
        first = [(code, ranks[0]) for row in rows for code, ranks in row.ranks.items()]
        assert rows
        assert len(first) == len(set(first)), kind
        for code in {code for code, _ in first}:
            there = [row for row in rows if code in row.ranks]
            there.sort(key=lambda row: row.ranks[code][0])
            sizes = [row.value_si for row in there]
            assert sizes == sorted(sizes, reverse=True), (kind, code)


def test_areas_of_islands_are_those_of_their_outlines(
    facts: StoredFacts, services: Services
) -> None:
    geod = Geod(ellps="WGS84")
    compared = 0
    for row in facts.ranked("island"):
        places = [
            place
            for place in services.gazetteer.candidates(row.name)
            if place.feature_code == "ISL"
        ]
        outline = places and services.boundaries.island(places[0].lon, places[0].lat)
        if not outline:
            continue
        area_m2 = abs(geod.geometry_area_perimeter(outline)[0])
        assert abs(row.value_si / area_m2 - 1) < 0.12, row.name
        compared += 1
    assert compared > 10


def test_islands_of_groups_said_to_be_borne_out_are_drawn_so(
    facts: StoredFacts, services: Services
) -> None:
    geod = Geod(ellps="WGS84")
    told = {isle for group in facts.isles().values() for isle in group.isles if isle.is_borne_out}
    assert len(told) > 350
    for isle in told:
        assert isle.lon is not None
        assert isle.lat is not None
        outline = services.boundaries.island(isle.lon, isle.lat)
        area_m2 = abs(geod.geometry_area_perimeter(outline)[0])
        assert max(isle.area_m2 / area_m2, area_m2 / isle.area_m2) < 1.13, isle.name


def test_every_record_has_words_and_every_words_a_record(facts: StoredFacts) -> None:
    kinds = set(lists("superlative")["records"].values())
    assert all(facts.ranked(kind) for kind in kinds)
    assert {row.kind for kind in kinds for row in facts.ranked(kind)} == kinds


def test_what_parts_two_countries_lies_in_both(settings: Settings, facts: StoredFacts) -> None:
    with (settings.data / "facts" / "dividers.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        known = facts.divider(row["water"])
        assert known is not None
        assert all(facts.neighbours(code) is not None for code in known.countries), row["water"]
        named = {land for pair in known.pairs for land in pair if len(land) == 2 and land.isupper()}
        assert named <= known.countries, row["water"]
        assert all(len(pair) == 2 for pair in known.pairs), row["water"]


def test_every_capital_is_a_town_of_its_country(settings: Settings, services: Services) -> None:
    with (settings.data / "facts" / "capitals.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    lost = [
        row
        for row in rows
        if not any(
            place.country_code == row["country_code"] and place.feature_class == "P"
            for place in services.gazetteer.candidates(row["capital"])
        )
    ]
    assert len(rows) > 30
    assert lost == []


def test_the_seats_of_regions_are_those_of_geonames(
    facts: StoredFacts, settings: Settings, services: Services
) -> None:
    with (settings.data / "facts" / "seats.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    known = {place.feature_id for place in services.gazetteer.candidates("Sapporo")}

    assert len(rows) > 3000
    assert [one.name for one in facts.capitals("JP", "Hokkaido")] == ["Sapporo"]
    assert facts.capitals("JP", "Hokkaido")[0].feature_id in known
    assert [one.name for one in facts.capitals("CA", "Ontario")] == ["Toronto"]


def test_heights_are_those_of_the_ground(facts: StoredFacts) -> None:
    (la_serena,) = facts.capitals("CL", "Coquimbo")
    (denver,) = facts.capitals("US", "Colorado")

    assert (facts.height_m(la_serena.feature_id) or 999) < 100
    assert 1500 < (facts.height_m(denver.feature_id) or 0) < 1700
    assert facts.height_m("0") is None


def test_a_yearbook_tells_of_every_country_what_is_highest_and_how_long_its_borders_are(
    facts: StoredFacts,
) -> None:
    highest = {
        code: row.value_si
        for row in facts.ranked("mountain")
        for code, ranks in row.ranks.items()
        if ranks[0] == 1
    }
    borders = [
        (one, other)
        for one in facts.ranked_by_area()
        for other in facts.neighbours(one) or ()
        if facts.border_m(one, other)
    ]

    assert len(highest) > 200
    assert highest["BT"] == pytest.approx(7_570)
    assert highest["continent.AF"] > highest["AF"] - 2_000
    assert facts.border_m("CO", "PE") == facts.border_m("PE", "CO") == pytest.approx(1.5e6, rel=0.1)
    assert facts.border_m("CO", "FR") is None
    assert len(borders) > 580


def test_the_towns_furthest_out_lie_around_all_others_of_their_size(facts: StoredFacts) -> None:
    ends = facts.ends("CL")
    large = {side: towns[-1] for side, towns in ends.items()}

    assert [town.population for town in ends["south"]] == [1_000, 15_000, 100_000]
    assert large["north"].name == "Arica"
    assert large["south"].name == "Punta Arenas"
    for city in facts.cities("CL"):
        if city.population >= large["north"].population:
            assert large["south"].lat <= city.lat <= large["north"].lat
            assert large["west"].lon <= city.lon <= large["east"].lon
    assert facts.ends("GB", "England")["north"][0].name.startswith("Berwick")
    assert facts.ends("ZZ") == {}


def test_how_a_region_lies_is_told_from_west_to_east_and_from_south_to_north(
    facts: StoredFacts,
) -> None:
    kano = facts.region("NG", "Kano State")
    texas = facts.region("US", "Texas")

    assert kano is not None
    assert {"Jigawa", "Bauchi"} <= kano.neighbours
    assert texas is not None
    for one in (kano, texas):
        assert len(one.lons) == len(one.lats) == 5
        assert list(one.lons) == sorted(one.lons)
        assert list(one.lats) == sorted(one.lats)
    assert texas.countries == {"MX"}


def test_regions_are_neighbours_from_both_sides(facts: StoredFacts) -> None:
    for code in ("US", "CA", "AU", "BR", "DE", "GB", "NG", "BW", "SK", "JP", "MX"):
        for name in facts.regions(code):
            region = facts.region(code, name)
            for other in region.neighbours if region else ():
                back = facts.region(code, other)
                assert back is None or name in back.neighbours, (name, other)
                assert back is not None or code not in {"US", "CA", "AU", "BR", "DE"}, other
    ohio = facts.region("US", "Ohio")
    assert ohio is not None
    assert "Indiana" in ohio.neighbours
    assert facts.region("FR", "Ohio") is None


def test_countries_of_unions_and_shores_are_known(facts: StoredFacts) -> None:
    codes = set(facts.ranked_by_area())
    assert facts.group("European Union") < codes
    assert facts.shores("Lake Chad") == {"TD", "CM", "NG", "NE"}
    assert facts.group("Atlantis") == facts.shores("Atlantis") == frozenset()


def test_territories_of_federal_countries_are_regions_of_theirs(
    facts: StoredFacts, services: Services
) -> None:
    assert facts.territories("CA") == {"Yukon", "Northwest Territories", "Nunavut"}
    assert facts.territories("FR") == frozenset()
    for code in ("AU", "BR", "CA", "IN", "MX", "MY", "NG", "PK", "US"):
        for name in facts.territories(code):
            found = services.gazetteer.candidates(name)
            assert any(one.country_code == code and one.feature_code == "ADM1" for one in found)


def test_states_of_which_a_rank_is_told_are_regions_of_the_country(
    facts: StoredFacts, services: Services
) -> None:
    for kind in ("people", "fewest people", "land", "least land"):
        rows = facts.ranked(kind)
        assert rows
        for row in rows:
            found = services.gazetteer.candidates(row.name)
            codes = {one.country_code for one in found if one.feature_code == "ADM1"}
            assert row.ranks.keys() <= codes, row.name


def test_the_seats_of_counties_are_towns_of_the_country(
    facts: StoredFacts, services: Services
) -> None:
    seats = facts.county_seats("US")
    assert len(seats) > 2_500
    assert facts.county_seats("DE") == ()
    for seat in (*seats[:20], *facts.county_seats("IT")[:20], *facts.county_seats("FR")[:20]):
        found = services.gazetteer.candidates(seat.name)
        assert any(one.feature_id == seat.feature_id for one in found), seat
