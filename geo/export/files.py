"""Writes a file that is whole or not there."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from geo.errors import ExportError


def write_text(path: str | Path, text: str) -> Path:
    """Write a text as UTF-8; see `write_bytes`."""
    return write_bytes(path, text.encode())


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write a file beside its place and move it there, so that nobody ever sees half of it.

    Returns
    -------
    The path written.

    Raises
    ------
    ExportError
        If the path is a folder, its folder is missing, or it cannot be written.
    """
    try:
        target = _target(Path(path))
        _replace(target, content)
    except ExportError:
        raise
    except OSError as error:
        why = error.strerror or error
        raise ExportError(
            f"{str(path)!r} cannot be written: {why}. Give a place that you may write to."
        ) from error
    return Path(path)


def make_folder(path: str | Path) -> Path:
    """Make a folder, and those that it lies in, unless it is there.

    Raises
    ------
    ExportError
        If something else has its name, or it cannot be made.
    """
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or error
        raise ExportError(
            f"The folder {str(path)!r} cannot be made: {why}. Give a place that you may write to."
        ) from error
    return Path(path)


def _target(path: Path) -> Path:
    """Find the file to replace; a link is written through, so that it stays a link."""
    if path.is_dir():
        raise ExportError(f"{str(path)!r} is a folder; give the name of a file in it.")
    if not path.parent.is_dir():
        raise ExportError(
            f"{str(path)!r} cannot be written: there is no folder {str(path.parent)!r}. Make it, "
            "or give another place."
        )
    return path.resolve()


def _replace(target: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # mkstemp makes files that only their owner can read; give what a plain open() would.
        Path(beside).chmod(_mode_of(target))
        Path(beside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def _mode_of(target: Path) -> int:
    """Permissions of the file that is replaced; of a new one, what the user's mask allows."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
