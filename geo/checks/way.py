"""Checks a claim that a way is so long, with what is known of the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.tries import check_of, interval_of, try_interval, try_writer_error
from geo.checks.verdict import NEAR, WAYS, Ruling, Tried, rule
from geo.checks.writer_errors import Truth, WriterError, likeliest_slip, unit_slips
from geo.contracts import Mode, Route, RouteKind, Verdict
from geo.contracts.units import M_PER_KM, M_PER_MILE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.ends import Gap
    from geo.checks.known import Known
    from geo.contracts import Check, Claim, Quantity

# Scatter of honest figures about the length of a known way, and of an unknown one.
_SPREAD_KNOWN = 0.06
_SPREAD_UNKNOWN = 0.2

# A figure equals a length when they differ by less than this share.
_EQUAL = 0.01

# A way this near to the straight line is told as the same.
_ABOUT = 0.03

# In hills the lines of main roads are drawn simpler than they are: of 120 published lengths 34 are
# more than a tenth off what we measure, and the farthest lies an eighth beyond our longest.
_WINDS = 1.2

# What a slip of units is the length of, where it gives that to the digit.
THE_STRAIGHT_LINE = "the straight line"
# A way that no network of ours has.
ESTIMATED = "estimated"
_STRAIGHT_MEANT = "the straight line is meant"
_EDGES_MEANT = "the way between the edges of both is meant"
_WINDING = "the road winds more than our map of main roads shows"
_OTHER_WAY = "there is a shorter way than the one we know"
_NO_OTHER = "there is no shorter way than the one we know"


_WAY_WORDS = {
    RouteKind.RAIL: "the railway",
    RouteKind.ROAD: "the road",
    RouteKind.SEA: "the sea route",
    RouteKind.AIR: "the flight path",
    RouteKind.GEODESIC: "the straight line",
}


def check_way(claim: Claim, known: Known) -> Check:
    """Compare a claimed length of a way with the ways known and with the straight line."""
    quantity = claim.figure
    tried = _readings(quantity, known)
    ruling = rule(tried, quantity.low_si, quantity.high_si, near=NEAR)
    return check_of(claim, tried, ruling, _reason(quantity, known, ruling))


def _readings(quantity: Quantity, known: Known) -> list[Tried]:
    only_if = _NO_OTHER if known.is_roundabout else ""
    claimed_m = interval_of(quantity)
    tried = [
        try_interval(_by(route.kind), claimed_m, (route.low_m, route.high_m), only_if=only_if)
        for route in known.routes
    ]
    straight = known.straight
    if straight is None or not _in_other_unit(quantity, straight):
        tried += winding_roads(quantity, known.routes)
    if straight is None:
        return tried
    if tried:
        tried += [_straight_reading(quantity, straight), *_other_way(quantity, known, straight)]
    else:
        tried += _estimated(quantity, known, straight)
    if any(one.reading.fits for one in tried):
        return tried
    return tried + _slips(quantity, known)


def winding_roads(quantity: Quantity, routes: Sequence[Route]) -> list[Tried]:
    """Allow for roads longer than the lines that we know of them."""
    return [
        try_interval(
            "by a winding road",
            interval_of(quantity),
            (route.high_m, _WINDS * route.high_m),
            only_if=_WINDING,
        )
        for route in routes
        if route.kind is RouteKind.ROAD
    ]


def _other_way(quantity: Quantity, known: Known, straight: Gap) -> list[Tried]:
    """Allow for a line that our network lacks: it knows some lines, not that there is no other."""
    longest_m = straight.distance_m * WAYS[known.mode][0]
    if known.low_m <= longest_m:
        return []
    interval_m = (straight.distance_m - straight.edges_m, longest_m)
    name = "by a way we do not know"
    return [try_interval(name, interval_of(quantity), interval_m, only_if=_OTHER_WAY)]


def _straight_reading(quantity: Quantity, straight: Gap) -> Tried:
    """Read the figure as the straight line, which a text that speaks of the way does not say."""
    interval_m = (straight.distance_m - straight.slack_m, straight.distance_m + straight.slack_m)
    claimed_m = interval_of(quantity)
    tried = try_interval("straight line", claimed_m, interval_m, only_if=_STRAIGHT_MEANT)
    return replace(tried, reading=replace(tried.reading, geometry=straight.drawn))


def _estimated(quantity: Quantity, known: Known, straight: Gap) -> list[Tried]:
    """Stand in for a way that no network of ours knows: the straight line and a usual detour."""
    usual = known.high_m
    longest = straight.distance_m * WAYS[known.mode][1] + straight.edges_m
    noun = _noun(known.mode)
    claimed_m = interval_of(quantity)
    # no way is shorter than the straight line; only so near as that line may be told to be
    shortest = max(known.low_m, straight.distance_m - straight.slack_m)
    tried = [try_interval(f"{noun}, {ESTIMATED}", claimed_m, (shortest, usual))]
    if known.low_m < shortest:
        name = f"{noun} between the edges"
        interval_m = (known.low_m, shortest)
        tried.append(try_interval(name, claimed_m, interval_m, only_if=_EDGES_MEANT))
    if longest > usual:
        detour = "the way makes a long detour"
        name = f"{noun} with a detour"
        tried.append(try_interval(name, claimed_m, (usual, longest), only_if=detour))
    return tried


def _slips(quantity: Quantity, known: Known) -> list[Tried]:
    """Undo each slip: first those of units that give the very straight line, then the likeliest."""
    straight = known.straight
    found: list[tuple[WriterError, str]] = []
    if straight is not None:
        found = [(slip, THE_STRAIGHT_LINE) for slip in _in_other_unit(quantity, straight)]
    if not found:
        spread = _SPREAD_KNOWN if known.routes else _SPREAD_UNKNOWN
        truth = Truth(middle_m=known.middle_m, spread=spread)
        likeliest = likeliest_slip(quantity, truth)
        found = [(likeliest, "")] if likeliest else []
    return [try_writer_error(quantity, slip, of) for slip, of in found[:1]]


def _in_other_unit(quantity: Quantity, straight: Gap) -> list[WriterError]:
    """List the slips of units that give the very straight line."""
    return [
        slip
        for slip in unit_slips(quantity.unit)
        if abs(slip.undo * quantity.value_si / straight.distance_m - 1.0) <= _EQUAL
    ]


def _by(kind: RouteKind) -> str:
    return f"by {kind.value}" if kind is not RouteKind.AIR else "by air"


def _noun(mode: Mode) -> str:
    words = {
        Mode.RAIL: "railway",
        Mode.ROAD: "road",
        Mode.SEA: "sea route",
        Mode.AIR: "flight path",
        Mode.FOOT: "path",
    }
    return words.get(mode, "way")


def _reason(quantity: Quantity, known: Known, ruling: Ruling) -> str:
    if ruling.rests_on is None:
        return known.missing
    unit = wording.first_unit(quantity)
    words = f"{wording.claimed(quantity)}: {_compared(quantity, known, unit)}."
    if (
        ruling.slip
        and ruling.verdict is Verdict.SUPPORTED
        and ruling.only_if == ruling.slip.only_if
    ):
        return f"{words} {_slip_words(ruling.slip, known)}"
    if ruling.verdict is Verdict.SUPPORTED and ruling.only_if == _STRAIGHT_MEANT:
        return f"{words} It fits the straight line, {_straight(known, unit)}."
    if ruling.verdict is Verdict.SUPPORTED and ruling.only_if == _OTHER_WAY:
        return f"{words} A shorter line that we do not know would explain it."
    if ruling.verdict is Verdict.REFUTED and ruling.slip:
        return f"{words} {_slip_words(ruling.slip, known)}"
    return words


def _slip_words(slip: Tried, known: Known) -> str:
    meant = slip.reading.low_si
    straight = known.straight
    if straight and abs(meant / straight.distance_m - 1.0) <= _EQUAL and "straight" in slip.only_if:
        in_km = slip.reading.note.startswith("kilometres were")
        value = straight.distance_m / (M_PER_KM if in_km else M_PER_MILE)
        unit = "kilometres" if in_km else "miles"
        return f"It equals the straight line, {wording.rounded(value)} {unit}."
    return f"It would fit if {slip.only_if}."


def _compared(quantity: Quantity, known: Known, unit: str) -> str:
    """Set the figure beside the way: "7 % less than the railway (about 1,180 km, 733 mi)"."""
    if known.routes:
        route = min(known.routes, key=lambda one: abs(one.distance_m - quantity.value_si))
        name, metres = _WAY_WORDS[route.kind], route.distance_m
        about = f"(about {wording.about(metres)})"
        if quantity.low_si <= route.high_m and route.low_m <= quantity.high_si:
            return f"that agrees with {name} {about}"
        return f"{wording.than(quantity.value_si, metres, name)} {about}"
    straight = known.straight
    if straight is None:
        return "there is nothing to compare it with"
    line = f"the straight line {straight.words}, {_straight(known, unit)}"
    ratio = quantity.value_si / straight.distance_m
    if abs(ratio - 1.0) < _ABOUT:
        return f"about {line}"
    return f"{wording.times(ratio)} {line}" if ratio > 1 else f"{wording.than(ratio, 1.0, line)}"


def _straight(known: Known, unit: str) -> str:
    return wording.both(known.straight.distance_m, unit) if known.straight else ""
