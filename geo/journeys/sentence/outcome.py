"""A word of movement goes in; out comes whether the journey happens, through its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.called_off import is_off, is_off_for_good
from geo.journeys.sentence.dropped import gives_up, is_of_another
from geo.journeys.sentence.helpers import is_told_past
from geo.journeys.sentence.nouns import noun_outcome
from geo.journeys.sentence.untrue import untrue
from geo.journeys.sentence.verbs import verb_outcome
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from geo.contracts import Time
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.triggers import Trigger

_MEANT = frozenset({LegStatus.PLANNED, LegStatus.HYPOTHETICAL, LegStatus.CANCELLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The status that the words give, before attribution, and the words that give it.

    ``cited`` are the first and last word of what cites somebody; None where the article speaks
    for itself.
    """

    status: LegStatus
    first: int
    last: int
    cited: tuple[int, int] | None = None
    is_other: bool = False


def read_outcome(scene: Scene, trigger: Trigger, time: Time | None) -> Outcome:
    """Judge one word of movement through its whole sentence."""
    if (false := untrue(scene, trigger.at)) is not None:
        status, cue = LegStatus.DENIED, false
    elif "noun" in trigger.entry.forms:
        status, cue = noun_outcome(scene, trigger)
    else:
        status, cue = _of_verb(scene, trigger)
    if status is LegStatus.UNDER_WAY and (off := _called_off(scene, trigger)) is not None:
        status, cue = LegStatus.CANCELLED, off
    if trigger.frame.outcome == LegStatus.CANCELLED and status is LegStatus.PLANNED:
        status = LegStatus.CANCELLED  # "will skip Lima"
    if trigger.frame.outcome and status in {LegStatus.HAPPENED, LegStatus.UNDER_WAY}:
        status = LegStatus(trigger.frame.outcome)
    if status in {LegStatus.HAPPENED, LegStatus.UNDER_WAY}:
        status = _by_time(scene, trigger, time, status)
    return Outcome(
        status=status,
        first=min(cue, trigger.first),
        last=max(cue, trigger.last),
        cited=_cited(scene, trigger.at),
        is_other=_is_other(scene, trigger),
    )


def _of_verb(scene: Scene, trigger: Trigger) -> tuple[LegStatus, int]:
    """Judge a verb, and whether what it says was only meant was given up."""
    is_copula = scene.relation(trigger.at) in {"cop", "aux"}  # "has been to Lima"
    verb = scene.tokens[trigger.at].head if is_copula else trigger.at
    if scene.relation(verb) == "flat":  # "hope to be in Punta Arenas": the tree hangs it on "Punta"
        verb = scene.tree.top(verb)
    status, cue = verb_outcome(scene, verb, trigger, 0)
    if status is LegStatus.UNDER_WAY:
        status, cue = _of_visit(scene, trigger) or (status, cue)
    unreal = scene.low(cue) in listed("unreal") and _has_have(scene, trigger.at)
    is_meant = status is LegStatus.PLANNED or (
        status is LegStatus.HYPOTHETICAL
        and (scene.low(cue) in listed("offers") or _is_past_wish(scene, cue) or unreal)
    )
    is_dropped = is_meant and _is_dropped(scene, trigger, cue)
    return (LegStatus.CANCELLED if is_dropped else status), cue


def _of_visit(scene: Scene, trigger: Trigger) -> tuple[LegStatus, int] | None:
    """Judge "was to visit Lima on his way to Ica" by the visit, where that was only meant."""
    verb = scene.tree.head(trigger.at)
    is_beside = trigger.entry.is_phrase and scene.relation(trigger.at) == "obl"
    if verb is None or not is_beside or "adjective" not in trigger.entry.forms:
        return None
    status, cue = verb_outcome(scene, verb, trigger, 0)
    return (status, cue) if status in _MEANT else None


def _called_off(scene: Scene, trigger: Trigger) -> int | None:
    """Find what calls off a vehicle on its way: "a flight bound for Lima was cancelled"."""
    noun = scene.tree.head(trigger.at)
    if "adjective" not in trigger.entry.forms or noun is None:
        return None
    verb = scene.tree.head(noun)
    is_told = scene.relation(noun) in {"nsubj", "obj"} and scene.relation(trigger.at) in {
        "acl",
        "amod",
    }
    return verb if verb is not None and is_told and is_off(scene, verb) else None


def sets_out(scene: Scene, trigger: Trigger, reaches: tuple[Reach, ...]) -> bool:
    """Whether somebody "sailed for" a place, and is not said to have come there."""
    is_whole = trigger.frame.phase is Phase.WHOLE and trigger.frame.object is None
    return is_whole and any(
        one.role is Role.DESTINATION and scene.low(one.first) == "for" for one in reaches
    )


def _is_dropped(scene: Scene, trigger: Trigger, cue: int) -> bool:
    """Tell from "was to fly" what was given up: "had hoped to", "was supposed to … but"."""
    low = scene.low(cue)
    helpers = {scene.low(i) for i in scene.tree.children(cue, "aux")}
    if _is_caught(scene, trigger.at):
        return True
    if low in listed("ready") and cue < trigger.at:  # "had been due to fly"
        helpers |= {scene.low(i) for i in scene.tree.children(trigger.at, "aux")}
    if helpers & listed("pluperfect") and low not in listed("modal_planned") | listed("pledge"):
        return True
    if _has_have(scene, trigger.at):
        return low in listed("past_be") or _fails_above(scene, trigger, cue)
    is_past = low in listed("past_be") | listed("planned_past")
    is_past |= bool(helpers & (listed("past_be") | listed("pluperfect")))  # "had promised to, but"
    past_cue = is_past or scene.tokens[cue].fine == "VBD" or _has_past_copula(scene, cue)
    if past_cue and any(
        scene.low(step) in listed("breaks_plan") for step in range(trigger.last + 1, len(scene))
    ):
        return True
    return _fails_above(scene, trigger, cue)


def _has_have(scene: Scene, verb: int) -> bool:
    """Whether "have" helps a verb: "was to have flown", "would have flown"."""
    return any(scene.low(i) in listed("have") for i in scene.tree.children(verb, "aux"))


def _is_past_wish(scene: Scene, cue: int) -> bool:
    """Whether it was wished or thought of before: "had wanted to", "had thought of"."""
    is_wish = scene.low(cue) in listed("wishes")
    is_wish |= f"{scene.low(cue)} {scene.low(cue + 1)}" in listed("mulls_pair")
    helpers = {scene.low(i) for i in scene.tree.children(cue, "aux")}
    return is_wish and not listed("pluperfect").isdisjoint(helpers)


def _is_caught(scene: Scene, verb: int) -> bool:
    """Whether somebody was kept from it: "was arrested as he was about to fly", "… trying to"."""
    cue = scene.tree.head(verb)
    caught = scene.tree.head(cue) if cue is not None and scene.relation(cue) == "advcl" else None
    if caught is None or scene.low(caught) not in listed("catches"):
        return False
    return scene.tree.is_passive(caught) or scene.relation(caught) == "acl"


def _has_past_copula(scene: Scene, cue: int) -> bool:
    """Whether it was so: also in "was due in Lima", where the tree makes "due" a preposition."""
    holder = scene.tree.head(cue) if scene.relation(cue) in {"case", "mark"} else cue
    copulas = scene.tree.children(cue if holder is None else holder, "cop")
    return any(scene.low(i) in listed("past_be") for i in copulas)


def _fails_above(scene: Scene, trigger: Trigger, cue: int) -> bool:
    """Judge "the band that was to tour Peru will stay" and "who meant to go there never went"."""
    verb, is_plan = trigger.at, "planned" in trigger.entry.forms
    verbs = (i for i in scene.tree.ancestors(verb) if scene.tokens[i].tag == "VERB" and i != cue)
    above = next((i for i in verbs if not _only_plans(scene, i)), None)
    is_beside = scene.relation(verb) in {"conj", "parataxis"} and scene.tree.head(verb) == above
    if above is None or is_beside or scene.low(above) in listed("fails_to"):
        return False  # "will skip Lima and fly to Cusco", "will stay; later a bus will take her"
    # "they stayed to fly on": the plan has no word of its own; "due" is one
    near = (*scene.tree.children(above), *((above,) if is_plan or cue != verb else ()))
    near = tuple(i for i in near if i != cue)  # "would wait in Lima, then fly on"
    is_wait = any(scene.low(i) in listed("stays") for i in near)
    is_wait &= not is_of_another(scene, verb, above)
    is_dropped = is_off_for_good(scene, above) or gives_up(scene, above)
    return scene.tree.is_negated(above) or is_dropped or is_wait


def _only_plans(scene: Scene, verb: int) -> bool:
    """Whether a verb is a part of the plan: "a crane meant to be sent has been cancelled"."""
    is_part = scene.relation(verb) == "acl" and scene.low(verb) in listed("planned")
    return is_part and not scene.tree.is_negated(verb)


def _by_time(scene: Scene, trigger: Trigger, time: Time | None, status: LegStatus) -> LegStatus:
    """Take a present tense with a time to come for a plan: "flies to Cairo tomorrow"."""
    is_noun = "noun" in trigger.entry.forms
    fine = "" if is_noun else scene.tokens[trigger.at].fine
    helpers = {scene.low(i) for i in scene.tree.children(trigger.at, "aux")}
    is_present = fine in {"VBZ", "VBP"} or (fine == "VB" and not is_told_past(scene, trigger.at))
    is_present |= fine in {"VBG", "VBN"} and bool(helpers & listed("present_be"))
    if time is None:
        return status
    words = {scene.low(step) for step in range(time.first, time.last + 1)}
    is_ahead = bool(time.weekdays) or (time.month and not time.year)
    if is_present and (words & listed("in_future") or (not scene.is_headline and is_ahead)):
        return LegStatus.PLANNED
    is_of_now = bool(words & listed("of_now")) and fine == "VBZ" and not scene.is_headline
    if is_of_now and not helpers:
        return LegStatus.PLANNED  # "she flies home today"
    if status is LegStatus.UNDER_WAY and (time.year or time.relative == -1):
        return LegStatus.HAPPENED
    return status


def _is_other(scene: Scene, trigger: Trigger) -> bool:
    words = listed("trip_before")
    if scene.low(trigger.at) in listed("stop_noun"):
        return False  # "her last stop is Lima"
    mover = scene.tree.subject(trigger.at)
    inner = scene.tree.children(mover, "amod", "det") if mover is not None else ()
    if any(scene.low(i) in listed("of_that_kind") for i in inner):
        return True  # "the last such train left Lima on Monday"
    return any(scene.low(i) in words for i in scene.tree.children(trigger.at, "amod"))


def _cited(scene: Scene, word: int) -> tuple[int, int] | None:
    """Find the words that cite somebody for what is said."""
    cites = {phrase.split()[0] for phrase in listed("cites")}
    for above in (word, *scene.tree.ancestors(word)):
        for child in scene.tree.children(above, "parataxis", "advmod", "obl"):
            low = scene.low(child)
            if child != word and (low in listed("reports") or low in listed("reported")):
                return child, child
            # "according to the ministry"
            if not cites.isdisjoint(map(scene.low, scene.tree.children(child, "case"))):
                return child, child
        head = scene.tree.head(above)
        is_said = head is not None and scene.relation(above) in {"ccomp", "xcomp"}
        if head is not None and is_said and scene.low(head) in listed("reports"):
            return head, head
    return None
