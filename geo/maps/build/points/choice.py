"""Chooses the columns of a table that hold its places, by the names that people give them."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from geo.errors import TableError
from geo.maps.build.points.coordinates import is_point

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
        *("coord", "geo_point_2d", "geo_point", "geopoint", "geolocation"),
        *("wkt", "geometry", "geom", "the_geom", "wkb_geometry", "geojson", "shape"),
    ),
}
# Words in a longer name, as in decimalLatitude, stop_lat, "Longitude (°)"; other languages’ too.
_WORDS = {
    "lon": frozenset(
        {"lon", "lng", "longitude", "longitud", "longitudine", "längengrad", "lengtegraad"}
        | {"lengdegrad", "længdegrad", "долгота", "довгота"}
    ),
    "lat": frozenset(
        {"lat", "latitude", "latitud", "latitudine", "breitengrad", "breedtegraad"}
        | {"breddegrad", "широта"}
    ),
    "name": frozenset(
        {"name", "nombre", "nom", "nome", "naam", "namn", "navn", "nazwa", "label"}
        | {"ort", "stadt", "ville", "commune", "ciudad", "cidade", "plaats", "comune", "miasto"}
    ),
}
# Words of both in one name, as in latitude_longitude.
_BOTH = {"both": ("lon", "lat")}
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])")
# What no column is called.
_FIGURE = re.compile(r"[+-]?\d+[.,]\d+")
_MOST_LISTED, _LOOKED_AT = 20, 50


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
        picked[field.name] = wanted or next(usual, "") or _by_word(frame, field.name)
    if geometry_of(frame) is not None and not (chosen.lon or chosen.lat or chosen.both):
        picked["lon"] = picked["lat"] = picked["both"] = ""
    elif chosen.both:
        picked["lon"] = picked["lat"] = ""
    elif picked["lon"] and picked["lat"]:
        picked["both"] = ""
    else:
        picked["both"] = picked["both"] or _by_content(frame)
        picked["lon"] = picked["lat"] = ""
    return Chosen(**picked)


def _by_content(frame: pd.DataFrame) -> str:
    """Find the one column whose cells hold nothing but points.

    Raises
    ------
    TableError
        If there is none, or more than one.
    """
    named = [str(column) for column in frame.columns]
    found = [name for place, name in enumerate(named) if _holds_points(frame.iloc[:, place])]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(repr(name[:60]) for name in named[:_MOST_LISTED])
    headless = " Its first line holds figures: are the names of the columns missing?" * any(
        _FIGURE.fullmatch(name.strip()) for name in named
    )
    raise TableError(
        f"The table says nowhere where its places are.{headless} Name the columns with degrees of "
        f"longitude and latitude (--lon, --lat), or one with both (--both). It has: {listed}."
    )


def _holds_points(column: pd.Series[Any]) -> bool:
    cells = [cell for cell in column.head(_LOOKED_AT).tolist() if isinstance(cell, str) and cell]
    return bool(cells) and all(map(is_point, cells))


def _by_word(frame: pd.DataFrame, field: str) -> str:
    """Find the one column whose name holds a word for this; of two nobody knows which."""
    asked = [_WORDS[one] for one in _BOTH.get(field, (field,)) if one in _WORDS]
    other = frozenset[str]().union(*(some for some in _WORDS.values() if some not in asked))
    found = {}
    for place, name in enumerate(map(str, frame.columns)):
        has = {word.casefold() for word in _WORD.findall(name)}
        if asked and all(has & words for words in asked) and not has & other:
            found[name] = frame.iloc[:, place]
    if field == "name" and len(found) > 1:  # "nombre" is a name in Spanish, a number in French
        found = {name: cells for name, cells in found.items() if not _holds_numbers(cells)}
    return next(iter(found)) if len(found) == 1 else ""


def _holds_numbers(column: pd.Series[Any]) -> bool:
    cells = [str(cell) for cell in column.head(_LOOKED_AT).tolist() if str(cell).strip()]
    return bool(cells) and not any(letter.isalpha() for cell in cells for letter in cell)


def geometry_of(frame: pd.DataFrame) -> geopandas.GeoSeries | None:
    """Give the geometry of a table, if it has one."""
    loaded = sys.modules.get("geopandas")  # who has such a table has loaded it
    if loaded is None or not isinstance(frame, loaded.GeoDataFrame):
        return None
    return getattr(frame, "geometry", None)  # a frame may lack the column, whatever its class
