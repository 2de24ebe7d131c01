"""An article with places and journeys goes in; its checkable figures come out, in text order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.amounts import find_amounts
from geo.claims.separation import find_separation
from geo.claims.story import Scene, StoryIndex, build_story
from geo.claims.travel import find_travel
from geo.contracts import Article, Claim, Dimension, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.claims.draft import ClaimDraft
    from geo.contracts import Geocode, Itinerary, Toponym


# Characters; a sentence of a newspaper has 130 on average and under 1,000 at most.
_LONGEST_SENTENCE = 1_000


def find_claims(
    article: Article,
    toponyms: Sequence[Toponym],
    geocodes: Sequence[Geocode],
    itineraries: Sequence[Itinerary],
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Find the lengths, durations and speeds that say something about places or journeys.

    A figure that is clearly a distance, but whose subject the text does not tell, is kept with an
    empty subject and is reported as a problem too.
    """
    story = build_story(article, toponyms, geocodes, itineraries)
    drafts = [
        draft
        for index, sentence in enumerate(article.sentences)
        for piece in _pieces(sentence)
        if (amounts := find_amounts(piece.text, piece.start))
        for draft in _drafts(Scene(story=story, index=index, sentence=piece, amounts=amounts))
    ]
    drafts.sort(key=lambda draft: (draft.amount.start, draft.start))
    claims = tuple(_claim(story, draft, number) for number, draft in enumerate(drafts, start=1))
    return claims, tuple(_problem(claim) for claim in claims if _is_loose(claim))


def _pieces(sentence: Span) -> Iterator[Span]:
    """Cut a text without full stops at blanks, so that no figure is searched around for ever."""
    start, text = 0, sentence.text
    while len(text) - start > _LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = blank if blank > start else start + _LONGEST_SENTENCE
        yield Span(start=sentence.start + start, end=sentence.start + end, text=text[start:end])
        start = end
    yield Span(start=sentence.start + start, end=sentence.end, text=text[start:])


def _drafts(scene: Scene) -> list[ClaimDraft]:
    """Read the lengths of a sentence first: they tell which journey its other figures mean."""
    lengths = [one for one in scene.amounts if one.quantity.dimension is Dimension.LENGTH]
    others = [one for one in scene.amounts if one.quantity.dimension is not Dimension.LENGTH]
    found = [find_separation(scene, one) or find_travel(scene, one) for one in lengths]
    found += [find_travel(scene, one) for one in others]
    return [draft for draft in found if draft is not None]


def _claim(story: StoryIndex, draft: ClaimDraft, number: int) -> Claim:
    return Claim(
        id=f"c{number}",
        kind=draft.kind,
        subject=draft.subject,
        quantity=draft.amount.quantity,
        span=story.article.span(draft.start, draft.end),
        also=draft.amount.also,
        way=draft.way,
        bearing_deg=draft.bearing_deg,
    )


def _is_loose(claim: Claim) -> bool:
    return not claim.subject.toponym_ids and not claim.subject.leg_id


def _problem(claim: Claim) -> Problem:
    return Problem(
        stage="claims",
        code="no-subject",
        message=f"“{claim.span.text}” cannot be checked. {claim.subject.reason}",
        span=claim.span,
    )
