"""Folds a name as written to the form under which the gazetteer keeps it.

Two forms: `fold`, in which case, accents and punctuation do not count, and `exact`, for short forms
that must be written just so. An exact key begins with "=", which no folded key can.
"""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EXACT_MARK = "="

# Full stops and apostrophes join ("U.S." is "us", "Xi'an" is "xian"); the rest parts words.
_JOINING = ".'’‘ʼʻ′`´ʹ­"
_PARTING = (set(string.punctuation) - set(_JOINING)) | set(map(chr, (*range(0xA1, 0xAA), 0x30FB)))
_PARTING |= set(map(chr, (*range(0x2010, 0x2070), *range(0x3000, 0x3040)))) - set(_JOINING)
_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
    "ħ": "h", "ŧ": "t", "ə": "a",
}  # fmt: skip
_PLAIN = str.maketrans(
    {**dict.fromkeys(_PARTING, " "), **dict.fromkeys(_JOINING, None), **_LETTERS}
)
_QUOTES = str.maketrans(dict.fromkeys("’‘ʼʻ′`´ʹ", "'"))
_ACCENTS = re.compile(r"[\u0300-\u036f]+")

SHORTENED = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Fold a name: "Saint-Étienne" and "St. Etienne" are both "st etienne".

    A leading "the" stays; `without_article` takes it off. Empty when there is no letter or digit.
    """
    if name.isascii():
        words = name.lower().translate(_PLAIN).split()
    else:
        # NFKD would turn a spacing acute accent into a space, so marks go before and after it.
        apart = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
        # Only apart are letters of mathematics capitals that can be made small.
        whole = unicodedata.normalize("NFC", _ACCENTS.sub("", apart.casefold()))
        words = whole.translate(_PLAIN).split()
    return join(words)


def join(words: Sequence[str]) -> str:
    """Join folded words; "saint", "mount" and "fort" are shortened when a name goes on."""
    if len(words) > 1:
        words = [SHORTENED.get(word, word) for word in words]
    return " ".join(words)


def without_article(name: str) -> str:
    """Take a leading "the" off a name of more than one word, folded or as written."""
    return name[4:] if name[:4].lower() == "the " else name


def exact(name: str) -> str:
    """Key of a short form that counts only as written, full stops and case included."""
    return EXACT_MARK + name.translate(_QUOTES)
