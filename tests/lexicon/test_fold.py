"""A folded text is searched as the text itself is in any case."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.lexicon.fold import folded, folded_pattern, folded_source

_LETTERS = "aAkKsSiIıİſK\u212aéÉßẞ 3km.\ue000"


@given(st.text(alphabet=_LETTERS))
def test_a_folded_text_is_as_long_and_holds_the_same_words(text: str) -> None:
    plain = folded(text)

    assert len(plain) == len(text)
    for pattern in (r"\bKm\b", r"[a-z]{2,}", r"is(?!k)", r"(?P<one>S|ka)A", r"\Sk\W"):
        quick = folded_pattern(pattern)
        assert quick is not None
        whole = [one.span() for one in re.finditer(pattern, text, re.IGNORECASE)]
        assert [one.span() for one in quick.finditer(plain)] == whole


def test_only_letters_to_be_found_are_folded() -> None:
    assert folded_source(r"(?P<Name>GMT\B\D)(?P=Name)|Utc") == r"(?P<Name>gmt\B\D)(?P=Name)|utc"


@pytest.mark.parametrize("pattern", ["(?-i:[A-Z])[a-z]+", "of (?-i:[A-ZÄ])"])
def test_a_pattern_that_asks_for_capitals_is_not_folded(pattern: str) -> None:
    assert folded_pattern(pattern) is None
