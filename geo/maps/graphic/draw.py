"""Draws a graphic: the map with title, result, figures and credits, to stand alone in a paper.

Title, result, map, claims where the size has room for them, and credits: one self-contained
drawing without script, style or request, from which `geo.export.graphics` makes PNG and PDF.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely

from geo.maps.graphic.claim_blocks import draw_column
from geo.maps.graphic.detail import draw_box, idents, outside, thinned, with_detail
from geo.maps.graphic.sheets import SIZES, Size, lay_out_sheet
from geo.maps.spec.alt_text import alt_text, describe
from geo.maps.spec.model import Bounds
from geo.maps.style.theme import FONTS, palette
from geo.maps.svg.map import DrawnMap, draw_map
from geo.maps.svg.markup import element, escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from geo.maps.graphic.parts import Box, GraphicSheet
    from geo.maps.layout.projection import View
    from geo.maps.spec.model import MapSpec

__all__ = ["SIZES", "THEMES", "Graphic", "GraphicTheme", "Size", "draw_graphic"]

GraphicTheme = Literal["light", "dark", "print"]
THEMES: tuple[GraphicTheme, ...] = ("light", "dark", "print")

_LEAST_FRAME_PX = 8.0
_BOXES = "□: a letter that no font on this machine has."


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphic:
    """A still as SVG, and the words that stand for it.

    Attributes
    ----------
    width_px, height_px : size at 1×, CSS pixels (96 to the inch).
    alt : one sentence; ``description`` tells all that the picture tells, and more.
    credits : whom the map is owed to.
    left_out : claims that have no room on the picture; the description has them.
    unnamed : names of places, and lengths of lines, that have no room on the map.
    numbered : names of places that stand below the map, with a number on it in their stead.
    outside : names of places that lie beyond its edge.
    map, view : where the map stands, in shares of the picture, and what of the earth it shows.
    """

    svg: str
    width_px: float
    height_px: float
    title: str
    alt: str
    description: str
    credits: str
    language: str
    url: str
    left_out: int
    map: tuple[float, float, float, float]
    view: View
    unnamed: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()

    def bounds_of(self, west: float, north: float, east: float, south: float) -> Bounds | None:
        """Give the box of the earth that a box of the picture shows, in shares of the picture.

        None where it does not lie on the map.
        """
        left, top, wide, tall = self.map
        x = (np.clip([(west - left) / wide, (east - left) / wide], 0, 1) * self.view.width).tolist()
        y = (
            np.clip([(north - top) / tall, (south - top) / tall], 0, 1) * self.view.height
        ).tolist()
        if x[1] - x[0] < _LEAST_FRAME_PX or y[1] - y[0] < _LEAST_FRAME_PX:
            return None
        edge = shapely.get_coordinates(shapely.segmentize(shapely.box(x[0], y[0], x[1], y[1]), 8))
        points = self.view.to_lon_lat(edge)
        points = points[np.isfinite(points).all(axis=1)]
        if not len(points):
            return None
        (low_lon, low_lat), (high_lon, high_lat) = points.min(axis=0), points.max(axis=0)
        return Bounds(
            west=float(low_lon), south=float(low_lat), east=float(high_lon), north=float(high_lat)
        )


def draw_graphic(
    spec: MapSpec,
    *,
    size: Size = "web",
    theme: GraphicTheme = "light",
    missing: Callable[[str], str] | None = None,
    detail: MapSpec | None = None,
) -> Graphic:
    """Draw the still.

    Parameters
    ----------
    spec
        What to show.
    size
        "web": 1,200 pixels wide, as tall as needed; "column": 640, for a column of text; "phone":
        1,080, which a phone shows as 360; "print": A4, lying or standing, no text under
        10 points; "social": a card of 1,200 × 630 pixels, no text under 20.
    theme
        Colours; "print" is black, white and one grey, for every size.
    missing
        Tells which letters of an SVG no font has, so that the credits say what a box stands for.
    detail
        The same story in a smaller frame, for a second map; a social card has no room for it.
    """
    drawn = _draw(spec, detail, size, theme)
    if missing is not None and missing(drawn.svg):
        spec = replace(spec, credits=f"{spec.credits} {_BOXES}")
        drawn = _draw(spec, detail, size, theme)
    sheet = drawn.sheet
    place = sheet.map
    return Graphic(
        svg=drawn.svg,
        width_px=sheet.width * sheet.zoom,
        height_px=sheet.height * sheet.zoom,
        title=spec.title,
        alt=alt_text(spec),
        description=describe(spec),
        credits=spec.credits,
        language=spec.language,
        url=spec.provenance.url,
        left_out=sheet.left_out,
        map=(
            place.x / sheet.width,
            place.y / sheet.height,
            place.width / sheet.width,
            place.height / sheet.height,
        ),
        view=drawn.maps[0].view,
        unnamed=_words(spec, {ident for one in drawn.maps for ident in one.unnamed}),
        numbered=_words(spec, {ident for one in drawn.maps for ident in one.numbered}),
        outside=outside(spec, [one.view for one in drawn.maps]),
    )


def _words(spec: MapSpec, idents: Collection[str]) -> tuple[str, ...]:
    """Give what would be written beside places and lines, in the order of the map's own lists."""
    told = {
        **{place.id: place.name for place in spec.places},
        **{route.id: route.label for route in spec.routes},
        **{measure.id: measure.label for measure in spec.measures},
    }
    return tuple(words for ident, words in told.items() if ident in idents)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A picture, how it is laid out, and the maps on it."""

    svg: str
    sheet: GraphicSheet
    maps: tuple[DrawnMap, ...]


def _draw(spec: MapSpec, detail: MapSpec | None, size: Size, theme: GraphicTheme) -> _Drawn:
    sheet = lay_out_sheet(spec, size)
    colours = palette(theme)
    second, shown = None, spec
    if detail is not None:
        sheet = with_detail(sheet, spec, detail, size)
    if detail is not None and sheet.detail is not None:
        bare = replace(detail, inset=replace(detail.inset, land=()))
        second = _drawn_in(sheet.detail, bare, theme, "still-detail")
        shown = thinned(spec, second.view)
    first = _drawn_in(sheet.map, shown, theme, "still-map")
    over = draw_box(first.view, second.view, colours) if second else ""
    edge = "#000000" if theme == "print" else None
    parts = [_placed(sheet.map, first.svg + over, sheet, "still", edge)]
    if second is not None and sheet.detail is not None:
        parts.append(_placed(sheet.detail, second.svg, sheet, "still-second", colours["ink"]))
    svg = element(
        "svg",
        element("title", escaped(spec.title), id="still-title"),
        element("desc", escaped(describe(spec)), id="still-desc"),
        element("rect", width=sheet.width, height=sheet.height, fill=colours["paper"]),
        *parts,
        *(spot.text.draw(spot.x, spot.top, colours) for spot in sheet.texts),
        *(draw_column(c.blocks, c.x, c.top, c.width, colours) for c in sheet.columns),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {sheet.width:.2f} {sheet.height:.2f}",
        width=sheet.width * sheet.zoom,
        height=sheet.height * sheet.zoom,
        role="img",
        aria_labelledby="still-title still-desc",
        lang=spec.language,
        font_family=FONTS,
    )
    if second is None:
        return _Drawn(svg=svg, sheet=sheet, maps=(first,))
    # What the first map shows as well is not missed on the second.
    kept = idents(shown)
    second = replace(second, unnamed=tuple(one for one in second.unnamed if one not in kept))
    return _Drawn(svg=svg, sheet=sheet, maps=(first, second))


def _drawn_in(box: Box, spec: MapSpec, theme: GraphicTheme, ident: str) -> DrawnMap:
    return draw_map(spec, width_px=box.width, height_px=box.height, theme=theme, ident=ident)


def _placed(box: Box, drawn: str, sheet: GraphicSheet, ident: str, edge: str | None) -> str:
    """Draw a map in its place, with round corners where it does not run off the page.

    White land on white paper needs an ``edge``, a colour; so does the box that is drawn in detail.
    """
    moved = {"transform": f"translate({box.x:.1f} {box.y:.1f})"}
    if not sheet.round_px:
        return element("g", drawn, **moved)
    # Cut once, not twice: each cut of a picture of this size takes seconds.
    drawn = drawn.replace("<svg ", '<svg overflow="visible" ', 1)
    around = {"width": box.width, "height": box.height, "rx": sheet.round_px}
    return element(
        "g",
        element("clipPath", element("rect", **around), id=f"{ident}-corners"),
        element("g", drawn, clip_path=f"url(#{ident}-corners)"),
        element("rect", **around, fill="none", stroke=edge, stroke_width=0.8) if edge else "",
        **moved,
    )
