"""Keeps arrays that take long to work out in the cache folder, mapped into memory.

All that are worked out of the same bytes lie in one file, under a name and a key made of these: the
bytes ``DLA1``; the length of the header (4 bytes, little-endian); the header, JSON that gives for
each array its kind of number, its shape and where it begins; then the arrays. Where nothing can be
kept, all goes on without.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import shapely

from geo.cache import beside, sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

    Arrays = Mapping[str, np.ndarray]

# Raise it whenever the same bytes make other arrays.
FORMAT = 2

_MAGIC = b"DLA1"
_HEAD = len(_MAGIC) + 4
_ALIGNED = 64


class _Place(msgspec.Struct):
    """Where an array lies in the file, bytes from the end of the header, and what it is."""

    kind: str
    shape: tuple[int, ...]
    start: int


def kept(cache: Path | None, name: str, raw: bytes, make: Callable[[], Arrays]) -> Arrays:
    """Give the arrays that ``make`` works out of ``raw``; read-only where they are kept.

    ``cache`` is the folder to keep them in; without it they are worked out each time.
    """
    if cache is None:
        return make()
    key = hashlib.blake2b(raw, digest_size=8, person=str(FORMAT).encode()).hexdigest()
    path = cache / f"{name}-{key}.arrays"
    # Not there, cut short, or no such file.
    with suppress(OSError, ValueError, TypeError, msgspec.MsgspecError):
        return _read(path)
    arrays = make()
    with suppress(OSError):
        _write(path, arrays)
        sweep(path, name)
    return arrays


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """A place in the cache folder for all that is worked out of some bytes; None for no place."""

    cache: Path | None
    name: str
    digest: bytes

    @classmethod
    def of(cls, cache: Path | None, name: str, *raw: bytes) -> Shelf:
        """Give the place for what is worked out of ``raw``, which are many: they are read once."""
        digest = hashlib.blake2b()
        for some in raw:
            digest.update(some)
        return cls(cache=cache, name=name, digest=digest.digest())

    def kept(self, what: str, by: bytes, make: Callable[[], Arrays]) -> Arrays:
        """Give arrays that ``make`` works out of those bytes and ``by``; it does so once."""
        return kept(self.cache, f"{what}-{self.name}", self.digest + by, make)


def packed(shapes: Iterable[BaseGeometry]) -> Arrays:
    """Write shapes as arrays, one after the other."""
    coded = [shapely.to_wkb(shape) for shape in shapes]
    return {
        "wkb": np.frombuffer(b"".join(coded), dtype=np.uint8),
        "ends": np.cumsum([0, *map(len, coded)]),
    }


def unpacked(arrays: Arrays, number: int) -> BaseGeometry:
    """Read one of the shapes that `packed` wrote."""
    start, end = arrays["ends"][number : number + 2].tolist()
    return shapely.from_wkb(arrays["wkb"][start:end].tobytes())


def _read(path: Path) -> Arrays:
    # As a plain array: np.memmap spends more on one element than most look-ups do.
    raw = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
    if raw[: len(_MAGIC)].tobytes() != _MAGIC:
        raise ValueError(f"{path} holds no arrays")
    begins = _HEAD + int.from_bytes(raw[len(_MAGIC) : _HEAD].tobytes(), "little")
    header = msgspec.json.decode(raw[_HEAD:begins].tobytes(), type=dict[str, _Place])
    arrays = {}
    for name, place in header.items():
        kind, start = np.dtype(place.kind), begins + place.start
        size = kind.itemsize * int(np.prod(place.shape, dtype=np.int64))
        arrays[name] = raw[start : start + size].view(kind).reshape(place.shape)
    return arrays


def _write(path: Path, arrays: Arrays) -> None:
    header, start = {}, 0
    for name, array in arrays.items():
        header[name] = _Place(kind=array.dtype.str, shape=array.shape, start=start)
        start += -(-array.nbytes // _ALIGNED) * _ALIGNED
    head = msgspec.json.encode(header)
    head += b" " * (-(_HEAD + len(head)) % _ALIGNED)
    with beside(path) as built, built.open("wb") as file:
        file.write(_MAGIC + len(head).to_bytes(4, "little") + head)
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).tobytes())
            file.write(bytes(-array.nbytes % _ALIGNED))
