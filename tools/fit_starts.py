"""Stories with the right journeys go in; what speaks for and against implied starts comes out.

    python -m tools.fit_starts benchmarks/stories/fresh.jsonl benchmarks/stories/learned-*.jsonl

Only journeys that a story has teach something: whether the start that a rule proposes is theirs.
Each file is judged by weights fitted to the others as well, and what they would leave is printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo.journeys.choosing import to_judge
from geo.journeys.starting import TABLE, implied_starts
from tools.fit_journeys import (
    Fitting,
    Lesson,
    Story,
    called_by,
    draft_story,
    fit,
    paired,
    run,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.pipeline import Services

_RIDGE = 3.0
_LEAST = 12  # starts that must have a sign


def main() -> None:
    """Fit what judges implied starts."""
    run(str(__doc__), TABLE, Fitting(lessons, fit_starts, told))


def lessons(story: Mapping[str, Any], services: Services) -> Story:
    """Draft the journeys of one story, and say which of the starts that it implies are right."""
    read = draft_story(story, services)
    implied = implied_starts(read.drafted.drafts, read.drafted.scenes, read.drafted.places)
    found = [
        Lesson(
            signs=implied[one.number],
            right=float(
                bool(words(one.journey["origin"]) & called_by(one.leg.origin, read.toponyms))
            ),
        )
        for one in paired(story["journeys"], read)
        if one.number in implied and one.leg is read.made[one.number].legs[0]
    ]
    return Story(lessons=found, sentences=read.sentences)


def fit_starts(taught: Sequence[Story]) -> dict[str, Any]:
    """Fit weights to what stories teach, as the table that `geo.journeys.starting` reads."""
    return fit(taught, ridge=_RIDGE, least=_LEAST, doubt=0.0)


def told(held_out: Sequence[Story], table: Mapping[str, Any]) -> str:
    """Say how many implied starts some weights would leave, and how many of them are right."""
    judge = to_judge(table)
    rows = [lesson for story in held_out for lesson in story.lessons]
    left = [one for one in rows if judge.weigh(one.signs) >= 0]
    right, all_right = (sum(one.right == 1 for one in some) for some in (left, rows))
    return f"left {right} right of {len(left)} starts, of {all_right} right of {len(rows)}"


if __name__ == "__main__":
    main()
