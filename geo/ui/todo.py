"""The list of things to do about a story, the worst first, each with the places where it is.

Its counts are those of the tables and cards below it: a figure is a card, a place a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.contracts import Sense
from geo.maps.spec.model import VerdictSign
from geo.ui import phrases, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Analysis, Span
    from geo.maps.spec.model import MapSpec

# Where problems stand that are about no thing on the map.
_PROBLEMS = "table:problems"
_UNPLACED = "table:unplaced"

Target = dict[str, Any]


def todo(analysis: Analysis, spec: MapSpec) -> list[dict[str, Any]]:
    """List what an editor should look at; empty when there is nothing."""
    cards = {sign: _cards(spec, sign) for sign in VerdictSign}
    doubtful = unsure(spec)
    found = (
        ("fails", cards[VerdictSign.FAILS]),
        ("only-if", cards[VerdictSign.ONLY_IF]),
        (
            "unsure",
            [_target(one, _first(analysis, spec, one)) for one in doubtful],
        ),
        ("unplaced", [_target(_UNPLACED, span) for span in unplaced(analysis)]),
        ("assumed", assumed(analysis, spec)),
        ("unknown", cards[VerdictSign.UNKNOWN]),
        ("problems", [_target(_PROBLEMS, problem.span) for problem in analysis.problems]),
    )
    return [
        {
            "kind": kind,
            "sign": texts.TODO_SIGNS[kind],
            "text": phrases.todo(kind, len(targets)),
            "targets": targets,
        }
        for kind, targets in found
        if targets
    ]


def unsure(spec: MapSpec) -> list[str]:
    """Name the places of the map that may be others of their name."""
    return [place.id for place in spec.places if place.is_unsure]


def unplaced(analysis: Analysis) -> list[Span]:
    """Find the first words of each name that means a place which nobody could place."""
    lost = {geocode.toponym_id for geocode in analysis.geocodes if geocode.place is None}
    spans: dict[str, Span] = {}
    for toponym in analysis.toponyms:
        if toponym.id in lost and toponym.sense is Sense.LITERAL:
            spans.setdefault(toponym.name, toponym.span)
    return list(spans.values())


def assumed(analysis: Analysis, spec: MapSpec) -> list[Target]:
    """Find the journeys of which the article does not state an end, each with its words."""
    lines = {ref: journey.id for journey in spec.journeys for ref in journey.refs}
    found: list[Target] = []
    for leg in analysis.legs:
        ends = [end for end in leg.ends if end.inferred]
        if ends and leg.id in lines:
            spans = [one.span for end in ends for one in end.evidence if one.span]
            spans += [one.span for one in leg.evidence if one.span]
            found.append(_target(lines[leg.id], next(iter(spans), None)))
    return found


def _cards(spec: MapSpec, sign: VerdictSign) -> list[Target]:
    return [_target(card.id, None) for card in spec.claim_cards if card.sign is sign]


def _first(analysis: Analysis, spec: MapSpec, ident: str) -> Span | None:
    refs: Sequence[str] = next((place.refs for place in spec.places if place.id == ident), ())
    return next((t.span for t in analysis.toponyms if t.id in refs), None)


def _target(ident: str, span: Span | None) -> Target:
    return {"id": ident, "span": [span.start, span.end] if span else None}
