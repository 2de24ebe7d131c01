"""Finds the parts of a page pasted whole: live entries, sections, comments, other letters."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import BlockKind
from geo.lexicon.tables import nested

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.read.page_lines import Line

_LATIN_ENDS = "\u024f"
_OTHER_LETTER = re.compile(rf"[^\W\d_\u0000-{_LATIN_ENDS}]")
# Lines are of other letters with so few Latin ones, a story of Latin ones with so many.
_OTHER, _MOSTLY, _MANY_OTHER = 0.2, 0.6, 3
_TIME = re.compile(r"\d{1,2}[.:h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)
_MANY_TIMES = 3
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FEWEST = 2  # sections of a list of contents, answers to comments, lines of prose above these
_HEADS, _HEADING_WORDS = 2, 4  # lines over an entry of a live page; a writer's name has fewer
_COMMENT = 12  # lines that a comment may have


def is_over_comments(text: str) -> bool:
    """Whether a line stands over what readers wrote: "14 Comments", "Join the conversation"."""
    first = _LETTERS.search(text)
    is_likely = first is not None and _words(first[0])[0] in _opening_heads()
    return is_likely and " ".join(_words(text)) in nested("pages")["comments"]["heads"]


@cache
def _opening_heads() -> frozenset[str]:
    """List the first words of what may stand over comments: most lines begin with none of them."""
    return frozenset(_words(head)[0] for head in nested("pages")["comments"]["heads"])


def comments_of(lines: Sequence[Line]) -> frozenset[int]:
    """List the lines of readers' comments below a story, from their heading to the last answer.

    The buttons under each comment tell them; one heading alone is a link to them.
    """
    words = nested("pages")["comments"]
    prose = [at for at, line in enumerate(lines) if line.is_prose][:_FEWEST]
    first = prose[-1] + 1 if len(prose) == _FEWEST else len(lines)
    heads = [at for at in range(first, len(lines)) if is_over_comments(lines[at].text)]
    named = [set(_words(line.text)) for line in lines] if heads else []
    buttons = [at for at, own in enumerate(named) if own and own.issubset(words["buttons"])]
    for at in heads:
        end, count = at, 0
        for button in (one for one in buttons if one > at):
            if button - end > _COMMENT:
                break
            end, count = button, count + (not named[button].isdisjoint(words["answers"]))
        if count >= _FEWEST:
            return frozenset(range(at, end + 1))
    return frozenset()


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _LETTERS.findall(text.lower())]


def in_other_letters(lines: Sequence[Line]) -> frozenset[int]:
    """List the lines in other letters than a story in Latin ones: what stands round it.

    A line or two may be the story's own words.
    """
    if not any(_OTHER_LETTER.search(line.text) for line in lines):
        return frozenset()
    latin = [_latin(line.text) for line in lines]
    other = [at for at, (own, letters) in enumerate(latin) if letters and own < _OTHER * letters]
    whole, all_letters = (sum(column) for column in zip(*latin, strict=True)) if latin else (0, 0)
    is_round = len(other) >= _MANY_OTHER and whole >= _MOSTLY * all_letters
    return frozenset(other) if is_round else frozenset()


def entries_of(lines: Sequence[Line]) -> frozenset[int]:
    """List the lines of the entries of a live page: what stands under a time of day of its own.

    An entry may have a heading and a writer; it ends with the next line that is no running text.
    """
    times = [at for at, line in enumerate(lines) if _TIME.fullmatch(line.text)]
    found: set[int] = set()
    for at in times if len(times) >= _MANY_TIMES else ():
        heads = [
            head
            for head in range(at + 1, min(at + 1 + _HEADS, len(lines)))
            if not lines[head].is_prose and not lines[head].cue
        ]
        start = at + 1 + len(heads)
        end = _end_of_prose(lines, start)
        if end > start:
            found.update(head for head in heads if len(lines[head].words) >= _HEADING_WORDS)
            found.update(range(start, end))
    return frozenset(found)


def sections_of(lines: Sequence[Line]) -> frozenset[int]:
    """List the lines of sections: headings that a list of contents named before, what is below.

    Teasers repeat headlines too, but not several in the same order.
    """
    first: dict[str, int] = {}
    found: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        named = first.setdefault(line.text, at)
        if named < at and _end_of_prose(lines, at + 1) > at + 1 and not line.is_prose:
            found.append((named, at))
    listed = {
        at
        for before, after in pairwise(found)
        if after[0] == before[0] + 1
        for at in (before[1], after[1])
    }
    return frozenset(line for at in listed for line in range(at, _end_of_prose(lines, at + 1)))


def _end_of_prose(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and lines[end].is_prose:
        end += 1
    return end


def next_story(lines: Sequence[Line], bylines: Sequence[bool]) -> int:
    """Say where the next story of a page without end begins; past the last line if none does.

    It has a heading that announces it, a headline, and a writer of its own.
    """
    written = 0
    for at, is_byline in enumerate(bylines):
        is_announced = any(line.cue == BlockKind.RELATED for line in lines[max(0, at - 3) : at])
        if is_byline and written and is_announced and _end_of_prose(lines, at + 1) > at + 1:
            return next(
                before for before in range(at - 1, -1, -1) if lines[before].cue == BlockKind.RELATED
            )
        written += is_byline
    return len(lines)


def _latin(text: str) -> tuple[int, int]:
    """Count the Latin letters of a line, and all."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter <= _LATIN_ENDS for letter in letters), len(letters)
