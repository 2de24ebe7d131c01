"""Numbers the labels that the model chooses among, and puts lemmas as rules of ending.

A rule says how many letters to cut off a word in small letters and what to put there instead:
"3:y" makes "city" of "cities". Whether a name keeps its capitals is told while reading.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.train_grammar.treebank import Lesson

# A rule seen more rarely is a slip or an oddity: the word itself is then its lemma.
_LEAST_SEEN = 3
SAME = "0:"
COLUMNS = ("tags", "forms", "fine", "lemmas", "relations", "names")
# What stands for a label that is not known: never learnt from.
NOTHING = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of each column, in the order of their numbers."""

    tags: tuple[str, ...]
    forms: tuple[str, ...]
    fine: tuple[str, ...]
    lemmas: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]

    def numbers(self, lesson: Lesson, column: str) -> list[int]:
        """Put a lesson's labels as numbers of one column: `NOTHING` where they are not known."""
        table = _table(getattr(self, column))
        values: Sequence[str] = getattr(lesson, column) or ("",) * len(lesson.words)
        if column == "lemmas" and lesson.lemmas:
            values = rules(lesson)
        return [table.get(value, NOTHING) for value in values]


@cache
def _table(labels: tuple[str, ...]) -> dict[str, int]:
    return {label: number for number, label in enumerate(labels)}


def collect(lessons: Iterable[Lesson]) -> Labels:
    """Collect the labels of all lessons, the commonest first."""
    counts: dict[str, Counter[str]] = {column: Counter() for column in COLUMNS}
    for lesson in lessons:
        for column in COLUMNS:
            counts[column].update(
                rules(lesson) if column == "lemmas" and lesson.lemmas else getattr(lesson, column)
            )
    counts["lemmas"] = Counter(
        {rule: seen for rule, seen in counts["lemmas"].items() if seen >= _LEAST_SEEN}
    )
    return Labels(
        **{
            column: tuple(
                label for label, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0]))
            )
            for column, seen in counts.items()
        }
    )


def rules(lesson: Lesson) -> list[str]:
    """Put each lemma as a rule of ending."""
    return [
        _rule(word.lower(), lemma.lower())
        for word, lemma in zip(lesson.words, lesson.lemmas, strict=True)
    ]


def _rule(word: str, lemma: str) -> str:
    if lemma == "_":
        return SAME
    common = 0
    while common < min(len(word), len(lemma)) and word[common] == lemma[common]:
        common += 1
    return f"{len(word) - common}:{lemma[common:]}"
