"""Tells by its words alone whether a line is advertising, a button, a credit or a link."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from geo.contracts import BlockKind
from geo.lexicon.tables import nested

_JUNK = (
    BlockKind.RELATED,
    BlockKind.CREDIT,
    BlockKind.CAPTION,
    BlockKind.ADVERTISING,
    BlockKind.NAVIGATION,
)
_JUNK_WORDS = 30  # advertising, captions and buttons are short
_PROSE_WORDS = 12
_KEPT = 1_024  # lines: each is asked about by itself, by its block and by its neighbours
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]»]{0,3}$")
# Bullets, arrows and small pictures before a line; how many there are of what a button is for.
_LEADING = re.compile(r"^[^\w\s\"'“‘«(\[#@©$€£+=<{/.…—–-]+\s*")
_COUNTED = re.compile(r"\s*[(\[]\d[\d.,]*k?[)\]]$")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The words of one kind of line, as `data/lexicon/en/pages.json` has them."""

    whole: tuple[str, ...]
    starts: tuple[str, ...]
    asks: tuple[str, ...]
    contains: tuple[str, ...]
    ends: tuple[str, ...]
    holds: tuple[str, ...]


def told_by_words(text: str) -> BlockKind | None:
    """Tell what a line is by its words alone; None where they are not the usual ones."""
    junk = junk_of(text)
    return junk[0] if junk else None


@lru_cache(maxsize=_KEPT)
def junk_of(text: str) -> tuple[BlockKind, str] | None:
    """Tell what a line is by its words, if it is short and they are the usual ones, and why."""
    if not any(character.isalpha() for character in text):
        return BlockKind.NAVIGATION, "has no words"
    words = text.split()
    if len(words) > _JUNK_WORDS + 1:  # signs before a line may be one
        return None
    line = _LEADING.sub("", " ".join(words).lower().replace("’", "'"))
    count = line.count(" ") + 1
    if count > _JUNK_WORDS:
        return None
    bare = _COUNTED.sub("", line).strip(" .:!»>›→-–—|•*()[]")
    is_prose = count > _PROSE_WORDS and bool(SENTENCE_END.search(line))
    for kind in _JUNK:
        rules = _rules(kind)
        cue = bare if bare in rules.whole else _cue(rules, line, bare, is_prose=is_prose)
        if cue:
            return kind, f"reads like {kind.value}: {cue!r}"
    return None


@cache
def _rules(kind: BlockKind) -> _Rules:
    told = nested("pages")[kind.value]
    return _Rules(
        **{field.name: tuple(told.get(field.name, ())) for field in fields(_Rules)},
    )


def _cue(rules: _Rules, line: str, bare: str, *, is_prose: bool) -> str:
    """Give the words by which a line fits the rules, or ""."""
    if line.startswith(rules.starts):
        for cue in rules.starts:
            # "Sign up" opens a button and, with more words and a stop, perhaps a story.
            is_open = is_prose and cue[-1].isalpha() and " by" not in cue
            if line.startswith(cue) and (not is_open or _first(rules.holds, line)):
                return cue
    if line.startswith(rules.asks):
        return _first(rules.holds, line)
    if found := _first(rules.contains, line):
        return found
    if bare.endswith(rules.ends) and not is_prose:
        return next(cue.strip() for cue in rules.ends if bare.endswith(cue))
    return ""


def _first(words: tuple[str, ...], line: str) -> str:
    return next((word for word in words if word in line), "")
