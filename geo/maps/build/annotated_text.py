"""The words of the article, each run of them with what it is evidence for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geo.maps.spec.model import Paragraph, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.contracts import Analysis, Block, Span
    from geo.maps.spec.model import ClaimCard, MapJourney, MapPlace, MapRoute


def paragraphs(
    analysis: Analysis,
    places: Sequence[MapPlace],
    journeys: Sequence[MapJourney | MapRoute],
    cards: Sequence[ClaimCard],
) -> tuple[Paragraph, ...]:
    """Cut the story's blocks where marks begin and end; a segment names all that lie over it."""
    marks = [
        *_marks(((t.id, t.span) for t in analysis.toponyms), places),
        *_marks(
            (
                (leg.id, item.span)
                for leg in analysis.legs
                for item in leg.evidence
                if item.span is not None
            ),
            journeys,
        ),
        *_marks(((claim.id, claim.span) for claim in analysis.claims), cards),
    ]
    return tuple(
        Paragraph(kind=block.kind.value, segments=tuple(_segments(analysis, block, marks)))
        for block in analysis.article.blocks
        if block.is_story
    )


def _marks(
    spans: Iterable[tuple[str, Span]],
    things: Sequence[MapPlace | MapJourney | MapRoute | ClaimCard],
) -> list[tuple[int, int, str]]:
    shown: dict[str, list[str]] = {}
    for thing in things:
        for ref in thing.refs:
            shown.setdefault(ref, []).append(thing.id)
    return [(span.start, span.end, name) for ref, span in spans for name in shown.get(ref, ())]


def _segments(
    analysis: Analysis, block: Block, marks: Sequence[tuple[int, int, str]]
) -> Iterable[Segment]:
    start, end = block.span.start, block.span.end
    here = [mark for mark in marks if mark[0] < end and mark[1] > start]
    cuts = {start, end}
    for low, high, _ in here:
        cuts.update((max(start, low), min(end, high)))
    for low, high in pairwise(sorted(cuts)):
        targets = dict.fromkeys(name for first, last, name in here if first <= low and high <= last)
        yield Segment(text=analysis.article.text[low:high], targets=tuple(targets))
