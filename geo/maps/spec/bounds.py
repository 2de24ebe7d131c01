"""Boxes of a map in WGS 84 degrees: with air around them, and what they hold."""

from __future__ import annotations

import math

from geo.maps.spec.model import Bounds

# Air around the story, and the widest and tallest shapes that a map may take.
_AIR = 0.3


_WIDEST = 16 / 9


# Web Mercator ends here.
_MAX_LAT = 85.0


_FULL_TURN = 360.0


# A hair less than the whole, so that no rounding makes a box wider than the world.
_WHOLE_TURN = _FULL_TURN - 1e-9


def spread(frame: Bounds, *, share: float = _AIR, widest: float = _WIDEST) -> Bounds:
    """Add air to a box and stretch it to the widest map that may show it."""
    width, height = frame.east - frame.west, _stretched(frame.north) - _stretched(frame.south)
    width, height = width * (1 + share), height * (1 + share)
    return _centred(frame, max(width, height * widest), height)


def is_in_view(frame: Bounds, lon: float, lat: float) -> bool:
    """Whether a map of this frame can show a point, in the widest window for it."""
    view = spread(frame)
    return view.west <= lon <= view.east and view.south <= lat <= view.north


def _centred(frame: Bounds, width: float, height: float) -> Bounds:
    """Box of this size (degrees of longitude on a Mercator map) around the middle of another."""
    width = min(width, _WHOLE_TURN)
    lon = (frame.west + frame.east) / 2
    middle = (_stretched(frame.south) + _stretched(frame.north)) / 2
    return Bounds(
        west=lon - width / 2,
        south=max(-_MAX_LAT, _latitude(middle - height / 2)),
        east=lon + width / 2,
        north=min(_MAX_LAT, _latitude(middle + height / 2)),
    )


def _stretched(lat: float) -> float:
    """Northing of a latitude on a Mercator map, in degrees of longitude."""
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def _latitude(stretched: float) -> float:
    return math.degrees(math.atan(math.sinh(math.radians(stretched))))
