"""A verb beside words between commas goes in; out comes whose verb it is in truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.phrases.sorts import MOVERS, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene

_MOVED = MOVERS | {Sort.CARGO}


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


def told_of(scene: Scene, verb: int) -> int | None:
    """Find the boat of "a boat, which survivors say put out from Lima": no survivor did."""
    tree, head = scene.tree, scene.tree.head(verb)
    links = (*tree.children(verb, "aux", "parataxis"),)
    is_inside = any(i < verb and scene.low(i) in listed("reports") for i in links)
    if is_inside and scene.relation(verb) == "acl":
        return head
    is_said = head is not None and scene.low(head) in listed("reports")
    is_led = is_said and scene.relation(verb) == "ccomp" and not tree.children(verb, "nsubj")
    return tree.head(head or 0) if is_led and scene.relation(head or 0) == "acl" else None


def is_where(scene: Scene, word: int) -> bool:
    """Whether a word opens what happens at the place before it: "where"."""
    return scene.low(word) in listed("where")


def one_of(scene: Scene, word: int) -> int:
    """Take the wagon in "the wagon, one of 44 on their way to Lima" for who is on the way."""
    first = word - 2
    is_one = scene.low(word - 1) == "of" and scene.low(first) in listed("one")
    is_aside = first > scene.dateline + 1 and scene.low(first - 1) == ","
    is_told = is_one and is_aside and scene.tokens[first - 2].tag in {"NOUN", "PROPN"}
    return first - 2 if is_told and scene.tokens[word].tag == "NUM" else word


def of_clause(scene: Scene, at: int) -> int | None:
    """Take who "heard the news on landing in Lima" for who landed, where the tree errs.

    So it is of who "left port, bound for Lima".
    """
    tree, noun = scene.tree, scene.tree.head(at)
    is_clause = scene.relation(at) == "acl" and scene.tokens[at].fine == "VBG"
    is_led = any(scene.low(i) in listed("leads_clause") for i in tree.children(at, "mark"))
    is_parted = scene.low(at - 1) == "," and scene.tokens[at].fine == "JJ"
    is_parted = is_parted and noun is not None and sort_of(scene, noun) not in _MOVED
    verb = tree.head(noun) if noun is not None and (is_parted or (is_clause and is_led)) else None
    return tree.subject(verb) if verb is not None and noun in tree.objects(verb) else None
