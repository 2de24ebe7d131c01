"""A spec and a page's size in; where everything on the drawn map stands out.

A name keeps clear of the page's edge, all signs, ways and measured lines, what stands in the
corners, and of every other name (`geo.maps.labels`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.labels import Candidate, Label, place_labels
from geo.maps.projection import make_view
from geo.maps.raster import make_raster
from geo.maps.svg_furniture import Furniture, arrange
from geo.maps.svg_ground import ground_shapes
from geo.maps.svg_names import area_names, names_of
from geo.maps.svg_signs import signs_of
from geo.maps.svg_ways import way_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.maps.model import MapSpec
    from geo.maps.projection import View
    from geo.maps.raster import Raster
    from geo.maps.svg_ground import Shapes
    from geo.maps.svg_names import Name
    from geo.maps.svg_positions import Option
    from geo.maps.svg_signs import Sign
    from geo.maps.svg_text import Setting, Span
    from geo.maps.svg_ways import Ways

_EDGE_PX = 4.0
# A poor place for a name of this worth counts twice as much as one for a name of no worth.
_WEIGHT = 20.0
_WAY_CLEAR_PX, _MEASURE_CLEAR_PX = 4.5, 2.5
_DOT_PX = 3.4
# Names on the coast stand in the water; inland a name had better not lie half in a lake.
_ON_LAND, _MIXED = 0.3, 0.25
_MOST_OPTIONS, _FEW_OPTIONS = 24, 3
# When more places than this share would have no name, the map shows more ground for room.
_FEW_NAMELESS = 0.07
_AIRS = (0.3, 0.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A name on the map; ``dot`` is the sign of a city that is there for orientation only."""

    ident: str
    setting: Setting
    dot: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All that is drawn, in pixels; ``unnamed`` are the names that found no room."""

    view: View
    shapes: Shapes
    signs: tuple[Sign, ...]
    ways: Ways
    furniture: Furniture
    names: tuple[Placed, ...]
    unnamed: tuple[str, ...]


def lay_out(spec: MapSpec, *, width_px: int, height_px: int | None) -> Layout:
    """Lay the map out, with more air or empty corners when a place would lose its name else."""
    best: Layout | None = None
    for air in _AIRS:
        layout = _laid_out(spec, (width_px, height_px), air)
        if best is None or len(_nameless(layout)) < len(_nameless(best)):
            best = layout
        if len(_nameless(best)) <= _FEW_NAMELESS * len(best.signs):
            break
    assert best is not None  # noqa: S101 - there is at least one air
    return best


def _nameless(layout: Layout) -> set[str]:
    """Places of the story without a name."""
    return {sign.place.id for sign in layout.signs}.intersection(layout.unnamed)


def _laid_out(spec: MapSpec, size: tuple[int, int | None], air: float) -> Layout:
    view = make_view(spec.frame, spec.ground.box, *size, air=air)
    shapes = ground_shapes(spec.ground, view)
    signs = signs_of(spec, view)
    ways = way_lines(spec, view)
    raster = make_raster(shapes, view.width, view.height)
    found = [
        *names_of(spec, view, signs, ways),
        *area_names(spec, view, shapes, signs, raster),
    ]
    bare = Layout(
        view=view,
        shapes=shapes,
        signs=signs,
        ways=ways,
        furniture=arrange(view, _busy(signs, ways)),
        names=(),
        unnamed=(),
    )
    best = _named(bare, found, raster, crowded=False)
    if not _nameless(best):
        return best
    roomy = _named(replace(bare, furniture=Furniture()), found, raster, crowded=True)
    return min(best, roomy, key=lambda layout: len(_nameless(layout)))


def _busy(signs: Iterable[Sign], ways: Ways) -> shapely.Geometry:
    shapes: list[shapely.Geometry] = [shapely.Point(sign.x, sign.y) for sign in signs]
    shapes += [shapely.LineString(line) for line in ways.lines]
    return shapely.union_all(shapes)


def _named(bare: Layout, found: Sequence[Name], raster: Raster, *, crowded: bool) -> Layout:
    obstacles = _Obstacles(bare)
    kept = [_kept(name, obstacles, raster, crowded=crowded) for name in found]
    labels = [
        Label(
            candidates=tuple(
                Candidate(boxes=_covered(name, option), cost=cost * (1 + name.worth / _WEIGHT))
                for option, cost in options
            ),
            worth=name.worth,
        )
        for name, options in zip(found, kept, strict=True)
    ]
    names, unnamed = [], []
    for name, options, index in zip(found, kept, place_labels(labels), strict=True):
        if index is None:
            unnamed.append(name.ident)
        else:
            setting = options[index][0].setting
            names.append(Placed(ident=name.ident, setting=setting, dot=name.dot))
    return replace(bare, names=tuple(names), unnamed=tuple(unnamed))


def _kept(
    name: Name, obstacles: _Obstacles, raster: Raster, *, crowded: bool
) -> list[tuple[Option, float]]:
    """Choose the options of a name to try; leader lines only where the others are few."""
    free = obstacles.free(name, name.options, raster)
    if name.spare and (crowded or len(free) < _FEW_OPTIONS):
        free += obstacles.free(name, name.spare(), raster)
    return sorted(free, key=lambda pair: pair[1])


def _covered(name: Name, option: Option) -> tuple[Span, ...]:
    if name.dot is None:
        return option.setting.boxes
    x, y = name.dot
    return (*option.setting.boxes, (x - _DOT_PX, y - _DOT_PX, x + _DOT_PX, y + _DOT_PX))


class _Obstacles:
    """What no name may lie on."""

    def __init__(self, bare: Layout) -> None:
        signs = [box for sign in bare.signs for box in sign.boxes]
        self._boxes = np.array([*signs, *bare.furniture.boxes]).reshape(-1, 4)
        self._size = (bare.view.width, bare.view.height)
        routes = [line for _, lines in bare.ways.routes for line in lines]
        measured = [line for _, lines in bare.ways.measures for line in lines]
        self._ways = shapely.union_all(
            [shapely.LineString(line).buffer(_WAY_CLEAR_PX, quad_segs=2) for line in routes]
            + [shapely.LineString(line).buffer(_MEASURE_CLEAR_PX, quad_segs=2) for line in measured]
        )
        shapely.prepare(self._ways)

    def free(
        self, name: Name, options: Sequence[Option], raster: Raster
    ) -> list[tuple[Option, float]]:
        """Keep the options that cover nothing, each with its cost here, the best of them."""
        boxes = [option.setting.boxes for option in options]
        if not boxes:
            return []
        owner = np.repeat(np.arange(len(boxes)), [len(some) for some in boxes])
        flat = np.array([box for some in boxes for box in some])
        bad = np.zeros(len(boxes), dtype=bool)
        bad[owner[self._off_page(flat) | self._on_signs(flat)]] = True
        text = flat[~bad[owner]]
        if len(text):
            crossing = shapely.intersects(shapely.box(*text.T), self._ways)
            bad[owner[~bad[owner]][crossing]] = True
        told = [
            (option, option.cost + _on_ground(name, option, raster))
            for option, blocked in zip(options, bad, strict=True)
            if not blocked
        ]
        return sorted(told, key=lambda pair: pair[1])[:_MOST_OPTIONS]

    def _off_page(self, boxes: np.ndarray) -> np.ndarray:
        width, height = self._size
        low = (boxes[:, :2] < _EDGE_PX).any(axis=1)
        return low | (boxes[:, 2] > width - _EDGE_PX) | (boxes[:, 3] > height - _EDGE_PX)

    def _on_signs(self, boxes: np.ndarray) -> np.ndarray:
        one, other = boxes[:, None, :], self._boxes[None, :, :]
        before = np.all(one[..., :2] < other[..., 2:], axis=2)
        after = np.all(one[..., 2:] > other[..., :2], axis=2)
        return np.asarray(np.any(before & after, axis=1))


def _on_ground(name: Name, option: Option, raster: Raster) -> float:
    """Add to the cost of a name that leaves the water, or that lies half on land."""
    if name.ident.startswith(("land ", "water ")):
        return 0.0
    share = raster.dry_share(option.setting.boxes)
    if option.setting.discs:
        return _ON_LAND * share
    box = option.setting.boxes[0]
    x, y = name.dot or ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    if raster.is_coastal(x, y):
        return _ON_LAND * share
    return _MIXED * 4 * share * (1 - share)
