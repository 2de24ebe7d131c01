"""Checks every claim, in order, with what is known of places, journeys and routes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.borne_out import borne_out
from geo.checks.caution import (
    with_doubtful_place,
    with_fast_mover,
    with_inferred_end,
    with_length_told,
    with_way_words,
)
from geo.checks.conversions import with_conversions
from geo.checks.direction import with_direction
from geo.checks.ends import is_measurable
from geo.checks.islands import others_meant, with_other_meaning
from geo.checks.journey import Journey, journey_of
from geo.checks.known import BLOCKED, Known, is_blocked, known_between, known_of_leg
from geo.checks.main_land import is_country, with_main_land, with_trip_ends
from geo.checks.middle import with_middle
from geo.checks.misplaced import with_misplaced
from geo.checks.networks import asked_first, flown, joins, routes_between, ways_between
from geo.checks.same import what_is_said
from geo.checks.separation import check_separation
from geo.checks.sites import with_sites
from geo.checks.taken import with_taken
from geo.checks.tempo import check_tempo
from geo.checks.time_apart import with_doubt_of_time
from geo.checks.twice import said_twice
from geo.checks.types import check_stated, with_limit
from geo.checks.uncertainty import other_borders, with_doubt, with_other_end
from geo.checks.way import check_way
from geo.checks.whole import check_whole
from geo.checks.world import World
from geo.contracts import BORDER_OF, Check, ClaimKind, Mode, Verdict, WayWords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Claim, Geocode, Itinerary, Place, Route
    from geo.ports import Boundaries, Router

_TEMPO = frozenset({ClaimKind.DURATION, ClaimKind.SPEED})
_LENGTHS = frozenset({ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH})


def check_claims(  # noqa: PLR0913 - what the stages before found, and the world
    claims: Sequence[Claim],
    geocodes: Sequence[Geocode],
    itineraries: Sequence[Itinerary],
    routes: Sequence[Route],
    boundaries: Boundaries | None = None,
    *,
    ground: Ground | None = None,
    routers: Mapping[Mode, Router] | None = None,
) -> tuple[Check, ...]:
    """Judge every claim; lengths first, since durations and speeds rest on them.

    ``boundaries`` tell where the sea is and how large an island; without them every place is
    taken to be on one land. ``routers`` are asked before a length is refused.
    """
    world = World(
        geocodes={geocode.toponym_id: geocode for geocode in geocodes},
        legs={leg.id: leg for itinerary in itineraries for leg in itinerary.legs},
        routes=tuple(routes),
        boundaries=boundaries,
        routers=routers or {},
        facts=ground.facts if ground is not None else None,
    )
    checks = _lengths(world, [claim for claim in claims if claim.kind in _LENGTHS])
    if ground is not None:
        ground = replace(ground, borne_out=borne_out(claims, checks, world.geocodes))
    checks |= {
        claim.id: _stated(claim, ground) for claim in claims if claim.kind not in _TEMPO | _LENGTHS
    }
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if claim.kind in _TEMPO:
            groups.setdefault(_key(claim), []).append(claim)
    for group in groups.values():
        checks |= _tempo(world, group, claims, checks)
    together = said_twice(claims, [checks[claim.id] for claim in claims], geocodes)
    together = with_misplaced(claims, with_sites(claims, together, world.geocodes))
    return tuple(
        check if claim.kind not in _TEMPO | _LENGTHS else _as_said(world, claim, check)
        for claim, check in zip(claims, together, strict=True)
    )


def _as_said(world: World, claim: Claim, check: Check) -> Check:
    """Weigh the words around a figure of a way once it has been measured."""
    leg = world.legs.get(claim.subject.leg_id)
    if claim.kind in _TEMPO and leg is None:
        check = with_doubt_of_time(claim, check, world)
    check = with_fast_mover(claim, with_inferred_end(check, leg, claim), leg)
    check = with_conversions(claim, with_way_words(check, claim))
    return _with_condition(with_limit(claim, check))


def _lengths(world: World, claims: Sequence[Claim]) -> dict[str, Check]:
    """Judge every length; what is said again of the same places is measured once."""
    keys = {claim.id: what_is_said(claim, world.geocodes) for claim in claims}
    known = {keys[claim.id]: claim for claim in reversed(claims)}
    judged = {key: _length(world, claim) for key, claim in known.items()}
    return {claim.id: replace(judged[keys[claim.id]], claim_id=claim.id) for claim in claims}


def _stated(claim: Claim, ground: Ground | None) -> Check:
    """Check what states no distance; a kind without a check of its own is an error."""
    if ground is None:
        return _cannot_tell(claim, "Nothing is known of the world to hold this against.")
    return check_stated(claim, ground)


def _key(claim: Claim) -> tuple[str, ...]:
    """Group claims that are about the same journey; those about nothing known stay alone."""
    subject = claim.subject
    return (subject.leg_id,) if subject.leg_id else (subject.toponym_ids or (claim.id, ""))


def _length(world: World, claim: Claim) -> Check:
    if claim.subject.leg_id:
        return _length_of_leg(world, claim)
    ends = _ends(world, claim)
    geocodes = world.pins(claim)

    def judge(one: Place, other: Place) -> Check:
        return _between(world, claim, one, other)

    if isinstance(ends, str):
        return with_middle(_cannot_tell(claim, ends), geocodes, judge)
    check = with_main_land(judge(*ends), ends, judge, claim.figure)
    check = with_trip_ends(check, claim, ends)
    # "New York" is measured to as the city, whether it was taken for the state or not.
    measured = [replace(one, place=end) for one, end in zip(geocodes, ends, strict=True)]
    check = with_doubt(check, measured, judge, claim.figure, world.draw)
    borders = other_borders(ends[1], world.boundaries, claim.relation.removeprefix(BORDER_OF))
    check = with_other_end(check, ends[1], borders, lambda other: judge(ends[0], other))
    check = with_other_meaning(check, others_meant(ends, geocodes, world.boundaries), judge)
    check = with_doubtful_place(check, geocodes)
    return _with_taken(world, claim, check, ends) if claim.subject.taken_from else check


def _length_of_leg(world: World, claim: Claim) -> Check:
    known = _known(world, claim)
    if known is None:
        return _cannot_tell(claim)
    if claim.relation == WayWords.WHOLE.value:
        whole = check_whole(claim, tuple(world.legs.values()))
        if whole is not None:
            return whole
    ends = _ends_of_leg(world, claim)

    def judge(ways: tuple[Route, ...]) -> Check:
        with_ways = replace(known, routes=known.routes + ways)
        return _towards(claim, check_way(claim, with_ways), known, ends)

    if ends is None or known.routes:
        return judge(())
    mode = known.mode
    ways = partial(_ways, world, claim, ends, mode)
    return asked_first(judge, ways, mode, claim.figure.low_si)


def _with_taken(world: World, claim: Claim, check: Check, ends: tuple[Place, Place]) -> Check:
    """Say what an end that the words do not name was taken for, and what else it may be."""
    named = [world.geocodes.get(key) for key in claim.subject.taken_from]
    others = [one.place for one in named if one is not None and one.place is not None]

    def judge(one: Place, other: Place) -> Check:
        return _between(world, claim, one, other)

    return with_taken(claim, check, ends, others, judge)


def _between(world: World, claim: Claim, one: Place, other: Place) -> Check:
    routes = routes_between(world.routes, world.legs.values(), one, other)
    # Who gives a direction may still mean the road, but does not say so.
    told = routes if claim.bearing_deg is None else ()

    def judge(ways: tuple[Route, ...]) -> Check:
        if claim.kind is ClaimKind.ROUTE_LENGTH:
            known = known_between(one, other, claim.way, ways)
            return _towards(claim, check_way(claim, known), known, (one, other))
        return check_separation(claim, one, other, told + ways, world.boundaries)

    def ways() -> tuple[Route, ...]:
        found = () if told else routes
        is_flown = claim.way is Mode.UNKNOWN and flown(world.legs.values(), one, other)
        return found or (() if is_flown else _ways(world, claim, (one, other), claim.way))

    return asked_first(judge, ways, claim.way, claim.figure.low_si)


def _ways(world: World, claim: Claim, ends: tuple[Place, Place], mode: Mode) -> tuple[Route, ...]:
    return ways_between(world.routers, *ends, mode, longest_m=claim.figure.high_si)


def _ends_of_leg(world: World, claim: Claim) -> tuple[Place, Place] | None:
    leg = world.legs.get(claim.subject.leg_id)
    if leg is None or leg.origin is None or leg.destination is None:
        return None
    return leg.origin.place, leg.destination.place


def _towards(claim: Claim, check: Check, known: Known, ends: tuple[Place, Place] | None) -> Check:
    """Judge the direction in which a way is said to lead."""
    if ends is None or known.straight is None:
        return check
    return with_direction(claim, check, ends, known.straight)


def _cannot_tell(claim: Claim, reason: str = "") -> Check:
    return Check(
        claim_id=claim.id,
        verdict=Verdict.NOT_ENOUGH_INFO,
        reason=reason or claim.subject.reason or "The article does not say what this is about.",
    )


def _ends(world: World, claim: Claim) -> tuple[Place, Place] | str:
    """Find the two places of a claim, or why it cannot be measured between them."""
    ids = claim.subject.toponym_ids
    if len(ids) != 2:  # noqa: PLR2004 - a distance has two ends
        return claim.subject.reason or "The article does not say what this is about."
    geocodes = [world.geocodes.get(toponym_id) for toponym_id in ids]
    one, other = (world.spot(geocode) for geocode in geocodes)
    if one is None or other is None:
        return "One of the two places could not be found on the map."
    vague = [place for place in (one, other) if not is_measurable(place)]
    if vague:
        names = " and ".join(wording.place_name(place) for place in vague)
        return f"We have no outline of {names} to measure to, and the centre would mislead."
    if is_country(one) and is_country(other) and claim.relation == WayWords.TRIP.value:
        return "A trip from country to country has no length before its towns are known."
    if one.feature_id == other.feature_id:
        return f"Both ends of this distance were taken for {one.name}."
    return one, other


def _known(world: World, claim: Claim) -> Known | None:
    """Gather what is known of the way that a claim is about."""
    leg = world.legs.get(claim.subject.leg_id)
    if leg is not None:
        known = known_of_leg(leg, [r for r in world.routes if r.leg_id == leg.id])
        if is_blocked(leg, known, world.boundaries):
            return replace(known, straight=None, missing=BLOCKED)
        return replace(known, mode=claim.way) if known.mode is Mode.UNKNOWN else known
    ends = _ends(world, claim)
    return None if isinstance(ends, str) else known_between(*ends, claim.way)


def _tempo(
    world: World, group: Sequence[Claim], claims: Sequence[Claim], checks: dict[str, Check]
) -> dict[str, Check]:
    known = _known(world, group[0])
    told = [one for one in claims if one.kind in _LENGTHS and _is_length_of(world, one, group[0])]
    lengths = [one for one in told if checks[one.id].verdict is Verdict.SUPPORTED]
    # An end that the words do not name is sure where the distance told beside the time is right.
    if known is None or (group[0].subject.taken_from and not lengths):
        return {claim.id: _cannot_tell(claim) for claim in group}
    found = check_tempo(_journey(world, group[-1], known, lengths), group)
    if lengths or not told:
        return found
    as_told = check_tempo(_journey(world, group[-1], known, told), group)
    return {key: with_length_told(check, as_told[key]) for key, check in found.items()}


def _is_length_of(world: World, length: Claim, tempo: Claim) -> bool:
    """Whether a length is that of a journey: said of it, or of the way between its two ends."""
    is_taken = bool(tempo.subject.taken_from) and length.subject == tempo.subject
    if is_taken or (length.kind is ClaimKind.ROUTE_LENGTH and _key(length) == _key(tempo)):
        return True
    leg = world.legs.get(tempo.subject.leg_id)
    ends = _ends(world, length)
    if leg is None or isinstance(ends, str) or length.way is Mode.AIR:
        return False
    return joins(leg, *ends) and length.way in {leg.mode, Mode.UNKNOWN}


def _journey(world: World, claim: Claim, known: Known, lengths: Sequence[Claim]) -> Journey:
    leg = world.legs.get(claim.subject.leg_id)
    return journey_of(known, lengths, known.mode, leg, claim)


def _with_condition(check: Check) -> Check:
    """End with the condition in words, so that the reason can be printed as it stands."""
    if not check.only_if or check.verdict is not Verdict.SUPPORTED:
        return check
    return replace(check, reason=f"{check.reason} Holds only if {check.only_if}.")
