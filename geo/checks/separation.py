"""Checks a claim that A is so far from B."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from geo.checks import wording
from geo.checks.direction import with_direction
from geo.checks.ends import TO_OUTLINE, Gap, measure, middle_m, middles_m
from geo.checks.networks import BETWEEN
from geo.checks.tries import check_of, interval_of, try_interval, try_writer_error
from geo.checks.verdict import (
    BOUND_TOLERANCE,
    POSSIBLE,
    STRAIGHT_TOLERANCE,
    WAYS,
    Rank,
    Ruling,
    Tried,
    missed_by,
    rule,
)
from geo.checks.way import winding_roads
from geo.checks.writer_errors import UNIT_SLIPS, Truth, likeliest_slip
from geo.contracts import Hedge, Mode, Verdict, WayWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Check, Claim, Place, Quantity, Route
    from geo.ports import Boundaries

# Median and scatter of claimed figures over the geodesic; see `geo.checks.verdict`.
_MEDIAN_OF_CLAIMS = 1.09
_SPREAD_OF_CLAIMS = 0.15

# Outlines are simplified, and people measure to this or that cape: missed by no more than this
# share a figure is a rough one.
_NEAR_AREA = 0.2

# From a town's edge a figure may be less by this share or length, and nobody asks what was meant.
_EDGE_SHARE, _EDGE_M = 0.2, 12_000.0

# A slip of units is as good a reason as a winding road where it misses by no more than this share.
_SLIP_SHARE = 0.07

# Borders and coasts are drawn roughly, and winding rivers straight.
_EDGE_SLACK_M = 3_000.0

# A road reaches a border where there is a crossing, not at the nearest point.
_POSSIBLE_TO_LINE = 2.0
# So much further a crossing may be than a country's nearest point.
_TO_CROSSING_M = 5_000.0

# Who gives a direction may still mean the road, but does not say so.
_NOT_STRAIGHT = "the way by {} is meant, and not the straight line"

_BY_SEA = "way over land and sea"
_NOUNS = {
    Mode.UNKNOWN: "road",
    Mode.ROAD: "road",
    Mode.RAIL: "railway",
    Mode.FOOT: "path",
    Mode.SEA: "sea way",
    Mode.AIR: "flight",
}


def check_separation(
    claim: Claim,
    one: Place,
    other: Place,
    routes: Sequence[Route] = (),
    boundaries: Boundaries | None = None,
) -> Check:
    """Compare a claimed distance with the straight line and with the ways there are.

    ``routes`` are the ways along networks that journeys of the story take between the two places.
    """
    gap = measure(one, other)
    noun = _noun(claim, gap, boundaries)
    tried = _readings(claim, gap, routes, noun)
    tried[3:3] = _middles(claim, one, other, noun)
    quantity = claim.figure
    is_vague = one.extent is not None or other.extent is not None or "ISL" in _codes(one, other)
    near = _NEAR_AREA if is_vague else 0.0
    if missed_by(tried[0].reading, quantity.low_si, quantity.high_si) <= near:
        tried = [reading for reading in tried if reading.rank is not Rank.SLIP]
    ruling = rule(tried, quantity.low_si, quantity.high_si, near=near)
    check = check_of(claim, tried, ruling, _reason(claim, gap, ruling))
    if gap.distance_m <= 0 and ruling.verdict is Verdict.SUPPORTED:
        # Where one lies in the other, a small figure fits whatever is meant.
        return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, only_if="")
    return with_direction(claim, check, (one, other), gap)


def _codes(one: Place, other: Place) -> set[str]:
    return {one.feature_code, other.feature_code}


def _noun(claim: Claim, gap: Gap, boundaries: Boundaries | None) -> str:
    """Name the way that a figure may be the length of: no road leads over the sea."""
    noun = _NOUNS[claim.way]
    if claim.way is not Mode.UNKNOWN or boundaries is None or gap.distance_m <= 0:
        return noun
    ends = shapely.get_coordinates(gap.line)
    return noun if boundaries.same_land(*ends[0], *ends[-1]) else _BY_SEA


def _middles(claim: Claim, one: Place, other: Place, noun: str) -> list[Tried]:
    """Read the figure as counted from the middle of a small country or an island."""
    found = []
    for place, far in ((one, other), (other, one)):
        metres = middle_m(place, far)
        if metres is not None:
            loose = metres * STRAIGHT_TOLERANCE
            name = f"the middle of {wording.place_name(place)} is meant"
            interval_m = (metres - loose, metres + loose)
            found.append(
                try_interval("to the middle", _as_written(claim.figure), interval_m, only_if=name)
            )
    metres, nearest_m = middles_m(one, other), measure(one, other).distance_m
    if metres is not None and nearest_m < metres and noun == _BY_SEA:
        words = "it is measured between other points of the two"
        interval_m = (nearest_m, metres)
        figure = _as_written(claim.figure)
        found.append(try_interval("between their middles", figure, interval_m, only_if=words))
    return found


def _readings(claim: Claim, gap: Gap, routes: Sequence[Route], noun: str) -> list[Tried]:
    quantity, metres = claim.figure, gap.distance_m
    slack, loose = gap.slack_m, gap.slack_m + _tolerance(quantity) * metres
    is_drawn = gap.is_to_line or gap.is_edge_to_edge
    loose += _EDGE_SLACK_M if is_drawn and not is_bound(quantity) else 0.0
    plain = _as_written(quantity)
    tried = [
        try_interval(gap.short, interval_of(quantity), (metres - slack, metres + slack), gap=gap),
        try_interval(f"{gap.short}, measured roughly", plain, (metres - loose, metres + loose)),
        *_edges(quantity, gap, plain),
        *_networks(claim, gap, routes),
        *_usual_ways(claim, gap, plain, noun),
    ]
    fitting = [one.rank for one in tried if one.reading.fits]
    if Rank.NATURAL in fitting:
        return tried
    return tried + _slips(quantity, metres, is_sure=Rank.POSSIBLE in fitting)


def _edges(quantity: Quantity, gap: Gap, plain: tuple[float, float]) -> list[Tried]:
    """Read the figure as counted from the edges of the towns; of large ones only where it says so.

    Nobody means the edge of a large town who gives a bound, or a figure far below the true one.
    """
    metres = gap.distance_m
    least = metres - max(_EDGE_SHARE * metres, _EDGE_M)
    name, only_if = "from edge to edge", "the distance is measured from edge to edge"
    nearest = metres - gap.edges_m
    if is_bound(quantity):
        return [try_interval(name, plain, (nearest, metres), only_if=only_if)]
    natural = try_interval(name, plain, (max(nearest, least), metres))
    if nearest >= least:
        return [natural]
    return [natural, try_interval(name, plain, (nearest, least), only_if=only_if)]


def _tolerance(quantity: Quantity) -> float:
    """Allow for maps that differ; a bound is chosen so that it holds whatever the map."""
    return BOUND_TOLERANCE if is_bound(quantity) else STRAIGHT_TOLERANCE


def is_bound(quantity: Quantity) -> bool:
    """Whether a figure is a strict bound ("less than 360 km") and no estimate ("nearly")."""
    return quantity.low_si <= 0 and quantity.hedge in {Hedge.LESS, Hedge.UP_TO}


def _networks(claim: Claim, gap: Gap, routes: Sequence[Route]) -> list[Tried]:
    """Read the distance along each network that leads from one place to the other."""
    claimed_m = interval_of(claim.figure)
    is_where = claim.bearing_deg is not None
    meant = [one for one in routes if claim.way.value in {Mode.UNKNOWN.value, one.kind.value}]
    found = [
        try_interval(
            f"by {route.kind.value}",
            claimed_m,
            (route.low_m, route.high_m),
            only_if=_NOT_STRAIGHT.format(route.kind.value) if is_where else "",
        )
        for route in meant
    ]
    if claim.way is Mode.UNKNOWN:
        # "went on by bus to Lima, 175 km to the north": the road may be meant that they took
        is_road = claim.figure.low_si <= WAYS[Mode.ROAD][1] * gap.distance_m
        taken = [one for one in meant if is_road and one.leg_id != BETWEEN]
        return found + winding_roads(claim.figure, taken)
    if claim.way is not Mode.ROAD or _slips(claim.figure, gap.distance_m, is_sure=True):
        return found
    return found + winding_roads(claim.figure, meant)


def _usual_ways(claim: Claim, gap: Gap, plain: tuple[float, float], noun: str) -> list[Tried]:
    """Allow for a way of usual, and of unusual, length; not where a flight is meant."""
    if claim.way is Mode.AIR:
        return []
    metres = gap.distance_m
    usual, possible = WAYS[claim.way]
    if claim.relation == WayWords.TRIP.value:
        usual = POSSIBLE
    is_on_land = claim.way in {Mode.ROAD, Mode.RAIL} and gap.short == TO_OUTLINE
    if gap.is_to_line or is_on_land:
        possible = max(possible, _POSSIBLE_TO_LINE)
    elif gap.short == TO_OUTLINE and metres > 0:
        possible = max(possible, (metres + _TO_CROSSING_M) / metres)
    is_by_sea = noun == _BY_SEA or claim.way is Mode.SEA
    detour = "a long detour by sea" if is_by_sea else f"a winding {noun}"
    return [
        try_interval(f"by a usual {noun}", plain, (metres, metres * usual)),
        try_interval(
            f"by {detour.removesuffix(' by sea')}",
            plain,
            (metres * usual, metres * possible),
            only_if=f"{detour} is meant",
        ),
    ]


def _as_written(quantity: Quantity) -> tuple[float, float]:
    """Take the bare figure where the band it is held against has rounding and "about" in it."""
    if quantity.hedge in {Hedge.NONE, Hedge.ABOUT}:
        return quantity.value_si, quantity.value_si
    return interval_of(quantity)


def _slips(quantity: Quantity, metres: float, *, is_sure: bool) -> list[Tried]:
    """Read the figure as a writer's error; ``is_sure`` asks for one of units, and very nearly."""
    truth = Truth(middle_m=metres * _MEDIAN_OF_CLAIMS, spread=_SPREAD_OF_CLAIMS)
    slip = likeliest_slip(quantity, truth)
    if slip is None:
        return []
    is_near = slip.name in UNIT_SLIPS and _is_alike(slip.undo * quantity.value_si, metres)
    return [] if is_sure and not is_near else [try_writer_error(quantity, slip)]


def _is_alike(value_m: float, metres: float) -> bool:
    return abs(value_m - metres) <= _SLIP_SHARE * metres


def _reason(claim: Claim, gap: Gap, ruling: Ruling) -> str:
    quantity = claim.figure
    truth = f"{gap.words} it is {wording.both(gap.distance_m, wording.first_unit(quantity))}"
    truth = f"{truth[0].upper()}{truth[1:]} in a straight line"
    if gap.distance_m <= 0:
        meets = "the two meet" if gap.is_edge_to_edge else "one lies in the other"
        return f"{gap.words[:1].upper()}{gap.words[1:]} there is no way: {meets}."
    ratio = quantity.value_si / gap.distance_m
    if ruling.verdict is Verdict.REFUTED:
        slip = f" It would fit if {ruling.slip.only_if}." if ruling.slip else ""
        return f"{truth}. {wording.claimed(quantity)}, {wording.as_far(ratio)}.{slip}"
    figure = wording.figure(quantity)
    if ruling.only_if:
        words = f"{truth}. {figure} is {wording.times(ratio)} that."
        slip = ruling.slip.reading.name if ruling.slip else ""
        return f"{words} {slip[:1].upper()}{slip[1:]} would explain it too." if slip else words
    name = ruling.rests_on.reading.name if ruling.rests_on else ""
    if name.startswith("by "):
        return f"{truth}; {figure} is {wording.times(ratio)} that, {_by_way(name)}."
    if name == gap.short:
        return f"{truth}."
    return f"{truth}; {figure} is {wording.percent_off(quantity.value_si, gap.distance_m)}."


def _by_way(name: str) -> str:
    """Complete "1.1 times that, …" for the way that a figure fits."""
    if name.startswith("by a usual "):
        return f"which is usual for the {name.removeprefix('by a usual ')}"
    return f"which is the way {name}"
