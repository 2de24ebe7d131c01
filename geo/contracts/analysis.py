"""All that was found in one article, as a value that is saved, loaded and turned into tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
import shapely
from shapely.geometry.base import BaseGeometry

from geo.contracts.claims import Check, Claim
from geo.contracts.edits import Edit
from geo.contracts.journeys import Itinerary, Leg, Route
from geo.contracts.places import Geocode, Toponym
from geo.contracts.text import Article, Span
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_VERSION = 1

# The codes of the problems that a figure was seen, and nothing made of it; or that what it is said
# of has no place.
NOT_UNDERSTOOD = "not-understood"
NO_SUBJECT = "no-subject"

# About a metre on the ground: finer than any source that we have.
_DECIMALS = 5

# Outlines of countries come again and again, within a story and from story to story.
_MOST_PLAIN = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong or could not be told, and where; shown to the user, never swallowed."""

    stage: str
    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One article, analysed: every list is in the order of the text.

    ``courses`` are the ways of journeys that ended elsewhere than they were bound for, to where
    they did; ``routes`` lead to where they were bound for.

    ``edits`` are a person's corrections, in the order in which they were made; they are carried out
    in what stands beside them.
    """

    schema_version: int = SCHEMA_VERSION
    article: Article
    toponyms: tuple[Toponym, ...] = ()
    geocodes: tuple[Geocode, ...] = ()
    itineraries: tuple[Itinerary, ...] = ()
    routes: tuple[Route, ...] = ()
    claims: tuple[Claim, ...] = ()
    checks: tuple[Check, ...] = ()
    problems: tuple[Problem, ...] = ()
    edits: tuple[Edit, ...] = ()
    courses: tuple[Route, ...] = ()

    @property
    def legs(self) -> Iterator[Leg]:
        """The legs of all journeys, in order."""
        return (leg for itinerary in self.itineraries for leg in itinerary.legs)

    @property
    def is_placed(self) -> bool:
        """Whether at least one toponym has a place."""
        return any(geocode.place for geocode in self.geocodes)

    def to_json(self, *, indent: int | None = None) -> str:
        """Write the whole analysis as JSON; geometries become GeoJSON, WGS 84 degrees.

        A country is named many times and its outline is long: extents stand once, in ``extents``,
        and a place's ``extent`` is the key of its own.
        """
        whole = msgspec.to_builtins(self, enc_hook=_encode)
        extents: dict[str, Any] = {}
        for place in _places(whole):
            if place["extent"] is not None:
                key = f"{place['gazetteer']}:{place['feature_id']}"
                extents.setdefault(key, place["extent"])
                place["extent"] = key
        raw = msgspec.json.encode({**whole, "extents": extents})
        if indent is not None:
            raw = msgspec.json.format(raw, indent=indent)
        return raw.decode()

    @classmethod
    def from_json(cls, raw: str | bytes) -> Analysis:
        """Read what `to_json` wrote.

        Raises
        ------
        ArticleError
            If the text is no analysis, or of a version that this program does not know.
        """
        try:
            whole = _with_extents(raw)
            # Before the rest, which another version may have put differently.
            _check_version(whole)
            return msgspec.convert(whole, cls, dec_hook=_Decoder())
        except (msgspec.MsgspecError, UnicodeDecodeError, shapely.errors.ShapelyError) as error:
            raise ArticleError(f"This is not an analysis saved by Dateline: {error}.") from error


def plain_geometry(geometry: BaseGeometry, decimals: int = _DECIMALS) -> Any:
    """Give a geometry as GeoJSON, rounded to about a metre, as it stands in a saved analysis."""
    return _rounded(shapely.geometry.mapping(geometry), decimals)


def analysis_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of `Analysis.to_json`, made from the contracts themselves."""
    schema = msgspec.json.schema(Analysis, schema_hook=_schema)
    schema["$defs"]["Place"]["properties"]["extent"] = {
        "type": ["string", "null"],
        "description": "key of the place's outline or line in the analysis' extents",
    }
    schema["$defs"]["Analysis"]["properties"]["extents"] = {
        "type": "object",
        "description": "outlines and lines of places, by gazetteer:feature_id",
        "additionalProperties": _schema(BaseGeometry),
    }
    return schema


def _check_version(whole: Any) -> None:
    version = whole.get("schema_version", SCHEMA_VERSION) if isinstance(whole, dict) else None
    if isinstance(version, int) and version != SCHEMA_VERSION:
        advice = "Update Dateline" if version > SCHEMA_VERSION else "Analyse the article again"
        raise ArticleError(
            f"The analysis has schema version {version}; this program reads version "
            f"{SCHEMA_VERSION}. {advice}."
        )


def _places(value: Any) -> Iterator[dict[str, Any]]:
    """Find the places in an analysis of plain values; not among the coordinates of geometries."""
    if isinstance(value, dict):
        if "feature_id" in value and "extent" in value:
            yield value
        elif "coordinates" not in value:
            for item in value.values():
                yield from _places(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _places(item)


def _with_extents(raw: str | bytes) -> Any:
    """Read JSON and give every place its own extent back."""
    whole = msgspec.json.decode(raw)
    extents = whole.pop("extents", None) if isinstance(whole, dict) else None
    if isinstance(extents, dict):
        for place in _places(whole):
            key = place["extent"]
            place["extent"] = extents.get(key) if isinstance(key, str) else key
    return whole


def _encode(value: Any) -> Any:
    if isinstance(value, BaseGeometry):
        return _plain(value)
    raise NotImplementedError(f"no JSON form for {type(value)!r}")


@lru_cache(maxsize=_MOST_PLAIN)
def _plain(geometry: BaseGeometry) -> Any:
    return plain_geometry(geometry)


def _rounded(value: Any, decimals: int) -> Any:
    if isinstance(value, float):
        return round(value, decimals)
    if isinstance(value, dict):
        return {key: _rounded(item, decimals) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item, decimals) for item in value]
    return value


class _Decoder:
    """Reads geometries; one that stands for many places is read once."""

    def __init__(self) -> None:
        self._read: dict[int, BaseGeometry] = {}

    def __call__(self, kind: type, value: Any) -> Any:
        if not issubclass(kind, BaseGeometry):
            raise NotImplementedError(f"no value of {kind!r} in an analysis")
        if id(value) not in self._read:
            try:
                self._read[id(value)] = shapely.geometry.shape(value)
            except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
                raise ValueError(f"not a GeoJSON geometry: {error}") from error
        return self._read[id(value)]


def _schema(kind: type) -> dict[str, Any]:
    if issubclass(kind, BaseGeometry):
        return {"type": "object", "title": "GeoJSON geometry (RFC 7946), WGS 84 degrees"}
    raise NotImplementedError(f"no schema for {kind!r}")
