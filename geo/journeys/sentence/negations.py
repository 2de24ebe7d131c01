"""A verb in its sentence goes in; out comes what says that it is not done, or only later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.lexicon import listed
from geo.lexicon.frames import Phase
from geo.lexicon.motion import motion
from geo.phrases.sorts import MOVERS, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger


def nobody_does(scene: Scene, verb: int) -> int | None:
    """Find the word by which nobody does it: "none of them came", "no train ran"."""
    subject = scene.tree.subject(verb)
    if subject is None:
        return None
    words = (subject, *scene.tree.children(subject, "det"))
    return next((i for i in words if scene.low(i) in listed("nobody")), None)


def kept_from(scene: Scene, verb: int) -> int | None:
    """Find who did not go: "stopped the singer from boarding", "was barred from entering".

    Not so of "flew the team back from playing in Lima".
    """
    tree, head = scene.tree, scene.tree.head(verb)
    marks = tree.children(verb, "mark", "case")
    is_led = scene.tokens[verb].fine == "VBG" and any(
        scene.low(i) in listed("quits_by") for i in marks
    )
    if head is None or not is_led or _moves(scene, head):
        return None
    told = tree.objects(head)
    if tree.is_passive(head):
        subject = tree.subject(head)
        told = () if subject is None else (subject,)
    return next((one for one in told if sort_of(scene, one) in MOVERS), None)


def _moves(scene: Scene, verb: int) -> bool:
    """Whether a verb by itself is one of movement, and of no halt."""
    entries = motion().entries.get(scene.low(verb), ())
    return any(one.frame.phase is not Phase.STOP for one in entries if len(one.words) == 1)


def is_not(scene: Scene, index: int) -> bool:
    """Whether a word says "not", and no "not only"."""
    token = scene.tokens[index]
    if scene.low(index + 1) in listed("only"):
        return False
    return token.has("Polarity=Neg") or token.lower in listed("negation")


def is_ruled_out(scene: Scene, index: int) -> bool:
    """Whether a place is named as where nobody went: "to Lima, not Cusco", "rather than Cusco"."""
    return any(
        i < index
        and (scene.low(i) in listed("lacking") or is_not(scene, i))
        and scene.low(i + 1) not in listed("only")
        for i in scene.tree.children(index, "cc", "advmod", "det")
    )


def is_later(scene: Scene, verb: int) -> bool:
    """Whether "not" only says how late it is: "did not reach Lima until Friday"."""
    adjuncts = (scene.tree.preposition(i) for i in scene.tree.children(verb, "obl"))
    marks = (
        scene.low(i)
        for clause in scene.tree.children(verb, "advcl")
        for i in scene.tree.children(clause, "mark")
    )
    is_plan = scene.low(verb) in listed("planned")  # "is not due there before Friday"
    late = listed("until") | listed("until_plan") if is_plan else listed("until")
    return any(low in late for low in (*adjuncts, *marks))


def is_over(scene: Scene, index: int) -> bool:
    """Whether it says that something is done "no longer"."""
    return scene.low(index) in listed("no_more") and scene.tree.is_negated(index)


def is_never_done(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb alone says that it was not done: "it never came"."""
    words = range(trigger.first - 1, trigger.last + 1)
    is_verb = not trigger.frame.noun and scene.tokens[trigger.at].tag == "VERB"
    return is_verb and any(scene.low(i) in listed("never") for i in words)


def unmade(scene: Scene, verb: int, marks: dict[str, int]) -> tuple[LegStatus, int] | None:
    """Judge "were shot down before reaching Lima" and "would rather die than go to Lima"."""
    likened = next((marks[low] for low in marks if low in listed("likens")), None)
    if likened is not None and scene.tokens[verb].fine == "VB":
        return LegStatus.GENERAL, likened
    is_ended = "before" in marks and _ends_before(scene, verb)
    return (LegStatus.DENIED, marks["before"]) if is_ended else None


def _ends_before(scene: Scene, verb: int) -> bool:
    """Whether the way ended before it: "were shot down before reaching Lima"."""
    head = scene.tree.head(verb)
    return (
        head is not None
        and scene.tokens[verb].fine == "VBG"
        and scene.low(head) in listed("ends_way")
    )
