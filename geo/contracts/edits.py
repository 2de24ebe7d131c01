"""Corrections that a person makes: each stands on top of the analysis and can be taken back.

An edit is tied to words of the article, not to a number: it holds when the text changes around
them, and when an analysis finds more or less than before.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from geo.contracts.journeys import LegStatus, Mode
from geo.contracts.places import Place, Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of the article, with some of what stands around them.

    Attributes
    ----------
    quote : the words themselves.
    before, after : the characters next to them, by which one of several such words is told.
    start : where they stood, in code points; the nearest is meant where nothing else tells.
    """

    quote: str
    before: str = ""
    after: str = ""
    start: int = 0


class Standing(StrEnum):
    """What a person says of a claim."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    NOTED = "noted"


class Correction(msgspec.Struct, frozen=True, kw_only=True, tag_field="edit"):
    """What all edits have: the words that they are about, and a note by whoever made them."""

    anchor: Anchor
    note: str = ""


class ChosenPlace(Correction, frozen=True, kw_only=True, tag="place"):
    """The words mean this place; words that nobody took for a name become one.

    ``everywhere``: so do the same words wherever they stand as a name.
    """

    place: Place
    everywhere: bool = True


class NoPlace(Correction, frozen=True, kw_only=True, tag="no place"):
    """The words name no place."""

    everywhere: bool = True


class OtherSense(Correction, frozen=True, kw_only=True, tag="sense"):
    """The words stand for the place itself, or only for somebody tied to it."""

    sense: Sense
    everywhere: bool = True


class ShownAs(Correction, frozen=True, kw_only=True, tag="shown"):
    """How the place of the words is shown on the map: under another label, or not at all."""

    label: str = ""
    hidden: bool = False


class ChangedLeg(Correction, frozen=True, kw_only=True, tag="leg"):
    """What is otherwise in a leg; what is None stays as it was found.

    Attributes
    ----------
    number : which of the legs that begin with the anchor's words, from 0.
    removed : nobody made this journey.
    ends : words of the article for the origin, the via points and the destination, in the order of
        the way; None for an end that is not known.
    ended : words of the article for where it got to in the stead of its destination; empty where
        that is not told.
    """

    number: int = 0
    removed: bool = False
    traveller: str | None = None
    mode: Mode | None = None
    status: LegStatus | None = None
    ends: tuple[Anchor | None, ...] | None = None
    ended: tuple[Anchor, ...] | None = None
    departed: str | None = None
    arrived: str | None = None


class SplitLeg(Correction, frozen=True, kw_only=True, tag="split"):
    """Two legs in the place of one that goes by way of the words ``at``."""

    number: int = 0
    at: Anchor


class JoinedLegs(Correction, frozen=True, kw_only=True, tag="joined"):
    """One leg in the place of a leg and the one that follows it."""

    number: int = 0


class AddedLeg(Correction, frozen=True, kw_only=True, tag="added"):
    """A journey of one leg that the words tell of, and that was not found.

    From then on it is a leg as others are, and corrected as they are.

    Attributes
    ----------
    number : which of the legs that begin with the anchor's words it is to be, from 0.
    ends : as in `ChangedLeg`; at least one is known.
    ended : words of the article for where it got to in the stead of its destination.
    departed, arrived : times, in any words; empty where they are not told.
    """

    number: int = 0
    traveller: str = ""
    mode: Mode = Mode.UNKNOWN
    status: LegStatus = LegStatus.HAPPENED
    ends: tuple[Anchor | None, ...]
    ended: Anchor | None = None
    departed: str = ""
    arrived: str = ""


class JudgedClaim(Correction, frozen=True, kw_only=True, tag="claim"):
    """What a person says of a claim; a dismissed one is listed and no longer counted."""

    standing: Standing


class CheckedFigure(Correction, frozen=True, kw_only=True, tag="figure"):
    """A figure that is the distance between two places, each given by its words."""

    subject: Anchor
    measured_to: Anchor


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A point of the earth, WGS 84 degrees."""

    lon: float
    lat: float


class KeptMeasure(Correction, frozen=True, kw_only=True, tag="measure"):
    """A line that was measured on the map along geodesics and stays on it; two points or more.

    Its words are those of the place that it begins nearest to.
    """

    points: tuple[Position, ...]


Edit = (
    ChosenPlace
    | NoPlace
    | OtherSense
    | ShownAs
    | ChangedLeg
    | SplitLeg
    | JoinedLegs
    | AddedLeg
    | JudgedClaim
    | CheckedFigure
    | KeptMeasure
)
