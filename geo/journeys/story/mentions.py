"""The sentences of a story go in, every mention of a journey in them comes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.adjacent import next_to
from geo.journeys.sentence.called_off import is_called_off
from geo.journeys.sentence.ends import find_ends
from geo.journeys.sentence.figures import Cast
from geo.journeys.sentence.intents import with_intents
from geo.journeys.sentence.led_up import led_up_to
from geo.journeys.sentence.lost import is_mere_stay, may_be_stay, where_lost
from geo.journeys.sentence.mention import (
    MotionMention,
    has_needed,
    in_time,
    is_before,
    is_hither,
    is_homeward,
    is_return,
    is_taken_away,
    is_to_scene,
)
from geo.journeys.sentence.mover import NOBODY, home_of
from geo.journeys.sentence.movers import find_mover
from geo.journeys.sentence.negations import is_never_done
from geo.journeys.sentence.outcome import read_outcome
from geo.journeys.sentence.parts import parts_of
from geo.journeys.sentence.presence import note_stays
from geo.journeys.sentence.seats import goal_of_riders, with_goal, with_start
from geo.journeys.sentence.support import find_stop, find_supports, support_ends
from geo.journeys.sentence.timing import time_behind, time_of
from geo.journeys.sentence.triggers import find_triggers, is_instrument, is_vehicle_noun, tells
from geo.journeys.sentence.vehicles import find_vehicle
from geo.journeys.sentence.whereabouts import Whereabouts
from geo.journeys.story.draft import SUPPORTING
from geo.journeys.story.onward import base_of, boarded, from_there, up_to_there, vehicle_to_there
from geo.journeys.story.otherwise import goes_bare
from geo.journeys.story.reader import (
    Reader,
    is_broken_off,
    is_mere_stop,
    is_told_already,
    is_way_of,
)
from geo.journeys.story.repeats import is_repeat, is_way
from geo.journeys.story.standing import is_anyone, is_of_nobody, is_of_then, standing_of
from geo.journeys.story.unplaced import unplaced_ends
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role, frames
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.contracts import Place, Referents, Time
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.support import Stop
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Spot

_ENDS = frozenset({Role.ORIGIN, Role.DESTINATION})
_NOT_MADE = frozenset({LegStatus.CANCELLED, LegStatus.DENIED})


def find_mentions(
    scenes: list[Scene], referents: Referents, places: Mapping[str, Place]
) -> list[MotionMention]:
    """Read all sentences in order; "there" and "the ship" are what the document says."""
    cast, whereabouts = Cast(referents), Whereabouts(places, scenes, referents)
    found: list[MotionMention] = []
    for scene in scenes:
        triggers = with_intents(
            scene, [one for one in find_triggers(scene) if tells(one) and is_way(scene, one)]
        )
        for word in range(len(scene)):
            figure = cast.met(scene, word)
            if figure is not None and figure.home is None:
                figure.home = _home_of(scene, word, whereabouts)
        supports, going = list(find_supports(scene)), set[int]()
        if triggers or supports:
            owners = [*triggers, *supports]
            # "LIMA, Nov. 29 -": the day on which it was written, and nobody's
            times = tuple(one for one in scene.times if one.first >= scene.dateline)
            reader = Reader(scene, cast, whereabouts, owners, times)
            for trigger in sorted(triggers, key=_turn):
                _read(reader, trigger)
            reader.found += [_support(reader, one) for one in supports]
            found += sorted(reader.found, key=in_time)
            going = {one.trigger.at for one in reader.found if _goes(one)}
        note_stays(scene, cast, whereabouts, going)
    return found


def _goes(mention: MotionMention) -> bool:
    """Whether it puts nobody anywhere, as "was stopped at Lima" and "was there by noon" do."""
    frame = mention.trigger.frame
    is_held = frame.phase is Phase.STOP and mention.scene.tree.is_passive(mention.trigger.at)
    is_met = not {"by_a_time", "on_a_day"}.isdisjoint(mention.trigger.entry.properties)
    is_met |= frame.phase in SUPPORTING
    return bool(mention.reaches) and not (is_held or is_met or frame.breaks)


def _support(reader: Reader, trigger: Trigger) -> MotionMention:
    scene, time = reader.scene, _time(reader, trigger, ())
    return MotionMention(
        scene=scene,
        trigger=trigger,
        mover=NOBODY,
        reaches=tuple(support_ends(scene, trigger, reader.places)),
        vehicle=None,
        standing=read_outcome(scene, trigger, time),
        time=time,
        stop=_stop(reader),
        home=None,
        is_before=False,
        is_whole=False,
    )


def _turn(trigger: Trigger) -> tuple[bool, bool]:
    """Read verbs first, then "from there", then vehicles."""
    return is_vehicle_noun(trigger), trigger.frame.onward


def _read(reader: Reader, trigger: Trigger) -> None:
    mention = _mention(reader, trigger)
    if mention is None:
        return
    for part in parts_of(mention, reader.cast, reader.places):
        reader.found.append(part)
        if part.mover.figure is not None:
            part.mover.figure.moved = reader.scene.index
            part.mover.figure.going = part.status
            start = part.reach(Role.ORIGIN)
            if start is not None and part.status not in _NOT_MADE and not part.is_before:
                part.mover.figure.left = part.mover.figure.left or (reader.scene, start.spot)


def _mention(reader: Reader, trigger: Trigger) -> MotionMention | None:
    scene = reader.scene
    base = base_of(trigger, reader.found)
    mover = base.mover if base is not None else find_mover(scene, trigger, reader.cast)
    if mover is None or (base is None and trigger.frame.onward):
        return None
    is_unsure_way = trigger.frame.noun or mover.is_doubtful or may_be_stay(trigger)
    if mover.figure is not None and not is_unsure_way:
        mover.figure.moved = scene.index
    others = _others(reader, trigger)
    found = up_to_there(reader.triggers, trigger, find_ends(scene, trigger, others, reader.places))
    found = with_goal(scene, trigger, reader.triggers, found, reader.places)
    found = goal_of_riders(scene, trigger, mover, found, reader.places)
    found = led_up_to(scene, trigger, reader.triggers, found, reader.places)
    reaches = with_start(scene, trigger, mover, found, reader.places)
    reaches = where_lost(scene, trigger, mover, reaches)
    if is_mere_stay(scene, trigger, mover, reaches):
        return None
    reaches = reaches if base is None else (*from_there(scene, base, trigger, reaches), *reaches)
    reaches = tuple(_halted(scene, trigger, one) for one in reaches)
    trigger = _turned(scene, trigger, mover, reaches)
    is_taken = scene.tree.is_passive(trigger.at) or mover.word != scene.tree.subject(trigger.at)
    # "Ana, from Lima, brought coats" tells of no way of hers
    is_sent = (trigger.frame.carries and is_taken) or "planned" in trigger.entry.forms
    is_sent = is_sent or is_homeward(scene, trigger) or is_hither(scene, trigger)
    is_sent = is_sent or is_to_scene(scene, trigger)
    comes = mover.word is not None and _home(scene, mover, trigger) is not None and is_sent
    time = _time(reader, trigger, reaches)
    stop = _stop(reader)
    needs_end = "only_with_ends" in trigger.entry.properties
    is_timed = time is not None and mover.figure is not None and not needs_end
    is_repeated = is_repeat(scene, trigger)
    is_empty = not (is_repeated or reaches or trigger.frame.outcome or comes or is_timed or stop)
    is_empty = is_empty and not (is_called_off(scene, trigger) or is_return(scene, trigger))
    is_told_of = is_homeward(scene, trigger) or is_never_done(scene, trigger)
    is_empty = is_empty and not (mover.figure is not None and is_told_of)
    is_empty = is_empty and not goes_bare(scene, trigger)
    is_both = {one.role for one in reaches} >= _ENDS and trigger.frame.needs != "both"
    is_unsure = mover.is_doubtful and ("of_anything" in trigger.entry.properties or not is_both)
    is_nobody = is_anyone(scene, mover) and scene.relation(trigger.at) != "acl"
    is_nobody = is_nobody and not is_of_then(scene, mover)
    is_nobody |= is_of_nobody(scene, trigger)
    is_told = is_told_already(reader, trigger, mover, reaches)
    if is_empty or is_nobody or is_unsure or is_told:
        return None
    standing = standing_of(scene, trigger, mover, reaches, time)
    last = max((one.last for one in reaches), default=trigger.last)
    vehicle = find_vehicle(scene, trigger, mover, last) or boarded(scene, trigger)
    vehicle = vehicle_to_there(reader.triggers, trigger, vehicle)
    if mover.carrier is not None and scene.low(mover.carrier) in listed("peril"):
        vehicle = None  # "the war drove thousands to Lima"
    if base is not None:
        standing = replace(standing, status=base.status)
        is_said = vehicle is not None and vehicle.first > trigger.first  # "from there by road"
        vehicle = vehicle if is_said else base.vehicle
    return MotionMention(
        scene=scene,
        trigger=trigger,
        mover=mover,
        reaches=reaches,
        vehicle=vehicle,
        standing=standing,
        time=time,
        stop=stop,
        home=_home(scene, mover, trigger),
        is_before=is_before(scene, trigger),
        is_whole=(is_both or not is_way_of(reader, trigger))
        and not is_broken_off(reader, trigger, reaches)
        and not is_taken_away(scene, trigger, reaches, mover)
        and not is_mere_stop(trigger, mover, standing.status)
        and (is_repeated or has_needed(scene, trigger, reaches, mover) or (comes and not reaches)),
        is_repeated=is_repeated,
        unplaced=unplaced_ends(scene, trigger, others, reaches),
    )


def _others(reader: Reader, trigger: Trigger) -> dict[int, set[str]]:
    scene, places = reader.scene, reader.places
    verbs = {one.at for one in reader.triggers if not one.frame.noun}
    triggers = [i for i in reader.triggers if not (trigger.frame.onward and is_vehicle_noun(i))]
    return {
        one.at: {
            reach.toponym.id
            for reach in up_to_there(reader.triggers, one, list(next_to(scene, one, places)))
            if not reach.spot.said  # "to Lima and on from there"
        }
        for one in triggers
        if one is not trigger and tells(one) and not is_instrument(scene, one, verbs)
    }


def _stop(reader: Reader) -> Stop | None:
    """Find the stop that the sentence tells of; one that was skipped or ruled out is none."""
    stop = find_stop(reader.scene)
    if stop is None:
        return None
    told = (one for one in reader.triggers if stop.first <= one.at <= stop.last)
    became = {read_outcome(reader.scene, one, None).status for one in told}
    return None if became & _NOT_MADE else stop


def _turned(scene: Scene, trigger: Trigger, mover: Mover, reaches: tuple[Reach, ...]) -> Trigger:
    """Understand "went back to Lima" as a return; without a place it is a journey broken off.

    So it is of "flew back" as well, where the tree has no object, and of "took the bus back".
    """
    is_ride = trigger.frame.rides
    if trigger.frame.with_back and not reaches and (is_ride or not scene.tree.objects(trigger.at)):
        behind = scene.tree.children(trigger.at, "advmod") if is_ride else (trigger.last + 1,)
        is_back = any(scene.low(i) in listed("back") for i in behind)
        frame = frames()[trigger.frame.with_back] if is_back else trigger.frame
        return replace(trigger, entry=replace(trigger.entry, frame=frame))
    is_placed = any(one.role is not Role.STOP for one in reaches)
    is_vehicle = mover.figure is not None and mover.figure.sort is Sort.VEHICLE
    is_back = is_vehicle and trigger.frame.carries  # "two launches were sent back to Lima"
    if is_back or not (trigger.frame.with_place and is_placed):
        return trigger
    plain = motion().entries[trigger.entry.words[0]][-1]
    frame = frames()[trigger.frame.with_place]
    return replace(trigger, entry=replace(trigger.entry, frame=frame, mode=plain.mode))


def _halted(scene: Scene, trigger: Trigger, reach: Reach) -> Reach:
    """Take a line for where they were stopped: "was sent back from the border"."""
    words = range(reach.spot.first, reach.spot.last + 1)
    is_line = any(scene.low(i) in listed("line_of_area") for i in words)
    is_halt = bool(trigger.frame.outcome) and reach.role is Role.ORIGIN and is_line
    return replace(reach, role=Role.STOP) if is_halt else reach


def _home(scene: Scene, mover: Mover, trigger: Trigger) -> tuple[Scene, Spot] | None:
    if mover.word is None or is_vehicle_noun(trigger) or mover.figure is None:
        return None
    figure, whole = mover.figure, None if trigger.frame.outcome else mover.figure.whole
    home = figure.home or (whole.home if whole is not None else None)  # "others drove to Lima"
    return home or (figure.left if is_homeward(scene, trigger) else None)


def _home_of(scene: Scene, word: int, places: Whereabouts) -> tuple[Scene, Spot] | None:
    spots = (places.spot(scene, place) for place in home_of(scene, word))
    return next(((scene, spot) for spot in spots if spot is not None), None)


def _time(reader: Reader, trigger: Trigger, reaches: tuple[Reach, ...]) -> Time | None:
    if trigger.frame.recovers:
        return None  # "stolen in Lima in 2019, it was found in Ica": when it got there is not said
    taken = [one.time for one in reader.found]
    found = time_of(reader.scene, trigger, reader.triggers, reader.times)
    ends = set() if trigger.frame.row else {one.last for one in reaches}
    return found or time_behind(reader.times, ends, taken)
