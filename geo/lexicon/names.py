"""Names of people, the words of a dictionary, and how much each sign of a name weighs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import marisa_trie

from geo.contracts import Mode
from geo.lexicon.kept import kept
from geo.lexicon.tables import nested, table_path, text_of
from geo.lexicon.words import in_names, listed

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

_FIRST_NAMES = "first_names.tsv"
ANIMALS = frozenset({"animal", "bird", "fish"})
_ANIMAL_MODES = {"bird": Mode.AIR, "fish": Mode.SEA}


@cache
def surnames() -> Container[str]:
    """Read surnames, in lower case."""
    return _many("surnames.tsv")


@cache
def dictionary() -> Container[str]:
    """Read the words that an English dictionary writes small."""
    return _many("dictionary.tsv")


def _many(table: str) -> Container[str]:
    """Read tens of thousands of words as a trie, which is opened as it was kept."""
    trie = marisa_trie.Trie()
    trie.frombytes(kept(_trie, table, bytes, text_of(table_path(table))))
    found: Container[str] = trie
    return found


def _trie(table: str) -> bytes:
    return bytes(marisa_trie.Trie(text_of(table_path(table)).split()).tobytes())


@cache
def first_names() -> Mapping[str, int]:
    """Read first names and how many of 100,000 people bear each; 0 where that is not known."""
    made_of = text_of(table_path(_FIRST_NAMES))
    return kept(_counts, _FIRST_NAMES, dict[str, int], made_of)


def _counts(_table: str) -> dict[str, int]:
    return {name: int(count) for name, count, _ in _first_name_rows()}


@cache
def pronouns_of_names() -> Mapping[str, str]:
    """Read which first names tell a "he" from a "she"."""
    made_of = text_of(table_path(_FIRST_NAMES))
    return kept(_pronouns, _FIRST_NAMES, dict[str, str], made_of)


def _pronouns(_table: str) -> dict[str, str]:
    return {name: pronoun for name, _, pronoun in _first_name_rows() if pronoun}


def _first_name_rows() -> Iterator[list[str]]:
    lines = text_of(table_path(_FIRST_NAMES)).splitlines()
    return (line.split("\t") for line in lines)


@cache
def noun_kinds() -> Mapping[str, str]:
    """Read what a common noun mostly names: person, group, animal, vehicle or place.

    Animals that a dictionary has other senses for ("wolf", "whale") are listed by hand.
    """
    lines = text_of(table_path("noun_kinds.tsv")).splitlines()
    by_hand = {word: kind for kind in ANIMALS for word in listed(kind)}
    return dict(line.split("\t") for line in lines) | by_hand


def animal_mode(noun: str) -> Mode:
    """Tell how an animal goes: a falcon flies, a dolphin swims."""
    return _ANIMAL_MODES.get(noun_kinds().get(noun, ""), Mode.UNKNOWN)


@cache
def senders() -> frozenset[str]:
    """List nouns for firms, offices and buildings, which may send somebody: "company", "clinic"."""
    return frozenset(noun for noun, kind in noun_kinds().items() if kind in {"place", "group"})


@cache
def weights() -> Mapping[str, float]:
    """Say how much each sign speaks for or against a place."""
    table = nested("name_signs")
    return {**table["fitted"], **table["by_hand"]}


@cache
def never_alone() -> frozenset[str]:
    """List words that name no place by themselves, though some village may bear them: "Police"."""
    heads = (
        listed("organisation")
        | listed("team")
        | in_names("street")
        | in_names("landform")
        | in_names("direction_in_name")
    )
    return listed("never_place") | listed("title") | {word.lower() for word in heads}


@cache
def object_words() -> frozenset[str]:
    """List words beside which a name may be that of a ship, a storm, a weapon or a car."""
    named = listed("maker") | listed("name_prefix") | listed("storm")
    return listed("ship") | listed("object_noun") | {word.lower() for word in named}
