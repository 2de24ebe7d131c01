"""The map as plain data: `MapSpec`, the only input of every renderer, with no text that is markup.

Coordinates travel as strings: a line is a run of (lon, lat) pairs on the grid of the spec, each
pair the difference from the one before, coded as `geo.maps.spec.polyline` says. Longitudes run on
past 180° where the story crosses the antimeridian, so that nothing is torn apart. All text is text:
a renderer draws it with `textContent` or its equal, never as markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from geo.errors import ArticleError
from geo.maps.spec.basemap import Bounds, City, CodedBasemap, Inset, Land, StateLabel, Water
from geo.maps.spec.cards import ClaimCard, Measure
from geo.maps.spec.kinds import JourneyMark, Manner, PlaceKind, RouteStatus, Tone, VerdictSign
from geo.maps.spec.names import MapName, NameKind
from geo.maps.spec.points import Grid, PointColumns

__all__ = [
    "SPEC_VERSION",
    "Bounds",
    "Citation",
    "City",
    "ClaimCard",
    "CodedBasemap",
    "Grid",
    "Inset",
    "JourneyMark",
    "Land",
    "Manner",
    "MapJourney",
    "MapName",
    "MapPlace",
    "MapRoute",
    "MapSpec",
    "Measure",
    "NameKind",
    "Paragraph",
    "Phrase",
    "PlaceKind",
    "PointColumns",
    "Provenance",
    "RouteStatus",
    "Segment",
    "StateLabel",
    "Tone",
    "VerdictSign",
    "Water",
    "spec_schema",
]

# 2: places as columns. 3: what the map names is in it; its keys are the field's words (basemap,
# paragraphs, claim_cards, points, bounds). 4: who goes where, in words, and whether it is so.
SPEC_VERSION = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A piece of a line of words; ``strong`` ones, figures and names, are set bold."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The article's words for a place, with some of the sentence around them."""

    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place of the story.

    Attributes
    ----------
    refs : ids of the toponyms of the analysis that mean this place.
    second : what happens here and when; "" where that is not told.
    rank : 0 for the most important; labels are dropped from the other end.
    is_unsure : whether another of that name may be meant: its ring or outline is dashed.
    radius_m : of the area that an uncertain place may be in; 0 otherwise.
    outline : coded rings or lines of a region.
    note : how the place was found, in one sentence.
    """

    id: str
    refs: tuple[str, ...]
    kind: PlaceKind
    name: str
    second: str
    lon: float
    lat: float
    rank: int
    is_unsure: bool = False
    radius_m: float = 0.0
    outline: tuple[str, ...] = ()
    mentions: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapRoute:
    """A way that is drawn once, even when several legs take it.

    Attributes
    ----------
    refs : ids of the legs that take this way.
    discs : numbers of the claim cards that are about it.
    kind : "rail", "road", "sea", "air" or "geodesic".
    manner, status : what the line stands for, and whether the journey is made.
    label : short, beside the line; ``note`` is the longer sentence shown on a click.
    departed, arrived : when it begins and ends, as the article says it; "" where that is not told.
    assumed : the article does not state its start or its end for this journey.
    """

    id: str
    refs: tuple[str, ...]
    tone: Tone
    kind: str
    inferred: bool
    lines: tuple[str, ...]
    label: str
    discs: tuple[int, ...]
    title: str
    note: str
    manner: Manner = Manner.TAKEN
    status: RouteStatus = RouteStatus.MADE
    departed: str = ""
    arrived: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MapJourney:
    """One leg in words: a line of "Who goes where".

    Attributes
    ----------
    refs : the id of the leg.
    sentence : who goes, by what, from where to where and when; names are strong.
    word : whether it is so, and why it has no line where it has none.
    route : the id of its line; "" where none is drawn.
    targets : ids of what shows it on the map: its line, else its places.
    """

    id: str
    refs: tuple[str, ...]
    sentence: tuple[Phrase, ...]
    word: str
    mark: JourneyMark
    tone: Tone
    route: str
    targets: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence as one text."""
        return "".join(phrase.text for phrase in self.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of the article's words with the ids of what it is evidence for; often none."""

    text: str
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of the story; ``kind`` as in `geo.contracts.BlockKind`."""

    kind: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the map comes from: the article, its hash, when it was checked, by which version.

    ``made`` is the time of making, UTC, ISO 8601; "" where only the day of checking is known.
    """

    article_id: str
    title: str
    url: str
    published: str
    checked: str
    program: str
    made: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSpec:
    """Everything that a renderer needs, in the order in which a reader meets it.

    Attributes
    ----------
    frame : what must be in view: places, routes and measures of the story, without air.
    names : what the map names, the worthiest first.
    credits : short line below the map; ``sources`` are the same in full, one each.
    left_out : blocks of the text that are not the story and are not shown.
    points : places that are too many for a sign and a name each; None where there are none.
    unread : figures that were seen, and of which nothing was made.
    """

    version: int = SPEC_VERSION
    language: str
    title: str
    result: tuple[Phrase, ...]
    frame: Bounds
    basemap: CodedBasemap
    inset: Inset
    places: tuple[MapPlace, ...]
    routes: tuple[MapRoute, ...]
    measures: tuple[Measure, ...]
    names: tuple[MapName, ...]
    claim_cards: tuple[ClaimCard, ...]
    journeys: tuple[MapJourney, ...]
    paragraphs: tuple[Paragraph, ...]
    left_out: int
    problems: tuple[str, ...]
    credits: str
    sources: tuple[str, ...]
    provenance: Provenance
    points: PointColumns | None = None
    unread: int = 0

    def to_json(self) -> str:
        """Write the spec as JSON; what `spec_schema` describes."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, raw: str | bytes) -> MapSpec:
        """Read what `to_json` wrote.

        Raises
        ------
        ArticleError
            If it is of another version, or no map at all.
        """
        try:
            version = msgspec.json.decode(raw, type=_Versioned).version
            if version == SPEC_VERSION:
                return msgspec.json.decode(raw, type=cls)
        except msgspec.MsgspecError as error:
            raise ArticleError(f"These are not the data of a map: {error}.") from error
        raise ArticleError(
            f"The data of this map are of version {version!r}; this program reads version "
            f"{SPEC_VERSION}. Analyse the article again, or open the map with the Dateline that "
            "made it."
        )


class _Versioned(msgspec.Struct):
    """What a spec of any version has."""

    version: int


def spec_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of `MapSpec.to_json`, made from the classes above."""
    return msgspec.json.schema(MapSpec)
