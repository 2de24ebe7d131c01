"""An article with placed names goes in, its journeys and what could not be told come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Problem
from geo.journeys.chains import link
from geo.journeys.drafts import gather
from geo.journeys.items import sentences
from geo.journeys.legs import Maker
from geo.journeys.mentions import find_mentions
from geo.journeys.people import find_people

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Article, Geocode, Itinerary, Place, Toponym
    from geo.journeys.items import Sentence
    from geo.journeys.mentions import MotionMention
    from geo.journeys.people import People

_NEAR = 2  # sentences over which a pronoun may point back


def find_journeys(
    article: Article, toponyms: tuple[Toponym, ...], geocodes: tuple[Geocode, ...]
) -> tuple[tuple[Itinerary, ...], tuple[Problem, ...]]:
    """Find who travels, from where, by way of what, to where, by what, when, and how sure it is.

    Mentions of one journey all over the story are put together; a more exact place takes the
    place of one that holds it. An end that the article does not name stays unknown.
    """
    places = {geocode.toponym_id: geocode.place for geocode in geocodes if geocode.place}
    told = list(sentences(article, toponyms))
    people = find_people(told)
    mentions = _mentions(told, people, article.text)
    drafts = gather(mentions, places, article.published)
    maker = Maker(article=article, places=places)
    itineraries = tuple(
        maker.itinerary(draft, number) for number, draft in enumerate(drafts, start=1)
    )
    return link(drafts, itineraries), tuple(_unplaced(mentions, places))


def _mentions(told: list[Sentence], people: People, text: str) -> list[MotionMention]:
    """Read all sentences in order; who moved in one may be "he" or "they" in the next ones."""
    found: list[MotionMention] = []
    for sentence in told:
        near = found and sentence.index - found[-1].sentence.index <= _NEAR
        last = found[-1].traveller if near else None
        found += find_mentions(sentence, people, text, last)
    return found


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
                    "could not be placed, so this end is not on the map."
                ),
                span=toponym.span,
            )
