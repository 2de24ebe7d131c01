"""Stories with the right journeys go in; what speaks for and against a way of travel comes out.

    python -m tools.fit_modes benchmarks/stories/fresh.jsonl benchmarks/stories/learned-*.jsonl

Learned is only from journeys that do not say by what they go: each of five ways is right or not.
The weights are those of a logistic regression with a ridge penalty. Besides, each file is judged by
weights fitted to the others, and how many ways would be right is printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.contracts import Mode
from geo.journeys.choosing import choose, to_judge
from geo.journeys.mode_signs import ModeSigns
from geo.journeys.modes import TABLE, likely_mode
from geo.journeys.story.telling import mode_of
from geo.settings import Settings
from geo.wiring import kept_services
from tools.fit_journeys import draft_story, paired
from tools.regression import regress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.contracts import Span
    from geo.pipeline import Services

_RIDGE = 7.0
_LEAST = 8  # ways that must have a sign
_SENTENCES = 8  # in shorter texts too little is told beside a journey
_DOUBT = 0.2  # by how much more must speak for a way: a wrong one is worse than none


class Lesson(NamedTuple):
    """The signs of each way that a journey may have gone by, and how it did go."""

    signs: Mapping[Mode, Mapping[str, Span | None]]
    right: Mode


def main() -> None:
    """Read the stories, fit, write the table, say what weights fitted to other files would do."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Settings().data / "lexicon" / "en" / TABLE)
    args = parser.parse_args()
    services = kept_services(Settings())
    files = {path: learned(path, services) for path in args.stories}
    for path, held_out in files.items():
        others = [one for other, some in files.items() if other != path for one in some]
        if others:
            print(f"{path.name}, not fitted to: {told(held_out, fit(others))}")
    table = fit([one for some in files.values() for one in some])
    args.out.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{args.out}: fitted to {sum(map(len, files.values()))} journeys")


def learned(path: Path, services: Services) -> list[Lesson]:
    """Draft the journeys of each story as far as grammar and rules go, and compare."""
    return [
        one for line in path.open(encoding="utf-8") for one in lessons(json.loads(line), services)
    ]


def lessons(story: Mapping[str, Any], services: Services) -> list[Lesson]:
    """Draft the journeys of one story, and note how those go that do not say it."""
    told = draft_story(story, services)
    drafts, _ = choose(told.drafted.drafts, told.sentences)
    legs = {id(one): made for one, made in zip(told.drafted.drafts, told.made, strict=True)}
    made = [legs[id(one)] for one in drafts]
    said = [mode_of(one)[0] for one in drafts]
    signs = ModeSigns(drafts, told.drafted.scenes, said)
    return [
        Lesson(signs=signs.signs(one.number), right=Mode(one.journey["mode"]))
        for one in paired(story["journeys"], told._replace(made=made))
        if said[one.number] is Mode.UNKNOWN and one.leg is made[one.number].legs[0]
    ]


def fit(taught: Sequence[Lesson]) -> dict[str, Any]:
    """Fit weights to what stories teach, as the table that `geo.journeys.modes` reads."""
    ways = [
        (set(signs), lesson.right is mode)
        for lesson in taught
        for mode, signs in lesson.signs.items()
    ]
    counts = Counter(sign for signs, _ in ways for sign in signs)
    kept = {sign for sign, count in counts.items() if count >= _LEAST}
    rows = [signs & kept for signs, _ in ways]
    base, weights = regress(rows, [float(right) for _, right in ways], _RIDGE)
    return {
        "sentences": _SENTENCES,
        "any draft": round(base - _DOUBT, 2),
        "signs": {sign: round(weight, 2) for sign, weight in weights.items()},
    }


def told(held_out: Sequence[Lesson], table: Mapping[str, Any]) -> str:
    """Say how many ways some weights would give, and how many of those are right."""
    judge = to_judge(table)
    given = [(likely_mode(one.signs, judge), one.right) for one in held_out]
    met = [(found.mode, right) for found, right in given if found is not None]
    right = sum(found is its for found, its in met)
    vain = sum(its is Mode.UNKNOWN for _, its in met)
    return (
        f"{len(met)} of {len(given)} journeys get a way: {right} the right one, "
        f"{len(met) - right - vain} another, {vain} where the answer has none"
    )


if __name__ == "__main__":
    main()
