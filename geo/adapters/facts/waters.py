"""Looks up whose a sea or lake is, where a sea lies and where a river ends, in ``data/facts``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from geo.adapters.facts.rows import (
    divider_of,
    isles_of,
    mouth_of,
    names_of,
    rows_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from geo.contracts.facts import Divider, Isles, Mouth


class StoredWaters:
    """Waters from the files of one folder, as a part of `geo.ports.Facts`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def shores(self, water: str) -> frozenset[str]:
        """Codes of the countries on a sea or lake; empty if not known."""
        return self._shores.get(water, frozenset())

    def mouth(self, river: str) -> Mouth | None:
        """Tell where a river ends, by its name; None if not known."""
        return self._mouths.get(river.removesuffix(" River"))

    def divider(self, water: str) -> Divider | None:
        """Tell what lands a river or strait parts, by any of its names; None if not known."""
        name = water.casefold()
        return self._dividers.get(name) or self._dividers.get(name.removesuffix(" river"))

    def river_towns(self, river: str) -> frozenset[str]:
        """Names of towns that are known to lie on a river."""
        return self._river_towns.get(river.removesuffix(" River"), frozenset())

    def isles(self) -> Mapping[str, Isles]:
        """List groups of islands by each of their names, the longest names first."""
        return self._isles

    def waters_around(self, water: str) -> Sequence[str]:
        """List the sea and the ocean that a sea is a part of, the nearest first."""
        found: list[str] = []
        while (water := self._seas.get(water, "")) and water not in found:
            found.append(water)
        return found

    def seas_at(self, lon: float, lat: float, beside_deg: float) -> frozenset[str]:
        """Names of the seas in whose box a point lies, or no further than this beside it."""
        return frozenset(
            name
            for name, (west, south, east, north) in self._boxes.items()
            if west - beside_deg <= lon <= east + beside_deg
            and south - beside_deg <= lat <= north + beside_deg
        )

    def has_box(self, water: str) -> bool:
        """Whether the box of a sea is known."""
        return water in self._boxes

    @cached_property
    def _boxes(self) -> dict[str, tuple[float, ...]]:
        rows = rows_of(self._folder / "shores.tsv")
        return {
            row["water"]: tuple(map(float, row["box_deg"].split()))
            for row in rows
            if row["box_deg"]
        }

    @cached_property
    def _mouths(self) -> dict[str, Mouth]:
        return {row["river"]: mouth_of(row) for row in rows_of(self._folder / "mouths.tsv")}

    @cached_property
    def _dividers(self) -> dict[str, Divider]:
        rows = rows_of(self._folder / "dividers.tsv")
        return {name.casefold(): divider_of(row) for row in rows for name in names_of(row)}

    @cached_property
    def _river_towns(self) -> dict[str, frozenset[str]]:
        rows = rows_of(self._folder / "river_towns.tsv")
        return {name: frozenset(row["towns"].split("|")) for row in rows for name in names_of(row)}

    @cached_property
    def _isles(self) -> dict[str, Isles]:
        groups: dict[tuple[str, ...], list[dict[str, str]]] = {}
        for row in rows_of(self._folder / "isles.tsv"):
            groups.setdefault(tuple(names_of(row, "islands")), []).append(row)
        found = {name: isles_of(names[0], rows) for names, rows in groups.items() for name in names}
        return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))

    @cached_property
    def _seas(self) -> dict[str, str]:
        return {row["sea"]: row["part_of"] for row in rows_of(self._folder / "seas.tsv")}

    @cached_property
    def _shores(self) -> dict[str, frozenset[str]]:
        rows = rows_of(self._folder / "shores.tsv")
        return {row["water"]: frozenset(row["countries"].split()) for row in rows}
