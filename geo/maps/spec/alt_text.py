"""Says in words what a map shows, for whoever does not see it.

Three lengths: one sentence that stands for the picture (`alt_text`), what is drawn
(`describe_map`), and that with every figure and its verdict (`describe`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.maps.spec.bounds import is_in_view
from geo.maps.spec.columns import largest
from geo.maps.spec.model import Manner, PlaceKind, RouteStatus, VerdictSign
from geo.maps.spec.polyline import decode
from geo.wording import WAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.maps.spec.model import ClaimCard, MapPlace, MapRoute, MapSpec

# What screen readers read in one go, and what picture desks and social networks ask for.
LONGEST_ALT = 125
_MOST_NAMED = 4
# A place belongs to a way that passes it within so much, as a share of the way or in degrees.
_NEAR_SHARE, _NEAR_DEG = 0.02, 0.25
_BOTH_UNITS = re.compile(r"([\d.,–]+\s\w+) · ([\d.,–]+\s\w+)")
_ON_LAND = ("rail", "road")
# What a picture is of; a way that is only possible is not what it is about.
_WAYS = {RouteStatus.MADE: "the way", RouteStatus.PLANNED: "the planned way"}


def alt_text(spec: MapSpec) -> str:
    """Say in one sentence of at most `LONGEST_ALT` characters what the picture is."""
    things = _things(spec)
    if not things:
        return "A map without places."
    figures = _figures(spec)
    for count in range(min(len(things), _MOST_NAMED), 0, -1):
        for tail in dict.fromkeys((figures, figures.split(";")[0])):
            told = f"Map of {_listed(things, count)}{f'; {tail}' if tail else ''}."
            if len(told) <= LONGEST_ALT:
                return told
    told = f"Map of {_listed(things, 1)}"
    return f"{told}." if len(told) < LONGEST_ALT else f"{told[: LONGEST_ALT - 1].rstrip()}…"


def describe_map(spec: MapSpec) -> str:
    """Say in sentences what is drawn: places in the order of the journeys, ways, measured lines."""
    on_way, others = in_order(spec)
    told = []
    if on_way:
        journey = "journeys" if len(spec.routes) > 1 else "journey"
        order = f", in the order of the {journey}," if len(on_way) > 1 else ""
        told.append(f"The map shows{order} {_join([_named(place) for place in on_way])}.")
    if others:
        start = "It also shows" if on_way else "The map shows"
        told.append(f"{start} {_join([_named(place) for place in others])}.")
    if spec.points:
        first = _join([name for name, _, _ in largest(spec.points, _MOST_NAMED)])
        told.append(f"{spec.points.total:,} places are shown as dots; the first by size: {first}.")
    told.extend(_way(route) for route in spec.routes)
    told.extend(
        f"Measured {f'for figure {m.disc}' if m.disc else 'by hand'}: {_spoken(m.label)}."
        for m in spec.measures
    )
    return " ".join(told) or "A map without places."


def describe(spec: MapSpec) -> str:
    """Say all that the picture tells, a paragraph a line: title, result, map, journeys, figures."""
    figures = [_figure(card) for card in spec.claim_cards] or [
        "No distance, duration or speed of the article could be checked."
    ]
    result = "".join(phrase.text for phrase in spec.result)
    journeys = [f"Journey: {journey.text}; {journey.word}." for journey in spec.journeys]
    told = (spec.title, result, describe_map(spec), *journeys, *figures)
    return "\n".join(line for line in told if line)


def in_order(spec: MapSpec) -> tuple[tuple[MapPlace, ...], tuple[MapPlace, ...]]:
    """Sort the places of the story: those along the ways, in the order of travel, and the rest."""
    left = {p.id: p for p in spec.places if _is_shown(p, spec)}
    found: list[MapPlace] = []
    for route in spec.routes:
        if route.status is not RouteStatus.POSSIBLE:
            along = _along(spec, route, list(left.values()))
            found.extend(along)
            for place in along:
                del left[place.id]
    return tuple(found), tuple(left.values())


def _is_shown(place: MapPlace, spec: MapSpec) -> bool:
    if place.kind is PlaceKind.REGION:
        return True
    return place.kind is not PlaceKind.ASSOCIATIVE and is_in_view(spec.frame, place.lon, place.lat)


def _along(spec: MapSpec, route: MapRoute, places: Sequence[MapPlace]) -> list[MapPlace]:
    lines = [decode(line, spec.basemap.grid) for line in route.lines]
    points = np.concatenate([np.empty((0, 2)), *lines])
    if len(points) < 2 or not places:  # noqa: PLR2004 - a line has two ends
        return []
    # Degrees of longitude are shortened to the length that they have half way.
    narrow = float(np.cos(np.radians(points[:, 1].mean())))
    way = shapely.LineString(points * (narrow, 1.0))
    spots = shapely.points([(place.lon * narrow, place.lat) for place in places])
    near = shapely.distance(way, spots) <= max(_NEAR_DEG, _NEAR_SHARE * way.length)
    passed = shapely.line_locate_point(way, spots)
    found = [places[index] for index in np.argsort(passed, kind="stable") if near[index]]
    # A line that stands for a way, or leads over the sea, passes nothing between its ends.
    real = route.manner is Manner.TAKEN and route.kind in _ON_LAND
    return [
        place
        for place in found
        if place.kind is not PlaceKind.REGION and (real or place.name in _ends(route))
    ]


def _things(spec: MapSpec) -> list[str]:
    """Name what the map is of: its ways if there are any, else its places."""
    ways = [
        f"{_WAYS[route.status]}{_by(route.kind)} from {_ends(route)[0]} to {_ends(route)[1]}"
        for route in spec.routes
        if route.status in _WAYS and " to " in route.title
    ]
    return ways or [place.name for place in spec.places if _is_shown(place, spec)]


def _by(kind: str) -> str:
    words = WAYS.get(kind, "")
    return f" {words}" if words.startswith("by ") else ""


def _ends(route: MapRoute) -> tuple[str, str]:
    start, _, end = route.title.rpartition(": ")[2].partition(" to ")
    return start, end


def _listed(things: Sequence[str], count: int) -> str:
    """Name the first so many, and count the others."""
    if count == len(things):
        return _join(things)
    noun = "way" if things[0].startswith(tuple(_WAYS.values())) else "place"
    more = len(things) - count
    return _join([*things[:count], f"{more} more {noun}{'' if more == 1 else 's'}"])


def _figures(spec: MapSpec) -> str:
    if not spec.claim_cards:
        return ""
    told = "".join(phrase.text for phrase in spec.result).partition(".")[0].strip()
    return f"{told[:1].lower()}{told[1:]}"


def _named(place: MapPlace) -> str:
    notes = [place.second] if place.second else []
    if place.is_unsure:
        notes.append("it may be another place of that name")
    if place.kind is PlaceKind.REGION:
        notes.append("drawn as an area")
    return f"{place.name} ({'; '.join(notes)})" if notes else place.name


def _way(route: MapRoute) -> str:
    notes = [_spoken(route.label)]
    if route.inferred:
        notes.append("the article does not say which way is taken")
    numbers = [str(number) for number in route.discs]
    about = f" (figure{'' if len(numbers) == 1 else 's'} {_join(numbers)})" if numbers else ""
    return f"{route.title[:1].upper()}{route.title[1:]}: {'; '.join(notes)}{about}."


def _figure(card: ClaimCard) -> str:
    word = "holds only in one reading" if card.sign is VerdictSign.ONLY_IF else card.word
    return f"{card.number}. “{card.quote}”: {word}. {card.sentence}"


def _spoken(label: str) -> str:
    """Write both units as they are read aloud."""
    return _BOTH_UNITS.sub(r"\1 (\2)", label)


def _join(items: Sequence[str]) -> str:
    return "".join(_with_commas(items))


def _with_commas(items: Sequence[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        if number:
            yield " and " if number == len(items) - 1 else ", "
        yield item
