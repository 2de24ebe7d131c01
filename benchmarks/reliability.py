"""Predictions of `benchmarks.geoparse` and their gold go in; a reliability table of pins comes out.

    python -m benchmarks.reliability predictions.jsonl gold/lgl.jsonl gold/geowebnews.jsonl

For every tenth of probability: how many pins on located names were given it, what share of them is
within 161 km of the right place, and what share was promised. Pins on words that the gold does not
mark are not counted: whether they are right is not known.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.geodesy import distance_m

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NEAR_M = 161_000.0
_TENTHS = 10

Pin = tuple[float, bool]


def main() -> None:
    """Print the table of each corpus."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("predictions", type=Path)
    parser.add_argument("gold", nargs="+", type=Path)
    args = parser.parse_args()
    found = {
        (each["corpus"], each["doc_id"]): each["toponyms"] for each in _lines(args.predictions)
    }
    for path in args.gold:
        pins: list[Pin] = []
        for document in _lines(path):
            mine = found.get((document["corpus"], document["doc_id"]), [])
            pins.extend(judged(mine, document["toponyms"]))
        print(path.stem)
        for line in table(pins):
            print(f"  {line}")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def judged(found: Iterable[dict[str, Any]], gold: Iterable[dict[str, Any]]) -> Iterator[Pin]:
    """Give the probability of each pin on a located name, and whether it is near enough."""
    located = [each for each in gold if each["lat"] is not None]
    for pin in found:
        if pin["lat"] is None:
            continue
        for name in located:
            if name["start"] < pin["end"] and pin["start"] < name["end"]:
                off_m = distance_m(pin["lon"], pin["lat"], name["lon"], name["lat"])
                yield pin["probability"], off_m < NEAR_M
                break


def table(pins: Iterable[Pin]) -> list[str]:
    """Write a line for each tenth of probability that any pin was given."""
    tenths: dict[int, list[Pin]] = defaultdict(list)
    for probability, is_right in pins:
        tenths[min(int(probability * _TENTHS), _TENTHS - 1)].append((probability, is_right))
    lines = []
    for tenth, several in sorted(tenths.items()):
        right = sum(is_right for _, is_right in several) / len(several)
        promised = sum(probability for probability, _ in several) / len(several)
        low, high = tenth / _TENTHS, (tenth + 1) / _TENTHS
        lines.append(
            f"{low:.1f}-{high:.1f} {len(several):6,} pins"
            f"  {right:.3f} right  {promised:.3f} promised"
        )
    return lines


if __name__ == "__main__":
    main()
