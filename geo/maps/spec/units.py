"""Writes lengths for people, in kilometres and in miles, sensibly rounded."""

from __future__ import annotations

import math

from geo.contracts import Dimension

MILE_M = 1_609.344
_NAUTICAL_M = 1_852.0
_HOUR_S = 3_600.0
_DAY_S = 86_400.0
_IMPERIAL = frozenset({"mi", "mph", "ft", "yd"})
_NAUTICAL = frozenset({"nmi", "kn"})
# Under this a decimal says something; from 1,000 on, the last digit does not.
_FINE = 10.0
_COARSE = 1_000.0
# Widths of an interval, as shares of its middle, up to which one figure says enough, and all.
_NARROW, _EXACT = 0.05, 0.005


def length(metres: float, *, unit: str = "km") -> str:
    """Say a length in both systems, the one of the article's ``unit`` first."""
    return length_range(metres, metres, unit=unit)


def length_range(low_m: float, high_m: float, *, unit: str = "km") -> str:
    """Say an interval of lengths: "78–81 mi · 126–130 km"."""
    metric = _interval(low_m / 1000, high_m / 1000, "km")
    imperial = _interval(low_m / MILE_M, high_m / MILE_M, "mi")
    if unit in _IMPERIAL:
        return f"{imperial} · {metric}"
    if unit in _NAUTICAL:
        return f"{_interval(low_m / _NAUTICAL_M, high_m / _NAUTICAL_M, 'nmi')} · {metric}"
    return f"{metric} · {imperial}"


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
        days = low_si >= 2 * _DAY_S
        scale, name = (_DAY_S, "days") if days else (_HOUR_S, "h")
        return _interval(low_si / scale, high_si / scale, name)
    metric = _interval(low_si * _HOUR_S / 1000, high_si * _HOUR_S / 1000, "km/h")
    imperial = _interval(low_si * _HOUR_S / MILE_M, high_si * _HOUR_S / MILE_M, "mph")
    return f"{imperial} · {metric}" if unit in _IMPERIAL else f"{metric} · {imperial}"


def _interval(low: float, high: float, unit: str) -> str:
    if not math.isfinite(high):
        return f"{_figure(low)} {unit} or more"
    first, last = _figure(low), _figure(high)
    return f"{first} {unit}" if first == last else f"{first}–{last} {unit}"


def _figure(value: float) -> str:
    if value < _FINE:
        return f"{value:.1f}".removesuffix(".0")
    if value < _COARSE:
        return f"{value:.0f}"
    return f"{round(value):,}"
