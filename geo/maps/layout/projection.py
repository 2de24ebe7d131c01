"""Chooses a projection for a frame and turns WGS 84 degrees into pixels and back, as a `View`.

Regions get Lambert's conformal conic with two standard parallels a sixth from the edges, the
tropics and continents Lambert's azimuthal equal-area, lands round a pole the same from the pole,
half the world Patterson's cylindrical projection, which fills a page (Patterson, Šavrič & Jenny
2014), the whole world Equal Earth (Šavrič, Patterson & Jenny 2019). All are centred on the frame,
so that the antimeridian is nowhere near; longitudes may run on past 180°.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.spec.model import Bounds

if TYPE_CHECKING:
    from pyproj import Proj

_WIDE_LON, _WORLD_LON = 110.0, 270.0
_CONTINENT_LON, _CONTINENT_LAT = 60.0, 45.0
_TROPIC = 12.0
_POLAR, _NEAR_POLE, _NOT_POLAR = 66.0, 80.0, 50.0
_AROUND_POLE_LON = 70.0
# Air on all sides together, as a share of what must be in view; less where the basemap ends sooner.
_AIR, _LEAST_AIR = 0.3, 0.15
_WIDE_SHAPES = (4 / 3, 16 / 9)
_PHONE_SHAPES = (4 / 5, 4 / 3)
_WORLD_SHAPES = (1.5, 2.3)
_PHONE_PX = 560
_STEPS, _EDGE_STEPS = 24, 180
# What a map of the whole world shows at least: Antarctica only where the story is.
_WORLD_SOUTH, _WORLD_NORTH = -57.0, 84.0
_WORLD_AIR = 0.02
_MAX_LAT = 84.9
_EPSILON = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page of ``width`` by ``height`` pixels: pixels are ``scale`` times projected metres.

    ``is_world`` is true where no scale holds for the whole page; ``outlined`` where the page shows
    the edge of the world.
    """

    width: int
    height: int
    proj: Proj
    scale: float
    x_0: float
    y_0: float
    is_world: bool
    bounds: Bounds
    outlined: bool = False

    def to_px(self, points: np.ndarray) -> np.ndarray:
        """Turn (lon, lat) rows, WGS 84 degrees, to (x, y) rows, pixels from the top left."""
        x, y = self.proj(points[:, 0], points[:, 1])
        return np.column_stack([(x - self.x_0) * self.scale, (self.y_0 - y) * self.scale])

    def to_lon_lat(self, pixels: np.ndarray) -> np.ndarray:
        """Turn (x, y) rows, pixels, to (lon, lat) rows; infinite outside of the projection."""
        x = pixels[:, 0] / self.scale + self.x_0
        y = self.y_0 - pixels[:, 1] / self.scale
        lon, lat = self.proj(x, y, inverse=True)
        middle = (self.bounds.west + self.bounds.east) / 2
        lon = np.where(np.isfinite(lon), lon, np.nan)
        lon = middle + (lon - middle + 180.0) % 360.0 - 180.0
        return np.column_stack([lon, lat])

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel is on the page, this far from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin

    def sized(self, width: int, height: int, scale: float, middle: tuple[float, float]) -> View:
        """Show the same projection on another page, around a point in projected metres."""
        return replace(
            self,
            width=width,
            height=height,
            scale=scale,
            x_0=middle[0] - width / scale / 2,
            y_0=middle[1] + height / scale / 2,
        )


def make_view(
    frame: Bounds, known: Bounds, width: int, height: int | None, *, air: float = _AIR
) -> View:
    """Fit a frame on a page; with no ``height`` the page gets the shape that the frame asks for.

    Where the known basemap would not fill the page, there is less air.
    """
    proj, kind = _projection(frame)
    bare = View(
        width=width,
        height=height or width,
        proj=proj,
        scale=1.0,
        x_0=0.0,
        y_0=0.0,
        is_world=kind != "region",
        bounds=known,
        outlined=kind == "world",
    )
    if bare.outlined:
        return _fitted(bare, _whole_world(frame), height, _WORLD_AIR)
    airs = (air, (air + _LEAST_AIR) / 2, _LEAST_AIR)
    if bare.is_world:
        return _moved_inside(_fitted(bare, _to_poles(frame), height, air), height)
    views = [_fitted(bare, frame, height, some) for some in airs]
    return next((view for view in views if _is_covered(view)), views[-1])


def _fitted(bare: View, frame: Bounds, height: int | None, air: float) -> View:
    edge = np.column_stack(bare.proj(*_outline(frame).T))
    edge = edge[np.isfinite(edge).all(axis=1)]
    low, high = edge.min(axis=0), edge.max(axis=0)
    wide, tall = np.maximum(high - low, 1.0).tolist()
    page = height or round(bare.width / _shape(wide / tall, bare))
    scale = min(bare.width / wide, page / tall) / (1 + air)
    middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    return bare.sized(bare.width, page, scale, middle)


def _moved_inside(view: View, height: int | None) -> View:
    """Keep a page of half the world on the known basemap, which a cylinder unrolls to a sheet."""
    box = _to_poles(view.bounds)
    lon = (box.west + box.east) / 2
    _, low = view.proj(lon, box.south)
    _, high = view.proj(lon, box.north)
    west, _ = view.proj(box.west, 0.0)
    east, _ = view.proj(box.east, 0.0)
    scale = max(view.scale, view.width / (east - west))
    page = height or min(view.height, math.floor(scale * (high - low)))
    middle = view.x_0 + view.width / view.scale / 2, view.y_0 - view.height / view.scale / 2
    half_x, half_y = view.width / scale / 2, page / scale / 2
    return view.sized(
        view.width,
        page,
        scale,
        (
            _between(middle[0], west + half_x, east - half_x),
            _between(middle[1], low + half_y, high - half_y),
        ),
    )


def _to_poles(box: Bounds) -> Bounds:
    """Let a box that ends where the basemap does reach the poles: there is sea or ice."""
    return replace(
        box,
        south=-90.0 if box.south < -_MAX_LAT else box.south,
        north=90.0 if box.north > _MAX_LAT else box.north,
    )


def _between(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else min(max(value, low), high)


def _whole_world(frame: Bounds) -> Bounds:
    middle = (frame.west + frame.east) / 2
    return Bounds(
        west=middle - 180.0,
        south=max(-90.0, min(frame.south - 8.0, _WORLD_SOUTH)),
        east=middle + 180.0,
        north=min(90.0, max(frame.north + 6.0, _WORLD_NORTH)),
    )


def water_outline(view: View) -> np.ndarray:
    """Outline of the water, pixels: of the page, or of the world where its edge is in view."""
    if not view.outlined:
        return np.asarray(shapely.get_coordinates(shapely.box(0, 0, view.width, view.height)))
    middle = (view.bounds.west + view.bounds.east) / 2
    world = Bounds(west=middle - 180.0, south=-90.0, east=middle + 180.0, north=90.0)
    points = view.to_px(_outline(world, _EDGE_STEPS))
    return np.asarray(points[np.isfinite(points).all(axis=1)])


def _shape(natural: float, view: View) -> float:
    low, high = _PHONE_SHAPES if view.width < _PHONE_PX else _WIDE_SHAPES
    if view.is_world:
        low, high = _WORLD_SHAPES if view.outlined else (low, _WORLD_SHAPES[0])
    return min(max(natural, low), high)


def _outline(box: Bounds, steps: int = _STEPS) -> np.ndarray:
    shape = shapely.box(box.west, box.south, box.east, box.north).exterior
    step = max(box.east - box.west, box.north - box.south) / steps
    return np.asarray(shapely.get_coordinates(shapely.segmentize(shape, step)))


def _is_covered(view: View) -> bool:
    """Whether the known basemap fills the page; beyond 85° there is only sea or ice."""
    x, y = np.linspace(0, view.width, _STEPS), np.linspace(0, view.height, _STEPS)
    edge = np.concatenate(
        [np.column_stack([x, np.full_like(x, end)]) for end in (0, view.height)]
        + [np.column_stack([np.full_like(y, end), y]) for end in (0, view.width)]
    )
    lon, lat = view.to_lon_lat(edge).T
    box = view.bounds
    whole = _to_poles(box)
    inside = (lon >= box.west - _EPSILON) & (lon <= box.east + _EPSILON)
    inside &= (lat >= whole.south - _EPSILON) & (lat <= whole.north + _EPSILON)
    return bool(np.all(inside))


def _projection(frame: Bounds) -> tuple[Proj, str]:
    """Choose the projection, and say whether it shows a "region", "half" the world or the world."""
    from pyproj import Proj  # noqa: PLC0415 - importing it takes a moment

    wide, tall = frame.east - frame.west, frame.north - frame.south
    lon, lat = (frame.west + frame.east) / 2, (frame.south + frame.north) / 2
    nearest = max(frame.south, -frame.north)
    if wide > _AROUND_POLE_LON and nearest > _NOT_POLAR:
        return _made(Proj, "laea", lon, lat_0=math.copysign(90.0, lat)), "region"
    if wide > _WIDE_LON:
        whole = wide > _WORLD_LON
        return _made(Proj, "eqearth" if whole else "patterson", lon), "world" if whole else "half"
    polar = abs(lat) > _POLAR or abs(lat) + tall / 2 > _NEAR_POLE
    if polar or abs(lat) < _TROPIC or wide > _CONTINENT_LON or tall > _CONTINENT_LAT:
        return _made(Proj, "laea", lon, lat_0=lat), "region"
    return (
        _made(
            Proj,
            "lcc",
            lon,
            lat_0=lat,
            lat_1=frame.south + tall / 6,
            lat_2=frame.north - tall / 6,
        ),
        "region",
    )


def _made(proj: type[Proj], name: str, lon: float, **more: float) -> Proj:
    return proj({"proj": name, "lon_0": lon, "ellps": "WGS84", "over": True, **more})
