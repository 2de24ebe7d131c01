"""Reads the tables of ``data/rail/``: stations and the stretches of line between them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.errors import DataMissing
from geo.geodesy import wgs84

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

# Where no kilometres are published the drawn length is stretched by so much: a drawn track leaves
# out small curves, chords between stations leave out all of them.
_WINDING_TRACK = 1.05
_WINDING_CHORD = 1.2
_ESTIMATED_PERCENT = 8.0

Points = tuple[tuple[float, float], ...]
# The stations of a line in their order, with their published kilometres where there are any.
Stops = list[tuple[str, float | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A point of the network, WGS 84 degrees.

    ``kind`` is "station", "junction", "border", or "stop" for one that only gives the line its
    shape; ``names`` are the main name and all others.
    """

    id: str
    names: tuple[str, ...]
    lon: float
    lat: float
    country: str
    kind: str
    source: str

    @property
    def name(self) -> str:
        """The main name."""
        return self.names[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class RailLine:
    """A line as railways name it: what holds for all of its stretches."""

    name: str
    gauge_mm: int
    uncertainty: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The way from one station to the next, metres along the line.

    ``uncertainty`` is the share by which the length may be off; ``points`` are (lon, lat) in WGS 84
    degrees from ``start`` to ``end``.
    """

    line: RailLine
    start: str
    end: str
    distance_m: float
    uncertainty: float
    points: Points

    def reversed(self) -> Stretch:
        """Give the same stretch the other way."""
        return Stretch(
            line=self.line,
            start=self.end,
            end=self.start,
            distance_m=self.distance_m,
            uncertainty=self.uncertainty,
            points=self.points[::-1],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Railways:
    """All stations, and from each the stretches that leave it."""

    stations: dict[str, Station]
    leaving: Mapping[str, tuple[Stretch, ...]]


def read_railways(folder: Path) -> Railways:
    """Read and join all lines.

    Raises
    ------
    DataMissing
        If one of the tables is not there.
    """
    stations = {
        row["station"]: Station(
            id=row["station"],
            names=(row["name"], *filter(None, row["aliases"].split(";"))),
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            country=row["country"],
            kind=row["kind"],
            source=row["source"],
        )
        for row in _rows(folder / "stations.csv")
    }
    tracks = {
        (row["station"], row["other_station"]): row["points"]
        for row in _rows(folder / "tracks.csv")
    }
    stops: dict[str, Stops] = defaultdict(list)
    for row in _rows(folder / "stops.csv"):
        stops[row["line"]].append((row["station"], float(row["km"]) if row["km"] else None))
    lines = [
        (
            RailLine(
                name=row["name"],
                gauge_mm=int(row["gauge_mm"]),
                uncertainty=float(row["uncertainty_percent"]) / 100.0,
                source=row["source"],
            ),
            stops[row["line"]],
        )
        for row in _rows(folder / "lines.csv")
    ]
    return Railways(
        stations=stations,
        leaving=_Leaving(lines, lambda line, of: _stretches(line, of, stations, tracks)),
    )


class _Leaving(Mapping[str, tuple[Stretch, ...]]):
    """Lines by their stations; a line is measured when a way comes to it."""

    def __init__(
        self,
        lines: Sequence[tuple[RailLine, Stops]],
        measure: Callable[[RailLine, Stops], list[Stretch]],
    ) -> None:
        self._lines = lines
        self._measure = cache(lambda number: measure(*lines[number]))
        self._found: dict[str, tuple[Stretch, ...]] = {}
        # Sets that keep their order: ways of one length are told apart by it.
        self._through: dict[str, dict[int, None]] = defaultdict(dict)
        for number, (_, stops) in enumerate(lines):
            for station, _ in stops:
                self._through[station][number] = None

    def __getitem__(self, station: str) -> tuple[Stretch, ...]:
        """Give the stretches that leave a station, line by line."""
        if station not in self._found:
            if station not in self._through:
                raise KeyError(station)
            self._found[station] = tuple(
                stretch if stretch.start == station else stretch.reversed()
                for number in self._through[station]
                for stretch in self._measure(number)
                if station in (stretch.start, stretch.end)
            )
        return self._found[station]

    def __iter__(self) -> Iterator[str]:
        """Go through the stations that a line calls at."""
        return iter(self._through)

    def __len__(self) -> int:
        """Count them."""
        return len(self._through)


def read_gauges(folder: Path) -> dict[str, int]:
    """Read the usual gauge of countries by their ISO codes, millimetres.

    Raises
    ------
    DataMissing
        If the table is not there.
    """
    return {row["country"]: int(row["gauge_mm"]) for row in _rows(folder / "gauges.csv")}


def _stretches(
    line: RailLine,
    stops: Stops,
    stations: dict[str, Station],
    tracks: dict[tuple[str, str], str],
) -> list[Stretch]:
    """Measure a line stop by stop; published kilometres are shared out over the stops between."""
    drawn = [_drawn(one, other, stations, tracks) for (one, _), (other, _) in pairwise(stops)]
    known = [number for number, (_, km) in enumerate(stops) if km is not None]
    lengths = [rough_m for _, rough_m in drawn]
    uncertainties = [_ESTIMATED_PERCENT / 100.0] * len(drawn)
    for first, last in pairwise(known):
        published_m = (float(stops[last][1] or 0) - float(stops[first][1] or 0)) * 1000.0
        scale = published_m / sum(lengths[first:last])
        for number in range(first, last):
            lengths[number] *= scale
            uncertainties[number] = line.uncertainty
    return [
        Stretch(
            line=line,
            start=one,
            end=other,
            distance_m=distance_m,
            uncertainty=uncertainty,
            points=points,
        )
        for ((one, _), (other, _)), (points, _), distance_m, uncertainty in zip(
            pairwise(stops), drawn, lengths, uncertainties, strict=True
        )
    ]


def _drawn(
    one: str, other: str, stations: dict[str, Station], tracks: dict[tuple[str, str], str]
) -> tuple[Points, float]:
    """Give the points between two stations, and the length that the way has at a guess, metres."""
    if (one, other) in tracks:
        points, winding = _points(tracks[one, other]), _WINDING_TRACK
    elif (other, one) in tracks:
        points, winding = _points(tracks[other, one])[::-1], _WINDING_TRACK
    else:
        ends = stations[one], stations[other]
        points, winding = tuple((end.lon, end.lat) for end in ends), _WINDING_CHORD
    lons, lats = zip(*points, strict=True)
    return points, winding * float(wgs84().line_length(lons, lats))


def _points(text: str) -> Points:
    pairs = (point.split(" ") for point in text.split(";"))
    return tuple((float(lon), float(lat)) for lon, lat in pairs)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise DataMissing(
            f"The railway table {str(path)!r} cannot be read; it is part of the program: restore "
            "it."
        ) from error
