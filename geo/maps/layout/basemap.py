"""Brings the shapes of the basemap on to the page, projected once for all its views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.layout.geometry import cut_lines, cut_rings, line_shapes, page_window, ring_shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from shapely.geometry.base import BaseGeometry

    from geo.maps.layout.projection import View
    from geo.maps.spec.model import CodedBasemap, Land

    Span = tuple[float, float, float, float]
    Runs = list[np.ndarray]

_POLE_LAT = -84.5
_CAP_STEPS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """The basemap in pixels: rings of each land (even-odd), of lakes, and lines."""

    lands: tuple[tuple[Land, Runs], ...]
    lakes: Runs
    coast: Runs
    borders: Runs
    disputed: Runs
    rivers: Runs
    states: Runs

    def moved(self, scale: float, by: tuple[float, float]) -> Shapes:
        """Give the same shapes at another scale, moved by so many pixels."""
        return self._each(*[lambda runs: [run * scale + by for run in runs]] * 2)

    def in_quarters(self) -> Shapes:
        """Give the shapes in whole quarters of pixels, which are written shorter than decimals."""
        return self._each(*[lambda runs: [np.rint(run * 4.0) for run in runs]] * 2)

    def _each(self, rings: Callable[[Runs], Runs], lines: Callable[[Runs], Runs]) -> Shapes:
        lands = ((land, rings(runs)) for land, runs in self.lands)
        return Shapes(
            lands=tuple((land, runs) for land, runs in lands if runs),
            lakes=rings(self.lakes),
            coast=lines(self.coast),
            borders=lines(self.borders),
            disputed=lines(self.disputed),
            rivers=lines(self.rivers),
            states=lines(self.states),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """The basemap in pixels, not cut yet."""

    lands: tuple[tuple[Land, list[BaseGeometry]], ...]
    lakes: list[BaseGeometry]
    lines: dict[str, list[BaseGeometry]]


class BasemapSource:
    """The basemap of a spec for all views that have the projection of the first one."""

    def __init__(self, basemap: CodedBasemap, view: View) -> None:
        self._basemap = basemap
        self._view = view
        self._window = page_window(view)
        self._whole: _Whole | None = None
        self._shapes: Shapes | None = None

    def cover(self, views: Iterable[View]) -> None:
        """Say which views will be asked for, so that all is cut at once."""
        windows = [self._window, *map(self._seen, views)]
        low, high = np.min(windows, axis=0), np.max(windows, axis=0)
        window = (float(low[0]), float(low[1]), float(high[2]), float(high[3]))
        if window != self._window:
            self._window, self._shapes = window, None

    def on(self, view: View) -> Shapes:
        """Give the shapes on the page of a view, and beyond it as far as they are known."""
        self.cover([view])
        if self._shapes is None:
            self._shapes = self._cut(self._window)
        return self._shapes.moved(*move(self._view, view))

    def cut(self, view: View, views: Iterable[View]) -> Shapes:
        """Give the shapes in the pixels of a view, cut to what some views show of them."""
        seen = np.array([self._seen(one) for one in views])
        low, high = seen[:, :2].min(axis=0).tolist(), seen[:, 2:].max(axis=0).tolist()
        window = (low[0], low[1], high[0], high[1])
        if window == self._window:
            return self.on(view)
        return self._cut(window).moved(*move(self._view, view))

    def _cut(self, window: Span) -> Shapes:
        if self._whole is None:
            self._whole = _projected(self._basemap, self._view)
        whole = self._whole
        lands = (
            (land, cut_rings(rings, window) + _cap(land, self._basemap, self._view, window))
            for land, rings in whole.lands
        )
        lines = {name: cut_lines(shapes, window) for name, shapes in whole.lines.items()}
        return Shapes(
            lands=tuple((land, rings) for land, rings in lands if rings),
            lakes=cut_rings(whole.lakes, window),
            **lines,
        )

    def _seen(self, view: View) -> Span:
        """Give the window of another view in the pixels of this one."""
        scale, (x, y) = move(view, self._view)
        low_x, low_y, high_x, high_y = page_window(view)
        return (low_x * scale + x, low_y * scale + y, high_x * scale + x, high_y * scale + y)


def move(old: View, new: View) -> tuple[float, tuple[float, float]]:
    """Give the scale and the shift that turn pixels of one view to pixels of another."""
    by = ((old.x_0 - new.x_0) * new.scale, (new.y_0 - old.y_0) * new.scale)
    return new.scale / old.scale, by


def _projected(basemap: CodedBasemap, view: View) -> _Whole:
    grid = basemap.grid
    return _Whole(
        lands=tuple((land, ring_shapes(land.rings, grid, view)) for land in basemap.lands),
        lakes=ring_shapes(basemap.lakes, grid, view),
        lines={
            "coast": line_shapes(basemap.coast, grid, view),
            "borders": line_shapes(basemap.borders, grid, view),
            "disputed": line_shapes(basemap.disputed, grid, view),
            "rivers": line_shapes(basemap.rivers, grid, view),
            "states": line_shapes(basemap.states, grid, view),
        },
    )


def _cap(land: Land, basemap: CodedBasemap, view: View, window: Span) -> list[np.ndarray]:
    """Add the ice round the South Pole, which a basemap that ends at 85° lacks."""
    if land.code != "AQ" or basemap.bounds.south > _POLE_LAT:
        return []
    lons = np.linspace(basemap.bounds.west, basemap.bounds.east, _CAP_STEPS)
    edge = view.to_px(np.column_stack([lons, np.full_like(lons, basemap.bounds.south)]))
    pole = view.to_px(np.column_stack([lons[::-1], np.full_like(lons, -90.0)]))
    ring = np.concatenate([edge, pole, edge[:1]])
    if not np.isfinite(ring).all():
        return []
    cap = shapely.make_valid(shapely.Polygon(ring)).intersection(shapely.box(*window))
    return [np.asarray(shapely.get_coordinates(part)) for part in shapely.get_rings(cap)]
