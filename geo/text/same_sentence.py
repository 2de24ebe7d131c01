"""A pronoun goes in; out come those of its own sentence that it hardly means, or likely does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.text.goals import movement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.text.figures import Cast, Figure

_PARTS = frozenset({";", ":"})


def stands_as_object(scene: Scene, index: int) -> bool:
    """Whether it is whom something is done to: "it took them to Lima"."""
    is_object = scene.relation(index) not in {"nsubj", "nsubj:pass"}  # "it" and "her" are both
    is_said = scene.tree.head(index) is not None and is_object
    return is_said and scene.low(index) in listed("object_pronoun")


def speaker_of(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Find who says what the pronoun is the subject of: "Ana said that she would"."""
    verb = scene.tree.head(index)
    if verb is None or scene.relation(index) != "nsubj" or scene.relation(verb) != "ccomp":
        return None
    said = scene.tree.head(verb)
    who = scene.tree.subject(said) if said is not None else None
    owner = scene.tree.possessor(who) if who is not None else None
    if owner is not None and not _is_other_sex(scene, owner, index):
        who = owner  # "his lawyer denied that he had"
    return cast.meant.get((scene.index, who)) if who is not None and who < index else None


def _is_other_sex(scene: Scene, owner: int, index: int) -> bool:
    """Whether "his lawyer said she" is of two: "she" is no "he"."""
    words = [scene.low(owner), scene.low(index)]
    is_own = all(word in listed("he_or_she") for word in words)
    return is_own and len({word in listed("of_ships") for word in words}) > 1


def said_before(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Find whom the same word meant before in the sentence: "they walked till they were sent"."""
    if stands_as_object(scene, index):
        return None
    same = (i for i in range(index - 1, -1, -1) if scene.low(i) == scene.low(index))
    return next(
        (cast.meant.get((scene.index, i)) for i in same if not stands_as_object(scene, i)), None
    )


def in_clause_before(cast: Cast, scene: Scene, index: int) -> set[Figure]:
    """List whom a clause tells of that a semicolon or a colon parts from the pronoun."""
    part = next((i for i in range(index - 1, 0, -1) if scene.low(i) in _PARTS), 0)
    met = (cast.meant.get((scene.index, i)) for i in range(part))
    return {one for one in met if one is not None}


def spoken_of(cast: Cast, scene: Scene, index: int) -> list[Figure]:
    """List who is met in a speaker's mouth alone: "“My sister lives in Lima,” she said"."""
    if scene.low(index) not in listed("he_or_she") or not scene.quotes or scene.is_quoted(index):
        return []
    met = ((word, cast.meant.get((scene.index, word))) for word in range(len(scene)))
    return [
        one
        for word, one in met
        if one is not None and one.first == scene.index and scene.is_quoted(word)
    ]


def told_to(cast: Cast, scene: Scene, index: int) -> Iterator[Figure]:
    """List to whom it is said what was to be done to others: "told police he had to take them"."""
    for above in scene.tree.ancestors(index) if stands_as_object(scene, index) else ():
        verb = scene.tree.head(above)
        if verb is None or scene.relation(above) != "ccomp":
            continue
        for word in scene.tree.children(verb, "iobj", "obj"):
            yield from (one for one in cast.figures if scene.low(word) in one.heads)


def carried_before(cast: Cast, scene: Scene, index: int) -> set[Figure]:
    """List whom the sentence said before to be carried: "drove boys to Ica, and men took them"."""
    carried: set[Figure] = set()
    for verb in range(scene.dateline, index if stands_as_object(scene, index) else 0):
        entry = movement(scene, verb) if scene.tag(verb) == "VERB" else None
        if entry is not None and (entry.frame.carries or "moves_objects" in entry.properties):
            met = (cast.meant.get((scene.index, i)) for i in scene.tree.objects(verb))
            carried |= {one for one in met if one is not None}
    return carried
