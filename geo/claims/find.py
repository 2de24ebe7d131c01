"""An article with places and journeys goes in; its checkable figures come out, in text order."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from geo.claims.asides import with_asides
from geo.claims.context import find_hop
from geo.claims.pace import pace_of_way
from geo.claims.separation import find_separation
from geo.claims.story import Scene, StoryIndex, build_story
from geo.claims.time_apart import find_time_apart, find_time_of_way, note_distance
from geo.claims.travel import find_travel
from geo.claims.types import finders_for
from geo.claims.types.bearing import LINE
from geo.claims.types.fact import Found, Reading
from geo.claims.types.limits import frame_of, limit_of
from geo.claims.types.marked import mark
from geo.claims.types.pointing import pointed_at
from geo.claims.types.rate import RATE, RATE_ANY, RATE_AT
from geo.claims.way_words import way_words
from geo.contracts import (
    LONGEST_PIECE,
    NO_SUBJECT,
    NOT_UNDERSTOOD,
    Article,
    Claim,
    ClaimKind,
    Dimension,
    Problem,
    figures_of_sites,
)
from geo.lexicon.units import has

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.claims.draft import ClaimDraft
    from geo.contracts import Amount, Document, Geocode, Itinerary, Quantity, Span, Toponym


_FIGURES = frozenset(
    {ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH, ClaimKind.DURATION, ClaimKind.SPEED}
)
_SEA = "sea"
# What is told of a journey says more than such figures beside each other.
_LOOSE = frozenset({RATE_AT, RATE_ANY})
_TEMPO = frozenset({ClaimKind.DURATION, ClaimKind.SPEED})
_OF_WAYS = frozenset({Dimension.LENGTH, Dimension.DURATION, Dimension.SPEED})

# Figures in a piece of text from which on it is a table and no prose, and figures of an article
# that are read at most: no story has so many.
_MOST_IN_PIECE, _MOST_FIGURES = 40, 2_000
# Shorter lengths are those of things.
_FAR_M = 1_000.0
_KEPT = 1_024  # pieces, each of which is asked about five times
_NUMBER, _LONG_NUMBER = re.compile(r"\d+"), re.compile(r"\d{40}")


def find_claims(
    article: Article,
    document: Document,
    toponyms: Sequence[Toponym],
    geocodes: Sequence[Geocode],
    itineraries: Sequence[Itinerary],
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Find the lengths, durations and speeds that say something about places or journeys.

    A figure that is clearly a distance, but whose subject the text does not tell, is kept with an
    empty subject and is reported as a problem too.
    """
    story = build_story(article, document, toponyms, geocodes, itineraries)
    claims = [
        _claim(story, draft) for scene in _scenes(story, document) for draft in _drafts(scene)
    ]
    facts = [_fact(story, found) for found in _facts(story)]
    whole = {leg.id for one in itineraries for leg in one.legs if leg.origin and leg.destination}
    told = [claim for claim in claims if claim.subject.leg_id in whole]
    facts = [fact for fact in facts if fact.relation not in _LOOSE or not _is_of_leg(fact, told)]
    facts = [*with_asides(facts, claims, article, toponyms)]
    claims = [claim for claim in claims if not _is_read_already(claim, facts)] + facts
    claims.sort(key=_in_text)
    claims = [replace(claim, id=f"c{number}") for number, claim in enumerate(claims, start=1)]
    sited = {claim.id for pair in figures_of_sites(claims) for claim in pair}
    claims = [claim if claim.id in sited else _without_anchor(claim) for claim in claims]
    problems = [_problem(claim) for claim in claims if _is_loose(claim)]
    problems += _not_understood(article, document, claims)
    return tuple(claims), (*problems, *_not_read(article), *_too_many(article, document))


def _scenes(story: StoryIndex, document: Document) -> Iterator[Scene]:
    """List the pieces of sentences that hold figures, until there are more than any story has."""
    count = 0
    for index, sentence in enumerate(story.article.sentences):
        for piece in sentence.pieces(LONGEST_PIECE):
            if count > _MOST_FIGURES or _is_table(piece):
                continue
            if amounts := tuple(filter(_is_of_way, document.amounts_in(piece))):
                count += len(amounts)
                yield Scene(story=story, index=index, sentence=piece, amounts=amounts)


def _not_read(article: Article) -> list[Problem]:
    """Say once where figures stand too close for prose and were not read."""
    pieces = (piece for one in article.sentences for piece in one.pieces(LONGEST_PIECE))
    table = next((piece for piece in pieces if _is_table(piece)), None)
    if table is None:
        return []
    message = "Figures that stand as close as in a table are not read as sentences."
    return [Problem(stage="claims", code="table", message=message, span=table)]


def _too_many(article: Article, document: Document) -> list[Problem]:
    """Say once where a text has more figures than are read; those of tables do not count."""
    pieces = (piece for one in article.sentences for piece in one.pieces(LONGEST_PIECE))
    prose = (piece for piece in pieces if not _is_table(piece))
    ways = [one for piece in prose for one in document.amounts_in(piece) if _is_of_way(one)]
    if len(ways) <= _MOST_FIGURES:
        return []
    message = f"Of {len(ways):,} figures about ways only the first {_MOST_FIGURES:,} were read."
    at = ways[_MOST_FIGURES].quantity.span
    return [Problem(stage="claims", code="too-many-figures", message=message, span=at)]


def _not_understood(article: Article, document: Document, claims: Sequence[Claim]) -> list[Problem]:
    """Say which distances and speeds nothing was made of; what is nearer than far is about no map.

    "12 km from a school" has no place at its end.
    """
    read = sorted(
        (span.start, span.end)
        for claim in claims
        for span in (claim.span, _at(claim))
        if span is not None
    )
    starts, ends = [start for start, _ in read], list(accumulate((end for _, end in read), max))
    prose = (one for one in article.sentences if not any(map(_is_table, one.pieces(LONGEST_PIECE))))
    seen = (one.quantity for sentence in prose for one in document.amounts_in(sentence))
    found = []
    for one in islice(filter(_is_far, seen), _MOST_FIGURES):
        before = bisect_left(starts, one.span.end)
        if before and ends[before - 1] > one.span.start:
            continue
        message = f"“{one.span.text}” was not checked: the text does not say clearly what it is of."
        found.append(Problem(stage="claims", code=NOT_UNDERSTOOD, message=message, span=one.span))
    return found


def _is_far(one: Quantity) -> bool:
    """Whether a figure is a speed, or a length that a map knows of."""
    is_length = one.dimension is Dimension.LENGTH and not has(one.unit, "too_short")
    return one.dimension is Dimension.SPEED or (is_length and one.value_si >= _FAR_M)


def _at(claim: Claim) -> Span | None:
    return claim.quantity.span if claim.quantity else None


def _is_table(piece: Span) -> bool:
    return _is_full_of_figures(piece.text)


@lru_cache(maxsize=_KEPT)
def _is_full_of_figures(text: str) -> bool:
    is_long = _LONG_NUMBER.search(text) is not None
    return is_long or len(_NUMBER.findall(text)) > _MOST_IN_PIECE


def _is_of_way(amount: Amount) -> bool:
    """Whether a figure may tell a distance or a journey: no area, no centimetres, no seconds."""
    quantity = amount.quantity
    return quantity.dimension in _OF_WAYS and not has(quantity.unit, "too_short")


def _drafts(scene: Scene) -> list[ClaimDraft]:
    """Read the lengths of a sentence first: they tell which journey its other figures mean."""
    lengths = [one for one in scene.amounts if one.quantity.dimension is Dimension.LENGTH]
    others = [one for one in scene.amounts if one.quantity.dimension is not Dimension.LENGTH]
    found = [find_separation(scene, one) or _of_travel(scene, one) for one in lengths]
    distances = [draft for draft in found if draft is not None]
    note_distance(scene, distances)
    found += [
        find_time_apart(scene, one, distances)
        or find_travel(scene, one)
        or find_time_of_way(scene, one)
        for one in others
    ]
    found.append(pace_of_way(scene, others, found))
    return [
        replace(draft, relation=way_words(scene, draft), limit=frame_of(scene, draft))
        for draft in found
        if draft is not None
    ]


def _of_travel(scene: Scene, amount: Amount) -> ClaimDraft | None:
    """Read a length of a journey, or of one from here to a place that no journey told leads to."""
    draft = find_travel(scene, amount)
    if draft is not None and not draft.subject.leg_id:
        return draft
    return find_hop(scene, amount, scene.leg if draft else None) or draft


def _facts(story: StoryIndex) -> Iterator[Found]:
    """Read what sentences state besides distances; of two that say the same the first."""
    for index, sentence in enumerate(story.article.sentences):
        for piece in sentence.pieces(LONGEST_PIECE):
            if _is_table(piece):
                continue
            marked = mark(piece, story.mentions.get(index, ()), pointed_at(story, index))
            reading = Reading(marked=marked, index=index, story=story)
            for finder in finders_for(reading):
                ends: dict[str, int] = {}
                for found in sorted(finder(reading), key=lambda one: (one.start, -one.end)):
                    if found.start >= ends.get(found.relation, 0):
                        ends[found.relation] = found.end
                        yield replace(found, limit=limit_of(reading, found))


def _is_of_leg(fact: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a journey is told of which a figure says something: its own check knows more."""
    return any(
        claim.subject.leg_id and fact.span.overlaps(claim.figure.span)
        for claim in claims
        if claim.kind in _TEMPO
    )


def _is_read_already(claim: Claim, facts: Sequence[Claim]) -> bool:
    """Whether a row has read a figure: two ends, or a time and speed beside the way's length."""
    return claim.kind in _FIGURES and any(
        fact.span.overlaps(claim.figure.span)
        for fact in facts
        if fact.kind in _FIGURES
        or (fact.kind is ClaimKind.COORDINATES and fact.quantity is not None)
        or fact.relation == _SEA
        or fact.relation.startswith(LINE)
        or (fact.relation.startswith(RATE) and claim.kind in _TEMPO)
    )


def _in_text(claim: Claim) -> tuple[int, int]:
    start = claim.quantity.span.start if claim.quantity else claim.span.start
    return start, claim.span.start


def _fact(story: StoryIndex, found: Found) -> Claim:
    return Claim(
        id="",
        kind=found.kind,
        subject=found.subject,
        quantity=found.quantity,
        span=story.article.span(found.start, found.end),
        also=found.also,
        way=found.way,
        bearing_deg=found.bearing_deg,
        relation=found.relation,
        limit=found.limit,
    )


def _claim(story: StoryIndex, draft: ClaimDraft) -> Claim:
    return Claim(
        id="",
        kind=draft.kind,
        subject=draft.subject,
        quantity=draft.amount.quantity,
        span=story.article.span(draft.start, draft.end),
        also=draft.amount.also,
        way=draft.way,
        bearing_deg=draft.bearing_deg,
        relation=draft.relation,
        limit=draft.limit,
    )


def _is_loose(claim: Claim) -> bool:
    is_figure = claim.kind in _FIGURES
    return is_figure and not claim.subject.toponym_ids and not claim.subject.leg_id


def _without_anchor(claim: Claim) -> Claim:
    """Say of a distance from an anchor alone, which no second one helps, that it is of nothing."""
    if claim.kind is not ClaimKind.SEPARATION or len(claim.subject.toponym_ids) != 1:
        return claim
    return replace(claim, subject=replace(claim.subject, toponym_ids=()), bearing_deg=None)


def _problem(claim: Claim) -> Problem:
    return Problem(
        stage="claims",
        code=NO_SUBJECT,
        message=f"“{claim.span.text}” cannot be checked. {claim.subject.reason}",
        span=claim.span,
    )
