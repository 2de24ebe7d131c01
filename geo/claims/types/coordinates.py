"""Finds statements of latitude and longitude, and how far such a point is from a place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.figure import figure_pattern
from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind, Mode
from geo.lexicon.directions import bearing_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked
    from geo.claims.types.row import Row
    from geo.contracts import Amount

_LONG = frozenset({"km", "mi", "nmi"})
ROWS = Rows("coordinates", lambda: {"figure": figure_pattern(lambda unit: unit.symbol in _LONG)})
_NEGATIVE = frozenset("sw")
# "120 miles west of A, at 17 degrees south": what lies there is not A.
_FAR_END = re.compile(r"\d[^.;]{0,40}\s(?:of|from|off|to)\s(?:the\s)?(?:[a-z]{3,8}\s(?:of\s)?)?$")
# Behind a point that is so far from a place stands how exactly it is told.
TO_WITHIN = " to "


def find(reading: Reading) -> Iterator[Found]:
    """Read "A lies at 64.1 degrees north, 21.9 degrees west".

    ``relation`` is "lon lat", or "lat" where no more is told. Of a point that is so far from a
    place, which is the subject, " to " follows and by how many degrees its figures differ.
    """
    for row, marked, match in ROWS.found(reading):
        if match.groupdict().get("said"):
            yield from _so_far(reading, marked, match, row)
            continue
        if _FAR_END.search(marked.text[: match.start()]):
            continue
        is_line = "lon" not in match.groupdict()
        lon, lat = 0.0 if is_line else _degrees(match, "lon"), _degrees(match, "lat")
        slots = "a" if match.groupdict().get("a") else "b"
        one = found(ClaimKind.COORDINATES, marked, match, row, slots)
        yield replace(one, relation=f"{lat:.5f}" if is_line else f"{lon:.5f} {lat:.5f}")


def _so_far(reading: Reading, marked: Marked, match: re.Match[str], row: Row) -> Iterator[Found]:
    """Read "at 40.2 degrees north, 31.5 degrees west, 310 km northwest of B"."""
    amount = _amount(reading, marked.starts[match.end("value") - 1])
    if amount is None:
        return
    direction = (match["direction"] or "").lower()
    point = f"{_degrees(match, 'lon'):.5f} {_degrees(match, 'lat'):.5f}"
    step = max(_step(match, "lon"), _step(match, "lat"))
    yield replace(
        found(ClaimKind.COORDINATES, marked, match, row, "b"),
        relation=f"{point}{TO_WITHIN}{step:.5f}",
        start=marked.starts[match.start("said")],
        end=max(amount.end, marked.ends[match.end("said") - 1]),
        quantity=amount.quantity,
        also=amount.also,
        way=Mode.AIR,
        bearing_deg=bearing_of(direction) if direction else None,
    )


def _amount(reading: Reading, at: int) -> Amount | None:
    """Find the figure at an offset of the article, with its hedge."""
    sentence = reading.story.article.sentences[reading.index]
    amounts = reading.story.document.amounts_in(sentence)
    return next((one for one in amounts if one.start <= at < one.end), None)


def _step(match: re.Match[str], name: str) -> float:
    """Tell what the last digit of a latitude or longitude is worth, degrees."""
    minutes = match.groupdict().get(f"{name}_min")
    digits = len((minutes or match[name]).partition(".")[2])
    return 10.0**-digits / (60.0 if minutes else 1.0)


def _degrees(match: re.Match[str], name: str) -> float:
    minutes = match.groupdict().get(f"{name}_min") or 0.0
    value = float(match[name]) + float(minutes) / 60.0
    return -value if match[f"{name}_side"][0].lower() in _NEGATIVE else value
