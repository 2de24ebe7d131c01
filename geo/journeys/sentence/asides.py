"""A verb behind a clause that commas close goes in; out comes the subject of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene


def behind_clause(scene: Scene, verb: int) -> int | None:
    """Find "ship" for "sailed": "the ship called at Lima, where grain was landed, and sailed".

    Parsers let such a verb go on with the clause that the comma has closed.
    """
    tree, clause = scene.tree, scene.tree.head(verb)
    is_joined = scene.relation(verb) in {"conj", "advcl"} and not tree.children(verb, "nsubj")
    if clause is None or not is_joined or scene.relation(clause) != "acl":
        return None
    opener = next((i for i in tree.children(clause, "advmod") if is_where(scene, i)), None)
    links = (*tree.children(verb, "cc", "mark"), verb)
    place = tree.head(clause)
    if opener is None or place is None or scene.low(min(links) - 1) != ",":
        return None
    main = tree.predicate(place)
    return tree.subject(main) if main is not None and scene.low(opener - 1) == "," else None


def is_where(scene: Scene, word: int) -> bool:
    """Whether a word opens what happens at the place before it: "where"."""
    return scene.low(word) in listed("where")
