"""The sentences of a story go in, every mention of a journey in them comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.journeys.arguments import find_ends, fronted_origin, window_end
from geo.journeys.coreference import Known, name_traveller
from geo.journeys.factuality import Clause, standing
from geo.journeys.lexicon import Phase, Role, lexicon
from geo.journeys.movers import find_mover
from geo.journeys.sorts import Sort, sort_of
from geo.journeys.stops import find_stop
from geo.journeys.times import find_times
from geo.journeys.triggers import find_triggers
from geo.journeys.vehicles import find_vehicle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.journeys.arguments import Reach
    from geo.journeys.factuality import Factuality
    from geo.journeys.items import Sentence
    from geo.journeys.movers import Mover
    from geo.journeys.people import People, Traveller
    from geo.journeys.stops import Stop
    from geo.journeys.times import Time
    from geo.journeys.triggers import Trigger
    from geo.journeys.vehicles import Vehicle


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionMention:
    """What one trigger says of a journey.

    ``follows`` : the traveller is that of the mention before, by grammar.
    """

    sentence: Sentence
    trigger: Trigger
    traveller: Traveller
    traveller_items: tuple[int, int] | None
    reaches: tuple[Reach, ...]
    vehicle: Vehicle | None
    standing: Factuality
    time: Time | None
    stop: Stop | None
    follows: bool
    has_meeting: bool
    phase: Phase

    @property
    def mode(self) -> Mode:
        """By what it goes, as far as this mention says."""
        return self.vehicle.mode if self.vehicle is not None else Mode.UNKNOWN


@dataclass(slots=True)
class _Reader:
    """One sentence on its way through the grammar."""

    sentence: Sentence
    people: People
    text: str
    last: Traveller | None
    triggers: list[Trigger]
    times: list[Time]


def find_mentions(
    sentence: Sentence, people: People, text: str, last: Traveller | None = None
) -> list[MotionMention]:
    """Find the mentions of one sentence, in order; each has a place, a time or a stop.

    ``last`` is who moved in the sentences just before, for "he", "it" and "they".
    """
    triggers = find_triggers(sentence)
    if not triggers:
        return []
    reader = _Reader(sentence, people, text, last, triggers, find_times(sentence))
    found: list[MotionMention] = []
    for position in range(len(triggers)):
        mention = _mention(reader, position, found)
        if mention is not None and not _is_told(mention, found):
            found.extend(_journeys(mention))
    return [mention for mention in found if mention.reaches or mention.time or mention.stop]


def _journeys(mention: MotionMention) -> Iterator[MotionMention]:
    """Part what one verb says of several: "from Pula to Ravenna and from Split to Bari".

    Those who came "from London, Tokyo and Lima to Nairobi" all went to Nairobi.
    """
    starts = [number for number, reach in enumerate(mention.reaches) if reach.again]
    goals = [reach for reach in mention.reaches if reach.role is Role.DESTINATION]
    for first, end in pairwise([0, *starts, len(mention.reaches)]):
        part = mention.reaches[first:end]
        if len(goals) == 1 and starts and goals[0] not in part:
            part = (*part, goals[0])
        yield replace(mention, reaches=part)


def _is_told(mention: MotionMention, before: list[MotionMention]) -> bool:
    """Whether all places of a vehicle's way belong to a verb before: "sent lorries from Lima"."""
    taken = {reach.last for other in before for reach in other.reaches}
    return mention.trigger.frame.name == "vehiclenoun" and any(
        reach.last in taken for reach in mention.reaches
    )


def _mention(reader: _Reader, position: int, before: list[MotionMention]) -> MotionMention | None:
    sentence, trigger = reader.sentence, reader.triggers[position]
    stop = window_end(sentence, trigger, _upper(reader, position))
    mover = find_mover(sentence, trigger, stop)
    known = tuple(
        (other.traveller, _last_place(other))
        for other in before
        if other.phase not in {Phase.SUPPORT, Phase.MEETING}
    )
    traveller, follows = name_traveller(
        sentence,
        trigger,
        mover,
        Known(people=reader.people, text=reader.text, before=known, last=reader.last),
    )
    if traveller is None:
        return None
    clause = _clause_start(reader, position)
    reaches = _reaches(sentence, trigger, clause, stop)
    if reaches and not _has_needed(trigger, reaches):
        return None
    if not traveller.shown and _is_nobodys(trigger, reaches):
        return None
    time = _time(reader, trigger, (clause, stop), before, reaches) or _time_of_when(
        reader, trigger, clause
    )
    phase = _phase(sentence, trigger, reaches)
    how_sure = standing(sentence, trigger, Clause(first=clause, time=time, phase=phase))
    if follows and _is_bare(sentence, trigger):
        main = next((other for other in reversed(before) if other.reaches), before[-1])
        how_sure = replace(how_sure, status=main.standing.status)
    return MotionMention(
        sentence=sentence,
        trigger=trigger,
        traveller=traveller,
        traveller_items=_items_of(mover),
        reaches=reaches,
        vehicle=find_vehicle(sentence, trigger, (clause, stop), mover),
        standing=how_sure,
        time=time,
        stop=find_stop(sentence, trigger, len(sentence.items)),
        follows=follows,
        phase=phase,
        has_meeting=any(other.frame.phase is Phase.MEETING for other in reader.triggers),
    )


def _is_bare(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a participle has no tense of its own: "before returning to", ", flying from"."""
    is_alone = trigger.forms == {"ing"} and trigger.chain == trigger.first
    return is_alone and sentence.low(trigger.first - 1) in {"before", "and", ",", "then"}


def _last_place(mention: MotionMention) -> int:
    return mention.reaches[-1].last if mention.reaches else -1


def _reaches(sentence: Sentence, trigger: Trigger, clause: int, stop: int) -> tuple[Reach, ...]:
    found = find_ends(sentence, trigger, stop)
    fronted = fronted_origin(sentence, trigger, clause)
    if fronted is not None and all(reach.role is not Role.ORIGIN for reach in found):
        found.append(fronted)
    return tuple(found)


def _phase(sentence: Sentence, trigger: Trigger, reaches: tuple[Reach, ...]) -> Phase:
    """Who sails, flies or drives "for" a place has set out and is not said to have arrived."""
    sets_out = any(
        reach.role is Role.DESTINATION and sentence.low(reach.first) == "for" for reach in reaches
    )
    is_whole = trigger.frame.phase is Phase.WHOLE and trigger.frame.name != "flee"
    return Phase.START if sets_out and is_whole else trigger.frame.phase


def _upper(reader: _Reader, position: int) -> int:
    """First item of the next trigger that is no mere word for a meeting."""
    for trigger in reader.triggers[position + 1 :]:
        if trigger.frame.phase is not Phase.MEETING and trigger.frame.name != "vehiclenoun":
            return max(trigger.chain, reader.triggers[position].last + 1)
    return len(reader.sentence.items)


def _clause_start(reader: _Reader, position: int) -> int:
    """First item after the words that part this trigger from what is before it."""
    words = lexicon().words
    trigger = reader.triggers[position]
    lower = reader.triggers[position - 1].last + 1 if position else 0
    for step in range(trigger.chain - 1, lower - 1, -1):
        low = reader.sentence.low(step)
        if low in lexicon().status["conditional"]:
            return step
        if low in words["clause"] or low in words["reporting"] or low in {";", "that"}:
            return step + 1
    return lower


def _items_of(mover: Mover) -> tuple[int, int] | None:
    return (mover.phrase.first, mover.phrase.last) if mover.phrase is not None else None


def _is_nobodys(trigger: Trigger, reaches: tuple[Reach, ...]) -> bool:
    """Whether a noun speaks of a service or a habit: "flights to Cairo", "a visit to a bank"."""
    if "noun" not in trigger.forms or trigger.frame.phase in {Phase.SUPPORT, Phase.MEETING}:
        return False
    is_plural = trigger.entry.words[0].endswith("s")
    return is_plural or any(reach.indirect for reach in reaches)


def _has_needed(trigger: Trigger, reaches: tuple[Reach, ...]) -> bool:
    roles = {reach.role for reach in reaches}
    if trigger.frame.needs == "both":
        return {Role.ORIGIN, Role.DESTINATION} <= roles
    if trigger.frame.needs == "destination":
        return Role.DESTINATION in roles
    return bool(roles & {Role.ORIGIN, Role.DESTINATION, Role.STOP})


def _time(
    reader: _Reader,
    trigger: Trigger,
    clause: tuple[int, int],
    before: list[MotionMention],
    reaches: tuple[Reach, ...],
) -> Time | None:
    """Pick the first time after the trigger, else the last before it, in its clause.

    A time that a mention before has taken is not taken again.
    """
    start, stop = clause
    taken = [mention.time for mention in before]
    after = [
        time
        for time in reader.times
        if trigger.last < time.first < stop
        and not _belongs_to_meeting(reader, trigger, time)
        and not _has_predicate(reader.sentence, trigger.last + 1, time.first)
        and reader.sentence.low(time.first - 1) not in {"and", "but"}
        and not _is_of_main_verb(reader, trigger, time, reaches)
    ]
    if after:
        return after[0]
    inside = [
        time
        for time in reader.times
        if start <= time.first and time.last < trigger.first and time not in taken
    ]
    return inside[-1] if inside else None


def _has_predicate(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether a second verb comes before the time: "toured France and opened a school in June"."""
    for step in range(start, stop - 1):
        if sentence.low(step) in {"and", "but"}:
            low = sentence.low(step + 1)
            is_verb = low.endswith(("s", "ed")) or low in lexicon().words["auxiliaries"]
            if is_verb and sort_of(sentence, step + 1) is Sort.OTHER:
                return True
    return False


def _is_of_main_verb(
    reader: _Reader, trigger: Trigger, time: Time, reaches: tuple[Reach, ...]
) -> bool:
    """Whether other words part the time from "a boat carrying … to Italy": it sank then."""
    if trigger.forms != {"ing"} or trigger.chain < trigger.first:
        return False
    last = reaches[-1].last if reaches else trigger.last
    return time.first > last + 1 and reader.sentence.low(last + 1) != ","


def _belongs_to_meeting(reader: _Reader, trigger: Trigger, time: Time) -> bool:
    return any(
        other.frame.phase is Phase.MEETING and trigger.last < other.first < time.first
        for other in reader.triggers
    )


def _time_of_when(reader: _Reader, trigger: Trigger, clause: int) -> Time | None:
    """Take the time that "when" refers to: "in 2019, when the train took him to …"."""
    if trigger.frame.noun or reader.sentence.low(clause - 1) not in {"when", "where"}:
        return None
    earlier: Iterator[Time] = (time for time in reader.times if time.last < clause)
    return max(earlier, key=lambda time: time.last, default=None)
