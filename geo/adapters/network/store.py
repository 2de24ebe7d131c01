"""Reads and writes one network of ``data/networks/``: points, hops between them, lengths.

A file is a NumPy archive of whole numbers. ``lon`` and ``lat`` are the points in steps of 0.0001°,
each the difference from the one before it; ``start`` and ``end`` the points of each hop, the first
as differences, the second counted from the first; ``winding`` by how many thousandths a hop is
longer than its chord; ``doubt`` by how many hundredths its length may be wrong besides; ``kind``
and ``country`` numbers into the lists of names in ``about`` (JSON, which also has source and
attribution); ``order`` the order in which the points are contracted. What is worked out of a file,
which takes a tenth of a second, is kept in the cache folder.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.adapters.kept_arrays import Shelf
from geo.adapters.network.cells import FORMAT, HopCells, chords_m
from geo.errors import DataMissing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


_STEP_DEG = 1e-4
_WINDING = 1e-3
_DOUBT = 1e-2
_BOATS = frozenset({"ferry", "water"})
_ARRAYS = ("points", "ends", "winding", "kind", "country", "doubt", "order")


@dataclass(frozen=True, kw_only=True)
class Network:
    """Points, WGS 84 degrees (EPSG:4326), and hops that lead both ways.

    Attributes
    ----------
    points : array (n, 2) of lon, lat.
    ends : array (m, 2) of point numbers, one row a hop.
    winding : array (m,), length of each hop over that of its chord, 1 or more.
    kind : array (m,), number of each hop's kind in ``kinds`` ("" for a plain one).
    country : array (n,), number of each point's country in ``countries`` (ISO codes; "" for none).
    doubt : array (m,), share by which each hop's length may be wrong, beyond what all may be.
    order : array (n,), the points in the order that a contraction hierarchy takes them.
    worked_out : what ``length_m`` and ``cells`` are made of, where that is known.
    shelf : where what is worked out of it is kept; None for lines that are read but once.
    gauges : usual gauge of the railways of countries (ISO codes), millimetres, where it is one.
    """

    points: np.ndarray
    ends: np.ndarray
    winding: np.ndarray
    kind: np.ndarray
    country: np.ndarray
    doubt: np.ndarray
    order: np.ndarray
    kinds: tuple[str, ...]
    countries: tuple[str, ...]
    country_names: tuple[str, ...]
    source: str
    attribution: str
    worked_out: Mapping[str, np.ndarray] | None = None
    gauges: Mapping[str, int] = field(default_factory=dict)
    shelf: Shelf | None = None

    @cached_property
    def length_m(self) -> np.ndarray:
        """Length of every hop, metres: its geodesic, and what it winds."""
        if self.worked_out is not None:
            return self.worked_out["length_m"]
        lengths: np.ndarray = chords_m(self.points, self.ends) * self.winding
        return lengths

    @cached_property
    def cells(self) -> HopCells:
        """Index of the hops by where they lie; but for the longest."""
        if self.worked_out is not None:
            return HopCells(hops=self.worked_out["hops"], first=self.worked_out["first"])
        return HopCells.of(self.points, self.ends)

    @cached_property
    def is_boat(self) -> np.ndarray:
        """Tell for every hop whether it leads over open water, where nobody gets on half-way."""
        return self.has_kind(_BOATS)

    def open(self) -> None:
        """Have lengths and index made now, which the first way needs."""
        _ = self.length_m, self.cells

    def has_kind(self, names: frozenset[str]) -> np.ndarray:
        """Tell for every hop whether its kind is among some names."""
        wanted = [number for number, name in enumerate(self.kinds) if name in names]
        return np.isin(self.kind, wanted)


def open_network(path: Path, cache: Path | None) -> Network:
    """Map a network into memory, with what is worked out of its file; that is done once.

    Raises
    ------
    DataMissing
        As `read_network`.
    """
    try:
        raw = path.read_bytes()
    except OSError:
        raw = b""  # reading it anew says what is wrong
    shelf = Shelf.of(cache if raw else None, path.stem, raw)
    arrays = shelf.kept("network", bytes([FORMAT]), lambda: _all_of(path))
    known: dict[str, Any] = {name: arrays[name] for name in _ARRAYS}
    own = None if shelf.cache is None else shelf
    return Network(**known, **_named(bytes(arrays["about"])), worked_out=arrays, shelf=own)


def _all_of(path: Path) -> dict[str, np.ndarray]:
    network = read_network(path)
    return {
        **{name: getattr(network, name) for name in _ARRAYS},
        "about": _about(network),
        "length_m": network.length_m,
        "hops": network.cells.hops,
        "first": network.cells.first,
    }


def read_network(path: Path) -> Network:
    """Read a network as it stands in its file.

    Raises
    ------
    DataMissing
        If the file is not there or is not one of ours.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            lon, lat = (np.cumsum(file[name], dtype=np.int64) for name in ("lon", "lat"))
            start = np.cumsum(file["start"], dtype=np.int64)
            return Network(
                points=np.stack([lon, lat], axis=1) * _STEP_DEG,
                ends=np.stack([start, start + file["end"]], axis=1),
                winding=1.0 + file["winding"] * _WINDING,
                kind=file["kind"],
                country=file["country"],
                doubt=file["doubt"] * _DOUBT,
                order=file["order"],
                **_named(bytes(file["about"])),
            )
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise DataMissing(
            f"The network {str(path)!r} cannot be read; restore it, or make it again with "
            "'python -m tools.make_networks'."
        ) from error


def _named(about: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(about)
    return {
        "kinds": tuple(told["kinds"]),
        "countries": tuple(told["countries"]),
        "country_names": tuple(told["country_names"]),
        "source": told["source"],
        "attribution": told["attribution"],
    }


def _about(network: Network) -> np.ndarray:
    about = {
        "kinds": network.kinds,
        "countries": network.countries,
        "country_names": network.country_names,
        "source": network.source,
        "attribution": network.attribution,
    }
    return np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)


def write_network(path: Path, network: Network) -> None:
    """Write a network; the same network gives the same bytes."""
    steps = np.round(network.points / _STEP_DEG).astype(np.int32)
    steps = np.diff(steps, axis=0, prepend=np.zeros((1, 2), np.int32))
    starts, ends = network.ends.astype(np.int32).T
    np.savez_compressed(
        path,
        lon=steps[:, 0],
        lat=steps[:, 1],
        start=np.diff(starts, prepend=np.int32(0)),
        end=ends - starts,
        winding=np.round((network.winding - 1.0) / _WINDING).astype(np.uint16),
        kind=network.kind.astype(np.uint8),
        country=network.country.astype(np.uint8),
        doubt=np.round(network.doubt / _DOUBT).astype(np.uint8),
        order=network.order.astype(np.int32),
        about=_about(network),
    )
