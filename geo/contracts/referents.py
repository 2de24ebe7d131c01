"""Whom and what a story speaks of, and which of its words mean them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.contracts.journeys import Mode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.contracts.text import Span


class Sort(StrEnum):
    """What the head of a noun phrase may be."""

    NAME = "name"  # "Maria Lopez", "the Blue Heron"
    PRONOUN = "pronoun"
    PERSON = "person"  # "the foreign minister"
    GROUP = "group"  # "soldiers"
    VEHICLE = "vehicle"
    CARGO = "cargo"  # moves only where it is carried: "the grain"
    PLACE = "place"
    THING = "thing"  # cannot travel: "prices"
    EVENT = "event"  # is somewhere: "the crash", "the quake"
    OTHER = "other"


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Referent:
    """Somebody or something that a story speaks of; equal to itself alone.

    Attributes
    ----------
    shown : as shown to people.
    names : parts of its name, in small letters.
    heads : nouns that it was called by, in the singular.
    mode : by what it goes, where its words say so.
    owner : whose vehicle it is.
    whole : whom it is a part of: "two of them".
    told : how often it is spoken of.
    acts : whether it is ever the one who does something.
    toponym_id : of a place, the name that it bears in the text.
    """

    shown: str
    sort: Sort
    names: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    mode: Mode = Mode.UNKNOWN
    is_many: bool = False
    owner: Referent | None = None
    whole: Referent | None = None
    told: int = 0
    acts: bool = False
    toponym_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that mean somebody or something told of before: "she", "the ship", "a third".

    ``reason`` says why; ``others`` are those whom the words would fit as well.
    """

    span: Span
    to: Referent
    reason: str
    others: tuple[Referent, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Referents:
    """Whom the words of a story mean.

    Attributes
    ----------
    all : in the order in which the story meets them.
    meant : by the index of the sentence and of the word in it.
    called : how each of them was shown to people as far as the story was read then, likewise.
    speakers : by the index of the sentence in which somebody is said to say something.
    links : the words that point back, in the order of the text.
    topics : what "it" or "they" at the head of a sentence is said of, by the sentence's index;
        what has no place of its own is told here as well as what has.
    places : what "there", "here" and "the town" mean, by the indices of sentence and word.
    """

    all: tuple[Referent, ...] = ()
    meant: Mapping[tuple[int, int], Referent] = field(default_factory=dict)
    called: Mapping[tuple[int, int], str] = field(default_factory=dict)
    speakers: Mapping[int, Referent] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    topics: Mapping[int, Referent] = field(default_factory=dict)
    places: Mapping[tuple[int, int], Link] = field(default_factory=dict)

    def links_in(self, span: Span) -> tuple[Link, ...]:
        """List the words that point back and begin in a span of the article, in order."""
        first = bisect_left(self.links, span.start, key=_start)
        return self.links[first : bisect_left(self.links, span.end, lo=first, key=_start)]


def _start(link: Link) -> int:
    return link.span.start
