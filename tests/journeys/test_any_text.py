"""Whatever the text: no error, and evidence in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.journeys import find_journeys
from tests.journeys.sentences import FALSE_FRIENDS, JOURNEYS
from tests.journeys.story import story

if TYPE_CHECKING:
    from geo.contracts import Evidence, Span

WORDS = sorted(
    {
        word
        for sentence in (*JOURNEYS, *FALSE_FRIENDS)
        for word in sentence.replace("]]", "]] ").split()
        if "[[" not in word and "]]" not in word
    }
)
PLACES = ["[[Lima]]", "[[*Moscow]]", "[[~Russian|Russia]]", "[[Atlantis]]", "[[the border|border]]"]
PIECES = [*WORDS, *PLACES * 20]

MIXED = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
ANY = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="[]|"), max_size=300
)


def check(marked: str) -> None:
    told = story(marked)
    itineraries, problems = find_journeys(told.article, told.document, told.toponyms, told.geocodes)
    spans = [problem.span for problem in problems]
    for itinerary in itineraries:
        for leg in itinerary.legs:
            assert leg.origin or leg.destination or leg.via
            ends = [end for end in (leg.origin, leg.destination, *leg.via) if end]
            evidence: list[Evidence] = [*leg.evidence, *(e for end in ends for e in end.evidence)]
            spans += [part.span for part in evidence]
            spans += [when.span for when in (leg.departed, leg.arrived) if when]
            spans.append(leg.stop)
    known: list[Span] = [span for span in spans if span is not None]
    for span in known:
        assert told.article.text[span.start : span.end] == span.text != ""


@given(MIXED)
@settings(deadline=None, max_examples=300)
def test_words_of_the_tables_in_any_order(marked: str) -> None:
    check(marked)


@given(ANY)
@settings(deadline=None, max_examples=100)
def test_any_characters(marked: str) -> None:
    check(marked)
