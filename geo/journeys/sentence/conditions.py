"""A verb in its sentence goes in; out comes what makes it a condition, or hangs it on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene

_CLOSES = frozenset({"”", '"', "’", "'", ")"})
_CLAUSES = ("advcl", "ccomp", "parataxis")


def condition_of(scene: Scene, verb: int) -> int | None:
    """Find what makes a verb a condition: "if they sail", "had it flown", "should they go"."""
    marks = scene.tree.children(verb, "mark")
    return next((i for i in marks if scene.low(i) in listed("conditional")), _inverted(scene, verb))


def asked(scene: Scene, verb: int) -> int | None:
    """Find the helper of a question: "did the ship leave?", "will she go?"."""
    last = next((i for i in range(len(scene) - 1, verb, -1) if scene.low(i) not in _CLOSES), verb)
    subject = next(iter(scene.tree.children(verb, "nsubj", "nsubj:pass")), None)
    if scene.low(last) != "?" or subject is None:
        return None
    helpers = scene.tree.children(verb, "aux", "aux:pass")
    return next((i for i in helpers if i < subject < verb), None)


def hangs_on(scene: Scene, verb: int) -> int | None:
    """Find the condition told first: "should the ice hold, they will cross".

    Behind the verb it only limits a plan: "will cross on Friday if the ice holds".
    """
    helpers = scene.tree.children(verb, "aux")
    is_unreal = any(scene.low(i) in listed("unreal_if") for i in helpers)
    is_unreal &= scene.relation(verb) != "ccomp"  # "said that it would sail if the ice held"
    clauses = scene.tree.children(verb, *_CLAUSES)
    before = (i for i in clauses if i < verb or is_unreal)  # "would cross if the ice held"
    found = (condition_of(scene, one) for one in before)
    return next((one for one in found if one is not None), None)


def _inverted(scene: Scene, verb: int) -> int | None:
    """Find a helper that opens its clause, before whoever does it: "had it flown"."""
    subject = next(iter(scene.tree.children(verb, "nsubj")), None)
    for helper in scene.tree.children(verb, "aux"):
        is_first = scene.tokens[helper - 1].tag in {"PUNCT", "CCONJ"} if helper else True
        is_turned = subject is not None and helper < subject < verb
        if is_first and is_turned and scene.low(helper) in listed("inverts"):
            return helper
    return None
