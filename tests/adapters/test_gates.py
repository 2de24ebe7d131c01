"""Ports and airports at the two ends of a way by sea or air."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.adapters.gates import with_gates
from geo.contracts import Route, RouteKind
from geo.geodesy import distance_m, polyline
from geo.settings import Settings
from tests.maps.world import place

if TYPE_CHECKING:
    from geo.contracts import Place, Waypoint


def passed(kind: RouteKind, *ends: Place) -> tuple[Waypoint, ...]:
    """List what a way between two places passes, once its gates are known."""
    line = polyline([(end.lon, end.lat) for end in ends])
    route = Route(
        leg_id="leg", geometry=line, distance_m=1e6, low_m=9e5, high_m=2e6, kind=kind, source="it"
    )
    return with_gates(route, (ends[0], ends[1]), Settings().data).waypoints


LE_HAVRE, MUMBAI = place("Le Havre", 0.11, 49.49, "FR"), place("Mumbai", 72.88, 19.07, "IN")
PARIS, DESERT = place("Paris", 2.35, 48.85, "FR"), place("the desert", 15.0, 24.5, "LY")
DUBAI = place("Dubai", 55.3, 25.27, "AE")


@pytest.mark.parametrize(
    ("kind", "ends", "codes"),
    [
        (RouteKind.SEA, (LE_HAVRE, MUMBAI), ["FRLEH", "INBOM"]),
        (RouteKind.SEA, (DUBAI, MUMBAI), ["AEDXB", "INBOM"]),  # others are nearer
        (RouteKind.AIR, (PARIS, MUMBAI), ["CDG", "BOM"]),  # not Le Bourget, which is nearer
        (RouteKind.AIR, (PARIS, DESERT), ["CDG"]),
        (RouteKind.SEA, (PARIS, DESERT), []),
        (RouteKind.RAIL, (PARIS, LE_HAVRE), []),
    ],
)
def test_a_way_begins_and_ends_at_gates(
    kind: RouteKind, ends: tuple[Place, Place], codes: list[str]
) -> None:
    found = passed(kind, *ends)
    assert [
        gate.name[-len(code) - 1 : -1] for gate, code in zip(found, codes, strict=True)
    ] == codes
    assert all(gate.kind == {"sea": "port", "air": "airport"}[kind.value] for gate in found)


def test_how_far_off_a_gate_is_is_told() -> None:
    gate = passed(RouteKind.AIR, PARIS, MUMBAI)[0]
    off_km = distance_m(PARIS.lon, PARIS.lat, gate.lon, gate.lat) / 1000.0
    assert gate.note == f"{off_km:,.0f} km from Paris"
    assert 15.0 < off_km < 30.0
    assert gate.distance_m == 0.0
