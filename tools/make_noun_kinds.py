"""WordNet goes in; what each common noun names comes out: people, an animal, a vehicle, a place.

    python -m tools.make_noun_kinds FOLDER

FOLDER holds Debian's ``wordnet-base``, unpacked (``usr/share/wordnet``). A noun's senses are
weighed by how often each was met in the texts that WordNet counts; a noun is written down where
most of that weight is on one kind, and an English dictionary writes it small.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from geo.lexicon.names import dictionary
from geo.settings import Settings

TO = Settings().data / "lexicon" / "en" / "noun_kinds.tsv"

_LEAST_SHARE = 0.7  # of a noun's weight on one kind
_HABIT = 0.5  # weight of a sense that was never met; twice that for the first
_INSTANCE = "@i"
_PLACE_FILE = 15  # WordNet's file of places
_GOODS_FILES = frozenset({13, 20, 27})  # food, plants, substances

# What a noun of a kind is a sort of: a word of WordNet and the number of its sense.
_ROOTS = (
    ("person", (("person", 1),)),
    ("group", (("people", 1), ("social_group", 1), ("gathering", 1), ("organization", 1))),
    ("vehicle", (("vehicle", 1),)),
    ("bird", (("bird", 1),)),
    ("fish", (("fish", 1), ("aquatic_mammal", 1), ("sea_turtle", 1))),
    ("animal", (("animal", 1),)),
    ("place", (("structure", 1), ("facility", 1), ("way", 6), ("area", 1))),
    ("goods", (("artifact", 1), ("document", 1))),
)
_KEPT = frozenset({"person", "group", "vehicle", "place", "bird", "fish", "animal"})


class _Meaning(NamedTuple):
    file: int
    words: tuple[str, ...]
    above: tuple[str, ...]
    is_instance: bool


def main() -> None:
    """Write ``noun_kinds.tsv``."""
    (folder,) = (path.parent for path in Path(sys.argv[1]).rglob("data.noun"))
    meanings, senses, met = _meanings(folder), _senses(folder), _met(folder)
    roots = [(kind, {senses[word][number - 1] for word, number in of}) for kind, of in _ROOTS]
    small = dictionary()
    rows = []
    for noun, numbers in senses.items():
        if noun not in small:
            continue
        weight: dict[str, float] = defaultdict(float)
        for place, meaning in enumerate(numbers):
            if any(each[:1].isupper() for each in meanings[meaning].words if each.lower() == noun):
                continue
            weight[_kind(meanings, meaning, roots)] += met[noun, place + 1] + (
                _HABIT if place else 2 * _HABIT
            )
        kind = max(weight, key=weight.__getitem__, default="")
        if kind in _KEPT and weight[kind] >= _LEAST_SHARE * sum(weight.values()):
            rows.append(f"{noun}\t{kind}")
    TO.write_text("\n".join(sorted(rows)) + "\n", "utf-8")


def _kind(meanings: dict[str, _Meaning], meaning: str, roots: list[tuple[str, set[str]]]) -> str:
    above, todo = {meaning}, [meaning]
    while todo:
        new = [each for each in meanings[todo.pop()].above if each not in above]
        above.update(new)
        todo += new
    it = meanings[meaning]
    if it.file == _PLACE_FILE or it.is_instance:
        return "place"
    found = next((kind for kind, root in roots if root & above), "")
    return found or ("goods" if it.file in _GOODS_FILES else "idea")


def _meanings(folder: Path) -> dict[str, _Meaning]:
    """Read meanings by their offset, as the manual page wndb(5WN) describes them."""
    found = {}
    for line in _lines(folder / "data.noun"):
        fields = line.partition(" | ")[0].split()
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        links = [(pointers[at], pointers[at + 1]) for at in range(0, len(pointers) - 3, 4)]
        found[fields[0]] = _Meaning(
            file=int(fields[1]),
            words=tuple(fields[4 : 4 + 2 * count : 2]),
            above=tuple(to for sign, to in links if sign in {"@", _INSTANCE}),
            is_instance=any(sign == _INSTANCE for sign, _ in links),
        )
    return found


def _senses(folder: Path) -> dict[str, list[str]]:
    """Read the meanings of each noun, the commonest first."""
    rows = (line.split() for line in _lines(folder / "index.noun"))
    return {row[0]: row[-int(row[2]) :] for row in rows}


def _met(folder: Path) -> Counter[tuple[str, int]]:
    """Read how often each sense of a noun was met in WordNet's texts."""
    met: Counter[tuple[str, int]] = Counter()
    for line in _lines(folder / "cntlist.rev"):
        key, number, count = line.split()
        noun, _, rest = key.partition("%")
        if rest.startswith("1:"):
            met[noun, int(number)] = int(count)
    return met


def _lines(path: Path) -> list[str]:
    """Read a file of WordNet without its licence, whose lines start with blanks."""
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("  ")]


if __name__ == "__main__":
    main()
