"""Boxes of a map in WGS 84 degrees: with air around them, and what they hold."""

from __future__ import annotations

import math

from geo.maps.spec.model import Bounds

# Air around the story, and the widest and tallest shapes that a map may take.
AIR = 0.3
WIDEST = 16 / 9


# Web Mercator ends here.
MAX_LAT = 85.0


FULL_TURN = 360.0


# A hair less than the whole, so that no rounding makes a box wider than the world.
_WHOLE_TURN = FULL_TURN - 1e-9


def spread(frame: Bounds, *, share: float = AIR, widest: float = WIDEST) -> Bounds:
    """Add air to a box and stretch it to the widest map that may show it."""
    width, height = frame.east - frame.west, northing(frame.north) - northing(frame.south)
    width, height = width * (1 + share), height * (1 + share)
    return centred(frame, max(width, height * widest), height)


def without_air(view: Bounds) -> Bounds:
    """Give the frame of which a map of its own shape shows just this box."""
    width, height = view.east - view.west, northing(view.north) - northing(view.south)
    return centred(view, width / (1 + AIR), height / (1 + AIR))


def is_in_view(frame: Bounds, lon: float, lat: float) -> bool:
    """Whether a map of this frame can show a point, in the widest window for it."""
    view = spread(frame)
    return view.west <= lon <= view.east and view.south <= lat <= view.north


def centred(frame: Bounds, width: float, height: float) -> Bounds:
    """Box of this size (degrees of longitude on a Mercator map) around the middle of another."""
    width = min(width, _WHOLE_TURN)
    lon = (frame.west + frame.east) / 2
    middle = (northing(frame.south) + northing(frame.north)) / 2
    return Bounds(
        west=lon - width / 2,
        south=max(-MAX_LAT, latitude_of(middle - height / 2)),
        east=lon + width / 2,
        north=min(MAX_LAT, latitude_of(middle + height / 2)),
    )


def northing(lat: float) -> float:
    """Northing of a latitude on a Mercator map, in degrees of longitude."""
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def latitude_of(north: float) -> float:
    """Latitude of a northing on a Mercator map, both in degrees."""
    return math.degrees(math.atan(math.sinh(math.radians(north))))
