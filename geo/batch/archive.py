"""Analyses an archive from beginning to end: what was wanted goes in, a result comes out."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from geo.batch.cut import SHARD_BYTES, cut
from geo.batch.inputs import find_inputs
from geo.batch.pool import LocalPool
from geo.batch.run import Progress, Result, Run, stopping
from geo.batch.shard import Task
from geo.batch.store import Store
from geo.batch.summary import write_summary
from geo.batch.versions import versions
from geo.errors import ArticleError, ExportError
from geo.export.files import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from geo.batch.pool import Pool
    from geo.settings import Settings

_RUN, _LOCK = "_run.json", "_lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a run is asked for.

    Attributes
    ----------
    scheduler : address of a Dask cluster's scheduler; "" for this machine.
    memory_bytes : most that all workers may take for stories; 0 for no limit.
    limit : how many stories to read, from the beginning; None for all.
    sample : share of the stories to analyse.
    resume : whether what an earlier run has done is kept.
    """

    inputs: tuple[str, ...]
    out: Path
    workers: int = 1
    scheduler: str = ""
    memory_bytes: int = 0
    limit: int | None = None
    sample: float = 1.0
    resume: bool = True
    shard_bytes: int = SHARD_BYTES


def analyse_archive(
    wanted: Wanted, settings: Settings, report: Callable[[Progress, int], None]
) -> Result:
    """Analyse all that is not done yet; ``report`` is told the progress and the bytes in all.

    Raises
    ------
    ArticleError
        If an input is not there, or the folder holds another archive's tables.
    ExportError
        If nothing can be written there, or another run is writing into it.
    ServiceError
        If the cluster cannot be had.
    KeyboardInterrupt
        At the second Ctrl-C; what is done is kept.
    """
    inputs = find_inputs(wanted.inputs)
    whole = sum(one.size_bytes for one in inputs)
    store = Store(wanted.out)
    task = Task(
        out=str(wanted.out),
        settings=settings,
        versions=versions(settings, sample=wanted.sample),
        sample=wanted.sample,
        memory_bytes=wanted.memory_bytes // wanted.workers,
    )
    with _writing(wanted.out), stopping() as stop:
        _note(wanted, store)
        pool = _pool(wanted, task)
        try:
            run = Run(task, store, pool, lambda progress: report(progress, whole))
            shards = cut(inputs, settings, wanted.shard_bytes)
            result = run.over(shards, stop, wanted.limit)
        finally:
            pool.close()
        if not result.stopped:
            store.sweep(set(result.keys))
            write_summary(store, result.keys, result.progress.tally)
    return result


def _pool(wanted: Wanted, task: Task) -> Pool:
    if not wanted.scheduler:
        return LocalPool(task, wanted.workers)
    from geo.batch.engine import DaskPool  # noqa: PLC0415 - an extra

    return DaskPool(wanted.scheduler)


def _note(wanted: Wanted, store: Store) -> None:
    """Note which inputs the folder's tables are made of; refuse to mix archives."""
    note = wanted.out / _RUN
    try:
        before = set(msgspec.json.decode(note.read_bytes(), type=dict[str, list[str]])["inputs"])
    except (OSError, KeyError, msgspec.MsgspecError):
        before = set()
    missing = sorted(before.difference(wanted.inputs))
    if missing:
        raise ArticleError(
            f"The folder {str(wanted.out)!r} holds the tables of {missing[0]!r}, which is not "
            "among the inputs now. Name it too, or give another folder."
        )
    store.prepare(anew=not wanted.resume)
    write_bytes(note, msgspec.json.encode({"inputs": list(wanted.inputs)}))


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    """Hold a folder for this run alone; the system lets go of it however the run ends."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = os.open(out / _LOCK, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise ExportError(f"{str(out)!r} cannot be written into: {error.strerror}.") from error
    try:
        _lock(handle, out)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, out: Path) -> None:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ExportError(
            f"Another run is writing into {str(out)!r}. Wait for it, or give another folder."
        ) from error
