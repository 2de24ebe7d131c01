"""A frame in degrees and a size in pixels in; a `View` that turns longitudes to pixels out.

Regions get Lambert's conformal conic with two standard parallels a sixth from the edges, the
tropics and continents Lambert's azimuthal equal-area, lands round a pole the same from the pole,
the world Equal Earth (Šavrič, Patterson & Jenny 2019). All are centred on the frame, so that the
antimeridian is nowhere near; longitudes may run on past 180°.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from pyproj import Proj

    from geo.maps.model import Box

_WORLD_LON = 120.0
_CONTINENT_LON, _CONTINENT_LAT = 60.0, 45.0
_TROPIC = 12.0
_POLAR = 66.0
_AROUND_POLE_LON = 70.0
# Air on all sides together, as a share of what must be in view; less where the ground ends sooner.
_AIR, _LEAST_AIR = 0.3, 0.15
_WIDE_SHAPES = (4 / 3, 16 / 9)
_PHONE_SHAPES = (4 / 5, 4 / 3)
_PHONE_PX = 560
_STEPS = 24
_WORLD_SHAPE = 1.9
_MAX_LAT = 84.9
_EPSILON = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page of ``width`` by ``height`` pixels: pixels are ``scale`` times projected metres."""

    width: int
    height: int
    proj: Proj
    scale: float
    x_0: float
    y_0: float
    is_world: bool
    box: Box

    def to_px(self, points: np.ndarray) -> np.ndarray:
        """Turn (lon, lat) rows, WGS 84 degrees, to (x, y) rows, pixels from the top left."""
        x, y = self.proj(points[:, 0], points[:, 1])
        return np.column_stack([(x - self.x_0) * self.scale, (self.y_0 - y) * self.scale])

    def to_lon_lat(self, pixels: np.ndarray) -> np.ndarray:
        """Turn (x, y) rows, pixels, to (lon, lat) rows; infinite outside of the projection."""
        x = pixels[:, 0] / self.scale + self.x_0
        y = self.y_0 - pixels[:, 1] / self.scale
        lon, lat = self.proj(x, y, inverse=True)
        middle = (self.box.west + self.box.east) / 2
        lon = np.where(np.isfinite(lon), lon, np.nan)
        lon = middle + (lon - middle + 180.0) % 360.0 - 180.0
        return np.column_stack([lon, lat])

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel is on the page, this far from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


def make_view(
    frame: Box, ground: Box, width: int, height: int | None, *, air: float = _AIR
) -> View:
    """Fit a frame on a page; with no ``height`` the page gets the shape that the frame asks for.

    Where the known ground would not fill the page, there is less air.
    """
    proj, is_world = _projection(frame)
    edge = np.column_stack(proj(*_outline(frame).T))
    edge = edge[np.isfinite(edge).all(axis=1)]
    low, high = edge.min(axis=0), edge.max(axis=0)
    wide, tall = np.maximum(high - low, 1.0)
    page = height or round(width / _shape(wide / tall, width, is_world=is_world))
    views = [
        View(
            width=width,
            height=page,
            proj=proj,
            scale=scale,
            x_0=(low[0] + high[0]) / 2 - width / scale / 2,
            y_0=(low[1] + high[1]) / 2 + page / scale / 2,
            is_world=is_world,
            box=ground,
        )
        for scale in (
            min(width / wide, page / tall) / (1 + some)
            for some in (air, (air + _LEAST_AIR) / 2, _LEAST_AIR)
        )
    ]
    if is_world:
        return views[-1]
    return next((view for view in views if _is_covered(view)), views[0])


def ground_outline(view: View) -> np.ndarray:
    """Outline of the known ground, pixels: the sheet that the water is drawn on."""
    box = view.box
    points = view.to_px(_outline(box))
    return np.asarray(points[np.isfinite(points).all(axis=1)])


def _shape(natural: float, width: int, *, is_world: bool) -> float:
    if is_world and width >= _PHONE_PX:
        return _WORLD_SHAPE
    low, high = _PHONE_SHAPES if width < _PHONE_PX else _WIDE_SHAPES
    return min(max(natural, low), high)


def _outline(box: Box) -> np.ndarray:
    shape = shapely.box(box.west, box.south, box.east, box.north).exterior
    step = max(box.east - box.west, box.north - box.south) / _STEPS
    return np.asarray(shapely.get_coordinates(shapely.segmentize(shape, step)))


def _is_covered(view: View) -> bool:
    """Whether the known ground fills the page; beyond 85° there is only sea or ice."""
    x, y = np.linspace(0, view.width, _STEPS), np.linspace(0, view.height, _STEPS)
    edge = np.concatenate(
        [np.column_stack([x, np.full_like(x, end)]) for end in (0, view.height)]
        + [np.column_stack([np.full_like(y, end), y]) for end in (0, view.width)]
    )
    lon, lat = view.to_lon_lat(edge).T
    box = view.box
    south = box.south if box.south > -_MAX_LAT else -90.0
    north = box.north if box.north < _MAX_LAT else 90.0
    inside = (lon >= box.west - _EPSILON) & (lon <= box.east + _EPSILON)
    return bool(np.all(inside & (lat >= south - _EPSILON) & (lat <= north + _EPSILON)))


def _projection(frame: Box) -> tuple[Proj, bool]:
    from pyproj import Proj  # noqa: PLC0415 - importing it takes a moment

    wide, tall = frame.east - frame.west, frame.north - frame.south
    lon, lat = (frame.west + frame.east) / 2, (frame.south + frame.north) / 2
    if abs(lat) > _POLAR or (abs(lat) > _TROPIC and abs(lat) + tall / 2 > 80.0):  # noqa: PLR2004 - near a pole
        pole = math.copysign(90.0, lat)
        return _made(Proj, "laea", lon, lat_0=pole if wide > _AROUND_POLE_LON else lat), False
    if wide > _WORLD_LON:
        return _made(Proj, "eqearth", lon), True
    if abs(lat) < _TROPIC or wide > _CONTINENT_LON or tall > _CONTINENT_LAT:
        return _made(Proj, "laea", lon, lat_0=lat), False
    return (
        _made(
            Proj,
            "lcc",
            lon,
            lat_0=lat,
            lat_1=frame.south + tall / 6,
            lat_2=frame.north - tall / 6,
        ),
        False,
    )


def _made(proj: type[Proj], name: str, lon: float, **more: float) -> Proj:
    return proj({"proj": name, "lon_0": lon, "ellps": "WGS84", "over": True, **more})
