"""Fits the weights by which lines of a page pasted whole are told to be its story.

Pages of our own (`tools.page_layouts`) go in as one copies them from a browser;
`data/lexicon/en/page_lines.json` comes out. Run as `python -m tools.train_page_lines`.
"""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from geo.read.blocks import lines_of
from geo.read.page_lines import features
from geo.settings import Settings
from tools.page_layouts.layouts import page

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The tests take pages below 1,000: none of them is trained on.
_FIRST, _PAGES = 1_000, 1_500
_DROPPED = 0.15  # share of lines left out by lot, so that no order is learned by heart
_CUT = 0.4
_STEPS, _RATE, _SHRINK = 400, 0.05, 2e-4


def examples(seed: int) -> tuple[list[list[float]], list[float], list[float]]:
    """Give the lines of one page in numbers, whether each is story, and how much each counts."""
    lot = Random(seed)  # noqa: S311 - no secret
    made = page(seed)
    text = made.pasted(seed)
    gap = "\n\n" if "\n\n" in text else "\n"
    whole = text.split(gap)
    story = set(made.story)
    # People copy from the headline on, and up to the story's end, as often as the whole page.
    first = whole.index(made.title) if made.title in whole and lot.random() < _CUT else 0
    last = max(at for at, line in enumerate(whole) if line in story)
    end = last + lot.randint(1, 12) if lot.random() < _CUT else len(whole)
    lines = lines_of(gap.join(line for line in whole[first:end] if lot.random() > _DROPPED))
    truth = [float(line.text in story) for line in lines]
    weight = [float(min(len(line.words), 60) + 1) for line in lines]
    return features(lines), truth, weight


def fit(
    rows: NDArray[np.float64], truth: NDArray[np.float64], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Fit a logistic regression with Adam on the whole set."""
    beta = np.zeros(rows.shape[1])
    slow, fast = np.zeros_like(beta), np.zeros_like(beta)
    for step in range(1, _STEPS + 1):
        chance = 1 / (1 + np.exp(-np.clip(rows @ beta, -30, 30)))
        slope = rows.T @ (weight * (chance - truth)) / weight.sum() + _SHRINK * beta
        slow = 0.9 * slow + 0.1 * slope
        fast = 0.999 * fast + 0.001 * slope**2
        beta -= _RATE * (slow / (1 - 0.9**step)) / (np.sqrt(fast / (1 - 0.999**step)) + 1e-8)
    return beta


def main() -> None:
    """Fit and write."""
    made = [examples(seed) for seed in range(_FIRST, _FIRST + _PAGES)]
    rows, truth, weight = (np.array([x for one in made for x in one[part]]) for part in range(3))
    beta = fit(rows, truth, weight)
    chance = 1 / (1 + np.exp(-rows @ beta))
    right = ((chance > 0.5) == (truth > 0.5)) * weight  # noqa: PLR2004 - the likelier of two
    print(f"{len(truth):,} lines; {right.sum() / weight.sum():.4f} right by words")
    about = (
        "How much each feature of a line (geo/read/page_lines.py) speaks for its being the story "
        "of a page pasted whole. Made by python -m tools.train_page_lines."
    )
    path = Settings().data / "lexicon" / "en" / "page_lines.json"
    content = {"//": about, "weights": [round(float(value), 4) for value in beta]}
    path.write_text(f"{json.dumps(content, indent=1)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
