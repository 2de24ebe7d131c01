"""Draws a map for several widths at once, as HTML that shows the one that fits, without a script.

Three drawings, each with its own names, symbols and lines for a range of widths, and one basemap
that all of them use; the page's style sheet shows the one that fits (`geo.maps.page.bundle`). The
basemap is in a drawing of no size, not in a hidden one, because browsers draw nothing from there.
Its strokes keep their width at any scale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.maps.layout.basemap import BasemapSource, move
from geo.maps.layout.map_layout import AIRS, lay_out
from geo.maps.layout.projection import make_view
from geo.maps.style.theme import palette
from geo.maps.svg.basemap import draw_basemap
from geo.maps.svg.map import Look, page_of, safe_ident
from geo.maps.svg.markup import element

if TYPE_CHECKING:
    from geo.maps.spec.model import MapSpec

# Width at which each drawing is laid out, pixels, the widest first. `page.css` shows each down to
# 0.88 of it: then its smallest text, 12.5 px, is as high as 11 px.
WIDTHS = {"wide": 760, "middle": 520, "narrow": 325}
# A map of more places than this has two drawings: each weighs as much as all else, and few read on
# a window of middle width that runs no script.
_CROWDED = 20
_DIGITS = 6


def draw_fitting(spec: MapSpec, *, ident: str = "map") -> str:
    """Write the drawings for all widths, in the colours of the page that they are put into."""
    ident = safe_ident(ident)
    colours = palette("page")
    widths = _widths(spec)
    views = [
        make_view(spec.frame, spec.basemap.bounds, width, None, air=AIRS[0])
        for width in widths.values()
    ]
    source = BasemapSource(spec.basemap, views[0])
    source.cover(views)
    layouts = {
        name: lay_out(spec, width_px=width, height_px=None, source=source)
        for name, width in widths.items()
    }
    wide = layouts["wide"].view
    shapes = source.cut(wide, [layout.view for layout in layouts.values()])
    basemap = draw_basemap(shapes.in_quarters(), colours, ident, fixed=True)
    shared = element(
        "svg",
        element("g", basemap, id=f"{ident}-basemap", transform="scale(.25)"),
        xmlns="http://www.w3.org/2000/svg",
        width="0",
        height="0",
        class_="dl-basemap-shared",
        aria_hidden="true",
        focusable="false",
    )
    drawn, first = [], next(iter(layouts))
    for name, layout in layouts.items():
        scale, (x, y) = move(wide, layout.view)
        used = element(
            "use",
            href=f"#{ident}-basemap",
            transform=f"matrix({scale:.{_DIGITS}g} 0 0 {scale:.{_DIGITS}g} {x:.2f} {y:.2f})",
        )
        look = Look(
            theme="page",
            ident=f"{ident}-{name}",
            class_name=f"dl-fit {' '.join(f'dl-fit-{each}' for each in _serves(name, widths))}",
            told_by=f"{ident}-{first}" if name != first else "",
        )
        drawn.append(page_of(layout, spec, look, used))
    return shared + "".join(drawn)


def _widths(spec: MapSpec) -> dict[str, int]:
    if spec.points is None and len(spec.places) <= _CROWDED:
        return WIDTHS
    return {name: width for name, width in WIDTHS.items() if name != "middle"}


def _serves(name: str, widths: dict[str, int]) -> tuple[str, ...]:
    """Give the ranges of widths that a drawing is shown in."""
    is_both = name == "narrow" and "middle" not in widths
    return ("middle", name) if is_both else (name,)
