"""Time the gazetteer, weigh it, see what it lacks: `python -m benchmarks.gazetteer`.

    python -m benchmarks.gazetteer [--compile] [--gold gold/lgl.jsonl ...]

With ``--compile`` it is compiled once more, into a temporary folder. With ``--gold``, files of
texts with located names, it counts for how many of the names any candidate (and the first one)
lies within 161 km of the right place; demonyms count by the place that they belong to.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.adapters.gazetteer.lookup import StoredGazetteer, open_gazetteer
from geo.geodesy import distance_m
from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.contracts import Place

NEAR_M = 161_000.0
ROUNDS = 20
NAMES = (
    "Vladivostok", "the Kremlin", "Springfield", "US", "Saint Petersburg", "officials", "São Tomé",
    "San José", "Москва", "Lincoln County", "Sea of Japan", "meeting", "New York", "Pyongyang",
)  # fmt: skip


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--compile", action="store_true", help="compile it anew as well")
    parser.add_argument("--gold", nargs="*", type=Path, default=[])
    args = parser.parse_args()
    gazetteer = opening(Settings())
    lookups(gazetteer)
    for path in args.gold:
        coverage(gazetteer, path)
    if args.compile:
        compiling(Settings())


def opening(settings: Settings) -> StoredGazetteer:
    """Time opening, and what it adds to the memory of this process."""
    open_gazetteer(settings)
    before = resident_mb()
    start = time.perf_counter()
    gazetteer = open_gazetteer(settings)
    seconds = time.perf_counter() - start
    row("places", f"{len(gazetteer):,}")
    row("open, warm", f"{seconds * 1e3:,.1f} ms")
    row("memory that opening adds", f"{resident_mb() - before:,.0f} MB")
    return gazetteer


def lookups(gazetteer: StoredGazetteer) -> None:
    """Time the questions, warm, over a handful of names in random order."""
    names = [name for name in NAMES for _ in range(ROUNDS)]
    random.Random(1).shuffle(names)  # noqa: S311 - no secret
    behind = ["said", "on", "Monday", "that", "it", "would"]
    box = {"west": 120.0, "south": 35.0, "east": 140.0, "north": 50.0}
    asked: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("has", gazetteer.has),
        (
            "longest, with six words behind",
            lambda name: gazetteer.longest([*name.split(), *behind]),
        ),
        ("prior", gazetteer.prior),
        ("candidates", gazetteer.candidates),
        ("20 cities in a box", lambda _name: gazetteer.cities_within(**box, limit=20)),
    )
    for what, ask in asked:
        start = time.perf_counter()
        for name in names:
            ask(name)
        row(what, f"{(time.perf_counter() - start) / len(names) * 1e6:,.1f} µs")
    row("memory of the process, all told", f"{resident_mb():,.0f} MB")


def coverage(gazetteer: StoredGazetteer, path: Path) -> None:
    """Count the located names of a corpus that have a candidate near the right place."""
    total = found = first = 0
    for line in path.read_text(encoding="utf-8").split("\n"):
        for name in json.loads(line or "{}").get("toponyms", []):
            if name["lat"] is None:
                continue
            metres = [
                distance_m(place.lon, place.lat, name["lon"], name["lat"])
                for place in bearers(gazetteer, name["name"])
            ]
            total += 1
            found += min(metres, default=NEAR_M) < NEAR_M
            first += bool(metres) and metres[0] < NEAR_M
    row(f"{path.stem}: located names", f"{total:,}")
    row(f"{path.stem}: any candidate within 161 km", f"{found / total:.3f}")
    row(f"{path.stem}: the first one", f"{first / total:.3f}")


def bearers(gazetteer: StoredGazetteer, name: str) -> Sequence[Place]:
    """List the candidates of a name, and of the place that it is a demonym of."""
    origin = gazetteer.demonym(name)
    return [*gazetteer.candidates(name), *(gazetteer.candidates(origin) if origin else ())]


def compiling(settings: Settings) -> None:
    """Time compiling, and tell its size on disk and the memory it took."""
    with tempfile.TemporaryDirectory() as folder:
        wall, cpu = time.perf_counter(), time.process_time()
        open_gazetteer(replace(settings, cache=Path(folder)))
        row("compile, wall clock", f"{time.perf_counter() - wall:,.1f} s")
        row("compile, processor", f"{time.process_time() - cpu:,.1f} s")
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
        row("size on disk", f"{size / 1e6:,.0f} MB")
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    row("most memory while compiling", f"{peak_mb:,.0f} MB")


def resident_mb() -> float:
    """Memory of this process, megabytes, mapped pages that were touched included."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def row(what: str, value: str) -> None:
    """Print one line."""
    print(f"{what:48}{value:>14}")


if __name__ == "__main__":
    main()
