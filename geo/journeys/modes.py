"""Drafts of journeys of which no word says by what they go in; those with a likely way are marked.

As with journeys themselves (`geo.journeys.choosing`) each sign (`geo.journeys.mode_signs`) has a
weight, learned from stories with the right answers (`python -m tools.fit_modes`). A way that the
words of a journey say stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Evidence, Mode, RouteKind
from geo.journeys.choosing import to_judge
from geo.journeys.mode_signs import ModeSigns
from geo.journeys.story.telling import mode_of
from geo.lexicon.tables import nested

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.contracts import Itinerary, Leg, Route, Span
    from geo.contracts.scene import Scene
    from geo.journeys.choosing import Judge
    from geo.journeys.story.draft import JourneyDraft

TABLE = "mode_signs.json"  # in the folder of the language

# What a reader is told by the beginning of the sign that speaks most for a way.
_REASONS = {
    "the traveller": "the traveller goes so elsewhere in the story",
    "what travels": "what travels goes so by its own words",
    "the same way": "another journey goes this way so",
    "the way on": "a journey that joins it goes so",
    "the same ": "a journey with an end in common goes so",
    "the journey": "the journeys told beside it go so",
    "a ": "its sentence tells of it",
    "sentence ": "a sentence beside it tells of it",
    "the word": "it was told of just before or after",
    "the headline": "the headline tells of it",
    "all of several": "the story's other journeys go so",
}
_ELSE = "the story tells of it"


class Likely(NamedTuple):
    """The way that most speaks for, how much, and the words that speak for it most."""

    mode: Mode
    weight: float
    sign: str
    span: Span


def note_modes(drafts: Sequence[JourneyDraft], scenes: Sequence[Scene], sentences: int) -> None:
    """Mark by what journeys likely go that do not say so, in a text of so many sentences."""
    if sentences < mode_judge().sentences:
        return
    said = [mode_of(draft)[0] for draft in drafts]
    signs = ModeSigns(drafts, scenes, said)
    for number, draft in enumerate(drafts):
        if said[number] is Mode.UNKNOWN:
            found = likely_mode(signs.signs(number), mode_judge())
            if found is not None:
                draft.guessed = found.mode, _reason(found)


def likely_mode(signs: Mapping[Mode, Mapping[str, Span | None]], judge: Judge) -> Likely | None:
    """Find the way that most speaks for; None where that is too little, or rests on no words."""
    weights = {mode: judge.weigh(told) for mode, told in signs.items()}
    best = max(weights, key=weights.__getitem__)
    speaking = {sign: span for sign, span in signs[best].items() if span is not None}
    if weights[best] <= 0 or not speaking:
        return None
    sign = max(speaking, key=lambda one: judge.signs.get(one, 0.0))
    return Likely(best, weights[best], sign, speaking[sign])


def _reason(found: Likely) -> Evidence:
    why = next((text for head, text in _REASONS.items() if found.sign.startswith(head)), _ELSE)
    # It has no span: its words stand anywhere in the story and do not tell of the journey.
    return Evidence(reason=f"likely by {found.mode.value}, as {why}: “{found.span.text}”")


def as_said(itineraries: Iterable[Itinerary]) -> tuple[Itinerary, ...]:
    """Take out ways that are only likely: figures are held against what the article says."""
    return tuple(
        replace(one, legs=tuple(_as_said(leg) if leg.is_mode_likely else leg for leg in one.legs))
        for one in itineraries
    )


def _as_said(leg: Leg) -> Leg:
    return replace(leg, mode=Mode.UNKNOWN, likely_mode=None)


def routes_as_said(routes: Iterable[Route], itineraries: Iterable[Itinerary]) -> tuple[Route, ...]:
    """Take out the routes of ways that are only likely."""
    likely = {leg.id for one in itineraries for leg in one.legs if leg.is_mode_likely}
    return tuple(
        one for one in routes if one.leg_id not in likely or one.kind is RouteKind.GEODESIC
    )


@cache
def mode_judge() -> Judge:
    """Read the weights that judge ways."""
    return to_judge(nested(TABLE.removesuffix(".json")))
