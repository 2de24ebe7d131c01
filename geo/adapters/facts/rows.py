"""Reads a row of the tables of ``data/facts``."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from geo.contracts.facts import Divider, Isle, Isles, Mouth, Ranked, Region
from geo.errors import DataMissing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

M2_PER_KM2 = 1e6
SI = {"m": 1.0, "km": 1e3, "km2": M2_PER_KM2, "people": 1.0}
_BAR = "|"
# How a source ends of which nobody made sure.
_FROM_MEMORY = "not looked up"


def key_of(row: dict[str, str]) -> tuple[str, str]:
    """Give the country and the name of a region."""
    return row["country_code"], row["region"]


def region_of(row: dict[str, str]) -> Region:
    """Read a state or province."""
    return Region(
        float(row["area_km2"]) * M2_PER_KM2,
        frozenset(filter(None, row["neighbours"].split(_BAR))),
        frozenset(row["countries"].split()),
        frozenset(filter(None, row["unsure"].split(_BAR))),
        tuple(map(float, (row.get("lons") or "").split())),
        tuple(map(float, (row.get("lats") or "").split())),
    )


def mouth_of(row: dict[str, str]) -> Mouth:
    """Read where a river ends."""
    codes = frozenset(row["countries"].split())
    return Mouth(row["into"], codes, float(row["lon"]), float(row["lat"]))


def names_of(row: dict[str, str], column: str = "water") -> list[str]:
    """List all names of a water, or of what another column names."""
    return [row[column], *filter(None, row["aliases"].split(_BAR))]


def isles_of(name: str, rows: Iterable[dict[str, str]]) -> Isles:
    """Read the islands of a group."""
    return Isles(name, tuple(map(_isle_of, rows)))


def _isle_of(row: dict[str, str]) -> Isle:
    return Isle(
        row["island"],
        tuple(filter(None, row["island_aliases"].split(_BAR))),
        float(row["area_km2"]) * M2_PER_KM2,
        float(row["lon"]) if row["lon"] else None,
        float(row["lat"]) if row["lat"] else None,
        not row["source"].endswith(_FROM_MEMORY),
    )


def divider_of(row: dict[str, str]) -> Divider:
    """Read what lies between lands: "ES/MA|Europe/Africa"."""
    pairs = (frozenset(pair.split("/")) for pair in row["pairs"].split(_BAR))
    return Divider(frozenset(row["countries"].split()), frozenset(pairs))


def entry_of(row: dict[str, str]) -> Ranked:
    """Read an entry of a rank."""
    return Ranked(
        row["kind"],
        row["name"],
        float(row["value"]) * SI[row["unit"]],
        dict(map(_rank, row["ranks"].split())),
        tuple(filter(None, (row.get("aliases") or "").split(_BAR))),
        not (row.get("source") or "").endswith(_FROM_MEMORY),
    )


def without(one: Ranked, taken: set[tuple[str, str, int]]) -> dict[str, tuple[int, ...]]:
    """Leave a rank to the entry that has it already, if need be in another spelling."""
    ranks = one.ranks.items()
    return {code: found for code, found in ranks if (one.kind, code, found[0]) not in taken}


def _rank(cell: str) -> tuple[str, tuple[int, ...]]:
    """Read "world:2/1"."""
    code, _, ranks = cell.partition(":")
    return code, tuple(map(int, ranks.split("/")))


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a table.

    Raises
    ------
    DataMissing
        If it cannot be read.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t"))
    except OSError as error:
        raise DataMissing(
            f"The table {str(path)!r} cannot be read ({error}). It belongs to the program: "
            "install it again."
        ) from error
