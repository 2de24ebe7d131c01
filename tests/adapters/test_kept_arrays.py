"""What takes long to work out is worked out once, and is not read where it is damaged."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from geo.adapters.basemap.regions import Regions
from geo.adapters.basemap.store import read_level
from geo.adapters.basemap.world import StoredBasemap
from geo.adapters.kept_arrays import kept
from geo.adapters.network.store import open_network, read_network
from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

ARRAYS = {"one": np.arange(6.0).reshape(3, 2), "none": np.empty((0, 4), dtype=np.int32)}


def refuse(*_given: object) -> dict[str, np.ndarray]:
    raise AssertionError("worked out again")


def test_arrays_are_worked_out_once_and_are_the_same(tmp_path: Path) -> None:
    kept(tmp_path, "a", b"raw", lambda: ARRAYS)
    again = kept(tmp_path, "a", b"raw", refuse)

    assert set(again) == set(ARRAYS)
    for name, array in ARRAYS.items():
        assert again[name].dtype == array.dtype
        assert again[name].tolist() == array.tolist()
    with pytest.raises(ValueError, match="read-only"):
        again["one"][0, 0] = 9.0


def test_other_bytes_are_worked_out_anew(tmp_path: Path) -> None:
    kept(tmp_path, "a", b"raw", lambda: ARRAYS)
    other = kept(tmp_path, "a", b"other", lambda: {"one": np.zeros(1)})

    assert other["one"].tolist() == [0.0]
    assert kept(tmp_path, "a", b"raw", refuse)["one"].shape == (3, 2)


@pytest.mark.parametrize("damage", ["cut", "empty", "other", "no header", "odd"])
def test_what_is_damaged_is_worked_out_again(tmp_path: Path, damage: str) -> None:
    kept(tmp_path, "a", b"raw", lambda: ARRAYS)
    (file,) = tmp_path.iterdir()
    raw = file.read_bytes()
    file.write_bytes(
        {
            "cut": raw[:-40],
            "empty": b"",
            "other": b"PK" + raw[2:],
            "no header": raw[:8] + b"x" + raw[9:],
            "odd": raw.replace(b"<f8", b"|O8"),
        }[damage]
    )

    assert kept(tmp_path, "a", b"raw", lambda: ARRAYS)["one"].tolist() == ARRAYS["one"].tolist()
    assert kept(tmp_path, "a", b"raw", refuse)["one"].tolist() == ARRAYS["one"].tolist()
    assert list(tmp_path.iterdir()) == [file]


def test_where_nothing_can_be_kept_it_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert kept(tmp_path / "file", "a", b"raw", lambda: ARRAYS) is ARRAYS
    assert kept(None, "a", b"raw", lambda: ARRAYS) is ARRAYS


def test_old_ones_and_what_killed_runs_left_are_swept(tmp_path: Path) -> None:
    long_ago = time.time() - 40 * 86_400
    for name in ("a-old.arrays", "building-killed", "b-old.arrays"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (long_ago, long_ago))

    kept(tmp_path, "a", b"raw", lambda: ARRAYS)

    assert {path.name.partition("-")[0] for path in tmp_path.iterdir()} == {"a", "b"}
    assert not (tmp_path / "a-old.arrays").exists()


def test_a_network_that_was_kept_is_the_one_in_its_file(tmp_path: Path) -> None:
    path = Settings().data / "networks" / "sea.npz"
    plain = read_network(path)
    open_network(path, tmp_path)
    opened = open_network(path, tmp_path)

    assert (opened.kinds, opened.countries, opened.source) == (
        plain.kinds, plain.countries, plain.source,
    )  # fmt: skip
    for name in ("points", "ends", "winding", "kind", "country", "doubt", "order", "length_m"):
        one, other = getattr(plain, name), getattr(opened, name)
        assert one.dtype == other.dtype
        assert np.array_equal(one, other), name
    here = np.array([[4.0, 52.0]]), np.array([2.0]), np.array([2.0])
    near = plain.cells.near(*here)[1]
    assert len(near)
    assert np.array_equal(near, opened.cells.near(*here)[1])


def test_a_map_that_was_kept_is_the_one_in_its_file(tmp_path: Path) -> None:
    path = Settings().data / "basemap" / "world.bin"
    plain = read_level(path)
    read_level(path, tmp_path)
    opened = read_level(path, tmp_path)

    for name in plain:
        assert np.array_equal(plain[name].points, opened[name].points)
        assert np.array_equal(plain[name].arc_bounds, opened[name].arc_bounds)
        assert list(plain[name].parts) == list(opened[name].parts)


def test_states_are_cut_once_and_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Settings().data / "basemap"
    plain = StoredBasemap(folder).region("PL", "Masovian Voivodeship")
    StoredBasemap(folder, tmp_path).region("PL", "Masovian Voivodeship")
    monkeypatch.setattr(Regions, "cut", refuse)
    opened = StoredBasemap(folder, tmp_path)

    assert plain is not None
    assert plain.equals_exact(opened.region("PL", "Masovian Voivodeship"), 0.0)
    assert opened.region("PL", "Silesian Voivodeship") is not None
    assert opened.region("PL", "Atlantis") is None
    with pytest.raises(AssertionError, match="worked out again"):
        opened.region("AT", "Styria")


def test_land_is_mended_once_and_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, hastings = Settings().data / "basemap", (0.57, 50.86)
    # The shore of Great Britain crosses itself, as it is drawn.
    plain = StoredBasemap(folder, tmp_path).island(*hastings)
    monkeypatch.setattr(shapely, "make_valid", refuse)
    again = StoredBasemap(folder, tmp_path).island(*hastings)

    assert plain is not None
    assert plain.is_valid
    assert plain.equals_exact(again, 0.0)
