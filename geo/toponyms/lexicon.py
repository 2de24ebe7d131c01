"""The word lists of the recogniser, loaded once from ``data/lexicon/``."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@cache
def cues(name: str) -> frozenset[str]:
    """Give words of one kind ("titles", "org_heads", …) from the table of cues."""
    return frozenset(_load("toponyms_cues.json")[name])


@cache
def weights() -> dict[str, float]:
    """Say how much each sign speaks for or against a place."""
    table = _load("toponyms_weights.json")
    return {**table["fitted"], **table["by_hand"]}


@cache
def words(name: str) -> frozenset[str]:
    """Read a long list, one word a line: "surnames", or "words" of the dictionary."""
    return frozenset((_folder() / f"toponyms_{name}.tsv").read_text("utf-8").split())


@cache
def first_names() -> dict[str, int]:
    """Read first names and how many of 100,000 people bear each; 0 where that is not known."""
    lines = (_folder() / "toponyms_first_names.tsv").read_text("utf-8").splitlines()
    return {name: int(count) for name, _, count in (line.partition("\t") for line in lines)}


@cache
def never_alone() -> frozenset[str]:
    """List words that name no place by themselves, though some village may bear them: "Police"."""
    heads = ("org_heads", "teams", "streets", "geo_heads", "directions")
    listed = (word.lower() for kind in heads for word in cues(kind))
    return cues("never") | cues("titles") | frozenset(listed)


@cache
def _load(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((_folder() / name).read_text("utf-8"))
    content.pop("//", None)
    return content


def _folder() -> Path:
    return Settings().data / "lexicon"
