"""A word goes in; what it may name comes out: a person, a group, a vehicle, a cargo, a thing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind
from geo.contracts.referents import Sort
from geo.lexicon import endings, listed
from geo.lexicon.motion import motion
from geo.lexicon.names import ANIMALS, dictionary, noun_kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Token
    from geo.contracts.scene import Scene

MOVERS = frozenset({Sort.NAME, Sort.PRONOUN, Sort.PERSON, Sort.GROUP, Sort.VEHICLE})
PEOPLE = frozenset({Sort.NAME, Sort.PRONOUN, Sort.PERSON, Sort.GROUP})
_NOUNS = frozenset({"NOUN", "PROPN"})
# "fourteen were flown", "the injured", "a third left" are groups.
_BY_TAG = {
    "PRON": Sort.PRONOUN,
    "DET": Sort.PRONOUN,
    "PROPN": Sort.NAME,
    "NUM": Sort.GROUP,
    "ADJ": Sort.GROUP,
}
_LONGEST_SHIP = 3  # words of "HMS Prince of Wales" before its last
_KEPT = 8_192  # words of stories; the same few thousand come up again and again
_KINDS = {"person": Sort.PERSON, "group": Sort.GROUP, "vehicle": Sort.VEHICLE}


def sort_of(scene: Scene, index: int) -> Sort:
    """Say what the word that a noun phrase hangs on may be, by the tables and by its ending."""
    token = scene.tokens[index]
    toponym = scene.toponyms.get(index)
    if toponym is not None:
        is_people = toponym.kind is ToponymKind.DEMONYM or _is_team(scene, index)
        return Sort.GROUP if is_people else Sort.PLACE
    known = _told_by_lists(scene, index)
    if known is not None:
        return known
    if token.tag in _BY_TAG and (token.tag != "PROPN" or token.span.text[:1].isupper()):
        return _BY_TAG[token.tag]
    return _by_dictionary(scene, index)


def _told_by_lists(scene: Scene, index: int) -> Sort | None:
    """Say what it is by the lists of words, and by letters before a ship's name."""
    if has_ship_prefix(scene, index):
        return Sort.VEHICLE
    low = scene.low(index)
    known = _listed(low)
    if known is Sort.PERSON and _is_told_ship(scene, index):
        return Sort.NAME
    if known is Sort.GROUP and low in listed("crowd", "counter"):
        parts = [i for i in scene.tree.children(index, "nmod") if scene.tree.preposition(i) == "of"]
        if any(_listed(scene.low(i)) is Sort.THING for i in parts):
            return Sort.THING  # "millions of dollars"
    return known


def _by_dictionary(scene: Scene, index: int) -> Sort:
    """Say what a noun is that no list tells of: by a dictionary, then by its ending."""
    token = scene.tokens[index]
    kind = kind_of(token.lemma) if _is_noun(token) else None
    if kind is not None:
        is_many = kind is Sort.PERSON and token.has("Number=Plur")
        return Sort.GROUP if is_many else kind
    is_agent = token.tag in _NOUNS and token.lower.endswith(endings("agent_ending"))
    is_agent = is_agent and token.lemma not in listed("no_agent")  # a "tree" is no refugee
    return Sort.PERSON if is_agent or _is_who(scene, index) else Sort.OTHER


def has_ship_prefix(scene: Scene, index: int) -> bool:
    """Whether letters before a name say that a ship bears it: "HMS Victory", "the MV Ann"."""
    if scene.tokens[index].tag != "PROPN":
        return False
    for first in range(index - 1, max(index - 1 - _LONGEST_SHIP, scene.dateline - 1), -1):
        text = scene.tokens[first].span.text
        if not text[:1].isupper():
            return False
        if text in listed("ship_prefix"):
            return True
    return False


def _is_told_ship(scene: Scene, index: int) -> bool:
    """Whether a name that ends as a person's rank may is a vehicle's, or said to be.

    So it is in "the Baltic Star", "the Crown Princess, a ferry,"; no "the Crown Princess".
    """
    token = scene.tokens[index]
    if token.tag != "PROPN" or not token.span.text[:1].isupper():
        return False
    beside = (i for i in scene.tree.children(index, "appos") if i > index)
    is_told = any(_listed(scene.low(i)) is Sort.VEHICLE for i in beside)
    first = index - 1
    is_two = scene.tokens[first].span.text[:1].isupper() and first >= scene.dateline
    is_the = is_two and scene.low(first - 1) == "the"
    return is_told or (is_the and token.lower not in listed("title", "rank"))


def kind_of(lemma: str) -> Sort | None:
    """Say what a dictionary takes a noun for: a person, a group, a vehicle; None for the rest."""
    return _KINDS.get(noun_kinds().get(lemma, ""))


def _is_noun(token: Token) -> bool:
    """Whether it is no name: a noun in small letters that a parser took for one is a noun."""
    return token.tag == "NOUN" or (token.tag == "PROPN" and token.span.text.islower())


def _is_who(scene: Scene, index: int) -> bool:
    """Whether a clause with "who" tells of it: "an executive who had been expected"."""
    if scene.relation(index) not in {"nsubj", "obj", "root"}:
        return False  # "accused of fraud, who …": the tree may hang the clause on any noun
    return any(
        scene.low(i) in listed("relative_of_people")
        for clause in scene.tree.children(index, "acl")
        for i in scene.tree.children(clause, "nsubj")
    )


def _is_team(scene: Scene, index: int) -> bool:
    """Whether a land stands for those who play for it: "England, who had flown to Lima, lost"."""
    tree = scene.tree
    if scene.relation(index) != "nsubj" or tree.children(index, "det", "conj"):
        return False
    verb = tree.head(index)
    helpers = () if verb is None else tree.children(verb, "aux")
    is_many = any(scene.tokens[i].fine == "VBP" for i in helpers)  # "Peru have flown home"
    return is_many or _is_who(scene, index)


def goes_itself(scene: Scene, index: int) -> bool:
    """Whether a word names an animal, or a boat or people by a word of another language."""
    token = scene.tokens[index]
    if token.tag not in _NOUNS or not token.span.text.islower():
        return False
    is_foreign = token.lower not in dictionary() and token.lower.isalpha()  # "the cayuco"
    return is_foreign or noun_kinds().get(token.lemma) in ANIMALS


def struck(scene: Scene, subject: int | None, objects: Sequence[int]) -> int | None:
    """Find to whom a thing does something: to the bus in "snow stopped the bus"."""
    is_thing = subject is not None and sort_of(scene, subject) in {Sort.OTHER, Sort.THING}
    return next((i for i in objects if is_thing and sort_of(scene, i) in MOVERS), None)


def is_time_word(low: str) -> bool:
    """Whether the word names a day or a month, and so nobody."""
    is_day = low in listed("weekday") or low in listed("day")
    return is_day or low in listed("month") or low in listed("month_short")


@lru_cache(maxsize=_KEPT)
def _listed(low: str) -> Sort | None:
    tables = motion()
    single = tables.singular.get(low, low)
    is_vehicle = single in tables.vehicles and single not in listed("way")
    told = (
        (Sort.CARGO, low in listed("cargo") or single in listed("cargo")),
        (Sort.THING, low in listed("cannot_travel", "event")),
        (Sort.PLACE, bool({single, low.removesuffix("s")} & listed("place_kind"))),
        (Sort.VEHICLE, is_vehicle),
        (Sort.GROUP, low in listed("crowd", "group", "counter")),
        (Sort.PERSON, low in listed("role") or low + "s" in listed("group")),
        (Sort.GROUP, low.removesuffix("s") in listed("role")),
    )
    return next((sort for sort, is_so in told if is_so), None)
