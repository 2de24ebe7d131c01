"""What a sentence claims, before the claims are numbered; and the words for the way measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import BORDER_OF, ClaimKind, Limit, Mode, RelationKind, Subject
from geo.lexicon import either
from geo.lexicon.directions import ways
from geo.lexicon.kept import compiled

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """A claim before it has its number: what it says, of what, and which words to quote."""

    kind: ClaimKind
    subject: Subject
    amount: Amount
    start: int
    end: int
    way: Mode = Mode.UNKNOWN
    bearing_deg: float | None = None
    relation: str = ""
    limit: Limit = Limit.NONE


@cache
def _ways() -> re.Pattern[str]:
    return compiled(rf"(?<![^\W_]){either(ways())}(?![^\W_])", re.IGNORECASE)


def way_in(words: str) -> Mode:
    """Tell by what the words say that the distance is measured; unknown if they do not."""
    found = _ways().search(words)
    return ways()[re.sub(r"\s", " ", found[0].lower())] if found else Mode.UNKNOWN


def draft_between(
    scene: Scene, amount: Amount, ends: tuple[PlacedMention, PlacedMention], end: int
) -> ClaimDraft:
    """Make "A is so far from B" of a figure and its two places; ``end`` is where the words end."""
    one, other = ends
    scene.anchors.add(other.toponym.id)
    tail = re.match(r"[^,.;]{0,20}", scene.after(end))
    near = scene.between(amount.end, end) + (tail[0] if tail else "")
    way = way_in(near)
    if way is Mode.UNKNOWN:
        way = way_in(scene.just_before(amount.start)[-24:])
    return ClaimDraft(
        kind=ClaimKind.SEPARATION,
        subject=Subject(
            toponym_ids=(one.toponym.id, other.toponym.id),
            reason=f"The figure is said of {said_of(one)} and {said_of(other)}.",
            taken_from=scene.taken_from if one.toponym.id in scene.taken_from[:1] else (),
        ),
        amount=amount,
        start=one.span.start if other.span.end <= amount.start else amount.start,
        end=max(amount.end, end),
        way=way,
        relation=_border_of(other),
    )


def _border_of(mention: PlacedMention) -> str:
    """Tell whose border is named: "the Polish border" is one of Poland's."""
    relation = mention.toponym.relation
    is_one = relation is not None and relation.kind is RelationKind.BORDER and len(relation.of) == 1
    return BORDER_OF + relation.of[0] if is_one and relation else ""


def said_of(mention: PlacedMention) -> str:
    """Quote the words of a place in a reason."""
    return f"“{mention.span.text}”"
