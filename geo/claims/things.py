"""Tells by the grammar of its sentence of what thing, that is no place, a figure is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.climbing import climb, is_named_of, unit_of
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.claims.story import Scene
    from geo.contracts import Amount, Sentence, Token

_NAME, _NOUN = "PROPN", "NOUN"
_OF_VERB = frozenset({"obj", "obl", "nmod"})


def is_said_of_other(scene: Scene, amount: Amount, traveller: str) -> bool:
    """Whether a figure is said of a thing that is not who travels: "a missile can fly 900 km"."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if start is None or not sentence.is_parsed:
        return False
    subjects = (sentence.tree.subject(at) for at in climb(sentence, start))
    subject = next((one for one in subjects if one is not None), None)
    if subject is None:
        return False
    if _is_another_mover(scene, subject, traveller):
        return True
    # "the centre of the storm": what the subject is a part of
    whole = [i for i in sentence.tree.children(subject, "nmod") if is_named_of(sentence, i)]
    tokens = [sentence.tokens[i] for i in (subject, *whole)]
    things = listed("other_subject") | listed("cannot_travel") | listed("said_of_ways")
    # Of a service nobody travels: "the boat makes eight knots; the run takes" is of the boat.
    own = motion().vehicles if not traveller else {}
    return any(
        one.tag == "NOUN"
        and one.lower in things
        and one.lower not in traveller.lower()
        and one.lemma not in own
        for one in tokens
    )


def _is_another_mover(scene: Scene, subject: int, traveller: str) -> bool:
    """Whether somebody is told of who is not who travels: the driver of the coach that does."""
    who = scene.story.document.referents.meant.get((scene.index, subject))
    if who is None or who.sort not in {Sort.PERSON, Sort.NAME} or not traveller:
        return False
    return (who.names | who.heads).isdisjoint(traveller.lower().split())


def is_of_one_thing(scene: Scene, amount: Amount) -> bool:
    """Whether a figure is said of one thing alone: of "a ship", not of "fires" or "rain"."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if start is None or not sentence.is_parsed:
        return False
    tree = sentence.tree
    for at in climb(sentence, start):
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


def is_of_new_thing(scene: Scene, amount: Amount) -> bool:
    """Whether the word before a figure is what it tells of: "…, and a depot 30 km from Graz"."""
    sentence = scene.story.document.sentences[scene.index]
    first = next(iter(sentence.tokens_in(amount.quantity.span)), 0)
    return bool(first and sentence.is_parsed) and is_new_thing(sentence, first - 1)


def is_new_thing(sentence: Sentence, at: int) -> bool:
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


def subject_word(scene: Scene, amount: Amount) -> Token | None:
    """Find the word that is the subject of what a figure says."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if start is None or not sentence.is_parsed:
        return None
    subjects = (sentence.tree.subjects(at) for at in climb(sentence, start))
    return next((sentence.tokens[ones[-1]] for ones in subjects if ones), None)


def is_compared(scene: Scene, amount: Amount) -> bool:
    """Whether a figure says by how much something differs: "is 80 km shorter"."""
    sentence = scene.story.document.sentences[scene.index]
    inside = sentence.tokens_in(amount.quantity.span)
    behind = sentence.tokens[inside[-1] + 1 : inside[-1] + 2] if inside else ()
    return any(token.has("Degree=Cmp") for token in behind)


def tells_what_there_is(scene: Scene, amount: Amount) -> bool:
    """Whether a figure is of what there is somewhere: "there is a tunnel 27 km long"."""
    sentence = scene.story.document.sentences[scene.index]
    start = unit_of(sentence, amount)
    if start is None or not sentence.is_parsed:
        return False
    return any(sentence.tree.children(at, "expl") for at in climb(sentence, start) if at != start)
