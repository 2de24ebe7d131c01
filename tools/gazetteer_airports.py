"""airportsdata's airports go in; those that news names come out as rows of the gazetteer."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DATA = Path(__file__).resolve().parent.parent / "data" / "gazetteer"
AIRPORTS = "airportsdata (MIT)"

_ROUNDED = 4
_BIG_CITY = 400_000
_SERVED_KM = 60.0
# Codes by which news calls an airport.
_SPOKEN = {"JFK", "LAX"}
_SAME_AIRPORT_DEG = 0.05
_SMALL = re.compile(r"Airpark|Airstrip|Heliport|Seaplane|Club|Aerodrome|Ranch|Executive|Private")


def airport_rows(
    airports: Sequence[Mapping[str, str]], cities: Sequence[Mapping[str, Any]]
) -> Iterable[dict[str, Any]]:
    """Keep what is "International", and outside the United States what serves a big city.

    A short name is no alias: "John F. Kennedy" and "Ben Gurion" are people first.
    """
    big = np.array(
        [(c["longitude"], c["latitude"]) for c in cities if c["population"] >= _BIG_CITY]
    )
    known = _known_airports()
    for port in airports:
        lon, lat, name = float(port["lon"]), float(port["lat"]), port["name"]
        if not port["iata"] or is_small(name) or _is_known(known, lon, lat):
            continue
        is_big = port["country"] != "US" and _km_to_nearest(big, lon, lat) < _SERVED_KM
        if "International" in name or (is_big and "Airport" in name):
            yield {
                "id": f"airport-{port['icao']}".lower(),
                "name": name,
                "aliases": name.replace(" International ", " ")
                if " International " in name
                else "",
                "exact": port["iata"] if port["iata"] in _SPOKEN else "",
                "lon": round(lon, _ROUNDED),
                "lat": round(lat, _ROUNDED),
                "feature": "S.AIRP",
                "country_code": port["country"],
                "source": AIRPORTS,
                "note": port["iata"],
            }


def is_small(name: str) -> bool:
    """Whether an airfield has no lines that news speaks of."""
    return _SMALL.search(name) is not None


def _known_airports() -> list[tuple[float, float]]:
    """List the airports that ``facilities.tsv`` has, under the names that people use."""
    with (DATA / "facilities.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [(float(r["lon"]), float(r["lat"])) for r in rows if r["feature"] == "S.AIRP"]


def _is_known(known: Sequence[tuple[float, float]], lon: float, lat: float) -> bool:
    return any(
        abs(east - lon) < _SAME_AIRPORT_DEG and abs(north - lat) < _SAME_AIRPORT_DEG
        for east, north in known
    )


def _km_to_nearest(places: np.ndarray, lon: float, lat: float) -> float:
    """Rough distance, good enough to choose by: equirectangular, 111 km a degree."""
    east = (places[:, 0] - lon + 180.0) % 360.0 - 180.0
    return float((np.hypot(east * np.cos(np.radians(lat)), places[:, 1] - lat) * 111.2).min())
