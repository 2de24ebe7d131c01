"""A known name in its sentence goes in; signs of a local paper's ways of naming a town come out.

"Ruth Ames, 39, of Harlow", "R-Harlow", "Harlow City Council", "the Harlow police", "a Harlow man",
"Clay, Wright and Harlow counties": in these a surname or a common word is a place as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.names import noun_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Token
    from geo.toponyms.context import Context
    from geo.toponyms.names import Match

_AGES = range(1, 110)
_SAINTS = 4  # words of "United Brethren Church"
_FARTHEST = 40  # words of a list of counties


def local_signs(match: Match, context: Context) -> Iterator[str]:
    """Say how a name stands beside people, members, councils and counties."""
    tokens, first, end = context.sentence.tokens, match.first, match.end
    if first and _is_home(tokens, first, context):
        yield "a person's home before"
    if first and tokens[first].gap == "-" and tokens[first - 1].text in listed("party"):
        yield "a member for it"
    if _is_saints(tokens, first, end):
        yield "a saint's house after"
    elif end < len(tokens) and not tokens[end - 1].is_possessive:
        yield from _behind(tokens, first, end)
    if _is_in_list_of_counties(tokens, match):
        yield "counties after"


def _is_saints(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a saint's name is a church's, a school's or a day's: "St. John's Lutheran School"."""
    if tokens[first].lower.strip(".") not in listed("saint"):
        return False
    for index in range(end, min(end + _SAINTS, len(tokens))):
        if tokens[index].gap != " " or not tokens[index].is_capital:
            return False
        if tokens[index].text in listed("of_saint"):
            return True
    return False


def _behind(tokens: Sequence[Token], first: int, end: int) -> Iterator[str]:
    """Say whose or whereof the words behind the name are."""
    if _is_local_body(tokens, end):
        yield "a local body after"
    elif _is_of_people(tokens, first, end):
        yield "its people after"
    elif _is_of_person(tokens, first, end):
        yield "a person of it after"
    elif tokens[end].gap == " " and tokens[end].text in listed("named_for_people"):
        yield "a school or the like after"


def _is_home(tokens: Sequence[Token], first: int, context: Context) -> bool:
    """Whether an age, a person in full or a word for one, and "of" or "from", stand before.

    "Ann Ames, 9, of", "a pilot from Darwin".
    """
    if first < 2 or tokens[first - 1].lower not in {"of", "from"}:  # noqa: PLR2004
        return False
    before = tokens[first - 2]
    if tokens[first - 1].gap == ", ":
        return before.text.isdecimal() and int(before.text) in _AGES
    if tokens[first - 1].lower == "from" and _is_somebody(tokens, first - 2):
        return True
    is_of = tokens[first - 1].lower == "of" and tokens[first - 1].gap == " "
    return is_of and {(context.number, first - 2), (context.number, first - 3)} <= set(
        context.people.words
    )


def _is_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word for anybody stands there: no title, nor a player, who is from a club."""
    word = tokens[at].lower
    is_person = noun_kinds().get(word) == "person" and word not in listed("sport_noun")
    return is_person and not tokens[at].is_capital and tokens[at + 1].gap == " "


def _is_local_body(tokens: Sequence[Token], end: int) -> bool:
    """Whether a town's office follows: "Mayor", "Police", "City Council", "Board of Education"."""
    if tokens[end].gap != " ":
        return False
    if tokens[end].text in listed("town_office"):
        return True
    following = tokens[end + 1 : end + 2]
    pairs = {f"{tokens[at].text} {tokens[at + 1].text}" for at in (end - 1, end) if following}
    return not listed("town_body").isdisjoint(pairs)


def _is_of_people(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether "man", "police" or the like follows, behind an article or at the beginning."""
    if tokens[end].gap != " " or tokens[end].text not in listed("townspeople"):
        return False
    return first == 0 or tokens[first - 1].lower in listed("article")


def _is_of_person(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a word for anybody follows, with "a" before the name: "A Grimsby trawlerman"."""
    if not first or tokens[first - 1].lower not in listed("indefinite") or tokens[end].gap != " ":
        return False
    word = tokens[end].lower
    return noun_kinds().get(word) == "person" and word not in listed("role")


def _is_in_list_of_counties(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the name stands in a list that ends in "counties" or "townships"."""
    for token in tokens[match.end : match.end + _FARTHEST]:
        if token.text in listed("many_counties") or token.text in listed("many_townships"):
            return token.gap == " "
        if not (token.is_capital or token.text in {"and", "or"}) or token.gap not in {" ", ", "}:
            return False
    return False
