"""Cuts a text into blocks: paragraphs and lines, each with what it is and why.

What is not the story (advertising, sign-up lines, credits, biographies, related links) is told by
its words, its form and its neighbours; without positive evidence a line counts as story, because
a name lost is not seen by anyone and a name too many is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import STORY_KINDS, Block, BlockKind, Span
from geo.lexicon import either, listed
from geo.lexicon.kept import compiled
from geo.lexicon.tables import nested
from geo.read.cues import SENTENCE_END, junk_of
from geo.read.page_lines import Line, looks_like_a_page, story_lines
from geo.read.page_parts import comments_of, entries_of, in_other_letters, next_story, sections_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = re.compile(r"\n[ \t\r\f\v]*(?:\n[ \t\r\f\v]*)+")
_TERMINAL = re.compile(r"[.!?…:;,][\"'”’)\]»]{0,3}$")
_BYLINE = re.compile(r"(?i:by)\s+([A-Z][\w’'.-]+(?:[ ,]+[\w’'.-]+){0,12})$")
_NAME_ALONE = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){1,3}$")
_OTHER_CASE = re.compile(r"[a-z(]")
_HEADLINE_LENGTH = 200
_STORY_WORDS = 20  # a paragraph of so many words with a stop is nobody's related link
_WRAPPED_SHARE = 0.6
_FILLED, _FILLED_LENGTH = 0.4, 30
_BIOGRAPHY_CUES = 2
_JUNK_ON_TOP = 12  # so many lines of menu may stand above the headline
# What is left out of a page pasted whole is less likely the story than this; a paragraph lost is
# worse than a teaser read.
_LEAST_CHANCE, _LEAST_OF_PROSE = 0.5, 0.25
_SURE = 0.8  # running text so likely the story ends what stands under a heading for others
_BYLINE_REACH = 30  # so far above a biography its writer may be named


def find_blocks(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks and say what each is."""
    spans = list(_spans(text))
    lines = [_line(span) for span in spans]
    chances = story_lines(lines) if looks_like_a_page(lines) else []
    foreign, opened = in_other_letters(lines), entries_of(lines) | sections_of(lines)
    left = _left_out(spans, lines)
    blocks: list[Block] = []
    in_related = False
    for index, span in enumerate(spans):
        is_first = all(block.kind not in STORY_KINDS for block in blocks[:_JUNK_ON_TOP])
        kind, reason = _kind(spans, index, is_first=is_first and index <= _JUNK_ON_TOP)
        if kind is BlockKind.RELATED:
            in_related = True
        elif (
            in_related
            and kind is BlockKind.BODY
            and not _is_long_prose(span.text)
            and not (chances and lines[index].is_prose and chances[index] >= _SURE)
        ):
            kind, reason = BlockKind.RELATED, "stands under a heading for related links"
        elif kind is BlockKind.BODY:
            in_related = False
        opens = index in opened or (lines[index].is_prose and _is_below_headline(blocks, lines))
        if (
            kind is BlockKind.BODY
            and chances
            and not opens
            and chances[index] < _least(lines[index])
        ):
            kind, reason = BlockKind.NAVIGATION, "stands among lines that are not the story"
        if kind is BlockKind.BODY and index in foreign:
            kind, reason = BlockKind.NAVIGATION, "is written in other letters than the story"
        if kind in STORY_KINDS and index in left:
            kind, reason = left[index]
        blocks.append(Block(kind=kind, span=span, reason=reason))
    return tuple(blocks)


def _left_out(spans: list[Span], lines: list[Line]) -> dict[int, tuple[BlockKind, str]]:
    """Tell what stands below the story of a page that was pasted whole, though it reads alike."""
    bylines = [bool(_BYLINE.match(span.text)) for span in spans]
    comment = BlockKind.NAVIGATION, "is a reader's comment"
    after = BlockKind.RELATED, "belongs to the next story"
    below = range(next_story(lines, bylines), len(lines))
    return dict.fromkeys(comments_of(lines), comment) | dict.fromkeys(below, after)


def _is_below_headline(blocks: list[Block], lines: list[Line]) -> bool:
    """Whether nothing but running text stands between the headline and the line that comes next."""
    for block, line in zip(reversed(blocks), reversed(lines[: len(blocks)]), strict=True):
        if not line.is_prose:
            return block.kind is BlockKind.HEADLINE
    return False


def _least(line: Line) -> float:
    return _LEAST_OF_PROSE if line.is_prose else _LEAST_CHANCE


def lines_of(text: str) -> list[Line]:
    """Cut a text into lines, each with what its words say that it is."""
    return [_line(span) for span in _spans(text)]


def _line(span: Span) -> Line:
    junk = junk_of(span.text)
    return Line(text=span.text, cue=junk[0].value if junk else "")


def judge_blocks(given: tuple[Block, ...]) -> tuple[Block, ...]:
    """Keep what a file says of its parts; what it takes for story is judged by its words."""
    spans = [block.span for block in given]
    judged = []
    for index, block in enumerate(given):
        kind, reason = block.kind, block.reason
        if kind is BlockKind.BODY:
            kind, reason = _kind(spans, index, is_first=False)
        judged.append(replace(block, kind=kind, reason=reason or block.reason))
    return tuple(judged)


def _spans(text: str) -> Iterator[Span]:
    """Yield paragraphs; a paragraph whose lines are not just wrapped prose is cut into lines."""
    start = 0
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        chunk = text[start:end]
        if "\n" in chunk.strip() and not _is_wrapped(chunk):
            at = start
            for line in chunk.splitlines(keepends=True):
                yield from _cut(text, at, at + len(line))
                at += len(line)
        else:
            yield from _cut(text, start, end)
        start = gap.end() if gap else end


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    words = piece.strip()
    if words:
        first = start + len(piece) - len(piece.lstrip())
        yield Span(start=first, end=first + len(words), text=words)


def _is_wrapped(chunk: str) -> bool:
    """Whether the line breaks inside a paragraph only wrap it, as e-mail and agencies do."""
    lines = [line.strip() for line in chunk.strip().splitlines() if line.strip()]
    breaks = list(pairwise(lines))
    longest = max(map(len, lines))
    # A line that is wrapped is filled: a word or two above a paragraph is a line of its own.
    least = min(_FILLED * longest, _FILLED_LENGTH)
    running_on = sum(1 for line, after in breaks if len(line) >= least and _runs_on(line, after))
    even = sum(1 for line in lines[:-1] if len(line) >= _WRAPPED_SHARE * longest)
    is_even = len(lines) > 2 and even >= 0.8 * (len(lines) - 1) and longest <= 100  # noqa: PLR2004
    return bool(running_on) and (running_on >= 0.3 * len(breaks) or is_even)


def _runs_on(line: str, after: str) -> bool:
    """Whether a sentence goes on over a line break: by how one line ends and the other begins."""
    if _TERMINAL.search(line):
        return False
    return bool(_OTHER_CASE.match(after)) or line.rsplit(maxsplit=1)[-1] in listed("runs_on")


def _kind(spans: list[Span], index: int, *, is_first: bool) -> tuple[BlockKind, str]:
    text = spans[index].text
    junk = junk_of(text)
    if junk is not None:
        return junk
    if _is_biography(spans, index):
        return BlockKind.BIOGRAPHY, "tells who the writer is"
    if _is_byline(spans, index):
        return BlockKind.BYLINE, "names the writer"
    if is_first and _is_headline(spans, index):
        return BlockKind.HEADLINE, "stands first and is no sentence"
    return BlockKind.BODY, ""


def _is_headline(spans: list[Span], index: int) -> bool:
    text = spans[index].text
    return (
        index + 1 < len(spans)
        and len(text) <= _HEADLINE_LENGTH
        and not re.search(r"[.…][\"'”’)\]»]{0,3}$", text)
    )


def _is_byline(spans: list[Span], index: int) -> bool:
    text = spans[index].text
    if _BYLINE.match(text) and not SENTENCE_END.search(text):
        return True
    if index and (named := _BYLINE.match(spans[index - 1].text)):
        # What the writer did is told below the name: a note of the paper, not the story.
        return text.startswith(f"{named[1]} ") and len(text.split()) <= _STORY_WORDS
    if not _NAME_ALONE.match(text):
        return False
    # A name alone is a byline only where the next paragraph says who that is.
    return index + 1 < len(spans) and _is_biography(spans, index + 1)


def _is_biography(spans: list[Span], index: int) -> bool:
    """Whether a paragraph tells who the writer is: a name, "is a … reporter", and what else."""
    text = spans[index].text
    opening = _somebody_is().match(text)
    if opening is None or '"' in text or "“" in text:
        return False
    words = text.lower().replace("’", "'")
    head = words[:200]
    lexicon = nested("pages")
    roles = [role for role in lexicon["biography_roles"] if re.search(rf"\b{role}s?\b", head)]
    cues = [cue for cue in lexicon["biography_cues"] if cue in words]
    named_before = any(
        opening[1] in span.text and _names_the_writer(span.text, opening[1])
        for span in (*spans[: min(index, 3)], *spans[max(0, index - _BYLINE_REACH) : index])
    )
    stands_late = index >= 2 and index >= 0.5 * len(spans)  # noqa: PLR2004 - the second half
    if named_before:
        return len(cues) >= _BIOGRAPHY_CUES - bool(roles)
    return bool(roles) and stands_late and len(cues) >= _BIOGRAPHY_CUES


@cache
def _somebody_is() -> re.Pattern[str]:
    heads = either(nested("pages")["biography_heads"])
    verbs = either(nested("pages")["biography_verbs"])
    return compiled(rf"(?i:{heads}:?\s*)?([A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]*){{0,3}})\s+{verbs}\s")


def _names_the_writer(line: str, name: str) -> bool:
    return line == name or bool(_BYLINE.match(line)) or junk_of(line) is not None


def _is_long_prose(text: str) -> bool:
    return len(text.split()) >= _STORY_WORDS and bool(SENTENCE_END.search(text))
