"""The values that batch runs pass around: a shard of the input, the job on it, and its outcome."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.settings import Settings

_NAME_LETTERS = 24
_HASH_DIGITS = 8


class Kind(StrEnum):
    """How the stories of an input are written down."""

    JSONL = "JSON lines"
    CSV = "CSV"
    PARQUET = "Parquet"
    WARC = "WARC"
    DOCUMENTS = "documents"  # a story a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A stretch of one input, about as large as every other.

    Attributes
    ----------
    file : the input as it was named.
    start, end : bytes of the unpacked file; rows of a Parquet file; places among a folder's files.
    records : how many stories it holds.
    read_bytes : how much of the input on the disk it took, for the progress.
    sha256 : of the bytes that it covers (of the whole file, if that is Parquet).
    raw : these bytes, where the file cannot be entered in the middle.
    head : the first line of a CSV file, which names its columns.
    files : paths of documents.
    fault : why nothing of it can be read, in words; "" where it can.
    """

    file: str
    kind: Kind
    start: int
    end: int
    records: int
    read_bytes: int
    sha256: str
    raw: bytes | None = None
    head: bytes = b""
    files: tuple[str, ...] = ()
    fault: str = ""

    @property
    def key(self) -> str:
        """Name of the shard: the same in every run over the same input, and of no other shard."""
        stem = re.sub(r"[^a-z0-9]+", "-", Path(self.file).name.lower())[:_NAME_LETTERS].strip("-")
        digest = hashlib.sha256(self.file.encode(errors="surrogatepass")).hexdigest()
        return f"{stem or 'input'}-{digest[:_HASH_DIGITS]}-{self.start:014d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is the same for all shards of a run.

    Attributes
    ----------
    out : folder of the tables.
    settings : folders, limits and reader of the analysis.
    versions : what results depend on besides the input; see `geo.batch.versions`.
    sample : share of the stories that are analysed, 0 to 1; the same ones each time.
    memory_bytes : how much a worker may take besides what it holds from the start; 0 for no limit.
    """

    out: str
    settings: Settings
    versions: dict[str, str]
    sample: float = 1.0
    memory_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A shard to work on.

    Attributes
    ----------
    skip : which of its stories to leave out, counted from 1: workers died at them.
    most : how many stories to read at most; None for all.
    """

    shard: Shard
    task: Task
    skip: tuple[int, ...] = ()
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of a shard, or of many: numbers of rows by table, and of verdicts."""

    rows: dict[str, int] = field(default_factory=dict)
    verdicts: dict[str, int] = field(default_factory=dict)

    def plus(self, other: Tally) -> Tally:
        """Add up."""
        return Tally(rows=_sum(self.rows, other.rows), verdicts=_sum(self.verdicts, other.verdicts))


def _sum(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return {name: one.get(name, 0) + other.get(name, 0) for name in sorted({*one, *other})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The end of a job: what was written, or in words why nothing could be."""

    tally: Tally = field(default_factory=Tally)
    fault: str = ""
