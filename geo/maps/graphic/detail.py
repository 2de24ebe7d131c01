"""Puts a second map into a graphic: what lies close together in a story of two scales.

The first map shows a box in its stead, with one of the places in it; the second shows the box.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.graphic.parts import GAP, KICKER_PX, Box, GraphicSheet, kicker, natural_px
from geo.maps.layout.geometry import whole_lines_px
from geo.maps.spec.model import PlaceKind
from geo.maps.svg.markup import element, path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.maps.graphic.sheets import Size
    from geo.maps.layout.projection import View
    from geo.maps.spec.model import MapSpec

_TITLE = "THE BOX IN DETAIL"
_ABOVE = 14.0
# A detail is no taller than so much of its width; of a page the first map keeps so much.
_TALLEST, _FIRST_SHARE = 0.7, 0.56
# The shapes (width by height) for which a map knows the land around its story.
_NARROW = 4 / 5
# A box that is smaller than this is drawn upright, and no smaller than it can be seen.
_SMALL_BOX_PX, _LEAST_BOX_PX = 48.0, 24.0
_EDGE_STEPS = 12


def with_detail(sheet: GraphicSheet, spec: MapSpec, detail: MapSpec, size: Size) -> GraphicSheet:
    """Make room for a second map: below the first, or, on a page, in a part of its room.

    A card for feeds has room for one: it stays as it is.
    """
    if size == "social":
        return sheet
    return _split(sheet) if size == "print" else _below(sheet, spec, detail)


def _below(sheet: GraphicSheet, spec: MapSpec, detail: MapSpec) -> GraphicSheet:
    width = sheet.map_width
    tall = round(min(natural_px(detail, width), _TALLEST * width))
    needed = _ABOVE + KICKER_PX + tall
    # Where the map was drawn higher than its story asks, for claims beside it, there is room.
    spare = max(0.0, sheet.map_height - natural_px(spec, width))
    more = max(0.0, needed - spare)
    foot = sheet.map_y + sheet.map_height
    first = round(sheet.map_height + more - needed)
    top = sheet.map_y + first + _ABOVE
    moved = [
        replace(spot, top=spot.top + more) if spot.top >= foot else spot for spot in sheet.texts
    ]
    return replace(
        sheet,
        height=sheet.height + more,
        map_height=first,
        detail=Box(x=sheet.map_x, y=top + KICKER_PX, width=width, height=tall),
        texts=(*moved, kicker(sheet.map_x, top, width, _TITLE)),
        columns=tuple(
            replace(column, top=column.top + more) if column.top >= foot else column
            for column in sheet.columns
        ),
    )


def _split(sheet: GraphicSheet) -> GraphicSheet:
    whole = sheet.map
    if whole.width > whole.height:
        first = int(whole.width * _FIRST_SHARE)
        wide = int(whole.width - first - GAP)
        x, y = whole.x + first + GAP, whole.y
        tall = min(whole.height - int(KICKER_PX), int(wide / _NARROW))
        changed = replace(
            sheet, map_width=first, map_height=min(whole.height, int(first / _NARROW))
        )
    else:
        first = int(whole.height * _FIRST_SHARE)
        wide, tall = whole.width, int(whole.height - first - _ABOVE - KICKER_PX)
        x, y = whole.x, whole.y + first + _ABOVE
        changed = replace(sheet, map_height=first)
    return replace(
        changed,
        detail=Box(x=x, y=y + KICKER_PX, width=wide, height=tall),
        texts=(*sheet.texts, kicker(x, y, wide, _TITLE)),
    )


def thinned(spec: MapSpec, view: View) -> MapSpec:
    """Leave out of the first map what the second, with this view, shows: all but one place."""
    inside = {place.id for place in spec.places if _is_shown(place.lon, place.lat, view)}
    inside -= {place.id for place in spec.places if place.kind is PlaceKind.REGION}
    named = [place for place in spec.places if place.id in inside]
    if named:
        inside.discard(min(named, key=lambda place: place.rank).id)
    inside |= {one.id for one in spec.routes if _is_within(one.lines, spec, view)}
    inside |= {one.id for one in spec.measures if _is_within(one.lines, spec, view)}
    return replace(
        spec,
        places=tuple(place for place in spec.places if place.id not in inside),
        routes=tuple(route for route in spec.routes if route.id not in inside),
        measures=tuple(measure for measure in spec.measures if measure.id not in inside),
        names=tuple(name for name in spec.names if name.target not in inside),
    )


def idents(spec: MapSpec) -> set[str]:
    """Give the ids of all that a map shows of its story."""
    places = {place.id for place in spec.places}
    return places.union((r.id for r in spec.routes), (m.id for m in spec.measures))


def outside(spec: MapSpec, views: Iterable[View]) -> tuple[str, ...]:
    """Name the places that none of some views shows."""
    known = list(views)
    return tuple(
        place.name
        for place in spec.places
        if place.kind not in {PlaceKind.ASSOCIATIVE, PlaceKind.REGION}
        and not any(_is_shown(place.lon, place.lat, view) for view in known)
    )


def draw_box(view: View, detail: View, colours: Mapping[str, str]) -> str:
    """Draw on the first map where the second lies."""
    x, y = np.linspace(0, detail.width, _EDGE_STEPS), np.linspace(0, detail.height, _EDGE_STEPS)
    edge = np.concatenate(
        [
            np.column_stack([x, np.zeros_like(x)]),
            np.column_stack([np.full_like(y, detail.width), y]),
            np.column_stack([x[::-1], np.full_like(x, detail.height)]),
            np.column_stack([np.zeros_like(y), y[::-1]]),
        ]
    )
    ring = view.to_px(detail.to_lon_lat(edge))
    ring = ring[np.isfinite(ring).all(axis=1)]
    if not len(ring):
        return ""
    low, high = ring.min(axis=0), ring.max(axis=0)
    if max(high - low) < _SMALL_BOX_PX:
        middle, half = (low + high) / 2, np.maximum(high - low, _LEAST_BOX_PX) / 2
        ring = shapely.get_coordinates(shapely.box(*(middle - half), *(middle + half)))
    way = path([ring], closed=True)
    shared = {"d": way, "fill": "none", "stroke_linejoin": "round"}
    return element("path", **shared, stroke=colours["casing"], stroke_width=3.4) + element(
        "path", **shared, stroke=colours["ink"], stroke_width=1.4
    )


def _is_shown(lon: float, lat: float, view: View) -> bool:
    ((x, y),) = view.to_px(np.array([(lon, lat)])).tolist()
    return view.holds(x, y)


def _is_within(coded: tuple[str, ...], spec: MapSpec, view: View) -> bool:
    lines = whole_lines_px(coded, spec.basemap.grid, view)
    return bool(lines) and all(view.holds(x, y) for line in lines for x, y in line.tolist())
