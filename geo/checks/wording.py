"""Words for lengths, times and speeds, in both units and sensibly rounded."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from geo.contracts.units import M_PER_KM, M_PER_MILE, M_PER_NAUTICAL_MILE, S_PER_DAY, S_PER_HOUR
from geo.lexicon import listed
from geo.lexicon.units import system_of

if TYPE_CHECKING:
    from geo.contracts import Place, Quantity

_NOT_METRIC = frozenset({"imperial", "nautical"})
_METRES = {"km": M_PER_KM, "mi": M_PER_MILE, "nmi": M_PER_NAUTICAL_MILE}

# From here on a duration is told in days.
_DAYS_FROM_S = 2.5 * S_PER_DAY

_DIGITS = 3

# Below this, two digits tell enough.
_WHOLE_FROM = 100.0

# Factors outside of this read better than percents.
_PERCENTS = (0.5, 2.0)
_SMALLEST_PART = 1_000
_PARTS = {2: "half", 3: "a third", 4: "a quarter", 5: "a fifth", 10: "a tenth"}


# GeoNames codes of what takes the article: borders, rivers, seas, deserts, mountains, groups.
_WITH_ARTICLE = frozenset(
    {"BDR", "BDRL", "STM", "STMS", "CNL", "SEA", "OCN", "GULF", "STRT", "CHN", "DSRT", "MTS"}
)
_POLE_DEG = 89.9


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
    return f"{value:,.0f} {unit}" if value >= _WHOLE_FROM else f"{trimmed(value, 2)} {unit}"


def measured(metres: float, unit: str) -> str:
    """Write a length that was measured, three digits of it and no more than it bears."""
    value = metres / _METRES[unit]
    return f"{trimmed(value, _DIGITS if value >= _WHOLE_FROM else 2)} {unit}"


def other_unit(unit: str) -> str:
    """Choose the second unit to tell a length in: kilometres for miles, miles for all else."""
    return "km" if system_of(unit) in _NOT_METRIC else "mi"


def first_unit(quantity: Quantity) -> str:
    """Choose the unit that the article used, or the nearest that suits journeys."""
    if quantity.unit in _METRES:
        return quantity.unit
    return "mi" if system_of(quantity.unit) == "imperial" else "km"


def both(metres: float, unit: str) -> str:
    """Write a measured length in both units: "733 mi (1,180 km)"."""
    return f"{measured(metres, unit)} ({measured(metres, other_unit(unit))})"


def about(metres: float) -> str:
    """Write a length known to three digits, the miles made from the rounded kilometres."""
    km = float(rounded(metres / M_PER_KM).replace(",", ""))
    return f"{measured(metres, 'km')}, {measured(km * M_PER_KM, 'mi')}"


def claimed(quantity: Quantity) -> str:
    """Write a claimed length with its conversion: "683 mi is 1,099 km"."""
    unit = first_unit(quantity)
    return f"{figure(quantity)} is {whole(quantity.value_si, other_unit(unit))}"


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


def figure(quantity: Quantity) -> str:
    """Write a claimed length in the unit of the article."""
    return whole(quantity.value_si, first_unit(quantity))


def percent_off(value: float, expected: float) -> str:
    """Say how far a figure is from another: "7 % less", "2.4 times as much", "a 26th of that"."""
    ratio = value / expected
    if ratio >= _PERCENTS[1]:
        return f"{times(ratio)} as much"
    if ratio <= _PERCENTS[0]:
        return f"{part(ratio)} of that"
    share = f"{max(1.0, abs(ratio - 1) * 100):.0f} %"
    return f"{share} {'less' if ratio < 1 else 'more'}"


def than(value: float, expected: float, what: str) -> str:
    """Complete `percent_off` with what it was compared to."""
    words = percent_off(value, expected)
    if words.endswith("that"):
        return words.removesuffix("that") + what
    return f"{words} {'as' if words.endswith('much') else 'than'} {what}"


def part(ratio: float) -> str:
    """Write a ratio of a half or less as a part: "a third", "an 8th", "less than a thousandth"."""
    if ratio * _SMALLEST_PART < 1:
        return "less than a thousandth"
    count = round(1 / ratio)
    if count in _PARTS:
        return _PARTS[count]
    is_teen = 10 < count % 100 < 14  # noqa: PLR2004 - 11th, 12th, 13th
    ending = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    is_vowel = str(count).startswith("8") or count in {11, 18}
    return f"{'an' if is_vowel else 'a'} {count}{ending}"


def as_far(ratio: float) -> str:
    """Say how far a claimed distance is from the true one: "9.2 times as far", "30 % too short"."""
    if ratio >= _PERCENTS[1]:
        return f"{times(ratio)} as far"
    if 0 < ratio <= _PERCENTS[0]:
        return f"and the true distance {times(1 / ratio)} that"
    return f"{abs(ratio - 1) * 100:.0f} % too {'far' if ratio > 1 else 'short'}"


def times(ratio: float) -> str:
    """Write a factor: "2.4 times", "1.05 times"."""
    return f"{trimmed(ratio, 3 if 1 < ratio < _PERCENTS[1] else 2)} times"


def place_name(place: Place) -> str:
    """Write a place as it stands in a sentence: "the Danube", "the Alps", but "Lake Victoria"."""
    name = place.name.lower()
    takes_article = (
        place.feature_code in _WITH_ARTICLE
        or any(word in listed("border") for word in name.split())
        or name in listed("whole_article")
        or name.rpartition(" ")[2] in listed("takes_article")
        or abs(place.lat) > _POLE_DEG
    )
    return f"the {place.name}" if takes_article and not name.startswith("the ") else place.name
