"""What "from A to B" stands behind: a figure is the length of that, not of the straight line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Mode, Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO


def read(text: str, services: Services) -> Analysis:
    return analyse(Source(text=text), services)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The highway from Lima to Cusco is 1,105 km long.", Mode.ROAD),
        ("The railway between Oslo and Bergen is 496 km long.", Mode.RAIL),
        ("The flight from Lima to Cusco is 570 km.", Mode.AIR),
        ("The new motorway from Madrid to Lisbon will be 625 km long.", Mode.ROAD),
        ("The road that links Nairobi and Mombasa is 485 km long.", Mode.ROAD),
    ],
)
def test_of_a_way_it_is_the_length_of_the_way(text: str, way: Mode, services: Services) -> None:
    analysis = read(text, services)
    (claim,), (check,) = analysis.claims, analysis.checks
    assert (claim.kind, claim.way) == (ClaimKind.ROUTE_LENGTH, way)
    assert check.verdict is not FAILS


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # Nobody goes along these, and they wind as they like.
        ("The pipeline from Baku to Ceyhan is 1,768 km long.", UNKNOWN),
        ("The river from Khartoum to Aswan is 1,900 km long.", UNKNOWN),
        ("The cable from Lisbon to Fortaleza is 6,200 km long.", UNKNOWN),
        ("The gas line from Oslo to Bergen is 900 km long.", UNKNOWN),
        ("The rail line from Nairobi to Mombasa is 480 km long.", HOLDS),
        ("The rail line from Nairobi to Mombasa is 900 km long.", FAILS),
        # A distance is one in a straight line, or by a usual way.
        ("The distance from Nairobi to Mombasa is 440 km.", HOLDS),
        ("The distance from Nairobi to Mombasa is 1,440 km.", FAILS),
        # A state's border is not all of its country's.
        ("The border between Canada and Alaska is 2,475 km long.", UNKNOWN),
        ("The border between Bolivia and Paraguay is 2,740 km long.", FAILS),
    ],
)
def test_what_is_no_way_for_people_is_not_measured(
    text: str, verdict: Verdict, services: Services
) -> None:
    assert [check.verdict for check in read(text, services).checks] == [verdict]


@pytest.mark.parametrize(("km", "verdict"), [(365, HOLDS), (590, FAILS)])
def test_a_road_in_the_mountains_may_wind_more_than_the_map_shows(
    km: int, verdict: Verdict, services: Services
) -> None:
    text = f"The road from Antananarivo to Toamasina is {km} km long."
    (check,) = read(text, services).checks
    assert check.verdict is verdict
    assert bool(check.only_if) == (verdict is HOLDS)


def test_a_figure_in_the_wrong_unit_is_no_winding_road(services: Services) -> None:
    text = "The drive from Nairobi to Mombasa is 440 miles."
    (check,) = read(text, services).checks
    assert check.verdict is FAILS
    assert "equals the straight line" in check.reason


@pytest.mark.parametrize(
    ("figure", "never"),
    [("2,280", FAILS), ("1,160", FAILS), ("5,600", HOLDS), ("640", HOLDS)],
)
def test_the_places_on_the_way_belong_to_its_length(
    figure: str, never: Verdict, services: Services
) -> None:
    text = (
        f"From Accra by way of Ouagadougou and Niamey to Bamako the envoy will cover {figure} km "
        "in the air."
    )
    (check,) = read(text, services).checks
    assert check.verdict is not never
    assert "by way of Ouagadougou and Niamey" in check.reason
