"""What is said of why a place was chosen rests on the places that may hold it, and on no town."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.contracts import Place
from geo.resolve.evidence import by_country
from geo.resolve.groups import Group
from geo.resolve.relative import holds, may_hold

_PLACE = Place(
    gazetteer="test",
    feature_id="1",
    name="Harn",
    lon=10.0,
    lat=50.0,
    feature_class="P",
    feature_code="PPL",
    country_code="XA",
    admin1="North",
)
KINDS = (("P", "PPL"), ("P", "PPLC"), ("A", "PCLI"), ("A", "ADM1"), ("A", "ADM2"), ("T", "ISL"),
         ("L", "RGN"), ("H", "LK"), ("S", "BLDG"))  # fmt: skip


@pytest.mark.parametrize(("feature_class", "feature_code"), KINDS)
@pytest.mark.parametrize("country_code", ["XA", "XB", ""])
def test_what_holds_a_place_is_listed_in_its_country(
    feature_class: str, feature_code: str, country_code: str
) -> None:
    holder = replace(
        _PLACE,
        feature_id="2",
        feature_class=feature_class,
        feature_code=feature_code,
        country_code=country_code,
    )
    listed = by_country([(Group(holder.name, [holder], 1), holder)])

    if holds(holder, _PLACE):
        assert [place for _, place in listed[_PLACE.country_code]] == [holder]
    if not may_hold(holder):
        assert not listed


def test_towns_are_not_held_against_each_other() -> None:
    towns = [replace(_PLACE, feature_id=str(number)) for number in range(50)]
    land = replace(_PLACE, feature_id="land", feature_class="A", feature_code="PCLI")

    listed = by_country((Group(one.name, [one], 1), one) for one in (*towns, land))

    assert [place.feature_id for _, place in listed["XA"]] == ["land"]
