"""What a common noun names, as WordNet counts its senses."""

from __future__ import annotations

import pytest

from geo.lexicon.names import dictionary, noun_kinds, senders

SHOWN = [
    ("dentist", "person"),
    ("platoon", "group"),
    ("catamaran", "vehicle"),
    ("museum", "place"),
    ("spaniel", "animal"),
    ("falcon", "bird"),
    ("dolphin", "fish"),
]


@pytest.mark.parametrize(("noun", "kind"), SHOWN)
def test_a_noun_is_of_the_kind_that_most_of_its_senses_are(noun: str, kind: str) -> None:
    assert noun_kinds()[noun] == kind


def test_nouns_are_words_of_the_dictionary_and_of_known_kinds() -> None:
    assert all(noun in dictionary() for noun in noun_kinds())
    kinds = {"person", "group", "vehicle", "place", "bird", "fish", "animal"}
    assert set(noun_kinds().values()) == kinds
    assert {"library", "company"} <= senders()
    assert "librarian" not in senders()
