"""Sets who goes where, a leg a line, as a table for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from geo.cli.terminal import printable
from geo.wording import hand_words, leg_sentence, status_words

if TYPE_CHECKING:
    from geo.contracts import Analysis


def journeys_table(analysis: Analysis) -> Table | None:
    """Make the table of journeys, one line a leg in the order of the text; None without any."""
    legs = list(analysis.legs)
    if not legs:
        return None
    table = Table(box=box.HORIZONTALS, show_edge=False, pad_edge=False)
    table.add_column("Who goes where", ratio=5)
    table.add_column("Is it so?", ratio=2)
    for leg in legs:
        told = "; ".join(filter(None, (status_words(leg), hand_words(leg))))
        table.add_row(Text(printable(leg_sentence(leg))), Text(printable(told)))
    return table
