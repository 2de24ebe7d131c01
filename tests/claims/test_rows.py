"""Every row of every claim type finds its examples and misses the others; the tables agree."""

from __future__ import annotations

import re
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.checks.types import CHECKERS
from geo.claims import find_claims, types
from geo.claims.story import PlacedMention, StoryIndex
from geo.claims.types import FINDERS
from geo.claims.types.fact import Reading
from geo.claims.types.marked import Marked, mark
from geo.contracts import (
    Article,
    ClaimKind,
    Place,
    Relation,
    RelationKind,
    Sense,
    Span,
    Toponym,
    ToponymKind,
)
from geo.text import make_document

if TYPE_CHECKING:
    from geo.claims.types.row import Row

_MARKS = re.compile(r"\[([^]]+)\]|<([^>]+)>|\{([^}]+)\}|\|([^|]+)\|")
_RELATIONS = {3: RelationKind.CAPITAL, 4: RelationKind.BORDER}


def is_type(module: object) -> bool:
    """Whether something in the folder is the module of a claim type."""
    return isinstance(module, ModuleType) and "ROWS" in vars(module)


ROWS = [
    pytest.param(row, id=f"{table.name}-{number}-{row.name}")
    for table in (vars(module)["ROWS"] for module in vars(types).values() if is_type(module))
    for number, row in enumerate(table.rows)
]
_OLD_KINDS = {ClaimKind.SEPARATION, ClaimKind.ROUTE_LENGTH, ClaimKind.DURATION, ClaimKind.SPEED}


def marked(example: str) -> Marked:
    """Mark the places of an example as its signs say."""
    text, mentions, at = "", [], 0
    for match in _MARKS.finditer(example):
        text += example[at : match.start()]
        group = next(number for number in range(1, 5) if match[number])
        span = Span(start=len(text), end=len(text) + len(match[group]), text=match[group])
        text, at = text + match[group], match.end()
        kind = {1: ToponymKind.NAME, 2: ToponymKind.DEMONYM}.get(group, ToponymKind.DESCRIPTION)
        relation = Relation(kind=_RELATIONS[group]) if group in _RELATIONS else None
        toponym = Toponym(
            id=f"t{len(mentions)}",
            span=span,
            kind=kind,
            sense=Sense.LITERAL,
            name=span.text,
            relation=relation,
        )
        mentions.append(PlacedMention(toponym=toponym, place=None))
    text += example[at:]
    return mark(Span(start=0, end=len(text), text=text), mentions)


@pytest.mark.parametrize("row", ROWS)
def test_a_row_finds_its_examples_and_misses_the_others(row: Row) -> None:
    assert row.finds
    assert row.misses
    for example in row.finds:
        assert list(row.matches(marked(example))), example
    for example in row.misses:
        assert not list(row.matches(marked(example))), example


def test_each_kind_without_a_distance_has_a_finder_and_a_check() -> None:
    assert set(FINDERS) == set(CHECKERS) == set(ClaimKind) - _OLD_KINDS


def test_signs_that_a_text_brings_along_are_no_places() -> None:
    text = "\ue000, the capital of \ue001"

    assert mark(Span(start=0, end=len(text), text=text), ()).text == " , the capital of  "


@given(st.text(alphabet="\ue000 ,.;0123456789kmhoursahead ofborders(capital)\n", max_size=300))
def test_any_text_is_read_and_quotes_lie_within_it(text: str) -> None:
    reading = reading_of(text)
    for finder in FINDERS.values():
        for found in finder(reading):
            assert 0 <= found.start < found.end <= len(text)


def reading_of(text: str) -> Reading:
    """Read a text without places as one sentence."""
    span = Span(start=0, end=len(text), text=text)
    article = Article(id="x", title="", text=text, blocks=(), sentences=(span,))
    document, _ = make_document(article, None)
    story = StoryIndex(article=article, document=document, mentions={}, told=())
    return Reading(marked=mark(span, ()), index=0, story=story)


def test_offsets_of_a_marked_text_are_those_of_the_article() -> None:
    place = Place(
        gazetteer="test", feature_id="1", name="Bern", lon=7.4, lat=46.9,
        feature_class="P", feature_code="PPLC",
    )  # fmt: skip
    text = "So Bern is old."
    toponym = Toponym(
        id="t1", span=Span(start=3, end=7, text="Bern"), kind=ToponymKind.NAME,
        sense=Sense.LITERAL, name="Bern",
    )  # fmt: skip
    made = mark(
        Span(start=0, end=len(text), text=text), [PlacedMention(toponym=toponym, place=place)]
    )
    match = re.search("[\ue000-\uf8ff] is", made.text)

    assert match is not None
    assert made.span(match) == (3, 10)
    assert len(made.text) == len(made.starts) == len(made.ends)


def test_a_text_of_more_figures_than_are_read_says_so() -> None:
    sentence = "They went on for 5 km. "
    text = sentence * 2_001
    starts = range(0, len(text), len(sentence))
    spans = tuple(Span(start=at, end=at + len(sentence), text=sentence) for at in starts)
    article = Article(id="x", title="", text=text, blocks=(), sentences=spans)
    document, _ = make_document(article, None)

    _, problems = find_claims(article, document, (), (), ())

    assert "too-many-figures" in {problem.code for problem in problems}
