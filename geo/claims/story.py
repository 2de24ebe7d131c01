"""The article with its places and journeys goes in; who is near a figure can then be asked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from geo.claims.told import Legs, Told
from geo.contracts import (
    Article,
    BlockKind,
    Dimension,
    Leg,
    Place,
    Sense,
    Span,
    Toponym,
    ToponymKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.contracts import Amount, Document, Geocode, Itinerary, Subject

_NEAR_CHARACTERS = 160

# Datelines before a sentence that it may belong to; no story has so many.
_MOST_LINES = 40

# "US" and "UAE" open a paragraph in capitals without being its dateline.
_SHORT_NAME = 3
# Parks and reserves are areas, and yet what a distance is told of.
_PARKS = frozenset({"PRK", "RESN", "RESF", "RESW"})
_POLE_DEG = 89.9  # nearer to a pole than this lies a pole


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMention:
    """A place name of the text and where it is, if known; ``town`` as in `Geocode.town`."""

    toponym: Toponym
    place: Place | None
    town: Place | None = None

    @property
    def span(self) -> Span:
        """Return the words."""
        return self.toponym.span

    @property
    def can_be_subject(self) -> bool:
        """Whether something stands there: the place itself is meant, and it is known."""
        return (
            self.place is not None
            and self.toponym.sense is Sense.LITERAL
            and self.toponym.kind is not ToponymKind.DEMONYM
        )

    @property
    def is_area(self) -> bool:
        """Whether no spot is meant: an area that is no park, and no town of its name in it."""
        is_area = self.place is not None and self.place.is_area
        return is_area and self.town is None and not self.is_park

    @property
    def is_park(self) -> bool:
        """Whether it is a park or a reserve."""
        return self.place is not None and self.place.feature_code in _PARKS


@dataclass(frozen=True, kw_only=True)
class StoryIndex:
    """What the earlier stages found, by sentence.

    Three more fill as claims are read: ``said_of`` holds the place that the last distance of a
    sentence was said of, which "it" in the next sentence is; ``seen_from`` where the distances of
    a sentence were counted from that name no far end, if no name close by gave it; ``apart`` both
    ends of a sentence's only distance, between which "the flight" of the next one goes.
    """

    article: Article
    document: Document
    mentions: dict[int, tuple[PlacedMention, ...]]
    told: tuple[Told, ...]
    said_of: dict[int, PlacedMention] = field(default_factory=dict)
    seen_from: dict[int, PlacedMention] = field(default_factory=dict)
    apart: dict[int, Subject] = field(default_factory=dict)

    def topic(self, index: int) -> PlacedMention | None:
        """Find the place that "it" or "the town" in a sentence is likely to be.

        The first place of the sentence before in the same block; else the dateline; else the first
        place of the headline or, failing that, of the story.
        """
        block = self.article.block_at(self.article.sentences[index].start)
        before = index - 1
        if before >= 0 and block == self.article.block_at(self.article.sentences[before].start):
            named = [one for one in self.mentions.get(before, ()) if not self.is_dateline(one)]
            found = self.said_of.get(before) or _first_subject(named)
            if found:
                return found
        first = next((at for at in self._subjects if at < index), None)
        dateline = next((at for at in self._datelines if at in self._subjects), first)
        return None if dateline is None else self._subjects[dateline]

    def here(self, index: int) -> list[PlacedMention]:
        """List where a sentence may take place, likeliest first: the dateline, then its topic.

        Each place stands there once.
        """
        end = bisect_right(self._lines, index)
        lines = reversed(self._lines[max(0, end - _MOST_LINES) : end])
        found = [self._subjects.get(at) for at in lines]
        found.append(self.topic(index))
        found += [_first_subject(reversed(self.mentions.get(index - 1, ())))]
        return distinct(mention for mention in found if mention)

    def is_dateline(self, mention: PlacedMention) -> bool:
        """Whether a place only opens its paragraph: "ODESA — Shells fell on Izmail"."""
        block = self.article.block_at(mention.span.start)
        is_first = block is not None and block.span.start == mention.span.start
        return is_first and mention.span.text.isupper()

    def mention(self, toponym_id: str) -> PlacedMention | None:
        """Find the mention that a toponym is; None where it stands in a wider one."""
        return self._by_id.get(toponym_id)

    @cached_property
    def capitals(self) -> list[PlacedMention]:
        """The capitals that the story names, each once."""
        named = self._by_id.values()
        return distinct(one for one in named if one.place and one.place.feature_code == "PPLC")

    @cached_property
    def poles(self) -> list[PlacedMention]:
        """The poles that the story names, each once."""
        named = self._by_id.values()
        return distinct(one for one in named if one.place and abs(one.place.lat) > _POLE_DEG)

    @cached_property
    def _by_id(self) -> dict[str, PlacedMention]:
        return {one.toponym.id: one for found in self.mentions.values() for one in found}

    @cached_property
    def _subjects(self) -> dict[int, PlacedMention]:
        """The first town or other spot of each sentence that names one, in order."""
        found = ((at, _first_subject(self.mentions[at])) for at in sorted(self.mentions))
        return {at: one for at, one in found if one is not None}

    @cached_property
    def _lines(self) -> list[int]:
        """Sentences that tell where what follows takes place, in order."""
        return sorted((*self._datelines, *self._capitals()))

    def _capitals(self) -> Iterator[int]:
        """Find paragraphs that open with a place in capitals: a dateline set into the text."""
        starts = {block.span.start for block in self.article.blocks if block.kind is BlockKind.BODY}
        for index, mentions in self.mentions.items():
            name = mentions[0].span
            if name.start in starts and name.text.isupper() and len(name.text) > _SHORT_NAME:
                yield index

    @cached_property
    def _datelines(self) -> list[int]:
        starts = (b.span.start for b in self.article.blocks if b.kind is BlockKind.DATELINE)
        return [at for start in starts if (at := self.article.sentence_at(start)) is not None]

    @cached_property
    def legs(self) -> Legs:
        """The journeys that are told, by the sentences that tell of them."""
        return Legs(self.told)


@dataclass(kw_only=True)
class Scene:
    """One sentence with its amounts and mentions, and what has been claimed in it so far.

    ``sentence`` is a piece of it where it is longer than any sentence that people write.
    ``seen_from`` is where directions without an anchor are counted from, ``taken_from`` what the
    subject may be where only "it" or "the town" names it. ``told_until`` is where the last distance
    from "the capital" ends, which names no anchor.
    """

    story: StoryIndex
    index: int
    sentence: Span
    amounts: tuple[Amount, ...]
    anchors: set[str] = field(default_factory=set)
    subject: PlacedMention | None = None
    told_until: int = 0
    seen_from: tuple[PlacedMention, ...] = ()
    taken_from: tuple[str, ...] = ()
    leg: Leg | None = None

    @cached_property
    def mentions(self) -> tuple[PlacedMention, ...]:
        """The places named in the sentence, in order, the widest where they overlap."""
        found = self.story.mentions.get(self.index, ())
        return tuple(mention for mention in found if self.sentence.covers(mention.span))

    def between(self, start: int, end: int) -> str:
        """Cut words out of the article."""
        return self.story.article.text[start:end]

    def before(self, offset: int) -> str:
        """Return the words of the sentence before an offset of the article."""
        return self.between(self.sentence.start, offset)

    def just_before(self, offset: int) -> str:
        """Return the last words before an offset: as far as verbs and nouns reach to a figure."""
        return self.between(max(self.sentence.start, offset - _NEAR_CHARACTERS), offset)

    def after(self, offset: int) -> str:
        """Return the next words of the sentence from an offset of the article on."""
        return self.between(offset, min(self.sentence.end, offset + 2 * _NEAR_CHARACTERS))

    def has(self, dimension: Dimension) -> bool:
        """Whether the sentence holds an amount of this dimension."""
        return any(amount.quantity.dimension is dimension for amount in self.amounts)


def build_story(
    article: Article,
    document: Document,
    toponyms: Sequence[Toponym],
    geocodes: Sequence[Geocode],
    itineraries: Sequence[Itinerary],
) -> StoryIndex:
    """Sort what is known by sentence."""
    places = {one.toponym_id: one for one in geocodes if not one.is_guess}
    mentions: dict[int, list[PlacedMention]] = {}
    where: dict[str, int] = {}
    for toponym in _widest(toponyms):
        index, found = article.sentence_at(toponym.span.start), places.get(toponym.id)
        # A line round the globe has no place of its own: statements have words for it.
        is_line = found is not None and found.place is not None and found.place.is_parallel
        if index is not None and not is_line:
            place, town = (found.place, found.town) if found else (None, None)
            mention = PlacedMention(toponym=toponym, place=place, town=town)
            mentions.setdefault(index, []).append(mention)
    for toponym in toponyms:
        index = article.sentence_at(toponym.span.start)
        if index is not None:
            where[toponym.id] = index
    return StoryIndex(
        article=article,
        document=document,
        mentions={index: tuple(found) for index, found in mentions.items()},
        told=tuple(
            Told(leg=leg, sentences=_sentences(article, leg, where))
            for itinerary in itineraries
            for leg in itinerary.legs
        ),
    )


def _widest(toponyms: Iterable[Toponym]) -> list[Toponym]:
    """Drop names inside descriptions, and places given by a distance, which claims are about."""
    kept: list[Toponym] = []
    usable = (toponym for toponym in toponyms if toponym.kind is not ToponymKind.RELATIVE)
    for toponym in sorted(usable, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or not kept[-1].span.overlaps(toponym.span):
            kept.append(toponym)
    return kept


def _sentences(article: Article, leg: Leg, where: dict[str, int]) -> tuple[int, ...]:
    spans = [one.span for one in leg.evidence if one.span]
    spans += [when.span for when in (leg.departed, leg.arrived) if when and when.span]
    if leg.stop:
        spans.append(leg.stop)
    found = {article.sentence_at(span.start) for span in spans}
    ends = [end for end in (leg.origin, *leg.via, leg.destination) if end and not end.inferred]
    found |= {where.get(end.toponym_id) for end in ends}
    return tuple(sorted(index for index in found if index is not None))


def _first_subject(mentions: Iterable[PlacedMention]) -> PlacedMention | None:
    for mention in mentions:
        if mention.can_be_subject and mention.place and not mention.place.is_area:
            return mention
    return None


def distinct(mentions: Iterable[PlacedMention]) -> list[PlacedMention]:
    """Keep the first mention of each place."""
    kept: dict[str, PlacedMention] = {}
    for mention in mentions:
        if mention.place is not None:
            kept.setdefault(mention.place.feature_id, mention)
    return list(kept.values())


def is_same(one: PlacedMention, other: PlacedMention) -> bool:
    """Whether two mentions are of one place."""
    ids = [mention.place and mention.place.feature_id for mention in (one, other)]
    return ids[0] is not None and ids[0] == ids[1]
