"""A word of movement goes in; out comes the word by which what it tells is said to be untrue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene

_TOLD = frozenset({"acl", "nmod", "appos"})
_THAT = frozenset({"csubj", "ccomp", "advcl"})
_SHOWN = frozenset({"acl", "ccomp"})


def untrue(scene: Scene, word: int) -> int | None:
    """Find "false" of "a report that she flew was false", "not true" of "it is not true that"."""
    for one in (word, *scene.tree.ancestors(word)):
        head = scene.tree.head(one)
        if head is None:
            return None
        if scene.relation(one) in _THAT and _denies(scene, head):
            return head
        if scene.relation(one) in _SHOWN and _is_unproved(scene, head):
            return head
        is_claim = scene.relation(one) == "ccomp" and not scene.tree.children(head, "nsubj")
        is_told = scene.relation(one) in _TOLD or is_claim  # "claims that" is no verb there
        if is_told and scene.low(head) in listed("rumour"):
            behind = range(word + 1, len(scene))
            return next((i for i in behind if _denies(scene, i) and _is_of(scene, i, head)), None)
    return None


def _is_unproved(scene: Scene, noun: int) -> bool:
    """Whether nothing shows that it was done: "there is no proof that he went to Lima"."""
    return scene.low(noun) in listed("proof") and scene.tree.is_negated(noun)


def _denies(scene: Scene, word: int) -> bool:
    """Whether a word says of something that it is not so: "is false", "was denied"."""
    if scene.low(word) in listed("denial") and scene.tree.children(word, "aux:pass"):
        return not scene.tree.is_negated(word)
    if not scene.tree.children(word, "cop"):
        return False
    is_not = scene.tree.is_negated(word)
    return scene.low(word) in listed("true" if is_not else "untrue")


def _is_of(scene: Scene, word: int, noun: int) -> bool:
    """Whether a word is said of a noun; parsers leave it without one behind "said reports"."""
    subject = scene.tree.subject(word)
    return subject is None or subject == noun
