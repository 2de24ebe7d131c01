"""A spec's ground and a view in; the quiet part of the drawing, and its shapes in pixels, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.projection import ground_outline
from geo.maps.svg_lines import lines_px, rings_px
from geo.maps.svg_style import DASHES
from geo.maps.svg_write import element, path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.maps.model import Ground, Land
    from geo.maps.projection import View

_POLE_LAT = -84.5
_CAP_STEPS = 120
# The soft glow in the water along the coast: widths and strengths, the widest first.
_GLOW = ((16.0, 0.35), (9.0, 0.45), (4.0, 0.6))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """The ground in pixels: rings of each land (even-odd), of lakes, and lines."""

    lands: tuple[tuple[Land, list[np.ndarray]], ...]
    lakes: list[np.ndarray]
    coast: list[np.ndarray]
    borders: list[np.ndarray]
    disputed: list[np.ndarray]
    rivers: list[np.ndarray]


def ground_shapes(ground: Ground, view: View) -> Shapes:
    """Bring the ground on to the page."""
    lands = tuple((land, rings_px(land.rings, ground.grid, view)) for land in ground.lands)
    lands = tuple((land, rings + _cap(land, ground, view)) for land, rings in lands)
    return Shapes(
        lands=tuple((land, rings) for land, rings in lands if rings),
        lakes=rings_px(ground.lakes, ground.grid, view),
        coast=lines_px(ground.coast, ground.grid, view),
        borders=lines_px(ground.borders, ground.grid, view),
        disputed=lines_px(ground.disputed, ground.grid, view),
        rivers=lines_px(ground.rivers, ground.grid, view),
    )


def draw_ground(shapes: Shapes, view: View, colours: Mapping[str, str], ident: str) -> str:
    """Draw water, glow, land, lakes, rivers, coast and borders."""
    coast = f"{ident}-coast"
    sheet = element("path", d=path([ground_outline(view)], closed=True), fill=colours["water"])
    line = element("path", id=coast, d=path(shapes.coast))
    glow = "".join(
        element(
            "use",
            href=f"#{coast}",
            stroke=colours["shallows"],
            stroke_width=width,
            stroke_opacity=strength,
        )
        for width, strength in _GLOW
    )
    return "".join(
        (
            sheet,
            element("defs", line) if shapes.coast else "",
            element("g", glow, fill="none", stroke_linejoin="round") if shapes.coast else "",
            _lands(shapes, colours),
            _lines(shapes.rivers, colours["water"], 1.2),
            _lakes(shapes.lakes, colours),
            element("use", href=f"#{coast}", fill="none", stroke=colours["coast"], stroke_width=0.8)
            if shapes.coast
            else "",
            _lines(shapes.borders, colours["border"], 1.1, DASHES["border"]),
            _lines(shapes.disputed, colours["border"], 1.1, DASHES["disputed"]),
        )
    )


def _lands(shapes: Shapes, colours: Mapping[str, str]) -> str:
    groups = []
    for story, name in ((False, "land"), (True, "land-story")):
        drawn = "".join(
            element("path", d=path(rings, closed=True))
            for land, rings in shapes.lands
            if land.story is story
        )
        # A stroke of the same colour closes the hair lines between neighbours.
        if drawn:
            groups.append(
                element(
                    "g",
                    drawn,
                    fill=colours[name],
                    stroke=colours[name],
                    stroke_width=0.8,
                    fill_rule="evenodd",
                )
            )
    return "".join(groups)


def _lakes(rings: Sequence[np.ndarray], colours: Mapping[str, str]) -> str:
    if not rings:
        return ""
    return element(
        "path",
        d=path(rings, closed=True),
        fill=colours["water"],
        stroke=colours["coast"],
        stroke_width=0.7,
        fill_rule="evenodd",
    )


def _lines(
    lines: Sequence[np.ndarray], colour: str, width: float, dashes: str | None = None
) -> str:
    if not lines:
        return ""
    return element(
        "path",
        d=path(lines),
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dashes,
        stroke_linejoin="round",
    )


def _cap(land: Land, ground: Ground, view: View) -> list[np.ndarray]:
    """Add the ice round the South Pole, which a ground that ends at 85° lacks."""
    if land.code != "AQ" or ground.box.south > _POLE_LAT or view.is_world:
        return []
    lons = np.linspace(ground.box.west, ground.box.east, _CAP_STEPS)
    edge = view.to_px(np.column_stack([lons, np.full_like(lons, ground.box.south)]))
    pole = view.to_px(np.array([[lons[0], -90.0]]))
    ring = np.concatenate([edge, pole, edge[:1]])
    if not np.isfinite(ring).all() or not shapely.Polygon(ring).is_valid:
        return []
    return [ring]
