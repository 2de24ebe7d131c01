"""A progress bar on standard error: the first start takes a while."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Where nobody watches a bar move, a line is written each time that so much more is done.
_PLAIN_STEP = 0.25


@contextmanager
def compiling() -> Iterator[Callable[[float, str], None]]:
    """Give a function that shows how far a long task is; nothing is shown until it is called."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.stop()


class _Lines:
    """Plain lines, few of them, for logs."""

    def __init__(self) -> None:
        self._next = 0.0

    def __call__(self, share: float, words: str) -> None:
        """Write a line when enough has been done since the last one."""
        if share >= self._next:
            sys.stderr.write(f"dateline: {words} ({share:.0%})\n")
            self._next = share + _PLAIN_STEP


class _Bar:
    """A bar that is first drawn when there is something to show."""

    def __init__(self) -> None:
        self._stop: Callable[[], None] = lambda: None
        self._update: Callable[[float, str], None] | None = None

    def __call__(self, share: float, words: str) -> None:
        """Move the bar."""
        if self._update is None:
            self._update = self._start()
        self._update(share, words)

    def stop(self) -> None:
        """Leave the bar as it is and give the line back."""
        self._stop()

    def _start(self) -> Callable[[float, str], None]:
        from rich.console import Console  # noqa: PLC0415 - a warm start has no bar to draw
        from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415 - as above

        bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            console=Console(file=sys.stderr),
        )
        task = bar.add_task("", total=1.0)
        bar.start()
        self._stop = bar.stop
        return lambda share, words: bar.update(task, completed=share, description=words)
