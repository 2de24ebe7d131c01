"""Rows go in; the files of a store (see `geo.adapters.gazetteer`) come out in a folder."""

from __future__ import annotations

import math
import zlib
from collections import defaultdict
from typing import TYPE_CHECKING

import marisa_trie
import msgspec
import numpy as np

from geo.adapters.gazetteer_fold import exact, fold, without_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from geo.adapters.gazetteer_rows import Row

NAMES = "names.marisa"
META = "meta.json"

# A priori, in powers of ten of population: a country outweighs any city of its name, a region a
# city of its size.
_BONUS = {
    "A.PCLI": 6.0, "A.PCLD": 5.0, "A.PCLS": 5.0, "A.TERR": 5.0, "L.CONT": 8.0, "L.RGN": 5.0,
    "H.OCN": 8.0, "H.SEA": 7.0, "A.ADM1": 1.0, "A.ADM2": 0.0, "P.PPLC": 1.0, "S.AIRP": 2.0,
}  # fmt: skip
_BONUS_OTHER = {"A": 0.0, "H": 4.0, "L": 4.0, "P": 0.0, "S": 4.0, "T": 4.0, "U": 4.0}
_ALIAS = -0.01
_WEAK_ALIAS = -2.0
_SHORT_ALIAS = -1.0
_SHORT = 4
# Names of one or two letters ("Us", "Of", "Ii") count only as written.
_TOO_SHORT = 2


class Meta(msgspec.Struct, kw_only=True):
    """What a store says of itself; ``files`` maps each file to its size in bytes."""

    key: str
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
    key: str,
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
    meta = _write_columns(folder, ordered, key=key, demonyms=demonyms)
    meta.names_crc = zlib.crc32((folder / NAMES).read_bytes())
    meta.files = {file.name: file.stat().st_size for file in sorted(folder.iterdir())}
    (folder / META).write_bytes(msgspec.json.encode(meta))


# A region that shares its name with a city of this share of its people is second to the city.
_CITY_REGION = 0.25
_SECOND = -3.0


def rank_city_regions(rows: Sequence[Row]) -> None:
    """Put "Pyongyang" the region behind Pyongyang the city, in every country alike."""
    biggest: dict[tuple[str, str, str], int] = {}
    for row in rows:
        if is_city(row):
            for name in {fold(row.name), *row.weak_keys}:
                place = (row.country_code, row.admin1, name)
                biggest[place] = max(row.population, biggest.get(place, 0))
    for row in rows:
        if row.feature == "A.ADM1":
            names = {fold(name) for name in (row.name, *row.aliases)}
            city = max(biggest.get((row.country_code, row.admin1, name), 0) for name in names)
            if city > _CITY_REGION * row.population:
                row.boost += _SECOND


def weight(row: Row) -> float:
    """How likely the place is meant a priori, as a power of ten."""
    bonus = _BONUS.get(row.feature)
    if bonus is None:
        bonus = _BONUS_OTHER.get(row.feature[:1], 0.0)
    return math.log10(row.population + 1) + bonus + row.boost


def _keys(row: Row) -> Iterator[tuple[str, float]]:
    """List each key of a place with what it takes off the weight; 0 for names of the first rank."""
    for name in (row.name, *row.aliases):
        cost = 0.0 if name == row.name else _ALIAS
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
    return {
        key: [code for _, code in sorted(places.values(), key=lambda entry: (-entry[0], entry[1]))]
        for key, places in found.items()
    }


def _write_postings(
    folder: Path, trie: marisa_trie.Trie, postings: Mapping[str, list[int]]
) -> None:
    by_id: list[list[int]] = [[] for _ in range(len(postings))]
    for key, codes in postings.items():
        by_id[trie[key]] = codes
    ends = np.cumsum([0, *map(len, by_id)], dtype=np.uint32)
    np.save(folder / "posting_ends.npy", ends)
    np.save(folder / "postings.npy", np.array([c for codes in by_id for c in codes], np.uint32))


def _write_columns(
    folder: Path, rows: Sequence[Row], *, key: str, demonyms: Mapping[str, str]
) -> Meta:
    for name, kind in (("lon", np.float64), ("lat", np.float64), ("population", np.int64)):
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
        key=key,
        cities=sum(map(is_city, rows)),
        country_places={
            row.country_code: index
            for index, row in enumerate(rows)
            if row.feature.startswith(("A.PCL", "A.TERR")) and row.country_code
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
