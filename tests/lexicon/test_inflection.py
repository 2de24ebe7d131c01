"""Forms of words lead back to words of the dictionary, by rule or by the table."""

from __future__ import annotations

import pytest

from geo.lexicon.inflection import Form, bases, inflected, irregular
from geo.lexicon.names import dictionary


@pytest.mark.parametrize(
    ("form", "kind", "base"),
    [
        ("hoping", Form.ING, "hope"),
        ("hopping", Form.ING, "hop"),
        ("fired", Form.PAST, "fire"),
        ("carried", Form.PAST, "carry"),
        ("ferries", Form.THIRD, "ferry"),
        ("dying", Form.ING, "die"),
        ("fleeing", Form.ING, "flee"),
        ("travelled", Form.PAST, "travel"),
        ("traveled", Form.PAST, "travel"),
        ("bused", Form.PAST, "bus"),
        ("equipped", Form.PAST, "equip"),
        ("beaches", Form.PLURAL, "beach"),
        ("monarchs", Form.PLURAL, "monarch"),
        ("caches", Form.PLURAL, "cache"),
        ("quays", Form.PLURAL, "quay"),
        ("echoes", Form.PLURAL, "echo"),
        ("largest", Form.SUPERLATIVE, "large"),
        ("bigger", Form.COMPARATIVE, "big"),
    ],
)
def test_a_form_by_rule(form: str, kind: Form, base: str) -> None:
    assert bases(form, kind) == (base,)
    assert form in inflected(base, kind)


@pytest.mark.parametrize(
    ("form", "kind", "base"),
    [
        ("flown", Form.PAST, "fly"),
        ("withdrew", Form.PAST, "withdraw"),
        ("wolves", Form.PLURAL, "wolf"),
        ("crises", Form.PLURAL, "crisis"),
        ("worst", Form.SUPERLATIVE, "bad"),
        ("better", Form.COMPARATIVE_ADVERB, "well"),
        ("helmsmen", Form.PLURAL, "helmsman"),
        ("countrywomen", Form.PLURAL, "countrywoman"),
    ],
)
def test_a_form_of_the_table_or_one_that_ends_in_it(form: str, kind: Form, base: str) -> None:
    assert bases(form, kind)[0] == base


def test_a_form_may_have_two_bases() -> None:
    assert bases("leaves", Form.PLURAL) == ("leaf", "leave")
    assert bases("leaves", Form.THIRD) == ("leave",)


@pytest.mark.parametrize("word", ["hit", "qwrtyed", "ed", "s", ""])
def test_what_is_no_form_has_no_base(word: str) -> None:
    assert bases(word, Form.PAST) == ()


def test_the_table_holds_what_no_rule_makes_of_words_of_the_dictionary() -> None:
    assert len(irregular()) > 700
    for (form, sort), base in irregular().items():
        assert form in dictionary()
        assert base in dictionary()
        assert all(form not in inflected(base, kind) for kind in Form if kind.sort == sort)
