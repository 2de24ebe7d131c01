"""Tells which place "It" or "The lake" at the start of a sentence stands for, if that is sure.

It is sure where the sentence before, of the same paragraph, opens with the place it is about, or
where a noun points back and that sentence names just one place of its kind.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.story import distinct, is_same
from geo.claims.types.marked import Pointed
from geo.contracts import Span
from geo.lexicon import either, listed
from geo.lexicon.kept import compiled
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, StoryIndex

# Words that may stand before the place that a sentence opens with.
_OPENING = re.compile(r"(?:The|In|On|Though|Although|While|But|And)?\s?(?:[a-z]+\s)?")
_MOST_SENTENCES = 3
_TOWN, _LAND, _CAPITAL = "town", "country", "capital"
# Places at most that words may mean which name none.
_MOST_MEANT = 6
# Letters that a dateline has at most.
_DATELINE = 60


@cache
def _points() -> re.Pattern[str]:
    table = lists("pointing")
    nouns, own = either(table["nouns"]), either(table["own"])
    return compiled(
        rf"(?:{either(table['leads'])},?\s(?=it\s))?"
        rf"(?P<words>[Ii]t(?=['’]s\s)|[Ii]t|They|Its(?=\s{own}(?![^\W_]))|(?:The|That|This)\s(?P<noun>{nouns}))(?![^\W_])"
        r"(?!['’](?!s\s))"
    )


@cache
def _of_lands() -> re.Pattern[str]:
    return compiled(rf"\s{either(lists('pointing')['of_lands'])}(?![^\W_])")


def pointed_at(story: StoryIndex, index: int) -> Pointed | None:
    """Find the words that point back at the start of a sentence, and the place meant."""
    sentence = story.article.sentences[index]
    match = _points().match(sentence.text)
    if match is None or not index or _is_other_block(story, index):
        return None
    noun = re.sub(r"\s", " ", (match["noun"] or "").lower())
    noun = noun or (_LAND if _of_lands().match(sentence.text, match.end()) else "")
    mention = _opening(story, index - 1, _MOST_SENTENCES)
    if noun and (mention is None or not _is_kind(mention, noun)):
        mention = _only_one(story, index - 1, noun)
    mention = mention or (None if noun else _topic(story, index))
    if mention is None:
        return None
    start, end = (sentence.start + at for at in match.span("words"))
    words = match["words"]
    span = Span(start=start, end=end, text=words)
    return Pointed(span, mention, is_whose=words.lower() in listed("possessive"))


def land_before(story: StoryIndex, index: int) -> PlacedMention | None:
    """Find the country, region or island that the sentence before opens with, for an "its"."""
    if not index or _is_other_block(story, index):
        return None
    mention = _opening(story, index - 1, _MOST_SENTENCES)
    return mention if mention and mention.place and mention.place.is_area else None


def town_before(story: StoryIndex, index: int) -> PlacedMention | None:
    """Find the one town that the sentence before names: where "there" is."""
    return (
        _only_one(story, index - 1, _TOWN) if index and not _is_other_block(story, index) else None
    )


def pointed_back(
    story: StoryIndex, index: int, words: str, subject: PlacedMention, before: int
) -> list[PlacedMention]:
    """List what "it", "the capital" or nothing at all may mean beside a place, likeliest first.

    That is what its sentence names before an offset of the article, the last one first; for no
    word where the story is; then what the sentence before names.
    """
    here = [one for one in story.mentions.get(index, ()) if one.span.end <= before]
    if words.lower().split()[-1:] == [_CAPITAL]:
        found = [one for one in story.capitals if _is_of(one, subject)]
    elif words.lower() in lists("pointing")["where_told"]:
        found = [*story.here(index), *here[::-1]]
    else:
        found = here[::-1]
    if index and not _is_other_block(story, index):
        found = [*found, *story.mentions.get(index - 1, ())]
    usable = (one for one in found if one.can_be_subject and not is_same(one, subject))
    return distinct(one for one in usable if not _is_land_of(one, subject))[:_MOST_MEANT]


def _is_land_of(land: PlacedMention, town: PlacedMention) -> bool:
    """Whether a place is the country of another, beside which it is not set."""
    is_land = land.place is not None and land.place.feature_code.startswith("PCL")
    return is_land and not town.is_area and _is_of(town, land)


def _is_of(town: PlacedMention, subject: PlacedMention) -> bool:
    """Whether a capital is that of the country in which a place lies."""
    one, other = town.place, subject.place
    return bool(one and other and one.country_code == other.country_code)


def _is_kind(mention: PlacedMention, noun: str) -> bool:
    """Whether a noun may stand for a place, by GeoNames' class or code."""
    place = mention.place
    codes = lists("pointing")["nouns"][noun].split()
    return place is not None and any(
        code == place.feature_class or place.feature_code.startswith(code) for code in codes
    )


def _only_one(story: StoryIndex, index: int, noun: str) -> PlacedMention | None:
    """Find the one place of a kind that the nearest sentence before with any of it names."""
    for at in range(index, max(-1, index - _MOST_SENTENCES), -1):
        named = story.mentions.get(at, ())
        found = [one for one in named if _is_kind(one, noun) and not story.is_dateline(one)]
        alone = distinct(found)
        if alone:
            return alone[0] if len(alone) == 1 and alone[0].can_be_subject else None
        if _is_other_block(story, at):
            break
    return None


def _topic(story: StoryIndex, index: int) -> PlacedMention | None:
    """Find what "it" is by what the sentence before is about."""
    meant = story.document.referents.topics.get(index)
    if meant is None or not meant.toponym_id:
        return None
    found = story.mention(meant.toponym_id)
    return found if found is not None and found.can_be_subject else None


def _is_other_block(story: StoryIndex, index: int) -> bool:
    now, before = (story.article.sentences[at].start for at in (index, index - 1))
    return story.article.block_at(now) != story.article.block_at(before)


def _opening(story: StoryIndex, index: int, most: int) -> PlacedMention | None:
    """Find the place that a sentence opens with; through "It" that of the one before."""
    if index < 0 or not most:
        return None
    sentence = story.article.sentences[index]
    if index and _points().match(sentence.text) and not _is_other_block(story, index):
        return _opening(story, index - 1, most - 1)
    named = list(story.mentions.get(index, ()))
    start = sentence.start
    if named and story.is_dateline(named[0]):
        start = _behind_dateline(story, named.pop(0))
    first = next(iter(named), None)
    if first is None or not first.can_be_subject or first.span.start < start:
        return None
    return first if _OPENING.fullmatch(story.article.text[start : first.span.start]) else None


def _behind_dateline(story: StoryIndex, mention: PlacedMention) -> int:
    """Find where the words behind "LIMA, June 3 - " begin."""
    rest = story.article.text[mention.span.end : mention.span.end + _DATELINE]
    match = re.match(r"[^.!?]*?\s[-–—]+\s", rest)
    return mention.span.end + (match.end() if match else 0)
