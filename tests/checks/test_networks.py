"""Before a length is refused the networks are asked; what fits without them opens none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Mode, Source, Verdict
from geo.pipeline import analyse
from geo.wiring import routers

if TYPE_CHECKING:
    from geo.contracts import Leg, Route
    from geo.pipeline import Services
    from geo.ports import Router

_LENGTHS = {ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH}


class Counted:
    """A router that counts how often it is asked."""

    def __init__(self, router: Router) -> None:
        self._router = router
        self.asked = 0

    def route(self, leg: Leg, *, avoid: frozenset[str] = frozenset()) -> Route | None:
        self.asked += 1
        return self._router.route(leg, avoid=avoid)


def verdict(text: str, services: Services) -> tuple[Verdict, int]:
    """Judge the one length of a text; tell how often a network was asked."""
    counted = {mode: Counted(router) for mode, router in routers().items()}
    analysis = analyse(Source(text=text), replace(services, routers=counted))
    lengths = {claim.id for claim in analysis.claims if claim.kind in _LENGTHS}
    (check,) = [check for check in analysis.checks if check.claim_id in lengths]
    return check.verdict, sum(router.asked for router in counted.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # About 200 km by the road through the gorges, 100 km as the crow flies: a slip or the road.
        ("Abancay lies 190 kilometres from Cusco.", Verdict.NOT_ENOUGH_INFO),
        ("Abancay lies 190 kilometres by road from Cusco.", Verdict.SUPPORTED),
        ("Abancay lies 390 kilometres from Cusco.", Verdict.REFUTED),
        ("Bishkek lies 600 kilometres from Osh.", Verdict.NOT_ENOUGH_INFO),
        # 116 km as the crow flies, 140 by road: the number is right in kilometres.
        ("Salzburg lies 116 miles from Munich.", Verdict.REFUTED),
        # 305 km as the crow flies, 460 by road: 305 miles may be a winding road all the same.
        ("Bergen lies 305 miles from Oslo.", Verdict.NOT_ENOUGH_INFO),
    ],
)
def test_a_winding_road_is_asked_for(text: str, expected: Verdict, services: Services) -> None:
    found, asked = verdict(text, services)
    assert found is expected
    assert asked > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 107 km as the crow flies, 143 by the main roads that we know, 175 by the one they took.
        (
            "They came to Parapat by ferry and went on by bus to Medan, 175 km to the north.",
            Verdict.SUPPORTED,
        ),
        (
            "They went on by bus from Parapat to Medan, which lies 230 km north of Parapat.",
            Verdict.REFUTED,
        ),
    ],
)
def test_the_road_that_somebody_took_may_be_meant(
    text: str, expected: Verdict, services: Services
) -> None:
    found, _ = verdict(text, services)
    assert found is expected


def test_what_fits_without_a_network_asks_none(services: Services) -> None:
    assert verdict("Lyon is 390 kilometres from Paris.", services) == (Verdict.SUPPORTED, 0)


def test_a_figure_less_than_the_straight_line_asks_none(services: Services) -> None:
    # 400 km as the crow flies: by road it is at least as far, whatever the networks know.
    far = verdict("Lyon lies 70 kilometres by road from Paris.", services)
    assert far == (Verdict.REFUTED, 0)
    refused, asked = verdict("Lyon lies 900 kilometres by road from Paris.", services)
    assert refused is Verdict.REFUTED
    assert asked > 0


def test_every_network_is_one_that_a_claim_may_ask() -> None:
    assert {Mode.ROAD, Mode.RAIL, Mode.SEA} <= set(routers())
