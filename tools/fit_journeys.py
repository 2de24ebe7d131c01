"""Stories with the right journeys go in; the trees that judge drafts of journeys come out.

    python -m tools.fit_journeys benchmarks/stories/fresh.jsonl benchmarks/stories/learned-*.jsonl

Gradient boosting after Friedman (2001), https://doi.org/10.1214/aos/1013203451, with Newton steps
and trees that ask one sign at all nodes of a level, as CatBoost has them
(https://arxiv.org/abs/1706.09516). Besides, each file is judged by trees fitted to the others, and
how many of its drafts would be left out is printed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from geo.contracts import LegStatus, Source
from geo.journeys.choosing import TABLE, marked, to_trees
from geo.journeys.draft import ENDS
from geo.journeys.find import draft_journeys
from geo.journeys.legs import make_itinerary
from geo.journeys.signs import signs_of
from geo.pipeline import read
from geo.resolve import resolve
from geo.settings import Settings
from geo.text import with_referents
from geo.wiring import kept_services

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.contracts import Itinerary, Leg, Toponym
    from geo.pipeline import Services

_ROUNDS, _DEPTH, _RATE, _RIDGE = 120, 3, 0.05, 4.0
_SHARE = 0.4  # of the signs, drawn by lot, that a level may ask
_SEED = 1
_LEAST = 10  # drafts that must have a sign
_LEAST_BEND = 1e-6
_PASSED_OVER = frozenset({"the", "a", "an", "of", "and"})


class Lesson(NamedTuple):
    """The signs of a draft, and whether its story has a journey that shares an end with it."""

    signs: set[str]
    is_journey: bool


class Story(NamedTuple):
    """What a story teaches, and how many sentences it has."""

    lessons: list[Lesson]
    sentences: int


def main() -> None:
    """Read the stories, fit, write the table, say what trees fitted to the other files would do."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Settings().data / "lexicon" / "en" / TABLE)
    args = parser.parse_args()
    services = kept_services(Settings())
    files = {path: list(stories(path, services)) for path in args.stories}
    for path, held_out in files.items():
        others = [one for other, some in files.items() if other != path for one in some]
        if others:
            print(f"{path.name}, not fitted to: {told(held_out, fit(others))}")
    table = fit([one for some in files.values() for one in some])
    args.out.write_text(json.dumps(table, separators=(",", ":")) + "\n", "utf-8")
    print(f"{args.out}: fitted to {sum(map(len, files.values()))} stories")


def stories(path: Path, services: Services) -> Iterator[Story]:
    """Draft the journeys of each story as far as grammar and rules go, and compare."""
    for line in path.open(encoding="utf-8"):
        yield lessons(json.loads(line), services)


def lessons(story: Mapping[str, Any], services: Services) -> Story:
    """Draft the journeys of one story, and say which of the drafts it has."""
    published = date.fromisoformat(story["published"]) if story.get("published") else None
    reading = read(Source(text=story["text"], published=published), services)
    article, toponyms = reading.article, reading.toponyms
    geocodes, _ = resolve(article, toponyms, services.gazetteer, services.boundaries)
    document = with_referents(article, reading.document, toponyms, geocodes)
    told = draft_journeys(article, document, toponyms, geocodes)
    made = [
        make_itinerary(draft, number, told.places, article.published)
        for number, draft in enumerate(told.drafts)
    ]
    met = _met(story["journeys"], made, {one.id: one for one in toponyms})
    found = [
        Lesson(signs=signs, is_journey=number in met)
        for number, signs in enumerate(signs_of(told.drafts))
        if LegStatus.GENERAL not in told.drafts[number].statuses
    ]
    return Story(lessons=found, sentences=len(document.sentences))


def _met(
    right: Sequence[Mapping[str, Any]],
    made: Sequence[Itinerary],
    toponyms: Mapping[str, Toponym],
) -> set[int]:
    """Pair legs with right journeys, each once, those with most ends in common first."""
    legs = [(number, leg) for number, one in enumerate(made) for leg in one.legs]
    pairs = sorted(
        (
            (likeness, -abs(i - j), i, j)
            for i, journey in enumerate(right)
            for j, (_, leg) in enumerate(legs)
            if (likeness := _likeness(journey, leg, toponyms)) is not None
        ),
        reverse=True,
    )
    paired: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in paired and j not in paired.values():
            paired[i] = j
    return {legs[j][0] for j in paired.values()}


def _likeness(
    journey: Mapping[str, Any], leg: Leg, toponyms: Mapping[str, Toponym]
) -> tuple[int, int, bool] | None:
    """Count ends in common, none and none among them; None where no place is in common."""
    agree = shared = 0
    for role, end in zip(ENDS, (leg.origin, leg.destination), strict=True):
        wanted, called = words(journey[role.value]), set[str]()
        if end is not None:
            toponym = toponyms.get(end.toponym_id or "")
            called = words(end.place.name) | words(toponym.span.text if toponym else "")
        shared += bool(wanted & called)
        agree += bool(wanted & called) or not (wanted or called)
    is_who = bool(words(journey["traveller"]) & words(leg.traveller))
    return (agree, shared, is_who) if shared else None


def words(text: str | None) -> set[str]:
    """List the words of a name that tell something."""
    return set(re.findall(r"\w+", (text or "").casefold())) - _PASSED_OVER


def fit(taught: Sequence[Story]) -> dict[str, Any]:
    """Fit trees to what stories teach, as the table that `geo.journeys.choosing` reads."""
    rows = [lesson for story in taught for lesson in story.lessons]
    counts = Counter(sign for row in rows for sign in row.signs)
    signs = sorted(sign for sign, count in counts.items() if count >= _LEAST)
    seen = marked([row.signs for row in rows], {sign: at for at, sign in enumerate(signs)})
    base, grown = boost(seen, np.array([float(row.is_journey) for row in rows]))
    asked = sorted({column for columns, _ in grown for column in columns})
    place = {column: at for at, column in enumerate(asked)}
    return {
        "sentences": min(story.sentences for story in taught),
        "signs": [signs[column] for column in asked],
        "base": round(base, 3),
        "trees": [
            [[place[column] for column in columns], [round(float(leaf), 3) for leaf in leaves]]
            for columns, leaves in grown
        ],
    }


def boost(seen: np.ndarray, truth: np.ndarray) -> tuple[float, list[tuple[list[int], np.ndarray]]]:
    """Fit trees to rows of zeros and ones; give the weight to begin with, signs and leaves."""
    seen = np.ascontiguousarray(seen, dtype=np.float32)
    base = float(np.log(truth.mean() / (1.0 - truth.mean())))
    weights, random = np.full(len(seen), base), np.random.default_rng(_SEED)
    grown = []
    for _ in range(_ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-weights))
        slope, bend = chance - truth, np.maximum(chance * (1.0 - chance), _LEAST_BEND)
        node, asked = np.zeros(len(seen), dtype=int), list[int]()
        for level in range(_DEPTH):
            allowed = random.permutation(seen.shape[1])[: max(1, round(_SHARE * seen.shape[1]))]
            gain = _gain(seen, node, np.stack([slope, bend]), 1 << level)
            asked.append(int(allowed[np.argmax(gain[allowed])]))
            node = node * 2 + (seen[:, asked[-1]] > 0)
        slopes, bends = (np.bincount(node, one, 1 << _DEPTH) for one in (slope, bend))
        leaves = -_RATE * slopes / (bends + _RIDGE)
        weights += leaves[node]
        grown.append((asked, leaves))
    return base, grown


def _gain(seen: np.ndarray, node: np.ndarray, slope_bend: np.ndarray, nodes: int) -> np.ndarray:
    """How much better it gets by each sign, asked at all nodes."""
    spread = np.zeros((2 * nodes, len(seen)), dtype=np.float32)
    rows = np.arange(len(seen))
    spread[node, rows], spread[nodes + node, rows] = slope_bend
    with_sign = spread @ seen
    parts = (with_sign, spread.sum(axis=1)[:, None] - with_sign)
    gains = [one[:nodes] ** 2 / (one[nodes:] + _RIDGE) for one in parts]
    return np.asarray(np.add(*gains).sum(axis=0))


def told(held_out: Sequence[Story], table: Mapping[str, Any]) -> str:
    """Say how many drafts some trees would leave out, of those that are journeys and the others."""
    rows = [lesson for story in held_out for lesson in story.lessons]
    is_out = to_trees(table).weigh([row.signs for row in rows]) < 0
    truth = np.array([row.is_journey for row in rows])
    return (
        f"{int((is_out & ~truth).sum())} of {int((~truth).sum())} that are no journeys left out, "
        f"{int((is_out & truth).sum())} of {int(truth.sum())} that are"
    )


if __name__ == "__main__":
    main()
