"""Cuts inputs into shards of similar size, one after the other as they are asked for.

Every byte is read once and hashed on the way: so a shard's hash says whether it is done already,
and a million shards need no more memory than one.
"""

from __future__ import annotations

import csv
import hashlib
import zlib
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from geo.batch.inputs import opened
from geo.batch.lines import csv_rows, lines, sniffed
from geo.batch.shard import Kind, Shard
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geo.batch.inputs import Input
    from geo.settings import Settings

SHARD_BYTES = 1_000_000
# What damaged files raise while they are unpacked or taken apart.
_DAMAGE = (OSError, EOFError, zlib.error, ValueError)

# A stretch of a stream: how many bytes it has, what stands in them, and a fault in words, if any.
Piece = tuple[bytes, int, str]


def cut(inputs: list[Input], settings: Settings, size_bytes: int = SHARD_BYTES) -> Iterator[Shard]:
    """Cut inputs into shards of about ``size_bytes`` each, in order."""
    for one in inputs:
        if one.kind is Kind.DOCUMENTS:
            yield from _documents(one, size_bytes)
        elif one.kind is Kind.PARQUET:
            from geo.batch.parquet import cut_table  # noqa: PLC0415 - loads pyarrow's reader

            yield from cut_table(one, size_bytes)
        elif one.kind is Kind.WARC:
            from geo.batch.warc import cut_archive  # noqa: PLC0415 - loads warcio

            yield from cut_archive(one, size_bytes)
        else:
            yield from _stream(one, settings, size_bytes)


def _documents(one: Input, size_bytes: int) -> Iterator[Shard]:
    start, held, taken = 0, 0, hashlib.sha256()
    for number, (path, size) in enumerate(one.files, 1):
        taken.update(f"{path}\n{_hash_of(path)}\n".encode(errors="surrogatepass"))
        held += size
        if held >= size_bytes or number == len(one.files):
            yield Shard(
                file=one.name,
                kind=one.kind,
                start=start,
                end=number,
                records=number - start,
                read_bytes=held,
                sha256=taken.hexdigest(),
                files=tuple(path for path, _ in one.files[start:number]),
            )
            start, held, taken = number, 0, hashlib.sha256()


def _hash_of(path: str) -> str:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a name may hold any bytes
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:  # its reader will say so
        return str(error)


@dataclass(slots=True)
class _Cutter:
    """Collects the records of a stream until there are enough for a shard."""

    one: Input
    head: bytes = b""
    start: int = 0
    records: int = 0
    held: list[bytes] = field(default_factory=list)
    size: int = 0
    place: int = 0  # in the file on the disk, where the last shard ended

    def add(self, raw: bytes, length: int) -> None:
        """Add a record; of one that is passed over there is only the length."""
        self.held.append(raw)
        self.size += length
        self.records += bool(raw.strip() or not raw)

    def shard(self, place: int, fault: str = "") -> Shard:
        """Make a shard of what is held, and begin anew behind it."""
        raw = b"".join(self.held)
        made = Shard(
            file=self.one.name,
            kind=self.one.kind,
            start=self.start,
            end=self.start + self.size,
            records=self.records,
            read_bytes=place - self.place,
            # The names of the columns are part of what a shard of a CSV file says.
            sha256=hashlib.sha256(raw or fault.encode()).hexdigest(),
            raw=raw if self.one.packing and not fault else None,
            head=self.head,
            fault=fault,
        )
        self.start, self.size, self.records, self.held = made.end, 0, 0, []
        self.place = place
        return made


def _stream(one: Input, settings: Settings, size_bytes: int) -> Iterator[Shard]:
    cutter = _Cutter(one)
    try:
        stream, file = opened(one)
    except OSError as error:
        raise ArticleError(f"The input {one.name!r} cannot be read: {error.strerror}.") from error
    with file, stream:
        for raw, length, fault in _until_damage(_PIECES[one.kind](cutter, stream, settings)):
            if fault and cutter.size:
                yield cutter.shard(file.tell())
            cutter.add(raw, length)
            if fault or cutter.size >= size_bytes:
                yield cutter.shard(file.tell(), fault)
        if cutter.size:
            yield cutter.shard(one.size_bytes)


def _until_damage(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Give pieces; where the file is damaged, the last one says so."""
    try:
        yield from pieces
    except _DAMAGE as error:
        yield b"", 0, f"The file is damaged from here on ({type(error).__name__}: {error})."


def _json_pieces(_: _Cutter, stream: IO[bytes], settings: Settings) -> Iterator[Piece]:
    longest = 4 * settings.max_bytes  # a letter may be written as six, a text has a frame
    for length, line in lines(stream, longest):
        if line is None:
            yield b"", length, f"The line has more than {longest / 1e6:,.0f} MB."
        else:
            yield line, length, ""


def _csv_pieces(cutter: _Cutter, stream: IO[bytes], settings: Settings) -> Iterator[Piece]:
    longest = 4 * settings.max_bytes
    kept = _Kept(stream)
    for length, line in lines(kept, longest):
        cutter.head, cutter.start = line or b"", length
        break
    kept.taken()
    if not next(csv.reader([cutter.head.decode("utf-8-sig", "replace")]), []):
        raise ValueError("its first line names no columns")
    for start, end, _ in csv_rows(kept, sniffed(cutter.head), settings.max_bytes):
        yield kept.taken(), end - start, ""


class _Kept:
    """A stream that remembers the lines given since they were last asked for."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._lines: list[bytes] = []

    def readline(self, longest: int) -> bytes:
        """Read a line and keep it."""
        line = self._stream.readline(longest)
        self._lines.append(line)
        return line

    def taken(self) -> bytes:
        """Hand out what was read."""
        raw = b"".join(self._lines)
        self._lines.clear()
        return raw


_PIECES: dict[Kind, Callable[[_Cutter, IO[bytes], Settings], Iterator[Piece]]] = {
    Kind.JSONL: _json_pieces,
    Kind.CSV: _csv_pieces,
}
