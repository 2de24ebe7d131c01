"""Tells what "it" or "they" at the head of a sentence is: what the sentence before was about.

A place is taken for it only where that sentence is about the place. A crash, a quake, a ship or
soldiers are somewhere too, and their place is not that of the nearest name.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geo.contracts import Link, Referent, Sense, Sort
from geo.lexicon import listed
from geo.phrases.names import shown
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Toponym
    from geo.contracts.scene import Scene
    from geo.text.figures import Cast

_MOVING = frozenset({Sort.VEHICLE, Sort.CARGO})
_MANY = frozenset({Sort.GROUP, Sort.VEHICLE, Sort.CARGO})


def topics_of(told: Sequence[Scene], cast: Cast) -> dict[int, Link]:
    """Find, by the index of the sentence, what its opening "it" or "they" points back to."""
    found: dict[int, Link] = {}
    for before, scene in pairwise(told):
        word = _opening(scene)
        if word is None or before.is_headline or scene.index != before.index + 1:
            continue
        if scene.low(word) in listed("site_of_event"):
            meant = _event(before, cast)
        else:
            meant = _about(before, cast, found.get(before.index), is_many=_is_many(scene, word))
        if meant is not None and (not meant.toponym_id or _is_one_block(before, scene)):
            reason = "what the sentence before is about"
            found[scene.index] = Link(span=scene.span(word, word), to=meant, reason=reason)
    return found


def _opening(scene: Scene) -> int | None:
    """Find "it", "they" or "the site" as the first subject of a sentence."""
    for index in range(scene.dateline, len(scene)):
        if scene.relation(index) in {"nsubj", "csubj"}:
            is_pronoun = scene.low(index) in listed("it") | listed("they")
            is_pronoun = is_pronoun and scene.tokens[index].tag == "PRON"
            is_site = scene.low(index) in listed("site_of_event") and _is_bare(scene, index)
            return index if is_pronoun or is_site else None
    return None


def _is_bare(scene: Scene, index: int) -> bool:
    """Whether nothing but "the" or "that" stands before a noun, and no place behind it."""
    inner = scene.tree.children(index, "det", "amod", "compound", "nmod", "acl")
    words = {scene.low(i) for i in inner}
    return bool(words) and words <= listed("points")


def _event(scene: Scene, cast: Cast) -> Referent | None:
    """Find what happened by the sentence before: "the site" is where that was."""
    for index in range(len(scene) - 1, scene.dateline - 1, -1):
        if scene.low(index) in listed("event") and scene.tokens[index].tag == "NOUN":
            return _thing(scene, index, cast)
    return None


def _is_one_block(before: Scene, scene: Scene) -> bool:
    """Whether two sentences are of one paragraph: a place is not spoken of for longer."""
    block = scene.article.block_at(scene.sentence.span.start)
    return block == scene.article.block_at(before.sentence.span.start)


def _is_many(scene: Scene, word: int) -> bool:
    return scene.low(word) in listed("they")


def _about(scene: Scene, cast: Cast, said: Link | None, *, is_many: bool) -> Referent | None:
    """Find what a sentence is about: the subject of its main clause, if that is somewhere."""
    root = scene.tree.root
    subject = None if root is None else scene.tree.subject(root)
    if subject is None:
        return None
    if said is not None and scene.span(subject, subject) == said.span:
        return said.to  # "It sank. It was …"
    place = _place(scene, subject)
    if place is not None:
        return Referent(shown=place.span.text, sort=Sort.PLACE, toponym_id=place.id)
    low, sort = scene.low(subject), sort_of(scene, subject)
    is_plural = scene.tokens[subject].has("Number=Plur")
    if low in listed("event") or (sort in _MOVING and is_plural == is_many):
        return _thing(scene, subject, cast)
    if is_many and sort in _MANY:
        return _thing(scene, subject, cast)
    return None


def _place(scene: Scene, subject: int) -> Toponym | None:
    """Find the place that a subject is: by its name, or as "the port of" it."""
    found = scene.place(subject)
    if found is None and scene.low(subject) in listed("place_kind") | listed("settlement"):
        inner = scene.tree.children(subject, "appos", "nmod", "compound", "flat")
        places = [scene.place(i) for i in inner if scene.tree.preposition(i) in {"", "of"}]
        found = next((one for one in places if one is not None), None)
    return found if found is not None and found.sense is Sense.LITERAL else None


def _thing(scene: Scene, subject: int, cast: Cast) -> Referent:
    known = cast.figure(scene, subject)
    is_event = scene.low(subject) in listed("event")
    sort = Sort.EVENT if is_event else known.sort if known else sort_of(scene, subject)
    return Referent(shown=known.shown if known else shown(scene, subject), sort=sort)
