"""Draws a graphic: the map with title, result, figures and credits, to stand alone in a paper.

Title, result, map, claims where the size has room for them, and credits: one self-contained
drawing without script, style or request, from which `geo.export.graphics` makes PNG and PDF.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from geo.maps.graphic.claim_blocks import draw_column
from geo.maps.graphic.sheets import SIZES, Size, lay_out_sheet
from geo.maps.spec.alt_text import alt_text, describe
from geo.maps.style.theme import FONTS, palette
from geo.maps.svg.map import DrawnMap, draw_map
from geo.maps.svg.markup import element, escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from geo.maps.graphic.parts import GraphicSheet
    from geo.maps.spec.model import MapSpec

__all__ = ["SIZES", "THEMES", "Graphic", "GraphicTheme", "Size", "draw_graphic"]

GraphicTheme = Literal["light", "dark", "print"]
THEMES: tuple[GraphicTheme, ...] = ("light", "dark", "print")

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
    unnamed: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()


def draw_graphic(
    spec: MapSpec,
    *,
    size: Size = "web",
    theme: GraphicTheme = "light",
    missing: Callable[[str], str] | None = None,
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
    """
    sheet = lay_out_sheet(spec, size)
    svg, drawn = _draw(spec, sheet, theme)
    if missing is not None and missing(svg):
        spec = replace(spec, credits=f"{spec.credits} {_BOXES}")
        sheet = lay_out_sheet(spec, size)
        svg, drawn = _draw(spec, sheet, theme)
    width_px, height_px = sheet.width * sheet.zoom, sheet.height * sheet.zoom
    return Graphic(
        svg=svg,
        width_px=width_px,
        height_px=height_px,
        title=spec.title,
        alt=alt_text(spec),
        description=describe(spec),
        credits=spec.credits,
        language=spec.language,
        url=spec.provenance.url,
        left_out=sheet.left_out,
        unnamed=_words(spec, drawn.unnamed),
        numbered=_words(spec, drawn.numbered),
    )


def _words(spec: MapSpec, idents: Collection[str]) -> tuple[str, ...]:
    """Give what would be written beside places and lines, in the order of the map's own lists."""
    told = {
        **{place.id: place.name for place in spec.places},
        **{route.id: route.label for route in spec.routes},
        **{measure.id: measure.label for measure in spec.measures},
    }
    return tuple(words for ident, words in told.items() if ident in idents)


def _draw(spec: MapSpec, sheet: GraphicSheet, theme: GraphicTheme) -> tuple[str, DrawnMap]:
    colours = palette(theme)
    drawn = draw_map(
        spec,
        width_px=sheet.map_width,
        height_px=sheet.map_height,
        theme=theme,
        ident="still-map",
    )
    svg = element(
        "svg",
        element("title", escaped(spec.title), id="still-title"),
        element("desc", escaped(describe(spec)), id="still-desc"),
        element("rect", width=sheet.width, height=sheet.height, fill=colours["paper"]),
        _map(drawn.svg, sheet, theme),
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
    return svg, drawn


def _map(drawn: str, sheet: GraphicSheet, theme: GraphicTheme) -> str:
    """Draw the map in its place, with round corners where it does not run off the page."""
    moved = {"transform": f"translate({sheet.map_x:.1f} {sheet.map_y:.1f})"}
    if not sheet.round_px:
        return element("g", drawn, **moved)
    box = {"width": sheet.map_width, "height": sheet.map_height, "rx": sheet.round_px}
    # White land on white paper needs an edge.
    edge = element("rect", **box, fill="none", stroke="#000000", stroke_width=0.8)
    corners = element("rect", **box)
    return element(
        "g",
        element("clipPath", corners, id="still-corners"),
        element("g", drawn, clip_path="url(#still-corners)"),
        edge if theme == "print" else "",
        **moved,
    )
