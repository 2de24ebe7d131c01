"""A word of movement goes in, the place that it leads to comes out: "there" may mean it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.lexicon.motion import motion
from geo.lexicon.names import pronouns_of_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Toponym
    from geo.contracts.scene import Scene
    from geo.lexicon.frames import Frame
    from geo.lexicon.motion import LexiconEntry

_LONGEST = 3  # words of a preposition: "as far as"
_REACH = 6  # words between a verb and where it leads
_DEEP = 2  # "a hospital in the town of Lima"
_MOVING = frozenset({"VERB", "NOUN"})
_MOVED = frozenset({"xcomp", "conj", "advcl", "ccomp"})
_TELLING_MORE = frozenset({Phase.SUPPORT, Phase.MEETING, Phase.STOP})


class Goal(NamedTuple):
    """A place that somebody goes to, and the word that says so."""

    word: int
    toponym: Toponym


def goals_of(scene: Scene, index: int, meant: Mapping[tuple[int, int], Toponym]) -> Iterator[Goal]:
    """List where a word of movement leads, in order; nothing where nobody goes there.

    ``meant`` are the words that were found to point back, by sentence and word.
    """
    entry = movement(scene, index)
    if entry is None or entry.frame.phase in _TELLING_MORE or scene.tree.is_negated(index):
        return
    for word in sorted(set(_led_to(scene, index, entry.frame))):
        toponym = place_in(scene, word) or meant.get((scene.index, word))
        if toponym is not None:
            yield Goal(word, toponym)


def stands_in(scene: Scene, index: int) -> Toponym | None:
    """Give the place of which it is said that somebody is there: "by May it was in Lima"."""
    tree = scene.tree
    is_there = bool(tree.children(index, "cop")) and not tree.is_negated(index)
    return (
        scene.place(index) if is_there and tree.preposition(index) in listed("at_place") else None
    )


def movement(scene: Scene, index: int) -> LexiconEntry | None:
    """Give the row of the word of movement that stands at an index, if one does."""
    tag = scene.tokens[index].tag
    if tag not in _MOVING or index in scene.toponyms:
        return None
    for entry in motion().entries.get(scene.low(index), ()):
        words = tuple(scene.low(i) for i in range(index, index + len(entry.words)))
        is_noun = "noun" in entry.forms
        is_meant = words == entry.words and scene.low(index + len(words)) not in entry.idioms
        is_meant &= not entry.frame.recovers  # "soldiers found them" moves nobody
        if is_meant and is_noun == (tag == "NOUN"):
            return entry
    return None


def is_left(scene: Scene, index: int) -> bool:
    """Whether a single unknown name is what somebody left or reached: no person, but a place."""
    if scene.tokens[index].tag != "PROPN" or not is_end_of_way(scene, index):
        return False
    is_alone = not scene.tree.children(index, "flat", "compound", "nmod:desc", "det")
    return is_alone and scene.low(index) not in pronouns_of_names()


def is_end_of_way(scene: Scene, index: int) -> bool:
    """Whether a word is the object that is left or reached: "she left it on Monday"."""
    verb = scene.tree.head(index)
    entry = movement(scene, verb) if verb is not None and scene.relation(index) == "obj" else None
    return entry is not None and entry.frame.object in {Role.ORIGIN, Role.DESTINATION}


def place_in(scene: Scene, word: int, deep: int = _DEEP) -> Toponym | None:
    """Find the place that a noun phrase names: itself, "the port of" it, a hospital in it."""
    toponym = scene.place(word)
    if toponym is not None or not deep:
        return toponym
    for child in scene.tree.children(word, "compound", "flat", "appos", "nmod:poss"):
        toponym = toponym or scene.place(child)
    for child in scene.tree.children(word, "nmod"):
        if toponym is None and scene.tree.preposition(child) in {"of", *listed("within")}:
            toponym = place_in(scene, child, deep - 1)
    return toponym


def _led_to(scene: Scene, index: int, frame: Frame) -> Iterator[int]:
    tree = scene.tree
    if frame.object is Role.DESTINATION and not tree.is_passive(index):
        yield from tree.objects(index)
    if Role.DESTINATION in frame.roles.values():
        near = tree.children(index, "advmod")
        yield from (i for i in near if scene.low(i) in listed("here_or_there"))
    yield from _behind(scene, index, frame)
    for holder in (index, *tree.objects(index)):
        for adjunct in tree.adjuncts(holder):
            if _role(scene, adjunct.word, frame) is Role.DESTINATION:
                yield from tree.conjuncts(adjunct.word)
            yield from _by_stretches(scene, adjunct.word, frame)


def _by_stretches(scene: Scene, word: int, frame: Frame) -> Iterator[int]:
    """Read "went by lorry to Ica and then by train to Lima", whatever "by train" is joined to."""
    tree = scene.tree
    for joined in tree.conjuncts(word):
        if tree.preposition(joined) not in listed("by_vehicle"):
            continue
        for child in tree.children(joined, "nmod"):
            if _role(scene, child, frame) is Role.DESTINATION:
                yield from tree.conjuncts(child)


def _behind(scene: Scene, index: int, frame: Frame) -> Iterator[int]:
    """Read "goes on Wednesday to Lima" by its words, whatever the tree says."""
    for step in range(index + 1, min(index + _REACH, len(scene) - 1)):
        if scene.tokens[step].tag in {"VERB", "PUNCT"}:
            return
        is_led = frame.roles.get(scene.low(step)) is Role.DESTINATION
        toponym = scene.place(step + 1) if is_led else None
        if toponym is not None:
            yield scene.head_of(toponym)


def _role(scene: Scene, word: int, frame: Frame) -> Role | None:
    """Read the part that a phrase has by the words before it."""
    cases = [i for i in scene.tree.children(word, "case") if i < word]
    if not cases:
        return None
    last = max(cases[-1], *scene.tree.children(cases[-1], "fixed"), cases[-1])
    for length in range(_LONGEST, 0, -1):
        words = " ".join(scene.low(i) for i in range(last - length + 1, last + 1))
        if words in frame.roles:
            return frame.roles[words]
    return None


def words_of_mover(scene: Scene, index: int) -> frozenset[int]:
    """Words for who goes there: "boats from Lima that wanted to go there" do not go to Lima."""
    tree, verb = scene.tree, scene.tree.governor(index)
    while verb is not None:
        own = tree.children(verb, "nsubj")
        if scene.relation(verb) == "acl":
            holder = tree.head(verb)
            inner = tree.children(holder, "nmod") if holder is not None else ()
            return frozenset(i for one in (*own, *inner) for i in tree.subtree(one) if one < verb)
        if own or scene.relation(verb) not in _MOVED:
            return frozenset(i for one in own for i in tree.subtree(one))
        verb = tree.head(verb)
    return frozenset()
