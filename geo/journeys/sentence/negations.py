"""A verb in its sentence goes in; out comes what says that it is not done, or only later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

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


def is_not(scene: Scene, index: int) -> bool:
    """Whether a word says "not"."""
    token = scene.tokens[index]
    return token.has("Polarity=Neg") or token.lower in listed("negation")


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
