"""Runs jobs on a Dask cluster that exists: the same shards, on many machines.

Dask was chosen over Ray: it weighs a tenth, has tools of its own for Kubernetes, Slurm and YARN,
and what Ray is better at, getting results through when workers are killed, is no engine's task
here: a job counts when its manifest is there, and what comes back dead the run hands in again.
"""

from __future__ import annotations

from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

from geo.batch.shard import Outcome
from geo.batch.work import work
from geo.errors import ServiceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.batch.shard import Job

_CONNECT_SECONDS = 30
_ADVICE = "Install it with `make batch-setup`."


class DaskPool:
    """Workers of a Dask cluster, which need the program, its data and the folders in common."""

    def __init__(self, address: str) -> None:
        """Connect to a scheduler.

        Raises
        ------
        ServiceError
            If Dask is not installed or nobody answers there.
        """
        try:
            import distributed  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise ServiceError(f"--scheduler needs Dask, which is not there. {_ADVICE}") from error
        try:
            connect: Any = distributed.Client
            self._client = connect(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ServiceError(f"No Dask scheduler answers at {address!r}: {error}.") from error
        self._killed = distributed.KilledWorker
        self._jobs: dict[Any, Job] = {}
        self._done: Queue[Any] = Queue()

    @property
    def room(self) -> int:
        """One job for each thread of the workers, and one to go on with."""
        threads: int = sum(self._client.nthreads().values())
        return max(2, 2 * threads)

    def submit(self, job: Job) -> None:
        """Hand in a job; the scheduler tries no job twice, the run does."""
        future = self._client.submit(work, job, pure=False, retries=0)
        self._jobs[future] = job
        future.add_done_callback(self._done.put)

    def ended(self, seconds: float) -> Iterator[tuple[Job, Outcome | None]]:
        """Give the jobs that have ended."""
        try:
            future = self._done.get(timeout=seconds)
        except Empty:
            return
        job = self._jobs.pop(future)
        if future.status == "finished":
            yield job, future.result()
        elif isinstance(error := future.exception(), self._killed):
            yield job, None
        else:
            yield job, Outcome(fault=f"A worker of the cluster cannot work: {error}.")

    def close(self) -> None:
        """Let go of what is not finished, and of the cluster."""
        self._client.cancel(list(self._jobs), force=True)
        self._client.close()
