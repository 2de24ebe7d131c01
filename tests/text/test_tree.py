"""What the queries of a sentence's tree find, on trees written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.contracts import Document, Sentence, Span
from geo.text.document import cut_sentence
from tests.text.trees import PASSIVE, RELATIVE, SHARED, index, parsed, words

if TYPE_CHECKING:
    from collections.abc import Callable


def at(sentence: Sentence, word: str) -> int:
    return index(sentence, word)


def test_a_clause_between_does_not_hide_the_subject() -> None:
    assert words(RELATIVE, RELATIVE.tree.subject(at(RELATIVE, "left"))) == ["ship"]


def test_a_relative_pronoun_gives_way_to_its_noun() -> None:
    assert words(RELATIVE, RELATIVE.tree.subject(at(RELATIVE, "carrying"))) == ["ship"]


def test_objects() -> None:
    tree = RELATIVE.tree
    assert words(RELATIVE, *tree.objects(at(RELATIVE, "left"))) == ["odesa"]
    assert words(RELATIVE, *tree.objects(at(RELATIVE, "carrying"))) == ["corn"]


def test_root_head_and_ancestors() -> None:
    tree = RELATIVE.tree
    assert words(RELATIVE, tree.root) == ["left"]
    assert words(RELATIVE, *tree.ancestors(at(RELATIVE, "corn"))) == ["carrying", "ship", "left"]
    assert tree.head(at(RELATIVE, "left")) is None


def test_the_order_to_leave_does_not_leave() -> None:
    order = parsed("""
        They PRON _ 2 nsubj
        obeyed VERB _ 0 root
        orders NOUN _ 2 obj
        to PART _ 5 mark
        leave VERB VerbForm=Inf 3 acl
        Odesa PROPN _ 5 obj
        quietly ADV _ 5 advmod
    """)
    assert order.tree.subject(at(order, "leave")) is None
    assert words(order, order.tree.predicate(at(order, "odesa"))) == ["leave"]
    assert words(order, order.tree.predicate(at(order, "orders"))) == ["obeyed"]
    assert words(order, order.tree.predicate(at(order, "obeyed"))) == ["obeyed"]


def test_a_passive_tells_what_was_done_to_what_by_whom() -> None:
    tree, verb = PASSIVE.tree, at(PASSIVE, "shipped")
    assert tree.is_passive(verb)
    assert words(PASSIVE, *tree.subjects(verb)) == ["maize", "wheat"]
    assert words(PASSIVE, tree.agent(verb)) == ["agency"]
    assert not RELATIVE.tree.is_passive(at(RELATIVE, "left"))


def test_joined_places_share_their_preposition() -> None:
    found = PASSIVE.tree.adjuncts(at(PASSIVE, "shipped"))
    told = [(one.preposition, *words(PASSIVE, one.word)) for one in found]
    assert told == [("by", "agency"), ("from", "mombasa"), ("from", "lamu")]
    assert words(PASSIVE, *PASSIVE.tree.conjuncts(at(PASSIVE, "lamu"))) == ["mombasa", "lamu"]


@pytest.mark.parametrize("verb", ["left", "wanted", "leave"])
def test_verbs_without_a_subject_take_that_of_the_verb_above(verb: str) -> None:
    assert words(SHARED, SHARED.tree.subject(at(SHARED, verb))) == ["lavrov"]


def test_negation() -> None:
    assert SHARED.tree.is_negated(at(SHARED, "left"))
    assert not SHARED.tree.is_negated(at(SHARED, "wanted"))


def test_what_a_name_hangs_on() -> None:
    tree = SHARED.tree
    assert words(SHARED, tree.top(at(SHARED, "new"))) == ["haven"]
    assert words(SHARED, tree.governor(at(SHARED, "new"))) == ["port"]
    assert words(SHARED, *tree.phrase(at(SHARED, "haven"))) == ["new", "haven"]
    assert words(SHARED, *tree.subtree(at(SHARED, "port"))) == ["the", "port", "of", "new", "haven"]
    assert words(PASSIVE, PASSIVE.tree.governor(at(PASSIVE, "lamu"))) == ["shipped"]


def test_possessors_and_prepositions_of_several_words() -> None:
    tree = SHARED.tree
    assert words(SHARED, tree.possessor(at(SHARED, "war"))) == ["yemen"]
    assert tree.preposition(at(SHARED, "yemen")) == "'s"
    assert tree.preposition(at(SHARED, "war")) == "because of"
    assert tree.preposition(at(SHARED, "lavrov")) == ""


def test_without_grammar_every_answer_is_empty() -> None:
    text = "The ship left Odesa."
    bare = cut_sentence(Span(start=0, end=len(text), text=text))
    tree = bare.tree
    assert not bare.is_parsed
    assert tree.root is None
    questions: list[Callable[[int], object]] = [
        *(tree.head, tree.subject, tree.agent, tree.possessor, tree.governor),
        *(tree.subjects, tree.objects, tree.adjuncts, tree.particles, tree.auxiliaries),
    ]
    assert not any(ask(2) for ask in questions)
    assert tree.subtree(2) == tree.phrase(2) == tree.conjuncts(2) == (2,)
    assert not tree.is_passive(2)


def test_words_are_found_by_their_place() -> None:
    assert words(RELATIVE, RELATIVE.token_at(5)) == ["ship"]
    assert RELATIVE.token_at(3) is None
    assert words(RELATIVE, *RELATIVE.tokens_in(Span(start=5, end=12, text="hip , w"))) == [
        "ship",
        ",",
        "which",
    ]
    document = Document(sentences=(RELATIVE,))
    assert document.is_parsed
    assert document.sentence_at(4) is RELATIVE
    assert document.sentence_at(400) is None
