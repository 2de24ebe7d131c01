"""Says each leg of an analysis in one sentence, for the table of journeys in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from geo.cli.terminal import printable
from geo.contracts import LegStatus, Mode
from geo.maps.build.leg_labels import left_words, reached_words

if TYPE_CHECKING:
    from geo.contracts import Analysis, End, Leg

_MODES = {
    Mode.RAIL: "by rail",
    Mode.ROAD: "by road",
    Mode.SEA: "by sea",
    Mode.AIR: "by air",
    Mode.FOOT: "on foot",
}
_NOTES = {
    LegStatus.HAPPENED: "told as fact",
    LegStatus.REPORTED: "reported",
    LegStatus.HYPOTHETICAL: "only possible",
    LegStatus.CANCELLED: "did not take place",
    LegStatus.GENERAL: "a way in general, nobody's journey",
}


def journeys_table(analysis: Analysis) -> Table | None:
    """Make the table of journeys, one line a leg in the order of the text; None without any."""
    legs = [leg for itinerary in analysis.itineraries for leg in itinerary.legs]
    if not legs:
        return None
    table = Table(box=box.HORIZONTALS, show_edge=False, pad_edge=False)
    table.add_column("Who goes where", ratio=5)
    table.add_column("Is it so?", ratio=2)
    for leg in legs:
        note = _NOTES.get(leg.status, leg.status.value)
        table.add_row(Text(printable(leg_sentence(leg))), Text(note))
    return table


def leg_sentence(leg: Leg) -> str:
    """Say one leg: "Kim Jong Un, by rail, from Pyongyang to Vladivostok; left Sunday evening".

    An end that the article does not state for this journey is followed by "(worked out)".
    """
    way = [
        f"from {_name(leg.origin)}" if leg.origin else "",
        f"by way of {_listed(leg.via)}" if leg.via else "",
        f"to {_name(leg.destination)}" if leg.destination else "",
    ]
    who = leg.traveller or "Somebody not named"
    parts = [who[:1].upper() + who[1:], _MODES.get(leg.mode, ""), " ".join(filter(None, way))]
    times = [left_words(leg), reached_words(leg)]
    return "; ".join(filter(None, [", ".join(filter(None, parts)), *times]))


def _name(end: End) -> str:
    return f"{end.place.name} (worked out)" if end.inferred else end.place.name


def _listed(ends: tuple[End, ...]) -> str:
    names = list(dict.fromkeys(_name(end) for end in ends))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
