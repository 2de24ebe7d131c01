"""Known names in their sentences go in; those that are places here come out, with the reason.

A scorecard: each feature (`geo.toponyms.features`) has a weight, their sum decides. A name that a
clear context shows to be a place once counts as one in the rest of the story, and so does one that
is surely a place by what else is known of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.names import never_alone, surnames, weights
from geo.toponyms.context import CONTAINER_GAPS, Context, is_container
from geo.toponyms.features import signs
from geo.toponyms.found import LEAST, Found
from geo.toponyms.ground import SURE, with_ground
from geo.toponyms.halves import halves
from geo.toponyms.land_told import land_behind
from geo.toponyms.lists import is_listed
from geo.toponyms.names import find_names, is_in_its_land
from geo.toponyms.people import NOBODY, speakers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer
    from geo.toponyms.names import Match
    from geo.toponyms.people import People

_DATELINE = "a dateline"
_GREAT = 1_000_000
# Signs of a longer name, of which a state's is but a part.
_OF_ANOTHER = frozenset({"a common capital word after", "an acronym", "an unknown name after"})


def judge(
    sentences: Sequence[Sentence], people: People, gazetteer: Gazetteer, *, is_lower: bool
) -> list[Found]:
    """Find the names that are places, in the order of the text."""
    people = _with_speakers(people, sentences, gazetteer)
    scored = list(score_names(sentences, people, gazetteer, is_lower=is_lower))
    found = [_beside_sure(scored, number, sentences) for number in range(len(scored))]
    found = with_ground(found, gazetteer)
    sure = {each.match.name for each in found if each.is_clear or each.score >= SURE}
    known, states = {name.lower() for name in sure}, {_state(name, gazetteer) for name in sure}
    bonus, home = (weights()[sign] for sign in ("a place elsewhere here", "the dateline's town"))
    homes = {each.match.name.lower() for each in found if _DATELINE in each.signs}
    return [
        each
        for each in found
        if each.score > LEAST
        or (each.score + home > LEAST and each.match.name.lower() in homes)
        or (
            each.score + bonus > LEAST
            and (each.match.name.lower() in known or _is_of(states, each, gazetteer))
        )
    ]


def _with_speakers(people: People, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> People:
    """Count whoever is quoted by a single name as a person, where no government is called so."""
    told = {
        name: at
        for name, at in speakers(sentences).items()
        if (prior := gazetteer.prior(name)) is not None
        and prior.feature_class == "P"
        and prior.feature_code != "PPLC"
        and prior.population < _GREAT
    }
    return people._replace(surnames={**told, **people.surnames})


def _told_towns(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> frozenset[str]:
    """List words that name no place alone, where the story once says in which land: "Mary"."""
    told = set()
    for number, sentence in enumerate(sentences):
        if sentence.is_shouted or not any(_is_no_name(each, gazetteer) for each in sentence.tokens):
            continue
        context = Context(sentence, NOBODY, gazetteer, frozenset(), number)
        for match in find_names(sentence, gazetteer, frozenset(), is_lower=False):
            name = match.name.lower()
            is_one = match.end - match.first == 1
            is_odd = is_one and _is_no_name(sentence.tokens[match.first], gazetteer)
            if is_odd and _has_container(match, context):
                told.add(name)
    return frozenset(told)


def _is_no_name(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether a word names no place alone, or a people."""
    is_word = token.lower in never_alone() or gazetteer.demonym(token.text) is not None
    return token.is_capital and is_word


def _has_container(match: Match, context: Context) -> bool:
    tokens, end = context.sentence.tokens, land_behind(context.sentence.tokens, match.end)
    is_led, match_last = end > match.end, match.end - 1  # "Bar, in Montenegro"
    match = match._replace(end=end)
    is_apart = is_led or (end < len(tokens) and tokens[end].gap in CONTAINER_GAPS)
    if not is_apart or match.prior.feature_class != "P" or not is_container(match, context):
        return False
    # "Since, Johnson said": a people or a county behind a word is no land that the story tells
    is_short = tokens[end].text.strip(".") in listed("state_short")
    return is_short or is_in_its_land(tokens, match_last, context.gazetteer)


def _is_of(states: set[str], found: Found, gazetteer: Gazetteer) -> bool:
    """Whether a name is another writing of one of some states: "Montana" behind "Mont."."""
    is_state = found.match.prior.feature_code == "ADM1" and _OF_ANOTHER.isdisjoint(found.signs)
    return is_state and _state(found.match.name, gazetteer) in states


def _state(name: str, gazetteer: Gazetteer) -> str:
    """Give the id of the state or province that a name means first; "" where it means none."""
    first = gazetteer.candidates(name)[0]
    return first.feature_id if first.feature_code == "ADM1" else ""


def _beside_sure(scored: Sequence[Found], number: int, sentences: Sequence[Sentence]) -> Found:
    """Raise what stands in a list with a sure place: "Midland and Odessa"."""
    one = scored[number]
    for other in (*scored[max(0, number - 1) : number], *scored[number + 1 : number + 2]):
        if other.number == one.number and other.score >= SURE:
            first, last = sorted((one.match, other.match))
            tokens = sentences[one.number].tokens
            if is_listed(tokens, first.end, last.first):
                bonus = weights()["beside a sure place"]
                return one._replace(score=one.score + bonus)
    return one


def _is_evidence(match: Match) -> bool:
    """Whether a name says of one beside it that it is a place: no hamlet called like people."""
    prior = match.prior
    is_hamlet = prior.feature_class == "P" and not prior.population
    return not (is_hamlet and match.name.lower() in surnames())


def score_names(
    sentences: Sequence[Sentence], people: People, gazetteer: Gazetteer, *, is_lower: bool
) -> Iterator[Found]:
    """Score every known name, with the signs seen, before the story as a whole is looked at."""
    table = weights()
    told = _told_towns(sentences, gazetteer)
    taken: dict[int, set[int]] = {}
    for number, word in people.words:
        taken.setdefault(number, set()).add(word)
    for number, sentence in enumerate(sentences):
        mine = frozenset(taken.get(number, ()))
        matches = tuple(
            find_names(
                sentence,
                gazetteer,
                mine,
                is_lower=is_lower or sentence.is_shouted,
                told=told,
            )
        )
        places = frozenset(
            word
            for match in matches
            if _is_evidence(match)
            for word in (match.first, match.end - 1)
        )
        split = (word for pair in halves(sentence, matches, gazetteer) for word in pair)
        context = Context(sentence, people, gazetteer, places, number, frozenset(split))
        for match in matches:
            seen = signs(match, context)
            if match.name.lower() in told:
                seen |= {"its land is told"}
            score = table["any name"] + sum(table.get(sign, 0.0) for sign in seen)
            yield Found(number, match, seen, score)
