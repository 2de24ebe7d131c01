"""The coding of the map files: what is written is what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.adapters.basemap.shape import joined, many, smooth
from geo.adapters.basemap.store import read_level
from geo.adapters.basemap.tables import read_features
from geo.settings import Settings
from tools.basemap_layer import Layer, encode

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NUMBER = st.integers(-(2**40), 2**40)
ARC = st.lists(st.tuples(NUMBER, NUMBER), min_size=2, max_size=6)


@given(st.lists(ARC, min_size=1, max_size=4), st.lists(ARC, min_size=1, max_size=2))
@settings(max_examples=40)
def test_every_point_comes_back(
    tmp_path_factory: pytest.TempPathFactory, land: list, water: list
) -> None:
    path = tmp_path_factory.mktemp("map") / "level.bin"
    layers = {
        name: Layer(
            transform={"scale": [1.0, 1.0], "translate": [0.0, 0.0]},
            arcs=[np.array(arc, dtype=np.int64) for arc in arcs],
            shapes=[{"name": "shape", "parts": [[[number] for number in range(len(arcs))]]}],
        )
        for name, arcs in (("countries", land), ("lakes", water))
    }
    path.write_bytes(encode(layers))
    read = read_level(path)
    for name, arcs in (("countries", land), ("lakes", water)):
        assert [read[name].arc(number).tolist() for number in range(len(arcs))] == [
            [list(point) for point in arc] for arc in arcs
        ]
        assert read[name].arc(~0).tolist() == [list(point) for point in arcs[0]][::-1]
        assert not read[name].users


def test_the_same_level_gives_the_same_bytes(tmp_path: Path) -> None:
    layer = Layer(
        transform={"scale": [0.5, 0.5], "translate": [-180.0, -90.0]},
        arcs=[np.array([[0, 0], [3, 4], [0, 0]])],
        shapes=[{"name": "a", "parts": [[[0]]]}],
        seams=[0],
    )
    assert encode({"countries": layer}) == encode({"countries": layer})
    (tmp_path / "a.bin").write_bytes(encode({"countries": layer}))
    read = read_level(tmp_path / "a.bin")["countries"]
    assert read.part_bounds.tolist() == [[-180.0, -90.0, -178.5, -88.0]]
    assert read.seams == {0}


def test_every_feature_of_every_level_is_in_the_table() -> None:
    folder = Settings().data / "basemap"
    features = read_features(folder)
    for level in ("world", "region", "detail"):
        layers = read_level(folder / f"{level}.bin")
        assert set(layers) >= {"countries", "lakes", "rivers"}
        assert set(layers["countries"].names) <= set(features)
        assert (
            max(len(shapes) for shapes in layers["countries"].users.values()) <= 3
        )  # the Dead Sea
    assert all(len(feature.code) in {0, 2} for feature in features.values())


def test_pieces_are_joined_where_they_meet_and_kept_where_not() -> None:
    boxes = [shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(5, 5, 6, 6)]
    assert joined(boxes).equals(shapely.MultiPolygon([shapely.box(0, 0, 2, 1), boxes[2]]))
    assert joined(boxes[:2]).geom_type == "Polygon"
    assert joined(boxes[:1]) is boxes[0]
    assert joined([boxes[0], boxes[2]]).geom_type == "MultiPolygon"
    assert many([]).is_empty


def test_smoothing_keeps_the_ends_and_makes_no_invalid_lake() -> None:
    river = shapely.LineString([(0, 0), (1, 0), (1, 1)])
    smoothed = smooth(river)
    assert smoothed.coords[0] == (0, 0)
    assert smoothed.coords[-1] == (1, 1)
    assert smoothed.length < river.length
    lake = shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))
    assert smooth(lake).is_valid
    assert len(smooth(lake).interiors) == 1
    sliver = shapely.Polygon([(0, 0), (10, 0), (10, 10), (9.999, 0.001)])
    assert smooth(sliver).is_valid
