"""Runs jobs in processes of this machine; one that dies is told, and the others go on.

A worker ends with its driver: it holds one end of a pipe whose other end the driver holds, and
when that closes, for whatever reason, it ends at once. No other process keeps that end open, since
workers are spawned, not forked.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from geo.batch.work import prepare, work
from geo.errors import GeoError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from geo.batch.shard import Job, Outcome, Task


class Pool(Protocol):
    """Somewhere that jobs are worked on: this machine, or an engine's many."""

    @property
    def room(self) -> int:
        """How many jobs to hand in before any comes back."""
        ...

    def submit(self, job: Job) -> None:
        """Hand in a job."""
        ...

    def ended(self, seconds: float) -> Iterator[tuple[Job, Outcome | None]]:
        """Give the jobs that have ended, waiting so long for one; None where a worker died."""
        ...

    def close(self) -> None:
        """End all workers at once."""
        ...


class LocalPool:
    """Processes of this machine."""

    def __init__(self, task: Task, workers: int) -> None:
        self._task, self._workers = task, workers
        self._jobs: dict[Future[Outcome], Job] = {}
        self._alive: Connection | None = None
        self._executor: ProcessPoolExecutor | None = None

    @property
    def room(self) -> int:
        """One job for each worker, and one to go on with."""
        return 2 * self._workers

    def submit(self, job: Job) -> None:
        """Hand in a job; workers are started when the first comes."""
        try:
            future = self._running().submit(work, job)
        except BrokenProcessPool:  # a worker has died since; those at work come back as dead
            self._end()
            future = self._running().submit(work, job)
        self._jobs[future] = job

    def ended(self, seconds: float) -> Iterator[tuple[Job, Outcome | None]]:
        """Give the jobs that have ended."""
        done, _ = wait(self._jobs, timeout=seconds, return_when=FIRST_COMPLETED)
        for future in done:
            job = self._jobs.pop(future)
            try:
                yield job, future.result()
            except (BrokenProcessPool, CancelledError):
                self._end()
                yield job, None

    def close(self) -> None:
        """End all workers at once."""
        self._end()

    def _running(self) -> ProcessPoolExecutor:
        if self._executor is None:
            # A worker is one processor core; its libraries read this when they are loaded.
            for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
                os.environ.setdefault(name, "1")
            context = multiprocessing.get_context("spawn")
            theirs, self._alive = context.Pipe(duplex=False)
            self._executor = ProcessPoolExecutor(
                self._workers, context, initializer=_begin, initargs=(theirs, self._task)
            )
        return self._executor

    def _end(self) -> None:
        if self._alive is not None:
            self._alive.close()
            self._alive = None
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def _begin(alive: Connection, task: Task) -> None:
    """Start a worker: Ctrl-C is the driver's to hear, and without the driver there is no work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_watch, args=(alive,), daemon=True).start()
    with suppress(GeoError):  # the first job says so
        prepare(task)


def _watch(alive: Connection) -> None:
    try:
        alive.poll(None)
    finally:
        os._exit(1)
