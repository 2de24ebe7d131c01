"""Cuts and reads web archives (WARC, ISO 28500), packed or not, by the library warcio."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import IO, TYPE_CHECKING

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from geo.batch.shard import Kind, Shard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.batch.inputs import Input

_TYPES = frozenset({"response", "resource", "conversion"})
_PAGES = ("text/html", "text/plain", "application/xhtml+xml")
_OK = "200"
# Of an archive packed with gzip each record is packed alone: it can be entered at any of them.
_DAMAGE = (ArchiveLoadFailed, OSError, EOFError, ValueError)


def cut_archive(one: Input, size_bytes: int) -> Iterator[Shard]:
    """Cut an archive at records into stretches of about so many bytes on the disk."""
    start, records, at, fault = 0, 0, 0, ""
    with Path(one.name).open("rb") as file:
        found = ArchiveIterator(file)
        try:
            for record in found:
                at = found.get_record_offset()
                if at - start >= size_bytes:
                    yield _shard(one, (start, at), records)
                    start, records = at, 0
                records += record.rec_type in _TYPES
        except _DAMAGE as error:
            fault = f"The file is damaged from here on ({error})."
    end = at if fault else one.size_bytes
    if end > start:
        yield _shard(one, (start, end), records)
    if fault:
        yield _shard(one, (end, one.size_bytes), 1, fault)


def pages(stream: IO[bytes]) -> Iterator[tuple[int, str, bytes]]:
    """Give the pages of a stretch: where the record begins, the page's address and its bytes."""
    found = ArchiveIterator(stream)
    for record in found:
        headers = record.http_headers
        kind = (headers or record.rec_headers).get_header("Content-Type") or ""
        status = headers.get_statuscode() if headers else _OK
        if record.rec_type in _TYPES and status == _OK and kind.startswith(_PAGES):
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            page = record.content_stream().read()
            yield found.get_record_offset(), url, page  # asking for the place passes over the page


def _shard(one: Input, stretch: tuple[int, int], records: int, fault: str = "") -> Shard:
    start, end = stretch
    with Path(one.name).open("rb") as file:
        file.seek(start)
        digest = hashlib.sha256(file.read(end - start)).hexdigest()
    return Shard(
        file=one.name,
        kind=Kind.WARC,
        start=start,
        end=end,
        records=records,
        read_bytes=end - start,
        sha256=digest,
        fault=fault,
    )
