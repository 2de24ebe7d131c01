"""What the ground of a story gives to the namesakes that lie in it."""

from __future__ import annotations

import numpy as np
import pytest

from geo.resolve.home import MOST_NAMES, Ground, home_gain


def neighbours(names: int) -> tuple[Ground, list[slice]]:
    """Make names that each have a city of their own far off, and a hamlet in one corner."""
    rng = np.random.default_rng(1)
    xyz = rng.normal(size=(2 * names, 3))
    xyz[1::2] = (1.0, 0.0, 0.0)
    xyz[1::2] += rng.normal(scale=1e-4, size=(names, 3))
    is_far = np.arange(2 * names) % 2 == 0
    ground = Ground(
        xyz=xyz / np.linalg.norm(xyz, axis=1)[:, None],
        country=np.where(is_far, 2 + np.arange(2 * names) % 40, 1),
        region=np.where(is_far, 0, 1),
        is_country=np.zeros(2 * names, dtype=bool),
        is_region=np.zeros(2 * names, dtype=bool),
        is_called=np.ones(2 * names, dtype=bool),
        base=np.where(is_far, 9.0, 3.0),
    )
    return ground, [slice(2 * number, 2 * number + 2) for number in range(names)]


@pytest.mark.parametrize(("names", "gains"), [(1, False), (8, True), (MOST_NAMES + 1, False)])
def test_neighbours_gain_together_but_not_one_alone_nor_an_endless_list(
    names: int, *, gains: bool
) -> None:
    ground, groups = neighbours(names)
    gain = home_gain(ground, groups)
    assert (gain[1::2] > gain[::2]).all() == gains
    assert gains or not gain.any()
