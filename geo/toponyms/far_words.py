"""The words beside a name go in; whether they give a distance comes out.

"Eureka, 100 miles away" and "30 miles off Mocha" name places, whatever else the words may mean.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts.name_words import Token


def is_far_from(tokens: Sequence[Token], first: int) -> bool:
    """Whether a distance stands before the name: "41 km south of Bar", "30 miles off Mocha"."""
    index = first - 2
    if index < 1 or tokens[first - 1].lower not in listed("locative"):
        return False
    while index > 1 and tokens[index].lower in _in_direction():
        index -= 1
    is_unit = tokens[index].lower in listed("near_place")
    return is_unit and tokens[index - 1].text[-1].isdecimal()


@cache
def _in_direction() -> frozenset[str]:
    """List what may stand between a distance and "of": "away", "to the south"."""
    return (
        listed("direction")
        | listed("distant")
        | listed("article")
        | {word for words in listed("before_direction") for word in words.split()}
    )


def is_so_far(tokens: Sequence[Token], end: int) -> bool:
    """Whether ", 40 km" stands from word ``end`` on."""
    return end < len(tokens) and tokens[end].gap == ", " and is_distance(tokens, end)


def is_distance(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number and a unit of distance or of travel follow."""
    index = end + 1 if tokens[end].lower in listed("roughly") else end
    if index >= len(tokens):
        return False
    number = tokens[index]
    if not (number.text[0].isdecimal() or number.lower in listed("before_unit")):
        return False
    return any(token.lower in listed("near_place") for token in tokens[index + 1 : index + 4])


def is_town_too(tokens: Sequence[Token], index: int) -> bool:
    """Whether "Derby" is the town: "the road from Derby", "Derby lies"; no "Kentucky Derby"."""
    if tokens[index].text not in listed("also_town"):
        return False
    if index:
        return tokens[index].is_joined and tokens[index - 1].lower in listed("locative")
    return index + 1 < len(tokens) and tokens[index + 1].lower in listed("lies")
