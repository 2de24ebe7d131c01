"""Keeps the tables of shards: whole files or none, and a manifest that alone says what is done.

The tables of a shard are written into a folder beside, forced onto the disk, moved to their places,
and only then the manifest is moved to its own. Whatever is killed at whatever moment leaves either
the manifest, and then all is there, or none, and then the shard is done again with the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
import shapely

from geo.batch.schemas import COLUMNS, SHAPE, TABLES, schema_of
from geo.batch.shard import Shard, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geo.batch.rows import Row

MANIFESTS, _BESIDE = "_manifests", "_unfinished"
_WGS_84 = 4326


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a shard was made of, and what it made: tables by name with bytes and SHA-256."""

    shard: str
    file: str
    kind: str
    start: int
    end: int
    records: int
    sha256: str
    versions: dict[str, str]
    most: int | None
    rows: dict[str, int]
    verdicts: dict[str, int]
    tables: dict[str, tuple[int, str]]


class Store:
    """A folder with an archive's tables."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def prepare(self, *, anew: bool = False) -> None:
        """Make the folders; throw away what a run that was killed had not finished, or all.

        Raises
        ------
        OSError
            If they cannot be made.
        """
        for name in (_BESIDE, MANIFESTS) if anew else (_BESIDE,):
            shutil.rmtree(self.out / name, ignore_errors=True)
        for name in (MANIFESTS, _BESIDE, *TABLES):
            (self.out / name).mkdir(parents=True, exist_ok=True)

    def done(self, shard: Shard, versions: dict[str, str], most: int | None) -> Tally | None:
        """Give the numbers of a shard that is done with these bytes and versions; else None."""
        try:
            raw = self._manifest(shard.key).read_bytes()
            found = msgspec.json.decode(raw, type=Manifest)
            sizes = {table: self.path(table, shard.key).stat().st_size for table in TABLES}
        except (OSError, msgspec.MsgspecError):
            return None
        same = (found.sha256, found.start, found.end, found.versions, found.most) == (
            shard.sha256, shard.start, shard.end, versions, most,
        )  # fmt: skip
        if not same or sizes != {table: size for table, (size, _) in found.tables.items()}:
            return None
        return Tally(rows=found.rows, verdicts=found.verdicts)

    def keep(
        self,
        shard: Shard,
        versions: dict[str, str],
        rows: dict[str, list[Row]],
        most: int | None = None,
    ) -> Tally:
        """Write the tables of a shard and then its manifest.

        Raises
        ------
        OSError
            If there is no room, or nothing may be written.
        """
        beside = self.out / _BESIDE / f"{shard.key}-{uuid4().hex}"
        beside.mkdir(parents=True)
        try:
            tally = self._write(beside, shard, versions, rows, most)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        return tally

    def sweep(self, keys: set[str]) -> int:
        """Remove what belongs to no shard of the input any more; say how many shards that was."""
        gone = [key for key in self._keys() if key not in keys]
        for key in gone:
            self._manifest(key).unlink(missing_ok=True)
        for table in TABLES:
            for path in (self.out / table).iterdir():
                if path.stem not in keys:
                    path.unlink(missing_ok=True)
        shutil.rmtree(self.out / _BESIDE, ignore_errors=True)
        return len(gone)

    def path(self, table: str, key: str) -> Path:
        """Where a shard's part of a table lies."""
        return self.out / table / f"{key}.parquet"

    def marker(self, key: str) -> Path:
        """Where a worker notes which story it is at."""
        return self.out / _BESIDE / f"{key}.at"

    def _manifest(self, key: str) -> Path:
        return self.out / MANIFESTS / f"{key}.json"

    def _keys(self) -> Iterator[str]:
        return (path.stem for path in (self.out / MANIFESTS).glob("*.json"))

    def _write(
        self,
        beside: Path,
        shard: Shard,
        versions: dict[str, str],
        rows: dict[str, list[Row]],
        most: int | None,
    ) -> Tally:
        tables: dict[str, tuple[int, str]] = {}
        for table in TABLES:
            raw = to_parquet(table, rows.get(table, []))
            _write_through(beside / table, raw)
            tables[table] = (len(raw), hashlib.sha256(raw).hexdigest())
        verdicts: dict[str, int] = {}
        for check in rows.get("checks", []):
            verdicts[check["verdict"]] = verdicts.get(check["verdict"], 0) + 1
        manifest = Manifest(
            shard=shard.key,
            file=os.fsencode(shard.file).decode(errors="replace"),
            kind=shard.kind.value,
            start=shard.start,
            end=shard.end,
            records=shard.records,
            sha256=shard.sha256,
            versions=versions,
            most=most,
            rows={table: len(rows.get(table, [])) for table in TABLES},
            verdicts=dict(sorted(verdicts.items())),
            tables=tables,
        )
        _write_through(beside / MANIFESTS, msgspec.json.encode(manifest))
        # What was done before with other bytes or versions is not done any more.
        self._manifest(shard.key).unlink(missing_ok=True)
        for table in TABLES:
            (beside / table).replace(self.path(table, shard.key))
        for table in TABLES:
            _sync(self.out / table)
        (beside / MANIFESTS).replace(self._manifest(shard.key))
        _sync(self.out / MANIFESTS)
        return Tally(rows=manifest.rows, verdicts=manifest.verdicts)


def is_archive(folder: Path) -> bool:
    """Whether a folder holds the tables of an archive."""
    parts = (next((folder / table).glob("*.parquet"), None) for table in TABLES)
    return (folder / MANIFESTS).is_dir() and all(parts)


def to_parquet(table: str, rows: list[Row]) -> bytes:
    """Write rows as a Parquet file; with geometries it is a GeoParquet 1.1 file."""
    schema = schema_of(table)
    columns = {one.name: [row.get(one.name) for row in rows] for one in COLUMNS[table]}
    if SHAPE in columns:
        shapes = columns[SHAPE]
        schema = schema.with_metadata({"geo": json.dumps(_geo(shapes))})
        columns[SHAPE] = list(shapely.to_wkb(shapes)) if shapes else []
    made = pa.table(columns, schema=schema)
    raw = BytesIO()
    pq.write_table(made, raw, compression="zstd", write_page_index=True)
    return raw.getvalue()


def _geo(shapes: list[Any]) -> dict[str, Any]:
    """Describe the geometry column as GeoParquet asks for it."""
    there = [shape for shape in shapes if shape is not None]
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted({shape.geom_type for shape in there}),
        "crs": pyproj.CRS.from_epsg(_WGS_84).to_json_dict(),
    }
    if there:
        column["bbox"] = shapely.total_bounds(there).tolist()
    return {"version": "1.1.0", "primary_column": SHAPE, "columns": {SHAPE: column}}


def _write_through(path: Path, raw: bytes) -> None:
    """Write a file and wait until it is on the disk: a plug may be pulled."""
    with path.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Have a folder's new names on the disk; not every system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
