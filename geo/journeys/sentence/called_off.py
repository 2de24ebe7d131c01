"""A noun of movement goes in ("the trip"); out come the words by which it was called off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.dropped import gives_up, said_of_planner, stays
from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger


def verb_of(scene: Scene, at: int) -> int | None:
    """Find the verb that a noun stands beside, or above which it is said."""
    for above in scene.tree.ancestors(at):
        if scene.tokens[above].tag in {"VERB", "AUX"}:
            return above
    return None


def verbs_of_end(scene: Scene, at: int, verb: int | None) -> list[int]:
    """List the words that call it off, of those that are said of it, or of who planned it."""
    found = _off_itself(scene, at) or _quit(scene, at, verb) or _stayed(scene, at, verb)
    return found + (_dropped(scene, at, verb) or _refused(scene, verb))


def is_off(scene: Scene, verb: int) -> bool:
    """Whether a verb says that something was called off: "was scrapped", "called off"."""
    low, pairs = scene.low(verb), _pairs(scene, verb)
    whole = f"{low} {scene.low(verb + 1)} {scene.low(verb + 2)}"  # "came to nothing"
    if {whole, *pairs} & (listed("cancels_pair") | listed("moves_date")):
        return True
    is_named = low in listed("cancels") or low in listed("called_off")
    return is_named or _is_struck(scene, verb) or _is_not_held(scene, verb)


def _is_not_held(scene: Scene, verb: int) -> bool:
    """Whether what was planned will not come about: "will not take place", "will not be held"."""
    is_held = f"{scene.low(verb)} {scene.low(verb + 1)}" in listed("occurs")
    is_held |= scene.tree.is_passive(verb) and scene.low(verb) in listed("occurs")
    helpers = (scene.low(i) for i in scene.tree.auxiliaries(verb))
    is_ahead = any(low in listed("modal_planned") for low in helpers)
    return is_held and is_ahead and scene.tree.is_negated(verb)


def _pairs(scene: Scene, verb: int) -> set[str]:
    """Give a verb with each particle of its own: "call off", also in "called the trip off"."""
    behind = (verb + 1, *scene.tree.children(verb, "compound:prt"))
    return {f"{scene.low(verb)} {scene.low(i)}" for i in behind}


def is_off_for_good(scene: Scene, verb: int) -> bool:
    """Whether it was called off, or put off with no word of till when."""
    is_named = scene.low(verb) in listed("cancels")
    is_named |= not _pairs(scene, verb).isdisjoint(listed("cancels_pair"))
    return is_named and not _is_put_off(scene, verb)


def _is_struck(scene: Scene, verb: int) -> bool:
    """Whether it was taken out of what was planned: "was cut from the programme", "struck out"."""
    if f"{scene.low(verb)} {scene.low(verb + 1)}" in listed("crossed_out"):
        return True
    return scene.low(verb) in listed("takes_out") and any(
        one.preposition in listed("out_of") and scene.low(one.word) in listed("programme")
        for one in scene.tree.adjuncts(verb)
    )


def is_called_off(scene: Scene, trigger: Trigger) -> bool:
    """Whether "the trip was scrubbed" tells, without a place of its own, of one told before.

    So does "their train was cancelled"; "the train was" may be of any.
    """
    verb, owner = scene.tree.head(trigger.at), scene.tree.possessor(trigger.at)
    told = scene.tree.children(trigger.at, "det") if owner is None else (owner,)
    beside = {*scene.tree.children(trigger.at, "amod", "nmod", "nummod", "acl")} - {owner}
    return (
        trigger.frame.noun
        and not (trigger.frame.of_vehicle and owner is None)
        and verb is not None
        and scene.relation(trigger.at) in {"nsubj", "nsubj:pass"}
        and is_off(scene, verb)
        and any(scene.low(i) in listed("points_back") for i in told)
        and not beside
    )


def _off_itself(scene: Scene, at: int) -> list[int]:
    """Find the word by which it is off without a verb: "the visit is off", "both ferries off"."""
    head = scene.tree.head(at)
    is_said = head is not None and scene.relation(at) == "nsubj"
    is_said = is_said and bool(scene.tree.children(head or 0, "cop"))
    if head is not None and is_said and scene.low(head) in listed("off_itself"):
        return [head]
    is_bare = verb_of(scene, at) is None and scene.low(at + 1) in listed("off_itself")
    is_last = at + 2 >= len(scene) or scene.tokens[at + 2].tag == "PUNCT"
    return [at + 1] if is_bare and is_last else []


def _quit(scene: Scene, at: int, verb: int | None) -> list[int]:
    """Find the verb by which somebody did not go: "pulled out of a tour", "withdrew from it"."""
    if (
        verb is None
        or scene.relation(at) != "obl"
        or scene.tree.preposition(at) not in listed("quits_by")
    ):
        return []
    pair = f"{scene.low(verb)} {scene.low(verb + 1)}"
    return [verb] if {pair, scene.low(verb)} & listed("quits_trip") else []


def _stayed(scene: Scene, at: int, verb: int | None) -> list[int]:
    """Find the verb by which it was held off: "a judge stayed her extradition"."""
    is_held = (
        verb is not None and scene.relation(at) == "obj" and scene.low(verb) in listed("stays")
    )
    return [verb] if verb is not None and is_held else []


def _dropped(scene: Scene, at: int, verb: int | None) -> list[int]:
    """Find the verb by which who planned it gave it up: "who announced a visit thought better"."""
    is_prepared = is_ready(scene, at)
    plan = scene.tree.head(at) if is_prepared else verb
    while plan is not None and scene.relation(plan) == "conj":
        plan = scene.tree.head(plan)  # "packed and ready for the drive"
    is_plan = plan is not None and scene.low(plan) in listed("before_plan") | listed("planned")
    if plan is None or not (is_prepared or is_plan):
        return []
    above = said_of_planner(scene, plan)
    is_off = above is not None and (gives_up(scene, above) or (is_prepared and stays(scene, above)))
    return [above] if above is not None and is_off else []


def is_ready(scene: Scene, at: int) -> bool:
    """Whether somebody is only prepared for it: "packed for the drive to Lima"."""
    head = scene.tree.head(at)
    is_for = scene.relation(at) == "obl" and scene.tree.preposition(at) in listed("aims")
    return head is not None and is_for and scene.low(head) in listed("makes_ready")


def _refused(scene: Scene, verb: int | None) -> list[int]:
    """Find the verb by which it was not let go: "the plane from Lima never got permission"."""
    objects = scene.tree.objects(verb) if verb is not None else ()
    leave = [one for one in objects if scene.low(one) in listed("leave_to_go")]
    is_none = any(scene.tree.is_negated(one) for one in leave)
    is_none |= verb is not None and scene.tree.is_negated(verb)
    return [verb] if verb is not None and leave and is_none else []


def of_off(scene: Scene, off: list[int]) -> tuple[LegStatus, int]:
    """Judge by the verbs that call it off; what was "put off until May" is to come."""
    verb = off[0]
    is_given = scene.tree.is_passive(verb) or bool(scene.tree.children(verb, "iobj"))
    if scene.low(verb) in listed("denial") and not is_given:
        return LegStatus.DENIED, verb  # "denies a visit to Lima", no "denied her a visit"
    if scene.tree.is_negated(verb) and not _is_not_held(scene, verb):
        return LegStatus.HYPOTHETICAL, verb  # "has not ruled out a visit"
    is_later = any(_is_put_off(scene, one) for one in off)
    return (LegStatus.PLANNED if is_later else LegStatus.CANCELLED), off[0]


def _is_put_off(scene: Scene, verb: int) -> bool:
    """Whether it is only to be later: "was postponed until May"."""
    low, after = scene.low(verb), scene.low(verb + 1)
    if f"{low} {after}" in listed("moves_date"):
        return True
    is_moved = low in listed("defers") or f"{low} {after}" in listed("defers")
    return is_moved and any(
        one.preposition in listed("until")
        for holder in (verb, *scene.tree.objects(verb))
        for one in scene.tree.adjuncts(holder)
    )
