"""The words that stand for a picture: short, whole, in the order of the journey."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.contracts import LegStatus
from geo.maps.build.article_map import make_spec
from geo.maps.spec.alt_text import LONGEST_ALT, alt_text, describe, describe_map, in_order
from geo.maps.spec.bounds import is_in_view
from geo.maps.spec.model import Bounds
from tests.maps import stories, world
from tests.maps.test_article_map import drawn, with_leg

if TYPE_CHECKING:
    from geo.maps.spec.model import MapSpec


@pytest.fixture(scope="module")
def spec() -> MapSpec:
    return make_spec(
        stories.train(), stories.PlainBasemap(), stories.FewCities(), checked=date(2026, 11, 24)
    )


def test_one_sentence_says_what_the_picture_is(spec: MapSpec) -> None:
    assert alt_text(spec).startswith("Map of the way by rail from Pyongyang to Vladivostok; ")
    assert alt_text(spec).endswith(".")


def test_a_way_that_is_planned_is_called_so_and_one_only_possible_is_not_the_picture() -> None:
    planned = drawn(with_leg(stories.train(), status=LegStatus.PLANNED))
    assert alt_text(planned).startswith("Map of the planned way by rail from Pyongyang to ")
    possible = drawn(with_leg(stories.train(), status=LegStatus.HYPOTHETICAL))
    assert alt_text(possible).startswith("Map of Pyongyang, Vladivostok")


@pytest.mark.parametrize("number", range(0, 40, 3))
def test_the_sentence_is_short_whatever_the_story(number: int) -> None:
    spec = world.drawn_by_lot(number)
    assert 10 < len(alt_text(spec)) <= LONGEST_ALT
    told = describe(spec)
    shown = [p for p in spec.places if is_in_view(spec.frame, p.lon, p.lat)]
    assert shown
    assert all(place.name in told for place in shown)


def test_a_very_long_name_is_cut(spec: MapSpec) -> None:
    places = tuple(replace(place, name="Llan" * 100) for place in spec.places)
    told = alt_text(replace(spec, routes=(), places=places))
    assert len(told) == LONGEST_ALT
    assert told.endswith("…")


def test_the_sentence_names_no_place_outside_the_frame(spec: MapSpec) -> None:
    alone = replace(spec, routes=())
    assert "Pyongyang" in alt_text(alone)
    assert "Vladivostok" in alt_text(alone)
    east = replace(alone, frame=Bounds(west=131.5, south=43.0, east=132.5, north=43.5))
    assert "Pyongyang" not in alt_text(east)
    assert "Vladivostok" in alt_text(east)


def test_places_come_in_the_order_of_the_journey(spec: MapSpec) -> None:
    on_way, others = in_order(spec)
    names = [place.name for place in on_way]
    assert names[0] == "Pyongyang"
    assert names[-1] == "Vladivostok"
    assert "Tumangang – Khasan" in names
    assert not others
    told = describe_map(spec)
    assert "in the order of the journey, Pyongyang (left Sunday evening)" in told
    assert told.index("Pyongyang") < told.index("Tumangang") < told.index("Vladivostok")
    assert "Moscow" not in told


def test_ways_and_measures_are_told_with_lengths_and_figures(spec: MapSpec) -> None:
    told = describe_map(spec)
    assert "rail, about 1,180 km (733 mi)" in told
    assert "the article does not say which way is taken" in told
    assert "Measured for figure 1: " in told


def test_every_verdict_is_told(spec: MapSpec) -> None:
    lines = describe(spec).splitlines()
    assert lines[0] == spec.title
    assert lines[3] == (
        "Journey: The leader, by rail, from Pyongyang to Vladivostok; left Sunday evening, "
        "expected Tuesday or Wednesday; under way."
    )
    for card, line in zip(spec.claim_cards, lines[4:], strict=True):
        assert line.startswith(f"{card.number}. “{card.quote}”: ")
        assert line.endswith(card.sentence)
    assert ": holds only in one reading. " in lines[5]


@pytest.mark.parametrize(
    ("status", "told"),
    [(LegStatus.HYPOTHETICAL, "only possible"), (LegStatus.PLANNED, "planned")],
)
def test_a_journey_that_is_not_made_is_called_so(status: LegStatus, told: str) -> None:
    assert f": {told}: rail, about 1,180 km" in describe_map(
        drawn(with_leg(stories.train(), status=status))
    )


def test_nothing_to_tell(spec: MapSpec) -> None:
    nowhere = replace(spec.basemap, lands=())
    bare = replace(spec, basemap=nowhere, places=(), routes=(), measures=(), claim_cards=())
    assert alt_text(bare) == describe_map(bare) == "A map without places."
    assert "No distance, duration or speed of the article could be checked" in describe(bare)
