"""A story of two scales has a second map of what happens close together, others have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Source
from geo.maps.build.detail import detail_of
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


@pytest.mark.parametrize(
    "text",
    [
        "The ship left Lisbon for Dakar on Monday.",
        "Kampala is 40 km from Entebbe.",
        # Two near places that nothing joins.
        "The ship left Lisbon for Dakar. It rained in Porto and in Braga.",
        "Nobody went anywhere.",
    ],
)
def test_a_story_of_one_scale_has_no_detail(text: str, services: Services) -> None:
    assert detail_of(analyse(Source(text=text), services)) is None
