"""A noun of movement goes in ("a visit", "the flight"); out comes whether the journey happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.journeys.sentence.called_off import is_off, of_off, verb_of, verbs_of_end
from geo.journeys.sentence.helpers import of_auxiliaries
from geo.journeys.sentence.left_open import left_open, of_unmet
from geo.journeys.sentence.negations import kept_from
from geo.journeys.sentence.noun_movers import (
    is_alighted,
    is_awaited,
    is_still_to_ride,
)
from geo.journeys.sentence.noun_words import by_adjective, of_place, of_talk, to_come
from geo.journeys.sentence.verbs import verb_outcome
from geo.journeys.sentence.ways_told import (
    is_figure,
    is_made_longer,
    is_measured,
    is_service,
    is_slow,
    is_there,
    verb_of_service,
)
from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger


def noun_outcome(scene: Scene, trigger: Trigger) -> tuple[LegStatus, int]:
    """Judge a railway as a way in general, and a trip by what is said of it."""
    if trigger.frame.of_vehicle and trigger.entry.lemma in listed("way"):
        return LegStatus.GENERAL, trigger.at  # "a plan for a railway from Lima to Ica"
    if is_alighted(scene, trigger.at):
        return LegStatus.HAPPENED, trigger.at
    return _of_trip(scene, trigger)


def _of_trip(scene: Scene, trigger: Trigger) -> tuple[LegStatus, int]:
    """Judge by the verb that calls it off, by the noun's own adjectives, then by the verb."""
    at, tree = trigger.at, scene.tree
    verb = verb_of(scene, at)
    helpers = {scene.low(i) for i in tree.auxiliaries(verb)} if verb is not None else set()
    if verb is not None and helpers & listed("modal_possible"):
        is_kept = bool(helpers & listed("ability")) and tree.is_negated(verb)
        # "the flight to Lima could not take off"
        return (LegStatus.CANCELLED if is_kept else LegStatus.HYPOTHETICAL), verb
    none = next((i for i in tree.children(at, "det") if scene.low(i) in listed("nobody")), None)
    if none is not None:
        is_now = verb is not None and scene.low(verb) in listed("perfect_or_present")
        is_run = trigger.frame.of_vehicle or trigger.entry.mode is not Mode.UNKNOWN
        # "the island has no flights to Lima" tells of no trip that was not made
        return (LegStatus.GENERAL if is_now and is_run else LegStatus.DENIED), none
    is_topic = tree.preposition(at) in listed("about_topic") and scene.relation(at) == "nmod"
    verbs = () if is_topic else (verb, *_above(scene, verb))
    off = [one for one in verbs if one is not None and is_off(scene, one)]
    off += verbs_of_end(scene, at, verb)
    own = (
        of_off(scene, off)
        if off
        else (None if trigger.frame.of_vehicle else left_open(scene, at))
        or by_adjective(scene, at)
        or of_talk(scene, at)
        or to_come(scene, at)
        or _of_way(scene, trigger, verb)
        or of_place(scene, at)
    )
    if own is not None:
        return own
    if verb is None:
        return _alone(scene, trigger)
    if tree.is_negated(verb) or kept_from(scene, verb) is not None:
        return LegStatus.DENIED, verb
    return _by_verb(scene, trigger, verb, helpers)


def _of_way(scene: Scene, trigger: Trigger, verb: int | None) -> tuple[LegStatus, int] | None:
    """Tell a way in general: "the drive from … to … is 51 km", "trains between … and …"."""
    at, tree = trigger.at, scene.tree
    head = tree.head(at)
    is_subject = scene.relation(at) == "nsubj" and head is not None
    copulas = {scene.low(i) for i in tree.children(head, "cop")} if head is not None else set()
    is_equated = bool(copulas)
    is_own = tree.possessor(at) is not None and bool(copulas & listed("past_be"))
    is_figured = is_equated and not is_own  # "her trip to Lima was a success"
    if head is not None and is_subject and is_figured and is_figure(scene, head):
        return LegStatus.GENERAL, head
    is_told = head is not None and is_subject and verb_of_service(scene, at) is not None
    if head is not None and is_told and is_there(scene, head):
        return LegStatus.GENERAL, head
    is_race = scene.low(verb or 0) in listed("plays")  # "the stage from … to … was won by"
    if verb is not None and is_subject and (is_race or is_measured(scene, verb)):
        return LegStatus.GENERAL, verb
    is_sold = is_subject and f"{scene.low(verb or 0)} {scene.low((verb or 0) + 1)}" in listed(
        "sells"
    )
    if verb is not None and (is_sold or is_made_longer(scene, at, verb)):
        return LegStatus.GENERAL, verb
    is_run = trigger.frame.of_vehicle or trigger.entry.mode is Mode.AIR
    is_usual = is_run and (is_service(scene, at) or is_slow(scene, at))
    near = (*tree.children(at, "amod"), *(tree.children(head or 0, "advmod") if is_equated else ()))
    # "runs daily flights from … to …", "flights from … to … were rarely full"
    is_run &= tree.preposition(at) not in listed("by_vehicle")  # "those on the weekly train to"
    is_usual |= is_run and any(scene.low(i) in listed("habit") for i in near)
    is_new = verb is not None and _opens(scene, verb)
    return (LegStatus.GENERAL, at) if is_usual and not (is_new or _has_ended(scene, verb)) else None


def _opens(scene: Scene, verb: int) -> bool:
    """Whether a service begins, or begins again: "flights … resumed", "will start flights"."""
    low = scene.low(verb)
    return low in listed("opens_service") or low in listed("takes_up")


def _was_before(scene: Scene, at: int, verb: int) -> bool:
    """Whether it only tells when something else was done: "after her visit, the envoy promised"."""
    if scene.relation(at) != "obl" or _is_ahead(scene, at, verb):
        return False
    preposition, is_over = scene.tree.preposition(at), scene.tokens[verb].fine == "VBD"
    is_first = at < verb  # "planned a march during her visit" may be long before
    return preposition in listed("after_event") or (
        is_over and preposition in listed("during_event") and (is_first or _pledges(scene, verb))
    )


def _is_ahead(scene: Scene, at: int, verb: int) -> bool:
    """Whether it may be still to come: "after her visit next week", "on Friday, she hopes"."""
    inner = scene.tree.subtree(at)
    is_named = any(scene.low(i) in listed("in_future") for i in inner)
    is_now = scene.tokens[verb].fine in {"VBZ", "VBP"}
    return is_named or (is_now and any(time.first in inner for time in scene.times))


def _pledges(scene: Scene, verb: int) -> bool:
    return scene.low(verb) in listed("pledge")


def _by_verb(scene: Scene, trigger: Trigger, verb: int, helpers: set[str]) -> tuple[LegStatus, int]:
    low = scene.low(verb)
    is_modal = bool(helpers & listed("modal_planned"))
    if not is_modal and _was_before(scene, trigger.at, verb):
        return LegStatus.HAPPENED, trigger.at
    if _moves_by_two(scene, verb):
        low = ""  # "set down in Lima" is no plan
    if low in listed("needs_to") and scene.low(verb + 1) != "to":
        return _alone(scene, trigger)
    governed = _of_infinitive(scene, trigger, verb)
    if governed is not None or low in listed("hypothetical"):
        return governed or (LegStatus.HYPOTHETICAL, verb)
    # who "waited for a bus" need not have caught it
    if is_awaited(scene, trigger.at) or is_still_to_ride(scene, trigger.at):
        is_over = scene.tokens[verb].fine == "VBD"
        return (LegStatus.HYPOTHETICAL if is_over else LegStatus.PLANNED), verb
    is_plan = any(low in listed(name) for name in ("planned", "before_plan", "plan_after"))
    is_new = scene.tokens[verb].fine in {"VBZ", "VBP"}  # "a service to Lima begins on Monday"
    is_plan |= is_new and low in listed("opens_way")
    own = of_auxiliaries(scene, verb)
    is_plan |= own is not None and own[0] is LegStatus.PLANNED  # "a visit is to begin"
    if is_plan or is_modal:
        is_past = is_plan and scene.tokens[verb].fine == "VBD"
        is_broken = is_past and _is_broken(scene, trigger)
        is_broken |= own is not None and of_unmet(scene, verb, own)[0] is LegStatus.CANCELLED
        return (LegStatus.CANCELLED if is_broken else LegStatus.PLANNED), verb
    return _of_told(scene, trigger, verb)


def _of_infinitive(scene: Scene, trigger: Trigger, verb: int) -> tuple[LegStatus, int] | None:
    """Judge "hopes to make a visit" and "failed to get a flight" by what the verb hangs on."""
    is_beside = scene.tree.head(trigger.at) == verb and scene.relation(trigger.at) in {"obj", "obl"}
    is_led = scene.tokens[verb].fine == "VB" and scene.relation(verb) in {"xcomp", "acl", "ccomp"}
    if not (is_beside and is_led):
        return None
    told = verb_outcome(scene, verb, trigger, 0)
    return None if told[0] in {LegStatus.HAPPENED, LegStatus.UNDER_WAY} else told


def _moves_by_two(scene: Scene, verb: int) -> bool:
    """Whether a verb and the word behind it are one of movement: "set down"."""
    entries = motion().entries.get(scene.low(verb), ())
    return any(one.words == (scene.low(verb), scene.low(verb + 1)) for one in entries)


def _has_ended(scene: Scene, verb: int | None) -> bool:
    is_past = verb is not None and scene.tokens[verb].fine == "VBD"
    return is_past and scene.low(verb or 0) in listed("closes_way")


def _of_told(scene: Scene, trigger: Trigger, verb: int) -> tuple[LegStatus, int]:
    """Judge what neither was meant nor is to come: "the flights ended in Lima instead"."""
    if _has_ended(scene, verb):
        near = scene.tree.children(verb, "advmod")
        is_instead = any(scene.low(i) in listed("instead") for i in near)
        return (LegStatus.DIVERTED if is_instead else LegStatus.HAPPENED), verb
    if trigger.frame.of_vehicle:
        return _of_vehicle(scene, trigger, verb)
    return LegStatus.HAPPENED, trigger.at


def _is_broken(scene: Scene, trigger: Trigger) -> bool:
    """Whether the plan came to nothing: "planned a trip to Lima, but the car broke down"."""
    after = range(trigger.last + 1, len(scene))
    return any(scene.low(step) in listed("breaks_plan") for step in after)


def _above(scene: Scene, verb: int | None) -> tuple[int, ...]:
    """Find the verb that one hangs on, and those joined to it that say nobody else does it.

    So it is of what "had" to be done.
    """
    if verb is None:
        return ()
    tree, head = scene.tree, scene.tree.head(verb)
    joined = (i for i in tree.children(verb, "conj") if not tree.children(i, "nsubj", "nsubj:pass"))
    is_led = head is not None and scene.relation(verb) in {"acl", "xcomp"}
    is_must = scene.low(verb) in listed("have") and not tree.is_negated(verb)
    must = tree.children(verb, "xcomp") if is_must else ()  # "the visit had to be cancelled"
    return (*((head,) if head is not None and is_led else ()), *joined, *must)


def _alone(scene: Scene, trigger: Trigger) -> tuple[LegStatus, int]:
    copulas = {scene.low(i) for i in scene.tree.children(trigger.at, "cop")}
    if trigger.frame.of_vehicle and copulas.isdisjoint(listed("past_be")):
        return LegStatus.UNDER_WAY, trigger.at
    return LegStatus.HAPPENED, trigger.at


def _of_vehicle(scene: Scene, trigger: Trigger, verb: int) -> tuple[LegStatus, int]:
    """Tell a vehicle on its way from a service: "the ferry to Malta needs a night"."""
    token = scene.tokens[verb]
    is_present = token.fine in {"VBZ", "VBP"} or token.has("Tense=Pres")
    is_perfect = {scene.low(i) for i in scene.tree.auxiliaries(verb)} & listed("perfect_or_present")
    if is_present and not is_perfect and not scene.is_headline:
        return LegStatus.GENERAL, verb
    return LegStatus.UNDER_WAY, trigger.at
