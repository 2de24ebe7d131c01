"""Loads the word lists by which text is cut into words, once, from ``data/lexicon/en/``."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from geo.lexicon.tables import nested


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


@cache
def word_rules() -> WordRules:
    """Load ``text_words.json``."""
    table: dict[str, Any] = nested("text_words")
    sets = ("stops", "capital_stops", "clitics", "elided", "prefixes", "units")
    return WordRules(
        **{name: frozenset(table[name]) for name in sets},
        joined=table["joined"],
        domains=tuple(table["domains"]),
    )
