"""A noun of movement goes in ("a visit"); out comes what the words beside it say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.called_off import is_off, is_ready, verb_of
from geo.journeys.sentence.noun_movers import is_only_meant
from geo.journeys.sentence.places import equated_place
from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene


def of_place(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
    """Judge "her last stop is Lima" by the tense."""
    place = equated_place(scene, at)
    if place is None:
        return None
    copulas = {scene.low(i) for i in scene.tree.children(place, "cop")}
    return (LegStatus.HAPPENED if copulas & listed("past_be") else LegStatus.PLANNED), at


def of_talk(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
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
    low = scene.low(head)
    if low in listed("before_plan"):
        return _of_plans(scene, head)
    is_about = scene.tree.preposition(at) in listed("about_topic")  # "a dispute over flights"
    is_idea = is_about or any(
        low in listed(name) for name in ("hypothetical", "only_idea", "rumour")
    )
    return (LegStatus.HYPOTHETICAL, head) if is_idea else None


def _of_plans(scene: Scene, head: int) -> tuple[LegStatus, int]:
    """Judge "plans for a visit" by what became of them."""
    dets = scene.tree.children(head, "det")
    none = next((i for i in dets if scene.low(i) in listed("nobody")), None)
    if none is not None:
        return LegStatus.DENIED, none  # "there are no plans for a visit"
    above = verb_of(scene, head)
    if above is not None and is_off(scene, above):
        return LegStatus.CANCELLED, above
    return LegStatus.PLANNED, head


def to_come(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
    """Judge "spoke ahead of her visit to Lima": then it was still to come.

    Who "was praised for her visit" has made it.
    """
    if scene.low(scene.tree.head(at) or 0) in listed("judged_for"):
        return None
    led = scene.tree.children(at, "case")
    is_own = bool(scene.tree.children(at, "nmod:poss"))
    before = next((i for i in led if scene.low(i) in listed("before_plan")), None)
    return (LegStatus.PLANNED, before) if before is not None and is_own else None


def by_adjective(scene: Scene, at: int) -> tuple[LegStatus, int] | None:
    """Judge "a planned visit", "a possible visit" and "a visit, cancelled on Monday,"."""
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
