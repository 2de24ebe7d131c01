"""Outlines of states and regions, put together from a country's outline and the lines inside it.

A region of `outlined.tsv` is what lines between states cut off from its country's land; one of
`whole_parts.tsv` is all of the land that is drawn in a box, as an island or a strip is.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import shapely

from geo.adapters.basemap.tables import read_outlined, read_whole_parts
from geo.adapters.kept_arrays import Shelf, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap.states import Inner
    from geo.adapters.kept_arrays import Arrays

_NAMES = "names"

# Lines are of another map than shores: a loose end is led on to the shore, or straight on.
_TO_SHORE_DEG, _STRAIGHT_ON_DEG, _BEYOND_DEG = 0.5, 0.15, 0.002
# The point of a state may lie so far off a simplified shore.
_OFF_SHORE_DEG = 0.1
# An island so much further from one state than from another may be of either; no further than this.
_TWICE, _ISLAND_DEG = 2.0, 2.0


class Regions:
    """Outlines of regions by country and name.

    Each country is cut when one of its regions is first asked for, which may take half a second;
    the pieces are kept in the folder ``cache``, where there is one.
    """

    def __init__(
        self,
        folder: Path,
        inner: Inner,
        country: Callable[[str], BaseGeometry | None],
        cache: Path | None = None,
    ) -> None:
        self._folder, self._inner, self._country = folder, inner, country
        self._cache = cache
        self._pieces: dict[str, tuple[list[str], Arrays]] = {}
        self._made: dict[tuple[str, str], BaseGeometry | None] = {}

    def outline(self, country_code: str, name: str) -> BaseGeometry | None:
        """Outline of a region by its name in the gazetteer; None where none is sure."""
        whole = self._whole.get((country_code, name))
        if whole is not None:
            return self._within(*whole)
        if (country_code, name) not in self._outlined:
            return None
        if (country_code, name) not in self._made:
            names, pieces = self._pieces_of(country_code)
            found = unpacked(pieces, names.index(name)) if name in names else None
            self._made[country_code, name] = found
        return self._made[country_code, name]

    def _pieces_of(self, country_code: str) -> tuple[list[str], Arrays]:
        if country_code not in self._pieces:
            cut = f"states-{country_code}"
            arrays = self._shelf.kept(cut, b"", lambda: _coded(self.cut(country_code)))
            names = msgspec.json.decode(bytes(arrays[_NAMES]), type=list[str])
            self._pieces[country_code] = names, arrays
        return self._pieces[country_code]

    @cached_property
    def _shelf(self) -> Shelf:
        """What is kept is of these maps, cut by this code."""
        made_of = (Path(__file__), *sorted(path for path in self._folder.iterdir()))
        return Shelf.of(self._cache, "cut", *(path.read_bytes() for path in made_of))

    def cut(self, country_code: str) -> dict[str, BaseGeometry]:
        """Cut a country's land along the lines between its states; those that are told apart."""
        land = self._country(country_code)
        points = {
            one.name: shapely.Point(one.lon, one.lat) for one in self._inner.names(country_code)
        }
        if land is None or not points:
            return {}
        faces = _faces(land, self._inner.lines(country_code))
        tree = shapely.STRtree(faces)
        held: dict[int, list[str]] = {}
        for name, point in points.items():
            near = tree.query_nearest(point, max_distance=_OFF_SHORE_DEG, all_matches=False)
            for face in near:
                held.setdefault(int(face), []).append(name)
        pieces: dict[str, list[BaseGeometry]] = {}
        for number, face in enumerate(faces):
            owners = held.get(number)
            for owner in (number,) if owners else _nearest(face, faces, tuple(held)):
                names = held[owner]
                if len(names) == 1:  # no line that we have parts the others
                    pieces.setdefault(names[0], []).append(face)
        return {name: shapely.union_all(parts) for name, parts in pieces.items()}

    def _within(
        self, drawn_with: str, box: tuple[float, float, float, float]
    ) -> BaseGeometry | None:
        land, frame = self._country(drawn_with), shapely.box(*box)
        parts = () if land is None else tuple(shapely.get_parts(land))
        inside = [part for part in parts if frame.contains(part.representative_point())]
        return shapely.MultiPolygon(inside) if inside else None

    @cached_property
    def _whole(self) -> dict[tuple[str, str], tuple[str, tuple[float, float, float, float]]]:
        return read_whole_parts(self._folder)

    @cached_property
    def _outlined(self) -> frozenset[tuple[str, str]]:
        return read_outlined(self._folder)


def _coded(regions: dict[str, BaseGeometry]) -> Arrays:
    names = np.frombuffer(msgspec.json.encode(list(regions)), dtype=np.uint8)
    return {_NAMES: names, **packed(regions.values())}


def _faces(land: BaseGeometry, lines: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Cut land along lines whose loose ends are led on."""
    shore = shapely.boundary(land)
    merged = list(shapely.get_parts(shapely.line_merge(shapely.multilinestrings(list(lines)))))
    ends = Counter(point for line in merged for point in (line.coords[0], line.coords[-1]))
    joins: list[BaseGeometry] = []
    for line in merged:
        for end, before in ((0, 1), (-1, -2)):
            point, inner = np.array(line.coords[end]), np.array(line.coords[before])
            if ends[line.coords[end]] == 1 and land.contains(shapely.Point(point)):
                others = [shore, *(other for other in merged if other is not line)]
                joins += _led_on(point, inner, others)
    net = shapely.union_all([shore, *merged, *joins])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(net)))
    shapely.prepare(land)
    return [face for face in faces if land.contains(face.representative_point())]


def _led_on(
    point: np.ndarray, inner: np.ndarray, others: Sequence[BaseGeometry]
) -> Iterator[BaseGeometry]:
    """Lead a loose end straight on, to the shore, and to the line that is nearest."""
    ahead = (point - inner) / np.hypot(*(point - inner))
    yield shapely.LineString([point, point + ahead * _STRAIGHT_ON_DEG])
    spot = shapely.Point(point)
    for goal in (others[0], min(others, key=spot.distance)):
        gap = spot.distance(goal)
        if 0 < gap <= _TO_SHORE_DEG:
            to = shapely.get_coordinates(shapely.shortest_line(spot, goal))[1]
            yield shapely.LineString([point, point + (to - point) * (1 + _BEYOND_DEG / gap)])


def _nearest(
    face: BaseGeometry, faces: Sequence[BaseGeometry], owned: Sequence[int]
) -> Iterator[int]:
    """Give a face without a name to the neighbour along which it lies, an island to the nearest."""
    gaps = {number: face.distance(faces[number]) for number in owned}
    nearest = min(gaps.values(), default=_ISLAND_DEG)
    if nearest > 0:
        if nearest < _ISLAND_DEG:
            yield from (number for number, gap in gaps.items() if gap <= _TWICE * nearest)
        return
    touching = [number for number, gap in gaps.items() if gap == 0]
    edge = face.boundary
    yield max(touching, key=lambda number: edge.intersection(faces[number].boundary).length)
