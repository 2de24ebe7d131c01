"""Asks the networks how far it is between two places, before a figure is refused or left open.

Only then: a story whose figures hold without them opens none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.way import THE_STRAIGHT_LINE
from geo.checks.writer_errors import KM_AS
from geo.contracts import End, Leg, LegStatus, Mode, RouteKind, Verdict
from geo.contracts.units import M_PER_KM, M_PER_MILE
from geo.errors import DataMissing, RouteError
from geo.geodesy import distance_m

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from geo.contracts import Check, Place, Route
    from geo.ports import Router

BETWEEN = "between"  # of a way that no journey of the story takes

# Where it is not said how people go they go by road, or by ship where no road leads.
_USUAL = (Mode.ROAD, Mode.SEA)

# What is the straight line to the digit, and how much longer than a way a figure has to be.
_EXACT, _SHORTER = 0.005, 1.12

# A way may be this share of the straight line, with all its doubt, and less what networks end short
# of both places.
_LEAST, _BESIDE_M = 0.75, 120_000.0

# From so many times the straight line on a figure rests on a detour, and of a way that is known no
# figure is longer than so many times: of 520 distances from an encyclopaedia that are 1.22 to 1.57
# times the straight line one in forty is, of as many in a wrong unit every third.
_DETOUR, _LONGER = 1.3, 1.2


def asked_first(
    judge: Callable[[tuple[Route, ...]], Check],
    ways: Callable[[], tuple[Route, ...]],
    way: Mode,
    figure_m: float,
) -> Check:
    """Judge a length; where it does not hold, judge again with the ways that networks know.

    What they say is taken where it explains the figure. Where the article does not say by what
    ``way`` it is measured, one that would be refused without them has two explanations then, a slip
    and a winding road: that is for people to tell, unless the slip alone fits to the digit.
    A figure that only a detour supports is held against the way there is.
    """
    check = judge(())
    if check.verdict is Verdict.SUPPORTED:
        is_detour = check.only_if or _is_longer(figure_m, check)
        return _with_detour(check, judge, ways(), way, figure_m) if is_detour else check
    found = ways()
    again = judge(found) if found else check
    if again.verdict is not Verdict.SUPPORTED:
        return check
    if check.verdict is Verdict.REFUTED and way is Mode.UNKNOWN:
        if _is_only_the_unit(check, found[0]):
            return check
        if again.only_if:  # both explanations stand in it
            return again
        reason = f"{check.reason} But it is also as far as the way by {found[0].kind.value}."
        return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=reason)
    return again


def _is_longer(figure_m: float, check: Check) -> bool:
    """Whether a figure is much longer than the least that was measured."""
    return bool(check.readings) and figure_m > _DETOUR * check.readings[0].low_si > 0


def _with_detour(
    check: Check,
    judge: Callable[[tuple[Route, ...]], Check],
    found: tuple[Route, ...],
    way: Mode,
    figure_m: float,
) -> Check:
    """Let the way there is bear out a detour, or leave the figure open where it is much shorter.

    Of a way of the kind that the article names, what the network says counts for more than what is
    usual of such ways.
    """
    if not found:
        return check
    again = judge(found)
    is_refused = again.verdict is Verdict.REFUTED
    if is_refused and _is_only_the_unit(again, found[0]):
        return again
    if (is_refused and way is not Mode.UNKNOWN) or figure_m > _LONGER * found[0].high_m:
        known = f"The way by {found[0].kind.value} is about {wording.about(found[0].distance_m)}."
        reason = f"{check.reason} {known}"
        return replace(check, verdict=Verdict.NOT_ENOUGH_INFO, reason=reason, only_if="")
    return again if again.verdict is Verdict.SUPPORTED and not again.only_if else check


def _is_only_the_unit(check: Check, way: Route) -> bool:
    """Whether the number is right in kilometres to the digit, but in its unit too long for the way.

    Of 2,525 distances from an encyclopaedia one is so, and that one looks like the slip itself.
    """
    straight, longest_m = check.readings[0], min(way.distance_m * _SHORTER, way.high_m)
    low_m, high_m = straight.low_si * (1 - _EXACT), straight.high_si * (1 + _EXACT)
    return any(
        (low_m <= one.low_si <= high_m or one.name.endswith(THE_STRAIGHT_LINE))
        and one.low_si * M_PER_MILE / M_PER_KM > longest_m
        for one in check.readings
        if one.name.startswith(KM_AS)
    )


def routes_between(
    routes: Iterable[Route], legs: Iterable[Leg], one: Place, other: Place
) -> tuple[Route, ...]:
    """Collect the ways along networks of all legs that join two places, in either direction."""
    joining = {leg.id for leg in legs if joins(leg, one, other)}
    return tuple(
        route
        for route in routes
        if route.leg_id in joining and route.kind is not RouteKind.GEODESIC
    )


def flown(legs: Iterable[Leg], one: Place, other: Place) -> bool:
    """Whether a journey by air joins two places: how far they are apart is no way by road then."""
    return any(leg.mode is Mode.AIR and joins(leg, one, other) for leg in legs)


def joins(leg: Leg, one: Place, other: Place) -> bool:
    """Whether a leg leads from one of two places to the other."""
    if leg.origin is None or leg.destination is None:
        return False
    ends = {leg.origin.place.feature_id, leg.destination.place.feature_id}
    return ends == {one.feature_id, other.feature_id}


def ways_between(
    routers: Mapping[Mode, Router], one: Place, other: Place, mode: Mode, *, longest_m: float
) -> tuple[Route, ...]:
    """Find the way that a figure may be the length of; empty where no network knows one.

    No network is asked where even the ``longest_m`` that the figure may mean is less than the
    straight line: no way is as short.
    """
    if one.is_area or other.is_area:
        return ()
    straight_m = distance_m(one.lon, one.lat, other.lon, other.lat)
    if longest_m < _LEAST * straight_m - _BESIDE_M:
        return ()
    leg = Leg(
        id=BETWEEN,
        traveller="",
        origin=End(toponym_id="", place=one),
        destination=End(toponym_id="", place=other),
        mode=mode,
        status=LegStatus.HYPOTHETICAL,
    )
    modes = _USUAL if mode is Mode.UNKNOWN else (mode,)
    route = next(_found(leg, (routers[each] for each in modes if each in routers)), None)
    return (route,) if route is not None else ()


def _found(leg: Leg, routers: Iterable[Router]) -> Iterator[Route]:
    for router in routers:
        try:
            route = router.route(leg)
        except (RouteError, DataMissing):
            continue
        if route is not None:
            yield route
