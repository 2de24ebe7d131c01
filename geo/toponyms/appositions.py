"""The words behind a name and its comma go in; what they say of the name comes out, as signs.

"Izmail, a Danube port", "Eureka, 100 miles away" and "Lesbos, where thousands landed".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.names import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.toponyms.tokens import Token

_REACH = 6
_AT_BORDER = 4


def apposition(tokens: Sequence[Token], end: int) -> Iterator[str]:
    """Read what stands from word ``end``, the first behind the comma."""
    first = tokens[end].lower
    if first in listed("where"):
        yield "where after"
    elif first in listed("apposition_article"):
        if _describes(tokens, end):
            yield "an apposition after"
    elif _is_distance(tokens, end):
        yield "a distance after"
    elif first in listed("strong_locative") | {"on"} and _is_at_border(tokens, end):
        yield "where after"


def _is_at_border(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words behind the comma say that the place lies at a border."""
    following = [token.lower for token in tokens[end + 1 : end + _AT_BORDER]]
    return following[:1] == ["the"] and not listed("border").isdisjoint(following)


def lies_away(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words behind a name say how far off it lies: "Wells is 21 miles from Bristol"."""
    is_verb = tokens[end].lower in listed("before_verb") or tokens[end].tag in {"AUX", "VERB"}
    return is_verb and end + 1 < len(tokens) and _is_distance(tokens, end + 1)


def _describes(tokens: Sequence[Token], end: int) -> bool:
    """Whether a noun for a place closes the words behind the comma: "a Danube port"."""
    for index in range(end + 1, min(end + _REACH, len(tokens))):
        token = tokens[index]
        if token.gap not in {" ", "-", "\xa0"}:
            return False
        if token.lower in listed("settlement") and _closes(tokens, index + 1):
            return not token.is_possessive
        if token.lower in listed("after_place_noun"):
            return False
    return False


def _closes(tokens: Sequence[Token], index: int) -> bool:
    if index >= len(tokens) or tokens[index].gap != " ":
        return True
    token = tokens[index]
    return (
        token.lower in listed("after_place_noun")
        or token.text.isdecimal()
        or token.lower not in dictionary()
    )


def _is_distance(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number and a unit of distance or of travel follow."""
    index = end + 1 if tokens[end].lower in listed("roughly") else end
    if index >= len(tokens):
        return False
    number = tokens[index]
    if not (number.text[0].isdecimal() or number.lower in listed("before_unit")):
        return False
    return any(token.lower in listed("near_place") for token in tokens[index + 1 : index + 4])
