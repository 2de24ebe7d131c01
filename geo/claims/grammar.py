"""Tells by the grammar of its sentence which place a figure is said of.

The phrase of the figure hangs on a place ("Graz, 145 km southwest of Vienna"), or on what is said
of one ("Graz, which has a fort, lies 145 km …"): whoever climbs from the figure meets it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from geo.claims.anchor import is_of_capital
from geo.claims.climbing import climb, is_named_of, unit_of
from geo.claims.meant import places_meant
from geo.claims.story import is_same
from geo.claims.things import is_new_thing
from geo.contracts import Span, ToponymKind
from geo.lexicon import any_of, listed
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Sentence, Token

_NAME, _NOUN = "PROPN", "NOUN"
_PAIR = 2
_RELATIVE = "acl:relcl"
_BESIDE = frozenset({"appos", "nmod"})

# What hangs on a noun and names the place that the noun is: "the port of X", "the town, X".
_NAMES_IT = ("appos", "nmod", "nmod:desc", "flat", "compound")


# What hangs on the word before it in a name, or in a list of names.
_IN_NAME = frozenset({"appos", "compound", "conj", "flat", "nmod:desc"})


class ByGrammar(NamedTuple):
    """The place that a figure is said of, and whether the sentence names its subject at all.

    Where it does, but by a name that is no place known, nothing else is the subject.
    """

    place: PlacedMention | None
    is_named: bool


_NOT_TOLD = ByGrammar(None, is_named=False)


def subject_by_grammar(scene: Scene, amount: Amount, anchor: PlacedMention) -> ByGrammar:
    """Find the place that a figure's phrase hangs on."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if start is None or not sentence.is_parsed:
        return _NOT_TOLD
    is_joined = _goes_on().search(scene.just_before(amount.start)) is not None
    is_aside = scene.just_before(amount.start).endswith(", ")
    if _is_beside_thing(sentence, start, is_aside=is_aside):
        return ByGrammar(None, is_named=True)
    for at in climb(sentence, start):
        if at != start and is_new_thing(sentence, at):
            return ByGrammar(None, is_named=True)
        subject = sentence.tree.subject(at)
        # "Graz is proud of Linz and (is) 145 km from": what is joined by "and" hangs on no name.
        if is_joined and subject is None:
            continue
        # "Graz is on the river, 145 km from": what is said with "be" is said of the subject.
        named = at if subject is None else subject
        is_where = subject is not None and _says_where(sentence, at)
        found = _named_by(scene, sentence, named, with_areas=is_where)
        if found is not None:
            return (
                _NOT_TOLD
                if _is_of_anchor(found, anchor, amount)
                else ByGrammar(found, is_named=True)
            )
        if subject is not None:
            return ByGrammar(None, is_named=_is_other(scene, sentence, subject))
    return _NOT_TOLD


def _is_where(sentence: Sentence, at: int) -> bool:
    """Whether a thing is where something lies: "Graz lies on the river of that name, 145 km from".

    What lies there is as far from elsewhere as the thing.
    """
    where, tokens = listed("setting") | listed("locative"), sentence.tokens
    while tokens[at].relation == "nmod" and tokens[tokens[at].head].tag == _NOUN:
        at = tokens[at].head
    is_in = sentence.tree.preposition(at) in where
    return is_in and tokens[at].relation == "obl" and _says_where(sentence, tokens[at].head)


def _is_beside_thing(sentence: Sentence, start: int, *, is_aside: bool) -> bool:
    """Whether a figure stands beside a thing, or a farm, that is joined to a place by "and"."""
    token = sentence.tokens[start]
    head = sentence.tokens[token.head] if token.head >= 0 else token
    if head.tag != _NOUN or token.relation.partition(":")[0] not in _BESIDE:
        return False
    if is_aside and _is_where(sentence, token.head):
        return False
    is_far = head.lemma in listed("of_distance") | listed("names_journey")
    is_joined = head.relation == "conj" and sentence.tokens[head.head].tag == _NAME
    is_joined = is_joined and bool(sentence.tree.children(token.head, "det"))
    return not is_far and (is_joined or not is_place_noun(head))


@cache
def _goes_on() -> re.Pattern[str]:
    """Find what goes on about the subject right before a figure: " and is ", " and "."""
    also = rf"(?:{any_of('also_or_now')}\s)?"
    lies = rf"(?:{also}{any_of('lies')}\s)?"
    return compiled(rf"\s{any_of('joins_clause')}\s{lies}$", re.IGNORECASE)


@cache
def _behind_relative() -> re.Pattern[str]:
    """Find that a clause has ended at a comma: "55 km from B, which is larger, and 160 km"."""
    lies = rf"(?:{any_of('lies')}\s)?"
    return compiled(rf",\s{any_of('joins_clause')}\s{lies}$", re.IGNORECASE)


def place_of_relative(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Find the place of "X, which is windy and lies 80 km from": what "which" stands for."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if scene.anchors and _behind_relative().search(scene.just_before(amount.start)):
        return None
    if start is None or not sentence.is_parsed:
        return None
    for at in climb(sentence, start):
        subject = sentence.tree.subject(at) if _says_where(sentence, at) else None
        if subject is not None:
            return _behind_which(scene, sentence, at, subject)
    return None


def _says_where(sentence: Sentence, at: int) -> bool:
    """Whether a word says where something lies: "lies", or what it is with "be"."""
    lies = listed("lies_firmly") | listed("lies_in_aside")
    return sentence.tokens[at].lower in lies or bool(sentence.tree.children(at, "cop"))


def _behind_which(scene: Scene, sentence: Sentence, at: int, subject: int) -> PlacedMention | None:
    """Find the name that a relative clause tells of, through "X, a town which lies"."""
    tokens = sentence.tokens
    verb = at
    while tokens[verb].relation == "conj":
        verb = tokens[verb].head
    if tokens[verb].relation != _RELATIVE or tokens[verb].head != subject:
        return None
    if tokens[subject].relation == "appos":
        first = min((subject, *sentence.tree.children(subject, "det", "amod", "compound")))
        start = tokens[first].span.start
        beside = (one for one in scene.mentions if scene.between(one.span.end, start) == ", ")
        named = _named_by(scene, sentence, tokens[subject].head)
        return named and next((one for one in beside if _is_spot(one)), named)
    opens = next(iter(sentence.tree.children(verb, "nsubj")), None)
    if opens is None:
        return None
    start = tokens[opens].span.start
    beside = (one for one in scene.mentions if scene.between(one.span.end, start) in {", ", " "})
    named = next((one for one in beside if _is_spot(one)), None)
    return named or _pointed_at(scene, sentence, subject)


def _pointed_at(scene: Scene, sentence: Sentence, noun: int) -> PlacedMention | None:
    """Find what "the islet" is, where the story names one such place alone."""
    article = next(iter(sentence.tree.children(noun, "det")), None)
    if article is None:
        return None
    found, _ = places_meant(scene, sentence.tokens[article].span.start)
    return found[0] if len(found) == 1 else None


def place_by_grammar(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Find the place that "is 40 miles to the west": the subject of what a figure says."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if start is None or not sentence.is_parsed:
        return None
    for at in climb(sentence, start):
        subject = sentence.tree.subject(at)
        if subject is not None:
            is_where = at == start or _says_where(sentence, at)
            return _named_by(scene, sentence, subject, with_areas=True) if is_where else None
    return None


def pair_by_grammar(scene: Scene, amount: Amount) -> tuple[PlacedMention, PlacedMention] | None:
    """Find the two places that a figure is said of together: "A and B are 300 km apart"."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if start is None or not sentence.is_parsed:
        return None
    for at in climb(sentence, start):
        found = [_named_by(scene, sentence, one) for one in sentence.tree.subjects(at)]
        places = [one for one in found if one is not None]
        if len(places) == len(found) == _PAIR:
            return places[0], places[1]
    return None


def is_of_things(scene: Scene, amount: Amount) -> bool:
    """Whether a figure is said of things that are no places: "two checkpoints, 30 km apart"."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if start is None or not sentence.is_parsed:
        return False
    for at in climb(sentence, start):
        subject = sentence.tree.subject(at)
        if sentence.tokens[at].relation == _RELATIVE:
            continue  # "camps that are 12 km apart"
        noun = subject if subject is not None else at
        is_noun = at != start and sentence.tokens[noun].tag == _NOUN
        if is_noun or subject is not None:
            return is_noun and _is_other(scene, sentence, noun)
    return False


def is_named_apart(scene: Scene, start: int) -> bool:
    """Whether a name says more than where something is: "asked for Carlisle", not "in Cumbria"."""
    sentence = scene.story.document.sentences[scene.index]
    inside = sentence.tokens_in(Span(start=start, end=start + 1, text=""))
    if not inside or not sentence.is_parsed:
        return False
    at = inside[0]
    while sentence.tokens[at].relation in _IN_NAME:
        at = sentence.tokens[at].head
    where = listed("setting") | listed("locative")
    return sentence.tree.preposition(at) not in where


def _is_other(scene: Scene, sentence: Sentence, subject: int) -> bool:
    """Whether a subject is a name of no place, or a thing that no place is called by."""
    token = sentence.tokens[subject]
    if token.tag == _NOUN:
        return not is_place_noun(token)
    start = token.span.start
    return token.tag == _NAME and not any(
        one.span.start <= start < one.span.end for one in scene.mentions
    )


def is_place_noun(token: Token) -> bool:
    """Whether a noun is one for a place or for how far it is."""
    places = listed("place_kind") | listed("settlement") | listed("place_noun")
    return token.lemma in places | listed("of_distance") | listed("names_journey")


def _named_by(
    scene: Scene, sentence: Sentence, at: int, *, with_areas: bool = False
) -> PlacedMention | None:
    """Find the place that a word names: its own name, or that of "the port of Odesa".

    ``with_areas`` takes an area too, and a town that acts, where a sentence says where it lies.
    """
    tokens = sentence.tokens
    for index in (at, *sentence.tree.children(at, *_NAMES_IT)):
        start = tokens[index].span.start
        is_of = index == at or not sentence.tree.preposition(index) or is_named_of(sentence, index)
        if index != at and tokens[index].relation != "appos" and tokens[at].tag == _NOUN:
            is_of = is_of and is_place_noun(tokens[at])
        # "the Thompson rivers" are no town of that name.
        is_water = index != at and tokens[at].lemma in listed("landform")
        for one in scene.mentions:
            is_one = _is_spot(one) or (with_areas and _is_place_itself(one))
            is_one = is_one and not (is_water and _is_town(one))
            is_one = is_one and not (is_of_capital(scene, one) or is_whose(scene, one))
            if is_of and one.span.start <= start < one.span.end and is_one:
                return one
    return None


def is_whose(scene: Scene, mention: PlacedMention) -> bool:
    """Whether what a place has is told of: "Leningrad's reactor is old, Kola's is 200 km from"."""
    return re.match(r"['’]s\s", scene.after(mention.span.end)) is not None


def _is_place_itself(mention: PlacedMention) -> bool:
    """Whether a name is no people's: what lies somewhere is a place, whatever else it does."""
    return mention.place is not None and mention.toponym.kind is not ToponymKind.DEMONYM


def _is_town(mention: PlacedMention) -> bool:
    """Whether a name was placed at a town."""
    return mention.place is not None and mention.place.feature_class == "P"


def _is_spot(mention: PlacedMention) -> bool:
    """Whether a distance may be said of a place: areas mostly tell where something else is."""
    return mention.can_be_subject and not mention.is_area


def _is_of_anchor(found: PlacedMention, anchor: PlacedMention, amount: Amount) -> bool:
    is_far_end = found is anchor or is_same(found, anchor)
    return is_far_end or amount.start <= found.span.start < anchor.span.end
