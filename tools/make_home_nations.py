"""Tells how England, Scotland, Wales and Northern Ireland lie; writes `facts/home_nations.tsv`.

Run ``python -m tools.make_home_nations``. The map has no lines between them, so the outline of the
country is cut along their borders, which are drawn by hand and good to about five kilometres. The
towns of each must agree.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import shapely

from geo.adapters.basemap.world import open_basemap
from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.settings import Settings
from tools.make_regions import HEAD, area_km2, lie

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from geo.ports import Gazetteer

CODE = "GB"
# From the Solway Firth to Berwick, and round the north of the sea.
SCOTLAND = (
    (-3.05, 54.99), (-2.95, 55.05), (-2.80, 55.13), (-2.62, 55.27), (-2.48, 55.355),
    (-2.30, 55.41), (-2.17, 55.47), (-2.23, 55.50), (-2.23, 55.62), (-2.32, 55.64),
    (-2.20, 55.68), (-2.10, 55.76), (-2.07, 55.80), (-2.03, 55.81), (0.0, 56.0),
    (0.0, 61.5), (-9.0, 61.5), (-9.0, 54.4), (-4.5, 54.5), (-3.6, 54.83), (-3.3, 54.93),
)  # fmt: skip
# From the Dee to the Severn, and round the west of the sea.
WALES = (
    (-3.40, 53.50), (-3.12, 53.27), (-2.97, 53.20), (-2.93, 53.12), (-2.87, 53.05),
    (-2.84, 52.98), (-2.73, 52.98), (-2.74, 52.92), (-2.95, 52.91), (-3.02, 52.95),
    (-3.15, 52.88), (-3.08, 52.78), (-3.00, 52.68), (-3.10, 52.58), (-3.00, 52.50),
    (-3.20, 52.42), (-3.04, 52.35), (-2.96, 52.27), (-3.12, 52.12), (-3.12, 52.06),
    (-3.06, 51.95), (-2.88, 51.92), (-2.72, 51.84), (-2.66, 51.70), (-2.67, 51.63),
    (-2.80, 51.50), (-3.40, 51.35), (-5.50, 51.20), (-6.00, 51.50), (-6.00, 53.60),
)  # fmt: skip
# A box without the tip of Kintyre.
NORTHERN_IRELAND = (
    (-8.3, 54.0), (-5.4, 54.0), (-5.4, 54.9), (-5.9, 55.15), (-6.1, 55.4), (-8.3, 55.4),
)  # fmt: skip
_NEIGHBOURS = {
    "England": ("Scotland|Wales", ""),
    "Northern Ireland": ("", "IE"),
    "Scotland": ("England", ""),
    "Wales": ("England", ""),
}
_ALL = 1_000_000
_AGREE = 0.97


def main() -> None:
    """Write the table."""
    settings = Settings()
    gazetteer = open_gazetteer(settings)
    outline = open_basemap(settings).country(CODE)
    if outline is None:
        raise SystemExit("the map has no outline of Great Britain")
    nations = cut(outline)
    for name, share in agreeing(nations, gazetteer).items():
        if share < _AGREE:
            raise SystemExit(f"of the towns of {name} only {share:.0%} lie in it")
    path = settings.data / "facts" / "home_nations.tsv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(HEAD)
        for name, (neighbours, countries) in _NEIGHBOURS.items():
            land = nations[name]
            area = f"{area_km2(land):.0f}"
            table.writerow([CODE, name, area, neighbours, countries, "", *lie(land)])


def cut(outline: BaseGeometry) -> dict[str, BaseGeometry]:
    """Cut the outline of the country, in degrees, into its four parts."""
    drawn: dict[str, BaseGeometry] = {
        "Scotland": shapely.Polygon(SCOTLAND),
        "Wales": shapely.Polygon(WALES),
        "Northern Ireland": shapely.Polygon(NORTHERN_IRELAND),
    }
    drawn["Scotland"] = shapely.difference(drawn["Scotland"], drawn["Northern Ireland"])
    found = {name: shapely.intersection(outline, shape) for name, shape in drawn.items()}
    rest = shapely.difference(outline, shapely.union_all(list(drawn.values())))
    return {"England": rest, **found}


def agreeing(nations: dict[str, BaseGeometry], gazetteer: Gazetteer) -> dict[str, float]:
    """Give the share of the towns of each part that lie in it, of those on land of any."""
    west, south, east, north = shapely.union_all(list(nations.values())).bounds
    towns = gazetteer.cities_within(west=west, south=south, east=east, north=north, limit=_ALL)
    told: dict[str, list[bool]] = {name: [] for name in nations}
    for town in towns:
        point = shapely.Point(town.lon, town.lat)
        within = [name for name, land in nations.items() if shapely.contains(land, point)]
        if town.country_code == CODE and town.admin1 in told and town.population and within:
            told[town.admin1].append(town.admin1 in within)
    return {name: sum(found) / len(found) for name, found in told.items()}


if __name__ == "__main__":
    main()
