"""Directions in words, the ways by which a distance is measured, and speeds of travel."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.contracts import Mode
from geo.lexicon.tables import nested, rows
from geo.lexicon.words import listed

if TYPE_CHECKING:
    from collections.abc import Mapping


def bearing_of(direction: str) -> float | None:
    """Degrees clockwise from north of "south-west" or "SW"; None for "inland" and its like."""
    return _bearings().get(re.sub(r"\s", " ", direction.lower()))


def direction_name(bearing_deg: float) -> str:
    """Name the nearest of the directions that we use words for."""
    shown = _shown()
    return min(shown, key=lambda word: abs((shown[word] - bearing_deg + 180.0) % 360.0 - 180.0))


@cache
def _shown() -> Mapping[str, float]:
    return {word: degrees for word, degrees in _bearings().items() if word in listed("shown")}


@cache
def _bearings() -> Mapping[str, float]:
    return {
        word: row.number("bearing_deg")
        for row in rows("directions")
        if row["bearing_deg"]
        for word in row.words("word")
    }


@cache
def ways() -> Mapping[str, Mode]:
    """Give words for the way that a distance is measured along: "by road"."""
    return {word: row.made(Mode, "mode") for row in rows("ways") for word in row.words("word")}


@cache
def speeds(mode: Mode, pace: str = "") -> Any:
    """Look up how fast a means of travel can be, km/h: on the whole journey, and while moving.

    ``pace`` names what keeps it slower ("muscle"), where there is such a row for the mode.
    """
    modes = nested("speeds")["modes"]
    return modes.get(f"{mode.value} by {pace}", modes[mode.value])
