"""Writes lengths for people, in kilometres and in miles, sensibly rounded."""

from __future__ import annotations

import math

from geo.contracts import Dimension
from geo.contracts.units import M_PER_KM, M_PER_MILE, M_PER_NAUTICAL_MILE, S_PER_DAY, S_PER_HOUR

_IMPERIAL = frozenset({"mi", "mph", "ft", "yd"})
_NAUTICAL = frozenset({"nmi", "kn"})
# Under this a decimal says something.
_FINE = 10.0
# Widths of an interval, as shares of its middle, up to which one figure says enough, and all.
_NARROW, _EXACT = 0.05, 0.005


def length(metres: float, *, unit: str = "km") -> str:
    """Say a length in both systems, the one of the article's ``unit`` first."""
    return length_range(metres, metres, unit=unit)


def length_range(low_m: float, high_m: float, *, unit: str = "km") -> str:
    """Say an interval of lengths: "78–81 mi · 126–130 km"."""
    kilometres, miles, nautical_miles = (
        _interval(low_m / unit_m, high_m / unit_m, name)
        for unit_m, name in ((M_PER_KM, "km"), (M_PER_MILE, "mi"), (M_PER_NAUTICAL_MILE, "nmi"))
    )
    if unit in _IMPERIAL:
        return f"{miles} · {kilometres}"
    if unit in _NAUTICAL:
        return f"{nautical_miles} · {kilometres}"
    return f"{kilometres} · {miles}"


def length_about(low_m: float, high_m: float, *, unit: str = "km") -> str:
    """Say one figure for a narrow interval, with "about" unless it is as good as exact."""
    middle_m = (low_m + high_m) / 2
    if high_m - low_m > _NARROW * middle_m:
        return length_range(low_m, high_m, unit=unit)
    exact = high_m - low_m <= _EXACT * middle_m
    return f"{'' if exact else 'about '}{length(middle_m, unit=unit)}"


def value_range(low_si: float, high_si: float, dimension: Dimension, unit: str) -> str:
    """Say an interval of any dimension that claims are made in."""
    if dimension is Dimension.LENGTH:
        return length_range(low_si, high_si, unit=unit)
    if dimension is Dimension.DURATION:
        days = low_si >= 2 * S_PER_DAY
        scale, name = (S_PER_DAY, "days") if days else (S_PER_HOUR, "h")
        return _interval(low_si / scale, high_si / scale, name)
    km_h, mph = (
        _interval(low_si * S_PER_HOUR / unit_m, high_si * S_PER_HOUR / unit_m, name)
        for unit_m, name in ((M_PER_KM, "km/h"), (M_PER_MILE, "mph"))
    )
    return f"{mph} · {km_h}" if unit in _IMPERIAL else f"{km_h} · {mph}"


def _interval(low: float, high: float, unit: str) -> str:
    if not math.isfinite(high):
        return f"{_figure(low)} {unit} or more"
    first, last = _figure(low), _figure(high)
    return f"{first} {unit}" if first == last else f"{first}–{last} {unit}"


def _figure(value: float) -> str:
    if value < _FINE:
        return f"{value:.1f}".removesuffix(".0")
    return f"{value:,.0f}"
