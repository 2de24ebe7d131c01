"""Drafts go in; one that only sums up a way that others tell in full is folded into those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.story.agreement import REAL, modes_agree, statuses_agree, times_agree
from geo.journeys.story.draft import ENDS, NEARBY
from geo.journeys.story.pieces import NEAR, is_piece, take_piece
from geo.journeys.story.positions import figures_of, reached
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from geo.contracts import Place
    from geo.journeys.story.draft import JourneyDraft

_GOODS = frozenset({Sort.CARGO, Sort.OTHER})
_WITHIN = frozenset({Relation.SAME, Relation.INSIDE})


def fold_retold(drafts: list[JourneyDraft], published: date | None) -> list[JourneyDraft]:
    """Leave out "called off a visit to the island" where it is told as "was to fly by Lima to it".

    The fuller telling keeps the words of both as its evidence.
    """
    left = _fold(drafts, NEARBY, published, _sums_up)
    return _fold(left, NEAR, published, _is_piece)


def _fold(
    drafts: list[JourneyDraft],
    far: int,
    published: date | None,
    is_told: Callable[[JourneyDraft, JourneyDraft, list[JourneyDraft], date | None], bool],
) -> list[JourneyDraft]:
    """Leave out each draft that is told by another, not farther off than so many sentences."""
    near: dict[int, list[JourneyDraft]] = {}
    for draft in drafts:
        near.setdefault(_sentence(draft), []).append(draft)
    left = list(drafts)
    for draft in drafts:
        at = _sentence(draft)
        beside = [
            other for sentence in range(at - far, at + far + 1) for other in near.get(sentence, ())
        ]
        fuller = next((one for one in beside if is_told(draft, one, left, published)), None)
        if fuller is not None:
            if is_told is _is_piece:
                take_piece(draft, fuller)
            else:
                fuller.mentions += draft.mentions
            left.remove(draft)
            near[at].remove(draft)
    return left


def _is_piece(
    draft: JourneyDraft, other: JourneyDraft, _: list[JourneyDraft], published: date | None
) -> bool:
    return is_piece(draft, other, published)


def _sentence(draft: JourneyDraft) -> int:
    return draft.mentions[0].scene.index


def _sums_up(
    draft: JourneyDraft, other: JourneyDraft, told: list[JourneyDraft], published: date | None
) -> bool:
    """Whether the other ends where the draft does, goes there by more steps, and agrees else."""
    if _is_made(draft, other) or _is_twice(draft, other, published):
        return True
    goal, end = draft.ends.get(Role.DESTINATION), reached(other)
    if goal is None or end is None or other is draft or draft.via or draft.onward:
        return False
    is_there = relate(goal.place, end.place) in _WITHIN
    is_whole = bool(other.onward) or is_broad(goal.place)
    return (
        is_there
        and is_whole
        and draft.outcome is other.outcome is None
        and _is_of_one(draft, other)
        and _agree(draft, other, published)
        and _starts_there(draft, _start(other, told))
    )


def _is_twice(draft: JourneyDraft, other: JourneyDraft, published: date | None) -> bool:
    """Whether both tell of one traveller's way between the same two places, at no other time."""
    if draft is other or len(draft.ends) < len(ENDS) or len(other.ends) < len(ENDS):
        return False
    is_same = all(
        relate(draft.ends[role].place, other.ends[role].place) is Relation.SAME for role in ENDS
    )
    is_mere = not (draft.via or draft.onward or draft.outcome or other.outcome)
    is_again = any(one.is_repeated or one.standing.is_other for one in draft.mentions)
    return (
        is_same
        and is_mere
        and not is_again
        and _is_of_one(draft, other)
        and _agree(draft, other, published)
        and all(modes_agree(one, two) for one in draft.mentions for two in other.mentions)
    )


def _is_made(draft: JourneyDraft, other: JourneyDraft) -> bool:
    """Whether what "was to reach Lima on Sunday" is told, in one sentence, to have got there."""
    goal, end = draft.ends.get(Role.DESTINATION), other.ends.get(Role.DESTINATION)
    first, then = draft.mentions[0], other.mentions[0]
    is_late = draft.statuses == {LegStatus.PLANNED} and other.statuses <= REAL
    is_one = first.scene is then.scene and first.mover.figure is then.mover.figure is not None
    if goal is None or end is None or draft is other or not (is_late and is_one):
        return False
    is_there = relate(goal.place, end.place) is Relation.SAME
    return is_there and first.position < then.position and Role.ORIGIN not in draft.ends


def _agree(draft: JourneyDraft, other: JourneyDraft, published: date | None) -> bool:
    return all(
        statuses_agree(one, another) and times_agree(one, another, published)
        for one in draft.mentions
        for another in other.mentions
    )


def _start(draft: JourneyDraft, told: list[JourneyDraft]) -> Place | None:
    """Give where the way begins, before the legs that lead to it."""
    start = draft.ends.get(Role.ORIGIN)
    before = told[: told.index(draft)]
    for other in reversed(before):
        end = reached(other)
        is_led = start is not None and end is not None and end.place is start.place
        if is_led and Role.ORIGIN in other.ends and _is_of_one(other, draft):
            start = other.ends[Role.ORIGIN]
    return start.place if start is not None else None


def _starts_there(draft: JourneyDraft, start: Place | None) -> bool:
    """Whether a draft says no other start than the fuller one: none, or the country around it."""
    told = draft.ends.get(Role.ORIGIN)
    if told is None:
        return Role.ORIGIN not in draft.unplaced and start is not None
    return start is not None and is_broad(told.place) and relate(told.place, start) in _WITHIN


def _is_of_one(draft: JourneyDraft, other: JourneyDraft) -> bool:
    """Whether both are of one traveller, or both of goods, called by other words."""
    mine, others = set(figures_of(draft)), set(figures_of(other))
    is_goods = bool(mine) and bool(others) and all(one.sort in _GOODS for one in mine | others)
    return bool(mine & others) or is_goods
