"""The known names of a sentence go in; those that are but halves of a longer name come out.

"Cabo" and "Polonio" are two places, "Cabo Polonio" is a third that the gazetteer lacks. Two names
side by side with no mark between them are one, unless one of them holds the other ("Boston
England", "London Heathrow").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geo.lexicon.names import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Place
    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer
    from geo.toponyms.names import Match

_MOST = 10  # namesakes that are looked at: the likeliest
_BESIDE_DEG = 0.6


def halves(
    sentence: Sentence, matches: Sequence[Match], gazetteer: Gazetteer
) -> Iterator[tuple[int, int]]:
    """Give the first word of either name of each such pair."""
    if sentence.is_titled or sentence.is_shouted:
        return  # "China Pakistan talks"
    tokens = sentence.tokens
    for one, other in pairwise(matches):
        is_joined = one.end == other.first and tokens[other.first].gap == " "
        if not is_joined or tokens[one.end - 1].is_possessive:
            continue
        if tokens[other.first].lower in dictionary() or _opens(tokens, one):
            continue  # "Nottingham Crown Court" is told by its other words
        if "P" in {one.prior.feature_class, other.prior.feature_class} and not any(
            _go_together(a, b)
            for a in gazetteer.candidates(one.name)[:_MOST]
            for b in gazetteer.candidates(other.name)[:_MOST]
        ):
            yield one.first, other.first


def _opens(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a common word opens the sentence before a name: "Given Tunisia's part"."""
    is_word = match.end - match.first == 1 and tokens[match.first].lower in dictionary()
    return match.first == 0 and is_word and tokens[0].tag != "PROPN"


def _go_together(one: Place, other: Place) -> bool:
    """Whether one of two places holds the other, or both lie at one spot."""
    if one.country_code != other.country_code:
        return False
    codes = {one.feature_code, other.feature_code}
    if any(code.startswith("PCL") for code in codes):
        return True
    if "ADM1" in codes:
        return one.admin1 == other.admin1
    return abs(one.lon - other.lon) + abs(one.lat - other.lat) < _BESIDE_DEG
