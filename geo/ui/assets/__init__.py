"""The app's own style and script files, by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


def path(name: str) -> Path:
    """Find a file of this folder."""
    return _FOLDER / name


@cache
def text(name: str) -> str:
    """Read a file of this folder."""
    return path(name).read_text(encoding="utf-8")
