"""Tells from the words around a figure what way it belongs to: the whole trip, a lap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.contracts import ClaimKind, WayWords
from geo.lexicon import any_of, pattern

if TYPE_CHECKING:
    from geo.claims.draft import ClaimDraft
    from geo.claims.story import Scene

# Characters on either side of a figure in which "average" belongs to it.
_AVERAGE_REACH = 24


def way_words(scene: Scene, draft: ClaimDraft) -> str:
    """Say what the words tell of a draft's way; empty for the direct way of one journey."""
    before, after = scene.just_before(draft.amount.start), scene.after(draft.amount.end)
    if draft.kind is ClaimKind.SPEED:
        near = f"{before[-_AVERAGE_REACH:]} {after[:_AVERAGE_REACH]}"
        return WayWords.AVERAGE.value if pattern("average").search(near) else ""
    if pattern("not_direct").search(scene.sentence.text):
        return WayWords.NOT_DIRECT.value
    if draft.kind is ClaimKind.SEPARATION:
        return draft.relation
    if pattern("whole_trip").search(before) or pattern("whole_trip").match(after.strip()):
        return WayWords.WHOLE.value
    takes = rf"(?<![^\W_]){any_of('takes_in_general')}(?:\s[a-z]{{1,12}}){{0,2}}\s$"
    if draft.kind is ClaimKind.DURATION and re.search(takes, before, re.IGNORECASE):
        return WayWords.GENERAL.value
    return ""
