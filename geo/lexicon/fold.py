"""Folds a text so that it can be searched for words in any case many times as fast.

A pattern that ignores case tries each of its words in turn at every letter. In a folded text, which
is as long as the text itself, a plain pattern finds the same, and looks only where one of its words
can begin.
"""

from __future__ import annotations

import re

from geo.lexicon.kept import compiled

# Letters that a pattern in any case takes for one of ASCII, and that are left as they are, or
# become two, where a text is put in small letters.
_LIKE = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
# Capitals of a pattern that are letters to be found; and what asks for them alone.
_CAPITALS = re.compile(r"\\.|\(\?P[<=]\w+|[A-Z]+", re.DOTALL)
_CASE_MATTERS = "(?-i:[A-Z"


def folded(text: str) -> str:
    """Write a text with all letters alike that patterns in any case take for alike."""
    for letter, plain in _LIKE:
        text = text.replace(letter, plain)
    return text.lower()


def folded_source(pattern: str) -> str:
    """Write a pattern that is for any case as one for a folded text."""
    return _CAPITALS.sub(
        lambda found: found[0].lower() if found[0].isalpha() else found[0], pattern
    )


def folded_pattern(pattern: str) -> re.Pattern[str] | None:
    """Compile a pattern that is for any case for a folded text; None where it asks for capitals."""
    return None if _CASE_MATTERS in pattern else compiled(folded_source(pattern))
