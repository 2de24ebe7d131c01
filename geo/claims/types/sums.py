"""Finds figures of one sentence that belong together: parts and their sum, dates and days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from geo.claims.types.marked import Sign, sign_class
from geo.claims.types.rate import find_rate
from geo.claims.types.row import Rows, found
from geo.claims.types.sums_apart import SOME, find_apart
from geo.contracts import ClaimKind, Hedge, Quantity, Span, Subject
from geo.lexicon import any_of, either
from geo.lexicon.numbers import parse_number
from geo.lexicon.statements import lists
from geo.lexicon.units import pair_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked
    from geo.contracts import Dimension

ROWS = Rows("sums", lambda: {"unit": either(pair_units())})

_PART = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_DAY_S = 86_400.0
# Where the article has no date: a year without a leap day.
_YEAR = 2023


def find(reading: Reading) -> Iterator[Found]:
    """Read "84, 97 and 61 km, 242 km in all" and "14 days, from 3 to 17 March".

    ``relation`` is "sum" where each part has its unit or stands in a bare list, else "sum of some";
    "sum of it" of parts that need not be all;
    "days 14" with the days that the dates are apart; "rate" is of `find_rate`.
    """
    yield from find_rate(reading)
    for row, marked, match in ROWS.found(reading):
        if marked is not reading.marked:
            continue
        one = replace(
            found(ClaimKind.SUM, marked, match, row, ""),
            subject=Subject(reason=f"Read as “{row.name}”."),
        )
        made = _made(reading, one, match)
        if made is not None:
            yield made


def _made(reading: Reading, one: Found, match: re.Match[str]) -> Found | None:
    """Make days between dates, or a sum; None where a number cannot be read."""
    groups = match.groupdict()
    if "month" in groups:
        return _days(one, match)

    def read(slot: str) -> list[Quantity]:
        return _quantities(reading.marked, match, slot)

    if "parts" not in groups or "total" not in groups:
        return find_apart(reading, one, match, read)
    made = _sum(one, reading.marked, match)
    is_of = made is not None and match.start("total") < match.start("parts")
    return replace(made, relation=SOME) if made is not None and is_of else made


def _quantities(marked: Marked, match: re.Match[str], slot: str) -> list[Quantity]:
    """Read the numbers of a slot in the unit of the row; none if one cannot be read."""
    unit = pair_units()[re.sub(r"\s", " ", match["unit"].lower())]
    at = match.start(slot)
    spans = [(at + part.start(), at + part.end()) for part in _PART.finditer(match[slot])]
    found = [_quantity(marked, span, unit.si, (unit.symbol, unit.dimension)) for span in spans]
    known = [one for one in found if one is not None]
    return known if len(known) == len(found) else []


def _sum(one: Found, marked: Marked, match: re.Match[str]) -> Found | None:
    """Make the total and its parts; None where a number cannot be read."""
    known, (total,) = (
        tuple(_quantities(marked, match, "parts")),
        _quantities(marked, match, "total") or (None,),
    )
    if total is None or not known:
        return None
    at = match.start("parts")
    ends = [at + part.end() for part in _PART.finditer(match["parts"])]
    # "975 km in A and 885 in B".
    where = rf"\s{any_of('locative')}\s(?:the\s)?{sign_class(Sign.NAME)}"
    strict = re.compile(
        rf"[- ]?(?:{either(pair_units())})(?![^\W_])|(?:,|,?\s[a-z]{{2,4}}){{1,2}}\s(?=\d)|{where}"
    )
    is_strict = all(strict.match(marked.text, end) for end in ends)
    return replace(
        one,
        relation="sum" if is_strict else "sum of some",
        # It is the total that is right or wrong; each part may be a true figure of its own.
        start=marked.starts[match.start("total")],
        quantity=total,
        also=known,
    )


def _quantity(
    marked: Marked, span: tuple[int, int], si: float, unit: tuple[str, Dimension]
) -> Quantity | None:
    words = marked.text[span[0] : span[1]]
    figure = parse_number(words)
    if figure is None:
        return None
    return Quantity(
        value=figure.value,
        unit=unit[0],
        dimension=unit[1],
        value_si=figure.value * si,
        low_si=figure.low * si,
        high_si=figure.high * si,
        hedge=Hedge.NONE,
        span=Span(start=marked.starts[span[0]], end=marked.ends[span[1] - 1], text=words),
    )


def _days(one: Found, match: re.Match[str]) -> Found | None:
    """Count the days between two dates."""
    months = lists("sums")["months"]
    named = match["month"], match["month2"]
    first, second = ((month or other).lower() for month, other in (named, named[::-1]))
    try:
        start = date(_YEAR, int(months[first]), int(match["day"]))
        end = date(_YEAR, int(months[second]), int(match["day2"]))
    except ValueError:
        return None
    if end < start:
        end = end.replace(year=_YEAR + 1)
    unit = lists("sums")["units"][match["what"].lower().rstrip("s")]
    figure = parse_number(match["count"])
    if figure is None:
        return None
    stated = round(figure.value * int(unit))
    return replace(one, relation=f"days {stated} {(end - start).days}")
