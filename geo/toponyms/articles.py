"""A known name behind an article goes in; what "the" or "a" says of it comes out, as signs.

Rivers, ranges and regions have "the", towns have not: "the Valencia" is a ship or a house. "A
Rioja" is a thing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Token
    from geo.toponyms.context import Context
    from geo.toponyms.names import Match

_SMALL = 5_000
_BREAKS_OFF = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})


def article_before(match: Match, context: Context) -> Iterator[str]:
    """Say what "the" before the name tells: rivers and regions have it, towns have not."""
    tokens, first, end = context.sentence.tokens, match.first, match.end
    is_small = match.prior.population < _SMALL
    is_town = match.prior.feature_class == "P" and (end - first == 1 or is_small)
    yield "an article before a town" if is_town else "an article before"
    if _is_ship(match, context):
        yield "an article and no noun"
    elif is_town and end - first == 1 and _stands_alone(tokens, end) and _is_land(match, context):
        yield "an article of a land"
    if first > 1 and tokens[first - 2].lower in listed("locative"):
        yield "a place word and an article before"


def _is_ship(match: Match, context: Context) -> bool:
    """Whether a ship or a house is meant: "the Valencia, which", "aboard the Ohio"."""
    tokens, first, end = context.sentence.tokens, match.first, match.end
    if first > 1 and tokens[first - 2].lower in listed("on_board"):
        return not _is_noun(tokens, end)
    is_one = _is_only_town(match, context) or _is_ship_of_state(match, context)
    return is_one and _stands_alone(tokens, end)


def _is_noun(tokens: Sequence[Token], end: int) -> bool:
    """Whether a name and the word behind it are one: "the Lima train"."""
    return end < len(tokens) and tokens[end].gap == " " and tokens[end].tag in _NOUNS


def _is_only_town(match: Match, context: Context) -> bool:
    """Whether no river, range or region bears the name: "the Dnipro" is one."""
    places = context.gazetteer.candidates(match.name)
    if match.prior.feature_class != "P" or context.gazetteer.has(f"{match.name} River"):
        return False
    return not any(place.feature_class in {"H", "L", "T"} for place in places)


def _is_ship_of_state(match: Match, context: Context) -> bool:
    """Whether a ship is meant by the name of a state of the United States: "the Nebraska".

    None of them has an article, but for those that a river is called after: "the Ohio".
    """
    if match.prior.feature_code != "ADM1" or context.gazetteer.has(f"{match.name} River"):
        return False
    places = context.gazetteer.candidates(match.name)
    is_state = places[0].country_code == "US"
    return is_state and not any(place.feature_class in {"H", "L", "T"} for place in places)


def _is_land(match: Match, context: Context) -> bool:
    """Whether a range, a plain or a region bears the name: "the Kimberley"."""
    places = context.gazetteer.candidates(match.name)
    return any(place.feature_class in {"L", "T"} for place in places)


def _stands_alone(tokens: Sequence[Token], end: int) -> bool:
    """Whether no noun follows that a town's name could go with: "the Valencia, which"."""
    if tokens[end - 1].is_possessive:
        return False
    if end >= len(tokens) or not tokens[end].is_joined:
        return True
    after = tokens[end].lower
    if after in {"and", "or"}:
        return end + 1 < len(tokens) and not tokens[end + 1].is_capital
    if after in listed("leaves_for", "ship_act") and tokens[end].tag == "VERB":
        return True  # rivers rise, but they do not leave, nor dock
    return after in listed("before_verb") or after in listed("strong_locative")


def is_a_thing(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether no noun follows a name behind "a": "sold me a Rioja every Friday"."""
    if tokens[first - 1].lower not in listed("indefinite"):
        return False
    if end < len(tokens) and tokens[end].is_joined:
        # "a Newfoundland called Bruno"
        return tokens[end].tag in _BREAKS_OFF or tokens[end].lower in listed("gives_name")
    return not tokens[end - 1].is_possessive
