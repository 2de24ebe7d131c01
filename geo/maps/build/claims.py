"""Turns checked claims into claim cards, and into the lines that distances are measured on.

Claims that were judged together, with one answer, and stand in one sentence share a card.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from geo.contracts import ClaimKind, Verdict
from geo.geodesy import distance_m
from geo.maps.build import corrections
from geo.maps.spec import units
from geo.maps.spec.cards import ClaimCard, Measure
from geo.maps.spec.kinds import Tone, VerdictSign
from geo.maps.spec.polyline import encode

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.contracts import (
        Analysis,
        Article,
        Check,
        Claim,
        Interpretation,
        JudgedClaim,
        Leg,
        Route,
    )
    from geo.maps.build.extent import MapExtent
    from geo.maps.spec.model import MapPlace, MapRoute

_LONGEST_QUOTE = 180
# Ends of two lines are the same place when no further apart than this share of the length.
_SAME_END = 0.05
_SIGNS = {
    Verdict.SUPPORTED: VerdictSign.HOLDS,
    Verdict.REFUTED: VerdictSign.FAILS,
    Verdict.NOT_ENOUGH_INFO: VerdictSign.UNKNOWN,
}
_TIMED = frozenset({ClaimKind.DURATION, ClaimKind.SPEED})
# Words about a stop that begin this soon after a figure belong in its quotation.
_STOP_NEAR = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Claims that share a card, in the order of the text, with their checks; ``number`` from 1."""

    number: int
    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]

    @property
    def measured(self) -> Interpretation | None:
        """The reading with a line to draw: the one that fits, else the first."""
        if self.claims[0].kind is not ClaimKind.SEPARATION:
            return None
        drawn = [
            reading
            for reading in self.checks[0].readings
            if reading.geometry is not None and not reading.geometry.is_empty
        ]
        natural = [reading for reading in drawn if not reading.slip]
        fitting = [reading for reading in natural if reading.fits]
        return next(iter([*fitting, *natural, *drawn]), None)


def judge(analysis: Analysis) -> tuple[Judged, ...]:
    """Bring claims and checks together, one value a card, in the order of the text.

    What a person dismissed has no card.
    """
    checks = {check.claim_id: check for check in analysis.checks}
    said = corrections.of_claims(analysis)
    cards: list[list[Claim]] = []
    for claim in sorted(analysis.claims, key=lambda item: item.span.start):
        if claim.id not in checks or corrections.is_dismissed(claim, said):
            continue
        for card in cards:
            if any(_together(analysis.article, claim, other, checks) for other in card):
                card.append(claim)
                break
        else:
            cards.append([claim])
    return tuple(
        Judged(
            number=number,
            claims=tuple(card),
            checks=tuple(checks[claim.id] for claim in card),
        )
        for number, card in enumerate(cards, start=1)
    )


def sign(check: Check) -> VerdictSign:
    """Say a verdict as people read it."""
    return VerdictSign.ONLY_IF if check.only_if else _SIGNS[check.verdict]


def along(judged: Sequence[Judged], routes: Sequence[Route]) -> dict[int, frozenset[str]]:
    """Find the measured lines that a drawn route stands for: numbers of cards, and the legs."""
    found = {}
    for item in judged:
        if item.measured is None or item.measured.geometry is None:
            continue
        ends = _ends(item.measured.geometry)
        legs = frozenset(
            route.leg_id
            for route in routes
            if not route.geometry.is_empty and _same_ends(ends, _ends(route.geometry))
        )
        if legs:
            found[item.number] = legs
    return found


def _sentence(item: Judged, said: Mapping[str, JudgedClaim]) -> str:
    """Give the reasons of a card, and the notes that a person made beside them."""
    reasons = [check.reason for check in item.checks]
    notes = [corrections.note_of(said.get(claim.id)) for claim in item.claims]
    return " ".join(filter(None, dict.fromkeys([*reasons, *notes])))


def measures(
    judged: Sequence[Judged], told: Collection[int], extent: MapExtent
) -> tuple[Measure, ...]:
    """Make the line that each claim about a distance is checked on, with the true figure.

    Cards in ``told`` have a route that stands for their line.
    """
    found = []
    for item in judged:
        reading = item.measured
        if reading is None or reading.geometry is None or item.number in told:
            continue
        found.append(
            Measure(
                id=f"measure-{item.number}",
                disc=item.number,
                tone=Tone.MEASURE,
                lines=tuple(
                    encode(points, extent.grid) for points in extent.turn.lines(reading.geometry)
                ),
                label=units.length_about(
                    reading.low_si, reading.high_si, unit=item.claims[0].figure.unit
                ),
            )
        )
    return tuple(found)


def cards(
    analysis: Analysis,
    judged: Sequence[Judged],
    places: Sequence[MapPlace],
    routes: Sequence[MapRoute],
    told: Mapping[int, frozenset[str]],
) -> tuple[ClaimCard, ...]:
    """Write the cards; those in ``told`` are about the legs given there."""
    made = []
    said = corrections.of_claims(analysis)
    for item in judged:
        about = _about(item, told.get(item.number, frozenset()), places, routes)
        measured = item.measured is not None and item.number not in told
        targets = ((f"measure-{item.number}",) if measured else ()) + about
        tones = [route.tone for route in routes if route.id in about]
        shown = sign(item.checks[0])
        made.append(
            ClaimCard(
                id=f"claim-{item.number}",
                refs=tuple(claim.id for claim in item.claims),
                number=item.number,
                tone=Tone.MEASURE if measured else next(iter(tones), Tone.NONE),
                quote=_quote(analysis, item),
                sign=shown,
                word=shown.value,
                sentence=_sentence(item, said),
                readings=tuple(_readings(item)),
                targets=targets,
            )
        )
    return tuple(made)


def _together(article: Article, claim: Claim, other: Claim, checks: dict[str, Check]) -> bool:
    one, two = checks[claim.id], checks[other.id]
    return (
        (other.id in one.judged_with or claim.id in two.judged_with)
        and sign(one) is sign(two)
        and article.sentence_at(claim.span.start) == article.sentence_at(other.span.start)
        and (claim.kind is ClaimKind.SEPARATION) is (other.kind is ClaimKind.SEPARATION)
    )


def _ends(line: BaseGeometry) -> tuple[tuple[float, float], tuple[float, float]]:
    points = shapely.get_coordinates(line)
    return (points[0, 0], points[0, 1]), (points[-1, 0], points[-1, 1])


def _same_ends(
    one: tuple[tuple[float, float], ...], other: tuple[tuple[float, float], ...]
) -> bool:
    """Whether two lines join the same two places, in either direction."""
    near_m = _SAME_END * distance_m(*one[0], *one[1])
    return any(
        distance_m(*one[0], *start) <= near_m and distance_m(*one[1], *end) <= near_m
        for start, end in (other, other[::-1])
    )


def _about(
    item: Judged,
    told: frozenset[str],
    places: Sequence[MapPlace],
    routes: Sequence[MapRoute],
) -> tuple[str, ...]:
    """Ids of the routes and places on the map that a card is about."""
    legs = told | {claim.subject.leg_id for claim in item.claims if claim.subject.leg_id}
    names = {name for claim in item.claims for name in claim.subject.toponym_ids}
    ways = [route.id for route in routes if legs.intersection(route.refs)]
    return (*ways, *(place.id for place in places if names.intersection(place.refs)))


def _quote(analysis: Analysis, item: Judged) -> str:
    """Quote the article from the first of the figures to the last, with the stop if it follows."""
    start = min(claim.span.start for claim in item.claims)
    end = max(claim.span.end for claim in item.claims)
    legs: dict[str, Leg] = {leg.id: leg for leg in analysis.legs}
    for claim in item.claims:
        if claim.kind not in _TIMED:
            continue
        leg = legs.get(claim.subject.leg_id)
        if leg and leg.stop and end <= leg.stop.start <= end + _STOP_NEAR:
            end = leg.stop.end
    words = " ".join(analysis.article.text[start:end].split())
    if len(words) <= _LONGEST_QUOTE:
        return words
    return words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _readings(item: Judged) -> list[str]:
    told = []
    for claim, check in zip(item.claims, item.checks, strict=True):
        for reading in check.readings:
            figure = units.value_range(
                reading.low_si, reading.high_si, claim.figure.dimension, claim.figure.unit
            )
            fits = "fits" if reading.fits else "does not fit"
            note = f" ({reading.note})" if reading.note else ""
            told.append(f"{reading.name}: {figure}, {fits}{note}")
    return list(dict.fromkeys(told))
