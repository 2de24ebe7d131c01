"""Whatever the text: spans are cut out of it, never overlap, and nothing raises."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.contracts import Article, Block, BlockKind, Span
from tests.named import places_named

if TYPE_CHECKING:
    from geo.pipeline import Services

PIECES = [
    "Paris", "Texas", "New York", "St. John’s", "the", "of", "border", "capital", "Russian",
    "North Korea", "U.S.", "Mr", "Jordan", "said", ", ", " — ", "-", "/", "’s", "\n", "\xa0",
    "\u200b", "(", "34", "between", "and", "River", "Lake", "Post", "—", "ITALY", "É", "\u0301",
]  # fmt: skip


def article(text: str) -> Article:
    span = Span(start=0, end=len(text), text=text)
    middle = len(text) // 2
    halves = (
        Span(start=0, end=middle, text=text[:middle]),
        Span(start=middle, end=len(text), text=text[middle:]),
    )
    return Article(
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        title="",
        text=text,
        blocks=(Block(kind=BlockKind.BODY, span=span),),
        sentences=tuple(half for half in halves if half.text),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(text=st.one_of(st.text(), st.lists(st.sampled_from([*PIECES, " "])).map(" ".join),
                      st.lists(st.sampled_from([*PIECES, " "])).map("".join)))  # fmt: skip
def test_spans_are_cut_from_the_text_and_never_overlap(text: str, services: Services) -> None:
    toponyms = places_named(article(text), services)
    for toponym in toponyms:
        assert text[toponym.span.start : toponym.span.end] == toponym.span.text
        assert toponym.span.text.strip()
        assert toponym.name or toponym.relation
    for one, other in pairwise(toponyms):
        assert one.span.end <= other.span.start
    assert places_named(article(text), services) == toponyms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A." * 20_000, 0),
        ("a\u0301" * 20_000, 0),
        ("Paris, " * 3_000, 3_000),
        ("New " * 5_000, 0),
        ("Mr " * 5_000, 0),
        ("-" * 50_000, 0),
        ("the border " * 3_000, 0),
    ],
)
def test_long_and_odd_texts_end_with_what_they_name(
    text: str, names: int, services: Services
) -> None:
    toponyms = places_named(article(text), services)
    assert [each.span.text for each in toponyms] == ["Paris"] * names


def test_a_name_may_run_over_a_line_end(services: Services) -> None:
    text = "They will meet in South\nKorea and New\nYork soon."
    span = Span(start=0, end=len(text), text=text)
    block = Block(kind=BlockKind.BODY, span=span)
    whole = Article(id="0", title="", text=text, blocks=(block,), sentences=(span,))
    toponyms = places_named(whole, services)
    assert [each.name for each in toponyms] == ["South Korea", "New York"]


def test_nothing_is_found_outside_the_sentences(services: Services) -> None:
    text = "Paris"
    block = Block(kind=BlockKind.RELATED, span=Span(start=0, end=5, text=text))
    whole = Article(id="0", title="", text=text, blocks=(block,), sentences=())
    assert places_named(whole, services) == ()
