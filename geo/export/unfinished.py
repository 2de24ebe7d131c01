"""Notes that a set of files is being written, so that the next run can tell if it was cut off."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from geo.export.files import write_text

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE = ".dateline-export.json"
_MOST_BYTES = 10_000
_RANDOM = 8  # letters that tempfile puts behind the dot


@contextmanager
def noted(folder: Path, stem: str) -> Iterator[None]:
    """Keep a note in the folder while files whose names begin with ``stem`` are written."""
    note = folder / NOTE
    write_text(note, json.dumps({"process": os.getpid(), "stem": stem}))
    try:
        yield
    finally:  # a run that fails says so itself; only one that was killed leaves its note
        note.unlink(missing_ok=True)


def clean_up(folder: Path) -> str:
    """Remove what a run that was killed has left half written; say what of its set is there.

    Returns
    -------
    A sentence, or "" where no run was cut off.
    """
    note = folder / NOTE
    stem = _stem(note)
    if not stem:
        return ""
    for path in folder.glob(".*"):
        own, _, random = path.name[1:].rpartition(".")
        if own and own[:40].startswith(stem[:40]) and len(random) == _RANDOM and path.is_file():
            with suppress(OSError):
                path.unlink()
    note.unlink(missing_ok=True)
    whole = sorted(path.name for path in folder.iterdir() if path.name.startswith(stem))
    there = ", ".join(whole) if whole else "none"
    return (
        f"An earlier export of {stem!r} into this folder was cut off. Files of it that are there, "
        f"each whole: {there}. Export that article again to have all."
    )


def _stem(note: Path) -> str:
    """Read the note of a run that has ended; "" where there is none or the run goes on."""
    try:
        told = json.loads(note.read_bytes()[:_MOST_BYTES])
        stem, process = str(told["stem"]), int(told["process"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    is_name = stem == Path(stem).name and not stem.startswith(".")
    return stem if is_name and not _runs(process) else ""


def _runs(process: int) -> bool:
    if process <= 0 or process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
