"""The words behind a name and its comma go in; what they say of the name comes out, as signs.

"Izmail, a Danube port", "Eureka, 100 miles away" and "Lesbos, where thousands landed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.toponyms.lexicon import cues, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.toponyms.tokens import Token

_REACH = 6
_ABOUT = frozenset({"about", "some", "around", "roughly", "nearly", "almost", "just", "over"})
_ARTICLES = frozenset({"a", "an", "the", "another", "once", "one", "now"})
_COUNTS = frozenset({"hundreds", "dozens", "tens", "half", "two", "three", "four", "five", "six",
                     "seven", "eight", "nine", "ten", "several", "many"})  # fmt: skip
# What may follow "a town" where it describes the name before the comma: not "a village doctor".
_FOLLOW = frozenset({"in", "on", "near", "of", "with", "that", "where", "which", "whose", "home",
                     "about", "north", "south", "east", "west", "at", "along", "between", "just",
                     "some", "outside", "famous", "known", "to", "by", "close", "popular", "and",
                     "off", "under", "not", "northeast", "northwest", "southeast", "southwest",
                     "held", "captured", "seized", "controlled", "across", "within", "from",
                     "for", "is", "was", "has", "had", "were", "hit", "surrounded"})  # fmt: skip


def apposition(tokens: Sequence[Token], end: int) -> Iterator[str]:
    """Read what stands from word ``end``, the first behind the comma."""
    first = tokens[end].lower
    if first in {"where", "whose"}:
        if first == "where":
            yield "where after"
    elif first in _ARTICLES:
        if _describes(tokens, end):
            yield "an apposition after"
    elif _is_distance(tokens, end):
        yield "a distance after"


def _describes(tokens: Sequence[Token], end: int) -> bool:
    """Whether a noun for a place closes the words behind the comma: "a Danube port"."""
    for index in range(end + 1, min(end + _REACH, len(tokens))):
        token = tokens[index]
        if token.gap not in {" ", "-", "\xa0"}:
            return False
        if token.lower in cues("settlement_nouns") and _closes(tokens, index + 1):
            return not token.is_possessive
        if token.lower in _FOLLOW:
            return False
    return False


def _closes(tokens: Sequence[Token], index: int) -> bool:
    if index >= len(tokens) or tokens[index].gap != " ":
        return True
    token = tokens[index]
    return token.lower in _FOLLOW or token.text.isdecimal() or token.lower not in words("words")


def _is_distance(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number and a unit of distance or of travel follow."""
    index = end + 1 if tokens[end].lower in _ABOUT else end
    if index >= len(tokens):
        return False
    number = tokens[index]
    if not (number.text[0].isdecimal() or number.lower in _COUNTS):
        return False
    return any(token.lower in cues("distance_units") for token in tokens[index + 1 : index + 4])
