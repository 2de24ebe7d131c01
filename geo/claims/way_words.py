"""Tells from the words around a figure what way it belongs to: the whole trip, a lap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.stage import is_of_stage
from geo.claims.travel_words import tells_of_travel, to_or_from, verb_before
from geo.contracts import ClaimKind, Dimension, Mode, WayWords
from geo.lexicon import any_of, pattern

if TYPE_CHECKING:
    from geo.claims.draft import ClaimDraft
    from geo.claims.story import Scene
    from geo.contracts import Amount

# Characters on either side of a figure in which "average" belongs to it.
_AVERAGE_REACH = 24


def way_words(scene: Scene, draft: ClaimDraft) -> str:
    """Say what the words tell of a draft's way; empty for the direct way of one journey."""
    before, after = scene.just_before(draft.amount.start), scene.after(draft.amount.end)
    if _is_of_fast_thing(scene, draft):
        return WayWords.FAST.value
    if draft.kind is ClaimKind.SPEED:
        near = f"{before[-_AVERAGE_REACH:]} {after[:_AVERAGE_REACH]}"
        return WayWords.AVERAGE.value if pattern("average").search(near) else ""
    is_bare = draft.kind is ClaimKind.ROUTE_LENGTH and _is_bare(scene, draft, before, after)
    part = _part(scene, draft, is_bare=is_bare)
    if part:
        return part
    is_separation = draft.kind is ClaimKind.SEPARATION
    # Who gives a direction speaks of where a place lies, and of no way.
    is_where = is_separation and draft.bearing_deg is not None
    if not is_where and pattern("not_direct").search(scene.sentence.text):
        return WayWords.NOT_DIRECT.value
    if is_separation:
        is_nearest = pattern("nearest_point").match(scene.after(draft.end).strip(" ,"))
        return WayWords.NEAREST.value if is_nearest else draft.relation
    other = WayWords.PERHAPS_BACK.value if is_bare else ""
    return _of_trip(draft.kind, before, after) or other


def _is_of_fast_thing(scene: Scene, draft: ClaimDraft) -> bool:
    """Whether a time or speed may be that of a rocket, or of what is no journey: "he wired"."""
    if draft.kind not in {ClaimKind.DURATION, ClaimKind.SPEED}:
        return False
    is_unknown = not (draft.subject.leg_id or scene.has(Dimension.SPEED)) and (
        draft.way is Mode.UNKNOWN
    )
    if is_unknown and not tells_of_travel(scene.sentence.text):
        return True
    return pattern("outpaces").search(scene.sentence.text) is not None


def _part(scene: Scene, draft: ClaimDraft, *, is_bare: bool) -> str:
    """Tell of what part of a way a figure is said, if of any."""
    if _is_part(scene, draft):
        return WayWords.PART.value
    is_length = draft.kind is ClaimKind.ROUTE_LENGTH and not is_bare
    is_stage = is_length and is_of_stage(scene, draft.amount, draft.subject.leg_id)
    return WayWords.STAGE.value if is_stage else ""


def _is_part(scene: Scene, draft: ClaimDraft) -> bool:
    """Whether a length is only a part of a way, or a time that which such a part took."""
    if draft.kind is not ClaimKind.DURATION:
        return _is_length_of_part(scene, draft.amount)
    return any(
        _is_length_of_part(scene, one)
        for one in scene.amounts
        if one.quantity.dimension is Dimension.LENGTH and one.end <= draft.amount.start
    )


def _is_length_of_part(scene: Scene, amount: Amount) -> bool:
    return is_of_part(scene.just_before(amount.start), amount, scene.after(amount.end))


def is_of_part(before: str, amount: Amount, after: str) -> bool:
    """Read "the last 9 km", "another 30 km" without an end, "30 km towards" round a length."""
    leads = re.match(rf"\s{any_of('on_towards')}(?![^\W_])", after, re.IGNORECASE)
    if leads or _stands_before("part_of_way", before, amount):
        return True
    return _stands_before("more_of_way", before, amount) and not to_or_from().match(after)


def _stands_before(name: str, before: str, amount: Amount) -> bool:
    """Whether a word with a property opens a figure, or stands one word before it at most."""
    word = rf"(?<![^\W_]){any_of(name)}\s"
    is_inside = re.match(word, amount.quantity.span.text, re.IGNORECASE)
    return bool(is_inside or re.search(rf"{word}(?:[a-z]{{2,12}}\s)?$", before, re.IGNORECASE))


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
