"""The article as every stage sees it: its text, untouched, and what each part of it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import msgspec

# Characters; a sentence of a newspaper has 130 on average and under 1,000 at most. Longer ones are
# read in pieces, so that nothing is searched around for ever.
LONGEST_PIECE = 1_000


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the article: ``article.text[start:end] == text``, in code points, half-open."""

    # A story has a thousand of them; to make a frozen dataclass takes six times as long.

    start: int
    end: int
    text: str

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def pieces(self, longest: int) -> Iterator[Span]:
        """Cut words without an end at blanks, into pieces of at most ``longest`` characters."""
        start, text = 0, self.text
        while len(text) - start > longest:
            blank = text.rfind(" ", start + 1, start + longest)
            end = blank if blank > start else start + longest
            yield Span(start=self.start + start, end=self.start + end, text=text[start:end])
            start = end
        yield Span(start=self.start + start, end=self.end, text=text[start:])


class BlockKind(StrEnum):
    """What a stretch of the text is."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    BIOGRAPHY = "biography"
    ADVERTISING = "advertising"
    RELATED = "related"
    CREDIT = "credit"
    NAVIGATION = "navigation"


STORY_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.BODY, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph or line of the text and what it is; ``reason`` says why, in words."""

    kind: BlockKind
    span: Span
    reason: str = ""

    @property
    def is_story(self) -> bool:
        """Whether places in this block belong to the story."""
        return self.kind in STORY_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text as it came in, with what is known about it besides.

    ``blocks`` are the parts of the text where its file says what they are; without them they are
    told from the text. ``language`` is an ISO 639 code; "" where the text shall tell.
    """

    text: str
    title: str = ""
    published: date | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news text as given, with its blocks and the sentences of its story.

    Only a name in which other letters pose as ours differs: it is written as it looks.

    Attributes
    ----------
    id : SHA-256 of the text, hexadecimal, first 16 digits.
    blocks : in order, never overlapping; every non-blank character lies in one.
    sentences : the sentences of the story blocks only, in order; a headline is one sentence.
    """

    id: str
    title: str
    text: str
    language: str = "en"
    published: date | None = None
    url: str | None = None
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the text."""
        return Span(start=start, end=end, text=self.text[start:end])

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds the character at ``offset``; None outside the story."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return index
        return None

    def block_at(self, offset: int) -> Block | None:
        """Find the block that holds the character at ``offset``."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if index >= 0 and offset < self.blocks[index].span.end:
            return self.blocks[index]
        return None
