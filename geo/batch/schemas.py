"""The tables of an archive: their columns, what each holds, and their types.

Geometries are in WGS 84 degrees (EPSG:4326), in (lon, lat) order. ``story_id`` ties the tables:
it belongs to a place in the input, so the same text twice is two stories. Distances are in metres,
other figures in SI units, as the columns' names say.
"""

from __future__ import annotations

from typing import NamedTuple

import pyarrow as pa

SCHEMA = 1  # counts up when a column changes

TEXT, WHOLE, NUMBER = pa.string(), pa.int64(), pa.float64()
YES_NO, DAY, TEXTS = pa.bool_(), pa.date32(), pa.list_(pa.string())
SHAPE = "geometry"

ALTERNATIVE = pa.struct(
    [("place_id", TEXT), ("name", TEXT), ("lon", NUMBER), ("lat", NUMBER), ("probability", NUMBER)]
)
READING = pa.struct(
    [
        ("reading", TEXT),
        ("low_si", NUMBER),
        ("high_si", NUMBER),
        ("fits", YES_NO),
        ("slip", YES_NO),
        ("note", TEXT),
    ]
)


class Column(NamedTuple):
    """A column: its name, its type and what it holds."""

    name: str
    kind: pa.DataType
    about: str


_STORY = Column("story_id", TEXT, "the story; 16 hexadecimal digits")

COLUMNS: dict[str, tuple[Column, ...]] = {
    "articles": (
        _STORY,
        Column("file", TEXT, "the input that the story stands in, as it was named"),
        Column(
            "position",
            WHOLE,
            "where in it: byte or row; of a document the number of the story, from 0",
        ),
        Column("given_id", TEXT, "the input's own id of the story, or empty"),
        Column("article_id", TEXT, "SHA-256 of the text, first 16 digits: equal texts have it"),
        Column("title", TEXT, "title, as given or found"),
        Column("url", TEXT, "address, as given, or empty"),
        Column("published", DAY, "day of publication, where it is known"),
        Column("text", TEXT, "the whole text; offsets in other tables count its code points"),
        Column("sentences", WHOLE, "sentences of the story proper"),
        Column("places", WHOLE, "different places found"),
        Column("legs", WHOLE, "legs of journeys found"),
        Column("claims", WHOLE, "checkable statements found"),
        Column("problems", TEXTS, "what could not be told, in words"),
        Column(SHAPE, pa.binary(), "MultiPoint: the places where it happens"),
    ),
    "toponyms": (
        _STORY,
        Column("toponym_id", TEXT, "the toponym, within its story"),
        Column("start", WHOLE, "offset of its first character in the text"),
        Column("end", WHOLE, "offset behind its last character"),
        Column("words", TEXT, "the words"),
        Column("kind", TEXT, "name, demonym, description or relative"),
        Column("sense", TEXT, "literal (the place itself) or associative (a government, a team)"),
        Column("name", TEXT, "what was looked up"),
        Column("container", TEXT, "a name beside it that holds it, or empty"),
        Column("reason", TEXT, "why the words were taken for a place"),
        Column(SHAPE, pa.binary(), "Point of the place it was given, or none"),
    ),
    "geocodes": (
        _STORY,
        Column("toponym_id", TEXT, "the toponym that it places"),
        Column("place_id", TEXT, "gazetteer:id of the place; empty where it could not be placed"),
        Column("name", TEXT, "the place's name"),
        Column("lon", NUMBER, "degrees of longitude"),
        Column("lat", NUMBER, "degrees of latitude"),
        Column("feature_code", TEXT, "GeoNames class and code, as in P.PPLC"),
        Column("country_code", TEXT, "ISO 3166-1 alpha-2"),
        Column("region", TEXT, "name of the region"),
        Column("population", WHOLE, "people, where known"),
        Column("probability", NUMBER, "that this is the right place, 0 to 1"),
        Column("alternatives", pa.list_(ALTERNATIVE), "other candidates, likeliest first"),
        Column("evidence", TEXTS, "the reasons, in words"),
        Column("source", TEXT, "who says where the place is, with licence"),
        Column(SHAPE, pa.binary(), "Point of the place, or none"),
    ),
    "legs": (
        _STORY,
        Column("leg_id", TEXT, "the leg, within its story"),
        Column("itinerary_id", TEXT, "the journey that it belongs to"),
        Column("number", WHOLE, "its place in the journey, from 1"),
        Column("journey", TEXT, "the leg in a sentence"),
        Column("traveller", TEXT, "who travels, or empty"),
        Column("origin_id", TEXT, "place_id of its start, or empty"),
        Column("origin", TEXT, "name of its start, or empty"),
        Column("destination_id", TEXT, "place_id of its end, or empty"),
        Column("destination", TEXT, "name of its end, or empty"),
        Column("via", TEXTS, "names of the places between"),
        Column("ended", TEXT, "where it got to instead, or empty"),
        Column("mode", TEXT, "rail, road, sea, air, foot or unknown"),
        Column("mode_likely", YES_NO, "whether no word says so: the story only speaks for it"),
        Column("status", TEXT, "happened, planned, denied …; docs/columns.md lists them"),
        Column("departed", TEXT, "time of departure as written"),
        Column("departed_earliest", DAY, "first day that this may be"),
        Column("departed_latest", DAY, "last day that this may be"),
        Column("arrived", TEXT, "time of arrival as written"),
        Column("arrived_earliest", DAY, "first day that this may be"),
        Column("arrived_latest", DAY, "last day that this may be"),
        Column("follows", TEXT, "what the line follows: geodesic, rail …; empty without a line"),
        Column("distance_m", NUMBER, "length along the line"),
        Column("low_m", NUMBER, "least length that is believed"),
        Column("high_m", NUMBER, "greatest length that is believed"),
        Column("evidence", TEXTS, "the words of the text that tell it"),
        Column(SHAPE, pa.binary(), "MultiLineString of the way, or none"),
    ),
    "claims": (
        _STORY,
        Column("claim_id", TEXT, "the claim, within its story"),
        Column("kind", TEXT, "separation, duration, capital …; docs/columns.md lists them"),
        Column("start", WHOLE, "offset of the quotation in the text"),
        Column("end", WHOLE, "offset behind it"),
        Column("quote", TEXT, "the words that state it"),
        Column("figure", TEXT, "figure, unit and hedge as written, or empty"),
        Column("hedge", TEXT, "how the words limit it: empty, about, less than, up to … or range"),
        Column("value", NUMBER, "the figure"),
        Column("unit", TEXT, "its unit"),
        Column("value_si", NUMBER, "the figure in SI units"),
        Column("low_si", NUMBER, "least that the words may mean"),
        Column("high_si", NUMBER, "most that the words may mean"),
        Column("toponym_ids", TEXTS, "what it is about: subject, anchor"),
        Column("leg_id", TEXT, "the leg that it is about, or empty"),
        Column("way", TEXT, "how the distance is measured by the words, or unknown"),
        Column("bearing_deg", NUMBER, "direction in words, degrees clockwise from north"),
        Column("relation", TEXT, "what is said besides the figure"),
        Column("limit", TEXT, "empty, or what keeps it from being said of the world as it is"),
        Column(SHAPE, pa.binary(), "MultiPoint of the places that it is about, or none"),
    ),
    "checks": (
        _STORY,
        Column("claim_id", TEXT, "the claim that is judged"),
        Column("verdict", TEXT, "supported, refuted or not enough info"),
        Column("only_if", TEXT, "the one reading that supports it, or empty"),
        Column("expected_low_si", NUMBER, "least that the earth says"),
        Column("expected_high_si", NUMBER, "most that the earth says"),
        Column("reason", TEXT, "the verdict in a sentence or two"),
        Column("readings", pa.list_(READING), "every reading that was tried"),
        Column("judged_with", TEXTS, "claims that it was judged together with"),
        Column(SHAPE, pa.binary(), "MultiLineString that was measured, to a kilometre, or none"),
    ),
    "quarantine": (
        Column("file", TEXT, "the input that the story stands in"),
        Column("position", WHOLE, "where in it, as in articles"),
        Column("reason", TEXT, "why it could not be read or analysed"),
    ),
}
TABLES = tuple(COLUMNS)
QUARANTINE = "quarantine"
ARTICLES = "articles"


def schema_of(table: str) -> pa.Schema:
    """Give the Arrow schema of a table."""
    return pa.schema([pa.field(one.name, one.kind) for one in COLUMNS[table]])
