"""A sentence goes in; out come its words that may name somebody, or something that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Dimension
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.motion import journey_nouns, motion
from geo.lexicon.units import pair_units
from geo.phrases.names import name_run
from geo.phrases.sorts import is_time_word, sort_of
from geo.text.goals import is_left, movement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.text.figures import Cast

_OPEN = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_OF_GOODS = frozenset({Dimension.MASS, Dimension.VOLUME})
_INSIDE = frozenset({"compound", "flat", "amod", "det", "nummod", "case", "fixed", "goeswith"})


def nominals(cast: Cast, scene: Scene) -> Iterator[int]:
    """List the words of a sentence that may name somebody, or something that moves."""
    for index, token in enumerate(scene.tokens):
        is_part = token.relation == "nsubj" and token.lower in listed("part_of_many")
        if not (token.tag in _OPEN or is_part):
            continue  # parsers take "most" for an adverb
        is_inside = scene.relation(index) in _INSIDE and not is_before_verb(scene, index)
        if is_inside or (is_time_word(token.lower) and len(name_run(scene, index)) == 1):
            continue
        is_way = token.lower in journey_nouns() and sort_of(scene, index) is Sort.OTHER
        if is_way or _is_measure(token.lower):
            continue  # "is on its way"
        if (token.tag == "ADJ" and not _is_noun(scene, index)) or _is_likeness(scene, index):
            continue
        if token.tag == "NUM" and scene.relation(index) not in {"nsubj", "obj", "conj"}:
            continue
        is_place = sort_of(scene, index) in {Sort.PLACE, Sort.THING} or is_left(scene, index)
        if index >= scene.dateline and not (is_place or _is_unknown_place(cast, scene, index)):
            yield index


def _is_unknown_place(cast: Cast, scene: Scene, index: int) -> bool:
    """Whether a name that nobody met bears stands as places do: "had set out from Samagaon".

    What was met so once is a place wherever it stands.
    """
    name = scene.low(index)
    if scene.tag(index) != "PROPN" or len(name_run(scene, index)) > 1:
        return False
    if name in cast.spots:
        return True
    is_met = any(name in one.names for one in cast.figures)
    if is_met or not _is_where(scene, index) or scene.tree.children(index, "det", "appos"):
        return False
    cast.spots.add(name)
    return True


def _is_where(scene: Scene, index: int) -> bool:
    """Whether words of place stand before: "in", "as far as", "from" behind a word of movement."""
    before = scene.tree.preposition(index)
    right_before = f"{scene.low(index - 2)} {scene.low(index - 1)}" if index > 1 else ""
    if before in listed("strong_locative") or right_before in listed("before_place"):
        return True
    head = scene.tree.head(index)
    entry = movement(scene, head) if head is not None else None
    return entry is not None and before in entry.frame.roles


def measured(scene: Scene, index: int) -> int | None:
    """Find the measure of goods: the tonnes of "900 tonnes of concentrate are in Lima"."""
    head = scene.tree.head(index)
    if head is None or scene.tree.preposition(index) != "of":
        return None
    unit = pair_units().get(scene.low(head))
    return head if unit is not None and unit.dimension in _OF_GOODS else None


def _is_likeness(scene: Scene, index: int) -> bool:
    """Whether something is only likened to it: "the size of a fist", "as a child", "as big as"."""
    told = {scene.low(i) for i in scene.tree.children(index, "det")}
    if sort_of(scene, index) is Sort.PERSON and told & listed("nobody"):
        return True  # "no soldier would go": "he" is somebody else
    above = scene.tree.head(index)
    is_of = above is not None and scene.tree.preposition(index) == "of"
    is_any = bool(told & listed("indefinite"))
    if is_of and is_any and scene.low(above or 0) in listed("size"):
        return True
    for at in scene.tree.children(index, "case", "mark"):
        low = scene.low(at)
        is_as = low in listed("likens_twice")
        is_twice = is_as and low in {scene.low(at - 2), scene.low(at - 3)}
        if low in listed("likens") or is_twice or (is_as and is_any):
            return True
    return False


def is_before_verb(scene: Scene, index: int) -> bool:
    """Whether a headline's verb was taken for a noun: "Train heads for Russia"."""
    head = scene.tree.head(index)
    return scene.is_headline and head == index + 1 and scene.low(head) in motion().entries


def _is_measure(low: str) -> bool:
    """Whether a word is a unit, a side or a kind of place, and so nobody."""
    tables = motion()
    single = low.removesuffix("s")
    nobody = listed("period", "no_traveller", "direction")
    is_unit = low in tables.measures or low in nobody
    return is_unit or low in listed("place_kind") or single in listed("place_kind")


def _is_noun(scene: Scene, index: int) -> bool:
    """Tell "the injured" and "a third" from "due" and "more"."""
    return bool(scene.tree.children(index, "det")) or scene.low(index) in listed("part_of_many")
