"""Finds who or what moves where the tree hangs it on something else than its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.journeys.sentence.negations import kept_from
from geo.lexicon import listed
from geo.phrases.sorts import MOVERS, PEOPLE, is_time_word, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger

_MOVED = MOVERS | {Sort.CARGO}
_TIMED = frozenset({"csubj", "xcomp", "advcl", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def subject_before(scene: Scene, trigger: Trigger) -> int | None:
    """Take the subject told last before a verb whose own the tree lacks."""
    if "noun" in trigger.entry.forms:
        return None
    if trigger.entry.is_phrase:
        index = trigger.first - 1
        if sort_of(scene, index) in _MOVED and not is_time_word(scene.low(index)):
            return index
    near = []
    for index in range(trigger.first - 1, -1, -1):
        if scene.low(index) in {";", '"', "“", "”"}:
            break
        if sort_of(scene, index) in _MOVED and not _is_source(scene, index):
            near.append(index)
    subject = next((one for one in near if scene.relation(one) in _SUBJECTS), None)
    return near[0] if subject is None and near and scene.is_headline else subject


def _is_source(scene: Scene, word: int) -> bool:
    """Whether a word names who is cited between commas: "the cows, a spokeswoman said, have"."""
    verb = scene.tree.head(word)
    is_aside = verb is not None and scene.relation(verb) == "parataxis"
    return verb is not None and is_aside and scene.low(verb) in listed("reports")


def thing_before(scene: Scene, trigger: Trigger) -> int | None:
    """Take "water" of "drinking water from Ica reached Lima" where the tree makes it an object."""
    told = (i for i in scene.tree.children(trigger.at, "obj") if i < trigger.at)
    is_alone = not scene.tree.children(trigger.at, "nsubj")
    return next((i for i in told if is_alone and scene.tokens[i].tag == "NOUN"), None)


def warned(scene: Scene, verb: int) -> int | None:
    """Find who would go: "warned tourists against travelling to Lima", "kept us from sailing"."""
    if (kept := kept_from(scene, verb)) is not None:
        return kept
    head = scene.tree.head(verb)
    marks = scene.tree.children(verb, "mark", "case")
    if head is None or not any(scene.low(i) in listed("opposes") for i in marks):
        return None
    told = scene.tree.children(head, "obj", "iobj")
    return next((one for one in told if sort_of(scene, one) in PEOPLE), None)


def inside_clause(scene: Scene, verb: int) -> int | None:
    """Find "train" of "she waved as the train left", where the tree hangs it on the main verb."""
    word, head = verb - 1, scene.tree.head(verb)
    mark = next((i for i in scene.tree.children(verb, "mark") if i < word), None)
    if head is None or mark is None or scene.relation(verb) != "advcl":
        return None
    is_loose = scene.relation(word) == "obl" and scene.tree.head(word) == head
    is_bare = is_loose and not scene.tree.children(word, "case")
    return word if is_bare and word not in scene.toponyms else None


def who_takes(scene: Scene, verb: int) -> int | None:
    """Find "the men" of "it took the men nine hours to drive to Lima"; no "it takes nine hours"."""
    head = scene.tree.head(verb)
    if head is None or scene.relation(verb) not in _TIMED:
        return None
    if scene.low(head) not in listed("takes_it", "takes_time"):
        return None
    helpers = {scene.low(i) for i in scene.tree.children(head, "aux")}
    is_real = helpers.isdisjoint(listed("unreal", "modal_possible"))  # no "it would take us"
    is_told = is_real and (bool(helpers) or scene.tokens[head].fine == "VBD")
    subject = scene.tree.children(head, "nsubj", "expl")
    told = (i for i in scene.tree.children(head, "iobj", "obj") if i < verb)
    who = next((i for i in told if sort_of(scene, i) in MOVERS), None)
    is_it = all(scene.low(i) in listed("it") for i in subject)
    return who if is_told and is_it and bool(subject) else None


def behind_start(scene: Scene, verb: int) -> int | None:
    """Find "trucks" in "From Lima trucks will start", where the tree makes one phrase of both."""
    first = scene.dateline
    for one in scene.tree.children(verb, "obl"):
        is_front = one < verb and first in scene.tree.children(one, "case")
        named = [i for i in scene.tree.children(one, "compound") if i in scene.toponyms]
        if is_front and named and sort_of(scene, one) in MOVERS:
            return one
    return None
