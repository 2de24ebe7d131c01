"""Sentences marked with places go in; the weights of the recogniser's signs come out.

    python -m tools.fit_toponyms wikigold.jsonl gum.jsonl uner_ewt.jsonl wnut17.jsonl

One sentence a line, ``{"tokens": [...], "tags": [...]}`` with BIO tags (LOC, PER, ORG, MISC). The
weights are those of a logistic regression with a ridge penalty, found by Newton's method, and are
written to ``fitted`` in ``data/lexicon/en/name_signs.json``. What stands there under ``by_hand``
goes before them and is left alone: signs too rare in the texts to learn, or other in news.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.contracts import Article, Block, BlockKind, Span
from geo.settings import Settings
from geo.text import make_document
from geo.toponyms.judge import score_names
from geo.toponyms.people import known_people
from tools.regression import regress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.ports import Gazetteer

TABLE = Settings().data / "lexicon" / "en" / "name_signs.json"

# Sentences read together, as if they were one story: surnames are known from one to the next.
_TOGETHER = 8
_RIDGE = 1.0
_NO_SPACE_BEFORE = frozenset(".,;:!?)]'’”%-/") | {
    "'s",
    "’s",
    "n't",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "'m",
}
_NO_SPACE_BEHIND = ("(", "[", "“", "$", "-", "/")


class Marked(NamedTuple):
    """A sentence as text, and the spans marked in it with what they are."""

    text: str
    spans: Sequence[tuple[int, int, str]]


class Lesson(NamedTuple):
    """The signs seen at one name, and whether it is a place."""

    signs: frozenset[str]
    is_place: bool


def main() -> None:
    """Read the texts, fit, write the table, say how well it does on what it was fitted to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", nargs="+", type=Path)
    args = parser.parse_args()
    gazetteer = open_gazetteer(Settings())
    lessons = [lesson for path in args.texts for lesson in _lessons(path, gazetteer)]
    fitted, right = fit(lessons)
    table: dict[str, Any] = json.loads(TABLE.read_text("utf-8"))
    table["fitted"] = {sign: round(weight, 2) for sign, weight in sorted(fitted.items())}
    TABLE.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(lessons):,} names, {right:.1%} told right")


def fit(lessons: Sequence[Lesson]) -> tuple[dict[str, float], float]:
    """Fit one weight a sign and "any name"; return them and the share told right."""
    rows = [lesson.signs for lesson in lessons]
    base, weights = regress(rows, [float(lesson.is_place) for lesson in lessons], _RIDGE)
    told = [(base + sum(weights[one] for one in row) > 0) for row in rows]
    right = sum(one == lesson.is_place for one, lesson in zip(told, lessons, strict=True))
    return {**weights, "any name": base}, right / len(lessons)


def _lessons(path: Path, gazetteer: Gazetteer) -> Iterator[Lesson]:
    marked = [_marked(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
    for start in range(0, len(marked), _TOGETHER):
        part = marked[start : start + _TOGETHER]
        article = _article([one.text for one in part])
        document, _ = make_document(article, None, gazetteer)
        sentences = document.name_words
        people = known_people(document, sentences)
        for found in score_names(sentences, people, gazetteer, is_lower=False):
            base = sentences[found.number].span.start
            kind = _kind(part[found.number], found.match.start - base, found.match.stop - base)
            # A place's name inside an organisation's teaches neither.
            if kind != "ORG":
                yield Lesson(found.signs, kind == "LOC")


def _article(texts: Sequence[str]) -> Article:
    """Lay sentences out as one story, a line each."""
    text = "\n".join(texts)
    spans: list[Span] = []
    for one in texts:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start=start, end=start + len(one), text=one))
    block = Block(kind=BlockKind.BODY, span=Span(start=0, end=len(text), text=text))
    return Article(id="", title="", text=text, blocks=(block,), sentences=tuple(spans))


def _kind(one: Marked, start: int, stop: int) -> str:
    """Say as what a name is marked; "" for an organisation that is called just so."""
    for first, end, kind in one.spans:
        if first < stop and start < end:
            return "" if kind == "ORG" and start <= first and end <= stop else kind
    return ""


def _marked(row: dict[str, Any]) -> Marked:
    text, spans, is_open = "", [], False
    for token, tag in zip(row["tokens"], row["tags"], strict=True):
        if text and token not in _NO_SPACE_BEFORE and not text.endswith(_NO_SPACE_BEHIND):
            text += " "
        start = len(text)
        text += token
        if tag == "O":
            is_open = False
        elif tag.startswith("B-") or not is_open:
            spans.append((start, len(text), tag[2:]))
            is_open = True
        else:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
    return Marked(text, spans)


if __name__ == "__main__":
    main()
