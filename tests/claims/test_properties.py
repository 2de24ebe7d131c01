from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.text.quantities import find_amounts
from tests.claims.build import Trip, tell

_PIECES = st.sampled_from(
    [
        "80", "1,300", "two", "a", "half", "hundreds", "of", "and", "-", "–", "to", "between",
        "km", "miles", "hours", "min", "h", "km/h", "knots", "per", "hour", "about", "within",
        "(", ")", "/", "from", "north", "Kyiv", "the", "journey", "takes", "$", ".", ",", "’s",
        "½", "1/0", "m", "M", "\u00a0", "Mile", "End", "apart", "a week", "ago",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(_PIECES, max_size=40).map(" ".join),
    st.lists(_PIECES, max_size=40).map("".join),
)


@given(_TEXTS)
@settings(max_examples=400, deadline=None)
def test_any_text_gives_amounts_whose_intervals_hold_their_values(text: str) -> None:
    last = 0
    for amount in find_amounts(text, 0):
        assert last <= amount.start < amount.end <= len(text)
        last = amount.end
        for quantity in (amount.quantity, *amount.also):
            assert 0 <= quantity.low_si <= quantity.value_si * (1 + 1e-9)
            assert quantity.value_si <= quantity.high_si * (1 + 1e-9)
            assert text[quantity.span.start : quantity.span.end] == quantity.span.text


@given(_TEXTS.map(lambda text: text.replace("[", "").replace("\n", " ")))
@settings(max_examples=200, deadline=None)
def test_any_text_beside_a_journey_gives_claims_that_quote_it_and_can_be_judged(text: str) -> None:
    told = tell(f"[Lviv] {text} [Kyiv] {text}.", Trip(origin="Lviv", destination="Kyiv"))
    claims = told.claims()
    checks = told.checks()

    assert [claim.id for claim in claims] == [f"c{number + 1}" for number in range(len(claims))]
    assert [check.claim_id for check in checks] == [claim.id for claim in claims]
    for claim, check in zip(claims, checks, strict=True):
        whole = told.article.text
        assert whole[claim.span.start : claim.span.end] == claim.span.text
        assert check.reason


@given(st.integers(1, 9_999), st.sampled_from(["km", "miles", "m", "nautical miles"]))
def test_a_figure_scales_with_its_unit(number: int, unit: str) -> None:
    (one,) = find_amounts(f"It lies {number} {unit} away.", 0)
    (grouped,) = find_amounts(f"It lies {number:,} {unit} away.", 0)

    assert one.quantity.value == number
    assert grouped.quantity.value_si == one.quantity.value_si
    assert one.quantity.high_si / one.quantity.value_si == (
        grouped.quantity.high_si / grouped.quantity.value_si
    )


@pytest.mark.parametrize(
    "unit", ["5 hours ", "(5 km) ", "7 km, ", "123456789", "1,234,567,", "5-5-5-"]
)
def test_what_stands_as_close_as_in_a_table_is_not_read_and_that_is_said(unit: str) -> None:
    told = tell(unit * 5_000)
    claims, problems = told.found()

    assert claims == ()
    assert [problem.code for problem in problems] == ["table"]


def test_no_more_figures_are_read_than_any_story_has() -> None:
    claims, _ = tell("It is 5 km from [London] to [Paris]. " * 2_500).found()

    assert len(claims) <= 2_001


def test_the_same_distance_said_again_has_the_same_verdict() -> None:
    told = tell("[Oxford] is 80 km from [London]. [Oxford] is 80 km from [London].")
    first, second = told.checks()

    assert (first.claim_id, second.claim_id) == ("c1", "c2")
    assert (first.verdict, first.reason) == (second.verdict, second.reason)
