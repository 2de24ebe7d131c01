"""Treebanks go in; what speaks for and against the end of a sentence in a gap comes out.

    python -m tools.fit_sentences TRAINING --held-out FILE …

TRAINING is a folder of treebanks (``*_train.conllu.xz``). Each document is read whole, and again in
paragraphs of some sentences. The weights are those of a logistic regression with a ridge penalty.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from benchmarks.grammar_score import paragraphs
from geo.read.gaps import gaps_of
from geo.read.sentences import TABLE, to_judge
from geo.settings import Settings
from tools.train_grammar.treebank import read_treebank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from benchmarks.grammar_score import Paragraph

_LEAST = 8  # gaps that must have a sign
_RIDGE = 1.0
_STEPS, _RATE = 400, 0.05
_LENGTHS = (1, 2, 3, 5, 4, 2, 1, 6)  # of paragraphs in sentences, in turn
_NEAR_NOTHING = 0.05
# By how much more must speak for an end, by what stands there: behind a comma or a colon, one too
# many parts what belongs together.
_DOUBT = {"": 0.6, ",": 1.0, ":": 1.5, ";": 0.2, "-": 0.0, ".": -0.2}


class Lesson(NamedTuple):
    """The signs of a gap, and whether a sentence ends there."""

    signs: tuple[str, ...]
    right: bool


def main() -> None:
    """Read the treebanks, fit, write the table, and say how it does on other treebanks."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("training", type=Path)
    parser.add_argument("--held-out", nargs="*", type=Path, default=[])
    parser.add_argument("--out", type=Path, default=Settings().data / "lexicon" / "en" / TABLE)
    args = parser.parse_args()
    taught = [
        lesson
        for path in sorted(args.training.glob("*_train.conllu*"))
        for text in paragraphs(read_treebank(path))
        for lesson in lessons(text)
    ]
    table = fit(taught)
    args.out.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{args.out}: {len(table['signs']):,} signs fitted to {len(taught):,} gaps")
    for path in args.held_out:
        print(f"{path.name}: {told(paragraphs(read_treebank(path)), table)}")


def lessons(text: Paragraph) -> Iterator[Lesson]:
    """Give the gaps of a document that rules do not judge, as a whole and as paragraphs."""
    first = text.span.start
    bounds = [(one.span.start - first, one.span.end - first) for one in text.sentences]
    yield from _judged(text.span.text, bounds)
    at, turn = 0, 0
    while at < len(bounds):
        some = bounds[at : at + _LENGTHS[turn % len(_LENGTHS)]]
        start = some[0][0]
        part = text.span.text[start : some[-1][1]]
        yield from _judged(part, [(one - start, end - start) for one, end in some])
        at, turn = at + len(some), turn + 1


def _judged(text: str, bounds: Sequence[tuple[int, int]]) -> Iterator[Lesson]:
    ends = {end for _, end in bounds}
    for gap in gaps_of(text):
        if gap.ends is None:
            yield Lesson(tuple(dict.fromkeys(gap.signs)), gap.end in ends)


def fit(taught: Sequence[Lesson]) -> dict[str, Any]:
    """Fit weights, as the table that `geo.read.sentences` reads."""
    counts = Counter(sign for lesson in taught for sign in lesson.signs)
    kept = sorted(sign for sign, count in counts.items() if count >= _LEAST)
    column = {sign: number for number, sign in enumerate(kept)}
    rows = [[column[sign] for sign in lesson.signs if sign in column] for lesson in taught]
    weights = _regress(rows, [float(lesson.right) for lesson in taught], len(kept))
    signs = {sign: round(float(weights[number]), 2) for sign, number in column.items()}
    return {
        "//": "What speaks for and against the end of a sentence in a gap (geo/read/gaps.py), and "
        "by how much more must speak for it. Made by python -m tools.fit_sentences.",
        "any gap": round(float(weights[-1]), 2),
        "doubt": _DOUBT,
        "signs": {sign: weight for sign, weight in signs.items() if abs(weight) >= _NEAR_NOTHING},
    }


def _regress(
    rows: Sequence[Sequence[int]], truth: Sequence[float], signs: int
) -> NDArray[np.float64]:
    """Fit a logistic regression with Adam on the whole set; the last weight is that of any row."""
    which = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    seen = np.array([one for row in rows for one in row], dtype=np.int64)
    beta = np.zeros(signs + 1)
    slow, fast = np.zeros_like(beta), np.zeros_like(beta)
    for step in range(1, _STEPS + 1):
        sums = beta[-1] + np.bincount(which, beta[seen], len(rows))
        wrong = 1 / (1 + np.exp(-np.clip(sums, -30, 30))) - np.asarray(truth)
        slope = np.append(np.bincount(seen, wrong[which], signs), wrong.sum())
        slope[:-1] += _RIDGE * beta[:-1]
        slow = 0.9 * slow + 0.1 * slope
        fast = 0.999 * fast + 0.001 * slope**2
        rate = _RATE * min(1.0, 2 * (1 - step / (_STEPS + 1)))
        beta -= rate * (slow / (1 - 0.9**step)) / (np.sqrt(fast / (1 - 0.999**step)) + 1e-8)
    return beta


def told(held_out: Iterable[Paragraph], table: dict[str, Any]) -> str:
    """Say how many ends are found, and how many of them are right."""
    judge = to_judge(table)
    found = right = wanted = 0
    for text in held_out:
        ends = {one.span.end - text.span.start for one in text.sentences[:-1]}
        given = {gap.end for gap in gaps_of(text.span.text) if judge.is_end(gap)}
        found, right, wanted = found + len(given), right + len(given & ends), wanted + len(ends)
    return f"{right} right of {found} ends, of {wanted} that there are"


if __name__ == "__main__":
    main()
