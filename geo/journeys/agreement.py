"""Two mentions go in; out comes whether they can speak of one journey: who, when, how sure."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.calendar import days_of
from geo.journeys.lexicon import Phase, lexicon
from geo.journeys.sorts import Sort
from geo.journeys.times import TimeKind

if TYPE_CHECKING:
    from datetime import date

    from geo.journeys.calendar import Days
    from geo.journeys.mentions import MotionMention
    from geo.journeys.people import Traveller
    from geo.journeys.times import Time

_FAR = timedelta(days=60)
_CLOSE = 2  # sentences over which words that name nobody are taken for the same journey
_RECENT = frozenset({TimeKind.WEEKDAY, TimeKind.OFFSET, TimeKind.PERIOD})
_OPEN = frozenset({LegStatus.UNDER_WAY, LegStatus.PLANNED})


def travellers_agree(known: list[MotionMention], mention: MotionMention) -> bool:
    """Whether the one who moves in ``mention`` may be the one of all mentions known so far."""
    gap = min(abs(mention.sentence.index - other.sentence.index) for other in known)
    if mention.phase in {Phase.SUPPORT, Phase.MEETING}:
        return True
    if not mention.traveller.key:
        return gap < _CLOSE
    verdicts = [same_traveller(other, mention) for other in known if other.traveller.key]
    if not verdicts:
        return gap < _CLOSE
    return any(verdicts) and not _is_another_person(known, mention.traveller)


def _is_another_person(known: list[MotionMention], traveller: Traveller) -> bool:
    names = {other.traveller.key for other in known if other.traveller.sort is Sort.NAME}
    return traveller.sort is Sort.NAME and bool(names) and traveller.key not in names


def same_traveller(first: MotionMention, second: MotionMention) -> bool:
    """Whether two mentions that name somebody name the same one, or a vehicle and its passenger."""
    one, other = first.traveller, second.traveller
    if one.key in {other.key, other.owner} or other.key == one.owner:
        return True
    if _is_aboard(first, other) or _is_aboard(second, one):
        return True
    if Sort.VEHICLE is one.sort is other.sort:
        vehicles = lexicon().vehicles
        return vehicles.get(one.key) == vehicles.get(other.key) and (
            _is_definite(second) or first.sentence.is_headline
        )
    return False


def _is_aboard(mention: MotionMention, vehicle: Traveller) -> bool:
    """Whether the mention's traveller goes by such a vehicle."""
    return (
        vehicle.sort is Sort.VEHICLE
        and mention.vehicle is not None
        and mention.vehicle.noun == vehicle.key
    )


def _is_definite(mention: MotionMention) -> bool:
    items = mention.traveller_items
    return items is not None and mention.sentence.low(items[0]) in {"the", "its", "this"}


def statuses_agree(first: MotionMention, second: MotionMention) -> bool:
    """Whether one journey can be told of in both ways: what is over is no longer planned."""
    if Phase.SUPPORT in {first.phase, second.phase}:
        return True
    both = {first.standing.status, second.standing.status}
    if LegStatus.HAPPENED not in both or len(both) == 1:
        return True
    over = first if first.standing.status is LegStatus.HAPPENED else second
    other = second if over is first else first
    if other.sentence.is_headline and other.standing.status is LegStatus.UNDER_WAY:
        return True  # headlines tell what is over in the present tense
    if other.standing.status is not LegStatus.UNDER_WAY:
        return over.phase is Phase.MEETING or other.phase is Phase.STOP
    return over.trigger.frame.name not in {"visit", "visitnoun"}


def times_agree(first: MotionMention, second: MotionMention, published: date | None) -> bool:
    """Whether the times can belong to one journey."""
    one, other = first.time, second.time
    if one is None and other is None:
        return True
    if one is None or other is None:
        timed, untimed = (first, second) if other is None else (second, first)
        return not (_is_long_ago(timed.time, published) and untimed.standing.status in _OPEN)
    if TimeKind.LOOSE in {one.kind, other.kind}:
        return True
    is_same_phase = first.trigger.frame.time == second.trigger.frame.time
    if published is None:
        return _agree_by_words(one, other, is_same_phase=is_same_phase)
    days, other_days = (
        days_of(time, published, is_future=mention.standing.status is LegStatus.PLANNED)
        for time, mention in ((one, first), (other, second))
    )
    return _overlap(days, other_days, timedelta(0) if is_same_phase else _FAR)


def _overlap(days: Days, other: Days, slack: timedelta) -> bool:
    """Whether two stretches of days meet, with some slack; unknown days rule nothing out."""
    if days.earliest is None or days.latest is None:
        return True
    if other.earliest is None or other.latest is None:
        return True
    return days.earliest - slack <= other.latest and other.earliest - slack <= days.latest


def _is_long_ago(time: Time | None, published: date | None) -> bool:
    if time is None or not time.year:
        return False
    return published is None or time.year != published.year


def _agree_by_words(one: Time, other: Time, *, is_same_phase: bool) -> bool:
    """Compare times without knowing the day of publication."""
    if one.kind is TimeKind.DATE and other.kind is TimeKind.DATE:
        return one.year == other.year or 0 in {one.year, other.year}
    if TimeKind.DATE in {one.kind, other.kind}:
        return False
    if one.kind is other.kind is TimeKind.WEEKDAY:
        return not is_same_phase or bool(set(one.weekdays) & set(other.weekdays))
    if one.kind is other.kind is TimeKind.PERIOD:
        return one.relative == other.relative
    return True
