"""Brings thousands of places on to the page, as dots or counted in cells, with their legend.

A few thousand places are a dot each. More are counted in the cells of a hexagonal lattice (D. B.
Carr et al., "Scatterplot Matrix Techniques for Large N", Journal of the American Statistical
Association 82, 1987), each cell a disc by the number of its places: so the drawing has a bounded
size, and prints. Sizes go by the logarithm in a few steps, and kinds differ in shape as in colour.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.columns import decode_counts, decode_points, decode_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.maps.layout.projection import View
    from geo.maps.spec.model import MapSpec, PointColumns


# Colours and shapes of kinds, the most frequent first; what is beyond them is grey and round.
TONES = CARTOGRAPHY.tones


SHAPES = ("disc", "square", "diamond", "triangle")


OTHER_TONE, OTHER = "none", "other"


_MOST_DOTS, _MOST_SHAPES = 4_000, 2_500


_CELL_PX = 13.0


_SIZES = CARTOGRAPHY.points


_CELL_LEAST_PX = 3.2


_DECADES = 3


_NAMED, _ALL_NAMED = 45, 60


_MIN_APART_PX = 9.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dots:
    """Dots that look alike: rows of (x, y), pixels, their colour, shape and diameter."""

    tone: str
    shape: str
    size_px: float
    points: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsLegendRow:
    """A row of the legend."""

    tone: str
    shape: str
    size_px: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPoint:
    """A place that is large enough to be named."""

    rank: int
    name: str
    x: float
    y: float
    size_px: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PointsLayer:
    """All that is drawn of many places; the largest dots come first, so that none is hidden."""

    dots: tuple[Dots, ...]
    big: tuple[NamedPoint, ...]
    legend: tuple[PointsLegendRow, ...]
    heading: str
    is_binned: bool

    def load(self, box: tuple[float, float, float, float]) -> int:
        """Count the dots in a box."""
        return sum(
            int(np.count_nonzero(np.all((d.points > box[:2]) & (d.points < box[2:]), axis=1)))
            for d in self.dots
        )


def lay_out_points(spec: MapSpec, view: View) -> PointsLayer | None:
    """Bring many places on to the page; None where there are none."""
    columns = spec.points
    if columns is None:
        return None
    points = decode_points(columns)
    # The basemap ends short of the poles: what lies there stands at its edge.
    points[:, 1] = points[:, 1].clip(spec.basemap.bounds.south, spec.basemap.bounds.north)
    pixels = view.to_px(points)
    x, y = pixels.T
    seen = np.flatnonzero((x >= 0) & (x <= view.width) & (y >= 0) & (y <= view.height))
    most = _MOST_DOTS if columns.categories is None else _MOST_SHAPES
    if len(seen) > most:
        return _binned(columns, pixels, seen)
    return _dotted(columns, pixels, seen)


def steps_of(low: float, high: float) -> list[float]:
    """Round figures, at most five, that part counts into steps; the first is the least of all.

    By thousands or hundreds or tens where the counts go far, by threes and tens where not.
    """
    low, high = max(low, 1.0), max(high, 1.0)
    first = 10.0 ** math.floor(math.log10(low))
    decades = math.log10(high / first)
    if decades < _DECADES:
        found = [first * factor * 10.0**power for power in range(4) for factor in (1, 3)]
    else:
        each = math.ceil((decades + 1e-9) / _SIZES.most_steps)
        found = [first * 10.0 ** (each * index) for index in range(_SIZES.most_steps)]
    return [step for step in found if step <= high][: _SIZES.most_steps] or [first]


def categories_of(columns: PointColumns) -> tuple[list[str], np.ndarray]:
    """Kinds that get a colour of their own, the most frequent first; and the kind of each place."""
    if columns.categories is None:
        return [], np.zeros(columns.total, dtype=np.int64)
    texts = decode_texts(columns.categories)
    different, numbers, found = np.unique(texts, return_inverse=True, return_counts=True)
    order = np.argsort(-found, kind="stable")
    order = order[different[order] != ""]  # "" is no kind
    place = np.full(len(different), len(TONES))
    place[order[: len(TONES)]] = np.arange(min(len(order), len(TONES)))
    return different[order[: len(TONES)]].tolist(), place[numbers.reshape(-1)]


def _dotted(columns: PointColumns, pixels: np.ndarray, seen: np.ndarray) -> PointsLayer:
    counts = decode_counts(columns)
    steps = steps_of(float(counts.min()), float(counts.max()))
    level = np.searchsorted(steps, np.maximum(counts, steps[0]), side="right") - 1
    least = _SIZES.few_least if len(seen) <= _SIZES.few else _SIZES.least
    names, kinds = categories_of(columns)
    dots = []
    for step in reversed(range(len(steps))):
        for kind in range(len(TONES) + 1):
            points = pixels[seen[(level[seen] == step) & (kinds[seen] == kind)]]
            if len(points):
                tone, shape = _look(kind)
                size_px = least + _SIZES.step * step
                dots.append(Dots(tone=tone, shape=shape, size_px=size_px, points=points))
    sizes = least + _SIZES.step * level
    legend = [
        PointsLegendRow(
            tone=OTHER_TONE if names else TONES[0],
            shape="disc",
            size_px=least + _SIZES.step * index,
            text=_from(step),
        )
        for index, step in enumerate(steps)
    ]
    kinds_told = [
        *enumerate(names),
        *([(len(TONES), OTHER)] if (kinds == len(TONES)).any() else []),
    ]
    return PointsLayer(
        dots=tuple(dots),
        big=tuple(_big(columns, pixels, seen, counts, sizes)),
        legend=(
            *(legend if len(steps) > 1 else ()),
            *(_kind_entry(kind, text) for kind, text in (kinds_told if names else ())),
        ),
        heading=columns.count_word if len(steps) > 1 else "",
        is_binned=False,
    )


def _binned(columns: PointColumns, pixels: np.ndarray, seen: np.ndarray) -> PointsLayer:
    middles, numbers = hexagons(pixels[seen], _CELL_PX)
    steps = steps_of(1.0, float(numbers.max()))
    level = np.searchsorted(steps, numbers, side="right") - 1
    grow = (_CELL_PX - _CELL_LEAST_PX) / max(len(steps) - 1, 1)
    sizes = [_CELL_LEAST_PX + grow * index for index in range(len(steps))]
    counts = decode_counts(columns)
    return PointsLayer(
        dots=tuple(
            Dots(tone=TONES[0], shape="disc", size_px=size_px, points=middles[level == index])
            for index, size_px in reversed(list(enumerate(sizes)))
            if (level == index).any()  # where places lie thick, no cell may hold few
        ),
        big=tuple(_big(columns, pixels, seen, counts, np.full(columns.total, 5.0))),
        legend=tuple(
            PointsLegendRow(tone=TONES[0], shape="disc", size_px=size_px, text=_from(step))
            for size_px, step in zip(sizes, steps, strict=True)
        ),
        heading="places per spot",
        is_binned=True,
    )


def hexagons(points: np.ndarray, width: float) -> tuple[np.ndarray, np.ndarray]:
    """Count points in a hexagonal lattice: middles of the cells, and how many points each has."""
    high = width * math.sqrt(3.0)
    found = []
    for shift in (0.0, 0.5):  # a hexagonal lattice is two rectangular ones; the nearer middle wins
        cell = np.rint(points / (width, high) - shift)
        found.append((cell + shift) * (width, high))
    far = [((points - middle) ** 2).sum(axis=1) for middle in found]
    nearest = np.where((far[0] <= far[1])[:, None], found[0], found[1])
    return np.unique(np.round(nearest, 3), axis=0, return_counts=True)


def _big(
    columns: PointColumns,
    pixels: np.ndarray,
    seen: np.ndarray,
    counts: np.ndarray,
    sizes: np.ndarray,
) -> Iterator[NamedPoint]:
    """Choose places to name: the largest, not two on one spot; of equals none, if they are many."""
    if len(seen) > _ALL_NAMED and counts[seen].max() == counts[seen].min():
        return
    names = decode_texts(columns.names)
    taken: list[tuple[float, float]] = []
    for index in seen[np.argsort(-counts[seen], kind="stable")][: 4 * _NAMED].tolist():
        x, y = pixels[index].tolist()
        if len(taken) < _NAMED and all(math.dist((x, y), at) >= _MIN_APART_PX for at in taken):
            size_px = float(sizes[index])
            yield NamedPoint(rank=len(taken), name=names[index], x=x, y=y, size_px=size_px)
            taken.append((x, y))


def _look(kind: int) -> tuple[str, str]:
    return (TONES[kind], SHAPES[kind]) if kind < len(TONES) else (OTHER_TONE, "disc")


def _kind_entry(kind: int, text: str) -> PointsLegendRow:
    tone, shape = _look(kind)
    return PointsLegendRow(tone=tone, shape=shape, size_px=_SIZES.few_least + 1, text=text)


def _from(step: float) -> str:
    return f"{step:,.0f}+"
