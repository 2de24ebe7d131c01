"""A word of movement and its subject go in; out comes whether they are travellers by what they do.

A firm or a name that no table knows may travel all the same: "a company was airlifted to Lima".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode, Sense, TimeKind
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.lexicon.motion import motion
from geo.phrases.sorts import PEOPLE, kind_of, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger

_ON_A_DAY = frozenset({TimeKind.DATE, TimeKind.WEEKDAY})


def is_troop(scene: Scene, trigger: Trigger, word: int) -> bool:
    """Whether a word for many people is carried: "a company was airlifted", no "firm moved"."""
    is_group = kind_of(scene.tokens[word].lemma) is Sort.GROUP
    is_carried = scene.tree.is_passive(trigger.at) and trigger.entry.mode is not Mode.UNKNOWN
    return is_group and is_carried and scene.tokens[word].tag == "NOUN"


def is_company(scene: Scene, word: int) -> bool:
    """Whether people go along with what no table knows: "the brass and the conductor went on"."""
    if sort_of(scene, word) is not Sort.OTHER:
        return False
    joined = (i for i in scene.tree.conjuncts(word) if i != word and scene.tag(i) == "NOUN")
    return any(sort_of(scene, i) in PEOPLE for i in joined)


def is_named_for(scene: Scene, trigger: Trigger, word: int) -> bool:
    """Whether it is a ship or a team named for a place: "the Delta Verona had sailed"."""
    if _leaves_as_ship(scene, trigger, word):
        return True
    toponym = scene.toponyms.get(word)
    articles = (scene.low(i) for i in scene.tree.children(word, "det"))
    if toponym is None or not listed("the_or_whose").intersection(articles):
        return False
    is_start = trigger.frame.phase is Phase.START and toponym.sense is Sense.ASSOCIATIVE
    return is_start or trigger.entry.mode in {Mode.SEA, Mode.AIR}


def _leaves_as_ship(scene: Scene, trigger: Trigger, word: int) -> bool:
    """Whether a name goes as ships do: "the Arctic Light left Lima on Monday and docked at Ica".

    What left a place some year may be a firm.
    """
    articles = (scene.low(i) for i in scene.tree.children(word, "det"))
    is_name = scene.tokens[word].tag == "PROPN" and scene.is_capital(word)
    if not (is_name and any(low in listed("article") for low in articles)):
        return False
    head = scene.tree.head(trigger.at) if scene.relation(trigger.at) == "conj" else None
    is_led = head is not None and _left_on_a_day(scene, head)
    return is_led or _left_on_a_day(scene, trigger.at) or trigger.entry.is_done_by_vehicles


def _left_on_a_day(scene: Scene, verb: int) -> bool:
    """Whether a verb says that something left a place on a day; no "left Lima off its list"."""
    tree = scene.tree
    start = next(
        (
            one.frame
            for one in motion().entries.get(scene.low(verb), ())
            if one.frame.phase is Phase.START and one.frame.object is Role.ORIGIN
        ),
        None,
    )
    days = [one for one in scene.times if one.kind in _ON_A_DAY and (one.day or one.weekdays)]
    dated = {i for i in tree.children(verb) if any(one.first <= i <= one.last for one in days)}
    if start is None or not dated or tree.children(verb, "compound:prt", "xcomp", "ccomp"):
        return False
    beside = {*start.roles, *listed("accompanied")}
    others = [one for one in tree.adjuncts(verb) if one.word not in dated]
    is_placed = any(i in scene.toponyms for i in tree.objects(verb))
    return is_placed and all(
        one.preposition in beside or sort_of(scene, one.word) is Sort.VEHICLE for one in others
    )
