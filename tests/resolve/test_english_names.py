"""English names of cities that small towns of other lands bear as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.test_world_news import geocodes

if TYPE_CHECKING:
    from geo.pipeline import Services


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Lucerne", "CH"),
        ("Sebastopol", "UA"),
        ("Corinth", "GR"),
        ("Elsinore", "DK"),
        ("Corunna", "ES"),
        ("Medina", "SA"),
        ("Delphi", "GR"),
        ("Pompeii", "IT"),
        ("Verdun", "FR"),
        ("Salisbury", "GB"),
        ("Bethlehem", "PS"),
    ],
)
def test_an_english_name_is_the_city_s_that_is_known_by_it(
    name: str, code: str, services: Services
) -> None:
    (found,) = geocodes(f"A mill burned down in {name} on Sunday.", services)
    assert found.place is not None
    assert found.place.country_code == code


def test_a_region_of_that_very_name_goes_before_its_town(services: Services) -> None:
    (found,) = geocodes("A mill burned down in Rio Grande do Sul on Sunday.", services)
    assert found.place is not None
    assert found.place.feature_code == "ADM1"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("A mill burned down in Corinth, Mississippi.", "Mississippi"),
        ("Crews from Boise drove to Moscow and Lewiston in Idaho.", "Idaho"),
        ("A mill burned down in Delphi, Indiana.", "Indiana"),
    ],
)
def test_its_container_says_that_it_is_another(text: str, region: str, services: Services) -> None:
    found = [each.place for each in geocodes(text, services)]
    assert {place.admin1 for place in found if place is not None} == {region}


@pytest.mark.parametrize(
    "county", ["Cornwall", "Cheshire", "Fife", "Powys", "Hampshire", "Wiltshire"]
)
def test_a_county_goes_before_the_towns_that_settlers_called_so(
    county: str, services: Services
) -> None:
    (found,) = geocodes(f"A mill burned down in {county} on Sunday.", services)
    assert found.place is not None
    assert found.place.country_code == "GB"


def test_a_county_holds_its_towns(services: Services) -> None:
    town, county = geocodes("The ketch is making for Falmouth in Cornwall.", services)
    assert town.place is not None
    assert county.place is not None
    assert (town.place.country_code, county.place.country_code) == ("GB", "GB")


def test_a_province_stands_behind_the_capital_of_its_name(services: Services) -> None:
    found = geocodes(
        "They drove from Rosario to Buenos Aires, and from Salto to Pergamino.", services
    )
    capital = next(one.place for one in found if one.place and "Buenos" in one.place.name)
    assert capital.feature_code == "PPLC"


def test_a_county_behind_a_comma_holds_the_town(services: Services) -> None:
    found = geocodes("In Wellington, Somerset, the council bought the old mill.", services)
    assert found[0].place is not None
    assert found[0].place.country_code == "GB"
