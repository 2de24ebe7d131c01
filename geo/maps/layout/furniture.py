"""Empty corners of a map for its scale bar, its locator globe and its legend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from geo.maps.spec.cartography import CARTOGRAPHY

if TYPE_CHECKING:
    from geo.maps.layout.labels.text_box import Span
    from geo.maps.layout.projection import View


_MARGIN_PX, _GLOBE_PX = CARTOGRAPHY.furniture.margin, CARTOGRAPHY.furniture.globe
_GLOBE_PHONE_PX = 36.0


_PHONE_PX, _TINY_PX = 560, 340


_SCALE_PX, _SCALE_HIGH_PX = 165.0, 40.0


_CLEAR_PX = 14.0


_Weights = dict[tuple[bool, bool], float]


# How well each corner (right, low) suits when all are empty.
_GLOBE_WEIGHTS: _Weights = {
    (True, True): 1.1,
    (False, True): 1.05,
    (True, False): 1.0,
    (False, False): 1.0,
}


_SCALE_WEIGHTS: _Weights = {**_GLOBE_WEIGHTS, (True, False): 0.4, (False, False): 0.4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Boxes of what stands in the corners; None where there is no room or no use for it."""

    globe: Span | None = None
    scale: Span | None = None
    key: Span | None = None

    @property
    def boxes(self) -> tuple[Span, ...]:
        """What names keep clear of."""
        return tuple(box for box in (self.globe, self.scale, self.key) if box)


def arrange(
    view: View, busy: shapely.Geometry, key_size: tuple[float, float] | None = None
) -> Furniture:
    """Choose corners that are clear of ``busy``; a map of the world needs no globe and no scale."""
    globe, scale = (None, None) if view.is_world else _globe_and_scale(view, busy)
    if key_size is None:
        return Furniture(globe=globe, scale=scale)
    taken = shapely.union_all([busy, *(shapely.box(*box) for box in (globe, scale) if box)])
    key = _emptiest(view, key_size, taken, weights=_GLOBE_WEIGHTS)
    return Furniture(globe=globe, scale=scale, key=key)


def _globe_and_scale(view: View, busy: shapely.Geometry) -> tuple[Span | None, Span | None]:
    globe = None
    if view.width >= _TINY_PX:
        size = 2 * (_GLOBE_PHONE_PX if view.width < _PHONE_PX else _GLOBE_PX)
        globe = _emptiest(view, (size, size), busy, weights=_GLOBE_WEIGHTS)
    scale = _beside(globe, view, busy) if globe else None
    if scale is None:
        taken = shapely.union_all([busy, *([shapely.box(*globe)] if globe else [])])
        scale = _emptiest(view, (_SCALE_PX, _SCALE_HIGH_PX), taken, weights=_SCALE_WEIGHTS)
    return globe, scale


def _emptiest(
    view: View, size: tuple[float, float], busy: shapely.Geometry, *, weights: _Weights
) -> Span | None:
    """Find the corner farthest from what is going on; the lower right where all are alike."""
    best, most = None, 0.0
    for (right, low), weight in weights.items():
        x = view.width - _MARGIN_PX - size[0] if right else _MARGIN_PX
        y = view.height - _MARGIN_PX - size[1] if low else _MARGIN_PX
        box = (x, y, x + size[0], y + size[1])
        room = min(shapely.box(*box).distance(busy), view.width / 3)
        if room > _CLEAR_PX and room * weight > most:
            best, most = box, room * weight
    return best


def _beside(globe: Span, view: View, busy: shapely.Geometry) -> Span | None:
    """Find room for the scale on the inner side of the globe, level with its lower edge."""
    inner = (globe[0] + globe[2]) / 2 > view.width / 2
    x = globe[0] - _MARGIN_PX - _SCALE_PX if inner else globe[2] + _MARGIN_PX
    low = globe[3] if globe[1] > view.height / 2 else globe[1] + _SCALE_HIGH_PX
    box = (x, low - _SCALE_HIGH_PX, x + _SCALE_PX, low)
    return box if shapely.box(*box).distance(busy) > _CLEAR_PX else None
