"""A place's name in its sentence goes in; what is only called after the place comes out.

"Lima beans", "a Jersey cow", "two glasses of Chablis", "her memoir, Leaving Lima", "the Delta
Verona", "Cathay Pacific". The name says of what kind or whose something is; nothing of the story
happens there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import in_names, listed
from geo.lexicon.names import ANIMALS, dictionary, noun_kinds, senders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.toponyms.found import Found

_LONGEST_TITLE = 6
_SMALL_WORDS = frozenset({"ADP", "DET", "CCONJ"})
_SEAS = frozenset({"OCN", "SEA"})
_OPENS_TITLE = frozenset({" ", ", ", " “", ' "', " ‘", " '", ", “", ', "', ", ‘", ", '"})
_NOUN = "NOUN"
_GOES_ON = frozenset({_NOUN, "PROPN", "ADJ", "NUM"})
_PERSON = "person"


def called_after(found: Found, sentence: Sentence) -> str:
    """Name what is called after the place; "" where the place itself may be meant."""
    match, tokens = found.match, sentence.tokens
    first, end = match.first, match.end
    thing = _thing(tokens, first, end) or _drink(tokens, first, end)
    thing = thing or _nickname(tokens, first, end)
    if thing or sentence.is_titled or sentence.is_shouted:
        return thing
    if match.prior.feature_code in _SEAS and _is_second(tokens, first):
        return _quoted(tokens, first - 1, end)
    if "half of a longer name" in found.signs:
        return _halved(tokens, first, end)
    title = (
        _with_particle(tokens, first, end)
        or _titled_work(tokens, first, end)
        or _title_in(tokens, first, end)
    )
    if title or match.prior.feature_class != "P":
        return title
    return _second_of_name(tokens, first, end)


def _thing(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a dish, a breed or a make: "Lima beans", "Jersey cow", "Dijon mustard".

    Of "a Lima bean market" the market is the place's.
    """
    if tokens[end - 1].is_possessive or end >= len(tokens) or tokens[end].gap != " ":
        return ""
    if first and tokens[first - 1].lower in listed("strong_locative"):
        return ""  # "in Texas cattle are branded"
    last = end
    if tokens[last].lower in listed("before_made_thing") and last + 1 < len(tokens):
        last += 1  # "cream cheese"
    if not _is_made_thing(tokens[last]) or tokens[last].gap != " ":
        return ""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is not None and after.gap == " " and after.tag == _NOUN:
        return ""
    return _quoted(tokens, first, last + 1)


def _is_made_thing(token: Token) -> bool:
    """Whether a noun is one of those that bear the name of where they come from."""
    lower = token.lower
    if lower in listed("made_thing"):
        return True
    return any(noun_kinds().get(one) in ANIMALS for one in (lower, lower.removesuffix("s")))


def _drink(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read what is drunk: "a bottle of Chablis"."""
    if first < 2 or tokens[first - 1].lower != "of" or tokens[end - 1].is_possessive:  # noqa: PLR2004
        return ""
    is_of = tokens[first - 2].lower in listed("drink_vessel")
    return _quoted(tokens, first - 2, end) if is_of else ""


def _is_second(tokens: Sequence[Token], first: int) -> bool:
    """Whether a capital word stands before a sea's name that is no part of the sea."""
    if not first or tokens[first].gap != " " or not tokens[first - 1].is_capital:
        return False
    before = tokens[first - 1]
    if before.is_possessive or before.text in in_names("direction_in_name"):
        return False
    is_adjective = before.tag == "ADJ"  # "the Mexican Pacific", "the Tropical Atlantic"
    return not is_adjective and not (first == 1 and before.lower in dictionary())


def _halved(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read both halves of a name: "Bursa Malaysia"."""
    is_second = first > 0 and tokens[first - 1].is_capital and tokens[first].gap == " "
    return _quoted(tokens, first - 1, end) if is_second else _quoted(tokens, first, end + 1)


def _nickname(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read what a place is likened to: "the Venice of the North", "the Detroit of Europe"."""
    if not first or tokens[first - 1].lower != "the" or end >= len(tokens):
        return ""
    is_of = tokens[end].text == "of" and tokens[end].gap == " "
    if not is_of or tokens[end - 1].is_possessive:
        return ""
    last = end + 2 if tokens[end + 1 : end + 2] and tokens[end + 1].text == "the" else end + 1
    is_named = last < len(tokens) and tokens[last].is_capital
    return _quoted(tokens, first, last + 1) if is_named else ""


def _with_particle(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a name in another language that ends in the place's: "Expreso del Altiplano"."""
    if first < 2 or tokens[first].gap != " ":  # noqa: PLR2004
        return ""
    particle, head = tokens[first - 1], tokens[first - 2]
    is_one = particle.text in listed("particle") and particle.gap == " "
    return _quoted(tokens, first - 2, end) if is_one and head.is_capital else ""


def _titled_work(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a title behind a word for a work: "her memoir, Leaving Lima", "the opera Lima"."""
    start = _title_start(tokens, first)
    if not start or tokens[start].gap not in _OPENS_TITLE:
        return ""
    noun = tokens[start - 1]
    if noun.is_capital or noun.is_possessive or noun.lower not in listed("work"):
        return ""
    is_closed = end >= len(tokens) or tokens[end].gap != " "
    is_first = start == 2 and tokens[0].lower in listed("article")  # noqa: PLR2004 - "The opera"
    is_title = start < first or (is_first and tokens[start].gap == " ")
    return _quoted(tokens, start, end) if is_title or is_closed else ""


def _title_start(tokens: Sequence[Token], first: int) -> int:
    """Find the first capital of the run of capitals and small words that ends in the name."""
    start = index = first
    while index and first - index < _LONGEST_TITLE and tokens[index].gap == " ":
        index -= 1
        if tokens[index].is_possessive:
            break
        if tokens[index].is_capital:
            start = index
        elif tokens[index].tag not in _SMALL_WORDS:
            break
    return start


def _title_in(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a title by its form: "read Murder in Mesopotamia", but not "at Parliament in Lima"."""
    if first < 3 or tokens[first - 1].text != "in" or not tokens[first - 1].is_joined:  # noqa: PLR2004
        return ""
    head, before = tokens[first - 2], tokens[first - 3]
    is_head = head.is_capital and head.text.istitle() and not head.is_possessive
    if not is_head or head.gap != " " or before.is_capital or before.tag in _SMALL_WORDS:
        return ""
    lower = head.lower
    if lower not in dictionary() or lower.endswith("s"):
        return ""
    if lower in senders() or noun_kinds().get(lower) == _PERSON:
        return ""
    known = listed("title") | listed("organisation") | listed("calendar")
    is_named = head.text in known or lower in known or head.text in in_names("landmark")
    return "" if is_named else _quoted(tokens, first - 2, end)


def _second_of_name(tokens: Sequence[Token], first: int, end: int) -> str:
    """Read a ship or a house by "the" and a common word before a town: "the Delta Verona"."""
    if first < 2 or tokens[first].gap != " " or tokens[first - 2].lower != "the":  # noqa: PLR2004
        return ""
    word = tokens[first - 1]
    is_common = word.is_capital and word.text.istitle() and word.lower in dictionary()
    if not is_common or word.is_possessive or word.gap != " " or tokens[end - 1].is_possessive:
        return ""
    other = listed("title") | listed("organisation") | listed("calendar") | listed("before_place")
    if word.text in other or word.lower in other or word.text in in_names("landmark"):
        return ""
    if word.text in in_names("direction_in_name"):
        return ""
    after = tokens[end] if end < len(tokens) else None
    if after is not None and after.is_joined and (after.is_capital or after.tag in _GOES_ON):
        return ""
    return _quoted(tokens, first - 1, end)


def _quoted(tokens: Sequence[Token], first: int, end: int) -> str:
    words = " ".join(token.text for token in tokens[first:end])
    return f"something else (“{words}”)"
