"""Text is cut into words as English treebanks do, and every word stands where its span says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Sentence, Span
from geo.text.document import cut_sentence

CASES = {
    "Odesa's port": ["Odesa", "'s", "port"],
    "the crews’ ship": ["the", "crews", "’", "ship"],
    "They didn't, can’t and won't.": [
        *("They", "did", "n't", ",", "ca", "n’t", "and", "wo", "n't", ".")
    ],
    "I cannot go": ["I", "can", "not", "go"],
    "He's here; they'll go": ["He", "'s", "here", ";", "they", "'ll", "go"],
    "O'Brien's house": ["O'Brien", "'s", "house"],
    "a well-known co-founder": ["a", "well", "-", "known", "co-founder"],
    "the Iran-Iraq border": ["the", "Iran", "-", "Iraq", "border"],
    "in the U.S. on Sept. 3": ["in", "the", "U.S.", "on", "Sept.", "3"],
    "Mr. J. Smith left the U.S.": ["Mr.", "J.", "Smith", "left", "the", "U.S."],
    "He said No.": ["He", "said", "No", "."],
    "3,000.50 km, 5%": ["3,000.50", "km", ",", "5", "%"],
    "40km at 5pm": ["40", "km", "at", "5", "pm"],
    "the 20th of the 1970s": ["the", "20th", "of", "the", "1970s"],
    "$5, US$6": ["$", "5", ",", "US$", "6"],
    "Wait... what?! No—yes": ["Wait", "...", "what", "?!", "No", "—", "yes"],
    "“Yes,” (he said)": ["“", "Yes", ",", "”", "(", "he", "said", ")"],
    "see https://a.org/b.": ["see", "https://a.org/b", "."],
    "mail a.b@c.org, Amazon.com!": ["mail", "a.b@c.org", ",", "Amazon.com", "!"],
    "AT&T and/or me": ["AT&T", "and", "/", "or", "me"],
    "see Plan_2.pdf, .doc and map-1.JPG.": [
        *("see", "Plan_2.pdf", ",", ".doc", "and", "map-1.JPG", ".")
    ],
    "write to mailto:a@b.org or Bo@LAKE": ["write", "to", "mailto:a@b.org", "or", "Bo@LAKE"],
    "@lakewire and #flood": ["@lakewire", "and", "#flood"],
    "the 80's, the 1930’s": ["the", "80's", ",", "the", "1930’s"],
    "call 1-800-555-0100": ["call", "1-800-555-0100"],
    "batting .265, [13,14]": ["batting", ".265", ",", "[", "13", ",", "14", "]"],
    "1,00,000 of 2,500": ["1,00,000", "of", "2,500"],
    "a king (c. 1230)": ["a", "king", "(", "c.", "1230", ")"],
    "tea, milk, etc.": ["tea", ",", "milk", ",", "etc", "."],
    "tea, etc., and": ["tea", ",", "etc.", ",", "and"],
    "<<File>> $$$ A++ ‘’so’’": ["<<", "File", ">>", "$$$", "A", "++", "‘’", "so", "’’"],
    "you cant, theyre here b/c Yahoo!": [
        *("you", "ca", "nt", ",", "they", "re", "here", "b/c", "Yahoo!")
    ],
    "in soc.travel.asia": ["in", "soc.travel.asia"],
    "Zürich, Płock": ["Zürich", ",", "Płock"],
}


def cut(text: str, start: int = 0) -> Sentence:
    return cut_sentence(Span(start=start, end=start + len(text), text=text))


@pytest.mark.parametrize("text", CASES)
def test_words_are_those_of_the_treebanks(text: str) -> None:
    assert [token.span.text for token in cut(text).tokens] == CASES[text]


def test_apostrophes_are_made_plain_in_small_letters() -> None:
    assert [token.lower for token in cut("Odesa’s").tokens] == ["odesa", "'s"]


@given(st.text(max_size=80), st.integers(0, 1000))
def test_every_character_is_in_one_word_where_it_stands(text: str, start: int) -> None:
    sentence = cut(text, start)
    at = 0
    for token in sentence.tokens:
        here = slice(token.span.start - start, token.span.end - start)
        assert token.span.text == text[here] != ""
        assert not text[at : here.start].strip()
        at = here.stop
    assert not text[at:].strip()


@given(st.lists(st.sampled_from([*"'’-.&@/:$ ", "n't", "3", "km", "é", "中", "a"]), max_size=60))
def test_no_mixture_of_signs_loses_a_character(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(token.span.text for token in cut(text).tokens) == "".join(text.split())
