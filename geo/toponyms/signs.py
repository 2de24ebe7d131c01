"""A known name in its sentence goes in; the signs that it is a place, or is not, come out.

Each sign is a key of ``data/lexicon/toponyms_weights.json``; `geo.toponyms.judge` adds them up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geo.toponyms.lexicon import cues, first_names, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.ports import Gazetteer
    from geo.toponyms.names import Match
    from geo.toponyms.people import People
    from geo.toponyms.tokens import Sentence, Token

_SIZES = ((5_000_000, "5m"), (1_000_000, "1m"), (200_000, "200k"), (50_000, "50k"), (5_000, "5k"))
_FEW = 3
_DATELINE = 6
_DASH = re.compile(r"\s[-–]{1,3}\s|—|--")
_JOINS = frozenset({"and", "or", "to", "&"})
_GREAT = 1_000_000
_REACH = 4

# What may stand between a place and the one that holds it.
CONTAINER_GAPS = frozenset({", ", ",", " (", ",\n", ",\xa0"})


class Context(NamedTuple):
    """What signs are read from besides the name: its sentence and what the story has shown."""

    sentence: Sentence
    people: People
    gazetteer: Gazetteer
    places: frozenset[int]  # first words of names beside this one
    number: int


def signs(match: Match, context: Context) -> set[str]:
    """Collect the signs for and against a name's being a place."""
    found = set(_of_name(match))
    found.update(_of_sentence(match, context))
    found.update(_in_list(match, context))
    found.update(_before(match, context))
    found.update(_after(match, context))
    return found


def _of_name(match: Match) -> Iterator[str]:
    prior = match.prior
    yield f"is {_kind(match)}"
    if is_institution(match):
        yield "an institution"
    if match.end - match.first > 1:
        yield "several words"
    elif not prior.is_primary and prior.feature_class == "P":
        yield "an alias"
    lower = match.name.lower()
    single = match.end - match.first == 1
    if single and lower in words("words"):
        yield "a common word"
    is_great = prior.feature_class == "A" or prior.population >= _GREAT
    if single and lower in first_names():
        yield "a first name, but a great place" if is_great else "a first name"
    if single and lower in words("surnames"):
        yield "a surname, but a great place" if is_great else "a surname"
    if len(lower) <= _FEW and match.name.isalpha() and prior.feature_class == "P":
        yield "very short"


def _kind(match: Match) -> str:
    prior = match.prior
    if prior.feature_code.startswith("PCL"):
        return "a country"
    if prior.feature_class == "A" and prior.feature_code == "ADM1":
        return "a region over 1m" if prior.population >= _GREAT else "a region"
    if prior.feature_class != "P":
        return "another feature"
    for least, size in _SIZES:
        if prior.population >= least:
            return f"a city over {size}"
    return "a small place"


def _of_sentence(match: Match, context: Context) -> Iterator[str]:
    sentence = context.sentence
    if sentence.is_shouted:
        yield "all in capitals"
    if sentence.is_titled:
        yield "in a title"
    if _is_dateline(match, sentence):
        yield "a dateline"
    elif match.first == 0 and not sentence.is_titled and not sentence.is_shouted:
        yield "begins the sentence"
    if match.name.lower() in context.people.surnames:
        yield "a person's surname here"
    if not sentence.tokens[match.first].is_capital:
        yield "in lower case"


def _in_list(match: Match, context: Context) -> Iterator[str]:
    """Say whether other names stand beside this one in a list: "Peru, Chile and Bolivia"."""
    tokens, first, end = context.sentence.tokens, match.first, match.end
    if first and _parts(tokens, first) and first - 1 in context.places:
        yield "after another place"
    elif first > 1 and tokens[first - 1].text in _JOINS and first - 2 in context.places:
        yield "after another place"
    if end < len(tokens) and _parts(tokens, end) and end in context.places:
        yield "before another place"
    elif end < len(tokens) and tokens[end].text in _JOINS and end + 1 in context.places:
        yield "before another place"


def _parts(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].gap in {", ", " – ", "/", "–"}


def _is_dateline(match: Match, sentence: Sentence) -> bool:
    """Whether the name opens the sentence and a dash follows it, at once or behind an agency."""
    if match.first > 1 or match.end >= len(sentence.tokens):
        return False
    for token in sentence.tokens[match.end : match.end + _DATELINE]:
        if _DASH.search(token.gap):
            return match.name.isupper() or token.gap[:1] != " "
        if token.is_capital is False:
            return False
    return False


def _before(match: Match, context: Context) -> Iterator[str]:
    tokens, first = context.sentence.tokens, match.first
    if first == 0:
        return
    before, token = tokens[first - 1], tokens[first]
    lower = before.lower
    pair = f"{tokens[first - 2].lower} {lower}" if first > 1 else ""
    if not token.is_joined:
        return
    if token.gap == "-" and before.text in {"D", "R"}:
        yield "cue before"
    if pair in cues("before_place") or lower in cues("before_place"):
        yield "cue before"
    if lower in cues("strong_locative"):
        yield "strong preposition before"
    elif lower in cues("locative"):
        yield "preposition before"
    if lower == "the":
        is_town = match.prior.feature_class == "P" and match.end - first == 1
        yield "an article before a town" if is_town else "an article before"
    if lower in {"said", "says"}:
        yield "speech before"
    yield from _capital_before(before, match, context)


def _capital_before(before: Token, match: Match, context: Context) -> Iterator[str]:
    """Say what kind of capital word stands right before the name."""
    first = match.first
    lower = before.lower
    if not before.is_capital or before.is_possessive:
        return
    if context.sentence.is_shouted or (first == 1 and lower in words("words")):
        return
    if before.text in cues("directions"):
        yield "a direction before"
    elif first - 1 in context.places:
        yield "a place right before"
    elif context.gazetteer.demonym(before.text):
        yield "a demonym before"
    elif (context.number, first - 1) in context.people.words:
        yield "a person right before"
    elif context.sentence.tokens[first].gap == "-":
        yield "hyphened to a capital"
    elif context.sentence.is_titled or lower in words("words"):
        yield "a capital word before"
    else:
        yield "an unknown name before"


def _after(match: Match, context: Context) -> Iterator[str]:
    tokens, end = context.sentence.tokens, match.end
    if end >= len(tokens):
        return
    after = tokens[end]
    lower = after.lower
    if after.gap in CONTAINER_GAPS and _is_container(match, context):
        yield "its container after"
    if not after.is_joined:
        return
    if after.gap == "-" and lower in {"based", "born", "area", "bound"}:
        yield "based after"
    is_owner = tokens[end - 1].is_possessive
    if not after.is_capital:
        if lower in cues("after_place"):
            yield "cue after"
        elif lower in cues("speech"):
            yield "speech after"
        elif lower in cues("government_verbs"):
            yield "a seat acts" if is_seat(match) else "action after"
        elif after.gap == " " and not is_owner and lower in words("words"):
            yield "a small word after" if len(lower) <= _FEW + 1 else "a word after"
    elif not is_owner and not context.sentence.is_shouted:
        yield from _capital_after(match, context)


def _capital_after(match: Match, context: Context) -> Iterator[str]:
    """Say what kind of capital word follows the name."""
    tokens, end = context.sentence.tokens, match.end
    after = tokens[end]
    if after.text in cues("streets"):
        yield "a street after"
    elif after.text in cues("geo_heads"):
        yield "a landform after"
    elif after.text in cues("teams"):
        yield "a team after"
    elif end in context.places:
        yield "a place right after"
    elif after.gap == "-":
        yield "hyphened to a capital"
    elif head_after(match, context.sentence) is not None:
        yield "an office or firm after"
    elif context.sentence.is_titled:
        yield "a title word after"
    elif (context.number, end) in context.people.words:
        yield "a person right after"
    elif after.lower in words("words"):
        yield "a common capital word after"
    else:
        yield "an unknown name after"


def is_seat(match: Match) -> bool:
    """Whether the name can stand for a government: a country or a capital."""
    code = match.prior.feature_code
    return code == "PPLC" or code.startswith("PCL") or match.name in cues("seats")


def is_institution(match: Match) -> bool:
    """Whether the name is a building that stands for who works there ("the Kremlin")."""
    return match.name in cues("institutions")


def head_after(match: Match, sentence: Sentence) -> int | None:
    """Index of the last word that makes the name part of an organisation's ("Chelsea FC")."""
    tokens, head = sentence.tokens, None
    for index in range(match.end, min(match.end + _REACH, len(tokens))):
        token = tokens[index]
        if not token.is_joined or not token.is_capital or tokens[index - 1].is_possessive:
            break
        if token.whole in cues("org_heads") or token.text in cues("org_heads"):
            head = index
    return head


def _is_container(match: Match, context: Context) -> bool:
    """Whether the word behind the comma is a country, a state or its abbreviation.

    "Peru, Indiana" is a town, but of "Peru, Chile" and "Ohio, Texas and Iowa" neither holds the
    other.
    """
    tokens, end = context.sentence.tokens, match.end
    if tokens[end].text.strip(".") in cues("strong_states"):
        return True
    run = [token.text for token in tokens[end : end + _REACH]]
    count = context.gazetteer.longest(run)
    holder = context.gazetteer.prior(" ".join(run[:count])) if count else None
    if holder is None or tokens[end + count - 1].is_possessive:
        return False
    own = match.prior.feature_code
    if holder.feature_code.startswith("PCL"):
        return not own.startswith("PCL")
    if holder.feature_code != "ADM1":
        return False
    return own != "ADM1" or not _goes_on(tokens, end + count)


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether a list goes on at a word: ", Iowa" or " and Iowa"."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    return token.text in {"and", "or"} or (token.gap == ", " and token.is_capital)
