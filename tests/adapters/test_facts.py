"""The tables of facts load, and say what everybody can look up."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from geo.adapters.facts import StoredFacts, open_facts
from geo.errors import DataMissing

if TYPE_CHECKING:
    from pathlib import Path

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


def test_capitals_of_regions_and_of_countries_with_several(facts: StoredFacts) -> None:
    assert [one.name for one in facts.capitals("US", "Texas")] == ["Austin"]
    assert {one.name for one in facts.capitals("BO")} == {"Sucre", "La Paz"}
    assert facts.capitals("FR") == ()


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="install it again"):
        StoredFacts(tmp_path).area_m2("FR")
