"""Finds coordinates that cannot be, and those that can but look like a slip of whoever wrote them.

What can be is drawn, for it may be true; it is said, so that somebody looks. Points far from the
others are found by medians, which a few wild ones do not move (P. J. Rousseeuw and C. Croux,
"Alternatives to the Median Absolute Deviation", Journal of the American Statistical Association 88,
1993).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_LON, _MAX_LAT = 180.0, 90.0
# Programs write these where they know no value.
_MISSING = (999.0, 999.9, 9_999.0, 9_999.9, 99_999.0, 999_999.0)
_LISTED = 10
# What was rounded, or put there by a program, lies a few metres off.
_NEARLY_DEG = 0.0005
# Of fewer rows nobody knows which are the odd ones.
_LEAST_ROWS = 8
# Farther from the middle than so many times the reach of nine in ten rows, and so many degrees.
_FAR, _FAR_DEG, _REACH = 10.0, 1.0, 90
# More than this share are no slips; what one exchange would bring among the others may be more.
_FEW, _SOME, _REACH_OF_MANY, _AMONG = 0.05, 0.25, 70, 0.75


def impossible(lon: np.ndarray, lat: np.ndarray) -> dict[str, np.ndarray]:
    """Find rows that lie nowhere on the earth, by what is wrong with them."""
    beyond = (np.abs(lon) > _MAX_LON) | (np.abs(lat) > _MAX_LAT)
    missing = np.isin(np.abs(lat), _MISSING) | np.isin(np.abs(lon), _MISSING)
    turned = (np.abs(lat) <= _MAX_LON) & (np.abs(lon) <= _MAX_LAT)
    return {
        "a figure such as −999 that stands for a missing one": beyond & missing,
        "a latitude beyond ±90, so that the two may be swapped": beyond & turned & ~missing,
        (
            "a longitude beyond ±180 or a latitude beyond ±90 (degrees are asked, not metres, "
            "with their decimal point)"
        ): beyond,
    }


def suspicious(lon: np.ndarray, lat: np.ndarray, numbers: np.ndarray) -> tuple[str, ...]:
    """Say which rows that can be shown look like slips, by their numbers in the table.

    Parameters
    ----------
    lon, lat
        WGS 84 degrees.
    numbers
        Of the rows.
    """
    nought = (np.abs(lon) < _NEARLY_DEG) & (np.abs(lat) < _NEARLY_DEG)
    pole = np.abs(lat) == _MAX_LAT
    same = (lon == lat) & (lon % 1 != 0) & ~nought
    odd = {
        "at 0, 0 in the Gulf of Guinea, where programs put what has no place": nought,
        "at a pole, where few things are": pole,
        "with one figure for both longitude and latitude": same,
    }
    odd |= _far(lon, lat, ~(nought | pole | same))
    return tuple(
        f"Drawn, but look whether it is right: {rows_told(numbers[mask])}, {what}."
        for what, mask in odd.items()
        if mask.any()
    )


def _far(lon: np.ndarray, lat: np.ndarray, looked_at: np.ndarray) -> dict[str, np.ndarray]:
    """Find the few rows that lie far from all others, by what would bring them there."""
    if np.count_nonzero(looked_at) < _LEAST_ROWS:
        return {}
    middle = _middle(lon[looked_at]), float(np.median(lat[looked_at]))
    away = _away(lon, lat, middle)
    inner, outer = (
        max(_FAR_DEG, _FAR * float(reach))
        for reach in np.percentile(away[looked_at], (_REACH_OF_MANY, _REACH))
    )
    off = looked_at & (away > inner)
    swapped = off & (np.abs(lon) <= _MAX_LAT) & (_away(lat, lon, middle) <= _AMONG * inner)
    turned = ((-lon, lat), (lon, -lat), (-lon, -lat))
    signed = off & ~swapped
    signed &= np.minimum.reduce([_away(x, y, middle) for x, y in turned]) <= _AMONG * inner
    slips = _few(swapped | signed, _SOME)
    return {
        "among the others if longitude and latitude were swapped": swapped & slips,
        "among the others if a sign were the other one": signed & slips,
        "far from all others": _few(looked_at & (away > outer), _FEW) & ~slips,
    }


def _few(rows: np.ndarray, share: float) -> np.ndarray:
    """Give some rows if they are no more than a share of all, else none."""
    return rows & (np.count_nonzero(rows) <= share * len(rows))


def _middle(lon: np.ndarray) -> float:
    """Find a median of longitudes, counted from where the most of them are."""
    turn = np.radians(lon)
    start = np.degrees(np.arctan2(np.sin(turn).mean(), np.cos(turn).mean()))
    return float(start + np.median((lon - start + 180.0) % 360.0 - 180.0))


def _away(lon: np.ndarray, lat: np.ndarray, middle: tuple[float, float]) -> np.ndarray:
    """Measure, in degrees, the larger of the two differences from a point."""
    east = np.abs((lon - middle[0] + 180.0) % 360.0 - 180.0)
    return np.maximum(east, np.abs(lat - middle[1]))


def rows_told(numbers: np.ndarray, cells: Sequence[str] = ()) -> str:
    """Name rows by their numbers, of many the first, and with what their cells say if given."""
    said = [f"{number:,}" for number in numbers[:_LISTED].tolist()]
    if cells:
        said = [f"{row} (“{cell}”)" for row, cell in zip(said, cells, strict=False)]
    more = f" and {len(numbers) - _LISTED:,} more" if len(numbers) > _LISTED else ""
    return f"row{'' if len(numbers) == 1 else 's'} {', '.join(said)}{more}"
