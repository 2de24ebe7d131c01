"""Time the line on the example article: `python -m benchmarks.speed [ARTICLE.txt]`.

Whole commands are run in a new process on a warm cache; the analysis alone, and each stage in it,
in this one. The smallest and the median of several runs are shown.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from geo import wiring
from geo.contracts import Source
from geo.maps.build.article_map import make_spec
from geo.maps.page.html import render_page
from geo.pipeline import STAGES, Step, analyse
from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

COMMAND_RUNS = 5
RUNS = 30


def timed(runs: int, work: Callable[[], object]) -> list[float]:
    """Seconds that each run took."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds


def row(name: str, seconds: list[float]) -> None:
    """Print one line of the table, in milliseconds."""
    print(f"{name:42}{min(seconds) * 1e3:10,.1f}{statistics.median(seconds) * 1e3:10,.1f}")


def commands(article: Path) -> None:
    """Time whole commands, each in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "map.html"
        for name, arguments in (
            ("python -m geo check", ["check", str(article)]),
            ("python -m geo map", ["map", str(article), "-o", str(page)]),
        ):
            seconds = timed(COMMAND_RUNS, partial(run, [sys.executable, "-m", "geo", *arguments]))
            row(name, seconds)
        print(f"{'size of the page':42}{page.stat().st_size / 1e3:10,.0f} kB")


def run(command: list[str]) -> None:
    """Run a command to its end; what it prints does not count."""
    # The command is ours; only the article's path comes from the caller.
    subprocess.run(command, capture_output=True, check=True)  # noqa: S603


def stages(article: Path) -> None:
    """Time the analysis, stage by stage, in this process."""
    services = wiring.services()
    source = Source(text=article.read_text("utf-8"))
    spent: dict[str, list[float]] = {stage: [] for stage in STAGES}
    whole: list[float] = []
    for _ in range(RUNS):
        last = start = time.perf_counter()

        def ended(step: Step) -> None:
            nonlocal last
            now = time.perf_counter()
            spent[step.stage].append(now - last)
            last = now

        analysis = analyse(source, services, progress=ended)
        whole.append(time.perf_counter() - start)
    row("analysis", whole)
    for stage, seconds in spent.items():
        row(f"  {stage}", seconds)
    ground = wiring.basemap()
    spec = make_spec(analysis, ground, services.gazetteer)
    row("map spec", timed(RUNS, lambda: make_spec(analysis, ground, services.gazetteer)))
    row("page from spec", timed(RUNS // 3, lambda: render_page(spec)))


def main() -> None:
    """Print the table."""
    default = Settings().data / "examples" / "armoured-train.txt"
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    print(f"{article.name}, Python {platform.python_version()}, {platform.machine()}")
    print(f"{'':42}{'least ms':>10}{'median':>10}")
    commands(article)
    stages(article)


if __name__ == "__main__":
    main()
