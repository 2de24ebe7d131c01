"""Sorts out rows of places: which can be shown, which are one place, and which are left out.

Rows of one place (the same name, kind and point, to a metre) become one whose count is the sum.
Rows that cannot be shown are left out and reported by their numbers; nothing is guessed. What is
shown but looks wrong is said too (`geo.maps.build.points.suspects`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from geo.maps.build.points.suspects import impossible, rows_told, suspicious

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Hundred-thousandths of a degree: about a metre, finer than any name of a place is true.
STEP_DEG = 0.00001
_LONGEST_NAME, _LONGEST_NOTE, _LONGEST_KIND = 120, 400, 60
_MOST_NOTES = 3
_LONGEST_CELL = 40
_AT_ONCE = 500
_NAMELESS = "(no name)"
UNREAD, BAD_COUNT = "coordinates that cannot be read", "a count that is no number of 0 or more"
# What no name needs: control characters, half characters, marks that turn round the text beside it.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Places as columns of one length.

    Attributes
    ----------
    lon, lat : WGS 84 degrees (EPSG:4326); NaN where unknown.
    names : of each place.
    counts : a weight of each place, 0 or more: mentions, stories, people; None counts rows.
    categories : what sort of place each is; None where that is not told.
    notes : what else is told of each, shown when a reader asks for it.
    first_row : number that the source gives to the first row, for messages.
    row_numbers : of each row, where the source leaves some out; None counts from ``first_row``.
    unread : the cells that say something else than they should, by what they should say (`UNREAD`,
        `BAD_COUNT`) and place.
    remarks : what else is to be said of the columns.
    """

    lon: np.ndarray
    lat: np.ndarray
    names: Sequence[str]
    counts: np.ndarray | None = None
    categories: Sequence[str] | None = None
    notes: Sequence[str] | None = None
    first_row: int = 1
    row_numbers: np.ndarray | None = None
    unread: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check that the columns belong together.

        Raises
        ------
        ValueError
            If they have different lengths.
        """
        others = (
            *(self.lat, self.names, self.counts, self.categories, self.notes, self.row_numbers),
        )
        lengths = {len(column) for column in others if column is not None}
        if lengths != {len(self.lon)}:
            raise ValueError(
                f"The columns have different lengths, {sorted({len(self.lon), *lengths})}; give "
                "each a value for every place."
            )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """What can be shown: clean columns, and sentences about what was left out or put together."""

    lon: np.ndarray
    lat: np.ndarray
    names: list[str]
    counts: np.ndarray
    categories: list[str] | None
    notes: list[str] | None
    told: tuple[str, ...]
    left_out: int
    remarks: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Count the places."""
        return len(self.names)


def usable(columns: Columns) -> Rows:
    """Leave out what cannot be shown, clean the texts, and put rows of one place together."""
    lon, lat = (np.asarray(column, dtype=np.float64) for column in (columns.lon, columns.lat))
    counts = np.ones(len(lon)) if columns.counts is None else np.asarray(columns.counts, np.float64)
    numbers = columns.row_numbers
    if numbers is None:
        numbers = np.arange(len(lon)) + columns.first_row
    unread = {what: columns.unread.get(what, {}) for what in (UNREAD, BAD_COUNT)}
    faults = {
        UNREAD: _at_places(unread[UNREAD], len(lon)),
        "no coordinates": ~(np.isfinite(lon) & np.isfinite(lat)),
        **impossible(lon, lat),
        BAD_COUNT: ~(np.isfinite(counts) & (counts >= 0)),
    }
    good, told = np.ones(len(lon), dtype=bool), []
    for what, bad in faults.items():  # a row is told of once
        if (good & bad).any():
            told.append(_told(what, np.flatnonzero(good & bad), numbers, unread.get(what, {})))
        good &= ~bad
    kept = np.flatnonzero(good)
    names = [name or _NAMELESS for name in _plain(columns.names, kept, _LONGEST_NAME)]
    return _merged(
        Rows(
            # 180° east and west are one meridian.
            lon=(lon[kept] + 180.0) % 360.0 - 180.0,
            lat=lat[kept],
            names=names,
            counts=counts[kept],
            categories=_some(columns.categories, kept, _LONGEST_KIND),
            notes=_some(columns.notes, kept, _LONGEST_NOTE),
            told=tuple(told),
            left_out=len(lon) - len(kept),
            remarks=(*columns.remarks, *suspicious(lon[kept], lat[kept], numbers[kept])),
        )
    )


def plain(text: str, longest: int) -> str:
    """Keep a text from outside to one line of a length that can be shown."""
    if not text.isprintable():
        text = _UNFIT.sub(" ", text)
    squeezed = " ".join(text[: 4 * longest].split())
    return squeezed if len(squeezed) <= longest else f"{squeezed[: longest - 1].rstrip()}…"


def _at_places(cells: Mapping[int, str], total: int) -> np.ndarray:
    mask = np.zeros(total, dtype=bool)
    mask[list(cells)] = True
    return mask


def _told(what: str, places: np.ndarray, numbers: np.ndarray, cells: Mapping[int, str]) -> str:
    said = (
        [plain(cells.get(place, ""), _LONGEST_CELL) for place in places.tolist()] if cells else ()
    )
    are = "A row is" if len(places) == 1 else f"{len(places):,} rows are"
    return f"{are} not on the map, with {what}: {rows_told(numbers[places], said)}."


def _plain(texts: Sequence[str], kept: np.ndarray, longest: int) -> list[str]:
    picked = list(texts) if len(kept) == len(texts) else list(_at(texts, kept))
    cleaned = []
    for start in range(0, len(picked), _AT_ONCE):
        some = picked[start : start + _AT_ONCE]
        cleaned += some if _are_plain(some, longest) else [plain(text, longest) for text in some]
    return cleaned


def _are_plain(texts: Sequence[str], longest: int) -> bool:
    """Whether all of some texts are as they should be: looked at as one, which is faster."""
    joined = "\n".join(texts)
    return (
        joined.replace("\n", "").isprintable()
        and joined.count("\n") == len(texts) - 1
        and not any(pair in f"\n{joined}\n" for pair in ("  ", " \n", "\n "))
        and max(map(len, texts)) <= longest
    )


def _at(texts: Sequence[str], kept: np.ndarray) -> Iterable[str]:
    return (texts[index] for index in kept.tolist())


def _some(texts: Sequence[str] | None, kept: np.ndarray, longest: int) -> list[str] | None:
    """Clean a column that may be missing; one that says nothing is as good as missing."""
    if texts is None:
        return None
    cleaned = _plain(texts, kept, longest)
    return cleaned if any(cleaned) else None


def _merged(rows: Rows) -> Rows:
    """Put rows of the same name, category and point together; the first of them sets the order."""
    cells = (np.rint(rows.lon / STEP_DEG) + 2**26) * 2**26 + np.rint(rows.lat / STEP_DEG) + 2**25
    keys = _numbered(cells.astype(np.int64))
    for texts in (rows.names, rows.categories):
        if texts is not None:
            codes = {text: code for code, text in enumerate(dict.fromkeys(texts))}
            numbers = np.fromiter(map(codes.__getitem__, texts), np.int64, len(texts))
            keys = _numbered(keys * (len(codes) or 1) + numbers)
    if not len(keys) or keys.max() + 1 == len(keys):
        return rows
    first = np.unique(keys, return_index=True)[1]
    order = np.sort(first)
    groups = np.argsort(np.argsort(first))[keys]
    return Rows(
        lon=rows.lon[order],
        lat=rows.lat[order],
        names=list(_at(rows.names, order)),
        counts=np.bincount(groups, weights=rows.counts, minlength=len(order)),
        categories=None if rows.categories is None else list(_at(rows.categories, order)),
        notes=None if rows.notes is None else _joined(rows.notes, groups, len(order)),
        told=rows.told,
        left_out=rows.left_out,
        remarks=rows.remarks,
    )


def _numbered(keys: np.ndarray) -> np.ndarray:
    """Give equal keys the same number, from 0."""
    return np.asarray(np.unique(keys, return_inverse=True)[1]).reshape(-1)


def _joined(notes: Sequence[str], groups: np.ndarray, total: int) -> list[str]:
    """Join the different notes of each place; of very many the first."""
    found: list[dict[str, None]] = [{} for _ in range(total)]
    for note, group in zip(notes, groups.tolist(), strict=True):
        if note and len(found[group]) <= _MOST_NOTES:
            found[group][note] = None
    return [
        plain("; ".join(list(some)[:_MOST_NOTES]), _LONGEST_NOTE)
        + ("; …" if len(some) > _MOST_NOTES else "")
        for some in found
    ]
