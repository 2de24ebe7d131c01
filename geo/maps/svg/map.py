"""Draws a map as one SVG element that needs nothing else: no script, style or request.

What shows before a script runs, and where none may; what stills are made from. Text goes in as
text: every name is escaped where it is written (`geo.maps.svg.markup`).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.maps.layout.map_layout import lay_out
from geo.maps.spec.alt_text import describe_map
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.style.theme import FONTS, Theme, palette
from geo.maps.svg.basemap import draw_basemap, draw_water
from geo.maps.svg.footer import below_map, key_height
from geo.maps.svg.furniture import draw_globe, draw_scale
from geo.maps.svg.labels import draw_label, halo
from geo.maps.svg.legend import draw_legend
from geo.maps.svg.markup import element, escaped
from geo.maps.svg.points import draw_points, draw_points_legend
from geo.maps.svg.routes import draw_routes
from geo.maps.svg.symbols import draw_areas, draw_symbols

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.maps.layout.map_layout import Layout
    from geo.maps.layout.projection import View
    from geo.maps.spec.model import MapSpec

__all__ = ["Theme", "draw_svg"]

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_DOT_PX = CARTOGRAPHY.symbols.city_dot
_KEY_ROUNDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a drawing is dressed: its colours, what its ids begin with, its class in a page.

    ``key_below`` lets the key go below the map, which makes the drawing taller than the map. A
    drawing that is ``told_by`` another of the same map has no title and description of its own.
    """

    theme: Theme
    ident: str
    class_name: str = ""
    key_below: bool = True
    credits_text: str = ""
    told_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnMap:
    """A map as an SVG element.

    Attributes
    ----------
    unnamed : ids of places, routes and measures of the story whose words found no room.
    numbered : ids of places that bear a number, with their names in the key.
    view : how its pixels and the earth lie to each other.
    """

    svg: str
    view: View
    unnamed: tuple[str, ...]
    numbered: tuple[str, ...]


def draw_svg(  # noqa: PLR0913 - what a drawing is asked for, each by its name
    spec: MapSpec,
    *,
    width_px: int = 820,
    height_px: int | None = None,
    theme: Theme = "light",
    ident: str = "map",
    credits: bool = False,  # noqa: A002 - the word that callers know it by
) -> str:
    """Draw the map.

    Parameters
    ----------
    spec
        What to draw.
    width_px, height_px
        Size at which it is shown; a narrow map gets fewer names, not smaller ones. With no height
        the story chooses one.
    theme
        Colours; "page" takes them from custom properties of the page, see `palette`.
    ident
        Begins every id in the drawing, so that two may stand in one page.
    credits
        Set the credits below the map, for a drawing that stands alone. They, and a key that finds
        no corner, add to the height; with a height that is given there is no such key.
    """
    drawn = draw_map(
        spec, width_px=width_px, height_px=height_px, theme=theme, ident=ident, credits=credits
    )
    return drawn.svg


def draw_map(  # noqa: PLR0913 - as above
    spec: MapSpec,
    *,
    width_px: int = 820,
    height_px: int | None = None,
    theme: Theme = "light",
    ident: str = "map",
    credits: bool = False,  # noqa: A002 - as above
) -> DrawnMap:
    """Draw the map as `draw_svg` does, and say what has no room on it."""
    ident = safe_ident(ident)
    layout = _fitting(spec, width_px, height_px)
    shapes = layout.source.cut(layout.view, [layout.view])
    basemap = draw_basemap(shapes, palette(theme), ident, fixed=False)
    look = Look(
        theme=theme,
        ident=ident,
        key_below=height_px is None,
        credits_text=spec.credits if credits else "",
    )
    numbered = tuple(place.id for _, place in layout.numbered)
    drawn = {symbol.place.id for symbol in layout.symbols}
    drawn |= {line.id for line, _ in layout.route_lines.all}
    return DrawnMap(
        svg=page_of(layout, spec, look, basemap),
        view=layout.view,
        unnamed=tuple(i for i in layout.unnamed if i in drawn and i not in numbered),
        numbered=numbered,
    )


def _fitting(spec: MapSpec, width_px: int, height_px: int | None) -> Layout:
    """Lay the map out; with a height that is given, leave room for the names of numbered places."""
    layout = lay_out(spec, width_px=width_px, height_px=height_px)
    for _ in range(_KEY_ROUNDS):
        if height_px is None or layout.view.height + key_height(layout) <= height_px:
            break
        below = max(key_height(layout), height_px - layout.view.height)
        layout = lay_out(spec, width_px=width_px, height_px=height_px - below)
    return layout


def safe_ident(ident: str) -> str:
    """Make of any text one that can begin an id."""
    return _UNSAFE.sub("-", ident) or "map"


def page_of(layout: Layout, spec: MapSpec, look: Look, basemap: str) -> str:
    """Write a layout as an SVG element, on ``basemap``, which is markup already."""
    colours = palette(look.theme)
    ident = look.ident
    view = layout.view
    below, more = below_map(layout, look.theme, key=look.key_below, credits_text=look.credits_text)
    height = view.height + math.ceil(more)
    told = look.told_by or ident
    numbered = frozenset(name.ident for name in layout.names if name.on_symbol)
    return element(
        "svg",
        "" if look.told_by else _words(spec, ident),
        element("rect", width=view.width, height=height, fill=colours["paper"]),
        draw_water(view, colours),
        basemap,
        draw_areas(layout.symbols, colours),
        draw_points(layout.points_layer, colours) if layout.points_layer else "",
        draw_routes(layout.route_lines, colours, look.theme),
        _furniture(layout, spec, colours, look.theme),
        draw_symbols(layout.symbols, colours, but=numbered),
        _names(layout, colours),
        draw_points_legend(layout.points_layer, layout.legend, colours)
        if layout.points_layer
        else "",
        below,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {view.width} {height}",
        width=view.width,
        height=height,
        role="img",
        aria_labelledby=f"{told}-title {told}-desc",
        lang=spec.language,
        font_family=None if look.class_name else FONTS,  # a page has its own
        class_=look.class_name or None,
    )


def _words(spec: MapSpec, ident: str) -> str:
    return element("title", escaped(spec.title), id=f"{ident}-title") + element(
        "desc", escaped(describe_map(spec)), id=f"{ident}-desc"
    )


def _furniture(layout: Layout, spec: MapSpec, colours: Mapping[str, str], theme: Theme) -> str:
    corners = layout.furniture
    scale = draw_scale(corners.scale, layout.view, colours) if corners.scale else ""
    globe = draw_globe(corners.globe, layout.view, spec.inset, colours) if corners.globe else ""
    key = draw_legend(layout.key, corners.key, colours, theme) if corners.key else ""
    return (element("g", scale, **halo()) if scale else "") + globe + key


def _names(layout: Layout, colours: Mapping[str, str]) -> str:
    dots = "".join(
        element(
            "circle",
            cx=name.dot[0],
            cy=name.dot[1],
            r=_DOT_PX,
            fill=colours["ink" if name.ident.startswith("point ") else "city"],
            stroke=colours["casing"],
            stroke_width=1.4,
            paint_order="stroke",
        )
        for name in layout.names
        if name.dot
    )
    drawn = "".join(draw_label(name.setting, colours) for name in layout.names)
    return dots + element("g", drawn, **halo())
