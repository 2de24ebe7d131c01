"""While what stays is being made, nobody looks for garbage; afterwards it is as before."""

from __future__ import annotations

import gc

import pytest

import geo
from geo.garbage import unsearched

LEFT = "The train left Lyon for Turin."


def test_it_is_as_it_was_afterwards_whatever_happens() -> None:
    with pytest.raises(KeyError), unsearched():
        {}["nothing"]
    assert gc.isenabled()


def test_one_within_another_leaves_it_off_until_the_last_ends() -> None:
    with unsearched():
        with unsearched():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_story_leaves_it_on_and_is_not_looked_through() -> None:
    geo.analyse(LEFT)
    before = [generation["collections"] for generation in gc.get_stats()]
    geo.analyse(LEFT)
    after = [generation["collections"] for generation in gc.get_stats()]
    assert gc.isenabled()
    assert after[1:] == before[1:]
