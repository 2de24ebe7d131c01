"""Drives a run: hands out the shards that are not done, and sees to it that each gets done.

However a job ends, only its manifest counts. Jobs whose worker died are tried again, each alone, so
that it is known whose fault it was; a story at which workers die every time is left out and noted.
"""

from __future__ import annotations

import signal
from collections import Counter, deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.batch.shard import Job, Outcome, Tally
from geo.batch.work import AT_FAULT
from geo.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from geo.batch.pool import Pool
    from geo.batch.shard import Shard, Task
    from geo.batch.store import Store

_WAIT_SECONDS = 0.5
# A story is at fault when so many workers died at it; a shard when so many died on it anywhere.
_DEATHS_AT_ONE, _DEATHS = 3, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: shards and stories, and bytes of the input on the disk.

    ``fresh_bytes`` and ``fresh_stories`` are those of shards worked on in this run.
    """

    shards: int = 0
    bytes_done: int = 0
    fresh_bytes: int = 0
    fresh_stories: int = 0
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The end of a run: what there is now, and whether it was told to stop before all was done."""

    progress: Progress
    keys: frozenset[str]
    stopped: bool = False


class Stop:
    """Set by the first Ctrl-C (or SIGTERM): finish what is begun. The second ends all at once."""

    asked = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        """Hear a signal."""
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def stopping() -> Iterator[Stop]:
    """Listen to Ctrl-C and SIGTERM while a run goes on."""
    stop = Stop()
    before = {one: signal.signal(one, stop) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


class Run:
    """One run over shards."""

    def __init__(
        self, task: Task, store: Store, pool: Pool, report: Callable[[Progress], None]
    ) -> None:
        self._task, self._store, self._pool, self._report = task, store, pool, report
        self._working = 0
        self._suspects: deque[Job] = deque()  # a worker died while it had them
        self._deaths: Counter[tuple[str, int]] = Counter()
        self._progress = Progress()
        self._keys: set[str] = set()
        self._fault = ""

    def over(self, shards: Iterator[Shard], stop: Stop, limit: int | None = None) -> Result:
        """Work until all shards are done, a fault ends it, or it is told to stop.

        Raises
        ------
        ExportError
            If tables cannot be written, or the input changes or cannot be read meanwhile.
        """
        jobs = self._jobs(shards, limit)
        more = True
        while True:
            ending = stop.asked or bool(self._fault)
            more = more and not ending
            while more and not self._suspects and self._working < self._pool.room:
                job = next(jobs, None)
                more = job is not None and not stop.asked
                if job is not None:
                    self._submit(job)
            if self._suspects and not self._working and not ending:
                self._submit(self._suspects.popleft())
            if not self._working:
                break
            for job, outcome in self._pool.ended(_WAIT_SECONDS):
                self._working -= 1
                self._ended(job, outcome)
        if self._fault:
            raise ExportError(self._fault)
        return Result(progress=self._progress, keys=frozenset(self._keys), stopped=stop.asked)

    def _submit(self, job: Job) -> None:
        self._working += 1
        self._pool.submit(job)

    def _jobs(self, shards: Iterator[Shard], limit: int | None) -> Iterator[Job]:
        """Give the shards that are not done; count those that are."""
        left = limit
        for shard in shards:
            if left is not None and left <= 0:
                return
            most = left if left is not None and left < shard.records else None
            left = left if left is None else left - shard.records
            self._keys.add(shard.key)
            tally = self._store.done(shard, self._task.versions, most)
            if tally is None:
                yield Job(shard=shard, task=self._task, most=most)
            else:
                self._count(shard, tally)

    def _count(self, shard: Shard, tally: Tally, *, fresh: bool = False) -> None:
        now = self._progress
        self._progress = Progress(
            shards=now.shards + 1,
            bytes_done=now.bytes_done + shard.read_bytes,
            fresh_bytes=now.fresh_bytes + shard.read_bytes * fresh,
            fresh_stories=now.fresh_stories + tally.rows.get("articles", 0) * fresh,
            tally=now.tally.plus(tally),
        )
        self._report(self._progress)

    def _ended(self, job: Job, outcome: Outcome | None) -> None:
        if outcome is None:
            self._died(job)
        elif outcome.fault:
            self._fault = self._fault or outcome.fault
        else:
            self._count(job.shard, outcome.tally, fresh=True)

    def _died(self, job: Job) -> None:
        """Try again, alone; without the story that has cost several workers their lives."""
        key = job.shard.key
        marker = self._store.marker(key)
        number, is_sure = 0, False
        with suppress(OSError, ValueError):
            note = marker.read_bytes()
            number, is_sure = int(note.removesuffix(AT_FAULT)), note.endswith(AT_FAULT)
        marker.unlink(missing_ok=True)
        self._deaths[key, number] += 1
        died = sum(count for (other, _), count in self._deaths.items() if other == key)
        if is_sure or (number and self._deaths[key, number] >= _DEATHS_AT_ONE):
            job = replace(job, skip=(*job.skip, number))
        elif died >= _DEATHS:
            self._fault = (
                f"{died} workers died while they read {job.shard.file!r} from "
                f"{job.shard.start:,} to {job.shard.end:,}. Give them more memory, or start fewer."
            )
            return
        self._suspects.append(job)
