"""A story of two scales has a second map of what happens close together, others have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo import wiring
from geo.contracts import Source
from geo.maps.build.article_map import make_spec
from geo.maps.build.detail import detail_of
from geo.maps.build.second_map import second_map
from geo.maps.graphic.draw import draw_graphic
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

NURSE = (
    "A nurse flew from Lisbon to Entebbe on Monday. From Entebbe she was driven to Kampala. "
    "Kampala is 40 km from Entebbe. Lisbon is 6,000 km from Kampala."
)


def test_what_happens_close_together_is_kept_with_its_figures(services: Services) -> None:
    whole = analyse(Source(text=NURSE), services)
    detail = detail_of(whole)
    assert detail is not None
    assert {one.place.name for one in detail.geocodes if one.place} == {"Entebbe", "Kampala"}
    assert [claim.span.text for claim in whole.claims] != [c.span.text for c in detail.claims]
    assert all("40 km" in claim.span.text for claim in detail.claims)
    assert {check.claim_id for check in detail.checks} <= {claim.id for claim in detail.claims}
    ends = [{end.place.name for end in leg.ends} for leg in detail.legs]
    assert all(one <= {"Entebbe", "Kampala"} for one in ends)
    assert {route.leg_id for route in detail.routes} <= {leg.id for leg in detail.legs}


def test_the_second_map_is_the_same_story_drawn_finer(services: Services) -> None:
    whole = analyse(Source(text=NURSE), services)
    first = make_spec(whole, wiring.basemap(), services.gazetteer)
    second = second_map(whole, wiring.basemap(), services.gazetteer)
    assert second is not None
    assert second.claim_cards == first.claim_cards
    ids = {place.id: place.name for place in first.places}
    assert {place.id: place.name for place in second.places if place.id in ids} == ids
    assert {route.id: route.tone for route in second.routes} == {
        route.id: route.tone for route in first.routes
    }
    assert second.frame.east - second.frame.west < (first.frame.east - first.frame.west) / 8
    # Only Kampala or Entebbe stands on the first map; both on the second.
    picture = draw_graphic(first, detail=second)
    assert not picture.outside
    assert not {"Kampala", "Entebbe"} & {*picture.unnamed, *picture.numbered}
    assert min(picture.svg.count(f">{name}<") for name in ("Kampala", "Entebbe")) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "The ship left Lisbon for Dakar on Monday.",
        "Kampala is 40 km from Entebbe.",
        # Two near places that nothing joins.
        "The ship left Lisbon for Dakar. It rained in Porto and in Braga.",
        # Somebody comes to one of two near places, and nobody goes from one to the other.
        "The ship left Lisbon for Dakar. A singer flew to Porto. It rained in Braga.",
        "Nobody went anywhere.",
    ],
)
def test_a_story_of_one_scale_has_no_detail(text: str, services: Services) -> None:
    assert detail_of(analyse(Source(text=text), services)) is None
