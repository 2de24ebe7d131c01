"""Reads treebanks in CoNLL-U and texts with marked names; sentences with all their labels come out.

CoNLL-U is described at https://universaldependencies.org/format.html. Words that a text writes as
one ("don't") are taken apart there, as the model sees them; empty nodes are left out.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_NO_SPACE_BEFORE = frozenset(".,;:!?)]'’”%-/") | {
    *("'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m", "’re", "’ve", "’ll", "’d", "’m")
}
_OPENINGS = ("# newdoc", "# newpar")
_NO_SPACE_BEHIND = frozenset("([“$-/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A sentence to learn from.

    Attributes
    ----------
    words, spaced : the words, and before which of them a space stands.
    tags, forms, fine : universal part of speech, features, and the treebank's own tag.
    lemmas : dictionary forms.
    heads, relations : the place of each word's head (0 the root, 1 the first word), and why.
    names : BIO tags of names. Empty columns are not known and not learnt from.
    opens : whether a document or paragraph begins here.
    """

    words: tuple[str, ...]
    spaced: tuple[bool, ...]
    tags: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    opens: bool = False


def read_treebank(path: Path) -> list[Lesson]:
    """Read a ``.conllu`` or ``.conllu.xz`` file."""
    raw = path.read_bytes()
    text = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode("utf-8")
    return [_lesson(sentence.split("\n")) for sentence in text.strip().split("\n\n")]


def read_names(path: Path) -> list[Lesson]:
    """Read a ``.jsonl`` file of ``{"tokens": [...], "tags": [...]}``; spaces are guessed."""
    lessons = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        words = tuple(row["tokens"])
        if words:
            names = tuple(row["tags"])
            lessons.append(Lesson(words=words, spaced=tuple(_guess_spaces(words)), names=names))
    return lessons


def without(lessons: Iterable[Lesson], held_out: Iterable[Lesson]) -> list[Lesson]:
    """Leave out every sentence whose words stand, in whatever case, in a held-out text too."""
    never = {_key(lesson.words) for lesson in held_out}
    return [lesson for lesson in lessons if _key(lesson.words) not in never]


def _key(words: Sequence[str]) -> str:
    return "".join(words).lower()


def _lesson(lines: Sequence[str]) -> Lesson:
    rows = []
    spaced, space, inside = [], True, 0
    for line in lines:
        cells = line.split("\t")
        if line.startswith("#") or "." in cells[0]:
            continue
        if "-" in cells[0]:
            # The words of a contraction stand without a space; the row of the whole says what
            # follows the last.
            inside = int(cells[0].split("-")[1])
            after = "SpaceAfter=No" not in cells[9]
            continue
        rows.append(cells)
        spaced.append(space)
        number = int(cells[0])
        if number > inside:
            space = "SpaceAfter=No" not in cells[9]
        else:
            space = after if number == inside else False
    columns = list(zip(*rows, strict=True))
    return Lesson(
        words=columns[1],
        spaced=tuple(spaced),
        lemmas=columns[2],
        tags=columns[3],
        fine=columns[4],
        forms=columns[5],
        heads=tuple(map(int, columns[6])),
        relations=columns[7],
        opens=any(line.startswith(_OPENINGS) for line in lines),
    )


def _guess_spaces(words: Sequence[str]) -> Iterator[bool]:
    before = ""
    for word in words:
        yield word not in _NO_SPACE_BEFORE and before not in _NO_SPACE_BEHIND
        before = word
