"""An analysis goes in; its claims come out as a table for people to read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from geo.cli.terminal import printable
from geo.contracts import Check, Verdict

if TYPE_CHECKING:
    from typing import TextIO

    from geo.contracts import Analysis

# Where the output goes to a file or to another program, lines break here.
_PLAIN_WIDTH = 100

_WORDS = {
    Verdict.SUPPORTED: ("✓ holds", "green"),
    Verdict.REFUTED: ("✗ does not hold", "red"),
    Verdict.NOT_ENOUGH_INFO: ("? cannot tell", "dim"),
}
_ONLY_IF = ("◐ holds only if…", "yellow")


def print_claims(analysis: Analysis, out: TextIO) -> None:
    """Print title, claims and problems; colours and frame only where ``out`` is a terminal."""
    is_terminal = out.isatty()
    console = Console(
        file=out,
        width=None if is_terminal else _PLAIN_WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(Text(printable(analysis.article.title), style="bold"), soft_wrap=not is_terminal)
    if analysis.claims:
        console.print()
        console.print(_table(analysis, framed=is_terminal))
    else:
        console.print("The text states no distance, duration or speed that could be checked.")
    for problem in analysis.problems:
        console.print(Text(f"Note: {printable(problem.message)}", style="dim"))


def _table(analysis: Analysis, *, framed: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD if framed else None, show_edge=False, pad_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("The article says", ratio=3)
    table.add_column("Verdict", no_wrap=True)
    table.add_column("Why", ratio=5)
    checks = {check.claim_id: check for check in analysis.checks}
    for number, claim in enumerate(analysis.claims, start=1):
        word, style = verdict(checks.get(claim.id))
        table.add_row(
            Text(str(number)),
            Text(f"“{printable(claim.span.text)}”"),
            Text(word, style=style),
            Text(printable(checks[claim.id].reason if claim.id in checks else "")),
        )
    return table


def verdict(check: Check | None) -> tuple[str, str]:
    """Give a verdict as sign and word, and the colour of it."""
    if check is not None and check.only_if:
        return _ONLY_IF
    return _WORDS[check.verdict if check is not None else Verdict.NOT_ENOUGH_INFO]
