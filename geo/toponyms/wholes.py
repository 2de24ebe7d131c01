"""A place's name in its sentence goes in; the longer name that it is only a part of comes out.

"Denver Kebabs", "Postcards to Lisbon", 'Lisbon Snow' in quotation marks, "at Preston's, a cobbler".
Such a name says whose or what something is; nothing of the story happens in that place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import in_names, listed
from geo.lexicon.names import dictionary, noun_kinds, surnames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.toponyms.found import Found

_GOES_ON = frozenset({"a common capital word after", "an unknown name after"})
_OPENING, _CLOSING = frozenset("'\"‘“«"), frozenset("'\"’”»")
_LONGEST_TITLE = 6
_AND = " & "
_TURNS = frozenset({"to", "from"})


def longer_name(found: Found, sentence: Sentence) -> str:
    """Name what the place's name is part of; "" where it stands for itself."""
    match, tokens = found.match, sentence.tokens
    named = _named_for(sentence, match.first, match.end)
    if named or sentence.is_shouted:
        return named
    if match.prior.feature_class != "P":
        return "" if sentence.is_titled else _of_land(found, tokens)
    if not _GOES_ON.isdisjoint(found.signs) and _is_of_longer(tokens[match.end]):
        return _quoted(tokens, match.first, match.end + 1)
    quoted = _title_around(tokens, match.first, match.end) or _ship(tokens, match.first, match.end)
    if quoted:
        return quoted
    # "from Perm to Kazan", though a perm is a word; but "his first book, Letters to Lisbon"
    is_way = "after another place" in found.signs and tokens[match.first - 2].gap == " "
    if not (sentence.is_titled or is_way) and _ends_title(tokens, match.first):
        return _quoted(tokens, match.first - 2, match.end)
    return _house(tokens, match.first, match.end)


def _named_for(sentence: Sentence, first: int, end: int) -> str:
    """Read a ship, a firm or a body: "Pride of Hull", "Perth & Sons", "Police Scotland"."""
    tokens, is_titled = sentence.tokens, sentence.is_titled or sentence.is_shouted
    is_of = first > 1 and tokens[first - 1].text == "of"
    if is_of and tokens[first - 2].text in listed("ship_head"):
        return _quoted(tokens, first - 2, end)
    if end < len(tokens) and tokens[end].gap == _AND and _is_partner(tokens[end]):
        return _quoted(tokens, first, end + 1)
    if first and tokens[first].gap == _AND and _is_partner(tokens[first - 1]):
        return _quoted(tokens, first - 1, end)
    is_joined = first > 0 and tokens[first].gap == " " and not tokens[first - 1].is_possessive
    heads = listed("club_head") if is_titled else listed("club_head", "organisation")
    if is_joined and tokens[first - 1].text in heads:
        return _quoted(tokens, first - 1, end)
    is_head = end < len(tokens) and tokens[end].gap == " " and tokens[end].is_capital
    if is_head and tokens[first].text in listed("club_head"):
        return _quoted(tokens, first, end + 1)  # "Bayern" of "Bayern Munich"
    return ""


def _is_partner(token: Token) -> bool:
    """Whether a word beside "&" is a surname or a common word in capitals, and no place."""
    lower = token.lower
    return token.is_capital and (lower in surnames() or lower in dictionary())


def _is_of_longer(token: Token) -> bool:
    """Whether a capital word behind a place goes on with its name: not "Geneva Monday"."""
    return not (
        token.lower in listed("calendar")
        or token.lower in listed("title")
        or token.text in in_names("landmark")
    )


def _of_two(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a firm by a country and one or two capital words: "Benin Brothers Haulage"."""
    following = tokens[end : end + 2]
    if not following or tokens[end - 1].is_possessive or not _is_part(following[0]):
        return ""
    last = following[-1]
    if not (last.is_capital and last.gap == " "):
        return _quoted(tokens, first, end + 1)  # "Egypt Market"
    is_name = last.text.istitle() and _is_of_longer(last)
    return _quoted(tokens, first, end + len(following)) if is_name else ""


def _is_part(token: Token) -> bool:
    """Whether a word is a common one in capitals that may go on with the name before it."""
    is_common = token.text.istitle() and token.lower in dictionary() and token.gap == " "
    return is_common and _is_of_longer(token) and not token.is_possessive


def _ship(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read what has "the" and a common word about a town: "the Oban Star"."""
    if first and end < len(tokens) and tokens[first - 1].lower == "the" and _is_part(tokens[end]):
        return _quoted(tokens, first, end + 1)
    return ""


def _title_around(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a title in quotation marks of which the name is a part."""
    start = first
    while start and end - start < _LONGEST_TITLE and not _opens(tokens[start]):
        start -= 1
    if not _opens(tokens[start]):
        return ""
    stop = end
    while stop < len(tokens) and stop - start < _LONGEST_TITLE and tokens[stop].gap == " ":
        stop += 1
    is_closed = stop < len(tokens) and tokens[stop].gap[:1] in _CLOSING
    run = tokens[start:stop]
    if not is_closed or stop - start == end - first or not run[-1].is_capital:
        return ""
    small = [token for token in run if not token.is_capital]
    is_title = all(token.lower not in dictionary() or len(token.text) < 5 for token in small)  # noqa: PLR2004
    return _quoted(tokens, start, stop) if is_title else ""


def _opens(token: Token) -> bool:
    return token.gap[-1:] in _OPENING


def _ends_title(tokens: Sequence[Token], first: int) -> bool:
    """Whether a capital common word and "to" or "from" stand before: "Postcards to Lisbon"."""
    if first < 3 or tokens[first - 1].text not in _TURNS:  # noqa: PLR2004 - not at the start
        return False
    head = tokens[first - 2]
    if not head.is_capital or head.gap not in {" ", ", "} or not tokens[first - 1].is_joined:
        return False
    known = listed("title") | listed("organisation") | listed("calendar")
    is_named = head.text in known or head.lower in known or head.text in in_names("landmark")
    return head.lower in dictionary() and head.text.istitle() and not is_named


def _of_land(found: Found, tokens: Sequence[Token]) -> str:
    first, end = found.match.first, found.match.end
    is_region = found.match.prior.feature_class == "L"
    if is_region and "an unknown name after" in found.signs and _is_of_longer(tokens[end]):
        return _quoted(tokens, first, end + 1)  # "the Bengal Tandoori"
    return _letters(tokens, first, end) or _of_two(tokens, first, end)


def _letters(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a title by its form where the name is a land's: "beside Letters from Iceland"."""
    if not _ends_title(tokens, first) or tokens[first - 1].text != "from":
        return ""
    head = tokens[first - 2]
    one = head.lower.removesuffix(
        "s"
    )  # several: a japan is a lacquer, but not in "the Sea of Japan"
    is_people = noun_kinds().get(one) == "person"
    return "" if one == head.lower or is_people else _quoted(tokens, first - 2, end)


def _house(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a shop or a house that is called by whose it is: "at Preston's, a cobbler"."""
    if not tokens[end - 1].is_possessive or tokens[first - 1].lower != "at" or not first:
        return ""
    is_closed = end >= len(tokens) or not tokens[end].is_joined
    return f"a house (“{tokens[end - 1].whole}”)" if is_closed else ""


def _quoted(tokens: Sequence[Token], first: int, end: int) -> str:
    words = " ".join(token.text for token in tokens[first:end])
    return f"something else (“{words}”)"
