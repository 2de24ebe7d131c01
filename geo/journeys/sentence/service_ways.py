"""A departure or a service goes in; by what it goes comes out, if other words say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.journeys.mode_words import site_modes
from geo.lexicon.frames import Phase
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger


def of_service(scene: Scene, trigger: Trigger) -> tuple[Mode, int] | None:
    """Find by what it goes, and the word that says so: what it does, or who calls it off."""
    verb = scene.tree.head(trigger.at)
    relation = scene.relation(trigger.at)
    if verb is None:
        return None
    if relation in {"xcomp", "advcl"} and trigger.frame.phase is Phase.END:
        return _of_its_verb(scene, verb) if is_reached_by(scene, trigger) else None
    if trigger.frame.of_vehicle and relation == "nsubj":
        return _of_its_verb(scene, verb)
    return _of_its_firm(scene, verb) if trigger.frame.noun and relation == "obj" else None


def _of_its_verb(scene: Scene, verb: int) -> tuple[Mode, int] | None:
    """Find by what it goes that is called by its hour alone: "the 05.15 did not sail"."""
    entries = motion().entries.get(scene.low(verb), ())
    modes = {one.mode for one in entries if len(one.words) == 1 and "noun" not in one.forms}
    mode = next(iter(modes - {Mode.UNKNOWN}), None) if len(modes) == 1 else None
    return None if mode is None else (mode, verb)


def is_reached_by(scene: Scene, trigger: Trigger) -> bool:
    """Whether a way that was gone led there: "walked for days to reach Lima"."""
    verb, at = scene.tree.head(trigger.at), trigger.at
    is_to = any(scene.low(i) == "to" for i in scene.tree.children(at, "mark"))
    if verb is None or not is_to or scene.tokens[verb].fine != "VBD":
        return False
    entries = motion().entries.get(scene.low(verb), ())
    is_way = any(one.frame.phase is Phase.WHOLE and "noun" not in one.forms for one in entries)
    return is_way and verb < at and not scene.tree.is_negated(verb)


def _of_its_firm(scene: Scene, verb: int) -> tuple[Mode, int] | None:
    """Find by what it goes that a firm calls off: "the railway cancelled a departure"."""
    firm = scene.tree.subject(verb)
    parts = scene.tree.children(firm, "compound") if firm is not None else ()
    if firm is None or (scene.tag(firm) == "PROPN" and not parts):
        return None  # "Walker, who made a trip to Lima"
    for part in (*parts, firm):
        modes = {motion().vehicles.get(scene.low(part)), *site_modes(scene.low(part))} - {None}
        mode = modes.pop() if len(modes) == 1 else None
        if mode is not None:
            return mode, part
    return None
