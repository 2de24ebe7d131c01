"""The drawings for several widths in one page: each width has one, and they share the ground."""

from __future__ import annotations

import re

import pytest

from geo.maps.svg.responsive import draw_fitting
from tests.maps import world

CLASS = re.compile(r'class="(dl-fit [^"]+)"')


def lot(*, crowded: bool) -> int:
    """Number of a generated story of many places, or of few."""
    found = (n for n in range(40) if (len(world.drawn_by_lot(n).places) > 20) is crowded)
    return next(found)


@pytest.mark.parametrize(("crowded", "drawings"), [(False, 3), (True, 2)])
def test_every_width_has_one_drawing(*, crowded: bool, drawings: int) -> None:
    drawn = draw_fitting(world.drawn_by_lot(lot(crowded=crowded)), ident="still")
    classes = CLASS.findall(drawn)
    assert len(classes) == drawings
    served = [each for one in classes for each in one.split()[1:]]
    assert sorted(served) == ["dl-fit-middle", "dl-fit-narrow", "dl-fit-wide"]
    assert drawn.count('href="#still-basemap"') == drawings
    assert drawn.count('id="still-basemap"') == 1
