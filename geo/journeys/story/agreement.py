"""Two mentions go in; out comes whether they can speak of one journey: who, when, how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode, TimeKind, days_of
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.phrases.sorts import PEOPLE

if TYPE_CHECKING:
    from datetime import date

    from geo.contracts import Days, Time
    from geo.journeys.sentence.mention import MotionMention

_CLOSE = 2  # sentences over which words that name nobody are taken for the same journey
REAL = frozenset({LegStatus.HAPPENED, LegStatus.UNDER_WAY})
UNMADE = frozenset({LegStatus.CANCELLED, LegStatus.DENIED})
_MEANT = frozenset({LegStatus.PLANNED, LegStatus.HYPOTHETICAL})


def same_traveller(first: MotionMention, second: MotionMention) -> bool:
    """Whether two mentions speak of one traveller, or of a vehicle and who goes by it."""
    one, other = first.mover.figure, second.mover.figure
    if one is None or other is None:
        # "two more are on their way from Lima" names somebody, whoever that is
        names = {mention.mover.name for mention in (first, second)}
        is_one = len(names) == 1 or (first.scene is second.scene and "" in names)
        return one is other and is_one and _gap(first, second) < _CLOSE
    if one is other or _carries(first, second) or _carries(second, first):
        return True
    return _is_aboard(first, second) or _is_aboard(second, first)


def _carries(first: MotionMention, second: MotionMention) -> bool:
    """Whether who carries goes on in the same breath: "hauled soya from Lima, bound for Ica"."""
    carrier = first.mover.carried_by
    is_one = carrier is not None and carrier is second.mover.figure
    return is_one and first.status in REAL and first.scene is second.scene


def _is_aboard(first: MotionMention, second: MotionMention) -> bool:
    """Whether the second's traveller is the vehicle that the first's goes by."""
    figure, vehicle = second.mover.figure, first.vehicle
    if figure is None or figure.sort is not Sort.VEHICLE:
        return False
    if first.mover.figure in second.mover.company or _is_theirs(first, second):
        return True  # "the jeep carrying her turned back"
    if vehicle is None:
        return False
    is_of_it = second.scene is first.scene and (
        second.scene.relation(second.trigger.at) == "acl"
        and second.scene.tree.head(second.trigger.at) == vehicle.last
        and second.reach(Role.DESTINATION) is None
    )  # "flown out on a plane sent from Lima"
    return not is_of_it and vehicle.noun in figure.heads and _gap(first, second) < _CLOSE


def _is_theirs(first: MotionMention, second: MotionMention) -> bool:
    """Whether a vehicle is that of who was told of just before: "… but their plane was diverted".

    It is so where one sentence tells both.
    """
    scene, word, figure = second.scene, second.mover.word, first.mover.figure
    holder = None if word is None else scene.tree.possessor(word)
    if holder is None or figure is None or first.scene is not scene:
        return False
    is_told = first.position < second.position and figure.sort in PEOPLE
    return is_told and scene.low(holder) in listed("possessive")


def retold(first: MotionMention, second: MotionMention) -> bool:
    """Whether one is a headline's that tells of the other's traveller by another name."""
    if first.scene.is_headline is second.scene.is_headline:
        return False
    one, other = first.mover.figure, second.mover.figure
    if one is None or other is None:
        return True
    return (
        one.sort is other.sort
        or Sort.NAME in {one.sort, other.sort}
        or bool(one.heads & other.heads)
    )


def _gap(first: MotionMention, second: MotionMention) -> int:
    return abs(first.scene.index - second.scene.index)


def statuses_agree(first: MotionMention, second: MotionMention) -> bool:
    """Whether one journey can be told of in both ways: what is over is no longer planned."""
    both = {first.status, second.status}
    if len(both) == 1 or both <= REAL:
        return True
    if both & UNMADE:
        return both <= UNMADE | _MEANT
    if LegStatus.TURNED_BACK in both or LegStatus.DIVERTED in both:
        return bool(both & REAL)
    return LegStatus.UNDER_WAY in both and bool(both & _MEANT)


def modes_agree(first: MotionMention, second: MotionMention) -> bool:
    """Whether the vehicles can be one."""
    is_weak = any(map(_is_weak, (first, second)))
    return first.mode == second.mode or Mode.UNKNOWN in {first.mode, second.mode} or is_weak


def _is_weak(mention: MotionMention) -> bool:
    """Whether it says little of by what: animals that "arrived" may have come by lorry."""
    vehicle = mention.vehicle
    is_self = vehicle is not None and vehicle.last == mention.mover.word
    return vehicle is None or vehicle.is_weak or (is_self and vehicle.mode is Mode.FOOT)


def times_agree(first: MotionMention, second: MotionMention, published: date | None) -> bool:
    """Whether the times can belong to one journey."""
    one, other = first.time, second.time
    if one is None or other is None:
        timed = one or other
        return timed is None or not timed.year or published is None or timed.year == published.year
    is_same_phase = side_of(first, [second]) == side_of(second, [first])
    if published is None:
        return _agree_by_words(one, other, is_same_phase=is_same_phase)
    if not is_same_phase and TimeKind.LOOSE not in {one.kind, other.kind}:
        return one.year == other.year or 0 in {one.year, other.year}
    days, more = (
        days_of(time, published, is_future=mention.status in _MEANT)
        for time, mention in ((one, first), (other, second))
    )
    return _overlap(days, more)


def side_of(mention: MotionMention, others: list[MotionMention]) -> str:
    """Tell which end a time is of: "left on Monday … was towed into Bari on Tuesday"."""
    has_start = any(one.trigger.frame.phase is Phase.START for one in others)
    roles = {reach.role for reach in mention.reaches}
    if has_start and mention.trigger.frame.phase is Phase.WHOLE and roles == {Role.DESTINATION}:
        return "arrived"
    return mention.trigger.frame.time


def _overlap(days: Days, other: Days) -> bool:
    """Whether two stretches of days meet; unknown days rule nothing out."""
    if days.earliest is None or days.latest is None:
        return True
    if other.earliest is None or other.latest is None:
        return True
    return days.earliest <= other.latest and other.earliest <= days.latest


def _agree_by_words(one: Time, other: Time, *, is_same_phase: bool) -> bool:
    """Compare times without knowing the day of publication."""
    if TimeKind.LOOSE in {one.kind, other.kind}:
        return True
    if one.kind is TimeKind.DATE and other.kind is TimeKind.DATE:
        return one.year == other.year or 0 in {one.year, other.year}
    if TimeKind.DATE in {one.kind, other.kind}:
        return not is_same_phase
    if one.kind is other.kind is TimeKind.WEEKDAY:
        return not is_same_phase or bool(set(one.weekdays) & set(other.weekdays))
    if one.kind is other.kind is TimeKind.PERIOD:
        return one.relative == other.relative
    return True
