"""The names of a sentence go in; what is described by them comes out: capitals and borders.

"the North Korean capital", "the capital of Kenya", "Peru’s border", "the border between A and B",
"the A–B border", and "the border" alone, which is about what the story has named before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Relation, RelationKind
from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.name_words import Sentence, Token
    from geo.ports import Gazetteer

_LINKS = frozenset({"-", "–", "—", "/", " and ", " – ", " - "})
_COUPLE = 2


class Named(NamedTuple):
    """A name or demonym of a sentence: its words and the place that it stands for."""

    first: int
    end: int
    name: str


class Description(NamedTuple):
    """Words ``first`` to before ``end`` that describe a place by others."""

    first: int
    end: int
    relation: Relation


def find_descriptions(
    sentence: Sentence, named: Sequence[Named], gazetteer: Gazetteer
) -> Iterator[Description]:
    """Find descriptions; the names that they hold are part of them."""
    finder = _Finder(sentence.tokens, named, gazetteer)
    last = 0
    for index, token in enumerate(sentence.tokens):
        found = None
        if token.text in listed("border"):
            found = finder.border(index)
        elif token.text in listed("capital"):
            found = finder.capital(index)
        if found is not None and found.first >= last:
            yield found
            last = found.end


class _Finder:
    """Looks to both sides of a word for the names that it is about."""

    def __init__(
        self, tokens: Sequence[Token], named: Sequence[Named], gazetteer: Gazetteer
    ) -> None:
        self._tokens = tokens
        self._ends = {each.end: each for each in named}
        self._starts = {each.first: each for each in named}
        self._gazetteer = gazetteer

    def capital(self, index: int) -> Description | None:
        """Read "the Kenyan capital", "Kenya’s capital" or "the capital of Kenya"."""
        following = self._word(index + 1)
        if following in listed("not_capital"):
            return None
        left = self._left(index)
        if left is not None and self._is_country(left):
            return self._described(left.first, index + 1, RelationKind.CAPITAL, (left,))
        right = self._starts.get(index + 2) if following == "of" else None
        if right is not None and self._is_country(right) and self._word(index - 1) == "the":
            return self._described(index, right.end, RelationKind.CAPITAL, (right,))
        return None

    def border(self, index: int) -> Description | None:
        """Read a border with both, one or none of its countries named."""
        if self._is_statement(index):
            return None
        left = self._left(index)
        if left is not None:
            return self._border_of(left, index)
        following = self._word(index + 1)
        right = self._starts.get(index + 2)
        if right is not None and following in {"between", "of", "with"}:
            return self._border_with(index, right, is_between=following != "with")
        return self._bare(index)

    def _is_statement(self, index: int) -> bool:
        """Whether neighbours are told, and no place: "Mali borders Niger", "has borders with"."""
        if self._word(index) not in listed("borders"):
            return False
        other = index + (2 if self._word(index + 1) == "the" else 1)
        if other in self._starts or self._word(index + 1) in listed("border_count"):
            return True
        before = {self._word(index - 1), self._word(index - 2)}
        return self._word(index + 1) == "with" and bool(before & listed("owns_border"))

    def _border_of(self, left: Named, index: int) -> Description | None:
        before = self._ends.get(left.first)
        if before is not None and self._tokens[left.first].gap in _LINKS:
            return self._couple(before.first, index + 1, before, left)
        other = self._starts.get(index + 2)
        if other is not None and self._word(index + 1) == "with":
            return self._couple(left.first, other.end, left, other)
        if not self._is_country(left):
            return None
        return self._described(left.first, index + 1, RelationKind.BORDER, (left,))

    def _border_with(self, index: int, right: Named, *, is_between: bool) -> Description | None:
        end = right.end
        if is_between and self._word(end) == "and":
            other = self._starts.get(end + 1)
            return None if other is None else self._couple(index, other.end, right, other)
        if is_between or not self._is_country(right):
            return None
        return self._described(index, end, RelationKind.BORDER, (right,))

    def _bare(self, index: int) -> Description | None:
        """Read "at the border": only behind a word of place, and with nothing that it modifies."""
        if self._word(index - 1) != "the" or index < _COUPLE:
            return None
        if self._word(index - 2) not in listed("locative") | {"for"}:
            return None
        if index + 1 < len(self._tokens) and self._tokens[index + 1].is_joined:
            following = self._word(index + 1)
            if following not in listed("after_border"):
                return None
        return self._described(index, index + 1, RelationKind.BORDER, ())

    def _couple(self, first: int, end: int, one: Named, other: Named) -> Description | None:
        if one.name == other.name or not (self._is_country(one) or self._is_country(other)):
            return None
        return self._described(first, end, RelationKind.BORDER, (one, other))

    def _described(
        self, first: int, end: int, kind: RelationKind, named: tuple[Named, ...]
    ) -> Description:
        if first and self._word(first - 1) == "the" and self._tokens[first].gap.isspace():
            first -= 1
        return Description(first, end, Relation(kind=kind, of=tuple(each.name for each in named)))

    def _left(self, index: int) -> Named | None:
        return self._ends.get(index) if self._tokens[index].is_joined else None

    def _is_country(self, named: Named) -> bool:
        prior = self._gazetteer.prior(named.name)
        return prior is not None and prior.feature_code.startswith("PCL")

    def _word(self, index: int) -> str:
        return self._tokens[index].lower if 0 <= index < len(self._tokens) else ""
