"""Tells from the words around a figure what way it belongs to: the whole trip, a lap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.travel_words import to_or_from, verb_before
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
    is_separation = draft.kind is ClaimKind.SEPARATION
    # Who gives a direction speaks of where a place lies, and of no way.
    is_where = is_separation and draft.bearing_deg is not None
    if not is_where and pattern("not_direct").search(scene.sentence.text):
        return WayWords.NOT_DIRECT.value
    if is_separation:
        is_nearest = pattern("nearest_point").match(scene.after(draft.end).strip(" ,"))
        return WayWords.NEAREST.value if is_nearest else draft.relation
    if draft.kind is ClaimKind.ROUTE_LENGTH and draft.subject.leg_id and _is_part(before):
        return WayWords.PART.value
    is_bare = draft.kind is ClaimKind.ROUTE_LENGTH and _is_bare(scene, draft, before, after)
    other = WayWords.PERHAPS_BACK.value if is_bare else ""
    return _of_trip(draft.kind, before, after) or other


def _is_part(before: str) -> bool:
    """Whether a length is only that of how a way begins or ends: "the last nine kilometres"."""
    return bool(re.search(rf"(?<![^\W_]){any_of('part_of_way')}\s$", before, re.IGNORECASE))


def _is_bare(scene: Scene, draft: ClaimDraft, before: str, after: str) -> bool:
    """Whether somebody went so far, and no end of a way stands before or right behind it."""
    is_made = bool(draft.subject.leg_id) and bool(verb_before("covers").search(before))
    is_named = any(one.span.end <= draft.amount.start for one in scene.mentions)
    return is_made and not is_named and not to_or_from().match(after)


def _of_trip(kind: ClaimKind, before: str, after: str) -> str:
    if pattern("whole_trip").search(before) or pattern("whole_trip").match(after.strip()):
        return WayWords.WHOLE.value
    takes = rf"(?<![^\W_]){any_of('takes_in_general')}(?:\s[a-z]{{1,12}}){{0,2}}\s$"
    if kind is ClaimKind.DURATION and re.search(takes, before, re.IGNORECASE):
        return WayWords.GENERAL.value
    return ""
