"""Tells which states have an outline that their towns bear out; writes `basemap/outlined.tsv`.

Run ``python -m tools.make_outlined``. A region is listed where nearly all of its towns in the
gazetteer lie in what the lines between states cut off for it, and nearly no other's do.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING

import shapely

from geo.adapters.basemap.regions import Regions
from geo.adapters.basemap.states import Inner
from geo.adapters.basemap.tables import read_states
from geo.adapters.basemap.world import open_basemap
from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely.geometry.base import BaseGeometry

    from geo.ports import Gazetteer

# Towns so near a line may be told to be on the wrong side of it, degrees.
_NEAR_DEG = 0.05
# Share of a region's towns that must lie in it, and of others' that may; towns that it must have.
# Villages of unknown size are told to be in a wrong state more often than that.
_INSIDE, _OTHERS = 0.97, 0.02
_LEAST = 3
_ALL = 1_000_000


def main() -> None:
    """Write the table of the regions whose outlines are sound."""
    settings = Settings()
    folder = settings.data / "basemap"
    gazetteer, basemap = open_gazetteer(settings), open_basemap(settings)
    regions = Regions(folder, Inner(folder, settings.cache), basemap.country)
    with (folder / "outlined.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        table.writerow(["country_code", "name", "towns", "inside", "of_others"])
        for code in sorted(read_states(folder)):
            land = basemap.country(code)
            if land is not None:
                towns = _towns(gazetteer, code, land)
                table.writerows((code, *row) for row in _sound(regions.cut(code), towns))


def _towns(gazetteer: Gazetteer, code: str, land: BaseGeometry) -> dict[str, list[BaseGeometry]]:
    west, south, east, north = land.bounds
    found = defaultdict(list)
    for town in gazetteer.cities_within(west=west, south=south, east=east, north=north, limit=_ALL):
        if town.country_code == code and town.population:
            found[town.admin1].append((town.lon, town.lat))
    return {name: list(map(shapely.Point, points)) for name, points in found.items()}


def _sound(
    outlines: dict[str, BaseGeometry], towns: dict[str, list[BaseGeometry]]
) -> Iterator[tuple[str, int, int, int]]:
    for name, outline in sorted(outlines.items()):
        own = towns.get(name, [])
        others = [points for other, points in towns.items() if other != name]
        shapely.prepare(outline)
        inside = int(shapely.dwithin(outline, own, _NEAR_DEG).sum())
        deep = shapely.buffer(outline, -_NEAR_DEG)
        shapely.prepare(deep)
        strangers = sum(int(shapely.contains(deep, points).sum()) for points in others)
        is_sound = inside >= _INSIDE * len(own) and strangers <= _OTHERS * len(own)
        if len(own) >= _LEAST and is_sound:
            yield name, len(own), inside, strangers


if __name__ == "__main__":
    main()
