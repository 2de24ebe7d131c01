"""The words behind a name go in; what they say of it comes out, as signs.

"Izmail, a Danube port", "Eureka, 100 miles away" and "Lesbos, where thousands landed"; and the same
with a verb: "Izmail is a port", "Eureka lies 100 miles away".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.names import ANIMALS, dictionary, noun_kinds
from geo.toponyms.far_words import is_distance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Token

_REACH = 6
_VERBS = 2  # "is located"
_AT_BORDER = 4


def apposition(tokens: Sequence[Token], end: int) -> Iterator[str]:
    """Read what stands from word ``end``, the first behind the comma."""
    first = tokens[end].lower
    if first in listed("where"):
        yield "where after"
    elif first in listed("apposition_article"):
        if _describes(tokens, end):
            yield "an apposition after"
    elif first in listed("settlement") and _closes(tokens, end + 1):
        yield "an apposition after"  # "Dori, capital of"
    elif is_distance(tokens, end) or _is_said_so_far(tokens, end):
        yield "a distance after"
    elif first in listed("strong_locative") | {"on"} and _is_at_border(tokens, end):
        yield "an apposition after" if first == "on" else "where after"
    elif first == "at" and _is_at_spot(tokens, end):
        yield "an apposition after"  # "Leticia, at the mouth of"


def _is_said_so_far(tokens: Sequence[Token], end: int) -> bool:
    """Whether "which is 27 miles" stands from word ``end`` on."""
    words = [token.lower for token in tokens[end : end + 2]]
    if words[0] not in listed("relative") - listed("relative_of_people"):
        return False
    return words[-1] in listed("lies") and end + 2 < len(tokens) and is_distance(tokens, end + 2)


def _is_at_border(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words behind the comma say that the place lies at a border or a coast."""
    following = [token.lower for token in tokens[end + 1 : end + _AT_BORDER]]
    return following[:1] == ["the"] and not listed("border", "coast").isdisjoint(following)


def _is_at_spot(tokens: Sequence[Token], end: int) -> bool:
    """Whether "at the mouth of" or "at the point where" stands from word ``end`` on."""
    words = [token.lower for token in tokens[end : end + _AT_BORDER]]
    is_the = len(words) == _AT_BORDER and words[1] == "the"
    is_led = is_the and (words[3] == "of" or words[3] in listed("where"))
    return is_led and words[2] in listed("spot_on_map")


def _is_beside(tokens: Sequence[Token], index: int) -> bool:
    """Whether "south of" or "closer to" and a name stand from a word on: no person lies so.

    Nor does one lie "roughly halfway between" two others.
    """
    at = index
    while at < len(tokens) - 1 and tokens[at].lower in listed("before_between"):
        at += 1
    if at < len(tokens) - 1 and tokens[at].lower in listed("between_places"):
        return tokens[at + 1].is_capital
    at = index
    if [token.lower for token in tokens[at : at + 2]] == ["to", "the"]:
        at += 2
    first = at
    while at < len(tokens) and tokens[at].lower in listed("direction"):
        at += 1
    led = "of" if at > first else "to"
    at += at == first and at < len(tokens) and tokens[at].lower in listed("nearer")
    is_led = first < at < len(tokens) - 1 and tokens[at].lower == led
    return is_led and tokens[at + 1].is_capital


def said_of(tokens: Sequence[Token], end: int) -> Iterator[str]:
    """Read what stands from word ``end``, if it is a verb that says where a place lies.

    A verb in the past may say where somebody was.
    """
    index = end
    while index < min(end + _VERBS, len(tokens)) and tokens[index].lower in listed("lies"):
        word = tokens[index].lower
        if tokens[index].gap != " " or word in listed("past_be"):
            return
        if word in listed("lies_firmly") - listed("inverted"):
            yield "an apposition after"
        index += 1
    if end < index < len(tokens) and _is_beside(tokens, index):
        yield "a distance after"
    elif end < index < len(tokens):
        yield from (sign for sign in apposition(tokens, index) if sign != "where after")


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


def is_being(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words behind the comma say that the name is a person's or an animal's.

    "Denver, the cat, ran off", but not "Lima, a spokesman said" nor "Lima, an ally,".
    """
    if tokens[end].lower not in listed("apposition_article"):
        return False
    for index in range(end + 1, min(end + _REACH, len(tokens) - 1)):
        token = tokens[index]
        if token.gap not in {" ", "-", "\xa0"} or token.is_capital or token.is_possessive:
            return False
        after = tokens[index + 1]
        if token.lower in listed("work") and (after.gap == ", " or after.tag == "ADP"):
            return True  # "Casablanca, the 1942 film with"
        if after.gap == ", ":
            is_animal = noun_kinds().get(token.lower) in ANIMALS
            return is_animal or token.lower in listed("role")
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
