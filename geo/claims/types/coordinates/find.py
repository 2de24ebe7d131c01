"""Finds statements of latitude and longitude."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.types.fact import Found, about
from geo.claims.types.row import Row
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading


def _angle(name: str, sides: str) -> str:
    return (
        rf"(?P<{name}>\d{{1,3}}(?:\.\d{{1,6}})?) ?(?:°|degrees)"
        rf"(?: ?(?P<{name}_min>\d{{1,2}}(?:\.\d{{1,3}})?) ?(?:['′’]|minutes))?"
        rf" ?(?P<{name}_side>{sides})"
    )


_LAT, _LON = _angle("lat", "north|south|n|s"), _angle("lon", "east|west|e|w")
_POINT = rf"{_LAT}(?: latitude)?(?:,? and |, | |/){_LON}"

ROWS = (
    Row(
        name="lies at these degrees",
        pattern=rf"<a>,? (?:which )?(?:is |lies |sits |is located |stands )?(?:at|near) "
        rf"(?:about |roughly )?{_POINT}",
        finds=(
            "[Nuuk] lies at 64.2 degrees north, 51.7 degrees west",
            "[Nuuk], at 64° 10' N, 51° 44' W,",
        ),
        misses=("[Nuuk] is at 20 degrees below zero",),
    ),
    Row(
        name="these degrees, in these waters",
        pattern=rf"{_POINT},? (?:in|within|inside) (?:the )?"
        r"(?:<a> waters|<b:dem> (?:territorial )?waters)",
        finds=("at 19 degrees south, 175 degrees west, in <Tongan> waters",),
        misses=("at 19 degrees, in <Tongan> waters",),
    ),
)


def find(reading: Reading) -> Iterator[Found]:
    """Read "A lies at 64.1 degrees north, 21.9 degrees west"; ``relation`` is "lon lat"."""
    marked = reading.marked
    if not _CHEAP.search(marked.text):
        return
    for row in ROWS:
        for match in row.matches(marked):
            lon, lat = _degrees(match, "lon"), _degrees(match, "lat")
            one = marked.mention(match, "a") or marked.mention(match, "b")
            start, end = marked.span(match)
            yield Found(
                kind=ClaimKind.COORDINATES,
                subject=about(one, reason=f"Read as “{row.name}”."),
                relation=f"{lon:.5f} {lat:.5f}",
                start=start,
                end=end,
            )


# Most sentences have no degrees, and this is quick.
_CHEAP = re.compile(r"\d\s?(?:°|degrees)")
_NEGATIVE = frozenset("sw")


def _degrees(match: re.Match[str], name: str) -> float:
    value = float(match[name]) + float(match[f"{name}_min"] or 0.0) / 60.0
    return -value if match[f"{name}_side"][0].lower() in _NEGATIVE else value
