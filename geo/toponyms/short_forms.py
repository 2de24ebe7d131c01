"""Names of a story go in, and a sentence; "the Pole" and "the Strait" that stand for one come out.

A landform is named in full once and then by its kind alone, with a capital. Where the story has
named two of a kind, neither is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.lexicon import in_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.contracts.name_words import Sentence


class ShortForm(NamedTuple):
    """The word of a sentence, its characters, and the whole name that it stands for."""

    first: int
    start: int
    stop: int
    name: str


class Landforms:
    """The landforms that a story has named so far, by the word for their kind."""

    def __init__(self) -> None:
        self._names: dict[str, set[str]] = {}

    def add(self, names: Iterable[str]) -> None:
        """Remember names that end or begin with a kind: "South Pole", "Gulf of Aden"."""
        for name in names:
            words = name.split()
            for word in {words[0], words[-1]} if len(words) > 1 else ():
                if word in in_names("landform"):
                    self._names.setdefault(word, set()).add(name)

    def meant(self, word: str) -> str:
        """Give the only name of a kind; "" where there is none, or more than one."""
        names = self._names.get(word, set())
        return next(iter(names)) if len(names) == 1 else ""


def short_forms(sentence: Sentence, named: Landforms, taken: frozenset[int]) -> Iterator[ShortForm]:
    """Find the kinds that stand alone behind "the"; words in ``taken`` are passed over."""
    tokens = sentence.tokens
    if sentence.is_shouted or sentence.is_titled:
        return
    for index in range(1, len(tokens)):
        token = tokens[index]
        is_alone = index + 1 >= len(tokens) or not (
            tokens[index + 1].is_capital or tokens[index + 1].lower == "of"
        )
        if index in taken or not is_alone or tokens[index - 1].lower != "the":
            continue
        if name := named.meant(token.text):
            yield ShortForm(index, token.start, token.end, name)
