"""Runs an analysis beside the page, so that typing, a reload or a lost connection ends nothing."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.pipeline import Step


class _Cancelled(Exception):  # noqa: N818 - never leaves this module
    """Nobody waits for the result any more."""


T = TypeVar("T")


class Job(Generic[T]):
    """One analysis that is running, or has ended; `result` gives what came of it."""

    def __init__(self, run: Callable[[Callable[[Step], None]], T]) -> None:
        self.steps: list[Step] = []
        self.is_cancelled = False
        self._run = run
        self._ended = Event()
        self._result: T | None = None
        self._error: Exception | None = None

    def start(self) -> None:
        """Begin in a thread that ends with the program."""
        Thread(target=self._work, daemon=True).start()

    def wait(self, seconds: float | None) -> bool:
        """Wait for the end, at most so long where it is said; tell whether it has come."""
        return self._ended.wait(seconds)

    def cancel(self) -> None:
        """Stop at the end of the stage that is running."""
        self.is_cancelled = True

    def result(self) -> T:
        """Give the result of a job that has ended.

        Raises
        ------
        Exception
            Whatever ended it before it had one.
        """
        if self._error is not None:
            raise self._error
        assert self._result is not None  # noqa: S101 - it has ended, and without an error
        return self._result

    def _work(self) -> None:
        try:
            self._result = self._run(self._step)
        # Told by `result`, in the thread of whoever asks for it.
        except Exception as error:  # noqa: BLE001 - as above
            self._error = error
        finally:
            self._ended.set()

    def _step(self, done: Step) -> None:
        if self.is_cancelled:
            raise _Cancelled
        self.steps.append(done)
