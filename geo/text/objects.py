"""Finds names of ships, storms, weapons and goods, though places bear them too.

"the frigate Sheffield", "Hurricane Florence", "Operation Cedar", "a Berlin Sans font", "a
Virginia-class submarine" and "the Marburg virus" name no place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Entity, EntityKind
from geo.lexicon import in_names, listed
from geo.lexicon.names import object_words
from geo.text.name_words import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer

_LONGEST = 3
_GAPS = frozenset({" ", "\xa0", "-", " “", ' "', " ‘", " '"})
_QUALIFIERS = 3
_GREAT = 200_000


def objects_of(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> Iterator[Entity]:
    """Find the objects that a story names with a word for what they are."""
    for sentence in sentences:
        if sentence.is_shouted:
            continue
        for index, token in enumerate(sentence.tokens):
            run = _about(sentence.tokens, index, gazetteer) if _is_word(token) else range(0)
            if run:
                span = span_of(sentence, run.start, run.stop)
                yield Entity(kind=_kind(token), span=span, reason=f"named with “{token.text}”")


def _is_word(token: Token) -> bool:
    return token.lower in object_words()


def _kind(token: Token) -> EntityKind:
    if token.is_capital and token.text in in_names("storm"):
        return EntityKind.EVENT
    return EntityKind.VEHICLE if token.lower in listed("ship") else EntityKind.OBJECT


def _about(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> range:
    """Give the words that name the object which a word is about; none if it is about none."""
    token = tokens[index]
    if token.lower in listed("object_noun"):
        return _before_noun(tokens, index, gazetteer)
    run = _run_after(tokens, index)
    if not run or gazetteer.longest([token.text, tokens[run.start].text]) > 1:
        return range(0)
    if token.text in listed("name_prefix") or token.text in in_names("storm"):
        return run
    if token.lower in listed("ship"):
        run = _with_of(tokens, run)
        return run if _is_called(tokens, index, run) else range(0)
    is_model = token.text in listed("maker") and not _is_area(tokens, run, gazetteer)
    return run if is_model else range(0)


def _run_after(tokens: Sequence[Token], index: int) -> range:
    """Take the capital words right behind a word."""
    end = index + 1
    while end < len(tokens) and end - index <= _LONGEST and tokens[end].is_capital:
        if tokens[end].gap not in _GAPS or tokens[end - 1].is_possessive:
            break
        end += 1
    return range(index + 1, end)


def _with_of(tokens: Sequence[Token], run: range) -> range:
    """Take "of" and a capital word to the name of a ship: "the ferry Ark of Oban"."""
    behind = tokens[run.stop : run.stop + 2]
    is_longer = len(behind) > 1 and behind[0].text == "of" and behind[1].is_capital
    return range(run.start, run.stop + 2) if is_longer else run


def _is_called(tokens: Sequence[Token], index: int, run: range) -> bool:
    """Whether the name behind a word for a ship is the ship's: not "the ship Greece seized"."""
    if not run or index == 0:
        return False
    following = tokens[run.stop : run.stop + 1]
    return not any(each.lower in listed("seizes") and each.gap == " " for each in following)


def _before_noun(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> range:
    """Take the capital words before a noun like "missile", "class" or "virus" and its adjectives.

    "a Kyiv missile strike" and "the Gaza rocket fire" are about the place, and so is what belongs
    to a country, a region or a great city; and a demonym before is none of the name.
    """
    noun = tokens[index]
    if _goes_on(tokens, index + 1) and noun.lower not in listed("sure_object"):
        return range(0)
    end = index
    while (
        end > 0
        and index - end < _QUALIFIERS
        and tokens[end - 1].lower in listed("object_qualifier")
    ):
        if not tokens[end].is_joined:
            return range(0)
        end -= 1
    first = end
    while first > 0 and end - first < _LONGEST and _is_of_name(tokens, first, gazetteer):
        first -= 1
    run = range(first, end)
    if not run or (noun.lower not in listed("sure_object") and _is_great(tokens, run, gazetteer)):
        return range(0)
    return run


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun is followed by another that it only modifies: "missile strike"."""
    if index >= len(tokens) or not tokens[index].is_joined:
        return False
    return tokens[index].lower in listed("attack_noun")


def _is_of_name(tokens: Sequence[Token], first: int, gazetteer: Gazetteer) -> bool:
    before = tokens[first - 1]
    if not before.is_capital or before.is_possessive or not tokens[first].is_joined:
        return False
    return gazetteer.demonym(before.text) is None


def _is_area(tokens: Sequence[Token], run: range, gazetteer: Gazetteer) -> bool:
    """Whether the words are a country or a region: "the Hyundai Alabama plant"."""
    prior = gazetteer.prior(" ".join(tokens[word].text for word in run))
    return prior is not None and prior.feature_class == "A"


def _is_great(tokens: Sequence[Token], run: range, gazetteer: Gazetteer) -> bool:
    """Whether the words are a country, a region or a great city."""
    name = " ".join(tokens[word].text for word in run)
    prior = gazetteer.prior(name)
    if prior is None:
        return False
    if prior.feature_class == "A" or prior.feature_code == "PPLC":
        return True
    return prior.population >= _GREAT
