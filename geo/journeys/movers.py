"""A word of movement goes in, who or what moves comes out, with the words, and what carries it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.places import equated_place
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.motion import motion
from geo.phrases.names import shown
from geo.phrases.sorts import MOVERS, is_time_word, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.figures import Cast, Figure
    from geo.journeys.triggers import Trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """Who moves.

    Attributes
    ----------
    word : the word that its phrase hangs on; None where nobody is named.
    figure : whom it means in the story.
    carrier : the word for what carries it ("trucks carried 40 families").
    name : as shown to people.
    company : those who move with it: "Ana and Ivan flew".
    is_doubtful : may be no traveller; only a way with both its ends makes it one.
    """

    word: int | None
    figure: Figure | None
    carrier: int | None = None
    name: str = ""
    company: tuple[Figure, ...] = ()
    is_doubtful: bool = False


NOBODY = Mover(word=None, figure=None)
_MOVED = MOVERS | {Sort.CARGO}
_NEAR = 2  # sentences over which a visit without a visitor is of who moved last
_MOVABLE = frozenset({Sort.PRONOUN, Sort.PERSON, Sort.GROUP, Sort.NAME, Sort.CARGO})
_PEOPLE = frozenset({Sort.NAME, Sort.PRONOUN, Sort.PERSON, Sort.GROUP})
_NOBODY = frozenset({Sort.OTHER, Sort.THING, Sort.PLACE, Sort.CARGO})
_LIVING = frozenset({"of", "at", "in", "on"})


def find_mover(scene: Scene, trigger: Trigger, cast: Cast) -> Mover | None:
    """Find who moves; None where what is said to move cannot travel."""
    if "noun" in trigger.entry.forms:
        return _of_noun(scene, trigger, cast)
    word, carrier = _of_verb(scene, trigger)
    word = _before(scene, trigger) if word is None else word
    word = None if word is None else _antecedent(scene, word)
    if word is not None and trigger.entry.is_done_by_vehicles:
        word = _vehicle(scene, trigger, word)
    if carrier is not None and sort_of(scene, carrier) is Sort.THING:
        return None  # "the book takes readers to Lima"
    if word is None:
        return None if carrier is not None or trigger.entry.is_phrase else NOBODY
    if not _may(scene, trigger, word, cast):
        known = cast.figure(scene, word)
        is_thing = known is not None and known.sort is Sort.THING
        if sort_of(scene, word) is not Sort.OTHER or is_thing:
            return None
        return replace(_named(scene, word, cast, carrier), is_doubtful=True)
    return _named(scene, word, cast, carrier)


def _antecedent(scene: Scene, word: int) -> int:
    """Let "who" and "which" give way to the noun that their clause tells of."""
    if scene.low(word) not in listed("relative") | listed("relative_of_subject"):
        return word
    is_who = scene.low(word) in listed("relative_of_people")
    for above in scene.tree.ancestors(word):
        head = scene.tokens[above].head
        if scene.relation(above) == "acl" and not (is_who and sort_of(scene, head) in _NOBODY):
            return head
    for index in range(word - 1, -1, -1):
        sorts = _PEOPLE if is_who else _MOVED
        if scene.tokens[index].tag in {"NOUN", "PROPN"} and sort_of(scene, index) in sorts:
            return index
    return word


def _vehicle(scene: Scene, trigger: Trigger, word: int) -> int:
    """Prefer the vehicle where only vehicles do so: "a train with the minister pulled into"."""
    if sort_of(scene, word) in {Sort.VEHICLE, Sort.NAME}:
        return word
    for index in range(scene.dateline, trigger.first):
        if sort_of(scene, index) is Sort.VEHICLE and scene.relation(index) == "nsubj":
            return index
    return word


def _before(scene: Scene, trigger: Trigger) -> int | None:
    """Take the subject told last before a verb whose own the tree lacks."""
    if "noun" in trigger.entry.forms:
        return None
    if trigger.entry.is_phrase:
        index = trigger.first - 1
        if sort_of(scene, index) in _MOVED:
            return index
    for index in range(trigger.first - 1, -1, -1):
        if scene.low(index) in {";", '"', "“", "”"}:
            return None
        is_subject = scene.relation(index) == "nsubj"
        if (is_subject or scene.is_headline) and sort_of(scene, index) in _MOVED:
            return index
    return None


def _of_verb(scene: Scene, trigger: Trigger) -> tuple[int | None, int | None]:
    """Tell the words for what moves and for what carries it."""
    tree, at = scene.tree, trigger.at
    subject = tree.subject(at)
    said = next(iter(tree.children(at, "nsubj")), None)
    if said is not None and scene.low(said) in listed("relative_of_people"):
        subject = said  # the tree may hang "who" on a thing
    is_late = subject is not None and subject > at and scene.relation(at) != "advcl"
    if is_late and subject not in tree.children(at, "nsubj"):
        subject = None
    if tree.is_passive(at):
        return subject, tree.agent(at)
    objects = tree.objects(at)
    things = [one for one in objects if one not in scene.toponyms]
    if "moves_objects" in trigger.entry.properties and things:
        sort = sort_of(scene, things[0])
        if sort in _MOVABLE or trigger.entry.mode is Mode.UNKNOWN:
            return things[0], subject
    # "sent from Lima": the tree of a bare participle lacks its subject's part.
    if not trigger.frame.carries or not objects:
        return subject, None
    return _carried(scene, subject, things)


def _carried(scene: Scene, subject: int | None, things: list[int]) -> tuple[int | None, int | None]:
    if not things:
        return None, None
    is_people = sort_of(scene, things[0]) in _PEOPLE
    if not is_people and subject is not None and _goes_along(scene, subject):
        return subject, None
    return things[0], subject


def _goes_along(scene: Scene, subject: int) -> bool:
    """Whether who carries goes too: "a lorry with timber", "a driver with fruit"."""
    return sort_of(scene, subject) in {Sort.VEHICLE, Sort.PERSON, Sort.NAME}


def _may(scene: Scene, trigger: Trigger, word: int, cast: Cast) -> bool:
    sort = sort_of(scene, word)
    is_carried = trigger.frame.carries or scene.tree.is_passive(trigger.at)
    figure = cast.figure(scene, word)
    if sort in {Sort.PLACE, Sort.THING} or (figure is not None and figure.sort is Sort.THING):
        return False
    if sort is Sort.CARGO:
        is_led = trigger.frame.time == "arrived" or trigger.frame.object is Role.ORIGIN
        return is_carried or is_led or _is_on_board(scene, trigger.at)
    if sort is Sort.OTHER:
        is_known = figure is not None and figure.sort in MOVERS
        return is_known or is_carried or trigger.entry.subject == "any" or _is_many(scene, word)
    return sort in MOVERS


def _is_on_board(scene: Scene, verb: int) -> bool:
    """Whether a vehicle is said to carry it: "the boxes went by truck"."""
    return any(
        one.preposition in listed("by_vehicle") and sort_of(scene, one.word) is Sort.VEHICLE
        for one in scene.tree.adjuncts(verb)
    )


def _is_many(scene: Scene, word: int) -> bool:
    """Take unknown plurals for people or vehicles: "Plows were sent", "sherpas went"."""
    return scene.tokens[word].has("Number=Plur")


def _named(scene: Scene, word: int, cast: Cast, carrier: int | None) -> Mover:
    if not scene.is_headline:
        word = scene.tree.top(word)
    figure = cast.figure(scene, word)
    if figure is not None:
        joined = (cast.figure(scene, i) for i in scene.tree.conjuncts(word) if i > word)
        company = tuple(one for one in joined if one is not None and one is not figure)
        return Mover(
            word=word,
            figure=figure,
            carrier=carrier,
            name=cast.called(scene, word),
            company=company,
        )
    if scene.low(word) in listed("possessive"):
        return Mover(word=word, figure=None, carrier=carrier)
    return Mover(word=word, figure=None, carrier=carrier, name=shown(scene, word))


def _of_noun(scene: Scene, trigger: Trigger, cast: Cast) -> Mover | None:
    """Read whose journey it is: "her trip", "a visit by Kim", "the pair made a trip"."""
    tree, at = scene.tree, trigger.at
    if tree.children(at, "cop"):
        return None  # "Lima is an hour's flight from Piura"
    if equated_place(scene, at) is not None and tree.possessor(at) is None:
        return None  # "the destination is Lima"
    is_subject = scene.relation(at) in {"nsubj", "root", "conj"}
    is_service = scene.tokens[at].has("Number=Plur") and tree.possessor(at) is not None
    is_itself = (is_subject or is_service) and trigger.entry.lemma in motion().vehicles
    if trigger.frame.of_vehicle or is_itself:
        return _named(scene, at, cast, None)
    owner = tree.possessor(at)
    if owner is not None and is_time_word(scene.low(owner)):
        return _named(scene, at, cast, None)  # "next Sunday's departure"
    word = _by_whom(scene, at)
    if word is None and owner is not None and sort_of(scene, owner) in MOVERS:
        word = owner
    if word is None:
        word = _subject_of(scene, at)
    return _last_told(scene, at, cast) if word is None else _named(scene, word, cast, None)


def _last_told(scene: Scene, at: int, cast: Cast) -> Mover:
    """Let "a planned visit to Lima was scrapped" be of whom the story tells."""
    near = [one for one in cast.figures if 0 <= one.moved >= scene.index - _NEAR]
    if scene.tokens[at].relation != "nsubj:pass" or not near:
        return NOBODY
    figure = max(near, key=lambda one: one.moved)
    return Mover(word=None, figure=figure, name=figure.shown)


def _by_whom(scene: Scene, at: int) -> int | None:
    """Find who makes it: "a visit to Lima by the pope"; not who calls it off."""
    tree = scene.tree
    holders = [at]
    head = tree.predicate(at)
    if head is not None and not tree.is_passive(head):
        holders.append(head)
    for holder in holders:
        for other in tree.children(holder, "nmod", "obl"):
            if tree.preposition(other) == "by" and sort_of(scene, other) in _PEOPLE:
                return other
    agent = tree.agent(head) if head is not None else None
    is_made = agent is not None and head is not None and agent < head
    return agent if agent is not None and is_made and sort_of(scene, agent) in _PEOPLE else None


def _subject_of(scene: Scene, at: int) -> int | None:
    """Find who does what the noun is the object of: "the pair made a trip"."""
    head = scene.tree.predicate(scene.tree.head(at) or at) if scene.tree.head(at) else None
    if head is None or scene.relation(at) == "nsubj":
        return None
    subject = scene.tree.agent(head) or scene.tree.subject(head)
    if subject in {None, at} or scene.low(head) in listed("reports"):
        return None
    return subject if subject is not None and sort_of(scene, subject) in MOVERS else None


def home_of(scene: Scene, word: int) -> list[int]:
    """List words of places that a mover comes from: "a crew from Quebec", "residents of Lima"."""
    found = []
    for child in scene.tree.children(word, "nmod"):
        preposition = scene.tree.preposition(child)
        is_people = sort_of(scene, word) is Sort.GROUP and preposition in _LIVING
        if preposition == "from" or is_people:
            found.append(child)
        if is_people:
            found += [
                i
                for i in scene.tree.children(child, "nmod")
                if scene.tree.preposition(i) in _LIVING
            ]
    return found
