"""A name's surroundings go in; what it can be comes out: a seat, an institution, a part of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geo.lexicon import listed
from geo.lexicon.names import never_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer
    from geo.toponyms.names import Match
    from geo.toponyms.people import People

# What may stand between a place and the one that holds it.
CONTAINER_GAPS = frozenset({", ", ",", " (", ",\n", ",\xa0"})

_REACH = 4
_DATELINE = 9  # words of a country, a day and an agency, and the first behind the dash
_DASH = re.compile(r"\s[-–]{1,3}\s|—|--")
_MARK = re.compile(r"\.?(?::\s|\s?\|)")  # behind a country or a day


class Context(NamedTuple):
    """What signs are read from besides the name: its sentence and what the story has shown."""

    sentence: Sentence
    people: People
    gazetteer: Gazetteer
    places: frozenset[int]  # first words of names beside this one
    number: int
    halves: frozenset[int] = frozenset()  # first words of names that are part of a longer one


def is_seat(match: Match) -> bool:
    """Whether the name can stand for a government: a country or a capital."""
    code = match.prior.feature_code
    return code == "PPLC" or code.startswith("PCL") or match.name in listed("seat")


def is_institution(match: Match) -> bool:
    """Whether the name is a building that stands for who works there ("the Kremlin")."""
    return match.name in listed("institution")


def head_after(match: Match, sentence: Sentence) -> int | None:
    """Index of the last word that makes the name part of an organisation's ("Chelsea FC")."""
    tokens, head = sentence.tokens, None
    for index in range(match.end, min(match.end + _REACH, len(tokens))):
        token = tokens[index]
        if not token.is_joined or not token.is_capital or tokens[index - 1].is_possessive:
            break
        if token.whole in listed("organisation") or token.text in listed("organisation"):
            head = index
    return head


def is_called_so(tokens: Sequence[Token], first: int) -> bool:
    """Whether the name at word ``first`` is said to be somebody's or something's.

    "A baker called Milan", "his sister London" and "a jet, named Lake Tana", but not "a town called
    Milan".
    """
    if _is_whose(tokens, first):
        return True
    if first < 2 or tokens[first - 1].lower not in listed("gives_name"):  # noqa: PLR2004
        return False
    bearer = tokens[first - 2]
    is_place = bearer.lower in listed("settlement") | listed("landform")
    return bearer.tag == "NOUN" and not bearer.is_capital and not is_place


def _is_whose(tokens: Sequence[Token], first: int) -> bool:
    """Whether whose and a word for somebody stand right before the name: "whose sister London"."""
    if first < 2 or tokens[first].gap != " " or tokens[first - 1].lower not in listed("role"):  # noqa: PLR2004
        return False
    owner = tokens[first - 2]
    is_owner = owner.lower in listed("possessive") or owner.lower in listed("relative_of_owner")
    return is_owner and not tokens[first - 1].is_capital


def is_container(match: Match, context: Context) -> bool:
    """Whether the word behind the comma is a country, a state or its abbreviation.

    "Peru, Indiana" is a town, but of "Peru, Chile" and "Ohio, Texas and Iowa" neither holds the
    other.
    """
    tokens, end = context.sentence.tokens, match.end
    if tokens[end].text.strip(".") in listed("state_short"):
        return not _is_credit(tokens, end)
    run = [token.text for token in tokens[end : end + _REACH]]
    count = context.gazetteer.longest(run)
    holder = context.gazetteer.prior(" ".join(run[:count])) if count else None
    if holder is None or tokens[end + count - 1].is_possessive:
        return False
    own = match.prior.feature_code
    if holder.feature_code.startswith("PCL"):
        return not own.startswith("PCL")
    if holder.feature_class in {"T", "L"}:
        return match.prior.feature_class == "P"
    if holder.feature_code != "ADM1":
        return _is_state_of(match, " ".join(run[:count]), end + count, context)
    return own != "ADM1" or not _goes_on(tokens, end + count)


def _is_state_of(match: Match, name: str, end: int, context: Context) -> bool:
    """Whether a city's name is its state's here, or a county's: "Salamanca, New York".

    In "Boston, New York and Chicago" it is the city's, though a Boston lies in that state as well.
    """
    tokens, first = context.sentence.tokens, match.first
    is_list = first > 0 and tokens[first].gap == ", " and tokens[first - 1].is_capital
    if match.prior.feature_class != "P" or is_list or _goes_on(tokens, end):
        return False
    wanted, gazetteer = match.name.casefold(), context.gazetteer
    holder = gazetteer.prior(name)
    if holder is not None and holder.feature_code == "ADM2":
        return True  # "Wellington, Somerset"
    towns = {
        (place.country_code, place.admin1)
        for place in gazetteer.candidates(match.name)
        if place.feature_class == "P" and place.name.casefold() == wanted
    }
    states = (place for place in gazetteer.candidates(name) if place.feature_code == "ADM1")
    return any((state.country_code, state.admin1) in towns for state in states)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether a list goes on at a word: ", Iowa" or " and Iowa"."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    return token.text in {"and", "or"} or (token.gap == ", " and token.is_capital)


def is_agency(match: Match, sentence: Sentence) -> bool:
    """Whether the name stands in the brackets of a dateline: "LIMA (Andes Wire) - "; no country."""
    tokens, first, end = sentence.tokens, match.first, match.end
    while first > 0 and "(" not in tokens[first].gap:
        if tokens[first].gap != " " or not tokens[first].is_capital:
            return False
        first -= 1
    while end < len(tokens) and tokens[end].gap == " " and tokens[end].is_capital:
        end += 1
    if first == 0 or end == len(tokens) or not tokens[0].text.isupper():
        return False
    is_alone = (first, end) == (match.first, match.end)
    is_area = is_alone and match.prior.feature_class == "A"
    return _closes_dateline(tokens[end].gap) and (not is_area or _is_credit(tokens, first))


def _is_credit(tokens: Sequence[Token], at: int) -> bool:
    """Whether an agency called like a state stands there: "LONDON (PA) -"."""
    is_last = at + 1 < len(tokens) and _closes_dateline(tokens[at + 1].gap)
    is_called = tokens[at].text.isupper() and tokens[at].lower in listed("credit_like_state")
    return is_last and is_called and tokens[0].text.isupper()


def _closes_dateline(gap: str) -> bool:
    return gap[:1] == ")" and bool(_DASH.search(gap))


def is_dateline(match: Match, sentence: Sentence) -> bool:
    """Whether the name opens the sentence and a dash follows, at once or behind day and agency.

    Behind a country or a day a colon or a stroke will do: "LUND, Sweden: The observatory".
    """
    if match.first > 1 or "(" in sentence.tokens[match.first].gap:
        return False
    is_upper, following = match.name.isupper(), sentence.tokens[match.end :]
    is_town = is_upper and match.name.lower() not in never_alone()
    for number, token in enumerate(following[:_DATELINE]):
        if _DASH.search(token.gap):
            return is_upper or token.gap[0] != " "
        if number and _MARK.match(token.gap):
            return is_town
        if not (token.is_capital or token.text.isdigit()):
            return False
    # "HILO, Hawaii." is a sentence of its own.
    is_whole = 0 < len(following) < _DATELINE and following[0].gap == ", "
    return is_town and is_whole and not sentence.is_shouted
