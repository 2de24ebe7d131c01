"""Stories of our own with their places go in; weights of signs, corrected by them, come out.

    python -m tools.fit_name_signs benchmarks/stories/learned-a.jsonl benchmarks/stories/fresh.jsonl

`tools.fit_toponyms` learns from marked sentences of encyclopedias, letters and talks; whole stories
name small places in passing more often. A logistic regression again, but one that begins at the
weights in use and is held near them: by ``_PULL`` for signs of the name itself, of lists and of
travel, and for good for signs of bodies and people, which are too rare in the stories. The result
is ``by_stories`` in ``data/lexicon/en/name_signs.json`` and goes before the other weights.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.adapters.gazetteer import open_gazetteer
from geo.contracts import Source
from geo.read import read_text
from geo.settings import Settings
from geo.text import make_document
from geo.toponyms.judge import score_names
from geo.toponyms.people import known_people
from tools.fit_toponyms import TABLE, Lesson

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.ports import Gazetteer

_ROUNDS = 30
_PULL = 5.0
# A name is marked for a chance of more than about two in three: a wrong pin is worse than none.
_MARGIN = 0.6
_LEAST_CHANGE = 0.05
_OF_NAME = re.compile(
    r"any name|is an? .+|is another .+|a name .+|a feature .+|a town's .+|an alias|very short"
    r"|a rare .+|a first name.*|a surname(?!.* here).*|a common word.*|in a title|begins .+"
    r"|among .+|(?:after|before) another place|a journey before|a person of it after"
    r"|.*preposition before|a (?:small )?word after|speech after|action after"
)


def main() -> None:
    """Read the stories, fit, write the table, say how many names are told right."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path)
    args = parser.parse_args()
    gazetteer = open_gazetteer(Settings())
    rows = [json.loads(line) for path in args.stories for line in path.open(encoding="utf-8")]
    lessons = [lesson for row in rows for lesson in lessons_of(row, gazetteer)]
    table: dict[str, Any] = json.loads(TABLE.read_text("utf-8"))
    before = {**table["fitted"], **table["by_hand"]}
    after, right = corrected(lessons, before)
    table["by_stories"] = {
        sign: round(weight, 2)
        for sign, weight in sorted(after.items())
        if abs(weight - before.get(sign, 0.0)) >= _LEAST_CHANGE
    }
    TABLE.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(lessons):,} names, {right:.1%} told right")


def corrected(
    lessons: Sequence[Lesson], before: Mapping[str, float]
) -> tuple[dict[str, float], float]:
    """Fit the weights, held near those of before; return them and the share told right."""
    signs = sorted({sign for lesson in lessons for sign in lesson.signs} | set(before))
    column = {sign: index for index, sign in enumerate(signs)}
    seen = np.zeros((len(lessons), len(signs)))
    for row, lesson in enumerate(lessons):
        seen[row, [column[sign] for sign in lesson.signs]] = 1.0
    seen[:, column["any name"]] = 1.0
    truth = np.array([lesson.is_place for lesson in lessons], dtype=float)
    start = np.array([before.get(sign, 0.0) for sign in signs])
    is_free = np.array([_OF_NAME.fullmatch(sign) is not None for sign in signs])
    weights, mine, pull = start.copy(), seen[:, is_free], np.eye(int(is_free.sum())) * _PULL
    for _ in range(_ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-seen @ weights))
        slope = mine.T @ (chance - truth) + _PULL * (weights - start)[is_free]
        bend = (mine.T * (chance * (1.0 - chance))) @ mine + pull
        weights[is_free] -= np.linalg.solve(bend, slope)
    weights[column["any name"]] -= _MARGIN
    right = float(np.mean((seen @ weights > 0) == (truth > 0)))
    return dict(zip(signs, map(float, weights), strict=True)), right


def lessons_of(row: Mapping[str, Any], gazetteer: Gazetteer) -> Iterator[Lesson]:
    """Give each known name of a story with its signs, unless it is but a part of a place's name."""
    article, _ = read_text(Source(text=row["text"]), Settings())
    document, _ = make_document(article, None, gazetteer)
    sentences = document.name_words
    people = known_people(document, sentences)
    text = article.text
    places = [span for place in row["places"] for span in _spans(place["text"], text)]
    others = [span for name in row["not_places"] for span in _spans(name, text)]
    told = {place["text"].lower() for place in row["places"]}
    for found in score_names(sentences, people, gazetteer, is_lower=False):
        start, stop = found.match.start, found.match.stop
        is_inside = any(first < stop and start < end for first, end in places)
        if any(first <= start and stop <= end for first, end in others):
            yield Lesson(found.signs, is_place=False)
        elif (start, stop) in places:
            yield Lesson(found.signs, is_place=True)
        elif text[start:stop].isupper() and len(text[start:stop]) > 1:
            # A dateline: the answers have its town as the story writes it elsewhere.
            if text[start:stop].lower() in told:
                yield Lesson(found.signs, is_place=True)
        elif not is_inside:
            yield Lesson(found.signs, is_place=False)


def _spans(name: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


if __name__ == "__main__":
    main()
