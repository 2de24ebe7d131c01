"""A word of movement goes in; out come the places that follow it one right after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.pairs import pair_of
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.lexicon.motion import motion
from geo.phrases.sorts import PEOPLE, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Toponym
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Spot, Whereabouts

_OF_VERB = frozenset({"nsubj", "obj"})
_LONGEST = 5  # words of a preposition: "from as far away as"
_BY = 5  # words of "by high-speed night train"
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NOUN"})
_DETERMINERS = frozenset({"DET", "ADJ", "PRON"})
_ASIDE = 9  # words of an aside, with its commas


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A place and its part in the movement; ``spot`` has the words that say so.

    Attributes
    ----------
    first : the preposition, or the first word of the place where there is none.
    onward : comes after a destination already named ("… and on to Moscow").
    again : the start of another journey by the same verb ("… and from Lima to Cusco").
    """

    role: Role
    spot: Spot
    first: int
    onward: bool = False
    again: bool = False

    @property
    def toponym(self) -> Toponym:
        """The toponym that the place was named by."""
        return self.spot.toponym

    @property
    def last(self) -> int:
        """The last word."""
        return self.spot.last


def next_to(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read the places that follow the word one right after another, whatever the tree says."""
    at = _behind(scene, trigger)
    start = pair_of(scene, trigger.entry, at)
    if start is not None:
        yield from _starting(scene, start, places)
        at = scene.words_of(scene.toponyms[start])[1] + 1
    toponym = scene.place(at)
    if toponym is not None and trigger.frame.object is not None and not _is_owner(scene, at):
        last = scene.words_of(toponym)[1]
        spot = places.spot(scene, scene.head_of(toponym))
        if spot is not None and spot.toponym is toponym:
            yield Reach(role=trigger.frame.object, spot=spot, first=trigger.first)
        at = last + 1
    yield from _got_there(scene, trigger, at, places)
    while (found := _said_at(scene, trigger, _past_vehicle(scene, at))) is not None:
        at = _past_vehicle(scene, at)
        role, word = found
        toponym = scene.place(word)
        spot = places.spot(scene, scene.head_of(toponym) if toponym is not None else word)
        if _is_owner(scene, word):
            head = scene.tree.head(scene.head_of(toponym)) if toponym is not None else None
            is_kind = head is not None and scene.low(head) in listed("place_kind")
            spot = places.spot(scene, head) if head is not None and is_kind else None
        if spot is None:
            return
        yield Reach(role=role, spot=spot, first=at)
        at = spot.last + 1
        if scene.low(at) == "," and scene.place(at + 1) is not None:
            inner = scene.place(at + 1)
            at = scene.words_of(inner)[1] + 1 if inner is not None else at
            at += scene.low(at) == ","


def _got_there(scene: Scene, trigger: Trigger, at: int, places: Whereabouts) -> Iterator[Reach]:
    """Read "got there by motorcycle"; no "we shall get there"."""
    is_done = trigger.frame.beside and scene.tokens[trigger.at].fine in {"VBD", "VBN"}
    spot = places.spot(scene, at) if is_done and scene.low(at) in listed("there") else None
    if spot is not None:
        yield Reach(role=Role.DESTINATION, spot=spot, first=at)


def _behind(scene: Scene, trigger: Trigger) -> int:
    """Find the first word behind a word of movement and what is ridden."""
    at = trigger.last + 1
    if trigger.frame.rides:
        ridden = [i for i in scene.tree.objects(trigger.at) if i not in scene.toponyms]
        at = ridden[0] + 1 if ridden else at
    if trigger.frame.beside and scene.low(at) in listed("before_to") - listed("onward"):
        at += scene.low(at + 1) in trigger.frame.roles  # "got across to Lima"
    if "by_a_time" in trigger.entry.properties:  # "were already in Lima by noon"
        at += scene.low(at) in listed("arrived_by")
    return _past_aside(scene, at) if trigger.frame.onward else at


def _starting(scene: Scene, at: int, places: Whereabouts) -> Iterator[Reach]:
    """Take the first of a pair for the start: "flew Lima to Ica"."""
    spot = places.spot(scene, scene.head_of(scene.toponyms[at]))
    place = places.places.get(spot.toponym.id) if spot is not None else None
    is_water = place is not None and place.feature_class == "H"  # "sailed Lake Titicaca to Puno"
    if spot is not None and not is_water:
        yield Reach(role=Role.ORIGIN, spot=spot, first=at)


def of_predicate(
    scene: Scene, trigger: Trigger, others: Mapping[int, set[str]], places: Whereabouts
) -> Iterator[Reach]:
    """Read "a sailing might be tried from Lima to Ica": the verb of a noun has both its ends.

    So has that of "made the same trip in May, from Lima to Ica".
    """
    verb, relation = scene.tree.head(trigger.at), scene.relation(trigger.at)
    if verb is None or verb in others or not trigger.frame.noun or relation not in _OF_VERB:
        return
    if (
        relation == "nsubj"
        and scene.tree.objects(verb)
        and scene.low(verb) not in listed("takes_in_general")
    ):
        return  # "the stage covered 175 km from Lima to Ica"
    adjuncts = list(scene.tree.adjuncts(verb))
    # "from Lima to Ica": the tree may hang the goal on the start
    adjuncts += [inner for one in adjuncts for inner in scene.tree.adjuncts(one.word)]
    found = []
    for adjunct in adjuncts:
        role = trigger.frame.roles.get(adjunct.preposition)
        spot = places.spot(scene, adjunct.word) if role is not None else None
        if role is not None and spot is not None:
            found.append(Reach(role=role, spot=spot, first=spot.first))
    if {one.role for one in found} >= {Role.ORIGIN, Role.DESTINATION}:
        yield from found


def hosts(
    scene: Scene, trigger: Trigger, found: list[Reach], places: Whereabouts
) -> Iterator[Reach]:
    """Read "drove to relatives in Lima", where no goal is found; no "went to police in Lima"."""
    frame = trigger.frame
    is_way = trigger.entry.mode is not Mode.UNKNOWN or frame.carries or frame.empties
    is_way |= scene.tree.is_passive(trigger.at)  # "was moved to the burns unit at Lima"
    if not is_way or any(one.role is Role.DESTINATION for one in found):
        return
    for adjunct in scene.tree.adjuncts(trigger.at):
        role = frame.roles.get(adjunct.preposition)
        if role is not Role.DESTINATION or sort_of(scene, adjunct.word) not in PEOPLE:
            continue
        for child in scene.tree.children(adjunct.word, "nmod"):
            spot = places.spot(scene, child)
            if scene.tree.preposition(child) in listed("at_place") and spot is not None:
                yield Reach(role=role, spot=spot, first=spot.first)


def is_behind_goal(scene: Scene, trigger: Trigger, agent: int) -> bool:
    """Whether who does it is told behind the goal: "was led to Ica by boats from Lima"."""
    between = (i for i in range(trigger.last + 1, agent) if scene.tag(i) == "ADP")
    return any(trigger.frame.roles.get(scene.low(i)) is Role.DESTINATION for i in between)


def is_counted(scene: Scene, at: int) -> bool:
    """Whether an aside with a length leads to a word: ", 39 km (24 miles) from Lima".

    Not so in "drove 300 km from Lima".
    """
    before = at - 1
    while scene.low(before) in listed("direction"):
        before -= 1
    if scene.low(before) == ")":
        before = next((i - 1 for i in range(before, -1, -1) if scene.low(i) == "("), before)
    is_length = scene.low(before) in motion().measures
    while before > 0 and scene.tokens[before - 1].tag not in {"PUNCT", "VERB", "PROPN", "ADP"}:
        before -= 1
    return is_length and scene.low(before - 1) == ","


def lies_from(scene: Scene, at: int) -> bool:
    """Whether an aside says where the place before it lies: "to Laredo, across the river from".

    Or how long the way is: ", an hour by train from", ", a short drive from".
    """
    start = at - 1
    while start > 0 and at - start < _ASIDE and scene.tokens[start].tag not in {"PUNCT", "VERB"}:
        start -= 1
    if scene.low(start) != "," or start - 1 not in scene.toponyms:
        return False
    words = [scene.low(one) for one in range(start + 1, at)]
    lead = (listed("roughly") | listed("only")) - listed("lies_from")
    while len(words) > 1 and words[0] in lead:
        words = words[1:]
    first = scene.tokens[at - len(words)].tag if words else ""
    is_far = first == "NUM" or (first == "DET" and words[-1] in listed("names_journey"))
    return (
        is_far
        or bool(words and words[0] in listed("lies_from"))
        or bool(listed("far_side") & set(words))
    )


def leads_from(scene: Scene, trigger: Trigger, index: int) -> bool:
    """Whether what a way leads over says itself where that way starts."""
    return index not in scene.toponyms and any(
        trigger.frame.roles.get(scene.tree.preposition(child)) is Role.ORIGIN
        for child in scene.tree.children(index, "nmod")
    )


def _past_modifiers(scene: Scene, at: int) -> int:
    """Pass over "the besieged eastern port city of" before a name."""
    for step in range(at, at + _BY):
        if scene.place(step) is not None or scene.low(step) not in listed("modifier"):
            return step
    return at


def _past_aside(scene: Scene, at: int) -> int:
    """Pass over a time, an aside, a vehicle: "from there, in the course of May, a boat to"."""
    near = (i for i in range(at, min(at + _BY, len(scene))) if _is_ridden(scene, i))
    ridden = next((i for i in near if scene.low(i) not in listed("way")), None)
    if ridden is not None and all(scene.tokens[i].tag in _BEFORE_NOUN for i in range(at, ridden)):
        return ridden + 1
    time = next((one for one in scene.times if one.first <= at <= one.last), None)
    if time is not None:
        return _past_aside(scene, time.last + 1)
    closing = (i for i in range(at + 1, min(at + _ASIDE, len(scene))) if scene.low(i) == ",")
    end = next(closing, None) if scene.low(at) == "," else None
    return at if end is None else _past_aside(scene, end + 1)


def _is_ridden(scene: Scene, index: int) -> bool:
    low = scene.low(index)
    return motion().singular.get(low, low) in motion().vehicles


def _past_vehicle(scene: Scene, at: int) -> int:
    """Pass over "by high-speed train" between a verb and where it goes."""
    if scene.low(at) not in listed("by_vehicle") | listed("aboard"):
        return at
    return next((i + 1 for i in range(at + 1, at + _BY) if _is_ridden(scene, i)), at)


def _said_at(scene: Scene, trigger: Trigger, at: int) -> tuple[Role, int] | None:
    """Read a preposition of the frame at a word, and the place right behind it."""
    is_joined = scene.low(at) == "and"
    at += is_joined
    for length in range(_LONGEST, 0, -1):
        words = " ".join(scene.low(step) for step in range(at, at + length))
        role = trigger.frame.roles.get(words)
        word = _past_modifiers(scene, at + length)
        if is_joined and role is Role.ORIGIN and scene.place(word) is None:
            return None  # "… to Lima and from there to Cusco": another way
        if role is not None and (
            scene.place(word) is not None or scene.low(word) in listed("here_or_there")
        ):
            return role, word
        thing = _thing_at(scene, at + length) if role and trigger.frame.beside else None
        if role is not None and thing is not None:
            return role, thing
    return None


def _thing_at(scene: Scene, at: int) -> int | None:
    """Find the noun of "was back at her stall in Lima": somebody's own, or a building."""
    at = next((i for i in range(at, at + _BY) if scene.tag(i) not in _DETERMINERS), at)
    noun = scene.tree.head(at) if scene.relation(at) == "compound" else at
    if noun is None or scene.tag(noun) != "NOUN":
        return None
    owners = scene.tree.children(noun, "nmod:poss")
    is_own = any(scene.low(i) in listed("possessive") for i in owners)
    is_built = sort_of(scene, noun) is Sort.PLACE or scene.low(at) in listed("border")
    return noun if is_own or is_built else None


def _is_owner(scene: Scene, at: int) -> bool:
    """Whether a name only tells more of a word behind it: "Yemen's port city"."""
    toponym = scene.place(at)
    if toponym is None:
        return False
    last = scene.words_of(toponym)[1]
    head = scene.tree.head(scene.head_of(toponym))
    is_part = scene.relation(scene.head_of(toponym)) in {"compound", "nmod"} and head == last + 1
    return scene.low(last + 1) in {"'s", "'"} or (is_part and head not in scene.toponyms)
