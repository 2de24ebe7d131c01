"""A name and the words around it go in; the place that holds it comes out, comma or none.

"Tripoli in Lebanon", "St. Mary's in the Scilly Isles" and "the Somali port of Kismayo".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts.name_words import Token
    from geo.toponyms.context import Context
    from geo.toponyms.names import Match

_LONGEST = 6
_BETWEEN = 3
# Words of a land and of a town's kind behind an article: "a New Mexico mining village".
_APPOSED, _ARTICLES = 4, frozenset({"a", "an", "the"})
_SPOTS = frozenset({"P", "S"})
_WIDE = frozenset({"ISL", "ISLS", "RGN"})


def is_in_holder(match: Match, context: Context) -> bool:
    """Whether "in" and a country or region follow in which a place of that name lies.

    Or "on" and an island: "Uig, on Skye".
    """
    tokens, start = context.sentence.tokens, match.end + 1
    word = tokens[match.end].lower
    is_of_town = match.prior.feature_class in _SPOTS
    if word not in {"in", "on"} or not (is_of_town or match.prior.feature_code == "ADM1"):
        return False
    if start < len(tokens) and (
        tokens[start].lower == "the" or tokens[start].lower in listed("before_place")
    ):
        start += 1
    run = [token.text for token in tokens[start : start + _LONGEST]]
    count = context.gazetteer.longest(run)
    if not count or not tokens[start].is_capital:
        return False
    holder = context.gazetteer.candidates(" ".join(run[:count]))[0]
    if holder.feature_code in _WIDE or word == "on":
        return holder.feature_code in _WIDE
    is_region = holder.feature_code == "ADM1"
    if not (is_region or holder.feature_code.startswith("PCL")):
        return False
    return any(
        place.country_code == holder.country_code
        and (not is_region or place.admin1 == holder.admin1)
        and (is_of_town or place.feature_class in _SPOTS)
        for place in context.gazetteer.candidates(match.name)
    )


def holder_before(first: int, demonyms: Mapping[int, str], tokens: Sequence[Token]) -> str:
    """Name the country whose demonym and a word for a settlement stand before a name.

    ``first`` is the first word of the name, ``demonyms`` are those of the sentence by the word
    behind them, with what to look up.
    """
    for end in range(first - _BETWEEN, first):
        if end in demonyms:
            between = tokens[end:first]
            is_one = not any(token.is_capital or token.is_possessive for token in between)
            if is_one and any(token.lower in listed("settlement") for token in between):
                return demonyms[end]
    return ""


def holder_in_apposition(end: int, named: Mapping[int, str], tokens: Sequence[Token]) -> str:
    """Name the land of "Liberia, a Costa Rican city", "Peru, an Indiana town".

    ``end`` is the word behind the name, ``named`` are lands and peoples by the first word of each.
    """
    if end + 1 >= len(tokens) or tokens[end].gap != ", " or tokens[end].lower not in _ARTICLES:
        return ""
    towns = listed("settlement") - listed("island") - listed("region")
    behind = tokens[end + 2 : end + 2 + _APPOSED]
    at = next((number for number, token in enumerate(behind) if token.lower in towns), None)
    is_one = at is not None and all(token.gap in {" ", "-"} for token in behind[: at + 1])
    return named.get(end + 1, "") if is_one else ""
