"""The word lists of the recogniser, loaded once from ``data/lexicon/``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from geo.settings import Settings


@cache
def cues(name: str) -> frozenset[str]:
    """Words of one kind ("titles", "org_heads", …) from the table of cues."""
    return frozenset(_load("toponyms_cues.json")[name])


@cache
def weights() -> dict[str, float]:
    """How much each sign speaks for or against a place."""
    table: dict[str, float] = _load("toponyms_weights.json")
    return table


@cache
def words(name: str) -> frozenset[str]:
    """A long list, one word a line: "first_names", "surnames", or "words" of the dictionary."""
    return frozenset((_folder() / f"toponyms_{name}.tsv").read_text("utf-8").split())


@cache
def _load(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((_folder() / name).read_text("utf-8"))
    content.pop("//", None)
    return content


def _folder() -> Any:
    return Settings().data / "lexicon"
