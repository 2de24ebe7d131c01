"""Numbers in SI units go in; words for people come out, in both units and sensibly rounded."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.contracts import Place, Quantity

M_PER_KM = 1000.0
M_PER_MILE = 1609.344
M_PER_NAUTICAL_MILE = 1852.0
S_PER_HOUR = 3600.0
S_PER_DAY = 86400.0

_METRES = {"km": M_PER_KM, "mi": M_PER_MILE, "nmi": M_PER_NAUTICAL_MILE}

# From here on a duration is told in days.
_DAYS_FROM_S = 2.5 * S_PER_DAY

_DIGITS = 3


def rounded(value: float, digits: int = _DIGITS) -> str:
    """Write a number with some significant digits and thousands separators, never "1e+03"."""
    if value == 0:
        return "0"
    places = digits - 1 - floor(log10(abs(value)))
    number = round(value, places)
    return f"{number:,.{max(0, places)}f}" if places > 0 else f"{number:,.0f}"


def trimmed(value: float, digits: int = _DIGITS) -> str:
    """Write as `rounded` does, without zeros behind the decimal point."""
    text = rounded(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text else text


def whole(metres: float, unit: str) -> str:
    """Write a length in one unit, to the full unit from ten on: "1,099 km"."""
    value = metres / _METRES[unit]
    return f"{value:,.0f} {unit}" if value >= 10 else f"{trimmed(value, 2)} {unit}"  # noqa: PLR2004 - two digits tell enough below


def measured(metres: float, unit: str) -> str:
    """Write a length that was measured, about three digits of it: "1,180 km"."""
    return f"{trimmed(metres / _METRES[unit], 3)} {unit}"


def other_unit(unit: str) -> str:
    """Choose the second unit to tell a length in: kilometres for miles, miles for all else."""
    return "km" if unit in {"mi", "nmi", "ft", "yd"} else "mi"


def first_unit(quantity: Quantity) -> str:
    """Choose the unit that the article used, or the nearest that suits journeys."""
    if quantity.unit in _METRES:
        return quantity.unit
    return "mi" if quantity.unit in {"ft", "yd", "mph", "mi/d"} else "km"


def both(metres: float, unit: str) -> str:
    """Write a measured length in both units: "733 mi (1,180 km)"."""
    return f"{measured(metres, unit)} ({measured(metres, other_unit(unit))})"


def claimed(quantity: Quantity) -> str:
    """Write a claimed length with its conversion: "683 mi is 1,099 km"."""
    unit = first_unit(quantity)
    here, there = whole(quantity.value_si, unit), whole(quantity.value_si, other_unit(unit))
    return f"{here} is {there}"


def duration(seconds: float) -> str:
    """Write a duration: "18.3 h", "3.9 days", "40 min"."""
    if seconds >= _DAYS_FROM_S:
        return f"{trimmed(seconds / S_PER_DAY, 2)} days"
    if seconds >= S_PER_HOUR:
        hours = seconds / S_PER_HOUR
        return f"{trimmed(hours, 3 if hours >= 10 else 2)} h"  # noqa: PLR2004 - one decimal is enough
    return f"{trimmed(seconds / 60.0, 2)} min"


def hours_and_days(seconds: float) -> str:
    """Write a long duration in hours and days: "92.9 h (3.9 days)"."""
    if seconds >= _DAYS_FROM_S:
        return f"{trimmed(seconds / S_PER_HOUR, 3)} h ({duration(seconds)})"
    return duration(seconds)


def speed(metres_per_s: float) -> str:
    """Write a speed in both units: "60 km/h (37 mph)"."""
    km_h = metres_per_s * S_PER_HOUR / M_PER_KM
    mph = metres_per_s * S_PER_HOUR / M_PER_MILE
    return f"{trimmed(km_h, 2)} km/h ({trimmed(mph, 2)} mph)"


def percent_off(value: float, expected: float) -> str:
    """Say how far a figure is from another: "7 % less", "2.4 times as much"."""
    ratio = value / expected
    if ratio >= 2 or ratio <= 0.5:  # noqa: PLR2004 - factors read better than percents
        return f"{times(ratio)} as much"
    share = f"{max(1.0, abs(ratio - 1) * 100):.0f} %"
    return f"{share} {'less' if ratio < 1 else 'more'}"


def times(ratio: float) -> str:
    """Write a factor: "2.4 times", "a tenth of"."""
    return f"{trimmed(ratio, 2)} times"


def place_name(place: Place) -> str:
    """Write a place as it stands in a sentence: borders take the article."""
    is_line = place.feature_code in {"BDR", "BDRL"} or "border" in place.name.lower()
    return (
        f"the {place.name}" if is_line and not place.name.lower().startswith("the ") else place.name
    )
