"""Takes the places out of a table of pandas or geopandas, as columns.

Points come from the geometry where the table has one, in the CRS that it says, from two columns of
degrees otherwise, or from one column with both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.errors import TableError
from geo.maps.build.points.choice import Chosen, found_columns, geometry_of
from geo.maps.build.points.coordinates import LAT, LON, read_column, read_pairs
from geo.maps.build.points.numbers import decimal_signs, read_numbers
from geo.maps.build.points.rows import BAD_COUNT, UNREAD, Columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

_FIRST = {LON: ("lon", "lng"), LAT: ("lat",)}
# A letter alone in a name may be one of seconds: only capitals that nothing is tied to.
_SIDES = {
    LON: re.compile(r"(?<![\w])(W|[Ww]est)(?!\w)"),
    LAT: re.compile(r"(?<![\w])(S|[Ss]outh)(?!\w)"),
}
_WGS_84 = 4326


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How the figures of a table are written, where the table does not tell.

    Attributes
    ----------
    decimal : the sign before decimals, "." or ","; "" to see it from the table.
    first : which of two coordinates in one cell comes first, "lat" or "lon"; "" as above.
    """

    decimal: str = ""
    first: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Points:
    """Longitudes and latitudes, the cells that cannot be read, and what is to be said of it."""

    lon: np.ndarray
    lat: np.ndarray
    unread: dict[int, str]
    remarks: tuple[str, ...] = ()


def columns_of(
    frame: pd.DataFrame,
    chosen: Chosen | None = None,
    *,
    first_row: int = 1,
    writing: Writing | None = None,
) -> tuple[Columns, Chosen]:
    """Take the columns of places out of a table; say too which were taken.

    Rows go by the numbers of the table's index, counted from ``first_row``.

    Raises
    ------
    TableError
        If a column that was asked for is not there, none can be found for the points, or figures
        can be read in two ways.
    """
    writing = writing or Writing()
    found = found_columns(frame, chosen or Chosen())
    points = _points(frame, found, writing)
    counts, no_counts = _counts(frame, found, writing) if found.count else (None, {})
    blank = [""] * len(frame)
    return (
        Columns(
            lon=points.lon,
            lat=points.lat,
            names=_texts(frame, found.name) or blank,
            counts=counts,
            categories=_texts(frame, found.category),
            notes=_texts(frame, found.note),
            first_row=first_row,
            row_numbers=_row_numbers(frame, first_row),
            unread={UNREAD: points.unread, BAD_COUNT: no_counts},
            remarks=points.remarks,
        ),
        found,
    )


def _row_numbers(frame: pd.DataFrame, first_row: int) -> np.ndarray | None:
    """Take the index for the numbers of rows, where it is one of whole numbers."""
    index = np.asarray(frame.index)
    usable = index.dtype.kind in "iu" and len(np.unique(index)) == len(index)
    return index + first_row if usable else None


def _points(frame: pd.DataFrame, found: Chosen, writing: Writing) -> _Points:
    if found.both:
        return _pairs(frame, found.both, writing)
    if found.lon:
        lon, no_lon = _degrees(frame, found.lon, LON)
        lat, no_lat = _degrees(frame, found.lat, LAT)
        signed = [_signed_by_name(found.lon, lon, LON), _signed_by_name(found.lat, lat, LAT)]
        return _Points(
            lon=signed[0][0],
            lat=signed[1][0],
            unread={**no_lat, **no_lon},
            remarks=tuple(told for _, told in signed if told),
        )
    geometry: Any = geometry_of(frame)
    if geometry.crs is not None and geometry.crs.to_epsg() != _WGS_84:
        geometry = geometry.to_crs(_WGS_84)
    points = geometry.representative_point() if (geometry.geom_type != "Point").any() else geometry
    lon, lat = np.asarray(points.x, np.float64), np.asarray(points.y, np.float64)
    return _Points(lon=lon, lat=lat, unread={})


def _signed_by_name(column: str, degrees: np.ndarray, axis: str) -> tuple[np.ndarray, str]:
    """Count degrees of a column that is named for the west or the south from there."""
    side = _SIDES[axis].search(column)
    if side is None or (degrees < 0).any():  # signs stand at the figures already
        return degrees, ""
    return -degrees, f"The figures in the column {column[:60]!r} are read as degrees {side[1]}."


def _pairs(frame: pd.DataFrame, column: str, writing: Writing) -> _Points:
    texts = _texts(frame, column) or []
    fold = column.strip().casefold()
    named = next((axis for axis, words in _FIRST.items() if fold.startswith(words)), "")
    lon, lat, unread, taken = read_pairs(texts, writing.first or named)
    if taken and any(text.strip().startswith("[") for text in texts):
        raise TableError(
            f"The column {column[:60]!r} does not tell whether its latitudes or its longitudes "
            "stand first. Say it with --first lat or --first lon."
        )
    told = f"The pairs in the column {column[:60]!r} are read as latitude, then longitude."
    return _Points(lon=lon, lat=lat, unread=unread, remarks=(told,) if taken else ())


def _degrees(frame: pd.DataFrame, column: str, axis: str) -> tuple[np.ndarray, dict[int, str]]:
    import pandas as pd  # noqa: PLC0415 - only tables need it

    values = _column(frame, column)
    if pd.api.types.is_numeric_dtype(values):
        return np.asarray(values, np.float64), {}
    return read_column(_texts(frame, column) or [], axis)


def _counts(
    frame: pd.DataFrame, found: Chosen, writing: Writing
) -> tuple[np.ndarray, dict[int, str]]:
    import pandas as pd  # noqa: PLC0415 - as above

    values = _column(frame, found.count)
    if pd.api.types.is_numeric_dtype(values):
        return np.asarray(values, np.float64), {}
    numbers = [isinstance(value, float | int) for value in values.tolist()]
    texts = _texts(frame, found.count) or []
    words = ["" if is_one else text for is_one, text in zip(numbers, texts, strict=True)]
    elsewhere = frozenset({writing.decimal}) if writing.decimal else _other_signs(frame, found)
    read, unread = read_numbers(words, found.count, elsewhere)
    given = pd.to_numeric(values, errors="coerce").to_numpy(np.float64)
    return np.where(numbers, given, read), unread


def _other_signs(frame: pd.DataFrame, found: Chosen) -> frozenset[str]:
    """Find the decimal signs of the other columns; no coordinate has thousands."""
    signs: set[str] = set()
    for column in map(str, frame.columns):
        if column not in {found.count, found.name, found.note, found.category}:
            texts = [value for value in _column(frame, column).tolist() if isinstance(value, str)]
            signs |= decimal_signs(texts)
            if column in {found.lon, found.lat}:
                signs |= {sign for sign in ".," if any(text.count(sign) == 1 for text in texts)}
    return frozenset(signs)


def _texts(frame: pd.DataFrame, column: str) -> Sequence[str] | None:
    if not column:
        return None
    values = _column(frame, column)
    listed = values.tolist()
    if all(type(value) is str for value in listed):
        return listed
    missing = values.isna().to_numpy()
    return [
        "" if gone else _text(value) for value, gone in zip(listed, missing.tolist(), strict=True)
    ]


def _text(value: object) -> str:
    if isinstance(value, bytes):  # a geometry as databases keep it
        return value.hex()
    # A spreadsheet has no whole numbers: a house's 12 is 12.0 there.
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _column(frame: pd.DataFrame, column: str) -> pd.Series[Any]:
    """Take the first column of a name: a table may have two."""
    place = [str(name) for name in frame.columns].index(column)
    return frame.iloc[:, place]
