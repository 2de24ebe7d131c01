"""Tells whether a figure is said of what has no place on the map: an unknown name, a ship."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.grammar import is_named_apart
from geo.lexicon import any_of
from geo.lexicon.kept import compiled
from geo.phrases.sorts import is_time_word

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount


def is_of_unplaced(scene: Scene, amount: Amount) -> bool:
    """Whether a name of no place known stands before it: "asked for Carlisle, 35 km"."""
    named = _name_before().search(scene.just_before(amount.start))
    if named is None or is_time_word(named["name"].lower()):
        return False
    at = amount.start - len(named[0])
    is_marked = any(one.span.start <= at < one.span.end for one in scene.mentions)
    return not is_marked and is_named_apart(scene, at)


def is_of_mover(scene: Scene, amount: Amount, anchor: PlacedMention) -> bool:
    """Whether "its" is a thing that travels: "60 km from its destination, Suva"."""
    end = rf"\s{any_of('possessive')}\s(?:[a-z]{{2,16}}\s){{0,2}}?{any_of('of_mover')}(?![^\W_])"
    return bool(re.search(end, scene.between(amount.end, anchor.span.start)))


@cache
def _name_before() -> re.Pattern[str]:
    return compiled(r"(?<=[a-z,;]\s)(?P<name>[A-Z][\w'’-]+),?\s$")
