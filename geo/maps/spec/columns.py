"""Codes columns of numbers and texts as short strings, all at once, and reads them back.

Numbers are coded as in `geo.maps.spec.polyline` (zigzag, five bits a letter, the lowest first).
Places are put in the order of a Hilbert curve first (D. Hilbert, "Ueber die stetige Abbildung einer
Linie auf ein Flächenstück", Mathematische Annalen 38, 1891), which halves the differences between
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.maps.spec.points import TextColumn
from geo.maps.spec.polyline import letters, numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.maps.spec.points import Grid, PointColumns

# A browser reads the numbers in 32 bits, one of which is the sign.
MOST = 2**30
# Digits of degrees that tell points apart: a tenth of a millimetre.
_DIGITS = 9


def encode_numbers(values: np.ndarray) -> str:
    """Code whole numbers between -2^30 and 2^30.

    Raises
    ------
    ValueError
        If one is outside.
    """
    whole = np.asarray(values, dtype=np.int64)
    if whole.size and np.abs(whole).max() > MOST:
        raise ValueError(f"A number is beyond {MOST}; code it in larger steps.")
    return letters(whole)[0]


def decode_numbers(coded: str) -> np.ndarray:
    """Read coded numbers back."""
    return numbers(coded)[0]


def encode_points(lon: np.ndarray, lat: np.ndarray, grid: Grid) -> str:
    """Code points as one line does, but keep those that fall on the one before."""
    cells = np.column_stack([(lon - grid.lon_0) / grid.step, (lat - grid.lat_0) / grid.step])
    whole = np.rint(cells).astype(np.int64)
    return encode_numbers(np.diff(whole, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).ravel())


def decode_points(columns: PointColumns) -> np.ndarray:
    """Read the places back: rows of (lon, lat), WGS 84 degrees."""
    cells = np.cumsum(decode_numbers(columns.points).reshape(-1, 2), axis=0)
    return np.asarray(cells * columns.grid.step + (columns.grid.lon_0, columns.grid.lat_0))


def decode_counts(columns: PointColumns) -> np.ndarray:
    """Read the counts back; 1 for each place where there are none."""
    if not columns.counts:
        return np.ones(columns.total)
    return np.asarray(decode_numbers(columns.counts) * columns.count_step)


def encode_texts(texts: Sequence[str]) -> TextColumn:
    """Code texts without line breaks; those that repeat are written once."""
    different = dict.fromkeys(texts)
    # A row's number costs about three letters.
    whole = sum(map(len, texts)) + len(texts)
    short = sum(map(len, different)) + 4 * len(texts)
    if whole <= short:
        return TextColumn(different="\n".join(texts))
    number = {text: place for place, text in enumerate(different)}
    rows = np.fromiter(map(number.__getitem__, texts), np.int64, len(texts))
    return TextColumn(different="\n".join(different), rows=encode_numbers(rows))


def decode_texts(column: TextColumn) -> list[str]:
    """Read texts back."""
    different = column.different.split("\n")
    if not column.rows:
        return different
    return [different[number] for number in decode_numbers(column.rows).tolist()]


def hilbert_order(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Indexes of the points in the order in which a Hilbert curve passes them."""
    import geopandas  # noqa: PLC0415 - a map of an article needs no tables

    # The library divides by the extent, which may be too small a number for that.
    places = np.round(lon, _DIGITS), np.round(lat, _DIGITS)
    along = geopandas.GeoSeries.from_xy(*places).hilbert_distance()
    return np.argsort(along.to_numpy(), kind="stable")


def largest(columns: PointColumns, most: int) -> Sequence[tuple[str, float, str]]:
    """List the places with the highest counts: name, count and note."""
    counts = decode_counts(columns)
    names = decode_texts(columns.names)
    notes = decode_texts(columns.notes) if columns.notes else None
    order = np.argsort(-counts, kind="stable")[:most].tolist()
    return [(names[k], float(counts[k]), notes[k] if notes else "") for k in order]
