"""Draws the symbols of places, and the outlines of regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.model import PlaceKind
from geo.maps.style.theme import DASHES
from geo.maps.svg.markup import element, escaped, path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.maps.layout.symbols import Symbol

_SIZES = CARTOGRAPHY.symbols


def draw_areas(symbols: tuple[Symbol, ...], colours: Mapping[str, str]) -> str:
    """Draw regions: below the routes, so that they hide nothing."""
    return "".join(
        element(
            "path",
            d=path(symbol.outline, closed=True),
            fill=colours["route-1"],
            fill_opacity=0.06,
            fill_rule="evenodd",
            stroke=colours["ink"],
            stroke_opacity=0.6,
            stroke_width=1.2,
            stroke_dasharray=_dashes(symbol),
        )
        for symbol in symbols
        if symbol.outline
    )


def draw_symbols(
    symbols: tuple[Symbol, ...], colours: Mapping[str, str], *, but: frozenset[str] = frozenset()
) -> str:
    """Draw the symbols of places, the most important last, so that it lies on top.

    In the stead of those of the places in ``but`` stands their number.
    """
    drawn = (_drawn(symbol, colours) for symbol in reversed(symbols) if symbol.place.id not in but)
    return "".join(drawn)


def _drawn(symbol: Symbol, colours: Mapping[str, str]) -> str:
    kind = symbol.place.kind
    if kind is PlaceKind.REGION:
        return ""
    return element(
        "g",
        element("title", escaped(symbol.place.name)),
        *{
            PlaceKind.STOP: _diamond,
            PlaceKind.UNCERTAIN: _uncertain,
        }.get(kind, _ring)(symbol, colours),
    )


def _ring(symbol: Symbol, colours: Mapping[str, str]) -> tuple[str, ...]:
    at = {"cx": symbol.x, "cy": symbol.y}
    return (
        element("circle", **at, r=_SIZES.ring.casing, fill=colours["casing"]),
        element(
            "circle",
            **at,
            r=_SIZES.ring.radius,
            fill=colours["sign-fill"],
            stroke=colours["sign"],
            stroke_width=_SIZES.ring.stroke,
        ),
    )


def _diamond(symbol: Symbol, colours: Mapping[str, str]) -> tuple[str, ...]:
    x, y, reach = symbol.x, symbol.y, _SIZES.stop.radius
    corners = np.array([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)])
    drawn = path([np.concatenate([corners, corners[:1]])], closed=True)
    return (
        element(
            "path",
            d=drawn,
            stroke=colours["casing"],
            stroke_width=2 * (_SIZES.stop.casing - _SIZES.stop.radius),
            fill="none",
        ),
        element(
            "path",
            d=drawn,
            fill=colours["sign-fill"],
            stroke=colours["sign"],
            stroke_width=_SIZES.stop.stroke,
            stroke_dasharray=_dashes(symbol),
            stroke_linejoin="round",
        ),
    )


def _dashes(symbol: Symbol) -> str | None:
    return DASHES["uncertain"] if symbol.place.is_unsure else None


def _uncertain(symbol: Symbol, colours: Mapping[str, str]) -> tuple[str, ...]:
    return (
        element(
            "circle",
            cx=symbol.x,
            cy=symbol.y,
            r=symbol.radius,
            fill=colours["ink"],
            fill_opacity=0.05,
            stroke=colours["ink"],
            stroke_opacity=0.8,
            stroke_width=1.6,
            stroke_dasharray=DASHES["uncertain"],
        ),
    )
