"""Quantities of a text: numbers with a unit, as written, and what each may mean in SI units."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.contracts.text import Span


class Dimension(StrEnum):
    """What a quantity measures; SI units are m, s, m/s, m², kg, m³ and kelvin."""

    LENGTH = "length"
    DURATION = "duration"
    SPEED = "speed"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    TEMPERATURE = "temperature"


class Hedge(StrEnum):
    """How the words around a figure widen or limit it."""

    NONE = ""
    ABOUT = "about"
    LESS = "less than"  # "just under", "nearly", "almost"
    MORE = "more than"  # "over", "at least", "just over"
    UP_TO = "up to"  # "within", "as much as"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as written, and the interval that it may mean.

    Attributes
    ----------
    value : the figure as written (the middle of a range), in ``unit``.
    unit : canonical symbol: "mi", "km", "m", "nmi", "h", "min", "d", "km/h", "mph", "kn", …
    low_si, high_si : from the digits written and the hedge, in SI units.
    span : the figure with its unit and hedge ("just 80 miles").
    """

    value: float
    unit: str
    dimension: Dimension
    value_si: float
    low_si: float
    high_si: float
    hedge: Hedge
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A quantity of the text, and the same again in other units ("80 miles (129 km)").

    ``start`` and ``end`` are offsets in the article and take in the brackets.
    """

    quantity: Quantity
    also: tuple[Quantity, ...] = ()
    start: int
    end: int
