"""Finds statements of latitude and longitude."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading

ROWS = Rows("coordinates")
_NEGATIVE = frozenset("sw")


def find(reading: Reading) -> Iterator[Found]:
    """Read "A lies at 64.1 degrees north, 21.9 degrees west".

    ``relation`` is "lon lat", or "lat" where no more is told.
    """
    for row, marked, match in ROWS.found(reading):
        is_line = "lon" not in match.groupdict()
        lon, lat = 0.0 if is_line else _degrees(match, "lon"), _degrees(match, "lat")
        slots = "a" if match.groupdict().get("a") else "b"
        one = found(ClaimKind.COORDINATES, marked, match, row, slots)
        yield replace(one, relation=f"{lat:.5f}" if is_line else f"{lon:.5f} {lat:.5f}")


def _degrees(match: re.Match[str], name: str) -> float:
    minutes = match.groupdict().get(f"{name}_min") or 0.0
    value = float(match[name]) + float(minutes) / 60.0
    return -value if match[f"{name}_side"][0].lower() in _NEGATIVE else value
