"""A spec's ground and views of it in; its shapes in pixels, projected once for all views, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.svg_lines import cut_lines, cut_rings, lines_px, page_window, rings_px

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from geo.maps.model import Ground, Land
    from geo.maps.projection import View

    Span = tuple[float, float, float, float]
    Runs = list[np.ndarray]

_POLE_LAT = -84.5
_CAP_STEPS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """The ground in pixels: rings of each land (even-odd), of lakes, and lines."""

    lands: tuple[tuple[Land, Runs], ...]
    lakes: Runs
    coast: Runs
    borders: Runs
    disputed: Runs
    rivers: Runs

    def moved(self, scale: float, by: tuple[float, float]) -> Shapes:
        """Give the same shapes at another scale, moved by so many pixels."""
        return self._each(*[lambda runs: [run * scale + by for run in runs]] * 2)

    def in_tenths(self) -> Shapes:
        """Give the shapes in whole tenths of pixels, which are written shorter than decimals."""
        return self._each(*[lambda runs: [np.rint(run * 10.0) for run in runs]] * 2)

    def cut(self, window: Span) -> Shapes:
        """Give what lies in a window."""
        return self._each(
            lambda runs: cut_rings(runs, window), lambda runs: cut_lines(runs, window)
        )

    def _each(self, rings: Callable[[Runs], Runs], lines: Callable[[Runs], Runs]) -> Shapes:
        lands = ((land, rings(runs)) for land, runs in self.lands)
        return Shapes(
            lands=tuple((land, runs) for land, runs in lands if runs),
            lakes=rings(self.lakes),
            coast=lines(self.coast),
            borders=lines(self.borders),
            disputed=lines(self.disputed),
            rivers=lines(self.rivers),
        )


class GroundSource:
    """The ground of a spec for all views that have the projection of the first one."""

    def __init__(self, ground: Ground, view: View) -> None:
        self._ground = ground
        self._view = view
        self._window = page_window(view)
        self._shapes: Shapes | None = None

    def cover(self, views: Iterable[View]) -> None:
        """Say which views will be asked for, so that all is projected at once."""
        windows = [self._window, *map(self._seen, views)]
        low, high = np.min(windows, axis=0), np.max(windows, axis=0)
        window = (float(low[0]), float(low[1]), float(high[2]), float(high[3]))
        if window != self._window:
            self._window, self._shapes = window, None

    def on(self, view: View) -> Shapes:
        """Give the shapes on the page of a view, and beyond it as far as they are known."""
        self.cover([view])
        if self._shapes is None:
            self._shapes = _projected(self._ground, self._view, self._window)
        return self._shapes.moved(*move(self._view, view))

    def cut(self, view: View, views: Iterable[View]) -> Shapes:
        """Give the shapes in the pixels of a view, cut to what some views show of them."""
        shapes = self.on(view)
        seen = np.array([self._seen(one) for one in views])
        scale, by = move(self._view, view)
        low = seen[:, :2].min(axis=0) * scale + by
        high = seen[:, 2:].max(axis=0) * scale + by
        return shapes.cut((*low.tolist(), *high.tolist()))

    def _seen(self, view: View) -> Span:
        """Give the window of another view in the pixels of this one."""
        scale, by = move(view, self._view)
        low_x, low_y, high_x, high_y = page_window(view)
        x, y = by
        return (low_x * scale + x, low_y * scale + y, high_x * scale + x, high_y * scale + y)


def move(old: View, new: View) -> tuple[float, tuple[float, float]]:
    """Give the scale and the shift that turn pixels of one view to pixels of another."""
    by = ((old.x_0 - new.x_0) * new.scale, (new.y_0 - old.y_0) * new.scale)
    return new.scale / old.scale, by


def _projected(ground: Ground, view: View, window: Span) -> Shapes:
    grid = ground.grid
    lands = ((land, rings_px(land.rings, grid, view, window)) for land in ground.lands)
    lands = ((land, rings + _cap(land, ground, view, window)) for land, rings in lands)
    return Shapes(
        lands=tuple((land, rings) for land, rings in lands if rings),
        lakes=rings_px(ground.lakes, grid, view, window),
        coast=lines_px(ground.coast, grid, view, window),
        borders=lines_px(ground.borders, grid, view, window),
        disputed=lines_px(ground.disputed, grid, view, window),
        rivers=lines_px(ground.rivers, grid, view, window),
    )


def _cap(land: Land, ground: Ground, view: View, window: Span) -> list[np.ndarray]:
    """Add the ice round the South Pole, which a ground that ends at 85° lacks."""
    if land.code != "AQ" or ground.box.south > _POLE_LAT:
        return []
    lons = np.linspace(ground.box.west, ground.box.east, _CAP_STEPS)
    edge = view.to_px(np.column_stack([lons, np.full_like(lons, ground.box.south)]))
    pole = view.to_px(np.column_stack([lons[::-1], np.full_like(lons, -90.0)]))
    ring = np.concatenate([edge, pole, edge[:1]])
    if not np.isfinite(ring).all():
        return []
    cap = shapely.make_valid(shapely.Polygon(ring)).intersection(shapely.box(*window))
    return [np.asarray(shapely.get_coordinates(part)) for part in shapely.get_rings(cap)]
