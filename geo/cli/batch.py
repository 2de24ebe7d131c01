"""The command `batch`: an archive goes in, a folder of tables comes out; stops and goes on."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from geo.cli.progress import compiling
from geo.cli.terminal import printable, say, use_utf8
from geo.settings import Reader, Settings

if TYPE_CHECKING:
    from argparse import Namespace

    from geo.batch.run import Progress, Result

DONE, BROKEN, STOPPED = 0, 3, 130
_EVERY_SECONDS = 10.0


def run(arguments: Namespace) -> int:
    """Work on what is not done yet; say what there is and what could not be read."""
    from geo.batch.archive import Wanted, analyse_archive  # noqa: PLC0415 - --help must not wait
    from geo.wiring import kept_services, services  # noqa: PLC0415 - as above

    # Each worker has a core of its own.
    settings = Settings(reader=Reader(arguments.reader), threads=1)
    with compiling() as progress:
        services(settings, progress=progress)
    kept_services.cache_clear()
    wanted = Wanted(
        inputs=tuple(arguments.inputs),
        out=arguments.output,
        workers=arguments.workers or os.cpu_count() or 1,
        scheduler=arguments.scheduler or "",
        memory_bytes=arguments.memory,
        limit=arguments.limit,
        sample=arguments.sample,
        resume=arguments.resume,
        shard_bytes=arguments.shard,
    )
    use_utf8()
    shown = _Shown()
    result = analyse_archive(wanted, settings, shown)
    return _tell(result, arguments)


class _Shown:
    """Says every now and then how far a run is, how fast, and how long it will take."""

    def __init__(self) -> None:
        self._begun = self._last = time.monotonic()

    def __call__(self, progress: Progress, whole_bytes: int) -> None:
        """Write a line, if it is time for one."""
        now = time.monotonic()
        if now - self._last < _EVERY_SECONDS:
            return
        self._last = now
        spent = now - self._begun
        say(_line(progress, whole_bytes, spent))


def _line(progress: Progress, whole_bytes: int, spent: float) -> str:
    share = progress.bytes_done / max(whole_bytes, 1)
    left = ""
    if progress.fresh_bytes:
        seconds = (whole_bytes - progress.bytes_done) * spent / progress.fresh_bytes
        left = f", {_duration(seconds)} left"
    stories = progress.tally.rows.get("articles", 0)
    rate = progress.fresh_stories / spent
    return f"{share:.0%}, {stories:,} stories, {rate:,.1f} a second{left}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def _tell(result: Result, arguments: Namespace) -> int:
    tally = result.progress.tally
    where = printable(str(arguments.output))
    broken = tally.rows.get("quarantine", 0)
    sys.stdout.write(
        f"{where}: {tally.rows.get('articles', 0):,} stories in {result.progress.shards:,} shards, "
        f"{tally.rows.get('legs', 0):,} legs, {tally.rows.get('claims', 0):,} claims, "
        f"{tally.verdicts.get('refuted', 0):,} of them refuted.\n"
    )
    if broken:
        say(f"{broken:,} stories could not be read; the table quarantine in {where} says why.")
    if result.stopped:
        say("Stopped. What is done is kept: the same command goes on from here.")
        return STOPPED
    return BROKEN if broken else DONE
