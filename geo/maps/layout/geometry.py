"""Brings coded lines on to the page: in pixels, clipped to it and simplified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.maps.spec.polyline import decode_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.maps.layout.projection import View
    from geo.maps.spec.model import Grid

    Span = tuple[float, float, float, float]

# Nobody sees half a pixel.
_TOLERANCE_PX = 0.5
# Beyond the page's edge, so that strokes along the cut stay out of sight.
_MARGIN_PX = 24.0
# A straight step in degrees may be a curve on the page: no step longer than this share of the box.
_STEPS = 60
_MIN_RING, _MIN_LINE = 4, 2
_LEAST_AREA_PX = 1.2


def page_window(view: View) -> Span:
    """Give the page with a margin all round: low x, low y, high x, high y, pixels."""
    return (-_MARGIN_PX, -_MARGIN_PX, view.width + _MARGIN_PX, view.height + _MARGIN_PX)


def line_shapes(coded: Sequence[str], grid: Grid, view: View) -> list[BaseGeometry]:
    """Decode and project lines, pixels."""
    return _lines(_projected(coded, grid, view, _MIN_LINE))


def ring_shapes(coded: Sequence[str], grid: Grid, view: View) -> list[BaseGeometry]:
    """Decode and project rings, pixels, each a shape on its own."""
    runs = _projected(coded, grid, view, _MIN_RING)
    return [shape for shape in map(_polygon, runs) if shape.area > _LEAST_AREA_PX]


def cut_lines(shapes: Sequence[BaseGeometry], window: Span) -> list[np.ndarray]:
    """Clip lines to a window and simplify them; rows of (x, y), pixels."""
    return _coordinates(_cut(shapes, window), _MIN_LINE)


def cut_rings(shapes: Sequence[BaseGeometry], window: Span) -> list[np.ndarray]:
    """Do the same with rings."""
    return _rings(_cut(shapes, window))


def rings_px(coded: Sequence[str], grid: Grid, view: View) -> list[np.ndarray]:
    """Decode, project, clip to the page and simplify rings; rows of (x, y), pixels."""
    return cut_rings(ring_shapes(coded, grid, view), page_window(view))


def _rings(cut: Sequence[BaseGeometry]) -> list[np.ndarray]:
    cut = [part for part in cut if part.area > _LEAST_AREA_PX]
    # A cut ring can fall into polygons with holes: each outline is a ring of its own again.
    rings = [ring for part in cut for ring in shapely.get_rings(part)]
    return _coordinates(rings, _MIN_RING)


def whole_lines_px(coded: Sequence[str], grid: Grid, view: View) -> list[np.ndarray]:
    """Project lines without simplifying them: ways and measured lines are short.

    On a map of the world a line that leaves it on one side comes in on the other.
    """
    runs = _decoded(coded, grid, _MIN_LINE)
    if view.is_world:
        runs = [part for run in runs for part in _wrapped(run, view)]
    return _on_page(runs, view, _MIN_LINE)


def _wrapped(run: np.ndarray, view: View) -> list[np.ndarray]:
    middle = (view.bounds.west + view.bounds.east) / 2
    sheet = shapely.box(middle - 180.0, -90.0, middle + 180.0, 90.0)
    turns = [shapely.LineString(np.add(run, (turn, 0.0))) for turn in (-360.0, 0.0, 360.0)]
    parts = shapely.get_parts(shapely.intersection(turns, sheet))
    return [np.asarray(shapely.get_coordinates(part)) for part in parts if part.length]


def _decoded(coded: Sequence[str], grid: Grid, least: int) -> list[np.ndarray]:
    return [run for run in decode_lines(coded, grid) if len(run) >= least]


def _projected(coded: Sequence[str], grid: Grid, view: View, least: int) -> list[np.ndarray]:
    return _on_page(_decoded(coded, grid, least), view, least)


def _on_page(runs: Sequence[np.ndarray], view: View, least: int) -> list[np.ndarray]:
    step = (view.bounds.east - view.bounds.west) / _STEPS
    if not runs:
        return []
    dense = shapely.segmentize(_lines(runs), step)
    points, owner = shapely.get_coordinates(dense, return_index=True)
    pixels = view.to_px(points)
    parts = np.split(pixels, np.flatnonzero(np.diff(owner)) + 1)
    finite = [part for part in parts if np.isfinite(part).all()]
    return [part for part in finite if len(part) >= least]


def _lines(runs: Sequence[np.ndarray]) -> list[BaseGeometry]:
    """Make all lines at once: most are short, and there are thousands."""
    if not runs:
        return []
    owner = np.repeat(np.arange(len(runs)), [len(run) for run in runs])
    lines: Any = shapely.linestrings(np.concatenate(runs), indices=owner)
    return list(lines)


def _polygon(ring: np.ndarray) -> BaseGeometry:
    shape = shapely.Polygon(ring)
    if shape.is_valid:
        return shape
    # The lines that a ring collapses to on the grid are no land.
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)


def _cut(shapes: Sequence[BaseGeometry], window: Span) -> list[BaseGeometry]:
    if not shapes:
        return []
    cut = shapely.clip_by_rect(np.array(shapes), *window)
    simple = shapely.simplify(cut, _TOLERANCE_PX, preserve_topology=False)
    parts = shapely.get_parts(shapely.get_parts(simple))
    wanted = {shape.geom_type.removeprefix("Multi") for shape in shapes} - {"GeometryCollection"}
    return [part for part in parts if not part.is_empty and part.geom_type in wanted]


def _coordinates(shapes: Sequence[BaseGeometry], least: int) -> list[np.ndarray]:
    found = (np.asarray(shapely.get_coordinates(shape)) for shape in shapes)
    return [points for points in found if len(points) >= least]
