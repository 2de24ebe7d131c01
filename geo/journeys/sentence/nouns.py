"""A noun of movement goes in ("a visit", "the flight"); out comes whether the journey happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.journeys.sentence.called_off import is_off, is_ready, of_off, verb_of, verbs_of_end
from geo.journeys.sentence.helpers import of_auxiliaries
from geo.journeys.sentence.left_open import left_open, of_unmet
from geo.journeys.sentence.negations import kept_from
from geo.journeys.sentence.noun_movers import (
    is_alighted,
    is_awaited,
    is_only_meant,
    is_still_to_ride,
)
from geo.journeys.sentence.places import equated_place
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
        or _by_adjective(scene, at)
        or _of_talk(scene, at)
        or _to_come(scene, at)
        or _of_way(scene, trigger, verb)
        or _of_place(scene, at)
    )
    if own is not None:
        return own
    if verb is None:
        return _alone(scene, trigger)
    if tree.is_negated(verb) or kept_from(scene, verb) is not None:
        return LegStatus.DENIED, verb
    return _by_verb(scene, trigger, verb, helpers)


def _of_place(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
    """Judge "her last stop is Lima" by the tense."""
    place = equated_place(scene, at)
    if place is None:
        return None
    copulas = {scene.low(i) for i in scene.tree.children(place, "cop")}
    return (LegStatus.HAPPENED if copulas & listed("past_be") else LegStatus.PLANNED), at


def _of_way(scene: Scene, trigger: Trigger, verb: int | None) -> tuple[LegStatus, int] | None:
    """Tell a way in general: "the drive from … to … is 51 km", "trains between … and …"."""
    at, head = trigger.at, scene.tree.head(trigger.at)
    is_subject = scene.relation(at) == "nsubj" and head is not None
    is_equated = head is not None and bool(scene.tree.children(head, "cop"))
    if head is not None and is_subject and is_equated and is_figure(scene, head):
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
    is_usual = trigger.frame.of_vehicle and (is_service(scene, at) or is_slow(scene, at))
    return (LegStatus.GENERAL, at) if is_usual and not _has_ended(scene, verb) else None


def _by_verb(scene: Scene, trigger: Trigger, verb: int, helpers: set[str]) -> tuple[LegStatus, int]:
    low = scene.low(verb)
    if _moves_by_two(scene, verb):
        low = ""  # "set down in Lima" is no plan
    if low in listed("needs_to") and scene.low(verb + 1) != "to":
        return _alone(scene, trigger)
    if low in listed("hypothetical"):
        return LegStatus.HYPOTHETICAL, verb
    # who "waited for a bus" need not have caught it
    if is_awaited(scene, trigger.at) or is_still_to_ride(scene, trigger.at):
        is_over = scene.tokens[verb].fine == "VBD"
        return (LegStatus.HYPOTHETICAL if is_over else LegStatus.PLANNED), verb
    is_plan = any(low in listed(name) for name in ("planned", "before_plan", "plan_after"))
    is_new = scene.tokens[verb].fine in {"VBZ", "VBP"}  # "a service to Lima begins on Monday"
    is_plan |= is_new and low in listed("opens_way")
    own = of_auxiliaries(scene, verb)
    is_plan |= own is not None and own[0] is LegStatus.PLANNED  # "a visit is to begin"
    if is_plan or helpers & listed("modal_planned"):
        is_past = is_plan and scene.tokens[verb].fine == "VBD"
        is_broken = is_past and _is_broken(scene, trigger)
        is_broken |= own is not None and of_unmet(scene, verb, own)[0] is LegStatus.CANCELLED
        return (LegStatus.CANCELLED if is_broken else LegStatus.PLANNED), verb
    return _of_told(scene, trigger, verb)


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


def _of_talk(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
    """Judge "talks about a visit" and "the idea of a flight": nobody went by them."""
    head = scene.tree.head(at)
    is_inner = head is not None and scene.relation(at) == "nmod"
    is_work = is_inner and scene.low(head or 0) in listed("work")
    if head is not None and (is_work or is_only_meant(scene, at)):
        return LegStatus.GENERAL, head  # "a book about a voyage to Lima"
    if head is not None and is_ready(scene, at):
        return LegStatus.PLANNED, head
    prepositions = listed("of_topic") | listed("about_topic")
    if head is not None and scene.low(head) in listed("only_idea"):
        prepositions |= listed("topic_of_talk")  # "talks on a visit"
    if (
        head is None
        or scene.relation(at) != "nmod"
        or (scene.tree.preposition(at) not in prepositions)
    ):
        return None
    low, above = scene.low(head), verb_of(scene, head)
    if low in listed("before_plan"):
        if above is not None and is_off(scene, above):
            return LegStatus.CANCELLED, above
        return LegStatus.PLANNED, head
    is_about = scene.tree.preposition(at) in listed("about_topic")  # "a dispute over flights"
    is_idea = is_about or any(
        low in listed(name) for name in ("hypothetical", "only_idea", "rumour")
    )
    return (LegStatus.HYPOTHETICAL, head) if is_idea else None


def _to_come(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
    """Judge "spoke ahead of her visit to Lima": then it was still to come."""
    led = scene.tree.children(at, "case")
    is_own = bool(scene.tree.children(at, "nmod:poss"))
    before = next((i for i in led if scene.low(i) in listed("before_plan")), None)
    return (LegStatus.PLANNED, before) if before is not None and is_own else None


def _by_adjective(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
    verb = verb_of(scene, at)
    is_taken_up = verb is not None and scene.low(verb) in listed("takes_up")
    for index in scene.tree.children(at, "amod", "acl"):
        low = scene.low(index)
        if low in listed("called_off") and is_taken_up:
            continue  # "flights, suspended in May, are to be resumed"
        if low in listed("called_off"):
            return LegStatus.CANCELLED, index
        if low in listed("trip_possible"):
            return LegStatus.HYPOTHETICAL, index
        if low in listed("trip_to_come") or low in listed("planned"):
            return LegStatus.PLANNED, index
    return None


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
