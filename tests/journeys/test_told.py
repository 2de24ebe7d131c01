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
