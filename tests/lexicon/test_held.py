"""Which words a text has is told by bits just as by looking for each of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geo.lexicon.held import WordBits

WORDS = st.sets(st.text(alphabet="abc", min_size=2, max_size=4), max_size=6)
TEXTS = st.text(alphabet="abc éK1-", max_size=20)


@given(WORDS, WORDS, TEXTS)
def test_a_text_has_the_words_that_stand_in_it(first: set[str], later: set[str], text: str) -> None:
    words = WordBits()
    for asked in (first, later):  # more may come when texts have been read
        bits = words.of(asked)
        assert bool(bits & words.held(text)) == any(word in text for word in asked)
    assert bool(words.of(first) & words.held(text)) == any(word in text for word in first)


def test_every_word_has_a_bit_of_its_own() -> None:
    words = WordBits()

    bits = [words.of([word]) for word in ("near", "far", "near", "nearest")]

    assert bits == [1, 2, 1, 4]
    assert words.held("the nearest one") == 5
