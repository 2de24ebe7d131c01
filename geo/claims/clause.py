"""Finds the place that opens the clause of a figure: "…, and Hamburg is 400 km from"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.lexicon import any_of

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount


def place_right_before(scene: Scene, amount: Amount) -> PlacedMention | None:
    """Find a town with nothing but "is" or "lies" between it and a figure, at a clause's start.

    There it is the subject, however the sentence before it was understood.
    """
    before = [one for one in scene.mentions if one.span.end <= amount.start]
    if not before:
        return None
    last = before[-1]
    gap = scene.between(last.span.end, amount.start)
    is_next = _links().fullmatch(gap) and _opens().search(scene.before(last.span.start))
    is_town = last.place is not None and not last.place.is_area and last.can_be_subject
    return last if is_next and is_town else None


@cache
def _links() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of('lies')}\s", re.IGNORECASE)


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"(?:[,;:–—]|(?<![^\W_]){any_of('joins_clause')})\s$", re.IGNORECASE)
