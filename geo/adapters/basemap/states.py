"""The lines between states or provinces, their names, and claims that follow no border."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from geo.adapters.basemap.cut import Cutter
from geo.adapters.basemap.shape import many
from geo.adapters.basemap.store import read_level
from geo.adapters.basemap.tables import read_states
from geo.contracts import States

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    from geo.adapters.basemap.cut import Window
    from geo.adapters.basemap.layer import Layer
    from geo.contracts import StateName

# States less wide than this share of the box are too many to be of use.
_LEAST_SHARE = 0.03
# Lines of claims are for maps of a region: larger pixels than this show them no more.
_COARSEST_CLAIM_DEG = 0.05


class Inner:
    """Lines inside of countries, from the files of one folder; read when first needed."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """``cache`` is the folder in which what is decoded is kept."""
        self._folder = folder
        self._cache = cache

    def states(self, window: Window, codes: Collection[str]) -> tuple[States, ...]:
        """States of those countries whose states are not too small for the box."""
        width = (window.east - window.west) * window.squeeze
        shown = [
            code for code in sorted(codes) if self._sizes.get(code, 0.0) >= _LEAST_SHARE * width
        ]
        return tuple(
            States(
                country_code=code,
                size_deg=self._sizes[code],
                lines=self._cut(self._lines["states"], code, window),
                names=_inside(self._names[code], window),
            )
            for code in shown
        )

    def claims(self, window: Window) -> list[BaseGeometry]:
        """Lines of breakaway lands, and of claims that follow no border."""
        if window.pixel_deg > _COARSEST_CLAIM_DEG:
            return []
        layer = self._lines["claims"]
        cutter = Cutter(layer, window)
        return [line for lines in cutter.lines(cutter.arcs_in_window()).values() for line in lines]

    def names(self, code: str) -> tuple[StateName, ...]:
        """Names of a country's states, each with a point among its towns."""
        return self._names.get(code, ())

    def lines(self, code: str) -> list[BaseGeometry]:
        """Lines between a country's states as they are kept, WGS 84 degrees."""
        layer = self._lines["states"]
        return list(layer.lines(sorted(_arcs_of(layer, code))))

    def _cut(self, layer: Layer, code: str, window: Window) -> BaseGeometry:
        cutter = Cutter(layer, window)
        arcs = _arcs_of(layer, code).intersection(cutter.arcs_in_window())
        return many([line for lines in cutter.lines(arcs).values() for line in lines])

    @cached_property
    def _lines(self) -> Mapping[str, Layer]:
        return read_level(self._folder / "lines.bin", self._cache)

    @cached_property
    def _names(self) -> dict[str, tuple[StateName, ...]]:
        return read_states(self._folder)

    @cached_property
    def _sizes(self) -> dict[str, float]:
        """How far a state's middle is from the next one's, as a rule, degrees of latitude."""
        return {code: _spacing(names) for code, names in self._names.items() if len(names) > 1}


def _arcs_of(layer: Layer, code: str) -> set[int]:
    parts = layer.parts
    shape = layer.names.index(code)
    return set(parts.arcs[parts.ends[parts.rings[:-1]][parts.shape == shape]].tolist())


def _spacing(names: tuple[StateName, ...]) -> float:
    lons, lats = (np.array([getattr(name, axis) for name in names]) for axis in ("lon", "lat"))
    across = (lons[:, None] - lons + 180.0) % 360.0 - 180.0
    gaps = np.hypot(across * np.cos(np.radians(lats)), lats[:, None] - lats)
    np.fill_diagonal(gaps, np.inf)
    return float(np.median(gaps.min(axis=1)))


def _inside(names: tuple[StateName, ...], window: Window) -> tuple[StateName, ...]:
    points = np.array([(name.lon, name.lat, name.lon, name.lat) for name in names])
    return tuple(
        replace(names[index], lon=names[index].lon + turn_deg)
        for turn_deg, shown in window.turns(points)
        for index in shown
    )
