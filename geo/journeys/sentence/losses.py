"""A word for what was found goes in; out come the words for how it was lost: "a stolen car"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.lexicon.motion import LexiconEntry


def is_lost_before(scene: Scene, verb: int, entry: LexiconEntry) -> bool:
    """Whether what was found, or washed up, was lost before, by the same sentence.

    What "it" was that "was found in Ica" may be told in another.
    """
    if "own_load" in entry.properties:  # "loaded oil at Lima and discharged it in Ica"
        return bool(losses(scene, verb))
    told = (i for i in scene.tree.children(verb, "xcomp") if scene.tag(i) == "ADJ")
    is_judged = any(scene.low(i) not in listed("found_so") for i in told)  # "was found guilty"
    found = _found(scene, verb, entry)
    is_known = found is not None and scene.tokens[found].has("PronType=Prs")
    is_known = is_known and scene.tokens[verb].fine in {"VBD", "VBN"}
    if found is None or scene.tokens[found].lemma in listed("published"):
        return False  # "a report released in Lima was seen in Ica"
    return not is_judged and (is_known or bool(losses(scene, verb)))


def _found(scene: Scene, verb: int, entry: LexiconEntry) -> int | None:
    """Tell what was found: "it was found", "police found it"."""
    if scene.tree.is_passive(verb) or len(entry.words) > 1:
        return scene.tree.subject(verb)
    things = [i for i in scene.tree.objects(verb) if not scene.tokens[i].has("Reflex=Yes")]
    return things[0] if len(things) == 1 else None  # no "found himself in Lima"


def losses(scene: Scene, verb: int) -> list[int]:
    """List the verbs that say so: "stolen in", "vanished from", "went missing in", "ringed in"."""
    tree = scene.tree
    things = () if _is_of_load(scene, verb) else tree.objects(verb)
    subject = things[0] if things else tree.subject(verb)
    told = list(tree.children(subject, "acl")) if subject is not None else []
    head = None if things else tree.head(verb)
    if head is not None and scene.relation(verb) == "conj":
        told.append(head)  # "was ringed in Lima and found in Ica"
    if not things:  # "was found in Ica after vanishing from Lima"
        told += tree.children(verb, "advcl")
    return [i for one in told if is_loss(scene, one) for i in _words(scene, one)]


def _is_of_load(scene: Scene, verb: int) -> bool:
    """Whether who does so has brought what it is done to: "discharged oil"."""
    entries = motion().entries.get(scene.low(verb), ())
    return any("own_load" in one.properties for one in entries)


def _words(scene: Scene, verb: int) -> tuple[int, ...]:
    """Give a verb with the words that say it with it: "went missing"."""
    return verb, *scene.tree.children(verb, "xcomp", "advmod", "obj")


def is_loss(scene: Scene, verb: int) -> bool:
    """Whether a verb says that something was lost or let go: "was stolen", "went missing"."""
    return any(scene.low(i) in listed("lets_go") for i in _words(scene, verb))
