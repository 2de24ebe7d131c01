"""Finds a distance or time that a sentence gives between two places it names, without a journey."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.clause import is_town
from geo.claims.types.fact import about
from geo.claims.types.figure import figure_pattern
from geo.claims.types.marked import Sign, sign_class
from geo.claims.types.pointing import town_before
from geo.claims.types.row import Rows, found
from geo.claims.way_words import is_of_part
from geo.contracts import ClaimKind, Dimension, Hedge, Mode, WayWords
from geo.lexicon.directions import bearing_of
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked
    from geo.contracts import Amount, Quantity

_LONG = frozenset({"km", "mi", "nmi"})
ROWS = Rows("trip", lambda: {"figure": figure_pattern(lambda unit: unit.symbol in _LONG)})

# Characters beside a figure that tell whether it is of a part.
_REACH = 40
# "X, the old port of A, 80 km up the coast from B" is said of X.
_OF_ANOTHER = re.compile(rf"{sign_class(Sign.NAME)},\s(?:[a-z-]{{1,14}}\s){{1,5}}of\s(?:the\s)?$")


def find(reading: Reading) -> Iterator[Found]:
    """Read "A is a two-day walk from B", "the 120-km railway links A with B".

    The kind is that of a way or a distance; ``relation`` is empty, but of a part of the way.
    """
    for row, marked, match in ROWS.found(reading):
        amount = _amount(reading, marked, match)
        one, other = marked.mention(match, "a"), marked.mention(match, "b")
        if one is None and match.groupdict().get("there"):
            one = _opening(marked) or town_before(reading.story, reading.index)
        if amount is None or one is None or not one.can_be_subject or other is None:
            continue
        if match.groupdict().get("a") and _OF_ANOTHER.search(marked.text[: match.start("a")]):
            continue
        if amount.quantity.dimension is Dimension.DURATION:
            kind = ClaimKind.DURATION
        else:
            kind = ClaimKind(lists("trip")["kinds"].get(row.name, "route length"))
        way = (match.groupdict().get("way") or "").lower()
        direction = (match.groupdict().get("direction") or "").lower()
        made = found(kind, marked, match, row)
        yield replace(
            made,
            subject=about(one, other, reason=made.subject.reason),
            relation=_of_part(reading, amount),
            start=amount.start,
            end=max(amount.end, marked.span(match)[1]),
            quantity=_at_most(amount.quantity)
            if match.groupdict().get("within")
            else amount.quantity,
            also=amount.also,
            way=Mode(lists("trip")["ways"].get(way, "unknown")),
            bearing_deg=bearing_of(direction) if direction else None,
        )


def _at_most(quantity: Quantity) -> Quantity:
    """Let a figure be the most that it may be: "within a radius of 30 km"."""
    return replace(quantity, low_si=0.0, hedge=Hedge.UP_TO)


def _of_part(reading: Reading, amount: Amount) -> str:
    text = reading.story.article.text
    before, after = text[max(0, amount.start - _REACH) : amount.start], text[amount.end :][:_REACH]
    return WayWords.PART.value if is_of_part(before, amount, after) else ""


def _opening(marked: Marked) -> PlacedMention | None:
    """Give the town that a sentence opens with: "Linz lies 80 km from X, and from there"."""
    opens = re.match(sign_class(Sign.NAME), marked.text)
    one = marked.mentions[0] if opens and marked.mentions else None
    return one if one is not None and is_town(one) else None


def _amount(reading: Reading, marked: Marked, match: re.Match[str]) -> Amount | None:
    """Find the figure of the article that a row has found, with its hedge."""
    group = "value" if match.groupdict().get("value") else "time"
    at = marked.starts[match.end(group) - 1]
    sentence = reading.story.article.sentences[reading.index]
    amounts = reading.story.document.amounts_in(sentence)
    return next((one for one in amounts if one.start <= at < one.end), None)
