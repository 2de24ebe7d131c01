from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Block, BlockKind, Source, Span
from geo.pipeline import Services, analyse
from geo.read import read_text
from geo.read.lookalikes import as_it_looks
from geo.settings import Settings


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Mоscow", "Moscow"),  # Cyrillic o
        ("Сairo", "Cairo"),  # Cyrillic S
        ("Αthens", "Athens"),  # Greek Alpha
        ("РАRIS", "PARIS"),
    ],
)
def test_a_name_of_mixed_letters_is_read_as_it_looks(written: str, read: str) -> None:
    article, problems = read_text(Source(text=f"A train left {written} on Monday."), Settings())
    assert article.text == f"A train left {read} on Monday."
    (problem,) = problems
    assert f"“{read}”" in problem.message
    assert "letter" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "A train left Москва on Monday.",
        "A wave of 500 μm and a wire of 3 kΩ.",
        "The αTocopherol in it.",
        "The city of Łódź, and Αθήνα.",
        "The Жuk van is no name in our letters.",
    ],
)
def test_other_alphabets_by_themselves_are_left_alone(text: str) -> None:
    assert as_it_looks(Source(text=text)) == (Source(text=text), ())


def test_such_a_name_is_placed_and_marked(services: Services) -> None:
    text = "A bus left Vilnius for Мinsk in Belarus on Monday, the driver said."
    analysis = analyse(Source(text=text), services)
    placed = {g.place.name for g in analysis.geocodes if g.place}
    assert "Minsk" in placed
    assert any(problem.code == "mixed-letters" for problem in analysis.problems)


@given(st.text(alphabet="Mоsсow АВ\n.Ω", max_size=60))
def test_every_character_keeps_its_place(text: str) -> None:
    block = Block(kind=BlockKind.BODY, span=Span(start=0, end=len(text), text=text))
    source, _ = as_it_looks(Source(text=text, blocks=(block,)))
    assert len(source.text) == len(text)
    assert source.blocks[0].span.text == source.text
