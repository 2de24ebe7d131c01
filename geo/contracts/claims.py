"""Figures that the article states, what they are about, and whether they can be true."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from shapely.geometry.base import BaseGeometry

from geo.contracts.journeys import Mode
from geo.contracts.quantities import Quantity
from geo.contracts.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class ClaimKind(StrEnum):
    """What a claim says."""

    SEPARATION = "separation"  # A is d from B
    ROUTE_LENGTH = "route length"  # the way is d long
    DURATION = "duration"  # the way takes t
    SPEED = "speed"  # at v
    UNIT_PAIR = "unit pair"  # the same figure in two units
    CAPITAL = "capital"  # A is the capital of B
    ADJACENCY = "adjacency"  # A borders B; A is landlocked
    TIME_ZONE = "time zone"  # A is t ahead of B; t here is u there
    CONTAINMENT = "containment"  # A lies in the east of B
    AREA = "area"  # A has so many square kilometres
    COMPARISON = "comparison"  # A is larger than B; A is nearer to B than to C
    SUPERLATIVE = "superlative"  # A is the second-largest city of B
    BEARING = "bearing"  # A lies north of B
    HEIGHT = "height"  # A is h high
    COORDINATES = "coordinates"  # A lies at so many degrees
    BETWEEN = "between"  # A lies between B and C
    LENGTH = "length"  # the river A is l long
    MOUTH = "mouth"  # the river A flows into B
    SUM = "sum"  # a, b and c, d in all; a in t, an average of v; n days from one date to another


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a figure is about: two places, or a leg; empty where that could not be told.

    ``toponym_ids`` are (the subject, the anchor): "Vladivostok, … 80 miles from the border" is
    (Vladivostok, the border); of what has no place, but two anchors, it is the one alone.
    ``taken_from`` are the places of the context that the
    subject, the anchor or the start of a way may be where the words do not name it, the one that
    was taken first.
    """

    toponym_ids: tuple[str, ...] = ()
    leg_id: str = ""
    reason: str = ""
    taken_from: tuple[str, ...] = ()


# What `Claim.relation` of a distance to a border begins with where the words name one country.
BORDER_OF = "border of "


class WayWords(StrEnum):
    """What the words say of the way that a length, time or speed belongs to."""

    NOT_DIRECT = "not direct"  # a stage, a loop, a flight that turned back
    TRIP = "trip"  # "the 300 km from A to B"
    WHOLE = "whole trip"  # all legs together
    GENERAL = "in general"  # "the bus takes"
    AVERAGE = "on average"  # stops are counted in
    PERHAPS_BACK = "perhaps there and back"  # "we drove 900 km", with no ends beside it
    PART = "part of the way"  # "the last 9 km", "another 30 km towards"
    STAGE = "perhaps of a stage"  # "left A, landed, and flew 90 km to B"
    NEAREST = "at the nearest point"  # from some point of a region, which its town is taken for
    SAME_SITE = "of the same site"  # a second figure of what no place is named for
    FAST = "of what may outpace any vehicle"  # "the satellite", or no word of a journey at all
    SITE = "from a site"  # "the factory", of which only the town is named


class Limit(StrEnum):
    """How the words around a statement keep it from being one about the world as it is."""

    NONE = ""
    RANK = "of some alone"  # "the largest city that no road reaches"
    TIME = "of another time"  # "the capital until 1990"
    PART = "of a part"  # "the upper Rhine is 360 km long"
    FRAME = "not as a fact"  # "it is a myth that", "in the film"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A checkable statement of the article; ``span`` is what to quote.

    Attributes
    ----------
    also : the same figure in other units, as the article gives it ("80 miles (129 km)").
    way : by what the words say that a distance is measured ("by road"); air is the straight line.
    bearing_deg : the direction in words, degrees clockwise from north: of the subject as seen from
        the anchor, or of the way; None where none is given.
    relation : what is said besides the figure, in words of the kind's own: `WayWords` of a way.
    limit : what the words around it make of it, where it is not said of the world as it is.
    """

    id: str
    kind: ClaimKind
    subject: Subject
    quantity: Quantity | None = None
    span: Span
    also: tuple[Quantity, ...] = ()
    way: Mode = Mode.UNKNOWN
    bearing_deg: float | None = None
    relation: str = ""
    limit: Limit = Limit.NONE

    @property
    def figure(self) -> Quantity:
        """The quantity of a claim that has one.

        Raises
        ------
        ValueError
            If it has none; claims like "A is the capital of B" have not.
        """
        if self.quantity is None:
            raise ValueError(f"The claim {self.id!r} ({self.kind.value}) states no figure.")
        return self.quantity


class Verdict(StrEnum):
    """The three answers of fact verification; see `Check.only_if` for the one between."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_INFO = "not enough info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """One reasonable way to understand a claim, with its own numbers.

    Attributes
    ----------
    name : "straight line to the border", "by rail", "miles taken for kilometres".
    low_si, high_si : what the earth says in this reading, in SI units.
    fits : whether the claimed interval and this one agree.
    slip : whether the reading supposes a mistake of the writer.
    geometry : the measured line, WGS 84 degrees, where there is one to draw.
    """

    name: str
    low_si: float
    high_si: float
    fits: bool
    slip: bool = False
    note: str = ""
    geometry: BaseGeometry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The verdict on one claim, with every reading that was tried.

    Attributes
    ----------
    expected_low_si, expected_high_si : the interval of the reading the verdict rests on, SI units.
    only_if : the one reading that supports the claim where the natural one does not; "" otherwise.
    reason : one or two sentences for people, with the numbers in both units.
    judged_with : ids of claims that this verdict was reached together with.
    """

    claim_id: str
    verdict: Verdict
    expected_low_si: float | None = None
    expected_high_si: float | None = None
    readings: tuple[Interpretation, ...] = ()
    only_if: str = ""
    reason: str
    judged_with: tuple[str, ...] = ()


def figures_of_sites(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """List the first two distances of each site of which nothing else is known."""
    loose = [
        claim
        for claim in claims
        if claim.kind is ClaimKind.SEPARATION and len(claim.subject.toponym_ids) == 1
    ]
    for one, other in pairwise(loose):
        is_first = one.relation != WayWords.SAME_SITE.value
        if is_first and other.relation == WayWords.SAME_SITE.value:
            yield one, other
