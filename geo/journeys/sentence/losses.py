"""A word for what was found goes in; out come the words for how it was lost: "a stolen car"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.lexicon.motion import LexiconEntry


def is_lost_before(scene: Scene, verb: int, entry: LexiconEntry) -> bool:
    """Whether what was found, or washed up, was lost before, by the same sentence."""
    is_found = scene.tree.is_passive(verb) or len(entry.words) > 1
    is_found |= "own_load" in entry.properties  # "loaded oil at Lima and discharged it in Ica"
    told = (i for i in scene.tree.children(verb, "xcomp") if scene.tag(i) == "ADJ")
    is_judged = any(scene.low(i) not in listed("found_so") for i in told)  # "was found guilty"
    return is_found and not is_judged and bool(losses(scene, verb))


def losses(scene: Scene, verb: int) -> list[int]:
    """List the verbs that say so: "stolen in", "vanished from", "went missing in", "ringed in"."""
    tree = scene.tree
    subject = tree.subject(verb)
    told = list(tree.children(subject, "acl")) if subject is not None else []
    head = tree.head(verb)
    if head is not None and scene.relation(verb) == "conj":
        told.append(head)  # "was ringed in Lima and found in Ica"
    told += tree.children(verb, "advcl")  # "was found in Ica after vanishing from Lima"
    lost = listed("lets_go")
    parts = [(one, *tree.children(one, "xcomp", "advmod", "obj")) for one in told]
    return [i for own in parts if any(scene.low(i) in lost for i in own) for i in own]
