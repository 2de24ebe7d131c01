"""The word lists of reading, loaded once from ``data/lexicon/``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from geo.settings import Settings


@cache
def junk_lexicon() -> dict[str, Any]:
    """By what words a line is known that is not the story."""
    return _load("read_junk.json")


@cache
def read_words() -> dict[str, frozenset[str]]:
    """Abbreviations, what sentences begin with, and the commonest English words."""
    return {name: frozenset(words) for name, words in _load("read_words.json").items()}


def _load(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((Settings().data / "lexicon" / name).read_text("utf-8"))
    content.pop("//", None)
    return content
