"""Climbs in the grammar of a sentence from a figure to the words that it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.token import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Amount, Sentence

# Words between a figure and what it is said of, one hanging on the other.
_MOST_STEPS = 8


def unit_of(sentence: Sentence, amount: Amount) -> int | None:
    """Find the word of a figure that the others hang on: mostly its unit."""
    inside = sentence.tokens_in(amount.quantity.span)
    heads = [i for i in inside if sentence.tokens[i].head not in inside]
    return heads[-1] if heads else None


def climb(sentence: Sentence, at: int) -> Iterator[int]:
    """Give a word, the word that it hangs on, and so on up to the root."""
    for _ in range(_MOST_STEPS):
        yield at
        at = sentence.tokens[at].head
        if at == ROOT:
            return


def is_named_of(sentence: Sentence, index: int) -> bool:
    """Whether "of" stands before a word: the name in "the port of Odesa"."""
    return sentence.tree.preposition(index) == "of"
