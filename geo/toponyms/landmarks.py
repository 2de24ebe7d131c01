"""A sentence goes in; names made with a word for a landform, a street or a district come out.

"Kish River", "Lake Robinson" and "Darby Street" name places whether or not the gazetteer knows
them. They are kept whole, so that the town in the street's name is not taken for the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.lexicon import in_names, listed
from geo.lexicon.names import dictionary
from geo.toponyms.context import is_called_so

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Sentence, Token

_MOST_WORDS = 3
_OF = 2


class Landmark(NamedTuple):
    """Words ``first`` to before ``end``; ``head`` says what it is.

    ``is_weak`` tells that a name found among its words goes before: of "the town of Bath Spa" only
    the gazetteer knows where the name ends.
    """

    first: int
    end: int
    head: str
    is_weak: bool = False


def find_landmarks(sentence: Sentence, taken: frozenset[int]) -> Iterator[Landmark]:
    """Find such names from left to right; words in ``taken`` (people) are passed over."""
    if sentence.is_shouted:
        return
    tokens, last = sentence.tokens, 0
    for index, token in enumerate(tokens):
        if index < last or index in taken or not token.is_capital:
            continue
        found = (
            _before_head(sentence, index, last, taken)
            or _after_head(tokens, index, taken)
            or _named_of(tokens, index, taken)
        )
        if found is not None and not is_called_so(tokens, found.first):
            yield found
            last = found.end


def _before_head(
    sentence: Sentence, index: int, least: int, taken: frozenset[int]
) -> Landmark | None:
    """Read "Kish River" from its last word."""
    tokens = sentence.tokens
    head = tokens[index].text.strip(".")
    if not (_is_head(tokens, index, head) or head in in_names("street_named")):
        return None
    if _is_kind_behind(tokens, index):
        return None
    first = index
    while first > least and index - first < _MOST_WORDS and _goes_on(tokens, first, taken):
        first -= 1
    if first == 0 and index - first > 1 and tokens[0].lower in dictionary():
        first = 1
    if head in in_names("landform_first") and _opens(tokens, first, index):
        return None
    if first == index or tokens[first].lower in listed("not_landmark"):
        return None
    if all(token.lower in listed("not_landmark") for token in tokens[first:index]):
        return None
    return Landmark(first, index + 1, head)


def _is_head(tokens: Sequence[Token], index: int, head: str) -> bool:
    """Whether a word ends a landmark's name, of itself or by the one before: "Game Reserve"."""
    if head in in_names("landmark"):
        return True
    is_told = index > 0 and tokens[index - 1].text in in_names("head_kind")
    return is_told and head in in_names("landmark_of_kind")


def _is_kind_behind(tokens: Sequence[Token], index: int) -> bool:
    """Whether the name goes on: "Simien Mountains National Park"."""
    behind = tokens[index + 1 : index + 3]
    is_joined = all(token.is_capital and token.gap == " " for token in behind)
    is_kind = len(behind) > 1 and behind[0].text in in_names("head_kind")
    return is_kind and is_joined and _is_head(tokens, index + 2, behind[1].text)


def _opens(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the head begins a name of its own behind a common word: "Then Lake Baikal"."""
    is_common = first == index - 1 and tokens[first].lower in dictionary()
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return is_common and after is not None and after.is_capital and after.gap == " "


def _goes_on(tokens: Sequence[Token], first: int, taken: frozenset[int]) -> bool:
    """Whether the word before belongs to the name as well."""
    before, token = tokens[first - 1], tokens[first]
    if first - 1 in taken or before.is_possessive or token.gap not in {" ", "\xa0", "\n", "-"}:
        return False
    if before.text in in_names("head_kind") and _is_head(tokens, first, token.text):
        return first > 1  # "Liwonde National Park", no "National Park" alone
    if before.text in listed("organisation") or before.lower in listed("title"):
        return False
    return before.is_capital and before.lower not in listed("calendar") | listed("not_landmark")


def _after_head(tokens: Sequence[Token], index: int, taken: frozenset[int]) -> Landmark | None:
    """Read "Lake Robinson" and "Lac du Loup" from the first word."""
    if tokens[index].text not in in_names("landform_first"):
        return None
    at = index + 1
    while at < len(tokens) and at - index < _MOST_WORDS and tokens[at].text in listed("particle"):
        at += 1
    if any(token.gap != " " for token in tokens[index + 1 : at + 1]):
        return None
    after = tokens[at] if at < len(tokens) else None
    if after is None or at in taken or not after.is_capital:
        return None
    if after.text in listed("organisation") or after.lower in listed("calendar"):
        return None
    return Landmark(index, at + 1, tokens[index].text)


def _named_of(tokens: Sequence[Token], index: int, taken: frozenset[int]) -> Landmark | None:
    """Read "the island of Orsay" from its first capital, whether or not the place is known."""
    if index < _OF or tokens[index - 1].text != "of" or tokens[index].gap != " ":
        return None
    kind = tokens[index - 2]
    if kind.text not in listed("named_of") or _is_no_name(tokens[index]):
        return None
    end = index + 1
    while end < len(tokens) and end - index < _MOST_WORDS and end not in taken:
        is_part = tokens[end].is_capital and tokens[end].gap in {" ", "-"}
        if not is_part or tokens[end - 1].is_possessive:
            break
        end += 1
    return Landmark(index, end, kind.text, is_weak=True)


def _is_no_name(token: Token) -> bool:
    """Whether a word is a month or names a people: "a village of Germans"."""
    return token.lower in listed("calendar") or token.text.endswith("s")
