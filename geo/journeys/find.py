"""An article with placed names goes in, its journeys and what could not be told come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Problem
from geo.contracts.scene import scenes
from geo.journeys.choosing import choose
from geo.journeys.modes import note_modes
from geo.journeys.sentence.whereabouts import Spot
from geo.journeys.starting import doubtful_starts
from geo.journeys.story.arrivals import add_arrivals
from geo.journeys.story.broken_off import without_broken_off
from geo.journeys.story.draft import Located
from geo.journeys.story.drafts import gather
from geo.journeys.story.legs import make_itinerary
from geo.journeys.story.mentions import find_mentions
from geo.journeys.story.repeats import add_repeats
from geo.journeys.story.retold import fold_retold
from geo.journeys.story.standpoint import add_standpoints
from geo.journeys.story.starts import add_starts
from geo.journeys.story.undone import call_off_undone
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Article, Document, Geocode, Itinerary, Place, Toponym
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """Journeys as far as grammar and rules go, and what they rest on."""

    drafts: list[JourneyDraft]
    mentions: list[MotionMention]
    scenes: list[Scene]
    places: Mapping[str, Place]


def find_journeys(
    article: Article,
    document: Document,
    toponyms: tuple[Toponym, ...],
    geocodes: tuple[Geocode, ...],
) -> tuple[tuple[Itinerary, ...], tuple[Problem, ...]]:
    """Find who travels, from where, by way of what, to where, by what, when, and how sure it is.

    Mentions of one journey all over the story are put together; a more exact place takes the
    place of one that holds it. An end that the article does not name, or whose place is only
    guessed, stays unknown. In a sentence
    without grammar no journey is found; where no sentence has one, a `Problem` says so.
    """
    if not document.is_parsed:
        return (), tuple(_not_tried(document))
    drafted = draft_journeys(article, document, toponyms, geocodes)
    likely, doubtful = choose(drafted.drafts, len(document.sentences))
    told = [*map(_doubted, doubtful), *_take_back_starts(likely, drafted, len(document.sentences))]
    note_modes(likely, drafted.scenes, len(document.sentences))
    itineraries = tuple(
        make_itinerary(draft, number, drafted.places, article.published)
        for number, draft in enumerate(likely, start=1)
    )
    return itineraries, (*_unplaced(drafted.mentions, drafted.places), *told)


def draft_journeys(
    article: Article,
    document: Document,
    toponyms: tuple[Toponym, ...],
    geocodes: tuple[Geocode, ...],
) -> Drafted:
    """Find the journeys of a story as far as grammar and rules go."""
    places = {one.toponym_id: one.place for one in geocodes if one.place and not one.is_guess}
    told = [one for one in scenes(article, document, toponyms) if one.sentence.is_parsed]
    mentions = find_mentions(told, document.referents, places)
    drafts = gather(mentions, places, article.published)
    add_repeats(drafts)
    dateline = _dateline(told, places)
    add_arrivals(drafts, dateline, places)
    add_starts(drafts, mentions, places)
    add_standpoints(drafts, told, mentions, places, dateline)
    add_repeats(drafts)  # with the starts that the story implies
    call_off_undone(drafts, told)
    drafts = fold_retold([draft for draft in drafts if draft.ends], article.published)
    drafts = without_broken_off(drafts)
    return Drafted(drafts=drafts, mentions=mentions, scenes=told, places=places)


def _not_tried(document: Document) -> Iterator[Problem]:
    """Say that a text was read without grammar, where it holds words at all."""
    if any(sentence.tokens for sentence in document.sentences):
        yield Problem(
            stage="journeys",
            code="no-grammar",
            message="Journeys were not looked for, because the text was read without grammar.",
        )


def _dateline(told: list[Scene], places: Mapping[str, Place]) -> Located | None:
    """Find the place of the dateline: its words have no grammar."""
    for scene in told:
        for index in range(scene.dateline):
            toponym = scene.place(index)
            if toponym is not None and toponym.id in places:
                first, last = scene.words_of(toponym)
                spot = Spot(toponym=toponym, first=first, last=last)
                place = places[toponym.id]
                return Located(spot=spot, first=first, place=place, scene=scene)
    return None


def _doubted(draft: JourneyDraft) -> Problem:
    first = draft.mentions[0]
    span = first.scene.span(first.trigger.first, first.trigger.last)
    ends = " and ".join(repr(end.spot.toponym.span.text) for end in draft.ends.values())
    return Problem(
        stage="journeys",
        code="doubtful-journey",
        message=(
            f"{span.text!r} may tell of a journey with {ends} as its end, but what the story says "
            "of it speaks more against one than for it, so none is shown."
        ),
        span=span,
    )


def _take_back_starts(
    likely: list[JourneyDraft], drafted: Drafted, sentences: int
) -> Iterator[Problem]:
    """Leave a journey without a start where the one that the story implies is doubtful."""
    found = doubtful_starts(drafted.drafts, drafted.scenes, drafted.places, sentences)
    unsure = {id(one) for one in found}
    for draft in (one for one in likely if id(one) in unsure):
        start, first = draft.ends.pop(Role.ORIGIN), draft.mentions[0]
        yield Problem(
            stage="journeys",
            code="doubtful-start",
            message=(
                f"A journey may start at {start.place.name!r} ({start.why}), but what the story "
                "says speaks more against it than for it, so no start is shown."
            ),
            span=first.scene.span(first.trigger.first, first.trigger.last),
        )


def _unplaced(mentions: list[MotionMention], places: Mapping[str, Place]) -> Iterator[Problem]:
    seen: set[str] = set()
    for mention in mentions:
        for reach in mention.reaches:
            toponym = reach.toponym
            if toponym.id in places or toponym.id in seen:
                continue
            seen.add(toponym.id)
            yield Problem(
                stage="journeys",
                code="end-not-placed",
                message=(
                    f"A journey has {toponym.span.text!r} as its {reach.role.value}, but that name "
                    "could not be placed for sure, so no way is drawn there."
                ),
                span=toponym.span,
            )
