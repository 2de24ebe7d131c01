"""Tells by the grammar of its sentence which place a figure is said of.

The phrase of the figure hangs on a place ("Graz, 145 km southwest of Vienna"), or on what is said
of one ("Graz, which has a fort, lies 145 km …"): whoever climbs from the figure meets it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.claims.meant import places_meant
from geo.claims.story import is_same
from geo.contracts import Span
from geo.contracts.referents import Sort
from geo.contracts.token import ROOT
from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Sentence, Token

# Words between a figure and the place that it is said of, one hanging on the other.
_MOST_STEPS = 8

_NAME, _NOUN = "PROPN", "NOUN"
_OF_VERB = frozenset({"obj", "obl", "nmod"})
_PAIR = 2

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
    start = _unit(sentence, amount)
    if start is None or not sentence.is_parsed:
        return _NOT_TOLD
    for at in _climb(sentence, start):
        if at != start and _is_new_thing(sentence, at):
            return ByGrammar(None, is_named=True)
        subject = sentence.tree.subject(at)
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


def place_of_relative(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Find the place of "X, which is windy and lies 80 km from": what "which" stands for."""
    sentence = scene.story.document.sentences[scene.index]
    start = _unit(sentence, amount)
    if start is None or not sentence.is_parsed:
        return None
    for at in _climb(sentence, start):
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
    if tokens[verb].relation != "acl:relcl" or tokens[verb].head != subject:
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
    start = _unit(sentence, amount)
    if start is None or not sentence.is_parsed:
        return None
    for at in _climb(sentence, start):
        subject = sentence.tree.subject(at)
        if subject is not None:
            is_where = at == start or _says_where(sentence, at)
            return _named_by(scene, sentence, subject, with_areas=True) if is_where else None
    return None


def is_said_of_other(scene: Scene, amount: Amount, traveller: str) -> bool:
    """Whether a figure is said of a thing that is not who travels: "a missile can fly 900 km"."""
    sentence = scene.story.document.sentences[scene.index]
    start = _unit(sentence, amount)
    if start is None or not sentence.is_parsed:
        return False
    subjects = (sentence.tree.subject(at) for at in _climb(sentence, start))
    subject = next((one for one in subjects if one is not None), None)
    if subject is None:
        return False
    if _is_another_mover(scene, subject, traveller):
        return True
    # "the centre of the storm": what the subject is a part of
    whole = [i for i in sentence.tree.children(subject, "nmod") if _is_named_of(sentence, i)]
    tokens = [sentence.tokens[i] for i in (subject, *whole)]
    things = listed("other_subject") | listed("cannot_travel")
    return any(
        one.tag == "NOUN" and one.lower in things and one.lower not in traveller.lower()
        for one in tokens
    )


def is_of_one_thing(scene: Scene, amount: Amount) -> bool:
    """Whether a figure is said of one thing alone: of "a ship", not of "fires" or "rain"."""
    sentence = scene.story.document.sentences[scene.index]
    start = _unit(sentence, amount)
    if start is None or not sentence.is_parsed:
        return False
    tree = sentence.tree
    for at in _climb(sentence, start):
        subjects = tree.subjects(at)
        if not subjects:
            continue
        token = sentence.tokens[subjects[0]]
        whose = tree.children(subjects[0], "det", "nmod:poss")
        is_one = token.tag == _NAME or any(
            sentence.tokens[one].lower in listed("article") | listed("possessive") for one in whose
        )
        is_many = len(subjects) > 1 or token.has("Number=Plur")
        is_long = token.lemma in listed("line_of_area") | listed("street") | listed("not_direct")
        does = set(tree.objects(at)) - {start}
        return is_one and not (is_many or is_long or does)
    return False


def _is_another_mover(scene: Scene, subject: int, traveller: str) -> bool:
    """Whether somebody is told of who is not who travels: the driver of the coach that does."""
    who = scene.story.document.referents.meant.get((scene.index, subject))
    if who is None or who.sort not in {Sort.PERSON, Sort.NAME} or not traveller:
        return False
    return (who.names | who.heads).isdisjoint(traveller.lower().split())


def pair_by_grammar(scene: Scene, amount: Amount) -> tuple[PlacedMention, PlacedMention] | None:
    """Find the two places that a figure is said of together: "A and B are 300 km apart"."""
    sentence = scene.story.document.sentences[scene.index]
    start = _unit(sentence, amount)
    if start is None or not sentence.is_parsed:
        return None
    for at in _climb(sentence, start):
        found = [_named_by(scene, sentence, one) for one in sentence.tree.subjects(at)]
        places = [one for one in found if one is not None]
        if len(places) == len(found) == _PAIR:
            return places[0], places[1]
    return None


def is_of_new_thing(scene: Scene, amount: Amount) -> bool:
    """Whether the word before a figure is what it tells of: "…, and a depot 30 km from Graz"."""
    sentence = scene.story.document.sentences[scene.index]
    first = next(iter(sentence.tokens_in(amount.quantity.span)), 0)
    return bool(first and sentence.is_parsed) and _is_new_thing(sentence, first - 1)


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


def _is_new_thing(sentence: Sentence, at: int) -> bool:
    """Whether a noun is a thing met first: "Poland shut a post 60 km from Elblag".

    What something is, or lies in, is none: "Lodwar is a town 500 km from Nairobi".
    """
    tokens, tree = sentence.tokens, sentence.tree
    token = tokens[at]
    if token.tag != _NOUN or token.lemma in listed("of_distance") | listed("names_journey"):
        return False
    is_met_first = any(
        tokens[one].lower in listed("indefinite") for one in tree.children(at, "det")
    )
    if not is_met_first or tree.children(at, "appos", "cop"):
        return False
    verb = tree.predicate(at)
    is_where = verb is None or tokens[verb].lower in listed("lies") or tree.children(verb, "cop")
    return token.relation == "conj" or (token.relation in _OF_VERB and not is_where)


def _is_other(scene: Scene, sentence: Sentence, subject: int) -> bool:
    """Whether a subject is a name of no place, or a thing that no place is called by."""
    token = sentence.tokens[subject]
    if token.tag == _NOUN:
        return not _is_place_noun(token)
    start = token.span.start
    return token.tag == _NAME and not any(
        one.span.start <= start < one.span.end for one in scene.mentions
    )


def _is_place_noun(token: Token) -> bool:
    places = listed("place_kind") | listed("settlement") | listed("place_noun")
    return token.lemma in places | listed("of_distance") | listed("names_journey")


def _unit(sentence: Sentence, amount: Amount) -> int | None:
    """Find the word of a figure that the others hang on: mostly its unit."""
    inside = sentence.tokens_in(amount.quantity.span)
    heads = [i for i in inside if sentence.tokens[i].head not in inside]
    return heads[-1] if heads else None


def _climb(sentence: Sentence, at: int) -> Iterator[int]:
    for _ in range(_MOST_STEPS):
        yield at
        at = sentence.tokens[at].head
        if at == ROOT:
            return


def _named_by(
    scene: Scene, sentence: Sentence, at: int, *, with_areas: bool = False
) -> PlacedMention | None:
    """Find the place that a word names: its own name, or that of "the port of Odesa".

    ``with_areas`` takes an area too, of which a sentence says where it lies.
    """
    tokens = sentence.tokens
    for index in (at, *sentence.tree.children(at, *_NAMES_IT)):
        start = tokens[index].span.start
        is_of = index == at or not sentence.tree.preposition(index) or _is_named_of(sentence, index)
        if index != at and tokens[index].relation != "appos" and tokens[at].tag == _NOUN:
            is_of = is_of and _is_place_noun(tokens[at])
        for one in scene.mentions:
            is_one = _is_spot(one) or (with_areas and one.can_be_subject)
            if is_of and one.span.start <= start < one.span.end and is_one:
                return one
    return None


def _is_spot(mention: PlacedMention) -> bool:
    """Whether a distance may be said of a place: areas mostly tell where something else is."""
    return mention.can_be_subject and not mention.is_area


def _is_named_of(sentence: Sentence, index: int) -> bool:
    return sentence.tree.preposition(index) == "of"


def _is_of_anchor(found: PlacedMention, anchor: PlacedMention, amount: Amount) -> bool:
    is_far_end = found is anchor or is_same(found, anchor)
    return is_far_end or amount.start <= found.span.start < anchor.span.end
