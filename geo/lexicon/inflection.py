"""How words of English are inflected: by rule, or as `irregular_forms.tsv` lists them.

A form goes in with what it is a form of; the words of the dictionary that are inflected so come
out. Doubled letters after Quirk et al., "A comprehensive grammar of the English language" (1985),
sections 3.5 to 3.10.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from geo.lexicon.names import dictionary
from geo.lexicon.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_VOWEL = "[aeiouy]+"
# One vowel and one consonant at the end: "stop", "quit", "bus"; "w", "x" and "y" are not doubled.
_SHORT = re.compile(r"(?:^|[^aeiou]|qu)[aeiouy][^aeiouwxy]$")
_HISSES = re.compile(r"(?:s|x|z|sh)$")
_TAKES_E = re.compile(r"(?:s|x|z|sh|ch|o)$")  # "beaches" and "monarchs", "echoes" and "radios"
_FALLS = re.compile(r"[^aeiou]y$")  # "city", not "day"
_MUTE = re.compile(r"[a-z](?:[^eoy]|[^e]y)e$")  # "take", not "see", "be", "dye"
_LEAST_TAIL = 3  # letters of an irregular form in a longer one: "fishermen"
_MOST_KEPT = 20_000


class Form(Enum):
    """What a word is a form of, and the ending that makes it by rule."""

    THIRD = "verb", "s"
    PAST = "verb", "ed"
    ING = "verb", "ing"
    PLURAL = "noun", "s"
    COMPARATIVE = "adjective", "er"
    SUPERLATIVE = "adjective", "est"
    COMPARATIVE_ADVERB = "adverb", "er"
    SUPERLATIVE_ADVERB = "adverb", "est"

    @property
    def sort(self) -> str:
        """The sort of word, as the table has it."""
        return self.value[0]

    @property
    def ending(self) -> str:
        """The ending by rule, before letters fall or are doubled."""
        return self.value[1]


def inflected(base: str, form: Form) -> frozenset[str]:
    """Give the ways to write a word's form by rule; none is ever two words."""
    if form.ending == "s":
        return frozenset(_with_s(base))
    if form is Form.ING and base.endswith("ie"):
        return frozenset({base[:-2] + "ying"})
    if _MUTE.search(base) or (form is not Form.ING and base.endswith("e")):
        return frozenset({base[:-1] + form.ending})
    if form is not Form.ING and _FALLS.search(base):
        return frozenset({base[:-1] + "i" + form.ending})
    if not _SHORT.search(base):
        return frozenset({base + form.ending})
    doubled = base + base[-1] + form.ending
    is_one_beat = len(re.findall(_VOWEL, base.replace("qu", "q"))) == 1
    # "hopped", never "hoped"; "travelled" or "traveled", "bussed" or "bused".
    both = not is_one_beat or base.endswith("s")
    return frozenset({doubled, base + form.ending} if both else {doubled})


def _with_s(base: str) -> Iterator[str]:
    if _FALLS.search(base):
        yield base[:-1] + "ies"
        return
    if not _HISSES.search(base):
        yield base + "s"
    if _TAKES_E.search(base):
        yield base + "es"


@lru_cache(maxsize=_MOST_KEPT)
def bases(word: str, form: Form) -> tuple[str, ...]:
    """Give the words of the dictionary of which a word in small letters may be a form.

    Irregular ones come first, then those that need least to be explained.
    """
    listed = [base for base in _irregular(word, form) if base in dictionary()]
    by_rule = [base for base in _stems(word, form) if base in dictionary()]
    return tuple(dict.fromkeys(listed + by_rule))


def _irregular(word: str, form: Form) -> Iterator[str]:
    """Look a form up, then the longest one that it ends in: "men" in "fishermen"."""
    for cut in range(len(word) - _LEAST_TAIL + 1):
        base = irregular().get((word[cut:], form.sort))
        if base:
            yield word[:cut] + base


def _stems(word: str, form: Form) -> Iterator[str]:
    """Give what a word may be a form of by rule, whether or not there is such a word."""
    stem = word.removesuffix(form.ending)
    if stem == word or not stem:
        return
    guesses = [stem + "e", stem, stem[:-1], stem[:-1] + "y", stem[:-1] + "ie", stem[:-2] + "y"]
    yield from (guess for guess in guesses if len(guess) > 1 and word in inflected(guess, form))


@cache
def irregular() -> Mapping[tuple[str, str], str]:
    """Read irregular forms with their sort of word, and what each is a form of."""
    return {(row["form"], row["sort"]): row["base"] for row in rows("irregular_forms")}
