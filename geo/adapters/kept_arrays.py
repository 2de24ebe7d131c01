"""Keeps arrays that take long to work out in the cache folder, mapped into memory.

They lie in a folder under a name and a key made of the bytes that they are worked out from, each
in a file of NumPy's own. A folder is built beside its place and renamed into it, so that neither a
kill nor a second process leaves half of one. Where nothing can be kept, all goes on without.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Arrays = Mapping[str, np.ndarray]

# Raise it whenever the same bytes make other arrays.
FORMAT = 1

BUILDING = "building-"
_LIST = "names.txt"
_DAY_S = 86_400.0
_KEPT_S = 30 * _DAY_S


def kept(cache: Path | None, name: str, raw: bytes, make: Callable[[], Arrays]) -> Arrays:
    """Give the arrays that ``make`` works out of ``raw``; read-only where they are kept.

    ``cache`` is the folder to keep them in; without it they are worked out each time.
    """
    if cache is None:
        return make()
    key = hashlib.blake2b(raw, digest_size=8, person=str(FORMAT).encode()).hexdigest()
    folder = cache / f"{name}-{key}"
    # Not there, cut short, or no array.
    with suppress(OSError, ValueError, EOFError):
        return _read(folder)
    arrays = make()
    with suppress(OSError):
        _write(folder, arrays)
        sweep(cache, folder, name)
    return arrays


def sweep(cache: Path, current: Path, name: str) -> None:
    """Delete what killed runs, and earlier versions of what has a name, left in the cache."""
    now = time.time()
    for pattern, kept_s in ((f"{BUILDING}*", _DAY_S), (f"{name}-*", _KEPT_S)):
        for old in cache.glob(pattern):
            with suppress(OSError):
                if old != current and now - old.stat().st_mtime > kept_s:
                    shutil.rmtree(old)


def _read(folder: Path) -> Arrays:
    names = (folder / _LIST).read_text("utf-8").split()
    # As plain arrays: np.memmap spends more on one element than most look-ups do.
    return {
        name: np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False))
        for name in names
    }


def _write(folder: Path, arrays: Arrays) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=BUILDING, dir=folder.parent, ignore_cleanup_errors=True
    ) as workshop:
        built = Path(workshop) / "arrays"
        built.mkdir()
        for name, array in arrays.items():
            np.save(built / f"{name}.npy", array, allow_pickle=False)
        (built / _LIST).write_text(" ".join(arrays), "utf-8")
        with suppress(FileNotFoundError):
            # Only what cannot be read is in the way, or what another process has just put there.
            folder.rename(Path(workshop) / "damaged")
        built.rename(folder)
