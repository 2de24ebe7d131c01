"""Stories with the right journeys go in; what speaks for and against drafts of journeys comes out.

    python -m tools.fit_journeys benchmarks/stories/fresh.jsonl benchmarks/stories/learned-*.jsonl

The weights are those of a logistic regression with a ridge penalty. Besides, each file is judged by
weights fitted to the others, and how many of its drafts would be left out is printed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.contracts import Source
from geo.journeys.choosing import TABLE, is_judged, to_judge
from geo.journeys.find import draft_journeys
from geo.journeys.signs import signs_of
from geo.journeys.story.draft import ENDS
from geo.journeys.story.legs import make_itinerary
from geo.pipeline import read
from geo.resolve import resolve
from geo.settings import Settings
from geo.text import with_referents
from geo.wiring import kept_services
from tools.regression import regress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from geo.contracts import End, Itinerary, Leg, Toponym
    from geo.journeys.find import Drafted
    from geo.pipeline import Services

_RIDGE = 12.0
_LEAST = 20  # drafts that must have a sign
_DOUBT = 0.3  # by how much more must speak for a journey: one invented is worse than one missed
_PARTLY = 0.8  # how far a draft is right of which one end is
_PASSED_OVER = frozenset({"the", "a", "an", "of", "and"})


class Lesson(NamedTuple):
    """The signs of a draft, and how far it is right: 1 where its story has just that journey."""

    signs: set[str]
    right: float


class Story(NamedTuple):
    """What a story teaches, and how many sentences it has."""

    lessons: list[Lesson]
    sentences: int


class Fitting(NamedTuple):
    """How a story teaches, how weights are fitted, how what they would do is told."""

    lessons: Callable[[Mapping[str, Any], Services], Story]
    fit: Callable[[Sequence[Story]], dict[str, Any]]
    told: Callable[[Sequence[Story], Mapping[str, Any]], str]


class DraftedStory(NamedTuple):
    """The drafts of a story, and the itinerary that each would make."""

    drafted: Drafted
    made: list[Itinerary]
    toponyms: Mapping[str, Toponym]
    sentences: int


class Pair(NamedTuple):
    """A leg of the draft of a number, the right journey that it is, and their ends in common."""

    number: int
    leg: Leg
    journey: Mapping[str, Any]
    agree: int


def main() -> None:
    """Fit what judges drafts."""
    run(str(__doc__), TABLE, Fitting(lessons, fit, told))


def run(about: str, table: str, fitting: Fitting) -> None:
    """Read the stories, fit, write the table, say what weights fitted to other files would do."""
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Settings().data / "lexicon" / "en" / table)
    args = parser.parse_args()
    services = kept_services(Settings())
    files = {
        path: [fitting.lessons(json.loads(line), services) for line in path.open(encoding="utf-8")]
        for path in args.stories
    }
    for path, held_out in files.items():
        others = [one for other, some in files.items() if other != path for one in some]
        if others:
            print(f"{path.name}, not fitted to: {fitting.told(held_out, fitting.fit(others))}")
    fitted = fitting.fit([one for some in files.values() for one in some])
    args.out.write_text(json.dumps(fitted, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{args.out}: fitted to {sum(map(len, files.values()))} stories")


def lessons(story: Mapping[str, Any], services: Services) -> Story:
    """Draft the journeys of one story, and say which of the drafts it has."""
    told = draft_story(story, services)
    met = _met(paired(story["journeys"], told))
    found = [
        Lesson(signs=signs, right=met.get(number, 0.0))
        for number, signs in enumerate(signs_of(told.drafted.drafts))
        if is_judged(told.drafted.drafts[number])
    ]
    return Story(lessons=found, sentences=told.sentences)


def draft_story(story: Mapping[str, Any], services: Services) -> DraftedStory:
    """Draft the journeys of one story as far as grammar and rules go."""
    published = date.fromisoformat(story["published"]) if story.get("published") else None
    reading = read(Source(text=story["text"], published=published), services)
    article, toponyms = reading.article, reading.toponyms
    geocodes, _ = resolve(article, toponyms, services.gazetteer, services.boundaries)
    document = with_referents(article, reading.document, toponyms, geocodes)
    drafted = draft_journeys(article, document, toponyms, geocodes)
    return DraftedStory(
        drafted=drafted,
        made=[
            make_itinerary(draft, number, drafted.places, article.published)
            for number, draft in enumerate(drafted.drafts)
        ],
        toponyms={one.id: one for one in toponyms},
        sentences=len(document.sentences),
    )


def paired(right: Sequence[Mapping[str, Any]], told: DraftedStory) -> Iterator[Pair]:
    """Pair legs with right journeys, each once, those with most ends in common first."""
    legs = [(number, leg) for number, one in enumerate(told.made) for leg in one.legs]
    pairs = sorted(
        (
            (likeness, -abs(i - j), i, j)
            for i, journey in enumerate(right)
            for j, (_, leg) in enumerate(legs)
            if (likeness := _likeness(journey, leg, told.toponyms)) is not None
        ),
        reverse=True,
    )
    used = set[tuple[str, int]]()
    for (agree, *_), _, i, j in pairs:
        if used.isdisjoint({("journey", i), ("leg", j)}):
            used |= {("journey", i), ("leg", j)}
            yield Pair(number=legs[j][0], leg=legs[j][1], journey=right[i], agree=agree)


def _met(pairs: Iterable[Pair]) -> dict[int, float]:
    """Say how far each draft is right of which a leg was paired."""
    met = dict[int, float]()
    for one in pairs:
        share = 1.0 if one.agree == len(ENDS) else _PARTLY
        met[one.number] = max(share, met.get(one.number, 0.0))
    return met


def _likeness(
    journey: Mapping[str, Any], leg: Leg, toponyms: Mapping[str, Toponym]
) -> tuple[int, int, bool] | None:
    """Count ends in common, none and none among them; None where no place is in common."""
    agree = shared = 0
    for role, end in zip(ENDS, (leg.origin, leg.destination), strict=True):
        wanted, called = words(journey[role.value]), called_by(end, toponyms)
        shared += bool(wanted & called)
        agree += bool(wanted & called) or not (wanted or called)
    is_who = bool(words(journey["traveller"]) & words(leg.traveller))
    return (agree, shared, is_who) if shared else None


def called_by(end: End | None, toponyms: Mapping[str, Toponym]) -> set[str]:
    """List the words by which an end is called: its name, and those of the text."""
    if end is None:
        return set()
    toponym = toponyms.get(end.toponym_id or "")
    return words(end.place.name) | words(toponym.span.text if toponym else "")


def words(text: str | None) -> set[str]:
    """List the words of a name that tell something."""
    return set(re.findall(r"\w+", (text or "").casefold())) - _PASSED_OVER


def fit(
    taught: Sequence[Story], ridge: float = _RIDGE, least: int = _LEAST, doubt: float = _DOUBT
) -> dict[str, Any]:
    """Fit weights to what stories teach, as a table that `geo.journeys.choosing` reads."""
    lessons = [lesson for story in taught for lesson in story.lessons]
    counts = Counter(sign for lesson in lessons for sign in lesson.signs)
    kept = {sign for sign, count in counts.items() if count >= least}
    rows = [lesson.signs & kept for lesson in lessons]
    base, weights = regress(rows, [lesson.right for lesson in lessons], ridge)
    return {
        "sentences": min(story.sentences for story in taught),
        "any draft": round(base - doubt, 2),
        "signs": {sign: round(weight, 2) for sign, weight in weights.items()},
    }


def told(held_out: Sequence[Story], table: Mapping[str, Any]) -> str:
    """Say how many drafts some weights would leave out, by how far they are right."""
    judge = to_judge(table)
    rows = [lesson for story in held_out for lesson in story.lessons]
    out = Counter(one.right for one in rows if judge.weigh(one.signs) < 0)
    every = Counter(one.right for one in rows)
    kinds = ((0.0, "no journeys"), (_PARTLY, "journeys in part"), (1.0, "journeys"))
    return "left out " + ", ".join(f"{out[one]} of {every[one]} {kind}" for one, kind in kinds)


if __name__ == "__main__":
    main()
