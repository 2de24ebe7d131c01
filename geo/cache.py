"""Writes files into the cache folder so that they are whole or not there, and clears it of others.

A file is written beside its place and renamed into it, so that neither a kill nor a second process
leaves half of one.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUILDING = "building-"
_DAY_S = 86_400.0
_KEPT_S = 30 * _DAY_S


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a path to write what belongs to ``path`` to; it comes there when it is whole.

    Raises
    ------
    OSError
        If nothing can be written there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    number, named = tempfile.mkstemp(prefix=_BUILDING, dir=path.parent)
    os.close(number)
    built = Path(named)
    try:
        yield built
        built.replace(path)
    except BaseException:
        built.unlink(missing_ok=True)
        raise


def sweep(path: Path, name: str) -> None:
    """Delete what killed runs, and earlier versions of what has a name, left in the cache."""
    now = time.time()
    for pattern, kept_s in ((f"{_BUILDING}*", _DAY_S), (f"{name}-*{path.suffix}", _KEPT_S)):
        for old in path.parent.glob(pattern):
            with suppress(OSError):
                if old != path and old.is_file() and now - old.stat().st_mtime > kept_s:
                    old.unlink()
