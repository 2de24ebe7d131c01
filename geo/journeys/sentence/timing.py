"""A word of movement goes in, the time at which it happens comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from geo.contracts import Time
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger


def time_of(
    scene: Scene, trigger: Trigger, triggers: Sequence[Trigger], times: Sequence[Time]
) -> Time | None:
    """Pick the time that hangs on the trigger; else the nearest one behind it in its clause.

    Of stops told one after another it is the day of the first that is reached.
    """
    if trigger.row is not None:
        reached = scene.toponyms[trigger.row.stops[trigger.row.starts]]
        return time_behind(times, {scene.words_of(reached)[1]}, ())
    owners = {one.at for one in triggers}
    hanging = [time for time in times if _owner(scene, time, owners) == trigger.at]
    when = _when(scene, trigger)
    when = _told_beside(scene, trigger) if when is None else when
    if not hanging and when is not None:
        hanging = [time for time in times if _owner(scene, time, {when}) == when]
        return next(iter(reversed(hanging)), None)
    before = [time for time in hanging if time.first < trigger.first]
    behind = [time for time in hanging if time.first > trigger.first]
    if before:  # "on Monday he goes to Lima and on Friday to Ica"
        behind = [time for time in behind if scene.low(time.first - 1) != "and"]
    return next(iter(behind), None) or next(iter(reversed(before)), None)


def time_behind(
    times: Sequence[Time], ends: Collection[int], taken: Collection[Time | None]
) -> Time | None:
    """Take the time that stands right behind the last word of a place, whatever the tree says."""
    return next((one for one in times if one.first - 1 in ends and one not in taken), None)


def _when(scene: Scene, trigger: Trigger) -> int | None:
    """Find the verb whose time "when" refers to: "in 2019, when the train took him to …"."""
    lows = {scene.low(i) for i in scene.tree.children(trigger.at, "advmod", "mark")}
    if not lows & listed("when"):
        return None
    return next(
        (i for i in scene.tree.ancestors(trigger.at) if scene.tokens[i].tag == "VERB"), None
    )


def _told_beside(scene: Scene, trigger: Trigger) -> int | None:
    """Find the verb of "won the stage on Tuesday, a run from Lima to Ica", whose day is its own."""
    is_way = trigger.frame.noun and trigger.frame.needs == "both" and not trigger.frame.of_vehicle
    is_aside = is_way and scene.relation(trigger.at) in {"parataxis", "appos"}
    verbs = (i for i in scene.tree.ancestors(trigger.at) if scene.tokens[i].tag == "VERB")
    verb = next(verbs, None) if is_aside else None
    return verb if verb is not None and scene.low(verb) not in listed("reports") else None


def _owner(scene: Scene, time: Time, owners: set[int]) -> int | None:
    """Climb from a time to the verb or noun of movement that it belongs to."""
    if scene.low(time.first - 1) in listed("reports"):
        return None  # "said on Thursday", whatever the tree says
    at: int | None = time.last
    while at is not None and time.first <= at <= time.last:
        at = scene.tree.head(at)
    while at is not None and at not in owners:
        if scene.tokens[at].tag == "VERB" and scene.relation(at) not in {"xcomp", "acl"}:
            if scene.low(at) in listed("reports"):
                return None  # "they flew to Lima, she said on Thursday"
            inner = [one for one in owners if scene.tree.head(one) == at]
            return inner[0] if len(inner) == 1 and inner[0] < time.first else None
        if scene.tree.children(at, "nsubj") and scene.relation(at) in {"conj", "parataxis"}:
            return None  # a clause of its own: "and the finish is in Lima on Sunday"
        at = scene.tree.head(at)
    return at
