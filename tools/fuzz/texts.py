"""Texts by lot: put together of what news says and of what is meant to harm, then damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

WORDS = (
    "Paris", "Lima", "Suva", "Ushuaia", "the Nile", "Fiji", "the U.S.", "the North Korean capital",
    "Georgia", "the Suez Canal", "İstanbul", "Мoscow", "the border", "the X capital", "it", "they",
    "A train", "The ferry", "the minister", "left", "flew to", "sailed from", "returned", "will go",
    "did not reach", "via", "from", "to", "between", "and", "north of", "in", "took", "covers",
    "is the capital of", "borders", "0", "1.5", "-1", "683", "1e308", "half a", "hundreds of",
    "miles", "km", "hours", "0 hours", "km/h", "0 km/h", "square kilometres", "ft", "°", "%",
    "on Sunday", "at 25:61", "on 30 February", "tomorrow", "just", "more than", "“", "”", "’s",
    ".", ",", ". ", "\n\n", "…", "-", "—", "(", ")", "By Ada Byron", "Related:", "5 min read",
)  # fmt: skip
# What stands in a text and is none: marks of direction, joiners, letters of other scripts, halves.
ODD = (
    "\u200b", "\u202e", "\u2066", "\u00ad", "\ufeff", "\u0301", "\u2028", "\x07",
    "{{ 7*7 }}", "${x}", "<script>", "</script>", "&lt;", "=1+1", "../../",
    "日本", "Київ", "القاهرة", "🚢", "ﬁ", "ǅ", "½",
)  # fmt: skip
# Sentences that mean something, for what words in no order never reach; @ stands for a place, # for
# a figure.
SHAPES = (
    "A depot # km north of @ and # km east of @ burned.",
    "The wreck lies # miles from @ and # km off @, # km from @.",
    "He left @ for @, then went on to @, @ and @.",
    "@, @, @ and @ were hit; from @ to @ it is # km.",
    "A missile can fly # km from @, and a camp # km from @ was shut.",
    "The driver of the coach that left @ drove # hours to @.",
    "One bus went to @, the second to @ and the last three families to @.",
    "They came from @, @ and @ to @, and she from @ to @.",
    "The drive from @ takes # hours; @ and @ are # km apart.",
    "@, @ – The # km road to @ is shut, and @ is # hours away by train.",
    "The centre of the storm, # km off @, moved at # km/h to @.",
    "@ is the largest town of @, # times the size of @, and borders @.",
)
# Much is tried in the time of one long text if most are short.
_MOST_WORDS = (8, 20, 60)
_DAMAGED, _SHAPED = 0.3, 0.4
# So many of the words are names of places, first in their list.
_PLACES = 14


def by_lot(lot: Random, more: Sequence[str] = ()) -> str:
    """Put a text together."""
    pieces = (*WORDS, *ODD, *more)
    if lot.random() < _SHAPED:
        text = " ".join(_filled(lot, shape) for shape in lot.choices(SHAPES, k=lot.randint(1, 5)))
    else:
        text = " ".join(lot.choices(pieces, k=lot.randint(1, lot.choice(_MOST_WORDS))))
    return damaged(lot, text) if lot.random() < _DAMAGED else text


def _filled(lot: Random, shape: str) -> str:
    """Fill the gaps of a sentence; now and then with any word."""
    places, figures = WORDS[:_PLACES], ("0", "1.5", "40", "683", "half a", "hundreds of", "1e308")
    words = (*places * 3, *WORDS)
    return "".join(
        lot.choice(words) if letter == "@" else lot.choice(figures) if letter == "#" else letter
        for letter in shape
    )


def damaged(lot: Random, text: str) -> str:
    """Cut, double, turn round and change some stretches of a text."""
    for _ in range(lot.randint(1, 6)):
        start = lot.randint(0, len(text))
        end = min(len(text), start + lot.randint(0, 40))
        stretch = text[start:end]
        changed = lot.choice(
            (
                "",
                stretch * 3,
                stretch[::-1],
                stretch.upper(),
                lot.choice(ODD),
                "".join(
                    chr(lot.choice((lot.randint(32, 0x2FF), lot.randint(0x2000, 0xD7FF))))
                    for _ in stretch
                ),
            )
        )
        text = text[:start] + changed + text[end:]
    return text
