from __future__ import annotations

from itertools import pairwise

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.spec.model import Grid
from geo.maps.spec.polyline import ALPHABET, decode, encode, encode_lines, encode_rings

GRID = Grid(lon_0=-180.0, lat_0=-90.0, step=0.01)


@given(st.lists(st.tuples(st.floats(-180, 540), st.floats(-90, 90)), min_size=1, max_size=40))
def test_a_line_comes_back_to_within_half_a_step(points: list[tuple[float, float]]) -> None:
    coded = encode(np.array(points), GRID)
    assert set(coded) <= set(ALPHABET)
    back = decode(coded, GRID)
    cells = np.rint((np.array(points) - (-180.0, -90.0)) / 0.01)
    kept = [cells[0], *(b for a, b in pairwise(cells) if (a != b).any())]
    assert np.allclose(back, np.array(kept) * 0.01 + (-180.0, -90.0))
    assert np.abs(back[0] - points[0]).max() <= 0.005 + 1e-9


def test_the_alphabet_needs_no_escaping_in_json_or_html() -> None:
    assert len(set(ALPHABET)) == 64
    assert not set(ALPHABET) & set("<>&\"'\\")


def test_a_known_line_has_a_known_code() -> None:
    # 18,000 steps east are 36,000 in zigzag: in groups of five bits, the lowest first, 0, 5, 3, 1;
    # 9,000 north 16, 18, 17; all but the last of each with 32 for "more"; then 1 east and 1 south.
    line = np.array([(0.0, 0.0), (0.01, -0.01)])
    assert encode(line, GRID) == "gljBwyRCB"


def test_what_vanishes_on_the_grid_is_left_out() -> None:
    small = shapely.box(0, 0, 0.001, 0.001)
    large = shapely.box(0, 0, 1, 1).difference(shapely.box(0.4, 0.4, 0.6, 0.6))
    assert encode_rings(small, GRID) == ()
    assert len(encode_rings(shapely.MultiPolygon([small, large]), GRID)) == 2
    assert encode_lines(shapely.LineString([(0, 0), (0.001, 0)]), GRID) == ()
    assert (
        len(encode_lines(shapely.MultiLineString([[(0, 0), (1, 0)], [(5, 5), (6, 6)]]), GRID)) == 2
    )
    assert encode_lines(shapely.MultiLineString(), GRID) == ()
