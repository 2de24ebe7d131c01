"""A number as written ("1,300", "two and a half", "hundreds of") goes in, its value comes out.

References
----------
Krifka, "Approximate interpretation of number words" (2007): a round number is read as the nearest
one of its kind, so its last zeros are no digits that were measured.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

from geo.lexicon import any_of, either
from geo.lexicon.units import numbers, values

if TYPE_CHECKING:
    from collections.abc import Callable

# Zeros at the end of a figure never hide more than this share of it: "100" is not 50 to 150.
_ROUNDING_LIMIT = 0.1

_MAX_WORDS = 7
_KINDS = ("one", "scale", "fraction", "vague", "vague_plural", "article")
_GROUPS = "[,   ’']"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A bare number and the interval that it may stand for by the way it is written."""

    value: float
    low: float
    high: float


# "A mile", "mile-long": no figure was measured.
ONE = Figure(value=1.0, low=0.75, high=1.25)


@cache
def number_pattern() -> str:
    """Regular expression for a number in digits or in words; bounded, without groups."""
    words = either({word for kind in _KINDS for word in numbers(kind)})
    more = rf"(?:(?:-|\s)(?:{words}|and|of)(?![^\W\d_])){{0,{_MAX_WORDS}}}"
    return rf"(?:{_digits()}{_scale()}|{words}(?![^\W\d_]){more})"


@cache
def _signs() -> str:
    """Signs that stand for a part ("½"), for a class of characters."""
    return "".join(values("sign"))


@cache
def _and_part() -> str:
    """Find " and a half" behind digits."""
    return rf"\sand\s{either(values('article'))}\s{either(values('fraction'))}"


def _digits() -> str:
    return (
        rf"(?:\d{{1,3}}(?:{_GROUPS}\d{{3}}){{1,4}}(?!\d)(?:\.\d{{1,4}})?"
        rf"|\d{{1,9}}(?:[.,]\d{{1,4}})?(?!\d)(?:\s?[{_signs()}]|\s\d/\d|{_and_part()})?"
        rf"|[{_signs()}](?:\sof\s{either(values('article'))})?)"
    )


def _scale() -> str:
    behind, glued = any_of("behind_digits"), any_of("glued")
    return rf"(?:[-\s]{behind}|\s?{glued}(?![a-z]))?"


def parse_number(text: str) -> Figure | None:
    """Read a number; None where the words make none ("one of two")."""
    if text[:1].isdecimal() or text[:1] in values("sign"):
        return _from_digits(text)
    return _from_words(tuple(re.split(r"[-\s]+", text.lower())))


def last_number(text: str) -> tuple[int, Figure] | None:
    """Read the longest number at the end of some words, with its offset: "a nine" holds 9."""
    for start in (0, *(gap.end() for gap in re.finditer(r"[-\s]+", text))):
        if figure := parse_number(text[start:]):
            return start, figure
    return None


def _from_digits(text: str) -> Figure:
    scale = 1.0
    if text[0] in values("sign"):
        text = text[0]  # "¾ of a"
    for word, factor in values("scale").items():
        if text.lower().endswith(word):
            scale = factor
            text = text[: -len(word)].rstrip("- \u00a0\u2009")
    whole, share = _split_fraction(text)
    whole = re.sub(rf"(?<=\d){_GROUPS}(?=\d{{3}}(?!\d))", "", whole).replace(",", ".")
    value = float(whole or 0) + share
    half = _half_unit(whole) if not share else 0.05
    return _figure(value * scale, half * scale)


def _split_fraction(text: str) -> tuple[str, float]:
    vulgar = values("sign")
    if text[-1] in vulgar:
        return text[:-1].strip(), vulgar[text[-1]]
    if simple := re.fullmatch(r"(\d{1,9})\s(\d)/([1-9])", text):
        return simple[1], int(simple[2]) / int(simple[3])
    if mixed := re.fullmatch(rf"(\d{{1,9}})(?:{_and_part()})", text, re.IGNORECASE):
        part = _part(tuple(text.lower().split()[2:]))
        return mixed[1], part.value if part else 0.0
    return re.sub(r"\s\d/0$", "", text), 0.0


def _half_unit(digits: str) -> float:
    """Half of the last place that was written; zeros at the end of a whole number are no place."""
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.split(".")[1])
    zeros = len(digits) - len(digits.rstrip("0"))
    value = float(digits)
    return max(0.5, min(0.5 * 10.0**zeros, _ROUNDING_LIMIT * value))


def _figure(value: float, half: float) -> Figure:
    return Figure(value=value, low=max(0.0, value - half), high=value + half)


def _from_words(words: tuple[str, ...]) -> Figure | None:
    ways: tuple[Callable[[tuple[str, ...]], Figure | None], ...] = (
        _vague,
        _part,
        _mixed,
        _whole,
    )
    for way in ways:
        if figure := way(words):
            return figure
    return None


def _vague(words: tuple[str, ...]) -> Figure | None:
    """Read "a few", "several hundred", "a couple of", "tens of thousands of"."""
    kept = [word for word in words if word not in values("article") and word != "of"]
    if not kept:
        return None
    first, *rest = kept
    low_high = numbers("vague").get(first) or numbers("vague_plural").get(first)
    factors = [_factor(word) for word in rest]
    if low_high is None or None in factors:
        return None
    if first in numbers("vague_plural") and words[-1] != "of":
        return None
    factor = prod(value for value in factors if value is not None)
    low, high = (bound * factor for bound in low_high)
    return Figure(value=(low + high) / 2, low=low, high=high)


def _factor(word: str) -> float | None:
    return values("scale").get(word.removesuffix("s"))


def _part(words: tuple[str, ...]) -> Figure | None:
    """Read "half a", "a quarter of a", "three quarters of a", "half a dozen"."""
    fractions, scales = values("fraction"), values("scale")
    kept = [word for word in words if word not in values("article") and word != "of"]
    count = 1.0
    if len(kept) > 1 and kept[0] in values("one"):
        count = values("one")[kept.pop(0)]
    if not kept or kept[0] not in fractions or words[-1] == "and":
        return None
    value = count * fractions[kept[0]]
    factors = [scales[word] for word in kept[1:] if word in scales]
    if len(factors) != len(kept) - 1:
        return None
    value *= prod(factors)
    return Figure(value=value, low=value * 0.8, high=value * 1.2)


def _mixed(words: tuple[str, ...]) -> Figure | None:
    """Read "two and a half", "one and three quarters"."""
    if "and" not in words:
        return None
    where = len(words) - 1 - words[::-1].index("and")
    whole, part = _whole(words[:where]), _part(words[where + 1 :])
    if whole is None or part is None or part.value >= 1:
        return None
    return _figure(whole.value + part.value, 0.15)


def _whole(words: tuple[str, ...]) -> Figure | None:
    """Read "a", "twenty-five", "a dozen", "two hundred and fifty", "one thousand two hundred"."""
    ones, scales = values("one"), values("scale")
    if len(words) == 1 and words[0] in values("article"):
        return ONE
    if words[:1] == ("a",) and words[1] in scales:
        words = ("one", *words[1:])
    if not words or words[-1] == "and" or not _orderly(words):
        return None
    total, current = 0.0, 0.0
    for word in words:
        if word == "and":
            continue
        if word in ones:
            current += ones[word]
        elif scales[word] >= 1000:  # noqa: PLR2004 - "two hundred thousand" ends a group
            total, current = total + max(current, 1.0) * scales[word], 0.0
        else:
            current = max(current, 1.0) * scales[word]
    value = total + current
    return _figure(value, _half_unit(f"{value:.0f}"))


def _orderly(words: tuple[str, ...]) -> bool:
    """Whether ones, tens and scales follow each other as in a number."""
    ones, scales = values("one"), values("scale")
    if any(word not in ones and word not in scales and word != "and" for word in words):
        return False
    for before, after in pairwise(words):
        if before in ones and after in ones and not (ones[before] >= 20 and ones[after] < 10):  # noqa: PLR2004 - "twenty five", never "five twenty"
            return False
        if "and" in {before, after} and not (before in scales or after in ones):
            return False
        if before == "and" and after not in ones:
            return False
        if before in ones and after == "and":
            return False
    return words[0] != "and"
