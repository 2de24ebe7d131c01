"""Chooses the columns of a table that hold its places, by the names that people give them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from geo.errors import TableError

if TYPE_CHECKING:
    import geopandas
    import pandas as pd

_USUAL = {
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "lat": ("lat", "latitude", "y"),
    "name": ("name", "place", "place_name", "title", "label", "city", "town"),
    "count": ("count", "mentions", "n", "number", "stories", "weight"),
    "category": ("category", "kind", "type"),
    "note": ("note", "notes", "words", "description"),
    "both": (
        *("lat_lon", "latlon", "lat_lng", "latlng", "lat,lon", "lat, lon", "lat/lon", "lat lon"),
        *("lon_lat", "lonlat", "lng_lat", "lnglat", "lon,lat", "lon, lat", "lon/lat", "lon lat"),
        *("coordinates", "coordinate", "coords", "gps", "position", "location", "mgrs"),
        *("wkt", "geometry", "geom", "the_geom", "wkb_geometry", "geojson", "shape"),
    ),
}
# Words in a longer name, as in decimalLatitude, stop_lat, "Longitude (°)"; other languages’ too.
_WORDS = {
    "lon": frozenset(
        {"lon", "lng", "longitude", "longitud", "longitudine", "längengrad", "долгота"}
    ),
    "lat": frozenset({"lat", "latitude", "latitud", "latitudine", "breitengrad", "широта"}),
    "name": frozenset({"name", "nombre", "nom", "nome"}),
}
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])")
_MOST_LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Names of a table's columns; "" to look for the usual ones.

    Attributes
    ----------
    lon, lat : degrees, WGS 84; not looked at where the table has a geometry, unless given here.
    name, count, category, note : as in `geo.maps.build.points.rows.Columns`.
    both : latitude and longitude in one cell, a square of the Military Grid Reference System, or a
        shape as text (WKT, GeoJSON) or in hexadecimal (WKB); looked at where the table has neither
        a geometry nor two columns of degrees.
    """

    lon: str = ""
    lat: str = ""
    name: str = ""
    count: str = ""
    category: str = ""
    note: str = ""
    both: str = ""


def found_columns(frame: pd.DataFrame, chosen: Chosen) -> Chosen:
    """Find the columns that were asked for, and the usual ones for what was not.

    Raises
    ------
    TableError
        If one that was asked for is not there, or none can be found for the points.
    """
    named = [str(column) for column in frame.columns]
    by_fold = {column.strip().casefold(): column for column in reversed(named)}
    picked = {}
    for field in fields(chosen):
        wanted = getattr(chosen, field.name)
        if wanted and wanted not in named:
            listed = ", ".join(repr(name[:60]) for name in named[:_MOST_LISTED])
            raise TableError(
                f"The table has no column {wanted[:60]!r} (for --{field.name}). It has: {listed}."
            )
        usual = (by_fold[name] for name in _USUAL[field.name] if name in by_fold)
        picked[field.name] = wanted or next(usual, "") or _by_word(named, field.name)
    if geometry_of(frame) is not None and not (chosen.lon or chosen.lat or chosen.both):
        picked["lon"] = picked["lat"] = picked["both"] = ""
    elif chosen.both:
        picked["lon"] = picked["lat"] = ""
    elif picked["lon"] and picked["lat"]:
        picked["both"] = ""
    elif not picked["both"]:
        listed = ", ".join(repr(name[:60]) for name in named[:_MOST_LISTED])
        raise TableError(
            "The table says nowhere where its places are. Name the columns with degrees of "
            f"longitude and latitude (--lon, --lat), or one with both (--both). It has: {listed}."
        )
    else:
        picked["lon"] = picked["lat"] = ""
    return Chosen(**picked)


def _by_word(named: list[str], field: str) -> str:
    """Find the one column whose name holds a word for this; of two nobody knows which."""
    words = _WORDS.get(field, frozenset())
    other = frozenset[str]().union(*(some for name, some in _WORDS.items() if name != field))
    told = {name: {word.casefold() for word in _WORD.findall(name)} for name in named}
    found = [name for name, has in told.items() if has & words and not has & other]
    return found[0] if len(found) == 1 else ""


def geometry_of(frame: pd.DataFrame) -> geopandas.GeoSeries | None:
    """Give the geometry of a table, if it has one."""
    loaded = sys.modules.get("geopandas")  # who has such a table has loaded it
    if loaded is None or not isinstance(frame, loaded.GeoDataFrame):
        return None
    return getattr(frame, "geometry", None)  # a frame may lack the column, whatever its class
