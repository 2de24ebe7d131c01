"""Writes the files of a gazetteer store (see `geo.adapters.gazetteer`) from rows of places."""

from __future__ import annotations

import math
import zlib
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

import marisa_trie
import msgspec
import numpy as np

from geo.adapters.gazetteer.fold import exact, fold, without_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from geo.adapters.gazetteer.rows import Row

NAMES = "names.marisa"
META = "meta.json"

# A priori, in powers of ten of population: a country outweighs any city of its name, a region a
# city of its size.
_BONUS = {
    "A.PCLI": 6.0, "A.PCLD": 5.0, "A.PCLS": 5.0, "A.TERR": 5.0, "A.PCLH": 7.0, "A.ADM1": 1.0,
    "L.CONT": 9.0, "L.RGN": 8.2, "H.OCN": 9.0, "H.SEA": 8.0, "H.STRT": 6.0, "H.GULF": 6.0,
    "T.ISL": 5.5, "T.ISLS": 5.5, "P.PPLC": 1.0, "S.GOVT": 6.0, "S.SPCP": 5.0,
}  # fmt: skip
_BONUS_OTHER = {"H": 4.5, "L": 4.5, "S": 4.5, "T": 4.5}
_COUNTRY = frozenset({"A.PCLI", "A.PCLD", "A.PCLS", "A.TERR"})
_WEAK_ALIAS = -2.0
_SHORT_ALIAS = -1.0
_SHORT = 4
# Names of one or two letters ("Us", "Of", "Ii") count only as written.
_TOO_SHORT = 2
_ALIAS = -0.01


class Meta(msgspec.Struct, kw_only=True):
    """What a store says of itself; ``files`` maps each file to its size in bytes."""

    cities: int
    features: list[str]
    countries: list[str]
    regions: list[str]
    sources: list[str]
    country_places: dict[str, int]
    capitals: dict[str, int]
    demonyms: dict[str, str]
    names_crc: int = 0
    files: dict[str, int] = {}


def is_city(row: Row) -> bool:
    """Whether the row is a populated place."""
    return row.feature.startswith("P.")


def write_store(
    folder: Path,
    rows: Sequence[Row],
    *,
    demonyms: Mapping[str, str],
    progress: Callable[[float, str], None],
) -> None:
    """Write all files of a store; the places are numbered with the biggest cities first."""
    rank_city_regions(rows)
    ordered = sorted(rows, key=lambda row: (not is_city(row), -row.population))
    progress(0.35, "sorting names")
    postings = _postings(ordered)
    progress(0.65, "writing names")
    trie = marisa_trie.Trie(list(postings))
    trie.save(str(folder / NAMES))
    _write_postings(folder, trie, postings)
    progress(0.85, "writing places")
    meta = _write_columns(folder, ordered, demonyms)
    meta.names_crc = zlib.crc32((folder / NAMES).read_bytes())
    meta.files = {file.name: file.stat().st_size for file in sorted(folder.iterdir())}
    (folder / META).write_bytes(msgspec.json.encode(meta))


# A region is second to a city with this share of its people that is called the same; or that is
# also called the same, which takes more, for "Oklahoma" is a short form of Oklahoma City too.
_CITY_REGION = 0.1
_CITY_REGION_ALIAS = 0.25
# One tenth of the people, and the bonus of a region: together they make up for both.
_SECOND = -2.1


def rank_city_regions(rows: Sequence[Row]) -> None:
    """Put "Pyongyang" the region behind Pyongyang the city, in every country alike.

    A capital of the region's name puts it behind as well: "Washington", "Buenos Aires".
    """
    weighty: dict[tuple[str, str, str], float] = defaultdict(float)
    capitals = set()
    for row in filter(is_city, rows):
        if row.feature == "P.PPLC":
            capitals.add((row.country_code, fold(row.name)))
        for name in {fold(row.name), *row.weak_keys}:
            share = _CITY_REGION if name == fold(row.name) else _CITY_REGION_ALIAS
            place = (row.country_code, row.admin1, name)
            weighty[place] = max(row.population / share, weighty[place])
    for row in rows:
        if row.feature == "A.ADM1":
            names = {fold(name) for name in (row.name, *row.aliases)}
            city = max(weighty.get((row.country_code, row.admin1, name), 0.0) for name in names)
            if city > row.population or any((row.country_code, name) in capitals for name in names):
                row.boost += _SECOND


def weight(row: Row) -> float:
    """How likely the place is meant a priori, as a power of ten."""
    return math.log10(row.population + 1) + bonus(row.feature) + row.boost


def bonus(feature: str) -> float:
    """Tell what a kind of place ("A.PCLI") weighs besides its people, as a power of ten."""
    known = _BONUS.get(feature)
    return _BONUS_OTHER.get(feature[:1], 0.0) if known is None else known


def _keys(row: Row) -> Iterator[tuple[str, float]]:
    """List each key of a place with what it takes off the weight; 0 for names of the first rank."""
    for name in (row.name, *row.aliases):
        # Of a city that a name nearly always means it is the first name too.
        cost = 0.0 if name == row.name or (is_city(row) and row.boost > 0) else _ALIAS
        folded = fold(name)
        if len(folded) <= _TOO_SHORT and folded.isascii():
            yield exact(name), cost
        else:
            yield folded, cost
            # "The Hague" is as well looked up as "Hague"; "the South" is not "south".
            if name.startswith("The "):
                yield without_article(folded), cost
    for name in row.exact:
        yield exact(name), _ALIAS
    for key in row.weak_keys:
        yield key, _WEAK_ALIAS + (_SHORT_ALIAS if len(key) <= _SHORT else 0.0)


def _postings(rows: Sequence[Row]) -> dict[str, list[int]]:
    """Map each key to its places, likeliest first, as number times two plus one if primary."""
    found: dict[str, dict[int, tuple[float, int]]] = defaultdict(dict)
    for index, row in enumerate(rows):
        base = weight(row)
        for key, cost in _keys(row):
            entry = (base + cost, index * 2 + (cost == 0.0))
            known = found[key].get(index)
            if known is None or known < entry:
                found[key][index] = entry
    found.pop("", None)
    return {key: _in_order(places) for key, places in found.items()}


def _in_order(places: Mapping[int, tuple[float, int]]) -> list[int]:
    if len(places) == 1:
        return [code for _, code in places.values()]
    return [code for _, code in sorted(places.values(), key=lambda entry: (-entry[0], entry[1]))]


def _write_postings(
    folder: Path, trie: marisa_trie.Trie, postings: Mapping[str, list[int]]
) -> None:
    by_id: list[list[int]] = [[]] * len(postings)
    for key, codes in postings.items():
        by_id[trie[key]] = codes
    ends = np.cumsum([0, *map(len, by_id)], dtype=np.uint32)
    np.save(folder / "posting_ends.npy", ends)
    flat = np.fromiter(chain.from_iterable(by_id), dtype=np.uint32, count=int(ends[-1]))
    np.save(folder / "postings.npy", flat)


def _write_columns(folder: Path, rows: Sequence[Row], demonyms: Mapping[str, str]) -> Meta:
    for name, kind in (
        ("lon", np.float64),
        ("lat", np.float64),
        ("population", np.int64),
        ("known_by", np.uint16),
    ):
        np.save(folder / f"{name}.npy", np.array([getattr(row, name) for row in rows], dtype=kind))
    tables: dict[str, list[str]] = {}
    for name, column in (
        ("features", "feature"),
        ("countries", "country_code"),
        ("regions", "admin1"),
        ("sources", "source"),
    ):
        values = [getattr(row, column) for row in rows]
        tables[name] = sorted(set(values))
        number = {value: index for index, value in enumerate(tables[name])}
        np.save(folder / f"{name}.npy", np.array([number[value] for value in values], np.uint16))
    texts = [f"{row.id}\t{row.name}".encode() for row in rows]
    np.save(folder / "text_ends.npy", np.cumsum([0, *map(len, texts)], dtype=np.uint32))
    (folder / "texts.bin").write_bytes(b"".join(texts))
    return Meta(
        cities=sum(map(is_city, rows)),
        country_places={
            row.country_code: index for index, row in enumerate(rows) if row.feature in _COUNTRY
        },
        capitals={
            row.country_code: index for index, row in enumerate(rows) if row.feature == "P.PPLC"
        },
        demonyms=dict(demonyms),
        features=tables["features"],
        countries=tables["countries"],
        regions=tables["regions"],
        sources=tables["sources"],
    )
