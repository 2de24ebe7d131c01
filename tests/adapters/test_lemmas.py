"""Lemmas that the model cuts short are mended; those that are words stay as they are."""

from __future__ import annotations

import pytest

from geo.adapters.grammar.lemmas import mended
from tests.adapters.test_grammar import parse


@pytest.mark.parametrize(
    ("word", "fine", "made", "lemma"),
    [
        ("flown", "VBN", "flo", "fly"),
        ("swam", "VBD", "sw", "swim"),
        ("companies", "NNS", "companie", "company"),
        ("cancelled", "VBN", "cancell", "cancel"),
        ("hired", "VBN", "hir", "hire"),
        ("reaches", "VBZ", "reache", "reach"),
        ("closer", "JJR", "cloy", "close"),
        ("committed", "VBN", "committed", "commit"),
        ("re-opened", "VBD", "re-opene", "re-open"),
        ("oarsmen", "NNS", "oarsme", "oarsman"),
        # never inflected, and cut all the same
        ("hit", "VBD", "h", "hit"),
        ("reindeer", "NNS", "reindee", "reindeer"),
    ],
)
def test_what_is_no_lemma_of_the_word_is_mended(
    word: str, fine: str, made: str, lemma: str
) -> None:
    assert mended(word, fine, made) == lemma


@pytest.mark.parametrize(
    ("word", "fine", "made"),
    [
        ("leaves", "NNS", "leaf"),
        ("leaves", "NNS", "leave"),
        ("troops", "NNS", "troops"),
        ("further", "JJR", "further"),
        ("people", "NNS", "person"),
        ("being", "VBG", "be"),
        ("'s", "VBZ", "have"),
        ("trekkers", "NNS", "trekker"),
        ("flown", "JJ", "flown"),
        ("Odesa", "NNP", "Odesa"),
        ("-", "NNS", "-"),
        ("x-ed", "VBD", "y"),
    ],
)
def test_what_the_treebanks_say_stays(word: str, fine: str, made: str) -> None:
    assert mended(word, fine, made) == made


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The patient was flown to a clinic in Graz.", "flown", "fly"),
        ("They slept at the station and rode home at dawn.", "slept", "sleep"),
        ("Two of the families were carried across by lorries.", "lorries", "lorry"),
        ("The airline has cancelled its largest route.", "cancelled", "cancel"),
        ("She swam ashore and thanked the fishermen.", "fishermen", "fisherman"),
    ],
)
def test_the_model_gives_lemmas_that_are_words(text: str, word: str, lemma: str) -> None:
    assert {token.lower: token.lemma for token in parse(text).tokens}[word] == lemma
