"""How each kind of routing server is asked for a way, and where its answer has line and length.

After the servers' own descriptions: OSRM's HTTP API v1, Valhalla's route service, BRouter's
GeoJSON, GraphHopper's Routing API. OpenRailRouting is a GraphHopper of railways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.adapters.online.ask import Question
from geo.contracts import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Point = tuple[float, float]
_POLYLINE = 1e6
_M_PER_UNIT = {"kilometers": 1000.0, "miles": 1609.344}
_LOW_BITS, _MORE, _FIRST = 0x1F, 0x20, 63


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What a server says: points (lon, lat) in degrees and the length in metres."""

    points: Sequence[Sequence[float]]
    length_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerKind:
    """One kind of server.

    Attributes
    ----------
    title : the program's name.
    profiles : what it calls each mode that it has.
    ask : makes the question from points (lon, lat) and a profile.
    read : finds the way in an answer; KeyError, IndexError, TypeError or ValueError where it is
        not there.
    refusal : finds why there is no way; "" where the answer does not say.
    """

    title: str
    profiles: Mapping[Mode, str]
    ask: Callable[[Sequence[Point], str], Question]
    read: Callable[[Any], Way]
    refusal: Callable[[Any], str]


def _ask_osrm(points: Sequence[Point], profile: str) -> Question:
    listed = ";".join(f"{lon:.6f},{lat:.6f}" for lon, lat in points)
    fields = (("overview", "full"), ("geometries", "geojson"))
    return Question(path=f"/route/v1/{profile}/{listed}", fields=fields)


def _read_osrm(answer: Any) -> Way:
    route = answer["routes"][0]
    return Way(points=route["geometry"]["coordinates"], length_m=float(route["distance"]))


def _ask_valhalla(points: Sequence[Point], profile: str) -> Question:
    locations = [{"lon": lon, "lat": lat} for lon, lat in points]
    return Question(path="/route", sent={"locations": locations, "costing": profile})


def _read_valhalla(answer: Any) -> Way:
    trip = answer["trip"]
    metres = float(trip["summary"]["length"]) * _M_PER_UNIT[trip.get("units", "kilometers")]
    return Way(points=[p for leg in trip["legs"] for p in unpacked(leg["shape"])], length_m=metres)


def unpacked(shape: str) -> list[list[float]]:
    """Read a line packed as text, six digits behind the point: points of lon, lat in degrees.

    The format is Google's "Encoded Polyline Algorithm Format".
    """
    steps, value, shift = [], 0, 0
    for byte in shape.encode("ascii"):
        value |= ((byte - _FIRST) & _LOW_BITS) << shift
        shift += 5
        if byte - _FIRST < _MORE:
            steps.append(~(value >> 1) if value & 1 else value >> 1)
            value, shift = 0, 0
    found = np.cumsum(np.array(steps, dtype=float).reshape(-1, 2), axis=0) / _POLYLINE
    return [[float(lon), float(lat)] for lat, lon in found]


def _ask_brouter(points: Sequence[Point], profile: str) -> Question:
    listed = "|".join(f"{lon:.6f},{lat:.6f}" for lon, lat in points)
    fields = (("lonlats", listed), ("profile", profile), ("alternativeidx", "0"))
    return Question(path="/brouter", fields=(*fields, ("format", "geojson")))


def _read_brouter(answer: Any) -> Way:
    track = answer["features"][0]
    metres = float(track["properties"]["track-length"])
    return Way(points=track["geometry"]["coordinates"], length_m=metres)


def _ask_graphhopper(points: Sequence[Point], profile: str) -> Question:
    stops = (("point", f"{lat:.6f},{lon:.6f}") for lon, lat in points)
    plain = (("profile", profile), ("points_encoded", "false"), ("instructions", "false"))
    return Question(path="/route", fields=(*stops, *plain))


def _read_graphhopper(answer: Any) -> Way:
    path = answer["paths"][0]
    return Way(points=path["points"]["coordinates"], length_m=float(path["distance"]))


def _says(field: str) -> Callable[[Any], str]:
    def refusal(answer: Any) -> str:
        said = answer.get(field) if isinstance(answer, dict) else None
        return said if isinstance(said, str) else ""

    return refusal


KINDS: Mapping[str, ServerKind] = {
    "osrm": ServerKind(
        title="OSRM",
        profiles={Mode.ROAD: "driving"},
        ask=_ask_osrm,
        read=_read_osrm,
        refusal=_says("message"),
    ),
    "valhalla": ServerKind(
        title="Valhalla",
        profiles={Mode.ROAD: "auto"},
        ask=_ask_valhalla,
        read=_read_valhalla,
        refusal=_says("error"),
    ),
    "brouter": ServerKind(
        title="BRouter",
        profiles={Mode.ROAD: "car-fast", Mode.RAIL: "rail"},
        ask=_ask_brouter,
        read=_read_brouter,
        refusal=_says("message"),
    ),
    "graphhopper": ServerKind(
        title="GraphHopper",
        profiles={Mode.ROAD: "car"},
        ask=_ask_graphhopper,
        read=_read_graphhopper,
        refusal=_says("message"),
    ),
    "openrailrouting": ServerKind(
        title="OpenRailRouting",
        profiles={Mode.RAIL: "all_tracks"},
        ask=_ask_graphhopper,
        read=_read_graphhopper,
        refusal=_says("message"),
    ),
}
