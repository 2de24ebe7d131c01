"""The word lists of this stage (data/lexicon/quantities_*.json) go in, typed tables come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from geo.contracts import Dimension, Hedge
from geo.errors import DataMissing
from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure: canonical symbol, what it measures and how much SI one of it is."""

    symbol: str
    dimension: Dimension
    si: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeWords:
    """What a hedge does to a figure: shares of the value by which it may lie below and above."""

    hedge: Hedge
    below: float
    above: float


@cache
def table(name: str) -> Any:
    """Load one word list.

    Raises
    ------
    DataMissing
        If the file is not there or is no JSON.
    """
    path = Settings().data / "lexicon" / f"quantities_{name}.json"
    try:
        return msgspec.json.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        raise DataMissing(
            f"The word list {str(path)!r} cannot be read ({error}). It belongs to the program: "
            "install it again."
        ) from error


@cache
def units() -> dict[str, Unit]:
    """Every spelling of a unit, in lower case, and the unit it stands for."""
    found = {}
    for row in table("units")["units"]:
        unit = Unit(symbol=row["symbol"], dimension=Dimension(row["dimension"]), si=row["si"])
        found.update(dict.fromkeys(row["names"], unit))
    return found


@cache
def rates() -> dict[str, str]:
    """Every spelling of "per hour" and its like, in lower case, and its symbol."""
    return {word: symbol for symbol, words in table("units")["rates"].items() for word in words}


@cache
def hedges(side: str) -> dict[str, HedgeWords]:
    """Words that soften or limit a figure from one side, "before" or "after" it."""
    return {
        word: HedgeWords(hedge=Hedge(row["hedge"]), below=row["below"], above=row["above"])
        for row in table("hedges")[side]
        for word in row["words"]
    }


@cache
def context(name: str) -> tuple[str, ...]:
    """One list of words that stand around figures, such as "journey_nouns"."""
    return tuple(table("context")[name])


@cache
def _compass() -> dict[str, float]:
    points = context("compass")
    return {point: number * 360.0 / len(points) for number, point in enumerate(points)}


def bearing_of(direction: str) -> float | None:
    """Degrees clockwise from north of "south-west" or "SW"; None for "inland" and its like."""
    letters = re.sub(r"(north|south|east|west)", lambda word: word[0][0], direction.lower())
    return _compass().get(re.sub(r"[^a-z]", "", letters))


def either(words: Iterable[str]) -> str:
    """Write the alternation of some words for a regular expression, longest first.

    A space in a word stands for any one blank.
    """
    chosen = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in chosen) + ")"


@cache
def word_pattern(name: str) -> re.Pattern[str]:
    """Compile one list of words to find any of them, whole words only, in any case."""
    return re.compile(rf"(?<![^\W_]){either(context(name))}(?![^\W_])", re.IGNORECASE)
