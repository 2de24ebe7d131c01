"""Cuts and reads the stories of a Parquet file, some rows at a time."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from geo.batch.shard import Kind, Shard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.batch.inputs import Input


def cut_table(one: Input, size_bytes: int) -> Iterator[Shard]:
    """Cut a file into stretches of rows that take about so many bytes in it unpacked."""
    digest = _hash_of(one.name)
    try:
        with pq.ParquetFile(one.name) as file:
            rows = file.metadata.num_rows
            groups = (file.metadata.row_group(k) for k in range(file.metadata.num_row_groups))
            unpacked = sum(group.total_byte_size for group in groups)
    except (pa.ArrowException, OSError, ValueError) as error:
        yield _shard(one, (0, 0), one.size_bytes, digest, fault=f"It is damaged ({error}).")
        return
    step = max(1, round(rows * size_bytes / max(unpacked, 1)))
    for start in range(0, rows, step):
        end = min(start + step, rows)
        yield _shard(one, (start, end), one.size_bytes * (end - start) // rows, digest)


def rows_between(name: str, start: int, end: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give the rows from ``start`` on, before ``end``, each with its number and values by name.

    Raises
    ------
    OSError, pyarrow.ArrowException
        If the file cannot be read; rows before the damage have been given then.
    """
    first = 0
    with pq.ParquetFile(name) as file:
        for group in range(file.metadata.num_row_groups):
            last = first + file.metadata.row_group(group).num_rows
            if first < end and last > start:
                table = file.read_row_group(group)
                offset = max(start - first, 0)
                part = table.slice(offset, min(end, last) - first - offset)
                yield from enumerate(_dicts(part), first + offset)
            first = last


def _dicts(table: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=256):
        yield from batch.to_pylist()


def _hash_of(name: str) -> str:
    with Path(name).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _shard(
    one: Input, rows: tuple[int, int], read_bytes: int, digest: str, fault: str = ""
) -> Shard:
    start, end = rows
    return Shard(
        file=one.name,
        kind=Kind.PARQUET,
        start=start,
        end=end,
        records=1 if fault else end - start,
        read_bytes=read_bytes,
        sha256=digest,
        fault=fault,
    )
