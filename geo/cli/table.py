"""Prints the journeys and claims of an analysis as tables for people to read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from geo.cli.journeys import journeys_table
from geo.cli.terminal import printable
from geo.maps.build import claims
from geo.maps.spec.kinds import VerdictSign

if TYPE_CHECKING:
    from typing import TextIO

    from geo.contracts import Analysis
    from geo.maps.spec.cards import ClaimCard

# Where the output goes to a file or to another program, lines break here.
_PLAIN_WIDTH = 100

_MARKS = {
    VerdictSign.HOLDS: ("✓", "green"),
    VerdictSign.ONLY_IF: ("◐", "yellow"),
    VerdictSign.FAILS: ("✗", "red"),
    VerdictSign.UNKNOWN: ("?", ""),
}


def print_claims(analysis: Analysis, out: TextIO) -> None:
    """Print title, journeys, claims and problems; colours only where ``out`` is a terminal.

    The claims are numbered as on the map, where those that were judged together share a number.
    """
    console = Console(
        file=out,
        width=None if out.isatty() else _PLAIN_WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(Text(printable(analysis.article.title), style="bold"))
    told = journeys_table(analysis)
    if told is not None:
        console.print(Padding(told, (1, 0, 0, 0)))
    shown = claims.cards(analysis, claims.judge(analysis), (), (), {})
    if shown:
        console.print(Padding(_table(shown), (1, 0)))
    else:
        console.print("No distance, duration or speed of the text could be checked.")
    for message in dict.fromkeys(problem.message for problem in analysis.problems):
        console.print(Text(f"Note: {printable(message)}", style="dim"))


def _table(shown: tuple[ClaimCard, ...]) -> Table:
    table = Table(box=box.HORIZONTALS, show_lines=True, show_edge=False, pad_edge=False)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("The article says", ratio=3)
    table.add_column("Verdict", no_wrap=True)
    table.add_column("Why", ratio=5)
    for card in shown:
        mark, style = _MARKS[card.sign]
        table.add_row(
            Text(str(card.number)),
            Text(f"“{printable(card.quote)}”"),
            Text(f"{mark} {card.word}", style=style),
            Text(printable(card.sentence)),
        )
    return table
