"""Short texts of our own: where journeys start and end that the words tell only by the way.

A parser errs, so a share of the ends must be right; of the texts in which nobody travels hardly
any may have a journey.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import LegStatus, Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import Analysis, End
    from geo.pipeline import Services

PASS_MARK = 0.8
MOST_INVENTED = 3


class Row(NamedTuple):
    """A text and the ends of each leg in it; none where nobody travels."""

    text: str
    legs: list[tuple[str, str]]


def rows() -> list[Row]:
    lines = Path(__file__).with_name("told.tsv").read_text("utf-8").splitlines()[1:]
    parts = [line.split("\t") for line in lines]
    return [
        Row(text, [_pair(leg) for leg in legs.split(";") if leg.strip()]) for text, legs in parts
    ]


def _pair(leg: str) -> tuple[str, str]:
    origin, _, destination = leg.partition(">")
    return origin.strip(), destination.strip()


def plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def names(analysis: Analysis, end: End | None) -> str:
    """Name an end as the text and the gazetteer do; empty where it is not known."""
    if end is None:
        return ""
    said = next(t.span.text for t in analysis.toponyms if t.id == end.toponym_id)
    return plain(f"{said} {end.place.name}")


def is_end(wanted: str, found: str) -> bool:
    return wanted in found if wanted else not found


def test_ends_told_by_the_way_are_found(services: Services) -> None:
    wanted = right = invented = 0
    for row in rows():
        analysis = analyse(Source(text=row.text), services)
        legs = [
            (names(analysis, leg.origin), names(analysis, leg.destination))
            for journey in analysis.itineraries
            for leg in journey.legs
            if leg.status not in {LegStatus.GENERAL, LegStatus.CANCELLED} or row.legs
        ]
        wanted += len(row.legs)
        for origin, destination in row.legs:
            found = next(
                (leg for leg in legs if is_end(origin, leg[0]) and is_end(destination, leg[1])),
                None,
            )
            if found is not None:
                right += 1
                legs.remove(found)
        invented += len(legs) if not row.legs else 0
    assert right / wanted >= PASS_MARK
    assert invented <= MOST_INVENTED


def test_the_day_of_the_dateline_is_that_of_the_writing(services: Services) -> None:
    text = (
        "Herd moved\n\nLILONGWE, Nov. 27 - Rangers have moved 120 elephants from Blantyre to "
        "Kasungu."
    )
    (leg,) = analyse(Source(text=text), services).legs
    assert leg.departed is None
    assert leg.arrived is None


def test_here_in_a_quotation_is_not_where_the_words_just_told_of(services: Services) -> None:
    text = (
        "DOHA, Nov. 29 - “We could not go on in Jeddah,” said a diplomat. “From here some of us "
        "will travel to Cairo on Wednesday.”"
    )
    (leg,) = analyse(Source(text=text), services).legs
    assert leg.origin is None or leg.origin.place.name != "Jeddah"
