"""Reads coordinates as people write them: decimals, degrees and minutes, pairs, map squares.

What is not written as one of these to the last letter is not read: a wrong pin is worse than none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from geo.maps.build.points.numbers import tidy
from geo.maps.build.points.shapes import is_shape, point_in

if TYPE_CHECKING:
    from collections.abc import Sequence

LON, LAT = "lon", "lat"
_AXES = {"N": LAT, "S": LAT, "E": LON, "W": LON}
_SAME = str.maketrans(
    dict.fromkeys("º˚", "°") | dict.fromkeys("′‘´`ʹˊ❜", "'") | dict.fromkeys("″”“ʺˮ❞〃〞", '"')
)
# Figures that begin with noughts and go on are degrees and minutes in one: 00221.05.
_DEGREES = re.compile(
    r"(?P<before>[NSEW])?\s*(?P<sign>[+-])?\s*"
    r"(?P<deg>(?:\d{1,3}|[1-9]\d{3,8})(?:[.,]\d{1,20})?|[.,]\d{1,20})"
    r"(?P<power>E[+-]\d{1,3})?(?:\s*°)?\s*(?P<after>[NSEW])?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,17})?")
_MINUTES = re.compile(
    r"(?P<before>[NSEW])?\s*(?P<sign>[+-])?\s*(?P<deg>\d{1,3})(?:\s*(?P<mark>[°:])\s*|\s+)"
    r"(?P<min>\d{1,2}(?:[.,]\d{1,12})?)"
    r"(?:(?:\s*[':]\s*|\s+)(?P<sec>\d{1,2}(?:[.,]\d{1,12})?)\s*(?:\"|'')?|\s*')?"
    r"\s*(?P<after>[NSEW])?",
    re.IGNORECASE,
)
_SQUARE = re.compile(r"\d{1,2}\s*[C-HJ-NP-X]\s*[A-HJ-NP-Z]{2}(?:\s*\d+)*", re.IGNORECASE)
# As Open Data Kit writes a point: latitude, longitude, height and how sure it is, in metres.
_GEOPOINT = re.compile(r"(-?\d+\.\d+) (-?\d+\.\d+) -?\d+(?:\.\d+)? \d+(?:\.\d+)?")
# The same point, written in another way: they must agree to so many degrees.
_AGAIN, _SAME_DEG = re.compile(r"\s/\s"), 0.01
# To a hundred metres: no price or share is written so.
_EXACT = re.compile(r"\d{1,3}[.,]\d{3,}")
_BARE, _COLON = ",", ":"
_BETWEEN = (
    r"[;|/]",
    r",\s+",
    r"(?<=[NSEWnsew])[\s,]*(?=[\d+-])",
    r"(?<=[\d'\"°])[\s,]*(?=[NSEWnsew])",
    _BARE,
    _COLON,
    r"\s+",
)
_MAX_LAT = 90.0
_SIXTY = 60.0
_LONGEST = 80
# A square of a kilometre is the largest whose middle is a place.
_LEAST_DIGITS, _MOST_DIGITS = 4, 10


def read_degrees(text: str, axis: str) -> float | None:
    """Read a longitude or a latitude, WGS 84 degrees; None for what is none or unclear."""
    if _PLAIN.fullmatch(text):  # as most are: twenty times as fast
        return float(text)
    if len(text) > _LONGEST:
        return None
    cell = tidy(text.translate(_SAME)).replace("''", '"')
    found = _DEGREES.fullmatch(cell) or _MINUTES.fullmatch(cell)
    if found is None:
        return None
    parts = found.groupdict()
    letters = [letter.upper() for letter in (parts["before"], parts["after"]) if letter]
    # Two letters, a letter with a minus, or a letter of the other axis: two things are said.
    if len(letters) + (parts["sign"] == "-") > 1 or any(_AXES[one] != axis for one in letters):
        return None
    # Gaps alone could be thousands, or two numbers.
    if "min" in parts and not (letters or parts["mark"]):
        return None
    return _signed(parts, letters)


def _signed(parts: dict[str, str | None], letters: list[str]) -> float | None:
    degrees, minutes, seconds = (_figure(parts.get(name)) for name in ("deg", "min", "sec"))
    if minutes >= _SIXTY or seconds >= _SIXTY or (parts.get("sec") and minutes % 1):
        return None
    value = degrees * _power(parts) + minutes / _SIXTY + seconds / _SIXTY**2
    return -value if parts["sign"] == "-" or letters[:1] in (["S"], ["W"]) else value


def _figure(text: str | None) -> float:
    return float(text.replace(",", ".")) if text else 0.0


def _power(parts: dict[str, str | None]) -> float:
    return float(f"1{parts['power']}") if parts.get("power") else 1.0


def read_column(texts: Sequence[str], axis: str) -> tuple[np.ndarray, dict[int, str]]:
    """Read a column of longitudes or latitudes; say too which cells cannot be read."""
    known = {text: read_degrees(text, axis) for text in dict.fromkeys(texts) if text.strip()}
    read = [known.get(text) for text in texts]
    return (
        np.array([np.nan if value is None else value for value in read], dtype=np.float64),
        {k: texts[k] for k, value in enumerate(read) if value is None and texts[k].strip()},
    )


def read_pairs(
    texts: Sequence[str], first: str
) -> tuple[np.ndarray, np.ndarray, dict[int, str], str]:
    """Read cells with both coordinates.

    Parameters
    ----------
    texts
        Pairs such as "48.85, 2.35", squares of the Military Grid Reference System, or shapes (see
        `geo.maps.build.points.shapes`).
    first
        Which axis comes first where no letter says so; "" where the cells are to tell.

    Returns
    -------
    Longitudes, latitudes (WGS 84 degrees), the cells that cannot be read, and the axis that was
    taken for the first of bare pairs without being told ("" where it was told).
    """
    split = [_split(text) for text in texts]
    order, is_taken = (first, False) if first else _order(split)
    lon, lat = np.full(len(texts), np.nan), np.full(len(texts), np.nan)
    unread = {}
    for k, (text, pair) in enumerate(zip(texts, split, strict=True)):
        if pair is not None:
            one, two, known = pair
            starts_with_lon = (known or order) == LON
            lon[k], lat[k] = (one, two) if starts_with_lon else (two, one)
        elif text.strip():
            unread[k] = text
    bare = any(pair is not None and not pair[2] for pair in split)
    return lon, lat, unread, order if is_taken and bare else ""


def is_point(text: str) -> bool:
    """Whether a cell can hardly be anything but a point: a shape, letters, or many decimals."""
    cell = text.strip("()[]{} ")
    is_sure = is_shape(text) or "°" in cell or len(_EXACT.findall(cell)) > 1
    return is_sure and _split(text) is not None


def _order(split: Sequence[tuple[float, float, str] | None]) -> tuple[str, bool]:
    """Let bare pairs tell their order: no latitude is beyond 90. Else people write it first."""
    bare = [pair for pair in split if pair is not None and not pair[2]]
    beyond = {
        axis
        for one, two, _ in bare
        for axis, value in ((LON, one), (LAT, two))
        if abs(value) > _MAX_LAT
    }
    return (next(iter(beyond)), False) if len(beyond) == 1 else (LAT, True)


def _split(text: str) -> tuple[float, float, str] | None:
    """Part a cell into two figures and the axis of the first, "" where no letter tells."""
    if is_shape(text):
        return point_in(text)
    cell = tidy(text.translate(_SAME)).strip("()[]{} ")
    if not cell or len(cell) > 2 * _LONGEST:
        return None
    if _SQUARE.fullmatch(cell):
        return _from_square(cell)
    if found := _GEOPOINT.fullmatch(cell):
        return float(found[1]), float(found[2]), LAT
    return _pair(cell) or _written_again(cell)


def _pair(cell: str) -> tuple[float, float, str] | None:
    left, right = _halves(cell) or ("", "")
    for axis, other in ((LAT, LON), (LON, LAT)):
        one, two = read_degrees(left, axis), read_degrees(right, other)
        if one is not None and two is not None:
            return one, two, axis if _has_letter(cell) else ""
    return None


def _written_again(cell: str) -> tuple[float, float, str] | None:
    """Read a point that is written in several ways, as encyclopedias do, if all say the same."""
    ways = [_pair(way.strip()) for way in _AGAIN.split(cell)]
    told = [way for way in ways if way is not None]
    if len(told) < len(ways) or not all(
        abs(a - b) <= _SAME_DEG for way in told for a, b in zip(way[:2], told[0][:2], strict=True)
    ):
        return None
    return told[-1] if told[-1][2] else (*told[-1][:2], told[0][2])


def _halves(cell: str) -> tuple[str, str] | None:
    """Part a cell at the strongest sign, which stands once; a weaker one may be a decimal comma."""
    for sign in _BETWEEN:
        places = list(re.finditer(sign, cell))
        if len(places) == 1:
            left, right = cell[: places[0].start()], cell[places[0].end() :]
            # "48,85" may be a pair or one figure, "48:51" degrees and minutes.
            is_clear = {
                _BARE: "." in cell or "°" in cell,
                _COLON: "." in left,
            }.get(sign, True)
            return (left, right) if is_clear else None
    return None


def _has_letter(cell: str) -> bool:
    return any(letter in cell.upper() for letter in _AXES)


def _from_square(cell: str) -> tuple[float, float, str] | None:
    """Take the middle of a square of the Military Grid Reference System."""
    from mgrs import MGRS  # noqa: PLC0415 - few tables have them
    from mgrs.core import MGRSError  # noqa: PLC0415 - as above

    plain = "".join(cell.split()).upper()
    digits = plain[plain.rindex(plain.rstrip("0123456789")[-1]) + 1 :]
    half = len(digits) // 2
    if len(digits) % 2 or not _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS:
        return None
    middle = "5" * (2 * half < _MOST_DIGITS)  # the corner of a metre is its middle
    try:
        lat, lon = MGRS().toLatLon(
            f"{plain.removesuffix(digits)}{digits[:half]}{middle}{digits[half:]}{middle}"
        )
    except MGRSError:
        return None
    return float(lat), float(lon), LAT
