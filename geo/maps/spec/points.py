"""Thousands of places as columns, a part of a `MapSpec`: strings that a browser decodes at once.

The places are in the order of a Hilbert curve, so that neighbours on the earth are neighbours in
the columns and differences are short. `geo.maps.spec.columns` writes and reads them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where the whole numbers of coded lines lie: ``lon = lon_0 + step * x``, latitude alike."""

    lon_0: float
    lat_0: float
    step: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextColumn:
    """A column of texts, one line each; no text holds a line break.

    Attributes
    ----------
    different : the texts; where ``rows`` is "" the first belongs to the first place, and so on.
    rows : coded numbers, for each place the number (from 0) of its text among the different ones.
    """

    different: str
    rows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointColumns:
    """Places too many for a sign and a name each, in columns.

    Attributes
    ----------
    total : how many places there are: the length of every column.
    points : (lon, lat) of each on ``grid``, coded differences, as `geo.maps.spec.polyline` says.
    counts : coded numbers, in steps of ``count_step``; "" where every place counts 1.
    count_word : what is counted, as in "12 stories".
    categories : what sort of place each is; None where the places are of one sort.
    notes : what else is told of a place; None where nothing is.
    """

    total: int
    grid: Grid
    points: str
    names: TextColumn
    counts: str = ""
    count_step: float = 1.0
    count_word: str = ""
    categories: TextColumn | None = None
    notes: TextColumn | None = None
