"""The small parts: places inside places, toponyms that overlap, stops, missing tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.contracts import Sense, Span, Toponym, ToponymKind
from geo.contracts.scene import scenes
from geo.journeys import find_journeys
from geo.journeys.sentence.places import Relation, relate
from geo.journeys.story.draft import FIRST, RECENT, JourneyDraft
from geo.journeys.story.fitting import may_hold
from geo.journeys.story.mentions import find_mentions
from geo.text import make_document
from tests.journeys.story import PLACES, story

REGION = replace(
    PLACES["Lima"], feature_id="region", feature_class="A", feature_code="ADM1", admin1="15"
)
TOWN = replace(PLACES["Callao"], admin1="15")


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (PLACES["Peru"], PLACES["Lima"], Relation.INSIDE),
        (PLACES["Lima"], PLACES["Peru"], Relation.AROUND),
        (PLACES["Lima"], PLACES["Lima"], Relation.SAME),
        (PLACES["Lima"], PLACES["Callao"], Relation.APART),
        (PLACES["Peru"], PLACES["Chile"], Relation.APART),
        (REGION, TOWN, Relation.INSIDE),
        (REGION, PLACES["Piura"], Relation.APART),
        (PLACES["Peru"], REGION, Relation.INSIDE),
        (PLACES["Europe"], PLACES["Paris"], Relation.INSIDE),
        (PLACES["Europe"], PLACES["Lima"], Relation.APART),
    ],
)
def test_how_places_lie(first: object, second: object, relation: Relation) -> None:
    assert relate(first, second) is relation  # type: ignore[arg-type]


def _toponym(name: str, start: int, text: str) -> Toponym:
    return Toponym(
        id=name,
        span=Span(start=start, end=start + len(text), text=text),
        kind=ToponymKind.NAME,
        sense=Sense.LITERAL,
        name=text,
    )


def test_of_toponyms_that_overlap_the_longest_stays() -> None:
    told = story("They left New South Wales.")
    short = _toponym("t1", 10, "New South")
    long = _toponym("t2", 14, "South Wales. "[:11])
    beyond = _toponym("t3", 20, "Wales. And more")
    empty = _toponym("t4", 5, "")
    (scene,) = scenes(told.article, told.document, (short, long, beyond, empty))
    assert {toponym.id for toponym in scene.toponyms.values()} == {"t2"}
    assert scene.words_of(long) == (3, 4)
    before = _toponym("t0", 0, "They")
    article = replace(told.article, sentences=(told.article.span(5, 26),))
    (scene,) = scenes(article, make_document(article)[0], (before, short))
    assert {toponym.id for toponym in scene.toponyms.values()} == {"t1"}


@pytest.mark.parametrize(
    ("words", "stop"),
    [
        ("with a long stop at [[the border|border]]", "a long stop at the border"),
        ("with a two-hour halt in the town of [[Arica]]", "a two-hour halt in the town of Arica"),
        ("with a short stop at the border", "a short stop at the border"),
        ("with a stop in silence", None),
        ("and will not stop at all", None),
        ("with a stop", None),
        ("without stop in [[Arica]]", None),
        ("with a stop at – [[Arica]]", None),
    ],
)
def test_stops_on_the_way(words: str, stop: str | None) -> None:
    told = story(f"The bus left [[Lima]] for [[Valparaíso]] {words}.")
    itineraries, _ = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    leg = itineraries[0].legs[0]
    assert (leg.stop.text if leg.stop else None) == stop
    assert bool(leg.via) == (stop is not None and "[[" in words)


def test_a_trip_told_thousands_of_times_is_compared_with_a_few_mentions() -> None:
    told = story("Twelve nurses flew from [[Lima]] to [[Paris]] on Monday.")
    spots = scenes(told.article, told.document, told.toponyms)
    places = {one.toponym_id: one.place for one in told.geocodes if one.place}
    (mention,) = find_mentions(list(spots), told.document.referents, places)
    later = replace(mention, is_whole=False)
    draft = JourneyDraft(mentions=[*[mention] * 5_000, later])

    assert len(draft.compared) == FIRST + RECENT
    assert draft.compared[-1] is later
    assert may_hold(draft, mention, None)
    assert JourneyDraft(mentions=[mention] * RECENT).compared == [mention] * RECENT
