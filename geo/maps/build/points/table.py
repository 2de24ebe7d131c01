"""Finds the columns with places in a table of pandas or geopandas.

Columns are found by the names that people give them, or named by the caller. Points come from
the geometry where the table has one, in the CRS that it says, and from two columns of degrees
otherwise.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.errors import TableError
from geo.maps.build.points.rows import Columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas
    import pandas as pd

_USUAL = {
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "lat": ("lat", "latitude", "y"),
    "name": ("name", "place", "place_name", "title", "label", "city", "town"),
    "count": ("count", "mentions", "n", "number", "stories", "weight"),
    "category": ("category", "kind", "type"),
    "note": ("note", "notes", "words", "description"),
}
_MOST_LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Names of a table's columns; "" to look for the usual ones.

    Attributes
    ----------
    lon, lat : degrees, WGS 84; not looked at where the table has a geometry, unless given here.
    name, count, category, note : as in `geo.maps.build.points.rows.Columns`.
    """

    lon: str = ""
    lat: str = ""
    name: str = ""
    count: str = ""
    category: str = ""
    note: str = ""


def columns_of(
    frame: pd.DataFrame, chosen: Chosen | None = None, *, first_row: int = 1
) -> tuple[Columns, Chosen]:
    """Take the columns of places out of a table; say too which were taken.

    Raises
    ------
    TableError
        If a column that was asked for is not there, or none can be found for the points.
    """
    found = _found(frame, chosen or Chosen())
    lon, lat = _points(frame, found)
    blank = [""] * len(frame)
    return (
        Columns(
            lon=lon,
            lat=lat,
            names=_texts(frame, found.name) or blank,
            counts=_numbers(frame, found.count) if found.count else None,
            categories=_texts(frame, found.category),
            notes=_texts(frame, found.note),
            first_row=first_row,
        ),
        found,
    )


def _found(frame: pd.DataFrame, chosen: Chosen) -> Chosen:
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
        picked[field.name] = wanted or next(usual, "")
    if _geometry(frame) is not None and not (chosen.lon or chosen.lat):
        picked["lon"] = picked["lat"] = ""
    elif not (picked["lon"] and picked["lat"]):
        listed = ", ".join(repr(name[:60]) for name in named[:_MOST_LISTED])
        raise TableError(
            "The table says nowhere where its places are. Name the columns with degrees of "
            f"longitude and latitude (--lon, --lat). It has: {listed}."
        )
    return Chosen(**picked)


def _geometry(frame: pd.DataFrame) -> geopandas.GeoSeries | None:
    loaded = sys.modules.get("geopandas")  # who has such a table has loaded it
    if loaded is None or not isinstance(frame, loaded.GeoDataFrame):
        return None
    return getattr(frame, "geometry", None)  # a frame may lack the column, whatever its class


def _points(frame: pd.DataFrame, found: Chosen) -> tuple[np.ndarray, np.ndarray]:
    if found.lon:
        return _numbers(frame, found.lon), _numbers(frame, found.lat)
    geometry: Any = _geometry(frame)
    if geometry.crs is not None and geometry.crs.to_epsg() != 4326:  # noqa: PLR2004 - WGS 84
        geometry = geometry.to_crs(4326)
    points = geometry.representative_point() if (geometry.geom_type != "Point").any() else geometry
    return np.asarray(points.x, np.float64), np.asarray(points.y, np.float64)


def _numbers(frame: pd.DataFrame, column: str) -> np.ndarray:
    """Read numbers, with a decimal comma where a column is written so; NaN for what is none."""
    import pandas as pd  # noqa: PLC0415 - only tables need it

    values = _column(frame, column)
    found = pd.to_numeric(values, errors="coerce")
    if found.isna().any() and not pd.api.types.is_numeric_dtype(values):
        commas = values.astype(str).str.strip().str.replace(",", ".", regex=False)
        found = found.fillna(pd.to_numeric(commas, errors="coerce"))
    return np.asarray(found, np.float64)


def _texts(frame: pd.DataFrame, column: str) -> Sequence[str] | None:
    if not column:
        return None
    values = _column(frame, column)
    missing = values.isna().to_numpy()
    return [
        "" if gone else str(value)
        for value, gone in zip(values.tolist(), missing.tolist(), strict=True)
    ]


def _column(frame: pd.DataFrame, column: str) -> pd.Series[Any]:
    """Take the first column of a name: a table may have two."""
    place = [str(name) for name in frame.columns].index(column)
    return frame.iloc[:, place]
