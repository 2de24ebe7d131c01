"""A known name in its sentence goes in; what the names listed beside it tell comes out.

"Peru, Chile and Bolivia", "from Lima to Quito", "left Dover for Calais".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.names import first_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Token
    from geo.toponyms.context import Context
    from geo.toponyms.names import Match

_JOINS = frozenset({"and", "or", "to", "&"})
_LIST_GAPS = frozenset({", ", "; "})
_PAIR, _GREAT = 2, 1_000_000


def in_list(match: Match, context: Context) -> Iterator[str]:
    """Say whether other names stand beside this one in a list: "Peru, Chile and Bolivia"."""
    tokens, first, end = context.sentence.tokens, match.first, match.end
    behind = first - 1 if first and _parts(tokens, first) else first - 2
    if behind in context.places and (behind == first - 1 or tokens[first - 1].lower in _JOINS):
        yield "after another place"
    ahead = end if end < len(tokens) and _parts(tokens, end) else end + 1
    if ahead in context.places and (ahead == end or tokens[end].lower in _JOINS):
        yield "before another place"
        if tokens[end].lower == "to" and (first == 0 or tokens[first - 1].text[0].isdecimal()):
            yield "a line to another place"
    if _is_left(match, context) or _is_gone_for(match, context):
        yield "a line to another place"
    if _is_among_several(match, context):
        yield "among several places"
    elif _is_among_people(match, context):
        yield "among first names"


def _is_among_several(match: Match, context: Context) -> bool:
    """Whether two known names stand beside this one in a list: "Dover, Whitby, Arbroath"."""
    tokens, places = context.sentence.tokens, context.places
    last, first = match.end - 1, match.first
    ahead = [last + 1, last + 2] if _are_listed(tokens, (last, last + 1, last + 2)) else []
    behind = [first - 1, first - 2] if _are_listed(tokens, (first - 2, first - 1, first)) else []
    around = [first - 1, last + 1] if _are_listed(tokens, (first - 1, first)) else []
    if around and not _are_listed(tokens, (last, last + 1)):
        around = [first - 1, last + 2] if _is_joined_by(tokens, last + 1) else []
    # "Florence, Chelsea and Sidney" may be friends.
    others = [
        run
        for run in (ahead, behind, around)
        if any(tokens[at].lower not in first_names() for at in run)
    ]
    return any(run and places.issuperset(run) for run in others)


def _is_among_people(match: Match, context: Context) -> bool:
    """Whether two more stand beside it in a list and all are first names: they may be friends."""
    if match.end - match.first > 1 or match.prior.population >= _GREAT:
        return False
    tokens, run = context.sentence.tokens, [match.first]
    while (before := _item_before(tokens, run[0])) is not None:
        run.insert(0, before)
    while (after := _item_after(tokens, run[-1])) is not None:
        run.append(after)
    return len(run) > _PAIR and all(tokens[at].lower in first_names() for at in run)


def _item_before(tokens: Sequence[Token], index: int) -> int | None:
    """Find the word that stands before another in a list: "Ada, Bea and Cleo"."""
    at = index - 1
    if at > 0 and tokens[index].gap == " " and tokens[at].text in _JOINS:
        at -= 1
    elif tokens[index].gap not in _LIST_GAPS:
        return None
    return at if at >= 0 and tokens[at].is_capital else None


def _item_after(tokens: Sequence[Token], index: int) -> int | None:
    at = index + 1
    if at + 1 < len(tokens) and tokens[at].text in _JOINS:
        at += 1
    elif at >= len(tokens) or tokens[at].gap not in _LIST_GAPS:
        return None
    return at if tokens[at].is_capital else None


def _are_listed(tokens: Sequence[Token], run: Sequence[int]) -> bool:
    """Whether commas or semicolons alone part words that follow one another."""
    is_inside = run[0] >= 0 and run[-1] < len(tokens)
    return is_inside and all(tokens[index].gap in _LIST_GAPS for index in run[1:])


def _is_joined_by(tokens: Sequence[Token], index: int) -> bool:
    return index + 1 < len(tokens) and tokens[index].text in _JOINS


def is_listed(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Whether "and", "or" or a comma alone parts a name that ends and one that begins there."""
    if first == end:
        return tokens[first].gap == ", "
    return first == end + 1 and tokens[end].lower in {"and", "or"} and tokens[end].gap == " "


def _is_left(match: Match, context: Context) -> bool:
    """Whether somebody sets out from the name for another: "left Dover for Calais"."""
    tokens, end = context.sentence.tokens, match.end
    is_for = end < len(tokens) and tokens[end].lower == "for" and end + 1 in context.places
    return is_for and match.first > 0 and _is_leaving(tokens[match.first - 1])


def _is_gone_for(match: Match, context: Context) -> bool:
    """Whether somebody sets out for the name from another: "left Dover for Calais"."""
    tokens, index = context.sentence.tokens, match.first - 2
    if index < 1 or tokens[index + 1].lower != "for" or index not in context.places:
        return False
    while index > 0 and tokens[index].is_capital:
        index -= 1
    return _is_leaving(tokens[index])


def _is_leaving(token: Token) -> bool:
    return token.lower in listed("leaves_for") and token.lower in listed("locative")


def _parts(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].gap in {*_LIST_GAPS, " – ", "/", "–"}
