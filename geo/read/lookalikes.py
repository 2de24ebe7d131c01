"""Reads names in which letters of another alphabet stand for those that they look like.

"Mоscow" with a Cyrillic "о" is seen as Moscow by whoever reads it and found by no search: such a
name is either a slip of a keyboard or meant to get past a filter. It is read as it looks, letter
for letter, and said.

Which letters look alike is told by Unicode's list (UTS 39, confusables).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import Problem, Span

if TYPE_CHECKING:
    from geo.contracts import Source

_FOREIGN = "\u0370-\u03ff\u0400-\u052f"  # Greek, Cyrillic
_LETTER = re.compile(f"[{_FOREIGN}]")
# A name of three letters and more that mixes them with ours; "μm" and "kΩ" are none.
_NAME = re.compile(
    rf"\b(?=\w*[A-Za-z])(?=\w*[{_FOREIGN}])[A-Z{_FOREIGN}][a-zA-Z{_FOREIGN}]{{2,60}}\b"
)
_SHOWN = 3


def as_it_looks(source: Source) -> tuple[Source, tuple[Problem, ...]]:
    """Write names of mixed letters in ours; every character keeps its place."""
    if not _LETTER.search(source.text):
        return source, ()
    names = {
        name: plain for name in dict.fromkeys(_NAME.findall(source.text)) if (plain := _plain(name))
    }
    if not names:
        return source, ()
    text = _NAME.sub(lambda found: names.get(found.group(), found.group()), source.text)
    blocks = tuple(
        replace(block, span=Span(start=s.start, end=s.end, text=text[s.start : s.end]))
        for block in source.blocks
        for s in (block.span,)
    )
    return replace(source, text=text, blocks=blocks), (_problem(names),)


def _plain(name: str) -> str:
    """Spell a name in Latin letters; empty where one of its letters looks like none of them."""
    # A list of some hundred kilobytes, which few texts need.
    from confusable_homoglyphs.confusables import is_confusable  # noqa: PLC0415

    if not name[0].isupper():
        return ""
    alike = {
        found["character"]: [other["c"] for other in found["homoglyphs"] if other["c"].isascii()]
        for found in is_confusable(name, greedy=True, preferred_aliases=["latin"]) or []
    }
    letters = [c if c.isascii() else next(iter(alike.get(c, [])), "") for c in name]
    return "".join(letters) if all(letters) else ""


def _problem(names: dict[str, str]) -> Problem:
    told = [f"“{plain}” ({_foreign(name)})" for name, plain in names.items()]
    more = f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
    return Problem(
        stage="read",
        code="mixed-letters",
        message=f"Names with Greek or Cyrillic letters among Latin ones were read as they look: "
        f"{', '.join(told[:_SHOWN])}{more}. Somebody may have meant to hide them from a search.",
    )


def _foreign(name: str) -> str:
    return ", ".join(
        dict.fromkeys(unicodedata.name(c).capitalize() for c in name if not c.isascii())
    )
