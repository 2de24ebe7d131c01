"""Gives the words that have a property: "title", "border", "says that somebody spoke".

Each word stands once, in the table of what it is about, with all its properties; a stage names the
property and never the table. `data/lexicon/properties.tsv` lists the properties, what each means,
and in which tables it occurs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.errors import LexiconError
from geo.lexicon.kept import compiled, kept
from geo.lexicon.tables import rows, rows_of, table_path, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from geo.lexicon.tables import Row

# Columns that hold a word's forms, where a table has more than "word".
_FORMS = {
    "vehicles": ("word", "plural"),
    "motion_nouns": ("noun", "plural"),
    "motion_verbs": ("base", "third", "past", "participle", "ing"),
}
# A column that stands behind each form ("set" and "out").
_PARTICLE = "particle"


@cache
def listed(*names: str) -> frozenset[str]:
    """Give all words that have a property, or any of some, as written in the tables.

    Raises
    ------
    DataMissing
        If a table is not there.
    LexiconError
        If a row has a property that is not declared for its table, or one of ``names`` is none.
    """
    return frozenset(
        word for name in names for table in _tables_with(name) for word in by_property(table)[name]
    )


@cache
def in_names(name: str) -> frozenset[str]:
    """Give the words that have a property as they stand in names: with a capital."""
    return frozenset(word[0].upper() + word[1:] for word in listed(name))


@cache
def endings(name: str) -> tuple[str, ...]:
    """Give the words that have a property for `str.endswith` and `str.startswith`."""
    return tuple(sorted(listed(name)))


@cache
def numbered(name: str) -> Mapping[str, int]:
    """Give the number of each word of time that has a property: 3 for "march"."""
    found = [row for row in rows("times") if name in row.properties()]
    return {word: int(row.number("number")) for row in found for word in row.words("word")}


def either(words: Iterable[str]) -> str:
    """Write the alternation of some words for a regular expression, longest first.

    A space in a word stands for any one blank.
    """
    chosen = sorted(sorted(words), key=len, reverse=True)
    # All at once: there are thousands of words, and a call for each takes longer than the rest.
    escaped = re.escape("\n".join(chosen)).replace("\\\n", "|").replace(r"\ ", r"\s")
    return f"(?:{escaped})"


@cache
def any_of(name: str) -> str:
    """Write the alternation of the words that have a property, for a regular expression."""
    return either(listed(name))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Compile the words that have a property to find any of them, whole words only, in any case."""
    return compiled(rf"(?<![^\W_]){any_of(name)}(?![^\W_])", re.IGNORECASE)


def words_of(row: Row, table: str) -> tuple[str, ...]:
    """Give every form of a row's word."""
    behind = f" {row[_PARTICLE]}" if row.cells.get(_PARTICLE) else ""
    return tuple(form + behind for form in row.words(*_FORMS.get(table, ("word",))))


@cache
def properties() -> Mapping[str, tuple[str, ...]]:
    """Give the tables in which each property occurs."""
    return {row["property"]: tuple(row["tables"].split()) for row in rows_of(_declared())}


def _declared() -> Path:
    return table_path("").parent / "properties.tsv"


def _tables_with(name: str) -> tuple[str, ...]:
    try:
        return properties()[name]
    except KeyError:
        raise LexiconError(
            f"{name!r} is no property of words. Those there are stand in "
            "data/lexicon/properties.tsv."
        ) from None


@cache
def by_property(table: str) -> Mapping[str, frozenset[str]]:
    """File the words of a table by their properties."""
    made_of = text_of(_declared()) + text_of(table_path(f"{table}.tsv"))
    return kept(_filed, table, dict[str, frozenset[str]], made_of)


def _filed(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {
        name: set() for name, tables in properties().items() if table in tables
    }
    for row in rows(table):
        words = words_of(row, table)
        for name in row.properties():
            if name not in found:
                raise LexiconError(
                    f"{row.where}: {name!r} is not declared as a property of this table. Declare "
                    "it in data/lexicon/properties.tsv, or use one of those: "
                    f"{', '.join(sorted(found))}."
                )
            found[name].update(words)
    return {name: frozenset(words) for name, words in found.items()}
