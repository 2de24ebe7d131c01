"""A verb goes in; out comes what its helpers say of it: "will", "may", "is to", "should have"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.negations import is_not
from geo.journeys.sentence.ways_told import is_measured, takes_time
from geo.lexicon import listed
from geo.lexicon.units import durations
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger

_MODALS = (
    ("modal_planned", LegStatus.PLANNED),
    ("modal_possible", LegStatus.HYPOTHETICAL),
)


def of_auxiliaries(scene: Scene, verb: int) -> tuple[LegStatus, int] | None:
    """Judge a verb by the first of its helpers that is no mere tense."""
    helpers = (*_ought(scene, verb), *scene.tree.children(verb, "aux", "cop"))
    lows = [scene.low(i) for i in helpers]
    holders = (verb, *helpers)  # "was to have flown": the tree may hang "to" on "have"
    marks = [i for one in holders for i in scene.tree.children(one, "mark") if scene.low(i) == "to"]
    for index, low in zip(helpers, lows, strict=True):
        modal = next((status for name, status in _MODALS if low in listed(name)), None)
        if modal is not None:
            is_perfect = not listed("have").isdisjoint(lows)
            if low in listed("ability") and not is_perfect and _is_negated(scene, verb):
                return LegStatus.CANCELLED, index
            is_unreal = low in listed("unreal") and is_perfect
            return (_of_unreal(scene, verb, low) if is_unreal else modal), index
        if low in listed("be_to") and any(index < mark for mark in marks):
            return LegStatus.PLANNED, index
    return None


def is_unreal(scene: Scene, verb: int) -> bool:
    """Whether it says what was not done: "would have walked", "could have flown"."""
    lows = {scene.low(i) for i in scene.tree.children(verb, "aux")}
    return not (lows.isdisjoint(listed("unreal")) or lows.isdisjoint(listed("have")))


def _is_negated(scene: Scene, verb: int) -> bool:
    """Whether "not" stands beside it: "could not reach Lima", but "could not only reach"."""
    return any(is_not(scene, i) and i < verb for i in scene.tree.children(verb))


def needs_to(scene: Scene, verb: int) -> tuple[LegStatus, int] | None:
    """Judge "may have to be sent" and "would have to go" by what helps "have"."""
    head = scene.tree.head(verb)
    is_goal = any(scene.low(i) == "to" for i in scene.tree.children(verb, "mark"))
    if head is None or not is_goal or scene.low(head) not in listed("have"):
        return None
    own = of_auxiliaries(scene, head)
    is_now = scene.tokens[head].fine in {"VBZ", "VBP"} and scene.low(head + 1) == "to"
    if own is None and is_now and not scene.tree.is_negated(head):
        return LegStatus.PLANNED, head  # "has to go", which nobody did so far
    is_unreal = own is not None and scene.low(own[1]) in listed("unreal")
    return (LegStatus.HYPOTHETICAL, own[1]) if own is not None and is_unreal else own


def is_only_to(scene: Scene, verb: int) -> bool:
    """Whether it came otherwise than meant: "left Lima, only to return an hour later"."""
    mark = next((i for i in scene.tree.children(verb, "mark") if scene.low(i) == "to"), 0)
    return scene.low(mark - 1) in listed("only") and scene.low(mark - 2) == ","


def _ought(scene: Scene, verb: int) -> tuple[int, ...]:
    """Find "ought" of "ought to have reached Lima", which the tree makes a verb of its own."""
    head = scene.tree.head(verb)
    is_led = head is not None and scene.relation(verb) == "xcomp"
    return (head,) if head is not None and is_led and scene.low(head) in listed("unmet") else ()


def _of_unreal(scene: Scene, verb: int, helper: str) -> LegStatus:
    """Tell "should have flown", which nobody did, from "would have flown", which hangs on more."""
    if helper not in listed("unmet") or any(
        f"{scene.low(step)} {scene.low(step + 1)}" in listed("presumed")
        for step in range(verb, len(scene) - 1)
    ):
        return LegStatus.HYPOTHETICAL  # "should have arrived by now"
    is_regretted = any(is_not(scene, i) for i in scene.tree.children(verb))
    return LegStatus.HAPPENED if is_regretted else LegStatus.CANCELLED


def is_measure(scene: Scene, head: int) -> bool:
    """Whether a verb says how long something takes, and its subject is a mere "it"."""
    subject = scene.tree.children(head, "nsubj", "expl")
    is_it = all(scene.low(i) in listed("it") for i in subject)
    return scene.low(head) in listed("takes_it") and is_it


def is_judged(scene: Scene, head: int) -> bool:
    """Whether it is only said what it would be to go: "it is folly to sail to Lima"."""
    subject = scene.tree.children(head, "nsubj", "expl")
    is_state = scene.tokens[head].tag in {"NOUN", "ADJ"} and scene.tree.children(head, "cop")
    return bool(is_state and subject) and all(scene.low(i) in listed("it") for i in subject)


def is_mulled(scene: Scene, verb: int, head: int) -> bool:
    """Whether somebody only thought of it: "had thought of flying on to Lima"."""
    pair = f"{scene.low(head)} {scene.low(head + 1)}"
    return scene.tokens[verb].fine == "VBG" and pair in listed("mulls_pair")


def is_caused(scene: Scene, verb: int, head: int) -> bool:
    """Whether somebody has it done by others: "had the boxes sent to Lima"."""
    is_led = scene.relation(verb) in {"xcomp", "ccomp"} and scene.tokens[verb].fine == "VBN"
    return is_led and scene.low(head) in listed("have") | listed("pluperfect")


def is_obeyed(scene: Scene, head: int, trigger: Trigger) -> bool:
    """Whether who was told to break off a way did so, one may think: "was told to turn round"."""
    is_turn = trigger.frame.outcome == LegStatus.TURNED_BACK
    is_told = scene.tree.is_passive(head) and not scene.tree.is_negated(head)
    return is_turn and is_told and scene.low(head) not in listed("hypothetical")


def had_done(scene: Scene, verb: int) -> int | None:
    """Find who has it done: "will have the animals trucked to Lima" is no more done than "have"."""
    noun = scene.tree.head(verb)
    is_led = noun is not None and scene.relation(verb) == "acl" and scene.relation(noun) == "obj"
    have = scene.tree.head(noun or 0) if is_led else None
    is_have = have is not None and scene.low(have) in listed("have")
    return have if is_have and scene.tokens[have or 0].fine == "VB" else None


def is_timed(scene: Scene, head: int) -> bool:
    """Whether it is said how long a vehicle needs: "the ship takes six days to reach Lima"."""
    subject = scene.tree.subject(head)
    is_vehicle = subject is not None and sort_of(scene, subject) is Sort.VEHICLE
    return is_vehicle and is_measured(scene, head) and takes_time(scene, head)


def is_told_past(scene: Scene, verb: int) -> bool:
    """Whether "land" of "had to land in Lima on Monday" is told by a verb in the past.

    So is "only then did she land".
    """
    if any(scene.tokens[i].fine == "VBD" for i in scene.tree.children(verb, "aux")):
        return True
    head = scene.tree.head(verb)
    is_led = head is not None and scene.relation(verb) in {"xcomp", "ccomp"}
    return is_led and scene.tokens[head or 0].fine == "VBD"


def takes_own_time(scene: Scene, head: int) -> bool:
    """Whether somebody "took nine hours" to do it, and so did it; no "it took nine hours to"."""
    is_past = scene.tokens[head].fine in {"VBD", "VBN"} and scene.low(head) in listed("takes_time")
    subject = scene.tree.subject(head)
    is_who = subject is not None and scene.low(subject) not in listed("it")
    times = durations() | listed("period")
    return is_past and is_who and any(scene.low(i) in times for i in scene.tree.objects(head))
