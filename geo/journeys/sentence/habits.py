"""A word of movement goes in; out comes whether it is done again and again: "twice a week"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.units import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger


def is_habit(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is done again and again: "every year", "usually"."""
    if "done_daily" in trigger.entry.properties:
        return True  # "commutes to Lima"
    verb = scene.tree.predicate(trigger.at)
    if verb is None:
        return False
    if is_simple_present(scene, verb) and _is_every(scene, verb):
        return True
    near = scene.tree.children(verb, "advmod", "obl", "obl:unmarked", "nsubj")
    near = (*near, *_of_times(scene, near)) if is_simple_present(scene, verb) else near
    periods = [one for one in near if scene.low(one) in listed("period")]  # no "once … in a boat"
    if any(scene.low(i) in listed("times_over") for i in near) and any(
        scene.low(i) in listed("per") for one in periods for i in scene.tree.children(one, "det")
    ):
        return True  # "flew three times a week"
    # "every second Sunday": the tree hangs "every" on "second"
    told = (i for one in near for i in (one, *scene.tree.children(one, "amod")))
    words = (*near, *(i for one in told for i in scene.tree.children(one, "det")))
    return any(scene.low(i) in listed("habit") for i in words) or _is_whenever(scene, verb)


def _is_every(scene: Scene, verb: int) -> bool:
    """Whether "every day" stands behind it in its clause, wherever the tree hangs that."""
    every = listed("habit") & listed("per")
    for index in range(verb + 1, len(scene) - 1):
        if scene.tag(index) in {"VERB", "AUX"}:
            return False
        after = listed("period") | listed("part_of_day") | listed("weekday")
        if scene.low(index) in every and scene.low(index + 1) in after:
            return True
    return False


def _of_times(scene: Scene, near: tuple[int, ...]) -> Iterator[int]:
    """List what hangs on words of time: "at noon every day", "three times a week"."""
    for one in near:
        low = scene.low(one)
        is_time = any(time.first <= one <= time.last for time in scene.times)
        is_time |= low in listed("times_over") | listed("part_of_day") or scene.tag(one) == "NUM"
        if is_time:
            yield from scene.tree.children(one, "nmod", "obl", "advmod", "amod", "obl:unmarked")


def _is_whenever(scene: Scene, verb: int) -> bool:
    """Whether it is told of what comes again: "is flown there in winter", "when ferries fail"."""
    if not is_simple_present(scene, verb):
        return False
    for one in scene.tree.adjuncts(verb):
        is_one = any(scene.low(i) == "the" for i in scene.tree.children(one.word, "det"))
        if one.preposition == "in" and scene.low(one.word) in listed("recurs") and not is_one:
            return True
    subject = scene.tree.subject(verb)
    if subject is None or not scene.tokens[subject].has("Number=Plur"):
        return False  # "when he lands in Lima, the envoy flies on"
    return any(
        is_simple_present(scene, clause)
        and any(
            scene.low(i) in listed("when") for i in scene.tree.children(clause, "advmod", "mark")
        )
        for clause in scene.tree.children(verb, "advcl")
    )


def is_simple_present(scene: Scene, verb: int) -> bool:
    """Whether it is said in the plain present: "sails", "is flown"."""
    helpers = scene.tree.children(verb, "aux")
    if scene.tokens[verb].fine in {"VBZ", "VBP"}:
        return not helpers
    is_now = bool(helpers) and all(scene.low(i) in listed("present_be") for i in helpers)
    return is_now and scene.tree.is_passive(verb)


def is_timetabled(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is to be done again and again: "will sail daily", "will sail twice a day"."""
    behind = range(trigger.last, len(scene) - 2)
    is_counted = any(
        scene.low(i) in listed("times_over")
        and scene.low(i + 1) in listed("per")
        and (scene.low(i + 2) in listed("period") or scene.low(i + 2) in units())
        for i in behind
    )
    return is_counted or is_habit(scene, trigger)
