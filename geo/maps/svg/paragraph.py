"""Breaks text into lines that fit a width, and draws them.

Lines break where Unicode's rules allow it (UAX #14, by the package uniseg); a word that is wider
than the line breaks between letters as they are read (UAX #29). Widths are those of
`geo.maps.style.text_metrics`, so that a line which fits here fits in all the usual fonts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.maps.style.text_metrics import ASCENT, DESCENT, Face, text_width
from geo.maps.svg.markup import element, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.maps.spec.model import Phrase

_FIGURE = re.compile(
    r"(?<=\d) (?=(?:km|mi|nmi|ft|yd|m|h|km/h|mph|kn|knots|miles|hours|days|kilometres)\b|%)"
)
_STRONG = frozenset({"L", "R", "AL"})
# Text that runs from right to left in a line that does not know it.
_NO_BREAK_AFTER = ("km/", "© ")
_EMBED, _END = "\u202b", "\u202c"
_MORE = "…"
_BOLD = 600
# A balanced title is narrowed in such steps, pixels.
_STEP_PX = 6.0
# Longer texts are cut before they are measured; no picture has room for them.
_MOST_LETTERS, _MOST_OF_TITLE = 4_000, 600

_Run = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph in lines; ``strong`` are stretches of it, by offsets, that are set bold."""

    text: str
    lines: tuple[_Run, ...]
    face: Face
    colour: str
    leading: float
    width: float
    strong: tuple[_Run, ...] = ()
    cut: bool = False

    @property
    def height(self) -> float:
        """Height of all lines, pixels."""
        return len(self.lines) * self.leading

    @property
    def set_lines(self) -> tuple[str, ...]:
        """The lines as they are read."""
        lines = [self.text[start:end].rstrip() for start, end in self.lines]
        if self.cut and lines:
            lines[-1] = f"{lines[-1].rstrip(' .,;:–—-')}{_MORE}"
        return tuple(lines)

    def draw(self, x: float, top: float, colours: Mapping[str, str]) -> str:
        """Write the lines, the first one's upper edge at ``top``; right to left at the right."""
        to_left = runs_to_left(self.text)
        parts = []
        for number, line in enumerate(self.set_lines):
            middle = top + (number + 0.5) * self.leading
            parts.append(
                element(
                    "text",
                    f"{_EMBED}{escaped(line)}{_END}" if to_left else self._marked(number, line),
                    x=x + self.width if to_left else x,
                    y=middle + (ASCENT - DESCENT) / 2 * self.face.size,
                    text_anchor="end" if to_left else None,
                    font_size=self.face.size,
                    font_weight=self.face.weight,
                    letter_spacing=self.face.spacing or None,
                    fill=colours[self.colour],
                )
            )
        return "".join(parts)

    def _marked(self, number: int, line: str) -> str:
        start = self.lines[number][0]
        cuts = {0, len(line)}
        for low, high in self.strong:
            cuts.update(min(max(at - start, 0), len(line)) for at in (low, high))
        edges = sorted(cuts)
        return "".join(
            element("tspan", escaped(line[low:high]), font_weight=_BOLD)
            if any(a <= low + start < b for a, b in self.strong)
            else escaped(line[low:high])
            for low, high in pairwise(edges)
        )


def set_text(  # noqa: PLR0913 - what a paragraph is set in, each by its name
    text: str, face: Face, width: float, *, colour: str = "ink", leading: float, most: int = 99
) -> Text:
    """Set a paragraph in at most so many lines; what has no room ends in an ellipsis."""
    text = _tidy(text)
    lines = _lines(text, face, width)
    cut = len(lines) > most or len(text) >= _MOST_LETTERS
    if cut:
        lines = lines[:most]
        start, end = lines[-1]
        end = _shortened(text, start, end, face, width)
        lines = [*lines[:-1], (start, end)]
    return Text(
        text=text,
        lines=tuple(lines),
        face=face,
        colour=colour,
        leading=leading,
        width=width,
        cut=cut,
    )


@lru_cache(maxsize=64)
def set_title(
    text: str, sizes: tuple[float, ...], width: float, *, most: int, height: float = 1e9
) -> Text:
    """Set a title as large as fits, in lines of about the same length."""
    made, text = None, text[:_MOST_OF_TITLE]
    for size in sizes:
        face, leading = Face(size=size, weight=700), size * 1.2
        room = max(min(most, int(height / leading)), 1)
        made = set_text(text, face, width, leading=leading, most=room)
        if not made.cut:
            return _balanced(made)
    assert made is not None  # noqa: S101 - there is at least one size
    return made


def set_phrases(
    phrases: Sequence[Phrase], face: Face, width: float, *, leading: float, most: int = 99
) -> Text:
    """Set phrases as one paragraph, the strong ones bold."""
    strong, at = [], 0
    for phrase in phrases:
        if phrase.strong:
            strong.append((at, at + len(phrase.text)))
        at += len(phrase.text)
    whole = "".join(phrase.text for phrase in phrases)
    bold = Face(size=face.size, weight=_BOLD)
    made = set_text(whole, bold, width, colour="quiet", leading=leading, most=most)
    # What was tidied away would have moved the offsets.
    kept = tuple(strong) if len(made.text) == len(whole) else ()
    return replace(made, face=face, strong=kept)


def runs_to_left(text: str) -> bool:
    """Whether the first letter with a direction is one of those written from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in _STRONG), "L") != "L"


def _tidy(text: str) -> str:
    """Make one paragraph in which no figure stands apart from its unit."""
    # A no-break space stays one; all other white space is a space.
    plain = re.sub(r"[^\S\u00a0]+", " ", text[:_MOST_LETTERS]).strip()
    return _FIGURE.sub("\u00a0", plain)


def _balanced(made: Text) -> Text:
    """Narrow the lines as far as their number allows."""
    if len(made.lines) == 1:
        return made
    best, width = made.lines, made.width
    while (width := width - _STEP_PX) > made.width / 2:
        lines = _lines(made.text, made.face, width)
        if len(lines) > len(made.lines):
            break
        best = tuple(lines)
    return replace(made, lines=best)


def _lines(text: str, face: Face, width: float) -> list[_Run]:
    """Fill line after line with as many units as fit."""
    lines: list[_Run] = []
    start = end = 0
    for low, high in _units(text, face, width):
        if end > start and text_width(text[start:high].rstrip(), face) > width:
            lines.append((start, end))
            start = low
        end = high
    if end > start:
        lines.append((start, end))
    return lines


@lru_cache(maxsize=256)
def _breakable(text: str) -> tuple[str, ...]:
    """Cut a text where lines may break."""
    from uniseg.linebreak import line_break_units  # noqa: PLC0415 - only stills need it

    return tuple(_joined(line_break_units(text)))


def _units(text: str, face: Face, width: float) -> Iterator[_Run]:
    """Cut a text where lines may break; and words that are too wide, between their letters."""
    from uniseg.graphemecluster import grapheme_clusters  # noqa: PLC0415 - only stills need it

    at = 0
    for unit in _breakable(text):
        whole = text_width(unit.rstrip(), face) <= width
        for part in (unit,) if whole else grapheme_clusters(unit):
            yield at, at + len(part)
            at += len(part)


def _joined(units: Iterable[str]) -> Iterator[str]:
    """Keep "km/h" and the sign before a name of whom something is owed to in one piece."""
    held = ""
    for unit in units:
        held += unit
        if not held.endswith(_NO_BREAK_AFTER):
            yield held
            held = ""
    if held:
        yield held


def _shortened(text: str, start: int, end: int, face: Face, width: float) -> int:
    """Find the end of a last line that leaves room for an ellipsis, at a word if there is one."""
    room = width - text_width(_MORE, face)
    while end > start + 1 and text_width(text[start:end].rstrip(), face) > room:
        blank = text.rfind(" ", start + 1, end - 1)
        end = blank if blank > start else end - 1
    return end
