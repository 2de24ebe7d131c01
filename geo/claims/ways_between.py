"""Tells what "from A to B" or "between A and B" stands behind: a way, or a thing on no map of ways.

"The road from A to B is 400 km long" says nothing of the straight line between the two.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import ClaimKind, Mode, Subject
from geo.lexicon import listed
from geo.lexicon.kept import compiled
from geo.lexicon.motion import journey_nouns
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    import re

    from geo.claims.draft import ClaimDraft
    from geo.claims.story import Scene

_NOUN = "NOUN"


def of_way(scene: Scene, draft: ClaimDraft, start: int) -> ClaimDraft:
    """Take a figure for the length of what its two places, from ``start`` on, are the ends of.

    Of a distance, and where no noun stands before them, it stays what it is.
    """
    match = _noun_between().search(scene.before(start))
    at = scene.sentence.start + match.start("noun") if match else -1
    tokens = scene.story.document.sentences[scene.index].tokens
    if match is None or not any(one.span.start == at and one.tag == _NOUN for one in tokens):
        return draft
    noun = match["noun"].lower()
    if noun in listed("of_distance"):
        return draft
    mode = _mode_of(noun, (match["kind"] or "").lower())
    if mode is not None:
        return replace(draft, kind=ClaimKind.ROUTE_LENGTH, way=mode)
    reason = f"How long “the {noun}” between them is, is not known here."
    return replace(draft, kind=ClaimKind.ROUTE_LENGTH, subject=Subject(reason=reason))


def _mode_of(noun: str, kind: str) -> Mode | None:
    """Tell by what people go on a way or a journey; None of what nobody goes on."""
    known = lists("trip")["ways"]
    way = known.get(f"{kind} {noun}") or ("" if kind in listed("of_line") else known.get(noun))
    return Mode(way) if way else journey_nouns().get(noun)


@cache
def _noun_between() -> re.Pattern[str]:
    return compiled(
        r"(?:(?P<kind>[a-z]{2,20})\s)?(?P<noun>[A-Za-z][a-z-]{2,20})\s(?:between|from)\s(?:the\s)?$"
    )
