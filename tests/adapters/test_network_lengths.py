"""Ways that the sources lack: along coasts, round what ships keep off, over a road's lost end."""

from __future__ import annotations

import pytest

from benchmarks.routes import leg_between
from geo.adapters.routers import open_routers
from geo.contracts import Mode
from geo.settings import Settings

ROUTERS = open_routers(Settings())


@pytest.mark.parametrize(
    ("mode", "ends", "published_km", "off"),
    [
        (Mode.SEA, (106.88, -6.1, 112.73, -7.2), 732, 0.05),  # Jakarta–Surabaya
        (Mode.SEA, (-43.17, -22.9, -34.87, -8.05), 1991, 0.03),  # Rio de Janeiro–Recife
        (Mode.SEA, (-74.02, 40.69, -3.0, 53.41), 5754, 0.03),  # New York–Liverpool
        (Mode.SEA, (80.3, 13.1, 79.84, 6.95), 1093, 0.07),  # Chennai–Colombo, round Sri Lanka
        (Mode.ROAD, (-68.845, -32.89, -71.62, -33.046), 400, 0.13),  # Mendoza–Valparaíso
        # Caracas–Maracaibo: the shortest way leaves the motorway, by Bejuma and Nirgua.
        (Mode.ROAD, (-66.88, 10.48, -71.612, 10.632), 700, 0.09),
        (Mode.ROAD, (-66.88, 10.48, -69.35, 10.07), 363, 0.08),  # Caracas–Barquisimeto
        (Mode.ROAD, (-68.13, -16.5, -67.11, -17.97), 230, 0.06),  # La Paz–Oruro
    ],
)
def test_published_lengths_lie_in_the_band(
    mode: Mode, ends: tuple[float, float, float, float], published_km: float, off: float
) -> None:
    route = ROUTERS[mode].route(leg_between(mode, *ends))
    assert route is not None
    assert route.low_m < published_km * 1_000 < route.high_m
    assert route.distance_m == pytest.approx(published_km * 1_000, rel=off)


def test_ships_keep_south_of_the_grand_banks() -> None:
    router = ROUTERS[Mode.SEA]
    route = router.route(leg_between(Mode.SEA, -74.02, 40.69, -3.0, 53.41))
    assert route is not None
    assert not {"grand banks", "belle isle"} & {waypoint.name for waypoint in route.waypoints}
    # A ship that is bound there crosses them all the same.
    bound = router.route(leg_between(Mode.SEA, -63.57, 44.65, -52.7, 47.56))
    assert bound is not None
    assert bound.distance_m == pytest.approx(1_000_000, rel=0.04)
