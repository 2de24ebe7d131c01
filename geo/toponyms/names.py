"""A sentence and a gazetteer go in; the longest known names in it come out, still unjudged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.lexicon import in_names, listed
from geo.lexicon.names import dictionary, never_alone
from geo.toponyms.far_words import is_far_from, is_so_far, is_town_too
from geo.toponyms.hyphens import is_cut
from geo.toponyms.land_told import land_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer, Prior

_LONGEST, _LONGEST_PARALLEL = 7, 3
_CITY = 50_000
_CODE = 2


class Match(NamedTuple):
    """A run of words, ``first`` to before ``end``, that the gazetteer knows as a name."""

    first: int
    end: int
    name: str
    start: int
    stop: int
    prior: Prior


def find_names(
    sentence: Sentence,
    gazetteer: Gazetteer,
    taken: frozenset[int],
    *,
    is_lower: bool,
    told: frozenset[str] = frozenset(),
) -> Iterator[Match]:
    """Find known names from left to right; words in ``taken`` (people) are passed over.

    ``told`` are words that name no place alone, but of which the story has said where it lies.
    """
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        match = parallel_at(sentence, index, gazetteer)
        if match is None and index not in taken:
            if tokens[index].is_capital or is_lower:
                match = _match_at(sentence, index, gazetteer, taken)
                match = match or _told_at(sentence, index, gazetteer, told)
            elif tokens[index].lower in listed("direction_in_name"):
                match = _part_at(sentence, index, gazetteer, taken)
        if match is not None:
            yield match
        index = match.end if match is not None else index + 1


def _part_at(
    sentence: Sentence, index: int, gazetteer: Gazetteer, taken: frozenset[int]
) -> Match | None:
    """Find a part of the world that is written small: "southern Africa", "eastern Europe"."""
    if index + 1 >= len(sentence.tokens) or not sentence.tokens[index + 1].is_capital:
        return None
    match = _match_at(sentence, index, gazetteer, taken)
    if match is None or match.end - index == 1 or match.prior.feature_class != "L":
        return None
    # Of "northeast China" a statement may say that it is the south: that is left to read.
    return None if gazetteer.candidates(match.name)[0].country_code else match


def _told_at(
    sentence: Sentence, index: int, gazetteer: Gazetteer, told: frozenset[str]
) -> Match | None:
    """Find a town that the story has told of, behind a word of place: "MARY, ... in Mary"."""
    tokens = sentence.tokens
    if tokens[index].lower not in told or (index and tokens[index].gap != " "):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.gap in {" ", "-"} and after.is_capital:
        return None
    # Of a people's word the story has shown that it is a town's: "a Lombard settler".
    is_town = gazetteer.demonym(tokens[index].text) is not None
    is_placed = is_town or tokens[max(0, index - 1)].lower in listed("locative")
    return _made(sentence, index, 1, gazetteer, is_whole=False) if is_placed else None


def _match_at(
    sentence: Sentence, index: int, gazetteer: Gazetteer, taken: frozenset[int]
) -> Match | None:
    tokens = sentence.tokens
    if _cannot_begin(tokens[index]):
        return None
    run = _run(tokens, index, taken)
    count = gazetteer.longest([token.text for token in run])
    if tokens[index].lower in listed("calendar") and not _is_of_calendar(run, count):
        return None
    is_whole = False
    if any(token.is_possessive for token in run):
        longer = gazetteer.longest([token.whole for token in run])
        # "St. John’s", but not the place "Modis" for "Modi’s".
        is_whole = longer > 1 and longer >= count
        count = longer if is_whole else count
    while count > 0:
        if count == 1 and _stands_for_nothing(tokens, index, gazetteer):
            return None
        match = _made(sentence, index, count, gazetteer, is_whole=is_whole)
        if match is not None and not _is_broken(match, tokens, gazetteer):
            return match
        count = gazetteer.longest([token.text for token in run[: count - 1]]) if count > 1 else 0
        is_whole = False
    return None


def _is_broken(match: Match, tokens: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Whether a name ends within a longer one: at a hyphen, or in "Dublin City Council".

    Where "City" is no part of a town's first name, it is one of its council's: the town is a
    namesake of any.
    """
    end = match.end
    if is_cut(tokens, match.first, end, gazetteer):
        return True
    if match.prior.is_primary or end - match.first == 1 or end >= len(tokens):
        return False
    body = f"{tokens[end - 1].text} {tokens[end].text}"
    return tokens[end].gap == " " and body in listed("town_body")


def _stands_for_nothing(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether a single word is a demonym, or one that is no place without its container."""
    word = tokens[index].text
    if index and tokens[index - 1].text.isdecimal() and _is_era(word):
        return True
    is_told = is_far_from(tokens, index) or is_so_far(tokens, index + 1)
    if gazetteer.demonym(word):
        return not is_told and not is_in_its_land(tokens, index, gazetteer)
    if word.lower().strip(".") not in never_alone() or _is_the_feature(tokens, index, gazetteer):
        return False
    if index and tokens[index].gap == ", " and _is_code(word, gazetteer):
        return False  # "CONWAY, SC" is no club's
    if (
        is_told
        or _is_end_of_line(tokens, index, gazetteer)
        or _is_between(tokens, index, gazetteer)
        or is_town_too(tokens, index)
    ):
        return False
    return (
        word in in_names("direction_in_name")
        or index + 1 >= len(tokens)
        or tokens[index + 1].gap != ", "
    )


def is_in_its_land(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether the land or state of a town follows a people's word: "Lombard, Illinois"."""
    first = land_behind(tokens, index + 1)
    after = tokens[first : first + _LONGEST_PARALLEL]
    is_apart = bool(after) and (first > index + 1 or after[0].gap == ", ")
    if not is_apart or not after[0].is_capital:
        return False
    run = [token.text for token in after]
    holder = " ".join(run[: gazetteer.longest(run)])
    lands = [
        land
        for land in (gazetteer.candidates(holder)[:1] if holder else ())
        if land.feature_code == "ADM1" or land.feature_code.startswith("PCL")
    ]
    towns = [
        place for place in gazetteer.candidates(tokens[index].text) if place.feature_class == "P"
    ]
    return any(
        land.country_code == town.country_code
        and (land.feature_code != "ADM1" or land.admin1 == town.admin1)
        for land in lands
        for town in towns
    )


def _is_code(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word is the two letters of a state."""
    prior = gazetteer.prior(word) if len(word) == _CODE and word.isupper() else None
    return prior is not None and prior.feature_code == "ADM1"


def _is_era(word: str) -> bool:
    """Whether a word counts years, behind a number: "250 B.C."."""
    return word.replace(".", "").lower() in listed("era")


def _is_end_of_line(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether "from", a city and "to" stand before the word: "from Belgrade to Bar"."""
    if index < 3 or [tokens[index - 3].lower, tokens[index - 1].lower] != ["from", "to"]:  # noqa: PLR2004
        return False
    return _is_city(tokens[index - 2].text, gazetteer)


def _is_between(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether the word stands in a list of cities: "Sheffield, Derby and Birmingham"."""
    if not 0 < index < len(tokens) - 1 or tokens[index].gap != ", ":
        return False
    after = index + 2 if tokens[index + 1].text == "and" else index + 1
    is_list = after < len(tokens) and (after == index + 2 or tokens[after].gap == ", ")
    return is_list and all(_is_city(tokens[at].text, gazetteer) for at in (index - 1, after))


def _is_city(name: str, gazetteer: Gazetteer) -> bool:
    prior = gazetteer.prior(name)
    return prior is not None and prior.feature_class == "P" and prior.population >= _CITY


def _is_the_feature(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether "the" makes a river or a region of the word: "the Amazon", not "Amazon"."""
    word = tokens[index]
    if word.text in in_names("direction_in_name"):
        return False
    is_the = index > 0 and tokens[index - 1].lower == "the"
    if not is_the and not is_owned(tokens, index, gazetteer):
        return False
    prior = gazetteer.prior(word.text)
    return (
        prior is not None and prior.feature_class in {"H", "L", "T"} and prior.is_primary is False
    )


def is_owned(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """Whether "the" and a people's adjective stand before a word: "the Brazilian Amazon"."""
    if index < 2 or tokens[index - 2].lower != "the":  # noqa: PLR2004
        return False
    return tokens[index].gap == " " and gazetteer.demonym(tokens[index - 1].text) is not None


def _made(
    sentence: Sentence, index: int, count: int, gazetteer: Gazetteer, *, is_whole: bool
) -> Match | None:
    """Make a match of some words, unless the name ends in a word that only joins."""
    tokens = sentence.tokens[index : index + count]
    last = tokens[-1]
    is_small = count > 1 and last.text.islower() and last.text in dictionary()
    if is_small and not _is_small_landform(tokens, gazetteer):
        return None
    stop = last.whole_end if is_whole else last.end
    raw = sentence.span.text[tokens[0].start - sentence.span.start : stop - sentence.span.start]
    name = " ".join(raw.split()) if count > 1 else (last.whole if is_whole else last.text)
    prior = gazetteer.prior(name)
    if prior is None or (is_small and prior.feature_class == "P"):
        return None
    return Match(index, index + count, name, tokens[0].start, stop, prior)


def _is_small_landform(tokens: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Whether a landform's word ends a name: "Aosta valley", no people's "Russian river"."""
    owner, last = " ".join(token.text for token in tokens[:-1]), tokens[-1].text
    is_theirs = last not in listed("land_of_people") and gazetteer.demonym(owner) is not None
    return last in listed("landform") and not is_theirs


def parallel_at(sentence: Sentence, index: int, gazetteer: Gazetteer) -> Match | None:
    """Match "the Arctic Circle" or "the equator", written small or not; no "the Equator Prize"."""
    tokens = sentence.tokens
    if not index or tokens[index - 1].lower != "the":
        return None
    for count in range(min(_LONGEST_PARALLEL, len(tokens) - index), 0, -1):
        words = " ".join(token.text for token in tokens[index : index + count])
        if words in listed("parallel"):
            after = tokens[index + count] if index + count < len(tokens) else None
            in_a_name = after is not None and after.is_joined and after.is_capital
            return None if in_a_name else _made(sentence, index, count, gazetteer, is_whole=False)
    return None


def _cannot_begin(token: Token) -> bool:
    """Whether no name begins with this word: a number or a letter; "S. Korea" does."""
    is_letter = len(token.lower) == 1 and not token.text.endswith(".")
    return token.text[0].isdigit() or not token.lower or is_letter


def _is_of_calendar(run: Sequence[Token], count: int) -> bool:
    """Whether a month or a feast begins a longer known name: "May Pen", "Christmas Island"."""
    return count > 1 and run[count - 1].is_capital and run[count - 1].gap in {" ", "-"}


def _run(tokens: Sequence[Token], index: int, taken: frozenset[int]) -> Sequence[Token]:
    """Take the words from an index that only spaces and hyphens part: they could be one name."""
    end = index + 1
    while end < len(tokens) and end - index < _LONGEST and end not in taken:
        if tokens[end - 1].is_possessive and not tokens[end].is_capital:
            break
        if not (tokens[end].is_joined or tokens[end].gap == "–"):
            break
        end += 1
    return tokens[index:end]
