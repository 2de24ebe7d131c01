"""Lists the names of places, routes and cities, with their candidates and what each is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from geo.maps.layout.curves import longest
from geo.maps.layout.labels.candidates import (
    Option,
    RouteLabel,
    around,
    beside,
    numbers,
    upon,
    with_leaders,
)
from geo.maps.layout.labels.text_box import TextLine
from geo.maps.layout.land_mask import CELL_PX
from geo.maps.layout.routes import route_width
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.model import MapRoute, NameKind, PlaceKind
from geo.maps.style import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geo.maps.layout.projection import View
    from geo.maps.layout.routes import RouteLines
    from geo.maps.layout.symbols import Symbol
    from geo.maps.spec.model import City, MapName, MapSpec, Measure
    from geo.maps.style.text_metrics import Face

_Thing = TypeVar("_Thing")
_COSTS = CARTOGRAPHY.costs
_CITY_DOT_PX = CARTOGRAPHY.symbols.city_dot
_MEASURE_REACH_PX = 1.5
_LONGEST = 60
# The number of a place with a ring as wide as this lies in the middle of it.
_WIDE_PX = 10.0
# A second line longer than this may be broken.
_LONG = 18

if TYPE_CHECKING:
    _Positions = Callable[[tuple[float, float], float, Sequence[TextLine]], Iterable[Option]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name: where it may stand, what leaving it out costs, and the dot that goes with it.

    ``point`` is where the thing is that is named; a name that stands ``inside`` of a land or a
    water has none. ``spare`` gives further options, with leader lines, for where the others find
    no room, and ``numbers`` those of a number in the stead of the name.
    """

    ident: str
    options: tuple[Option, ...]
    worth: float
    point: tuple[float, float] | None = None
    inside: bool = False
    dot: tuple[float, float] | None = None
    spare: Callable[[], tuple[Option, ...]] | None = None
    numbers: Callable[[], tuple[Option, ...]] | None = None


def names_of(
    spec: MapSpec, view: View, symbols: Sequence[Symbol], route_lines: RouteLines
) -> Iterator[Name]:
    """List the names that need no more than symbols and lines, the most important first."""
    count = sum(symbol.place.kind is not PlaceKind.STOP for symbol in symbols)
    face = theme.story_face(count, view.width)
    by_id = {symbol.place.id: symbol for symbol in symbols}
    lines_of = {drawn.id: (drawn, lines) for drawn, lines in route_lines.all if lines}
    for name in shown_names(spec, view):
        if name.kind is NameKind.PLACE and name.target in by_id:
            symbol = by_id[name.target]
            if symbol.place.kind is not PlaceKind.REGION or not symbol.outline:
                yield _of_place(symbol, face, name.worth)
        elif name.target in lines_of:
            yield _of_line(*lines_of[name.target], name.worth)
        elif name.kind is NameKind.CITY:
            yield from _of_cities(named(spec.basemap.cities, name), view, name)


def shown_names(spec: MapSpec, view: View) -> Iterator[MapName]:
    """List what a map of this width names."""
    return (name for name in spec.names if name.from_px <= view.width)


def named(things: Sequence[_Thing], name: MapName) -> tuple[_Thing, ...]:
    """Find what of a list of the basemap is named; nothing where a spec from outside names none."""
    is_one = name.target.isdecimal() and int(name.target) < len(things)
    return (things[int(name.target)],) if is_one else ()


def _of_cities(cities: Sequence[City], view: View, name: MapName) -> Iterator[Name]:
    for city in cities:
        ((x, y),) = view.to_px(np.array([(city.lon, city.lat)])).tolist()
        if view.holds(x, y, CELL_PX):
            yield _of_city(city, (x, y), name)


def _of_line(drawn: MapRoute | Measure, lines: list[np.ndarray], worth: float) -> Name:
    if isinstance(drawn, MapRoute):
        discs, reach = drawn.discs, route_width(drawn) / 2 + 2.5
    else:
        discs, reach = (drawn.disc,) if drawn.disc else (), _MEASURE_REACH_PX
    label = RouteLabel(ident=drawn.id, discs=discs, tone=drawn.tone)
    return _of_route(label, lines, drawn.label, reach=reach, worth=worth)


def _of_place(symbol: Symbol, face: Face, worth: float) -> Name:
    place = symbol.place
    if place.kind is PlaceKind.STOP:
        face = theme.STOP
    name = TextLine(text=short(place.name), face=face, colour="ink")
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
        numbers=lambda: tuple(numbers((symbol.x, symbol.y), reach if reach < _WIDE_PX else 0.0)),
        worth=worth,
        point=(symbol.x, symbol.y),
    )


def _with_second(name: TextLine, second: str) -> Iterator[tuple[tuple[TextLine, ...], float]]:
    """Set a name with its second line, that in one row or two, or without it; and the costs."""
    rows = [(second,), halves(second)] if len(second) > _LONG else [(second,)] if second else []
    for number, row in enumerate(rows):
        lines = (TextLine(text=words, face=theme.SECOND, colour="city") for words in row)
        yield (name, *lines), _COSTS.wrapped * number
    yield (name,), _COSTS.no_second if second else 0.0


def halves(text: str) -> tuple[str, ...]:
    """Break a text of several words where both rows are about as long."""
    words = text.split()
    if len(words) == 1:
        return (text,)
    cut = min(range(1, len(words)), key=lambda at: _unevenness(words, at))
    return " ".join(words[:cut]), " ".join(words[cut:])


def _of_route(
    label: RouteLabel, lines: list[np.ndarray], text: str, *, reach: float, worth: float
) -> Name:
    shape = longest(lines)
    options: list[Option] = []
    for words, cost in _route_words(text, label.tone):
        options += [_dearer(option, cost) for option in beside(shape, label, words, reach=reach)]
        if label.discs:
            options += [_dearer(o, cost + _COSTS.on_route) for o in upon(shape, label, words)]
    if label.discs:
        options += [_dearer(o, _COSTS.no_text) for o in beside(shape, label, (), reach=reach)]
        options += [_dearer(o, _COSTS.no_text) for o in upon(shape, label, ())]
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
        big = tuple(TextLine(text=words, face=theme.ROUTE, colour=tone) for words in row if words)
        yield (*big, *small), _COSTS.wrapped * number
        if small:
            yield big, _COSTS.wrapped * number + _COSTS.no_note


def _of_city(city: City, point: tuple[float, float], name: MapName) -> Name:
    line = TextLine(text=short(city.name), face=theme.CITY, colour="city", halo="land")
    return Name(
        ident=f"city {name.target}",
        options=tuple(around(point, _CITY_DOT_PX, (line,))),
        worth=name.worth,
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
