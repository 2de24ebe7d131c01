"""Loads the word lists by which text is cut into words, once, from ``data/lexicon/en/``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.lexicon import listed, numbered
from geo.lexicon.tables import nested
from geo.lexicon.units import units

if TYPE_CHECKING:
    from collections.abc import Iterator


class WordRules(NamedTuple):
    """What the letters of a word alone do not tell; the table's own head explains each."""

    stops: frozenset[str]
    capital_stops: frozenset[str]
    clitics: frozenset[str]
    elided: frozenset[str]
    joined: dict[str, int]
    prefixes: frozenset[str]
    units: frozenset[str]
    domains: tuple[str, ...]
    files: frozenset[str]
    wholes: frozenset[str]
    figure_stops: frozenset[str]


@cache
def word_rules() -> WordRules:
    """Load ``text_words.json``, with the abbreviations and units that have tables of their own."""
    table: dict[str, Any] = nested("text_words")
    capital = frozenset(table["capital_stops"])
    lower = {word.lower() for word in capital}
    return WordRules(
        stops=frozenset(table["stops"]) | (listed("keeps_stop") - lower),
        capital_stops=capital | frozenset(_names_with_stops()),
        clitics=frozenset(table["clitics"]),
        elided=frozenset(table["elided"]),
        joined=table["joined"],
        prefixes=frozenset(table["prefixes"]),
        units=frozenset(table["units"]) | {word for word in units() if word.isalpha()},
        domains=tuple(table["domains"]),
        files=frozenset(table["files"]),
        wholes=frozenset(table["wholes"]),
        figure_stops=frozenset(table["figure_stops"]),
    )


def _names_with_stops() -> Iterator[str]:
    """Give the short names of states and months as they are written."""
    for word in listed("may_keep_stop"):
        if word in numbered("month_short"):
            yield word.capitalize()
        elif word[0].isupper():
            yield word
