"""A small map of the places that may be meant by a name, as plain values for the browser."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo import wiring
from geo.maps.build.extent import clip_box, frame_of, turn_of
from geo.maps.layout.projection import make_view
from geo.maps.svg.markup import path
from geo.ui import card_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import Place
    from geo.maps.layout.projection import View

_WIDTH_PX, _HEIGHT_PX = 352, 170
# A lone candidate is shown with so much around it, metres: the country, not the street.
_LONE_M = 400_000.0
# How wide a number is, and in how many directions it is moved aside.
_DISC_PX, _TURNS = 24.0, 12
# The card is drawn anew at each choice on it.
_KEPT = 32


def candidate_map(places: Sequence[tuple[Place, str]], chosen: int) -> dict[str, Any]:
    """Draw the outlines of the land around some places, each with its number and its words.

    ``chosen`` is the number of the one that is chosen, from 1. Positions are pixels.
    """
    if not places:
        return {**_EMPTY, "chosen": 0}
    land, borders, at = _ground(tuple((place.lon, place.lat) for place, _ in places))
    return {
        **_EMPTY,
        "land": land,
        "borders": borders,
        "places": [
            {"number": number, "name": words, "x": round(x, 1), "y": round(y, 1)}
            for number, ((_, words), (x, y)) in enumerate(
                zip(places, _apart(at), strict=True), start=1
            )
        ],
        "chosen": chosen,
    }


def _apart(at: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Move numbers that would cover one another aside, so that each can be read and clicked."""
    shown: list[tuple[float, float]] = []
    for x, y in at:
        beside = (
            (x + ring * _DISC_PX * math.cos(turn), y + ring * _DISC_PX * math.sin(turn))
            for ring in range(len(at) + 1)
            for turn in np.arange(0.0, math.tau, math.tau / _TURNS).tolist()
        )
        free = (one for one in beside if _is_free(one, shown))
        shown.append(next(free, (x, y)))
    return shown


def _is_free(one: tuple[float, float], shown: Sequence[tuple[float, float]]) -> bool:
    edge, (x, y) = _DISC_PX / 2, one
    inside = edge <= x <= _WIDTH_PX - edge and edge <= y <= _HEIGHT_PX - edge
    return inside and all(math.dist(one, other) >= _DISC_PX - 1.0 for other in shown)


@lru_cache(maxsize=_KEPT)
def _ground(
    points: tuple[tuple[float, float], ...],
) -> tuple[str, str, tuple[tuple[float, float], ...]]:
    """Draw the land and its borders around points, degrees; and say where these are, pixels."""
    turn = turn_of([lon for lon, _ in points])
    turned = [(turn.lon(lon), lat) for lon, lat in points]
    frame = frame_of(turned, least_m=_LONE_M)
    box = clip_box(frame)
    clip = wiring.basemap().clip(
        west=box.west, south=box.south, east=box.east, north=box.north, width_px=_WIDTH_PX
    )
    view = make_view(frame, box, _WIDTH_PX, _HEIGHT_PX)
    land = [country.geometry for country in clip.countries]
    return (
        path(_lines(land, view), closed=True),
        path(_lines([clip.borders], view)),
        tuple((x, y) for x, y in view.to_px(np.array(turned)).tolist()),
    )


_EMPTY: dict[str, Any] = {
    "width": _WIDTH_PX,
    "height": _HEIGHT_PX,
    "land": "",
    "borders": "",
    "places": [],
    "labels": card_texts.CANDIDATES,
}


def _lines(shapes: Sequence[BaseGeometry], view: View) -> Iterator[np.ndarray]:
    """Give the rings of areas and the lines, in pixels."""
    for part in shapely.get_parts(np.array(shapes, dtype=object)):
        rings = shapely.get_rings(part) if part.geom_type == "Polygon" else [part]
        for ring in rings:
            yield view.to_px(shapely.get_coordinates(ring))
