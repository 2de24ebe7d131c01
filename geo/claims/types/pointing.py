"""Tells which place "It" or "The country" at the start of a sentence stands for, if that is sure.

It is sure where the sentence before, of the same paragraph, opens with the place it is about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.types.marked import Pointed
from geo.contracts import Span

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, StoryIndex

_POINTS = re.compile(
    r"(?:It|They|Its(?= (?:clocks|capital|land|border|area|highest))"
    r"|The (?:whole )?(?:country|kingdom|republic|nation|state|province|region|island|islands|city"
    r"|town|village|territory|archipelago))(?![^\W_])"
)
# Words that may stand before the place that a sentence opens with.
_OPENING = re.compile(r"(?:The|In|On|Though|Although|While|But|And)?\s?(?:[a-z]+\s)?")
_MOST_SENTENCES = 3


def pointed_at(story: StoryIndex, index: int) -> Pointed | None:
    """Find the words that point back at the start of a sentence, and the place meant."""
    sentence = story.article.sentences[index]
    match = _POINTS.match(sentence.text)
    mention = _opening(story, index - 1, _MOST_SENTENCES) if match else None
    if match is None or mention is None or _is_other_block(story, index):
        return None
    end = sentence.start + match.end()
    return Pointed(Span(start=sentence.start, end=end, text=match[0]), mention)


def _is_other_block(story: StoryIndex, index: int) -> bool:
    now, before = (story.article.sentences[at].start for at in (index, index - 1))
    return story.article.block_at(now) != story.article.block_at(before)


def _opening(story: StoryIndex, index: int, most: int) -> PlacedMention | None:
    """Find the place that a sentence opens with; through "It" that of the one before."""
    if index < 0 or not most:
        return None
    sentence = story.article.sentences[index]
    if index and _POINTS.match(sentence.text) and not _is_other_block(story, index):
        return _opening(story, index - 1, most - 1)
    first = next(iter(story.mentions.get(index, ())), None)
    if first is None or not first.can_be_subject:
        return None
    before = story.article.text[sentence.start : first.span.start]
    return first if _OPENING.fullmatch(before) else None
