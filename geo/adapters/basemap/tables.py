"""Reads the tables beside the map files: country codes, disputed lines, names of waters."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import StateName, WaterName
from geo.errors import DataMissing

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """What a land feature of Natural Earth is drawn as.

    Attributes
    ----------
    code : ISO 3166-1 alpha-2, or XK, XN, XS (see ``data/README.md``); "" for land of no country.
    shown_with : code of the country whose outline takes this land in although it is drawn apart.
    """

    code: str
    name: str
    shown_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A stretch of the line between two countries that is disputed: all of it, or within a box."""

    codes: frozenset[str]
    box: tuple[float, float, float, float] | None


def read_features(folder: Path) -> dict[str, Feature]:
    """Read what each land feature is, by Natural Earth's name."""
    return {
        row["feature"]: Feature(
            code=row["code"], name=row["name"] if row["code"] else "", shown_with=row["shown_with"]
        )
        for row in _rows(folder / "countries.tsv")
    }


def read_disputes(folder: Path) -> tuple[Dispute, ...]:
    """Read the lines that are disputed."""
    return tuple(
        Dispute(codes=frozenset({row["code"], row["other_code"]}), box=_box(row))
        for row in _rows(folder / "disputed.tsv")
    )


def read_waters(folder: Path) -> tuple[WaterName, ...]:
    """Read the names of oceans, seas, gulfs and straits, widest first."""
    waters = (
        WaterName(
            name=row["name"],
            other_name=row["other_name"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            rank=int(row["rank"]),
        )
        for row in _rows(folder / "waters.tsv")
    )
    return tuple(sorted(waters, key=lambda water: (water.rank, water.name)))


def read_states(folder: Path) -> dict[str, tuple[StateName, ...]]:
    """Read the names of states, by the code of their country."""
    found: dict[str, list[StateName]] = {}
    for row in _rows(folder / "states.tsv"):
        state = StateName(name=row["name"], lon=float(row["lon"]), lat=float(row["lat"]))
        found.setdefault(row["country_code"], []).append(state)
    return {code: tuple(states) for code, states in found.items()}


def read_outlined(folder: Path) -> frozenset[tuple[str, str]]:
    """Read the code of the country and the name of the regions whose lines close round them."""
    return frozenset((row["country_code"], row["name"]) for row in _rows(folder / "outlined.tsv"))


def read_whole_parts(
    folder: Path,
) -> dict[tuple[str, str], tuple[str, tuple[float, float, float, float]]]:
    """Read regions that are all of the land in a box: with whom it is drawn, and the box."""
    return {
        (row["country_code"], row["name"]): (row["drawn_with"], box)
        for row in _rows(folder / "whole_parts.tsv")
        if (box := _box(row)) is not None
    }


def _box(row: dict[str, str]) -> tuple[float, float, float, float] | None:
    if not row["west"]:
        return None
    return float(row["west"]), float(row["south"]), float(row["east"]), float(row["north"])


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except OSError as error:
        raise DataMissing(
            f"The table {str(path)!r} cannot be read; it belongs to the program, restore it."
        ) from error
