"""Units of measure with all their spellings, numbers in words, and words that soften a figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import Dimension, Hedge
from geo.lexicon.tables import rows

_SHORT = 2  # letters of "h" and "wk": these may be other things

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure.

    Attributes
    ----------
    symbol : how it is shown.
    dimension : what it measures.
    si : how much SI one of it is: metres, seconds, metres a second.
    system : "metric", "imperial", "nautical" or "": the units that it is told beside.
    zero_si : what zero of it is in SI; other than 0 for temperatures alone.
    properties : "long" and the like; see `data/lexicon/properties.tsv`.
    """

    symbol: str
    dimension: Dimension
    si: float
    system: str = ""
    zero_si: float = 0.0
    properties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeWords:
    """What a hedge does to a figure: shares of the value by which it may lie below and above."""

    hedge: Hedge
    below: float
    above: float


@cache
def units() -> Mapping[str, Unit]:
    """Give the unit of every spelling that is read wherever it stands, in lower case."""
    return {word: unit for word, unit in _all().items() if "only_in_pairs" not in unit.properties}


@cache
def pair_units() -> Mapping[str, Unit]:
    """Give the unit of every spelling that figures are given in twice ("380 km (236 miles)")."""
    lasting = Dimension.DURATION
    found = {word: unit for word, unit in _all().items() if unit.dimension is not lasting}
    for row in rows("temperatures"):
        unit = Unit(
            symbol=row["symbol"],
            dimension=Dimension.TEMPERATURE,
            si=row.number("kelvin"),
            zero_si=row.number("zero_k"),
        )
        found.update(dict.fromkeys(row.words("word"), unit))
    return found


@cache
def durations() -> frozenset[str]:
    """Give the words in which is told how long a way took: "hours", "days", "weeks"."""
    lasting = (word for word, unit in _all().items() if unit.dimension is Dimension.DURATION)
    return frozenset(word for word in lasting if len(word) > _SHORT)


def _all() -> Mapping[str, Unit]:
    found = {}
    for row in rows("units"):
        unit = Unit(
            symbol=row["symbol"],
            dimension=row.made(Dimension, "dimension"),
            si=row.number("si"),
            system=row["system"],
            properties=row.properties(),
        )
        found.update(dict.fromkeys(row.words("word"), unit))
    return found


@cache
def unit_of(symbol: str) -> Unit | None:
    """Find the unit of a symbol; None for one that is made of two ("km/d")."""
    return next((unit for unit in units().values() if unit.symbol == symbol), None)


@cache
def has(symbol: str, name: str) -> bool:
    """Whether a unit has a property."""
    unit = unit_of(symbol)
    return unit is not None and name in unit.properties


@cache
def system_of(symbol: str) -> str:
    """Give the system of a unit; of one made of two ("mi/d") that of the first."""
    unit = unit_of(symbol) or unit_of(symbol.partition("/")[0])
    return unit.system if unit is not None else ""


@cache
def rates() -> Mapping[str, str]:
    """Give the symbol of every spelling of a time that may follow "per", in lower case."""
    return {word: row["symbol"] for row in rows("units") for word in row.words("per")}


@cache
def hedges(side: str) -> Mapping[str, HedgeWords]:
    """Give words that soften or limit a figure from one side, "before" or "after" it."""
    return {
        word: HedgeWords(
            hedge=row.made(Hedge, "hedge"), below=row.number("below"), above=row.number("above")
        )
        for row in rows("hedges")
        if row["side"] == side
        for word in row.words("word")
    }


@cache
def numbers(kind: str) -> Mapping[str, tuple[float, float]]:
    """Give the least and the greatest value of number words of one kind.

    Kinds are "one" (to ninety), "scale", "fraction", "sign" ("½"), "vague", "vague_plural" and
    "article".
    """
    return {
        word: (row.number("low"), row.number("high"))
        for row in rows("numbers")
        if row["kind"] == kind
        for word in row.words("word")
    }


@cache
def values(kind: str) -> Mapping[str, float]:
    """Give the value of number words of a kind that has one value a word."""
    return {word: low for word, (low, _) in numbers(kind).items()}
