"""Lays out a graphic for the web, a column or A4: what stands where, in layout pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from geo.maps.graphic.claim_blocks import column_height
from geo.maps.graphic.parts import (
    COLUMN,
    GAP,
    KICKER_PX,
    Column,
    GraphicSheet,
    Spot,
    column_width,
    credits_text,
    fitting,
    head,
    kicker,
    more_line,
    natural_px,
    set_claims,
    side_by_side,
)
from geo.maps.graphic.social_card import social_sheet
from geo.maps.layout.projection import make_view

if TYPE_CHECKING:
    from geo.maps.spec.model import MapSpec

Size = Literal["web", "column", "phone", "print", "social"]
SIZES: tuple[Size, ...] = ("web", "column", "phone", "print", "social")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Screen:
    """Width and margin of a picture as people see it, and how much larger it is drawn, pixels."""

    px: float
    zoom: float
    margin: float

    @property
    def inner(self) -> float:
        return self.px - 2 * self.margin


# 1,200 pixels wide; 640, a column of text; 1,080, which a phone shows as 360.
_SCREENS: dict[Size, _Screen] = {
    "web": _Screen(px=960.0, zoom=1.25, margin=32.0),
    "column": _Screen(px=512.0, zoom=1.25, margin=16.0),
    "phone": _Screen(px=360.0, zoom=3.0, margin=14.0),
}
# A map is at least so wide beside its claims.
_LEAST_BESIDE = 480.0
# A map beside its claims is at most so tall, as a share of its width.
_WEB_TALLEST = 1.12

# A4 in CSS pixels (96 to the inch). The smallest text of a map, 11.5 px, becomes 10 points.
A4_PX = (1122.52, 793.70)
_PRINT_ZOOM, _PRINT_MARGIN = 1.16, 36.0
# On paper the sentences of claims are set in 10.5 points.
_PRINT_CARDS, _PRINT_COLUMN = 0.86, 218.0
# A map knows the land around its story for shapes between these (width by height): beyond them it
# would show sea where there is land.
TALLEST, WIDEST = 4 / 5, 16 / 9


def lay_out_sheet(spec: MapSpec, size: Size) -> GraphicSheet:
    """Choose the places of title, result, map, claims and credits."""
    if size == "social":
        return social_sheet(spec)
    return _print(spec) if size == "print" else _web(spec, _SCREENS[size])


def _web(spec: MapSpec, screen: _Screen) -> GraphicSheet:
    """As tall as needed: the claims beside the map if they are about as tall, else below it."""
    left, inner = screen.margin, screen.inner
    texts, top = head(spec, left, left - 4, inner)
    narrow = inner - COLUMN - GAP
    blocks = set_claims(spec.claim_cards, COLUMN)
    tall = column_height(blocks) + KICKER_PX + 2
    made: list[Column] = []
    if blocks and narrow >= _LEAST_BESIDE and tall <= _WEB_TALLEST * narrow:
        width, height = narrow, max(natural_px(spec, narrow), tall)
        x, y = left + narrow + GAP, top + height + 16
        texts.append(kicker(x, top, COLUMN))
        made, _ = side_by_side(blocks, 1, x, top + KICKER_PX, COLUMN)
    else:
        width, height = inner, natural_px(spec, inner)
        y = top + height + 20
    if blocks and not made:
        number = _columns(len(blocks), inner)
        blocks = set_claims(spec.claim_cards, column_width(number, inner))
        texts.append(kicker(left, y, inner))
        made, tall = side_by_side(blocks, number, left, y + KICKER_PX, inner)
        y += KICKER_PX + tall + 18
    left_out = len(spec.claim_cards) - len(blocks)
    if left_out:
        texts.append(more_line(left_out, left, y, inner))
        y += texts[-1].text.height + 12
    notes = credits_text(spec, inner)
    texts.append(Spot(text=notes, x=left, top=y))
    return GraphicSheet(
        width=screen.px,
        height=round(y + notes.height + left - 10),
        zoom=screen.zoom,
        map_x=left,
        map_y=top,
        map_width=round(width),
        map_height=round(height),
        texts=tuple(texts),
        columns=tuple(made),
        left_out=left_out,
    )


def _columns(claims: int, width: float) -> int:
    """Share claims out to as many columns as are wide enough."""
    if width < 2 * COLUMN:
        return 1
    return {1: 2, 2: 2, 4: 2}.get(claims, 3)


def _print(spec: MapSpec) -> GraphicSheet:
    """A4, lying or standing, the claims beside or below: what shows most, then the largest map."""
    long, short = (length / _PRINT_ZOOM for length in A4_PX)
    sheets = [_alone(spec, long, short), _alone(spec, short, long)]
    if spec.claim_cards:
        sheets += [_beside(spec, long, short, number) for number in (1, 2)]
        sheets.append(_below(spec, short, long))
    return min(
        sheets,
        key=lambda sheet: (
            sheet.left_out,
            -make_view(spec.frame, spec.basemap.bounds, sheet.map_width, sheet.map_height).scale,
        ),
    )


def _page(spec: MapSpec, width: float, height: float) -> GraphicSheet:
    """Put title, result and credits on a page; the rest of it is for the map and the claims."""
    left, inner = _PRINT_MARGIN, width - 2 * _PRINT_MARGIN
    texts, top = head(spec, left, _PRINT_MARGIN, inner)
    notes = credits_text(spec, inner)
    foot = height - _PRINT_MARGIN - notes.height
    texts.append(Spot(text=notes, x=left, top=foot))
    return GraphicSheet(
        width=width,
        height=height,
        zoom=_PRINT_ZOOM,
        map_x=left,
        map_y=top,
        map_width=int(inner),
        map_height=int(foot - 14 - top),
        texts=tuple(texts),
        left_out=len(spec.claim_cards),
    )


def _alone(spec: MapSpec, width: float, height: float) -> GraphicSheet:
    """Give the whole page to the map, as far as its basemap goes."""
    page = _page(spec, width, height)
    wide = min(page.map_width, int(WIDEST * page.map_height))
    return replace(
        page,
        map_x=page.map_x + (page.map_width - wide) / 2,
        map_width=wide,
        map_height=min(page.map_height, int(wide / TALLEST)),
    )


def _beside(spec: MapSpec, width: float, height: float, number: int) -> GraphicSheet:
    """Put the claims into one or two columns at the right of the map."""
    page = _page(spec, width, height)
    wide = COLUMN if number == 1 else 2 * _PRINT_COLUMN + GAP
    x, top = page.map_x + page.map_width - wide, page.map_y
    total = len(spec.claim_cards)
    blocks = set_claims(spec.claim_cards, column_width(number, wide), size=_PRINT_CARDS)
    kept = fitting(blocks, number, page.map_height - KICKER_PX, total)
    if not kept:
        return _alone(spec, width, height)
    made, tall = side_by_side(kept, number, x, top + KICKER_PX, wide)
    texts = [*page.texts, kicker(x, top, wide)]
    if missing := total - len(kept):
        texts.append(more_line(missing, x, top + KICKER_PX + tall + 16, wide))
    map_width = int(page.map_width - wide - GAP)
    return replace(
        page,
        map_width=map_width,
        map_height=min(page.map_height, int(map_width / TALLEST)),
        texts=tuple(texts),
        columns=tuple(made),
        left_out=missing,
    )


def _below(spec: MapSpec, width: float, height: float) -> GraphicSheet:
    """Put the claims into two columns below the map."""
    page = _page(spec, width, height)
    left, inner, total = page.map_x, float(page.map_width), len(spec.claim_cards)
    number = min(2, total)
    blocks = set_claims(spec.claim_cards, column_width(2, inner), size=_PRINT_CARDS)
    room = page.map_height - inner / WIDEST - KICKER_PX - 21
    kept = fitting(blocks, number, room, total)
    if not kept:
        return _alone(spec, width, height)
    missing = total - len(kept)
    made, tall = side_by_side(kept, 2, left, 0.0, inner)
    claims = KICKER_PX + 20 + tall + (38 if missing else 0)
    map_height = min(page.map_height - claims, int(inner / TALLEST))
    y = page.map_y + map_height + 20
    texts = [*page.texts, kicker(left, y, inner)]
    if missing:
        texts.append(more_line(missing, left, y + KICKER_PX + tall + 14, inner))
    return replace(
        page,
        map_height=int(map_height),
        texts=tuple(texts),
        columns=tuple(replace(column, top=y + KICKER_PX) for column in made),
        left_out=missing,
    )
