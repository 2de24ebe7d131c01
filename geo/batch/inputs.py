"""Finds the files that inputs name, and what kind each is."""

from __future__ import annotations

import gzip
import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from geo.batch.shard import Kind
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KINDS = {
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".parquet": Kind.PARQUET,
    ".warc": Kind.WARC,
}
_PACKED = (".gz", ".zst")
_BUFFER = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file to read, or the documents of a folder; ``packing`` is ".gz", ".zst" or ""."""

    name: str
    kind: Kind
    size_bytes: int
    packing: str = ""
    files: tuple[tuple[str, int], ...] = ()


def find_inputs(names: Sequence[str]) -> list[Input]:
    """List what is to be read, in the order of the names; folders with all that lies in them.

    Raises
    ------
    ArticleError
        If any of them is not there or cannot be read; the message names all that are not.
    """
    faults = [fault for name in names if (fault := _fault(name))]
    if faults:
        raise ArticleError(" ".join(faults))
    found = [one for name in dict.fromkeys(names) for one in _inputs(name)]
    if not found:
        raise ArticleError("There is no file in what was given. Give files, or folders with files.")
    return found


def opened(one: Input) -> tuple[IO[bytes], IO[bytes]]:
    """Open a file twice over: its bytes unpacked, and the file itself, which tells how far it is.

    Raises
    ------
    OSError
        If it cannot be opened.
    """
    raw = open(one.name, "rb")  # noqa: PTH123, SIM115 - a name may hold any bytes; the caller closes
    if one.packing == ".gz":
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw)), raw
    if one.packing == ".zst":
        import pyarrow as pa  # noqa: PLC0415 - rarely needed

        unpacked = pa.CompressedInputStream(pa.PythonFile(raw, mode="r"), "zstd")
        return cast("IO[bytes]", io.BufferedReader(unpacked, _BUFFER)), raw
    return raw, raw


def _fault(name: str) -> str:
    path = Path(name)
    if not path.exists():
        return f"There is no file or folder {name!r}. Check the path."
    if not os.access(path, os.R_OK):
        return f"{name!r} cannot be read: permission denied."
    return ""


def _inputs(name: str) -> Iterator[Input]:
    path = Path(name)
    if not path.is_dir():
        yield _input(path)
        return
    documents = []
    for file in sorted(_files(path)):
        one = _input(file)
        if one.kind is Kind.DOCUMENTS:
            documents.append((str(file), one.size_bytes))
        else:
            yield one
    if documents:
        size = sum(size for _, size in documents)
        files = tuple(documents)
        yield Input(name=name, kind=Kind.DOCUMENTS, size_bytes=size, files=files)


def _files(folder: Path) -> Iterator[Path]:
    """Walk a folder; what is hidden, or no plain file, is not meant."""
    for root, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".")]
        for name in files:
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _input(path: Path) -> Input:
    packing = path.suffix.lower() if path.suffix.lower() in _PACKED else ""
    inner = path.with_suffix("") if packing else path
    kind = _KINDS.get(inner.suffix.lower(), Kind.DOCUMENTS)
    size = path.stat().st_size
    if kind in {Kind.DOCUMENTS, Kind.WARC}:  # what reads these unpacks them itself
        packing = ""
    files = ((str(path), size),) if kind is Kind.DOCUMENTS else ()
    return Input(name=str(path), kind=kind, size_bytes=size, packing=packing, files=files)
