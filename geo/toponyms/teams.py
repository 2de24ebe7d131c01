"""Words beside a name go in; whether a team of that name plays comes out.

"Leeds won 2–0", "Morocco will face Senegal", "Germany lost to Japan", "India won the toss".
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts.name_words import Token

_REACH = 3
_SCORE_GAPS = frozenset({"-", "–", " - ", " – ", ":"})


def plays(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words from ``end`` on, behind the name, say that a team plays."""
    if tokens[end].lower in listed("sport_noun"):
        return True
    while end < len(tokens) and tokens[end].lower in listed("before_verb"):
        end += 1
    if end >= len(tokens) or tokens[end].lower not in listed("plays"):
        return False
    words = range(end + 1, min(end + _REACH, len(tokens)))
    following = takewhile(lambda index: not _is_apart(tokens[index]), words)
    is_alone = tokens[end].lower in listed("plays_alone")
    return any(
        tokens[index].is_capital
        or (is_alone and index == end + 1 and tokens[index].tag == "ADV")  # "scored twice"
        or tokens[index].lower in listed("prize")
        or _is_score(tokens, index)
        for index in following
    )


def _is_apart(token: Token) -> bool:
    """Whether a mark other than a score's parts a word from what a team won or lost."""
    return not token.is_joined and not token.text.isdecimal()


def _is_score(tokens: Sequence[Token], index: int) -> bool:
    """Whether "2–0" begins at a word."""
    pair = tokens[index : index + 2]
    return (
        len(pair) > 1
        and all(each.text.isdecimal() for each in pair)
        and (pair[1].gap in _SCORE_GAPS)
    )


def is_opponent(tokens: Sequence[Token], first: int, places: frozenset[int]) -> bool:
    """Whether a team named by a place plays against the one whose name begins at ``first``."""
    index = first - 1
    if tokens[index].lower in listed("against"):
        index -= 1
    if index < 1 or tokens[index].lower not in listed("plays"):
        return False
    index -= 1
    while index > 0 and tokens[index].lower in listed("before_verb"):
        index -= 1
    if index in places:
        return True
    # "Real Sociedad beat Granada": whoever beats a town is a team.
    return tokens[index].is_capital and tokens[first - 1].lower in listed("beats")
