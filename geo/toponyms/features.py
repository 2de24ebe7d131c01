"""A known name in its sentence goes in; the signs that it is a place, or is not, come out.

Each sign is a key of ``data/lexicon/en/name_signs.json``; `geo.toponyms.judge` adds them up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.lexicon.names import dictionary, first_names, surnames
from geo.toponyms.context import is_agency, is_dateline, is_institution
from geo.toponyms.lists import in_list
from geo.toponyms.local_signs import local_signs
from geo.toponyms.neighbours import after, before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer
    from geo.toponyms.context import Context
    from geo.toponyms.names import Match

_SIZES = ((5_000_000, "5m"), (1_000_000, "1m"), (200_000, "200k"), (50_000, "50k"), (5_000, "5k"))
_GREAT = 1_000_000
_CITY = 100_000
_FEW = 3
_RARE = 2
_COMMON = 10  # of 100,000 people
_NOT_TINY = 2_000
_VAST = frozenset({"CONT", "OCN", "SEA"})
_TOWN = 5_000
_LONGEST_ACRONYM = 4
_CODE = 2
# Where a person and the story's place have one name, these are of the place.
_NOT_OF_PEOPLE = frozenset(
    {
        "its container after",
        "a distance after",
        "a distance before",
        "a journey before",
        "a way through it",
        "an apposition after",
        "cue before",
        "a local body after",
        "a person's home before",
        "a member for it",
        "counties after",
    }
)
_PLACED = frozenset({"strong preposition before", "preposition before", "after another place"})
_COMMON_TAGS = frozenset({"NOUN", "VERB", "ADJ", "ADV"})


def signs(match: Match, context: Context) -> frozenset[str]:
    """Collect the signs for and against a name's being a place."""
    found = set(_of_name(match, context.gazetteer))
    found.update(_of_sentence(match, context))
    found.update(_of_part(match, context))
    found.update(in_list(match, context))
    found.update(before(match, context))
    found.update(after(match, context))
    found.update(local_signs(match, context))
    if "an unknown name after" in found:
        # Whoever has a first name that is none of ours: "Iga Halloran won".
        found -= {"a name of one place", "a name of one small place"}
    if {"an alias", "an unknown name before"} <= found and match.end - match.first == 1:
        found.add("an alias in a longer name")  # "Nizhny Pari" is not Paris
    if "its container after" in found:  # "the Mobile, Alabama, firm"
        found -= {"an article and no noun", "an article before a town"}
    if "a name of one place" in found:
        found.discard("begins the sentence")
    if not found.isdisjoint(_PLACED) and _is_before_person(match, context):
        found.discard("a person's surname here")
    if not found.isdisjoint(_NOT_OF_PEOPLE) and not _is_owner(match, context):
        found -= {"a person's surname here", "a person's first name here"}
    return frozenset(found)


def _is_before_person(match: Match, context: Context) -> bool:
    """Whether the person of a name is not told of yet: nobody is called by the surname before."""
    known = context.people.surnames.get(match.name.lower())
    return known is not None and context.number > 0 and (context.number, match.first) < known


def _is_owner(match: Match, context: Context) -> bool:
    return context.sentence.tokens[match.end - 1].is_possessive


def _of_name(match: Match, gazetteer: Gazetteer) -> Iterator[str]:
    prior = match.prior
    yield f"is {_kind(match, gazetteer)}"
    if prior.feature_code == "PRLL":
        yield "a line round the globe"
    if is_institution(match):
        yield "an institution"
    if match.end - match.first > 1:
        yield "several words"
        if _is_own(match):
            yield "a name of one small place"
    elif not prior.is_primary and prior.feature_class == "P":
        yield "an alias"
    lower = match.name.lower()
    if match.end - match.first == 1:
        yield from _of_word(match, lower, gazetteer)
    if len(lower) <= _FEW and match.name.isalpha() and prior.feature_class == "P":
        yield "very short"


def _of_word(match: Match, lower: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Say what else a name of one word can be."""
    prior = match.prior
    if not _is_other_word(lower) or _is_renowned(match, lower):
        if prior.feature_class in {"T", "H", "L"} or _is_island(match, gazetteer):
            yield "a feature with a name of its own"
        elif prior.bearers <= _RARE:
            is_known = prior.population >= _NOT_TINY
            yield "a name of one place" if is_known else "a name of one small place"
        elif prior.feature_class == "P" and prior.population >= _TOWN:
            yield "a town's name and no other word"
    is_area = prior.feature_class == "A" and prior.feature_code != "ADM2"
    is_great = (
        is_area
        or (prior.population >= _GREAT and not _is_of_people(match))
        or prior.feature_code in _VAST
        or _is_renowned(match, lower)
    )
    but = ", but a great place" if is_great else ""
    for sign, listed in (
        ("a common word", dictionary()),
        (_first_name(lower), first_names()),
        ("a surname", surnames()),
    ):
        if lower in listed:
            yield sign + but


def _is_island(match: Match, gazetteer: Gazetteer) -> bool:
    """Whether the name is a region's that is an island of its own: "Guadalcanal"."""
    is_region = match.prior.feature_code == "ADM1"
    return is_region and any(
        place.feature_code in {"ISL", "ISLS"} for place in gazetteer.candidates(match.name)
    )


def _is_own(match: Match) -> bool:
    """Whether a name of several words is of one small place, and is not all common words."""
    prior = match.prior
    is_small = prior.feature_class == "P" and prior.population < _NOT_TINY
    return is_small and prior.bearers <= _RARE and not all(map(_is_other_word, _words(match)))


def _words(match: Match) -> list[str]:
    return [word for word in re.split(r"[\s'’-]", match.name.lower()) if len(word) >= _FEW]


def _first_name(lower: str) -> str:
    """Say how common a first name is, for towns with a rare one's name are no rarer than it."""
    is_rare = first_names().get(lower, 0) < _COMMON and lower not in surnames()
    return "a rare first name" if is_rare else "a first name"


def _is_renowned(match: Match, lower: str) -> bool:
    """Whether a city's or a region's name is nothing else but a first name that few people bear."""
    prior = match.prior
    is_known = prior.feature_code == "ADM1" or prior.population >= _CITY
    is_rare = 0 <= first_names().get(lower, -1) < _COMMON
    is_word = lower in surnames() or lower in dictionary()
    return is_known and prior.is_primary and is_rare and not is_word


def _is_other_word(lower: str) -> bool:
    return lower in dictionary() or lower in first_names() or lower in surnames()


def _is_of_people(match: Match) -> bool:
    """Whether the largest town of a name has it besides another, and so have people: "Sidney"."""
    lower, prior = match.name.lower(), match.prior
    is_second = prior.feature_class == "P" and not prior.is_primary
    return is_second and (lower in first_names() or lower in surnames())


def _kind(match: Match, gazetteer: Gazetteer) -> str:
    prior = match.prior
    if prior.feature_code.startswith(("PCL", "TERR")):
        return "a country"
    if prior.feature_code == "PPLC" and prior.population < _GREAT:
        return "a city over 200k"  # however small, news is about it
    if prior.feature_class == "A" and prior.feature_code == "ADM1":
        return "a region over 1m" if prior.population >= _GREAT else "a region"
    if prior.feature_class != "P":
        return "a sea or a continent" if prior.feature_code in _VAST else "another feature"
    people = _largest_called_so(match, gazetteer) if _is_of_people(match) else prior.population
    for least, size in _SIZES:
        if people >= least:
            return f"a city over {size}"
    return "a small place"


def _largest_called_so(match: Match, gazetteer: Gazetteer) -> int:
    """Give the people of the largest place that the name is the first name of."""
    name = match.name.lower()
    called = (place for place in gazetteer.candidates(match.name) if place.name.lower() == name)
    return max((place.population for place in called), default=0)


def _of_grammar(match: Match, tokens: Sequence[Token]) -> Iterator[str]:
    """Say what the grammar takes a common word at the start for, where the capital says nothing."""
    token = tokens[0]
    if match.end > 1 or token.lower not in dictionary():
        return
    if token.tag == "PROPN":
        yield "a name to the grammar"
    elif token.tag in _COMMON_TAGS:
        after = tokens[1] if len(tokens) > 1 else None
        is_joined = after is not None and after.gap == " " and not after.is_capital
        is_first_of_two = is_joined and after is not None and after.tag == "NOUN"
        if not match.prior.feature_code.startswith("PCL") or (
            is_first_of_two and not token.is_possessive
        ):
            yield "a common word to the grammar"


def _of_capitals(match: Match, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[str]:
    """Say whether a few capitals are more likely a body’s name: "OAS", "APC"."""
    is_short = len(match.name) <= _LONGEST_ACRONYM and match.name.isalpha()
    is_small = match.prior.feature_class in {"P", "H", "T"}
    is_known = is_small or _is_loose_code(match, sentence, gazetteer)
    if is_short and is_known and match.name.isupper() and not is_dateline(match, sentence):
        yield "an acronym"


def _is_loose_code(match: Match, sentence: Sentence, gazetteer: Gazetteer) -> bool:
    """Whether a state's two letters stand neither behind a mark nor before a road's number.

    In the United States these are for addresses, but British Columbia is called BC.
    """
    tokens, end = sentence.tokens, match.end
    is_code = match.prior.feature_code == "ADM1" and len(match.name) == _CODE
    if not is_code or gazetteer.candidates(match.name)[0].country_code != "US":
        return False
    is_behind_mark = match.first > 0 and tokens[match.first].gap != " "
    is_road = end < len(tokens) and tokens[end].text.isdecimal()
    return not is_behind_mark and not is_road


def _of_part(match: Match, context: Context) -> Iterator[str]:
    """Say whether the name is a part of another one."""
    if match.first in context.halves:
        yield "half of a longer name"
    if is_agency(match, context.sentence):
        yield "an agency in a dateline"


def _of_sentence(match: Match, context: Context) -> Iterator[str]:
    sentence = context.sentence
    if sentence.is_shouted:
        yield "all in capitals"
    else:
        yield from _of_capitals(match, sentence, context.gazetteer)
    if sentence.is_titled:
        yield "in a title"
    if is_dateline(match, sentence):
        yield "a dateline"
    elif match.first == 0 and not sentence.is_titled and not sentence.is_shouted:
        yield "begins the sentence"
        yield from _of_grammar(match, sentence.tokens)
    yield from _of_people(match, context)
    if not sentence.tokens[match.first].is_capital:
        yield "in lower case"


def _of_people(match: Match, context: Context) -> Iterator[str]:
    """Say whether the story knows a person or a storm of the name."""
    name, people = match.name.lower(), context.people
    if name in people.surnames:
        yield "a person's surname here"
    if name in people.first_names and match.prior.population < _GREAT:
        yield "a person's first name here"
    if name in people.storms:
        yield "a storm's name here"
