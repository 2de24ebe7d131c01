"""A word that a verb hangs on goes in; out comes whether it calls that off, or only begins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.helpers import is_mulled
from geo.lexicon import listed
from geo.lexicon.frames import Phase
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts.scene import Scene

_CUES = (
    ("denied", LegStatus.DENIED),
    ("hypothetical", LegStatus.HYPOTHETICAL),
    ("planned", LegStatus.PLANNED),
)


def is_out_of_reach(scene: Scene, verb: int, head: int) -> bool:
    """Whether somebody was "too ill to fly" or "had no time to fly"; no "had no choice but to"."""
    tree = scene.tree
    too = [i for i in tree.children(head, "advmod") if scene.low(i) in listed("too_much_for")]
    if any(scene.low(i - 1) not in listed("only") for i in too):
        return scene.tag(head) == "ADJ"
    mark = next((i for i in tree.children(verb, "mark") if scene.low(i) == "to"), 0)
    is_none = any(scene.low(i) in listed("nobody") for i in tree.children(head, "det"))
    is_owned = scene.relation(head) == "obj" and scene.low(tree.head(head) or 0) in listed("have")
    is_told = scene.relation(verb) == "acl" and scene.low(mark - 1) not in listed("breaks_plan")
    return is_none and is_owned and is_told


def sets_out(scene: Scene, verb: int) -> bool:
    """Whether a verb says by two words that somebody left: "set out", "took off"."""
    words = (scene.low(verb), scene.low(verb + 1))
    entries = motion().entries.get(words[0], ())
    return any(one.words == words and one.frame.phase is Phase.START for one in entries)


def of_noun_plan(scene: Scene, head: int) -> tuple[LegStatus, int] | None:
    """Judge "a plan to send … was dropped" and "was refused leave to fly"."""
    if scene.tokens[head].tag not in {"NOUN", "PROPN"}:
        return None
    above = scene.tree.head(head)
    is_must = above is not None and scene.low(above) in listed("have")
    is_must = is_must and not scene.tree.is_negated(above or 0)
    must = scene.tree.children(above or 0, "xcomp") if is_must else ()  # "had to be given up"
    for end in (*(() if above is None else (above,)), *must):
        if scene.low(end) in listed("cancels") or is_called_off(scene, end):
            return LegStatus.CANCELLED, end
    if above is not None and scene.low(above) in listed("denied"):
        return LegStatus.DENIED, above  # "was refused permission to fly"
    return None


def is_called_off(scene: Scene, verb: int) -> bool:
    """Whether a verb and what follows it call something off: "came to nothing"."""
    after = {scene.low(i) for i in scene.tree.children(verb, "compound:prt", "advmod")}
    after.add(scene.low(verb + 1))
    after.add(f"{scene.low(verb + 1)} {scene.low(verb + 2)}")  # "came to nothing"
    low = scene.low(verb)
    return any(f"{low} {one}" in listed("cancels_pair") for one in after)


def has_no_choice(scene: Scene, verb: int, head: int) -> int | None:
    """Find the "have" of who "had no choice but to go", and so went."""
    mark = next((i for i in scene.tree.children(verb, "mark") if scene.low(i) == "to"), 0)
    is_left = scene.low(mark - 1) in listed("breaks_plan") and scene.relation(head) == "obj"
    is_none = any(scene.low(i) in listed("nobody") for i in scene.tree.children(head, "det"))
    above = scene.tree.head(head)
    is_owned = above is not None and scene.low(above) in listed("have")
    return above if is_left and is_none and is_owned else None


def undone(scene: Scene, verb: int, head: int) -> LegStatus | None:
    """Judge a form in "-ing": "faces being sent to Lima", "avoided it", "stopped her going"."""
    if is_mulled(scene, verb, head):
        return LegStatus.HYPOTHETICAL
    low, is_form = scene.low(head), scene.tokens[verb].fine in {"VBG", "VBN"}
    if scene.relation(verb) != "xcomp" or not is_form:
        return None
    if low in listed("helped_not") and scene.tree.is_negated(head):
        return LegStatus.HAPPENED  # "could not help going"
    if low in listed("still_before"):
        return LegStatus.HYPOTHETICAL
    is_kept = low in listed("keeps_from") and bool(scene.tree.objects(head))
    return LegStatus.DENIED if is_kept or low in listed("escapes") else None


def meaning(scene: Scene, verb: int, low: str) -> LegStatus | None:
    """Judge what hangs on a verb by the meaning of that verb."""
    is_that = bool(scene.tree.children(verb, "nsubj"))
    is_past = scene.tokens[verb].fine == "VBD"
    if is_that:
        if low in listed("denial"):
            return LegStatus.DENIED
        if low in listed("hypothetical"):
            return LegStatus.HYPOTHETICAL
        return LegStatus.PLANNED if low in listed("planned") and not is_past else None
    return next((status for name, status in _CUES if low in listed(name)), None)
