"""Draws the quiet part of the map: land, waters, borders, the lines between states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.maps.layout.projection import water_outline
from geo.maps.style.theme import DASHES
from geo.maps.svg.markup import element, path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from geo.maps.layout.basemap import Shapes
    from geo.maps.layout.projection import View

# The soft glow in the water along the coast: widths and strengths, the widest first.
_GLOW = ((16.0, 0.35), (9.0, 0.45), (4.0, 0.6))
# Strokes that keep their width when the basemap is shown at another scale.
_FIXED = "non-scaling-stroke"


def draw_water(view: View, colours: Mapping[str, str]) -> str:
    """Draw the sheet of water that the land lies on."""
    return element("path", d=path([water_outline(view)], closed=True), fill=colours["water"])


def draw_basemap(shapes: Shapes, colours: Mapping[str, str], ident: str, *, fixed: bool) -> str:
    """Draw glow, land, lakes, rivers, coast and borders, for use at other scales if ``fixed``."""
    coast = f"{ident}-coast"
    effect = _FIXED if fixed else None
    line = element("path", id=coast, d=path(shapes.coast), vector_effect=effect)
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
    along = element("use", href=f"#{coast}", fill="none", stroke=colours["coast"], stroke_width=0.8)
    return "".join(
        (
            element("defs", line) if shapes.coast else "",
            element("g", glow, fill="none", stroke_linejoin="round") if shapes.coast else "",
            _lands(shapes, colours, effect),
            _lines(shapes.rivers, colours["water"], 1.2, effect),
            _lakes(shapes.lakes, colours, effect),
            _lines(shapes.states, colours["state"], 0.7, effect),
            along if shapes.coast else "",
            _lines(shapes.borders, colours["border"], 1.1, effect, DASHES["border"]),
            _lines(shapes.disputed, colours["border"], 1.1, effect, DASHES["disputed"]),
        )
    )


def _lands(shapes: Shapes, colours: Mapping[str, str], effect: str | None) -> str:
    groups = []
    for story, name in ((False, "land"), (True, "land-story")):
        drawn = "".join(
            element("path", d=path(rings, closed=True), vector_effect=effect)
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


def _lakes(rings: Sequence[np.ndarray], colours: Mapping[str, str], effect: str | None) -> str:
    if not rings:
        return ""
    return element(
        "path",
        d=path(rings, closed=True),
        fill=colours["water"],
        stroke=colours["coast"],
        stroke_width=0.7,
        fill_rule="evenodd",
        vector_effect=effect,
    )


def _lines(
    lines: Sequence[np.ndarray],
    colour: str,
    width: float,
    effect: str | None,
    dashes: str | None = None,
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
        vector_effect=effect,
    )
