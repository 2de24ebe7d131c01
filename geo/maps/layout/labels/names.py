"""Lists the names of places, routes and cities, with their candidates and what each is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from geo.maps.layout.curves import longest
from geo.maps.layout.labels.candidates import Option, RouteLabel, around, beside, upon, with_leaders
from geo.maps.layout.labels.text_box import TextLine
from geo.maps.layout.land_mask import CELL_PX
from geo.maps.layout.routes import route_width
from geo.maps.spec.model import PlaceKind
from geo.maps.style import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geo.maps.layout.projection import View
    from geo.maps.layout.routes import RouteLines
    from geo.maps.layout.symbols import Symbol
    from geo.maps.spec.model import City, MapSpec
    from geo.maps.style.text_metrics import Face

# What it costs to leave a name off the map; a candidate costs at most about 2.
STORY_WORTH, _CLAIM_WORTH, _STOP_WORTH, _WAY_WORTH = 30.0, 18.0, 14.0, 8.0
_CITY_WORTH = 2.4
# What is lost with a second line, with all words of a way but the number of its claim, with its
# note; a break in the words; a disc on the way itself.
_NO_SECOND, _NO_TEXT, _NO_NOTE, _WRAPPED, _ON_ROUTE = 1.5, 1.6, 0.5, 0.2, 0.15
_CITY_DOT_PX = 2.2
_MEASURE_REACH_PX = 1.5
_LONGEST = 60
# A second line longer than this may be broken.
_LONG = 18

if TYPE_CHECKING:
    _Positions = Callable[[tuple[float, float], float, Sequence[TextLine]], Iterable[Option]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name: where it may stand, what leaving it out costs, and the dot that goes with it.

    ``point`` is where the thing is that is named; a name that stands ``inside`` of a land or a
    water has none. ``spare`` gives further options, with leader lines, for where the others find
    no room.
    """

    ident: str
    options: tuple[Option, ...]
    worth: float
    point: tuple[float, float] | None = None
    inside: bool = False
    dot: tuple[float, float] | None = None
    spare: Callable[[], tuple[Option, ...]] | None = None


def names_of(
    spec: MapSpec, view: View, symbols: Sequence[Symbol], route_lines: RouteLines
) -> Iterator[Name]:
    """List all names that need no more than signs and lines, the most important first."""
    count = sum(symbol.place.kind is not PlaceKind.STOP for symbol in symbols)
    face = theme.story_face(count, view.width)
    for symbol in symbols:
        if symbol.place.kind is not PlaceKind.REGION or not symbol.outline:
            yield _of_place(symbol, face)
    yield from _of_routes(route_lines)
    if spec.basemap.cities:
        pixels = view.to_px(np.array([(city.lon, city.lat) for city in spec.basemap.cities]))
        cities = zip(spec.basemap.cities, pixels.tolist(), strict=True)
        for rank, (city, (x, y)) in enumerate(cities):
            if view.holds(x, y, CELL_PX):
                yield _of_city(city, (x, y), rank)


def _of_routes(route_lines: RouteLines) -> Iterator[Name]:
    for route, lines in route_lines.routes:
        if lines:
            label = RouteLabel(ident=route.id, discs=route.discs, tone=route.tone)
            yield _of_route(label, lines, route.label, reach=route_width(route) / 2 + 2.5)
    for item, lines in route_lines.measures:
        if lines:
            label = RouteLabel(ident=item.id, discs=(item.disc,), tone=item.tone)
            yield _of_route(label, lines, item.label, reach=_MEASURE_REACH_PX)


def _of_place(symbol: Symbol, face: Face) -> Name:
    place = symbol.place
    if place.kind is PlaceKind.STOP:
        face = theme.STOP
    name = TextLine(text=short(place.name), face=face, colour="ink")
    worth = (_STOP_WORTH if place.kind is PlaceKind.STOP else STORY_WORTH) - 0.1 * place.rank
    reach = symbol.radius
    variants = list(_with_second(name, short(place.second)))

    def positions(
        make: _Positions, tried: Sequence[tuple[tuple[TextLine, ...], float]]
    ) -> tuple[Option, ...]:
        return tuple(
            _dearer(option, cost)
            for lines, cost in tried
            for option in make((symbol.x, symbol.y), reach, lines)
        )

    return Name(
        ident=place.id,
        options=positions(around, variants),
        # Leader lines are for where room is short: the most compact settings.
        spare=lambda: positions(with_leaders, variants[-2:]),
        worth=worth,
        point=(symbol.x, symbol.y),
    )


def _with_second(name: TextLine, second: str) -> Iterator[tuple[tuple[TextLine, ...], float]]:
    """Set a name with its second line, that in one row or two, or without it; and the costs."""
    rows = [(second,), halves(second)] if len(second) > _LONG else [(second,)] if second else []
    for number, row in enumerate(rows):
        lines = (TextLine(text=words, face=theme.SECOND, colour="city") for words in row)
        yield (name, *lines), _WRAPPED * number
    yield (name,), _NO_SECOND if second else 0.0


def halves(text: str) -> tuple[str, ...]:
    """Break a text of several words where both rows are about as long."""
    words = text.split()
    if len(words) == 1:
        return (text,)
    cut = min(range(1, len(words)), key=lambda at: _unevenness(words, at))
    return " ".join(words[:cut]), " ".join(words[cut:])


def _of_route(label: RouteLabel, lines: list[np.ndarray], text: str, *, reach: float) -> Name:
    shape = longest(lines)
    options: list[Option] = []
    for words, cost in _route_words(text, label.tone):
        options += [_dearer(option, cost) for option in beside(shape, label, words, reach=reach)]
        if label.discs:
            options += [_dearer(o, cost + _ON_ROUTE) for o in upon(shape, label, words)]
    if label.discs:
        options += [_dearer(o, _NO_TEXT) for o in beside(shape, label, (), reach=reach)]
        options += [_dearer(o, _NO_TEXT) for o in upon(shape, label, ())]
    worth = _CLAIM_WORTH if label.discs else _WAY_WORTH
    return Name(ident=label.ident, options=tuple(options), worth=worth)


def _route_words(text: str, tone: str) -> Iterator[tuple[tuple[TextLine, ...], float]]:
    """Set the words of a way in one line or two, what is said after a semicolon in small print."""
    first, _, rest = short(text).partition("; ")
    small = (TextLine(text=rest, face=theme.SECOND, colour=tone),) if rest else ()
    rows: list[tuple[str, ...]] = [(first,)]
    head, dot, tail = first.partition(" · ")
    if dot:
        rows.append((head, tail))
    for number, row in enumerate(rows):
        big = tuple(TextLine(text=words, face=theme.WAY, colour=tone) for words in row if words)
        yield (*big, *small), _WRAPPED * number
        if small:
            yield big, _WRAPPED * number + _NO_NOTE


def _of_city(city: City, point: tuple[float, float], rank: int) -> Name:
    line = TextLine(text=short(city.name), face=theme.CITY, colour="city", halo="land")
    return Name(
        ident=f"city {rank}",
        options=tuple(around(point, _CITY_DOT_PX, (line,))),
        worth=_CITY_WORTH - 0.05 * rank,
        point=point,
        dot=point,
    )


def _unevenness(words: Sequence[str], cut: int) -> int:
    return abs(len(" ".join(words[:cut])) - len(" ".join(words[cut:])))


def _dearer(option: Option, by: float) -> Option:
    return replace(option, cost=option.cost + by) if by else option


def short(text: str) -> str:
    """Keep a name from outside to one line of a length that a map can take."""
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= _LONGEST else f"{squeezed[: _LONGEST - 1].rstrip()}…"
