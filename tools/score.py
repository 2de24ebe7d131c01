"""Runs the scorers of the evaluation folder and prints today's figures beside the last ones kept.

    python -m tools.score ../shared/eval [--keep]

The folder is no part of the project: its texts are for measuring only. ``--keep`` writes the
figures to ``docs/evaluation.json``, which is what the next run is compared with.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from geo.settings import REPOSITORY
from tools.answers import STAND_IN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEPT = REPOSITORY / "docs" / "evaluation.json"
_STORIES = ("stories", "cases")
# Stories of our own: one file that may be read, those that are only scored.
OWN = REPOSITORY / "benchmarks" / "stories"
_OWN = ("fresh", "unseen", "unseen-e", "unseen-f", "unseen-g", "unseen-h", "unseen-i")
_CORPORA = ("lgl", "geowebnews")
# Of a list of a hundred figures, those that say whether a change was one for the better.
_OF_STORIES = (
    "failed runs",
    "places right",
    "places wrong",
    "false pins",
    "sense right",
    "legs F1",
    "legs right",
    "legs partly",
    "legs invented",
    "traveller right",
    "mode right",
    "status right",
    "claims right",
    "claims wrong",
    "decidable decided right",
    "precision of 'does not hold'",
    "precision of 'holds'",
)
_OF_CORPORA = {
    "F1_e2e": "end-to-end F1",
    "F1_overlap": "names found, F1",
    "acc161": "within 161 km",
}
_OF_DISTANCES = ("balanced_accuracy", "unit_slip_named", "extraction_recall")
# In these less is better; the others are shares, of which more is.
_LESS_IS_BETTER = ("wrong", "invented", "false pins", "failed")


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure of one data set: what a scorer printed, and as a number where it is one."""

    name: str
    shown: str

    @property
    def number(self) -> float | None:
        """The figure, or the first part of "27/174" and ".81 of 57"."""
        try:
            return float(self.shown.replace("/", " ").split()[0])
        except (ValueError, IndexError):
            return None


def main() -> int:
    """Measure, compare, print; keep the figures if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", action="store_true", help=f"write {KEPT.name}")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    if not folder.is_dir():
        print(f"There is no evaluation folder at {str(folder)!r}, so nothing was scored.")
        return 0
    measured = [*_stories(folder), *_corpora(folder), *_distances(folder)]
    before = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    _print(measured, before)
    if arguments.keep:
        _keep(measured)
    return 0


def _stories(folder: Path) -> Iterator[Measured]:
    scorer = folder / "stories" / "score_stories.py"
    theirs = {name: scorer.with_name(f"{name}.jsonl") for name in _STORIES}
    ours = {name: OWN / f"{name}.jsonl" for name in _OWN}
    files = {name: path for name, path in {**theirs, **ours}.items() if path.is_file()}
    if not scorer.is_file():
        return
    with tempfile.TemporaryDirectory(prefix="dateline-score-") as made:
        _run("-m", "tools.answers", made, *map(str, files.values()))
        for name, path in files.items():
            asked = str(Path(made) / STAND_IN)
            scores = json.loads(_run(str(scorer), asked, str(path), "--json"))
            yield from (Measured(f"{name}: {one}", str(scores[one])) for one in _OF_STORIES)


def _corpora(folder: Path) -> Iterator[Measured]:
    gold = [path for name in _CORPORA if (path := folder / "gold" / f"{name}.jsonl").is_file()]
    scorer = folder / "score.py"
    if not gold or not scorer.is_file():
        return
    with tempfile.TemporaryDirectory(prefix="dateline-score-") as made:
        out = Path(made) / "own.jsonl"
        _run("-m", "benchmarks.geoparse", *map(str, gold), "--out", str(out))
        for line in _run(str(scorer), str(out), "--json").splitlines():
            scores = json.loads(line)
            for key, words in _OF_CORPORA.items():
                yield Measured(f"{scores['corpus']}: {words}", f"{scores[key]:.3f}")


def _distances(folder: Path) -> Iterator[Measured]:
    path = folder / "gold" / "distance_claims.jsonl"
    if path.is_file():
        scores = json.loads(_run("-m", "benchmarks.claims", str(path), "--json"))
        for key in _OF_DISTANCES:
            if key in scores:
                yield Measured(f"distances: {key.replace('_', ' ')}", f"{scores[key]:.3f}")


def _run(*arguments: str) -> str:
    """Run a program with this Python from the project's folder, and give what it printed."""
    done = subprocess.run(  # noqa: S603 - our own modules and the folder's scorers
        [sys.executable, *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments[:2])} failed:\n{done.stderr.strip()[-2000:]}")
    return done.stdout


def _print(measured: list[Measured], before: Mapping[str, Any]) -> None:
    table = Table("measure", f"kept {before.get('day', '')}".strip(), "today", "")
    for one in measured:
        kept = str(before.get("measures", {}).get(one.name, ""))
        table.add_row(one.name, kept, one.shown, verdict(Measured(one.name, kept), one))
    Console(width=100).print(table)


def verdict(old: Measured, new: Measured) -> str:
    """Say whether a figure became better or worse; "" where it is as before or new."""
    if old.number is None or new.number is None or old.number == new.number:
        return ""
    is_more = new.number > old.number
    is_less_better = any(word in new.name for word in _LESS_IS_BETTER)
    return "better" if is_more is not is_less_better else "WORSE"


def _keep(measured: list[Measured]) -> None:
    day = f"{datetime.now(tz=UTC):%Y-%m-%d}"
    kept = {"day": day, "measures": {one.name: one.shown for one in measured}}
    KEPT.write_text(f"{json.dumps(kept, indent=2, ensure_ascii=False)}\n", "utf-8")
    print(f"Kept in {KEPT.relative_to(REPOSITORY)}.")


if __name__ == "__main__":
    raise SystemExit(main())
