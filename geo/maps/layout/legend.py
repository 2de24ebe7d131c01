"""Which rows the legend of a map needs, and how much room they take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.maps.layout.labels.text_box import DISC_PX, TextLine
from geo.maps.spec.model import Manner, RouteStatus
from geo.maps.style.theme import SECOND
from geo.wording import WAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.maps.layout.routes import RouteLines
    from geo.maps.layout.symbols import Symbol
    from geo.maps.spec.model import MapPlace, MapRoute


_STAND_IN = "straight line; the way is longer"


_NOT_MADE = {RouteStatus.PLANNED: "planned", RouteStatus.POSSIBLE: "only possible"}


_INFERRED, _UNCERTAIN = "the exact way is inferred", "may be another place"


_ASSUMED = "start or end assumed"


_SAMPLE_PX, _GAP_PX, _ROW_PX, _PAD_PX = 44.0, 8.0, 20.0, 9.0


_RING_PX, _INDENT_PX = 7.0, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendRow:
    """One row: a piece of the line of a route, a ring, or a place's number; and what it means."""

    text: str
    route: MapRoute | None = None
    number: int = 0

    @property
    def sample_px(self) -> float:
        """How wide what stands before the words is, pixels."""
        return 2 * DISC_PX if self.number else _SAMPLE_PX

    @property
    def line(self) -> TextLine:
        """The words as they are set."""
        return TextLine(text=self.text, face=SECOND, colour="ink", halo="paper")

    @property
    def width(self) -> float:
        """Width of the row, pixels."""
        return self.sample_px + _GAP_PX + self.line.width


def legend_of(route_lines: RouteLines, symbols: Sequence[Symbol]) -> tuple[LegendRow, ...]:
    """List what needs to be said: nothing for ways of one kind, whose label says enough."""
    drawn = [route for route, lines in route_lines.routes if lines]
    entries: dict[str, LegendRow] = {}
    for route in drawn:
        text = _meaning(route)
        entries.setdefault(text, LegendRow(text=text, route=route))
    uncertain = any(symbol.place.is_unsure for symbol in symbols)
    odd = any(route.status in _NOT_MADE or route.assumed for route in drawn)
    if len(entries) < 2 and not odd and not uncertain:  # noqa: PLR2004 - one kind needs no key
        return ()
    rings = (LegendRow(text=_UNCERTAIN),) if uncertain else ()
    return (*entries.values(), *rings)


def _meaning(route: MapRoute) -> str:
    if route.status in _NOT_MADE:
        return _NOT_MADE[route.status]
    if route.manner is not Manner.TAKEN:
        return _STAND_IN
    if route.assumed:
        return _ASSUMED
    words = WAYS.get(route.kind, route.kind)
    return f"{words}; {_INFERRED}" if route.inferred and route.kind in {"rail", "road"} else words


def place_rows(numbered: Sequence[tuple[int, MapPlace]]) -> tuple[LegendRow, ...]:
    """List the places whose names stand in the key, by their numbers on the map."""
    names: dict[int, list[str]] = {}
    for number, place in numbered:
        names.setdefault(number, []).append(place.name)
    return tuple(LegendRow(text=", ".join(some), number=n) for n, some in names.items())


def legend_size(entries: Sequence[LegendRow]) -> tuple[float, float]:
    """Width and height of a key in one column, with its frame, pixels."""
    return (
        max(entry.width for entry in entries) + 2 * _PAD_PX,
        len(entries) * _ROW_PX + 2 * _PAD_PX - 2.0,
    )


def legend_lines(entries: Sequence[LegendRow], width: float) -> list[list[LegendRow]]:
    """Set a key in rows of a width, for below the map."""
    width -= 2 * _INDENT_PX
    rows: list[list[LegendRow]] = []
    for entry in entries:
        used = sum(other.width + 3 * _GAP_PX for other in rows[-1]) if rows else width
        if used + entry.width <= width:
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return rows


def legend_lines_height(rows: Sequence[Sequence[LegendRow]]) -> float:
    """Height of the rows, pixels."""
    return len(rows) * _ROW_PX
