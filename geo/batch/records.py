"""Reads the stories of a shard, one after the other; one that is broken comes with the reason."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec

from geo.adapters.documents import read_document, read_stories
from geo.batch.lines import csv_rows, sniffed
from geo.batch.shard import Kind, Shard
from geo.contracts import Source
from geo.errors import ArticleError
from geo.read import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.settings import Settings

# Names of columns and fields, the first that is there counts; case does not.
TEXT_NAMES = ("text", "body", "content", "article", "maintext", "article_body")
PAGE_NAMES = ("html", "page")
_TITLES = ("title", "headline")
_URLS = ("url", "link", "source_url")
_IDS = ("id", "uid", "article_id", "doc_id")
_DAYS = ("published", "date", "publish_date", "date_publish", "published_at", "pub_date", "created")
_DAY_LETTERS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A story of the input, or in ``reason`` why there is none."""

    file: str
    position: int
    source: Source | None = None
    given_id: str = ""
    notes: tuple[str, ...] = ()
    reason: str = ""


def read_records(shard: Shard, settings: Settings) -> Iterator[Record]:
    """Read the stories of a shard in their order.

    Raises
    ------
    ArticleError
        If the input is not there any more, or no longer what it was when it was cut.
    """
    if shard.fault:
        yield Record(file=shard.file, position=shard.start, reason=shard.fault)
    elif shard.kind is Kind.DOCUMENTS:
        yield from _documents(shard, settings)
    elif shard.kind is Kind.PARQUET:
        yield from _table(shard, settings)
    else:
        yield from _READERS[shard.kind](shard, _bytes_of(shard), settings)


def _bytes_of(shard: Shard) -> bytes:
    raw = shard.raw
    try:
        if raw is None:
            with open(shard.file, "rb") as file:  # noqa: PTH123 - a name may hold any bytes
                file.seek(shard.start)
                raw = file.read(shard.end - shard.start)
    except OSError as error:
        raise ArticleError(f"The input {shard.file!r} cannot be read: {error.strerror}.") from error
    if hashlib.sha256(raw).hexdigest() != shard.sha256:
        raise ArticleError(
            f"The input {shard.file!r} has changed while it was read. Start again when it is whole."
        )
    return raw


def _json_lines(shard: Shard, raw: bytes, settings: Settings) -> Iterator[Record]:
    position = shard.start
    for line in BytesIO(raw):
        if line.strip():
            yield _json(shard.file, position, line, settings)
        position += len(line)


def _json(file: str, position: int, line: bytes, settings: Settings) -> Record:
    try:
        fields = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return Record(file=file, position=position, reason=f"This is not JSON: {error}.")
    if not isinstance(fields, dict):
        return Record(file=file, position=position, reason="This is no JSON object with a text.")
    return _story(file, position, fields, settings)


def _csv(shard: Shard, raw: bytes, settings: Settings) -> Iterator[Record]:
    dialect = sniffed(shard.head)
    names = next(csv.reader([shard.head.decode("utf-8-sig", "surrogateescape")], dialect), [])
    for start, _, cells in csv_rows(BytesIO(raw), dialect, settings.max_bytes):
        position = shard.start + start
        if isinstance(cells, str):
            yield Record(file=shard.file, position=position, reason=cells)
        elif cells:
            fields = dict(zip(names, cells, strict=False))
            yield _story(shard.file, position, fields, settings)


def _table(shard: Shard, settings: Settings) -> Iterator[Record]:
    from geo.batch.parquet import rows_between  # noqa: PLC0415 - loads pyarrow's reader

    for number, fields in rows_between(shard.file, shard.start, shard.end):
        yield _story(shard.file, number, fields, settings)


def _warc(shard: Shard, raw: bytes, settings: Settings) -> Iterator[Record]:
    from geo.batch.warc import pages  # noqa: PLC0415 - loads warcio

    for start, url, page in pages(BytesIO(raw)):
        position = shard.start + start
        yield _document(shard.file, position, page, settings, url=url)


_READERS = {Kind.JSONL: _json_lines, Kind.CSV: _csv, Kind.WARC: _warc}


def _documents(shard: Shard, settings: Settings) -> Iterator[Record]:
    for path in shard.files:
        try:
            found = read_stories(read_bytes(path, settings), settings, name=path)
        except ArticleError as error:
            yield Record(file=path, position=0, reason=str(error))
        else:
            for number, source in enumerate(found):
                yield Record(file=path, position=number, source=source)


def _document(
    file: str, position: int, raw: bytes, settings: Settings, *, url: str | None = None
) -> Record:
    try:
        source = read_document(raw, settings, name=url or file)
    except ArticleError as error:
        return Record(file=file, position=position, reason=str(error))
    return Record(file=file, position=position, source=replace(source, url=url or source.url))


def _story(file: str, position: int, fields: Mapping[str, Any], settings: Settings) -> Record:
    """Make a record of named values."""
    by_name = {str(name).strip().lower(): value for name, value in fields.items()}
    text, page = _first(by_name, TEXT_NAMES), _first(by_name, PAGE_NAMES)
    if not text and page:
        made = _document(file, position, page.encode(errors="replace"), settings)
    elif not text:
        known = ", ".join(TEXT_NAMES)
        reason = f"There is no text in it; that is looked for under {known}."
        return Record(file=file, position=position, reason=reason)
    elif any("\ud800" <= letter <= "\udfff" for letter in text):
        reason = "The text is not UTF-8. Convert the input to UTF-8 first."
        return Record(file=file, position=position, reason=reason)
    else:
        made = Record(file=file, position=position, source=Source(text=text))
    return made if made.source is None else _described(made, made.source, by_name)


def _described(record: Record, source: Source, by_name: Mapping[str, Any]) -> Record:
    published, note = _day(_first(by_name, _DAYS))
    described = replace(
        source,
        title=_first(by_name, _TITLES) or source.title,
        published=published or source.published,
        url=_first(by_name, _URLS) or source.url,
    )
    notes = (note,) if note else ()
    return replace(record, source=described, given_id=_first(by_name, _IDS), notes=notes)


def _first(by_name: Mapping[str, Any], names: tuple[str, ...]) -> str:
    values = (by_name.get(name) for name in names)
    return next((str(value) for value in values if value not in (None, "")), "")


def _day(text: str) -> tuple[date | None, str]:
    if not text:
        return None, ""
    try:
        return date.fromisoformat(text[:_DAY_LETTERS]), ""
    except ValueError:
        return None, f"The day {text[:40]!r} is not understood; write it as 2026-11-24."
