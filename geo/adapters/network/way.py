"""Joins what was found in a network to a `Route`: its line, its length and what it passes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from geo.adapters.network.access import as_doors
from geo.adapters.network.rules import BORDER
from geo.contracts import Route, Waypoint
from geo.geodesy import distance_m, is_roundabout, polyline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.adapters.network.access import Access
    from geo.adapters.network.area import Stop
    from geo.adapters.network.paths import Finder, Path
    from geo.adapters.network.rules import Rules
    from geo.adapters.network.store import Network
    from geo.contracts import Leg

# The way to a network winds as well; and it is avoided, if the network itself goes nearer.
ACCESS_WINDS = 1.3
ACCESS_COUNTS = 2.0
# Where the way goes far round, the network may lack a shorter one: of what is beyond a usual detour
# so much may be too much.
_DIRECT = 1.25
_SHORTER = 0.25
# Trains run through between Finland and Russia, whose gauges differ by so much.
_FITS_MM = 5
_SHUT = "usually closed"
# An access farther than this is worth a word.
_WORTH_SAYING_M = 2_000.0


@dataclass(frozen=True, kw_only=True)
class Section:
    """The way between two places: where it enters and leaves the network, and the path between.

    ``path`` is None where both places are on one hop.
    """

    start: Access
    goal: Access
    path: Path | None
    along_m: float

    def length_m(self, *, counts: bool) -> float:
        """Length, metres; with the ways to the network if they count."""
        off_m = self.start.access_m + self.goal.access_m
        return self.along_m + (ACCESS_WINDS * off_m if counts else 0.0)

    def doubt_m(self, network: Network) -> float:
        """By how much the hops' own doubts add up, metres."""
        if self.path is None:
            return self.along_m * float(network.doubt[self.start.hop])
        hops = self.path.hops
        return float((network.length_m[hops] * network.doubt[hops]).sum())

    @property
    def straight_m(self) -> float:
        """Length of the geodesic between the two points on the network."""
        return distance_m(self.start.lon, self.start.lat, self.goal.lon, self.goal.lat)


def section_of(
    network: Network, search: Finder, starts: Sequence[Access], goals: Sequence[Access]
) -> Section | None:
    """Find the best way from one of some accesses to one of others; None where there is none."""
    entries, exits = (_costs_of(found) for found in (starts, goals))
    path = search.find(entries, exits)
    direct = _direct(starts, goals)
    if direct is not None and (path is None or _cost_m(direct) <= path.cost_m):
        return direct
    if path is None:
        return None
    first, last = int(path.points[0]), int(path.points[-1])
    start, goal = _used(starts, first), _used(goals, last)
    along_m = float(network.length_m[path.hops].sum())
    along_m += start.along_m(first) + goal.along_m(last)
    return Section(start=start, goal=goal, path=path, along_m=along_m)


def _costs_of(found: Sequence[Access]) -> list[tuple[int, float]]:
    """List the points at which the network is entered, with what it costs to get there, metres."""
    return [(point, door.cost_m) for point, door in as_doors(found, ACCESS_COUNTS).items()]


def as_route(
    leg: Leg,
    sections: Sequence[Section],
    network: Network,
    rules: Rules,
    *,
    stops: Sequence[Stop],
) -> Route:
    """Join sections to a route with its waypoints and the interval of its length."""
    length_m = sum(section.length_m(counts=rules.access_counts) for section in sections)
    off_m = sum(section.start.access_m + section.goal.access_m for section in sections)
    spare_m = rules.spare_m + off_m * rules.access_spare
    spare_m += sum(section.doubt_m(network) for section in sections)
    straight_m = sum(section.straight_m for section in sections)
    loose_m = stops[0].loose_m(network, sections[0].start)
    loose_m += stops[-1].loose_m(network, sections[-1].goal)
    round_m = 0.0 if rules.may_be_wild else max(length_m - _DIRECT * straight_m, 0.0) * _SHORTER
    return Route(
        leg_id=leg.id,
        geometry=polyline(points_of(network, sections)),
        distance_m=length_m,
        low_m=max(length_m * (1.0 - rules.low) - spare_m - round_m, min(straight_m, length_m)),
        high_m=length_m * (1.0 + rules.high) + spare_m + loose_m,
        kind=rules.kind,
        waypoints=_waypoints(network, sections, rules),
        inferred=not any(stop.found for stop in stops[1:-1]),
        source=network.source,
        attribution=network.attribution,
        note=_note(sections, rules, stops),
    )


def _direct(starts: Sequence[Access], goals: Sequence[Access]) -> Section | None:
    """Find the best way along a single hop that both places are near to."""
    hops = {start.hop for start in starts}
    found = [
        Section(
            start=start,
            goal=goal,
            path=None,
            along_m=abs(start.share - goal.share) * start.length_m,
        )
        for goal in goals
        if goal.hop in hops
        for start in starts
        if start.hop == goal.hop
    ]
    return min(found, key=_cost_m, default=None)


def _cost_m(section: Section) -> float:
    return section.along_m + ACCESS_COUNTS * (section.start.access_m + section.goal.access_m)


def _used(found: Sequence[Access], point: int) -> Access:
    """Tell by which access a path's first or last point was reached."""
    return min(
        (access for access in found if point in access.ends),
        key=lambda access: ACCESS_COUNTS * access.access_m + access.along_m(point),
    )


def points_of(network: Network, sections: Sequence[Section]) -> list[tuple[float, float]]:
    """List the points of sections, lon and lat in degrees, with where they are entered and left."""
    points: list[tuple[float, float]] = []
    for section in sections:
        points.append((section.start.lon, section.start.lat))
        if section.path is not None:
            points += map(tuple, network.points[section.path.points].tolist())
        points.append((section.goal.lon, section.goal.lat))
    return points


class _Step(NamedTuple):
    """A hop on a way, or a part of one: its points, and where on the way it begins and ends, m."""

    hop: int
    points: tuple[int, int]
    start_m: float
    end_m: float


def _steps(network: Network, section: Section) -> Iterator[_Step]:
    """Give the hops of a section in order.

    On the first and the last hop a place stands for the nearer of its two points.
    """
    start, goal = _nearer(section.start), _nearer(section.goal)
    if section.path is None:
        yield _Step(section.start.hop, (start, goal), 0.0, section.along_m)
        return
    points = section.path.points.tolist()
    passed_m = section.start.along_m(points[0])
    yield _Step(section.start.hop, (start, points[0]), 0.0, passed_m)
    for hop, ends in zip(section.path.hops.tolist(), pairwise(points), strict=True):
        length_m = float(network.length_m[hop])
        yield _Step(hop, ends, passed_m, passed_m + length_m)
        passed_m += length_m
    yield _Step(section.goal.hop, (points[-1], goal), passed_m, section.along_m)


def _nearer(access: Access) -> int:
    return access.ends[round(access.share)]


def _waypoints(network: Network, sections: Sequence[Section], rules: Rules) -> tuple[Waypoint, ...]:
    """List the borders and the passages on the way, in order."""
    found: list[Waypoint] = []
    passed_m = 0.0
    for section in sections:
        for step in _steps(network, section):
            name, kind, note = _passed(network, step, rules)
            if name and (not found or found[-1].name != name):
                lon, lat = network.points[list(step.points)].mean(axis=0)
                found.append(
                    Waypoint(
                        name=name,
                        lon=float(lon),
                        lat=float(lat),
                        kind=kind,
                        distance_m=passed_m + (step.start_m + step.end_m) / 2,
                        note=note,
                    )
                )
        passed_m += section.along_m
    return tuple(found)


def _passed(network: Network, step: _Step, rules: Rules) -> tuple[str, str, str]:
    """Name what a hop passes: a border by its two countries, a passage by its kind; or ""."""
    if step.points[0] == step.points[1]:
        return "", "", ""
    kind = network.kinds[network.kind[step.hop]]
    numbers = [int(network.country[point]) for point in step.points]
    codes = [network.countries[number] for number in numbers]
    if numbers[0] != numbers[1] and all(codes):
        name = " – ".join(network.country_names[number] for number in numbers)
        notes = [_gauge_note(*(network.gauges.get(code) for code in codes))]
        notes += [_SHUT] if BORDER.join(sorted(codes)) in rules.shut else []
        return name, "border", "; ".join(filter(None, [*notes, kind]))
    return kind, "passage" if kind else "", ""


def _gauge_note(before: int | None, behind: int | None) -> str:
    """Say that tracks do not fit; empty where they do, or it is not known."""
    if before is None or behind is None or abs(before - behind) <= _FITS_MM:
        return ""
    return f"gauge {before:,} → {behind:,} mm, as is usual there"


def _note(sections: Sequence[Section], rules: Rules, stops: Sequence[Stop]) -> str:
    """Say what the length leaves out or takes in besides the network."""
    ends = (
        (stops[0].name, sections[0].start.access_m),
        (stops[-1].name, sections[-1].goal.access_m),
    )
    said = [
        f"{name} is {access_m / 1000:.0f} km from the {rules.noun}"
        for name, access_m in ends
        if access_m > _WORTH_SAYING_M
    ]
    said += [stop.words for stop in (stops[0], stops[-1]) if stop.words]
    said += [f"{stop.name} was passed over: it is no point" for stop in stops if not stop.found]
    straight_m = sum(section.straight_m for section in sections)
    length_m = sum(section.length_m(counts=rules.access_counts) for section in sections)
    if not rules.may_be_wild and is_roundabout(length_m, straight_m):
        said.append(
            f"{length_m / max(straight_m, 1.0):.1f} times the straight line: a shorter "
            f"{rules.noun} may be missing from this network"
        )
    return "; ".join(said)
