"""A known name in its sentence, with what speaks for a place there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from geo.toponyms.names import Match

LEAST = 1e-6  # sums of weights that cancel out are not always 0
_CLEAR = frozenset(
    {
        "strong preposition before",
        "its container after",
        "cue before",
        "based after",
        "an apposition after",
        "a distance after",
    }
)


class Found(NamedTuple):
    """A name with its sentence, the signs seen and how far they speak for a place."""

    number: int
    match: Match
    signs: frozenset[str]
    score: float

    @property
    def is_clear(self) -> bool:
        """Whether the words around show a place, whatever the name is."""
        return self.score > LEAST and not _CLEAR.isdisjoint(self.signs)
