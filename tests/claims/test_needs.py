"""What a pattern needs is told before it is compiled, and never hides what it would have found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claims.types.needs import Needs, glance, needs_of
from tests.claims.test_rows import ROWS, marked

if TYPE_CHECKING:
    from geo.claims.types.row import Row

# Of what the tables' patterns are made.
PIECES = (
    "ab", "kis", "in", " ", "x", "(?:in|kis)", "(?:ab|x?)", "(?:kis)?", "ks?", "(?!in)",
    "(?<!x)", r"(?:in\sx|s\sab)", "(ab|in)", "[a-c]",
    "[^x]{2,3}", "(?:ab ){0,2}", r"\d{1,3}", "in{1,2}", "|",
)  # fmt: skip
TEXTS = st.text(alphabet="abinksxİıſK 1\ue000", max_size=12)


@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join), TEXTS)
def test_what_a_pattern_finds_has_what_it_needs(pattern: str, text: str) -> None:
    if re.search(pattern, text, re.IGNORECASE):
        assert needs_of(pattern).met_by(*glance(text))


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("<a> borders <b>", Needs(2, (frozenset({"borders"}),))),
        ("<a>(?: and <b>)? abuts? <c:dem>", Needs(2, (frozenset({"abut"}),))),
        ("(?:<a> near|<b> off <c>)", Needs(1, (frozenset({"near", "off"}),))),
        ("<a> is (?:far|\\d)", Needs(1, (frozenset({"is"}),))),
        ("<n> (?:miles )?(?!of <b>)", Needs()),
        ("<all:list> (?x)", Needs()),
    ],
)
def test_needs_are_read_off_a_pattern(pattern: str, needs: Needs) -> None:
    assert needs_of(pattern) == needs


@pytest.mark.parametrize("row", ROWS)
def test_no_row_hides_what_its_pattern_finds(row: Row) -> None:
    for example in (*row.finds, *row.misses):
        for text in (example, example.upper(), example.replace("i", "ı").replace("s", "ſ")):
            made = marked(text)
            compiled = row.compiled.finditer(made.text)
            found = list(row.matches(made))
            assert [one.span() for one in found] == [one.span() for one in compiled]


def test_most_rows_need_two_places_or_a_word() -> None:
    rows = [cast("Row", one.values[0]) for one in ROWS]
    choosy = [row for row in rows if row.needs.places > 1 or row.needs.words]

    assert len(choosy) > 0.9 * len(rows)
