"""Places of a spec in; their signs, and the boxes that the signs cover, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.geodesy import wgs84
from geo.maps.model import PlaceKind
from geo.maps.svg_lines import rings_px
from geo.maps.svg_style import DASHES
from geo.maps.svg_write import element, escaped, path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.maps.model import MapPlace, MapSpec
    from geo.maps.projection import View

_RING_PX, _STOP_PX = 5.6, 7.6
_CLEAR_PX = 1.6
# A smaller area than this is drawn so large all the same, or it would be taken for a city's dot.
_LEAST_DOUBT_PX = 11.0
# The whole sign is on the page, with its white edge.
_EDGE_PX = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A place on the page: its middle, how far the sign reaches, and the outline of a region."""

    place: MapPlace
    x: float
    y: float
    radius: float
    outline: tuple[np.ndarray, ...] = ()

    @property
    def boxes(self) -> tuple[tuple[float, float, float, float], ...]:
        """What names keep clear of; a region is named inside."""
        if self.place.kind is PlaceKind.REGION:
            return ()
        reach = self.radius + _CLEAR_PX
        return ((self.x - reach, self.y - reach, self.x + reach, self.y + reach),)


def signs_of(spec: MapSpec, view: View) -> tuple[Sign, ...]:
    """Bring the places that are shown on to the page; what only stands for somebody is not."""
    places = [place for place in spec.places if place.kind is not PlaceKind.ASSOCIATIVE]
    if not places:
        return ()
    pixels = view.to_px(np.array([(place.lon, place.lat) for place in places]))
    found = []
    for place, (x, y) in zip(places, pixels.tolist(), strict=True):
        outline = tuple(rings_px(place.outline, spec.ground.grid, view))
        if outline or view.holds(x, y, _EDGE_PX):
            radius = _radius(place, view, (x, y))
            found.append(Sign(place=place, x=x, y=y, radius=radius, outline=outline))
    return tuple(found)


def draw_areas(signs: tuple[Sign, ...], colours: Mapping[str, str]) -> str:
    """Draw regions: below the routes, so that they hide nothing."""
    return "".join(
        element(
            "path",
            d=path(sign.outline, closed=True),
            fill=colours["route-1"],
            fill_opacity=0.06,
            fill_rule="evenodd",
            stroke=colours["ink"],
            stroke_opacity=0.6,
            stroke_width=1.2,
        )
        for sign in signs
        if sign.outline
    )


def draw_signs(signs: tuple[Sign, ...], colours: Mapping[str, str]) -> str:
    """Draw the signs of places, the most important last, so that it lies on top."""
    drawn = (_drawn(sign, colours) for sign in reversed(signs))
    return "".join(drawn)


def _drawn(sign: Sign, colours: Mapping[str, str]) -> str:
    kind = sign.place.kind
    if kind is PlaceKind.REGION:
        return ""
    return element(
        "g",
        element("title", escaped(sign.place.name)),
        *{
            PlaceKind.STOP: _diamond,
            PlaceKind.UNCERTAIN: _doubt,
        }.get(kind, _ring)(sign, colours),
    )


def _ring(sign: Sign, colours: Mapping[str, str]) -> tuple[str, ...]:
    at = {"cx": sign.x, "cy": sign.y}
    return (
        element("circle", **at, r=6.6, fill=colours["casing"]),
        element(
            "circle",
            **at,
            r=3.8,
            fill=colours["sign-fill"],
            stroke=colours["sign"],
            stroke_width=3.2,
        ),
    )


def _diamond(sign: Sign, colours: Mapping[str, str]) -> tuple[str, ...]:
    x, y, reach = sign.x, sign.y, _STOP_PX
    corners = np.array([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)])
    drawn = path([np.concatenate([corners, corners[:1]])], closed=True)
    return (
        element("path", d=drawn, stroke=colours["casing"], stroke_width=4.5, fill="none"),
        element(
            "path",
            d=drawn,
            fill=colours["sign-fill"],
            stroke=colours["sign"],
            stroke_width=1.8,
            stroke_linejoin="round",
        ),
    )


def _doubt(sign: Sign, colours: Mapping[str, str]) -> tuple[str, ...]:
    return (
        element(
            "circle",
            cx=sign.x,
            cy=sign.y,
            r=sign.radius,
            fill=colours["ink"],
            fill_opacity=0.05,
            stroke=colours["ink"],
            stroke_opacity=0.8,
            stroke_width=1.6,
            stroke_dasharray=DASHES["doubt"],
        ),
    )


def _radius(place: MapPlace, view: View, middle: tuple[float, float]) -> float:
    if place.kind is PlaceKind.STOP:
        return _STOP_PX
    if place.kind is not PlaceKind.UNCERTAIN:
        return _RING_PX
    lon, lat, _ = wgs84().fwd(place.lon, place.lat, 90.0, max(place.radius_m, 1.0))
    lon = place.lon + (lon - place.lon + 180.0) % 360.0 - 180.0
    edge = view.to_px(np.array([(lon, lat)]))[0]
    return max(float(np.hypot(*(edge - middle))), _LEAST_DOUBT_PX)
