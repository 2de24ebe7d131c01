"""Smooths lines in pixels, and finds points and pieces along them."""

from __future__ import annotations

import numpy as np
import shapely

_BENDS = 6
# A line with more corners than this has the bends of the land in it already.
_MOST_CORNERS = 400
_LEAST_PX = 1e-9


def smooth(line: np.ndarray) -> np.ndarray:
    """Bend a line through all of its corners: centripetal Catmull–Rom (Yuksel et al. 2011)."""
    if not 3 <= len(line) <= _MOST_CORNERS:  # noqa: PLR2004 - two points are straight
        return line
    ends = (2 * line[:1] - line[1:2], 2 * line[-1:] - line[-2:-1])
    points = np.concatenate([ends[0], line, ends[1]])
    knots = np.maximum(np.hypot(*np.diff(points, axis=0).T), _LEAST_PX) ** 0.5
    a, b, c, d = (points[at : at + len(line) - 1, None, :] for at in range(4))
    t_1 = knots[: len(line) - 1, None, None]
    t_2 = t_1 + knots[1 : len(line), None, None]
    t_3 = t_2 + knots[2 : len(line) + 1, None, None]
    t = t_1 + np.arange(_BENDS)[None, :, None] / _BENDS * (t_2 - t_1)
    ab = a + (b - a) * t / t_1
    bc = b + (c - b) * (t - t_1) / (t_2 - t_1)
    cd = c + (d - c) * (t - t_2) / (t_3 - t_2)
    first, second = ab + (bc - ab) * t / t_2, bc + (cd - bc) * (t - t_1) / (t_3 - t_1)
    bent = first + (second - first) * (t - t_1) / (t_2 - t_1)
    return np.concatenate([bent.reshape(-1, 2), line[-1:]])


def longest(lines: list[np.ndarray]) -> shapely.LineString:
    """Choose the longest line."""
    return max((shapely.LineString(line) for line in lines), key=lambda shape: shape.length)


def point_at(
    shape: shapely.LineString, at: float, reach: float = 3.0
) -> tuple[float, float, float, float]:
    """Give a point of a line, so far along it in pixels, and the direction there."""
    here = shapely.line_interpolate_point(shape, at)
    low, high = max(0.0, at - reach), min(shape.length, at + reach)
    one, two = shapely.line_interpolate_point(shape, [low, high])
    far = one.distance(two) or 1.0
    return here.x, here.y, (two.x - one.x) / far, (two.y - one.y) / far


def straightness(shape: shapely.LineString, at: float, reach: float) -> float:
    """Say how straight a line is around a point: 1 for straight, 0 for there and back."""
    ends = shapely.line_interpolate_point(shape, [at - reach, at + reach])
    return float(ends[0].distance(ends[1]) / (2 * reach))


def pieces(shape: shapely.LineString, every: float, *, first: float, last: float) -> np.ndarray:
    """Give points at equal steps with the directions there: rows of (x, y, along x, along y)."""
    places = np.arange(first, shape.length - last, every)
    if not len(places):
        return np.empty((0, 4))
    here, one, two = (
        np.asarray(shapely.get_coordinates(shapely.line_interpolate_point(shape, places + by)))
        for by in (0.0, -3.0, 3.0)
    )
    along = two - one
    far = np.maximum(np.hypot(*along.T), _LEAST_PX)[:, None]
    return np.hstack([here, along / far])
