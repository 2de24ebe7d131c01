"""A known name beside a hyphen goes in; whether it is only a piece of another name comes out.

"Ny-Ålesund" is not Ålesund. But the halves of "the Moscow-Kyiv talks", "a Russian-Polish border",
"pro-Iran", "Paris-based" and "ex-Chelsea" stand for themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.names import dictionary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts.name_words import Token
    from geo.ports import Gazetteer

_LONGEST = 3
_LEAST_PARTNER = 1_000


def is_cut(tokens: Sequence[Token], first: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether words ``first`` to before ``end`` are cut out of a longer hyphened name."""
    if first and tokens[first].gap == "-" and not _is_free_before(tokens, first, gazetteer):
        return True
    is_bound = end < len(tokens) and tokens[end].gap == "-"
    return is_bound and not _is_free_after(tokens, end, gazetteer)


def _is_free_before(tokens: Sequence[Token], first: int, gazetteer: Gazetteer) -> bool:
    before = tokens[first - 1]
    if not before.is_capital:
        return not (_is_inside(before) and first > 1 and before.gap == "-")
    if _is_word(before, gazetteer):
        return True
    least = max(0, first - _LONGEST)
    return any(_is_partner(tokens[index:first], gazetteer) for index in range(least, first))


def _is_free_after(tokens: Sequence[Token], end: int, gazetteer: Gazetteer) -> bool:
    after = tokens[end]
    if not after.is_capital:
        is_linked = end + 1 < len(tokens) and tokens[end + 1].gap == "-"
        return not (_is_inside(after) and is_linked)
    if _is_word(after, gazetteer):
        return True
    most = min(len(tokens), end + _LONGEST)
    return any(_is_partner(tokens[end:index], gazetteer) for index in range(end + 1, most + 1))


def _is_inside(token: Token) -> bool:
    return token.lower in listed("in_hyphened_name") or token.lower in listed("particle")


def _is_word(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether the other side is a prefix, a word of the dictionary or a demonym."""
    return (
        token.lower in listed("hyphen_prefix")
        or token.lower in dictionary()
        or gazetteer.demonym(token.text) is not None
    )


def _is_partner(run: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Whether the other side is a place of its own weight, so that both form a list."""
    prior = gazetteer.prior(" ".join(token.text for token in run))
    return prior is not None and (prior.feature_class != "P" or prior.population >= _LEAST_PARTNER)
