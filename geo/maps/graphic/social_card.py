"""Lays out a card for feeds: 1,200 × 630 pixels, with no text under 20."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.maps.build.attribution import short_credits
from geo.maps.graphic.parts import GraphicSheet, Spot
from geo.maps.layout.projection import make_view
from geo.maps.style.text_metrics import Face
from geo.maps.svg.paragraph import Text, set_phrases, set_text, set_title

if TYPE_CHECKING:
    from geo.maps.spec.model import MapSpec

# The smallest text of a map, 11.5 pixels, becomes 20.
_ZOOM, _MARGIN, _TEXT = 1.74, 22.0, 262.0
_WIDTH, _HEIGHT = 1200 / _ZOOM, 630 / _ZOOM
_TITLES = (24.0, 21.0, 18.5, 16.5)
_RESULT, _CREDITS = Face(size=13.5), Face(size=11.5)
_LEADING = 18.5


def social_sheet(spec: MapSpec) -> GraphicSheet:
    """Lay out few words beside the map, or above one of the world."""
    view = make_view(spec.frame, spec.basemap.bounds, 820, None)
    return _above(spec, view.width / view.height) if view.is_world else _beside(spec)


def _beside(spec: MapSpec) -> GraphicSheet:
    notes = _small(spec, _TEXT)
    result = set_phrases(spec.result, _RESULT, _TEXT, leading=_LEADING, most=5)
    foot = _HEIGHT - _MARGIN - notes.height
    room = foot - 12 - result.height - 10 - _MARGIN
    title = set_title(spec.title, _TITLES, _TEXT, most=7, height=room)
    x = _MARGIN
    map_x = x + _TEXT + 18
    return GraphicSheet(
        width=_WIDTH,
        height=_HEIGHT,
        zoom=_ZOOM,
        map_x=map_x,
        map_y=0.0,
        map_width=int(_WIDTH - map_x) + 1,
        map_height=int(_HEIGHT) + 1,
        texts=(
            Spot(text=title, x=x, top=_MARGIN),
            Spot(text=result, x=x, top=_MARGIN + title.height + 10),
            Spot(text=notes, x=x, top=foot),
        ),
        round_px=0.0,
        left_out=len(spec.claim_cards),
    )


def _above(spec: MapSpec, shape: float) -> GraphicSheet:
    x, inner = _MARGIN, _WIDTH - 2 * _MARGIN
    title = set_title(spec.title, _TITLES, inner, most=2)
    result = set_phrases(spec.result, _RESULT, inner, leading=_LEADING, most=2)
    notes = _small(spec, inner)
    below = 17 + title.height + 4
    top = below + result.height + 11
    foot = _HEIGHT - 12 - notes.height
    tall = foot - 9 - top
    wide = min(tall * shape, inner)
    return GraphicSheet(
        width=_WIDTH,
        height=_HEIGHT,
        zoom=_ZOOM,
        map_x=(_WIDTH - wide) / 2,
        map_y=top,
        map_width=int(wide),
        map_height=int(tall),
        texts=(
            Spot(text=title, x=x, top=17),
            Spot(text=result, x=x, top=below),
            Spot(text=notes, x=x, top=foot),
        ),
        round_px=0.0,
        left_out=len(spec.claim_cards),
    )


def _small(spec: MapSpec, width: float) -> Text:
    words = short_credits(spec.credits)
    return set_text(words, _CREDITS, width, colour="quiet", leading=15.0, most=6)
