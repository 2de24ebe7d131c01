"""Takes streams of bytes apart at the ends of their records: lines, and rows of CSV."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = (",", ";", "\t", "|")


class Readable(Protocol):
    """What has lines of bytes: a file, or a stream that unpacks one."""

    def readline(self, limit: int, /) -> bytes:
        """Read a line, or as much of it as is asked for."""
        ...


def lines(stream: Readable, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Give each line with its length in bytes; one that is too long is passed over, as None."""
    while line := stream.readline(longest):
        if line.endswith(b"\n") or len(line) < longest:
            yield len(line), line
            continue
        length = len(line)
        while (more := stream.readline(longest)) and not more.endswith(b"\n"):
            length += len(more)
        yield length + len(more), None


def sniffed(head: bytes) -> type[csv.Dialect]:
    """Tell by the first line of a CSV file what stands between its cells."""
    text = head.decode("utf-8-sig", "replace")

    class Found(csv.excel):
        delimiter = max(_DELIMITERS, key=text.count)

    return Found


def csv_rows(
    stream: Readable, dialect: type[csv.Dialect], longest: int
) -> Iterator[tuple[int, int, list[str] | str]]:
    """Give each row with where it starts and ends, counted in bytes from the stream's place.

    A row may run over several lines. In the stead of one that cannot be read there stands, in
    words, why; the next begins on the next line.
    """
    csv.field_size_limit(longest)
    at = 0

    def texts() -> Iterator[str]:
        nonlocal at
        for length, line in lines(stream, longest):
            at += length
            yield "\n" if line is None else line.decode("utf-8-sig", "surrogateescape")

    source = texts()
    reader = csv.reader(source, dialect)
    while True:
        start = at
        try:
            cells: list[str] | str | None = next(reader, None)
        except csv.Error as error:
            cells = f"The row cannot be read: {error}."
            reader = csv.reader(source, dialect)
        if cells is None:
            return
        yield start, at, cells
