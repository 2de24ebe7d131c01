"""A known name in its sentence goes in; what the words beside it say comes out, as signs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geo.lexicon import in_names, listed
from geo.lexicon.names import dictionary, noun_kinds
from geo.toponyms.appositions import apposition, is_being, said_of
from geo.toponyms.articles import article_before, is_a_thing
from geo.toponyms.context import CONTAINER_GAPS, head_after, is_called_so, is_container, is_seat
from geo.toponyms.far_words import is_far_from
from geo.toponyms.holders import is_in_holder
from geo.toponyms.names import is_owned
from geo.toponyms.teams import is_opponent, plays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Token
    from geo.toponyms.context import Context
    from geo.toponyms.names import Match

_SOMEBODYS = "somebody's or something's name"
_SHORT_WORD = 4
_SMALL, _GREAT = 5_000, 1_000_000
_REACH = 6  # words of "left the old port of Dover for"


def before(match: Match, context: Context) -> Iterator[str]:
    """Say what the word before the name tells."""
    tokens, first = context.sentence.tokens, match.first
    if first == 0 or not tokens[first].is_joined:
        return
    word = tokens[first - 1]
    yield from _acts_before(match, tokens)
    yield from _named_before(match, context)
    if word.lower in listed("strong_locative"):
        yield "strong preposition before"
    elif word.lower in listed("locative") or _is_between_two(tokens, first):
        yield "preposition before"
    elif word.lower == "the":
        yield from article_before(match, context)
    elif word.lower in listed("said"):
        yield "speech before"
    if word.is_capital and not word.is_possessive and not context.sentence.is_shouted:
        yield from _capital_before(match, context)


def _is_cue_before(tokens: Sequence[Token], first: int) -> bool:
    """Whether words like "city of", "downtown" or a party's letter ("R-") stand before a name."""
    word = tokens[first - 1]
    if tokens[first].gap == "-":
        return word.text in listed("party")
    pair = f"{tokens[first - 2].lower} {word.lower}" if first > 1 else ""
    if word.lower == "from" and tokens[first - 2].lower in listed("near_place"):
        return True
    return pair in listed("before_place") or word.lower in listed("before_place")


def _is_their_part(match: Match, context: Context) -> bool:
    """Whether "the" and whose it is stand before a range or a river: "the Argentine Andes"."""
    tokens, first = context.sentence.tokens, match.first
    is_feature = match.prior.feature_class in {"H", "L", "T"}
    return is_feature and is_owned(tokens, first, context.gazetteer)


def _named_before(match: Match, context: Context) -> Iterator[str]:
    """Say whether the words before the name make it somebody's, something's or a team's."""
    tokens, first = context.sentence.tokens, match.first
    if is_called_so(tokens, first):
        yield _SOMEBODYS
    if tokens[first - 1].lower in listed("opposes"):
        yield "against it"
    if _has_spokesman(match, tokens):
        yield "a body by its spokesman"
    if is_opponent(tokens, first, context.places):
        yield "a team plays"
    if is_a_thing(tokens, first, match.end):
        yield "an article and no noun"


def _has_spokesman(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether somebody speaks for the name, and it is a town's: "a spokesman for Carrefour"."""
    speaker = tokens[match.first - 2].lower if match.first > 1 else ""
    is_for = tokens[match.first - 1].lower == "for" and speaker in listed("spokesperson")
    is_town = match.prior.feature_class == "P" and match.prior.population < _GREAT
    after = tokens[match.end] if match.end < len(tokens) else None
    if after is not None and after.is_joined and after.is_capital:
        return False  # "for Oxford Police"
    return is_for and is_town and not is_seat(match)


def _acts_before(match: Match, tokens: Sequence[Token]) -> Iterator[str]:
    """Say whether words of place, of travel, of distance or of attack stand before the name."""
    first = match.first
    if is_far_from(tokens, first):
        yield "a distance before"
    word = tokens[first - 1]
    if _is_cue_before(tokens, first):
        yield "cue before"
    is_left = word.lower == "for" and (_leaves(tokens, first - 1) or _is_cue_before(tokens, first))
    if is_left or _is_end_of_journey(tokens, first - 1) or _goes(tokens, first):
        yield "a journey before"
    if word.lower in listed("strikes"):
        yield "an act upon it"
    if word.lower in listed("through_place"):
        yield "a way through it"
    if word.lower == "on" and match.prior.feature_code in {"ISL", "ISLS"}:
        yield "on an island"


def _is_end_of_journey(tokens: Sequence[Token], index: int) -> bool:
    """Whether "to" or "from" stands there behind a word of travel: "flew to Lomé from Brussels"."""
    word = tokens[index].lower
    if word not in {"to", "from"}:
        return False
    if _is_motion(tokens, index):
        return True
    other = index - 2
    turns = {"to", "from"} - {word}
    return other > 0 and tokens[other].lower in turns and _is_motion(tokens, other)


def _is_motion(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word of travel stands before "to" or "from", or one word earlier ("fled north").

    So does what somebody goes by: "lifted by helicopter to Resolute", "by train from Split".
    """
    if index > 1 and tokens[index - 2].lower == "by":
        return tokens[index - 1].lower in listed("any_vehicle")
    return any(token.lower in listed("to_place") for token in tokens[max(0, index - 2) : index])


def _goes(tokens: Sequence[Token], first: int) -> bool:
    """Whether a vehicle is said to be for or from the name: "a goods train for Split"."""
    if first < 2 or tokens[first - 1].lower not in {"for", "from"}:  # noqa: PLR2004
        return False
    return tokens[first - 2].lower in listed("any_vehicle") | listed("ship")


def _leaves(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody sets out before "for": "left Dover for Calais", "took off for Lukla"."""
    words = [token.lower for token in tokens[max(0, index - _REACH) : index]]
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    return not listed("leaves_for").isdisjoint([*words, *pairs])


def _capital_before(match: Match, context: Context) -> Iterator[str]:
    """Say what kind of capital word stands right before the name."""
    first = match.first
    word = context.sentence.tokens[first - 1]
    is_common = word.lower in dictionary()
    if first == 1 and is_common:
        return
    for sign, holds in (
        ("a direction before", _is_direction(word, match)),
        ("a place right before", first - 1 in context.places),
        ("a people's part of it", _is_their_part(match, context)),
        ("a demonym before", context.gazetteer.demonym(word.text) is not None),
        ("a person right before", (context.number, first - 1) in context.people.words),
        ("hyphened to a capital", context.sentence.tokens[first].gap == "-"),
        ("a capital word before", context.sentence.is_titled or is_common),
        (_SOMEBODYS, _is_named_so(match, context.sentence.tokens)),
        ("an unknown name before", True),
    ):
        if holds:
            yield sign
            return


def _is_between_two(tokens: Sequence[Token], first: int) -> bool:
    """Whether "between" and one capital name stand before "and": "between Scylla and Messina"."""
    if tokens[first - 1].lower != "and":
        return False
    index = first - 2
    while index > 0 and tokens[index].is_capital and first - index <= _REACH:
        index -= 1
    return 0 <= index < first - 2 and tokens[index].lower == "between"


def _is_direction(word: Token, match: Match) -> bool:
    """Whether a word tells which part of a place is meant: not "the Northern Light"."""
    prior = match.prior
    is_small = prior.feature_code == "ADM2" or (
        prior.feature_class == "P" and prior.population < _SMALL
    )
    is_word = match.end - match.first == 1 and match.name.lower() in dictionary()
    return word.text in in_names("direction_in_name") and not (is_small and is_word)


def _is_named_so(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether a word of speech or for somebody stands before an unknown name and this one.

    Before a town "the" does as well: "the Kapitan Orlova", but "the Hyundai Alabama plant".
    """
    before = tokens[match.first - 2].lower if match.first > 1 else ""
    is_the = before == "the" and match.prior.feature_class == "P"
    is_somebody = before in listed("role") or noun_kinds().get(before) == "person"
    return is_the or before in listed("said") or is_somebody


def after(match: Match, context: Context) -> Iterator[str]:
    """Say what the word behind the name tells."""
    tokens, end = context.sentence.tokens, match.end
    if end >= len(tokens):
        return
    word = tokens[end]
    if not word.is_joined:
        yield from _behind_comma(match, context)
        return
    yield from _place_after(match, context)
    if not word.is_capital or context.sentence.is_shouted:
        if plays(tokens, end):
            yield "a team plays"
        yield from _small_after(match, tokens)
        yield from said_of(tokens, end)
    elif not tokens[end - 1].is_possessive:
        yield from _capital_after(match, context)


def _place_after(match: Match, context: Context) -> Iterator[str]:
    """Say whether the words behind tell where the name lies."""
    tokens, end = context.sentence.tokens, match.end
    if is_in_holder(match, context):
        yield "its container after"
    if tokens[end].gap == "-" and tokens[end].lower in listed("bound_to"):
        yield "based after"


def _behind_comma(match: Match, context: Context) -> Iterator[str]:
    """Say what the words behind a comma or a bracket tell of the name."""
    tokens, end = context.sentence.tokens, match.end
    gap = tokens[end].gap
    if gap in CONTAINER_GAPS and is_container(match, context):
        yield "its container after"
    elif gap == ", ":
        if is_in_holder(match, context):
            yield "its container after"
        yield from apposition(tokens, end)
        is_behind = match.first > 0 and tokens[match.first - 1].lower in listed("locative")
        if is_being(tokens, end) and not (is_behind or is_seat(match)):
            yield _SOMEBODYS


def _small_after(match: Match, tokens: Sequence[Token]) -> Iterator[str]:
    """Say what kind of small word follows the name."""
    word, is_owner = tokens[match.end], tokens[match.end - 1].is_possessive
    is_led = match.first > 0 and tokens[match.first].is_joined
    is_led = is_led and tokens[match.first - 1].lower in listed("strong_locative")
    if word.lower in listed("after_place"):
        yield "cue after"
    elif word.lower in listed("speaks"):
        if not is_led:  # "police in Darwin said"
            yield "speech after"
    elif word.lower in listed("governs"):
        yield "a seat acts" if is_seat(match) else "action after"
    elif word.gap == " " and not is_owner and word.lower in dictionary():
        yield "a small word after" if len(word.lower) <= _SHORT_WORD else "a word after"


def _is_common_town(index: int, context: Context) -> bool:
    """Whether a known name is a common word as well and stands alone: "Lagos Pearl"."""
    tokens = context.sentence.tokens
    if tokens[index].lower not in dictionary() or tokens[index].gap != " ":
        return False
    return context.gazetteer.longest([token.text for token in tokens[index : index + 4]]) <= 1


def _capital_after(match: Match, context: Context) -> Iterator[str]:
    """Say what kind of capital word follows the name."""
    end = match.end
    word = context.sentence.tokens[end]
    for sign, holds in (
        ("a street after", word.text in in_names("street")),
        ("a landform after", word.text in in_names("landform")),
        ("a team after", word.text in listed("team")),
        ("a place right after", end in context.places and not _is_common_town(end, context)),
        ("hyphened to a capital", word.gap == "-"),
        ("an office or firm after", head_after(match, context.sentence) is not None),
        ("a title word after", context.sentence.is_titled),
        ("a person right after", (context.number, end) in context.people.words),
        ("a common capital word after", word.lower in dictionary()),
        ("an unknown name after", True),
    ):
        if holds:
            yield sign
            return
