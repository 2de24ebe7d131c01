"""Keeps what is worked out of words from one process to the next: patterns, and tables as read.

To compile the patterns that one story needs takes longer than to read it. All lie in one file of
the cache folder for each version of Python: MessagePack, by a key for each entry. The key is made
of all that the entry is made of, so that nothing there is ever out of date: what is no longer asked
for goes when the file has grown too large. Where nothing can be kept, all goes on without.
"""

from __future__ import annotations

import hashlib
import platform
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from geo.cache import beside, sweep
from geo.settings import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")

_NAME = "words"
# The file is read whole at each start; a process uses one to two megabytes of it.
_MOST_BYTES = 8_000_000
_CODES = "I"  # what the engine of regular expressions runs: unsigned numbers of 32 bits


class _Compiled(msgspec.Struct, array_like=True):
    """A regular expression as the engine runs it; ``names`` are those of groups, by number."""

    code: bytes
    flags: int
    groups: int
    names: dict[str, int]


class Store:
    """What an earlier process kept in a file, and what this one has used or added."""

    def __init__(self, path: Path, *, most_bytes: int = _MOST_BYTES) -> None:
        self._path = path
        self._most_bytes = most_bytes
        self._earlier = _entries(path)
        self._used: dict[str, bytes | memoryview] = {}
        self._is_new = False

    def compiled(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """As the function of this name."""
        # The engine checks the code that it is given. What is kept is no part of Python's promises:
        # if another version has it otherwise, or the code is damaged, the pattern is compiled anew.
        with suppress(Exception):
            made = self.kept(_code_of, f"{int(flags)} {source}", _Compiled)
            return _pattern(source, made)
        return re.compile(source, flags)

    def kept(
        self, make: Callable[[str], Made], asked: str, kind: type[Made], made_of: str = ""
    ) -> Made:
        """As the function of this name."""
        told = f"{_origin(make)} {asked}\n{made_of}".encode()
        key = hashlib.blake2b(told, digest_size=16).hexdigest()
        raw = self._earlier.get(key)
        if raw is not None:
            self._used[key] = raw
            with suppress(msgspec.MsgspecError):
                return msgspec.msgpack.decode(raw, type=kind)
        made = make(asked)
        self._used[key] = msgspec.msgpack.encode(made)
        self._is_new = True
        return made

    def keep(self) -> None:
        """Write the file anew if there is something new, with what other processes have added."""
        if not self._is_new:
            return
        self._is_new = False
        used = dict(self._used)  # another thread may be adding
        raw = msgspec.msgpack.encode({**_entries(self._path), **used})
        if len(raw) > self._most_bytes:
            raw = msgspec.msgpack.encode(used)
        with suppress(OSError):
            with beside(self._path) as built:
                built.write_bytes(raw)
            sweep(self._path, _NAME)


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a regular expression as `re.compile` does, or take it as it was compiled before."""
    return _store().compiled(source, flags)


def kept(make: Callable[[str], Made], asked: str, kind: type[Made], made_of: str = "") -> Made:
    """Give what ``make`` works out of ``asked``; ``kind`` is the type of that, for reading it.

    ``make`` is a function of a module that depends on no others but those of this folder, and
    ``made_of`` what it reads elsewhere.
    """
    return _store().kept(make, asked, kind, made_of)


def keep() -> None:
    """Write what is new, for the processes to come."""
    _store().keep()


@cache
def _store() -> Store:
    told = (sys.version, platform.machine(), sys.byteorder)
    key = hashlib.blake2b(repr(told).encode(), digest_size=8).hexdigest()
    return Store(cache_folder() / f"{_NAME}-{key}.kept")


def _entries(path: Path) -> dict[str, memoryview]:
    """Read a file; its entries are views of what was read, for most are never looked at."""
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, memoryview])
    return {}


@cache
def _origin(make: Callable[[str], object]) -> str:
    """Tell a function from every other, and from what it was before its code was changed."""
    own = Path(str(sys.modules[make.__module__].__file__)).read_bytes()
    code = hashlib.blake2b(_code_here() + own, digest_size=8).hexdigest()
    return f"{make.__qualname__} {code}"


@cache
def _code_here() -> bytes:
    """Give the code of this folder, which whatever is kept may depend on."""
    return b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))


def _code_of(told: str) -> _Compiled:
    flags, _, source = told.partition(" ")
    parsed = import_module("re._parser").parse(source, int(flags))
    code = import_module("re._compiler")._code(parsed, int(flags))  # noqa: SLF001 - no other way
    return _Compiled(
        code=array(_CODES, code).tobytes(),
        flags=int(flags) | parsed.state.flags,
        groups=parsed.state.groups - 1,
        names=parsed.state.groupdict,
    )


def _pattern(source: str, made: _Compiled) -> re.Pattern[str]:
    code = array(_CODES, made.code).tolist()
    by_number: list[str | None] = [None] * (made.groups + 1)
    for name, number in made.names.items():
        by_number[number] = name
    found: re.Pattern[str] = import_module("_sre").compile(
        source, made.flags, code, made.groups, made.names, tuple(by_number)
    )
    return found
