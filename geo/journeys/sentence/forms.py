"""A verb of movement goes in; out comes what its form alone says: it was done, is, or is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.helpers import of_auxiliaries
from geo.lexicon import listed
from geo.lexicon.frames import Phase

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger


def of_form(scene: Scene, verb: int, trigger: Trigger) -> tuple[LegStatus, int]:
    """Judge by the form of the verb, where no word around it says more."""
    token = scene.tokens[verb]
    phase = trigger.frame.phase
    helpers = {scene.low(i) for i in scene.tree.children(verb, "aux", "cop")}
    if "planned" in trigger.entry.forms:
        return LegStatus.PLANNED, verb
    # "has been walking for days" goes on
    if token.fine == "VBG" and not helpers & (listed("have") - listed("perfect_or_present")):
        is_over = scene.relation(verb) == "advcl" and scene.tree.children(verb, "mark")
        return (LegStatus.HAPPENED if is_over else LegStatus.UNDER_WAY), verb
    # "is being sent"
    is_now = token.fine == "VBN" and bool(
        helpers & listed("going_on") and helpers & listed("present_be")
    )
    if is_now or phase is Phase.START:
        return LegStatus.UNDER_WAY, verb
    if token.fine in {"VBZ", "VBP"} and _is_planned_above(scene, verb):
        return LegStatus.PLANNED, verb
    if token.fine in {"VBZ", "VBP", "VB"} and not scene.is_headline and phase is not Phase.END:
        return LegStatus.UNDER_WAY, verb
    return LegStatus.HAPPENED, verb


def _is_planned_above(scene: Scene, verb: int) -> bool:
    """Whether a present tense goes with a plan: "will call at Arica, then sails for Lima"."""
    head = scene.tree.head(verb)
    if head is None or scene.relation(verb) not in {"advcl", "conj"}:
        return False
    own = of_auxiliaries(scene, head)
    return own is not None and own[0] is LegStatus.PLANNED
