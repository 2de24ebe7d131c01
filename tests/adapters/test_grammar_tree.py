"""Heads form a tree with one root, and no other tree has a higher sum of scores."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from geo.adapters.grammar.tree import best_heads


def is_tree(heads: np.ndarray) -> bool:
    """Whether there is one root and everything leads to it."""
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = int(heads[at - 1]), steps + 1
        if at:
            return False
    return int((heads == 0).sum()) == 1


def total(scores: np.ndarray, heads: np.ndarray) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


def scores(most: int) -> st.SearchStrategy[np.ndarray]:
    whole = st.integers(-20, 20).map(float)
    return st.integers(1, most).flatmap(
        lambda words: arrays(np.float32, (words, words + 1), elements=whole)
    )


@given(scores(4))
def test_no_tree_scores_higher(table: np.ndarray) -> None:
    words = len(table)
    heads = best_heads(table)
    trees = (np.array(one) for one in product(range(words + 1), repeat=words))
    best = max(total(table, tree) for tree in trees if is_tree(tree))
    assert is_tree(heads)
    assert total(table, heads) == pytest.approx(best)


@given(scores(24))
def test_every_table_of_scores_gives_a_tree(table: np.ndarray) -> None:
    assert is_tree(best_heads(table))


def test_words_that_hang_on_each_other_are_parted() -> None:
    table = np.array([[0, -9, 5, -9], [1, 5, -9, -9], [-9, -9, 4, -9]], dtype=np.float32)
    assert best_heads(table).tolist() == [2, 0, 2]
