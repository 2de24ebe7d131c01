"""Tells which place words before a figure describe: "From the Azerbaijani port, 65 km from"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.meant import places_meant
from geo.claims.story import is_same
from geo.lexicon import any_of
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount

# Characters before a figure in which the words may begin.
_REACH = 80


def described_before(scene: Scene, amount: Amount, anchor: PlacedMention) -> list[PlacedMention]:
    """List what "the city, " or "the Tunisian port, " right before a figure may be.

    The words name none, so all that may be meant are told, the likeliest first.
    """
    head = scene.before(amount.start)[-_REACH:]
    for article in reversed(list(_the().finditer(head))):
        start = amount.start - len(head) + article.start("the")
        meant, end = places_meant(scene, start)
        if _where().fullmatch(scene.between(end, amount.start)):
            return [one for one in meant if not is_same(one, anchor)]
    return []


@cache
def _the() -> re.Pattern[str]:
    return compiled(r"(?:^|(?<=\s))(?P<the>the)\s", re.IGNORECASE)


@cache
def _where() -> re.Pattern[str]:
    """Find what parts the words from the figure: ", ", " on the coast, ", ", which is "."""
    which = rf"(?:{any_of('relative')}\s{any_of('lies')}\s(?:{any_of('roughly')}\s)?)?"
    return compiled(rf"(?:\s{any_of('placed')}\s[^,;.\d]{{3,40}})?,\s{which}", re.IGNORECASE)


def pole_meant(scene: Scene, start: int) -> list[PlacedMention]:
    """Give the pole that "the pole" at an offset is, where the story names one alone."""
    if _pole().match(scene.after(start)) is None:
        return []
    found = scene.story.poles
    return found if len(found) == 1 else []


def pole_end(scene: Scene, start: int) -> int:
    """Tell where the words "the pole" end."""
    match = _pole().match(scene.after(start))
    return start + (match.end() if match else 0)


@cache
def _pole() -> re.Pattern[str]:
    return compiled(rf"{any_of('pole_pronoun')}(?![^\W_])", re.IGNORECASE)
