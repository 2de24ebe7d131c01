"""Finds the people whom a story names in full, by its words alone.

A person is known by a title ("Gen. Pat Ryder"), a first name ("Hana Pak"), initials ("J. Ortiz")
or an age ("Ana Lund, 34,").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Entity, EntityKind
from geo.lexicon import in_names, listed
from geo.lexicon.names import dictionary, first_names, surnames
from geo.text.name_words import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer

_LONGEST_NAME = 5
_OF_A_PLACE = 3  # words that are no person's: two may be
_GREATEST_AGE = 120
_BIG_CITY = 100_000

# So many of 100,000 people must bear a first name for it to be a common one.
_COMMON = 15


def people_of(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> Iterator[Entity]:
    """Find the people whom a story names in full, in the order of the text."""
    for sentence in sentences:
        tokens = sentence.tokens
        index = 0
        while index < len(tokens):
            if not tokens[index].is_capital:
                index += 1
                continue
            end = _place_end(tokens, index, gazetteer)
            if end > index:
                index = end
                continue
            end, reason = _person(sentence, index, gazetteer)
            if end > index:
                span = span_of(sentence, index, end)
                yield Entity(kind=EntityKind.PERSON, span=span, reason=reason)
            index = max(end, index + 1)


def _place_end(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> int:
    """Index behind a known place of several words that holds a person's: "San Pedro de Quito".

    The index itself where none begins, or where its first word may be a person's own.
    """
    token = tokens[index]
    is_saint = token.lower in listed("particle")  # "Santa Cruz de Tenerife"
    if token.is_possessive or (token.lower in first_names() and not is_saint):
        return index
    if token.lower in listed("title"):
        return index
    end = index + 1
    while end < len(tokens) and end - index < _LONGEST_NAME and _is_part(tokens, end):
        end += 1
    if end - index < _OF_A_PLACE:
        return index
    count = gazetteer.longest([each.text for each in tokens[index:end]])
    if count < _OF_A_PLACE or not tokens[index + count - 1].is_capital:
        return index
    return index + count


def _is_part(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].is_joined and not tokens[index - 1].is_possessive


def _person(sentence: Sentence, index: int, gazetteer: Gazetteer) -> tuple[int, str]:
    """Index behind the person's name that begins at a word, and what shows it.

    The index itself if none does.
    """
    tokens = sentence.tokens
    token = tokens[index]
    if _follows_title(tokens, index) and not is_country(token.text, gazetteer):
        title = tokens[index - 1].text
        end = index if _is_place_of_two(tokens, index, gazetteer) else _name_end(tokens, index, 0)
        return end, f"named behind “{title}”"
    if len(token.lower) == 1 and token.text.endswith("."):
        if _is_short_for_country(tokens, index, gazetteer):
            return index, ""
        return _name_end(tokens, index, 2), "named with an initial"
    if _is_aged(tokens, index):
        return _name_end(tokens, index, 2), "named with an age"
    if token.lower in first_names() and _is_first_name(sentence, index, gazetteer):
        return _name_end(tokens, index, 2), "a first name before a surname"
    return index, ""


def _is_short_for_country(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether an initial and the word behind it are a country: "S. Korea"."""
    pair = [each.text for each in tokens[index : index + 2]]
    return gazetteer.longest(pair) == len(pair) and is_country(" ".join(pair), gazetteer)


def _follows_title(tokens: Sequence[Token], index: int) -> bool:
    """Whether a title stands right before the word and the word itself is none."""
    if index == 0 or tokens[index].lower in listed("title"):
        return False
    before, token = tokens[index - 1], tokens[index]
    if before.is_possessive or before.lower not in listed("title"):
        return False
    if not (token.gap in {" ", ". "} or token.is_joined) or _is_landform_of(tokens, index):
        return False
    return before.is_capital or before.lower not in listed("loose_title")


def _is_landform_of(tokens: Sequence[Token], index: int) -> bool:
    """Whether a title and a name are part of a landform's: "King George Island"."""
    following = tokens[index + 1 : index + 2]
    if tokens[index].is_possessive or not tokens[index - 1].is_capital:
        return False
    return any(after.gap == " " and after.text in in_names("landform") for after in following)


def _is_place_of_two(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether a title and the word behind it are one well-known name: "Sri Lanka"."""
    pair = [tokens[index - 1].whole, tokens[index].text]
    return gazetteer.longest(pair) == len(pair) and _is_well_known(" ".join(pair), gazetteer)


def _is_first_name(sentence: Sentence, index: int, gazetteer: Gazetteer) -> bool:
    """Whether a word that may be a first name is one here, by what follows it."""
    tokens = sentence.tokens
    following = [
        each for each in tokens[index + 1 : index + 4] if each.text not in listed("particle")
    ]
    if not following:
        return False
    token, after = tokens[index], following[0]
    if token.is_possessive or not after.is_capital or after.gap not in {" ", "\n", "\xa0"}:
        return False
    if _is_other_head(after.text) or after.lower in listed("calendar"):
        return False
    count = gazetteer.longest([each.text for each in tokens[index : index + 5]])
    if count > 1:
        prior = gazetteer.prior(" ".join(each.text for each in tokens[index : index + count]))
        return prior is not None and prior.population < _BIG_CITY and not prior.is_primary
    return _takes_surname(sentence, token, after, gazetteer if count else None)


def _takes_surname(
    sentence: Sentence, token: Token, after: Token, gazetteer: Gazetteer | None
) -> bool:
    """Whether the word behind a first name can be its surname.

    ``gazetteer`` is given where the first name is also that of a place.
    """
    is_listed = after.lower in surnames()
    is_word = after.lower in dictionary()
    if is_listed and first_names()[token.lower] >= _COMMON:
        return True
    if gazetteer is not None and _is_well_known(token.text, gazetteer):
        return not is_word and (is_listed or _is_city(token.text, gazetteer))
    if sentence.is_titled or sentence.is_shouted:
        return is_listed and token.lower not in dictionary()
    return is_listed or not is_word


def _is_well_known(name: str, gazetteer: Gazetteer) -> bool:
    prior = gazetteer.prior(name)
    return prior is not None and (
        prior.population >= _BIG_CITY or prior.feature_class in {"A", "L"}
    )


def _is_city(name: str, gazetteer: Gazetteer) -> bool:
    prior = gazetteer.prior(name)
    return prior is not None and prior.feature_class == "P"


def is_country(name: str, gazetteer: Gazetteer) -> bool:
    """Whether the word is a country and no name for people ("Senior US officials")."""
    prior = gazetteer.prior(name)
    if prior is None or not prior.feature_code.startswith("PCL"):
        return False
    return name.lower() not in first_names() and name.lower() not in surnames()


def _is_other_head(word: str) -> bool:
    """Whether the word makes what stands before it a team, a street, a lake or an office."""
    return (
        word in listed("organisation")
        or word in listed("team")
        or word in in_names("street")
        or word in in_names("landform")
        or word in listed("title")
    )


def _is_aged(tokens: Sequence[Token], index: int) -> bool:
    """Whether two or three capital words and an age follow: "Ana Lund, 34,"."""
    for count in (2, 3):
        end = index + count
        if end >= len(tokens):
            return False
        name, age = tokens[index:end], tokens[end]
        if not all(token.is_capital for token in name) or name[0].lower in listed("locative"):
            return False
        if not all(token.gap == " " for token in name[1:]):
            return False
        if age.gap == ", " and age.text.isdecimal() and len(age.text) <= 3:  # noqa: PLR2004
            after = tokens[end + 1] if end + 1 < len(tokens) else None
            is_length = after is not None and (
                after.gap in {",", "."} or after.lower in listed("near_place")
            )  # "El Fasher, 1,430 kilometers away"
            return 0 < int(age.text) < _GREATEST_AGE and not is_length
    return False


def _name_end(tokens: Sequence[Token], index: int, least: int) -> int:
    """Index behind the run of capitals, particles and initials that begins at a word."""
    end = index + 1
    while end < len(tokens) and end - index < _LONGEST_NAME:
        token, before = tokens[end], tokens[end - 1]
        if before.is_possessive or not token.is_joined:
            break
        if token.is_capital:
            if end - index >= 2 and _is_other_head(token.text):  # noqa: PLR2004
                break
            end += 1
        elif token.text in listed("particle"):
            end += 1
        else:
            break
    while end > index and not tokens[end - 1].is_capital:
        end -= 1
    return end if end - index >= least else index
