"""Reads how news states facts: the tables of `data/lexicon/en/statements`, a file each type.

A file has a pattern ``quick``, which most sentences do not match and which is tried first; named
``parts`` of patterns; and ``rows``, each with a name, a pattern and examples of what it finds and
what it misses. In a pattern ``{name}`` stands for a part.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from geo.errors import DataMissing
from geo.lexicon.kept import kept
from geo.lexicon.tables import table_path, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_PART = re.compile(r"\{([a-z_]+)\}")
_DEEPEST = 8


class StatementRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way to state something: its name, its pattern, and words that it finds and misses."""

    name: str
    pattern: str
    finds: tuple[str, ...]
    misses: tuple[str, ...]


class StatementTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rows of a type, the pattern by which most sentences are passed over, and word lists."""

    quick: str
    rows: tuple[StatementRow, ...]
    parts: dict[str, str] = {}
    lists: dict[str, dict[str, str]] = {}


def lists(name: str) -> Mapping[str, Mapping[str, str]]:
    """Read the lists of a type: what its words mean, such as "tallest" = "highest"."""
    return _read(name).lists


def table(name: str, parts: Mapping[str, str]) -> StatementTable:
    """Read the rows of a type; ``parts`` are those that code makes of other tables.

    Raises
    ------
    DataMissing
        If the file is not there, is no such table, or names a part that there is not.
    """
    read = _read(name)
    known = {**read.parts, **parts}
    try:
        rows = tuple(
            msgspec.structs.replace(row, pattern=_filled(row.pattern, known)) for row in read.rows
        )
        return StatementTable(quick=_filled(read.quick, known), rows=rows, lists=read.lists)
    except KeyError as error:
        raise _broken(name, error) from error


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for _ in range(_DEEPEST):
        filled = _PART.sub(lambda match: parts[match[1]], pattern)
        if filled == pattern:
            break
        pattern = filled
    return pattern


@cache
def _read(name: str) -> StatementTable:
    try:
        return kept(_parsed, text_of(table_path(f"statements/{name}.toml")), StatementTable)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise _broken(name, error) from error


def _parsed(text: str) -> StatementTable:
    return msgspec.convert(tomllib.loads(text), StatementTable)


def _broken(name: str, error: Exception) -> DataMissing:
    return DataMissing(
        f"The table {name!r} of statements cannot be read ({error}). Install the program again, "
        "with its data folder."
    )
