"""Runs in a worker: reads, analyses and writes one shard, whatever its stories are like."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from geo import wiring
from geo.batch.records import read_records
from geo.batch.rows import rows_of, story_id
from geo.batch.schemas import TABLES
from geo.batch.shard import Job, Outcome
from geo.batch.store import Store
from geo.errors import GeoError
from geo.pipeline import analyse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.batch.records import Record
    from geo.batch.rows import Row
    from geo.batch.shard import Task
    from geo.pipeline import Services

_PARIS, _ROME = (2.35, 48.86), (12.5, 41.9)
_ID_SPACE = 16**16
SKIPPED = "A worker died each time at this story: it may need more memory than there is."
# In a marker, behind the number of the story: no other try is needed to know that it is at fault.
AT_FAULT = b"!"
_NUMBER_DIGITS = 20
_SELDOM = 100_000
_is_ready = False


def prepare(task: Task) -> None:
    """Build the services of this process, once, and limit what it may take from then on.

    What they open when it is first needed is opened here: it is no story's to pay for, nor to be
    blamed for when a worker is killed meanwhile.

    Raises
    ------
    GeoError
        If a data file is missing or the gazetteer cannot be opened.
    """
    global _is_ready  # noqa: PLW0603 - belongs to the process
    if _is_ready:
        return
    services = wiring.kept_services(task.settings)
    if task.memory_bytes:
        # Arrow's own pool asks for far more room than it will use, which the limit would refuse.
        pa.set_memory_pool(pa.system_memory_pool())
    services.boundaries.same_land(*_PARIS, *_ROME)
    wiring.warm_up(task.settings)
    rest_from_garbage()
    if task.memory_bytes:
        _limit(task.memory_bytes)
    _is_ready = True


def rest_from_garbage() -> None:
    """Look for garbage seldom, and not among what is open by now and stays.

    A story leaves next to none that is not given back at once; to look took a fifth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])


def work(job: Job) -> Outcome:
    """Work on a shard; give what was written, or in words why nothing could be."""
    store = Store(Path(job.task.out))
    try:
        prepare(job.task)
        rows = _rows(job, store)
        with _without_limit(job.task.memory_bytes):
            tally = store.keep(job.shard, job.task.versions, rows, job.most)
    except GeoError as error:
        return Outcome(fault=str(error))
    except MemoryError:
        os._exit(1)
    except OSError as error:
        return Outcome(fault=f"Nothing can be written into {job.task.out!r}: {error.strerror}.")
    return Outcome(tally=tally)


def _rows(job: Job, store: Store) -> dict[str, list[Row]]:
    services = wiring.kept_services(job.task.settings)
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    number = 0
    marker = os.open(store.marker(job.shard.key), os.O_WRONLY | os.O_CREAT)
    try:
        for record in read_records(job.shard, job.task.settings):
            if number == job.most:
                break
            number += 1
            if not _sampled(record, job.task.sample):
                continue
            os.pwrite(marker, f"{number:0{_NUMBER_DIGITS}d}".encode(), 0)
            try:
                reason = SKIPPED if number in job.skip else _add(rows, record, services)
            except MemoryError:
                # What is left of this process could not even write what it has.
                os.pwrite(marker, AT_FAULT, _NUMBER_DIGITS)
                os._exit(1)
            if reason:
                place = {"file": record.file, "position": record.position}
                rows["quarantine"].append({**place, "reason": reason})
    finally:
        os.close(marker)
        store.marker(job.shard.key).unlink(missing_ok=True)
    return rows


def _sampled(record: Record, share: float) -> bool:
    """Whether a story belongs to the sample: by its place, so it is the same stories each time."""
    return share >= 1 or int(story_id(record.file, record.position), 16) < share * _ID_SPACE


def _add(rows: dict[str, list[Row]], record: Record, services: Services) -> str:
    """Analyse a story and add its rows; give the reason why that could not be done, or ""."""
    if record.source is None:
        return record.reason
    try:
        made = rows_of(record, analyse(record.source, services))
    except GeoError as error:
        return str(error)
    except MemoryError:  # as no fault of ours: see the caller
        raise
    # One story must never end a run over a million; the reason says where to look for our fault.
    except Exception as error:  # noqa: BLE001 - as above
        return f"This is a fault in Dateline: {type(error).__name__}: {error}"
    for table, more in made.items():
        rows[table] += more
    return ""


@contextmanager
def _without_limit(more_bytes: int) -> Iterator[None]:
    """Lift the limit while a shard is written: it is there for stories, and Arrow dies of it.

    What Arrow has mapped by then counts for what follows.
    """
    if not more_bytes:
        yield
        return
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        _limit(more_bytes)


def _limit(more_bytes: int) -> None:
    """Allow this process so much memory besides what it has mapped by now."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + more_bytes
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
