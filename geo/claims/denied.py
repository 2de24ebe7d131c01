"""Tells whether a sentence denies a figure: "A is not 300 km from B", "no train takes an hour"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.climbing import unit_of
from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.claims.story import Scene
    from geo.contracts import Amount, Sentence

# How a figure hangs on the word that says it: "lies 400 km from", "takes three hours", "300 km
# apart". What only stands beside a name ("Bonn, 25 km from Cologne") is not denied with its verb.
_SAYS_IT = frozenset({"obl", "obj", "advmod"})
_SAID = "ccomp"
_NEGATIVE = "Polarity=Neg"
_SUBJECTS = ("nsubj", "csubj")
_MOST_STEPS = 3


def is_denied(scene: Scene, amount: Amount) -> bool:
    """Whether "not", "never" or "no" is said of a figure, and not only of "more than" it."""
    sentence = scene.story.document.sentences[scene.index]
    at = unit_of(sentence, amount) if sentence.is_parsed else None
    for _ in range(_MOST_STEPS):
        if at is None:
            return False
        if _has_no(sentence, amount, at) or _is_of_none(sentence, at):
            return True
        token = sentence.tokens[at]
        if token.relation == _SAID:
            return _is_unsaid(sentence, amount, at)
        if token.has("Degree=Cmp") or _SAYS_IT.isdisjoint(_names(token.relation)):
            return False
        at = sentence.tree.head(at)
        if at is not None and sentence.tokens[at].has("Degree=Cmp"):
            return False  # "does not take longer than an hour" says how long it takes at most
    return False


def _is_unsaid(sentence: Sentence, amount: Amount, at: int) -> bool:
    """Whether nobody says what a clause states: "nobody claims that", "she did not say that"."""
    verb = sentence.tree.head(at)
    if verb is None or sentence.tokens[verb].lower not in listed("reports"):
        return False
    return _has_no(sentence, amount, verb) or _is_of_none(sentence, verb)


def _names(relation: str) -> set[str]:
    return {relation, relation.partition(":")[0]}


def _has_no(sentence: Sentence, amount: Amount, at: int) -> bool:
    """Whether "not" hangs on a word, outside of the figure and before no "only"."""
    tokens, inside = sentence.tokens, sentence.tokens_in(amount.quantity.span)
    # "neither 80 km from A nor", "nor 80 km from B"
    if any(tokens[one].has(_NEGATIVE) for one in sentence.tree.children(at, "cc")):
        return True
    return any(
        one not in inside and tokens[min(one + 1, len(tokens) - 1)].lower not in listed("only")
        for one in sentence.tree.children(at, "advmod", "neg")
        if tokens[one].lower in listed("negation")
    )


def _is_of_none(sentence: Sentence, at: int) -> bool:
    """Whether none does it: "no train takes", "nobody drives"."""
    tokens, tree = sentence.tokens, sentence.tree
    return any(
        tokens[one].lower in listed("nobody")
        or any(tokens[word].has("PronType=Neg") for word in tree.children(one, "det"))
        for one in tree.children(at, *_SUBJECTS)
    )
