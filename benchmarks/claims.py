"""Sentences with known distances go in; how well true figures and slips are told apart comes out.

``python -m benchmarks.claims FILE.jsonl [--json]``. Each line is an object with ``sentence``,
``subject`` and ``anchor`` (``name``, ``lon``, ``lat``), ``value``, ``unit``, ``hedge``. A figure
is judged as it is and falsified (times 1.609344, divided by it, doubled, halved, times ten, rounded
to as many digits as it was written with, two at least), with the two places given. A verdict of
"cannot tell" counts half. ``by_reading`` counts "holds only if" as half too. Then the sentences
themselves are read, with the subject's name as headline and the anchor's name marked.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from dataclasses import dataclass
from math import floor, log10
from pathlib import Path
from typing import Any

from geo.checks import check_claims
from geo.claims import find_claims
from geo.contracts import (
    Article,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Geocode,
    Place,
    Sense,
    Span,
    Subject,
    Toponym,
    ToponymKind,
    Verdict,
)
from geo.text import make_document
from geo.text.quantities import find_amounts

FACTORS = {
    "×1.609": 1.609344,
    "÷1.609": 1 / 1.609344,
    "×2": 2.0,
    "×0.5": 0.5,
    "×10": 10.0,
}
_RIGHT = {("subject", "anchor"), ("again", "anchor")}
_LEAST_KM = 10.0
_UNIT_WORDS = ("kilomet", "miles were", "miles twice", "nautical", "statute")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What became of the figures of one kind."""

    accepted: float = 0.0
    only_if: float = 0.0
    cannot_tell: float = 0.0
    refused: float = 0.0
    unit_slip: float = 0.0
    named: float = 0.0


def main() -> None:
    """Read the arguments, run both modes and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text("utf-8").splitlines() if line]
    result = {**judge_all(rows), **read_all(rows)}
    print(json.dumps(result, indent=1, ensure_ascii=False) if options.json else _table(result))


def judge_all(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Judge every figure as it is and falsified, the places being given."""
    usable = [row for row in rows if row["claimed_km"] >= _LEAST_KM]
    kinds = {"true": 1.0, **FACTORS}
    scores = {
        name: _score([_outcome(row, factor) for row in usable]) for name, factor in kinds.items()
    }
    true = scores["true"]
    rejected = [1 - scores[name].accepted - scores[name].cannot_tell / 2 for name in FACTORS]
    right = true.accepted + true.cannot_tell / 2
    falsified = list(FACTORS)
    slips = [scores[name] for name in falsified[:2]]
    return {
        "claims": len(usable),
        "balanced_accuracy": (right + sum(rejected) / len(rejected)) / 2,
        "unit_slip_named": sum(s.unit_slip for s in slips) / (sum(s.refused for s in slips) or 1.0),
        "cannot_tell": sum(score.cannot_tell for score in scores.values()) / len(scores),
        "by_kind": {
            name: {
                "accepted": score.accepted,
                "only_if": score.only_if,
                "refused": score.refused,
                "cannot_tell": score.cannot_tell,
                "unit_slip_named": score.unit_slip,
            }
            for name, score in scores.items()
        },
    }


def _outcome(row: dict[str, Any], factor: float) -> Score:
    claim, geocodes = _given(row, factor)
    (check,) = check_claims((claim,), geocodes, (), ())
    slips = [reading.note for reading in check.readings if reading.slip]
    refused = check.verdict is Verdict.REFUTED
    unit_slip = refused and any(word in note for note in slips for word in _UNIT_WORDS)
    return Score(
        accepted=float(check.verdict is Verdict.SUPPORTED),
        only_if=float(bool(check.only_if)),
        cannot_tell=float(check.verdict is Verdict.NOT_ENOUGH_INFO),
        refused=float(refused),
        unit_slip=float(unit_slip),
        named=float(refused and bool(slips)),
    )


def _score(outcomes: list[Score]) -> Score:
    count = len(outcomes) or 1
    names = ("accepted", "only_if", "cannot_tell", "refused", "unit_slip", "named")
    return Score(**{name: sum(getattr(one, name) for one in outcomes) / count for name in names})


def _given(row: dict[str, Any], factor: float) -> tuple[Claim, tuple[Geocode, ...]]:
    value = falsified(row["value"], factor)
    words = f"{row['hedge']} {value} {row['unit']}".strip()
    (amount,) = find_amounts(words, 0)
    geocodes = tuple(
        Geocode(toponym_id=side, place=_place(row[side]), probability=1.0)
        for side in ("subject", "anchor")
    )
    claim = Claim(
        id="c1",
        kind=ClaimKind.SEPARATION,
        subject=Subject(toponym_ids=("subject", "anchor")),
        quantity=amount.quantity,
        span=amount.quantity.span,
    )
    return claim, geocodes


def falsified(value: str, factor: float) -> str:
    """Multiply a figure and round it to as many digits as it had, two at least."""
    plain = value.replace(",", "")
    if factor == 1.0:
        return value
    digits = max(2, len(plain.replace(".", "").strip("0")))
    number = float(plain) * factor
    places = digits - 1 - floor(log10(number))
    return f"{round(number, places):.{max(0, places)}f}"


def _place(end: dict[str, Any]) -> Place:
    return Place(
        gazetteer="benchmark",
        feature_id=f"{end['name']} {end['lon']} {end['lat']}",
        name=end["name"],
        lon=end["lon"],
        lat=end["lat"],
        feature_class="P",
        feature_code="PPL",
        population=end.get("population", 0),
    )


def read_all(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Read the sentences and count where the figure was tied to both places."""
    marked = [(row, one) for row in rows if (one := _article(row))]
    documents = [make_document(one[0], None)[0] for _, one in marked]
    begin = time.perf_counter()
    found = [
        (row, find_claims(one[0], document, *one[1:], ())[0])
        for (row, one), document in zip(marked, documents, strict=True)
    ]
    seconds = time.perf_counter() - begin
    right = sum(any(_is_it(row, claim) for claim in claims) for row, claims in found)
    wrong = sum(
        1
        for row, claims in found
        for claim in claims
        if len(claim.subject.toponym_ids) > 1
        and claim.kind is ClaimKind.SEPARATION
        and claim.subject.toponym_ids[1] == "anchor"
        and not _is_it(row, claim)
    )
    return {
        "sentences": len(rows),
        "with_the_anchor_in_words": len(marked),
        "extraction_recall": right / (len(marked) or 1),
        "extraction_recall_of_all": right / (len(rows) or 1),
        "wrong_figures_tied": wrong,
        "sentences_per_s": len(marked) / seconds if seconds else 0.0,
    }


def _is_it(row: dict[str, Any], claim: Claim) -> bool:
    if claim.quantity is None:
        return False
    km = claim.quantity.value_si / 1000.0
    return claim.subject.toponym_ids in _RIGHT and abs(km / row["claimed_km"] - 1) < 0.01  # noqa: PLR2004 - one in a hundred is rounding


def _article(
    row: dict[str, Any],
) -> tuple[Article, tuple[Toponym, ...], tuple[Geocode, ...]] | None:
    """Make an article of the subject's name and the sentence; None if the anchor is not in it."""
    sentence, head = row["sentence"], row["subject"]["name"]
    figure = max(0, sentence.find(row["value"]))
    anchor = _find(row["anchor"]["name"], sentence, figure)
    if anchor is None:
        return None
    text = f"{head}\n{sentence}"
    offset = len(head) + 1
    cuts = (
        Span(start=0, end=len(head), text=head),
        Span(start=offset, end=len(text), text=sentence),
    )
    kinds = (BlockKind.HEADLINE, BlockKind.BODY)
    article = Article(
        id="b",
        title=head,
        text=text,
        blocks=tuple(Block(kind=kind, span=span) for kind, span in zip(kinds, cuts, strict=True)),
        sentences=cuts,
    )
    named = [("subject", cuts[0])]
    subject = _find(head, sentence, 0) or _find(head[1:], sentence[:60], 0)
    if subject and subject[0] < figure:
        named.append(("again", article.span(offset + subject[0], offset + subject[1])))
    named.append(("anchor", article.span(offset + anchor[0], offset + anchor[1])))
    toponyms = tuple(
        Toponym(id=key, span=span, kind=ToponymKind.NAME, sense=Sense.LITERAL, name=span.text)
        for key, span in named
    )
    geocodes = tuple(
        Geocode(
            toponym_id=key,
            place=_place(row["anchor" if key == "anchor" else "subject"]),
            probability=1.0,
        )
        for key, _ in named
    )
    return article, toponyms, geocodes


def _find(name: str, sentence: str, start: int) -> tuple[int, int] | None:
    """Find a name, or what stands before its comma or bracket, at or after an offset."""
    for word in (name, re.split(r",| \(", name, maxsplit=1)[0]):
        at = sentence.find(word, start)
        if word and at >= 0:
            return at, at + len(word)
    return None


def _table(result: dict[str, Any]) -> str:
    lines = [
        f"{name:<28}{value:>10,.3f}" if isinstance(value, float) else f"{name:<28}{value:>10,}"
        for name, value in result.items()
        if not isinstance(value, dict)
    ]
    lines.append(
        f"{'':<10}{'accepted':>10}{'only if':>10}{'refused':>10}{'cannot':>10}{'unit slip':>10}"
    )
    lines += [
        f"{name:<10}" + "".join(f"{value:>10.3f}" for value in row.values())
        for name, row in result["by_kind"].items()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
