"""A word of movement goes in; out comes whether its words mean something else: "took place"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.journeys.sentence.ways_told import takes_time
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import MOVERS, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.lexicon.motion import LexiconEntry

_LOADS = frozenset({Sort.CARGO, Sort.THING, Sort.OTHER})


def is_act(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    """Whether "expected" tells what somebody did, not who is to come: "they expected it to die".

    Nor is "due south" said of somebody who is due.
    """
    tree = scene.tree
    is_plan = "planned" in entry.forms and len(entry.words) == 1
    if is_plan and scene.low(index + 1) in listed("direction"):
        return True
    is_active = bool(tree.children(index, "nsubj")) and not tree.children(index, "aux:pass", "cop")
    return is_plan and is_active and bool(tree.children(index, "obj", "ccomp", "xcomp"))


def has_object(scene: Scene, index: int) -> bool:
    """Whether something is done to a thing: not so in "ran the 40 miles to Lima"."""
    things = (i for i in scene.tree.objects(index) if i not in scene.toponyms)
    return any(scene.low(i) not in motion().measures for i in things)


def has_length(scene: Scene, index: int) -> bool:
    """Whether the object of a verb is the length of a way: "did the 40 miles to Lima"."""
    lengths = motion().measures | listed("length_of_way")
    return any(scene.low(i) in lengths for i in scene.tree.objects(index))


def unloads_itself(scene: Scene, index: int) -> bool:
    """Whether a vehicle unloads what it has brought: no "the ship was unloaded"."""
    subject = scene.tree.subject(index)
    is_ship = subject is not None and scene.low(subject) in listed("it", "of_ships")
    is_ship |= subject is not None and sort_of(scene, subject) is Sort.VEHICLE
    things = scene.tree.objects(index)
    is_load = all(sort_of(scene, one) in _LOADS or scene.low(one) in listed("it") for one in things)
    return is_ship and is_load and bool(things) and not scene.tree.is_passive(index)


def is_done_to(scene: Scene, index: int) -> bool:
    """Whether a verb is in the passive by its own words, not by a mere "by boat" behind it."""
    is_bare = scene.relation(index) in {"acl", "advcl"} and scene.tokens[index].fine == "VBN"
    is_alone = not scene.tree.children(index, "nsubj", "aux")
    return bool(scene.tree.children(index, "aux:pass")) or (is_bare and is_alone)


def is_set_out(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    """Whether "trucks set out from Lima, and …" tells what the trucks did; no "a bomb set off in".

    The form of "set" does not say, and parsers err: who travels sets out of himself.
    """
    noun = scene.tree.head(index)
    is_clause = noun is not None and scene.relation(index) == "acl" and noun < index
    if noun is None or not is_clause or "same_participle" not in entry.properties:
        return False
    is_led = scene.low(index + len(entry.words)) in entry.frame.roles
    return is_led and sort_of(scene, noun) in MOVERS


def has_idiom(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    """Whether the words beside a verb make it something else: "took part", "put down a revolt"."""
    after = index + len(entry.words)
    if _is_on_board(scene, index, after):
        return False  # "was carried on a sledge"
    if takes_time(scene, index) or _takes_trip(scene, index, entry):
        return True  # "a boat from Lima takes an hour"
    is_bare = scene.low(after) == "to" and scene.low(after + 1) in listed("bare_goal")
    if is_bare and not entry.frame.carries:
        return True  # "went to school in Lima"
    if scene.low(after) in entry.idioms:
        # "came up with a plan", but "came up from Lima" and "came up by rail".
        follower = scene.low(after + 1)
        is_led = follower in entry.frame.roles or follower in listed("by_vehicle")
        is_placed = _leads(scene, after, entry)  # "were carried on to Lima"
        is_off = scene.tree.is_passive(index) and not is_placed  # "put off by the road to Lima"
        return is_off or not is_led
    beside = scene.tree.children(index, "obj", "compound:prt", "advmod", "xcomp")
    is_done = bool(scene.tree.objects(index))
    # "was smuggled out of Lima and turned up in Ica": nothing is turned up there
    is_own = not entry.frame.elsewhere and not _is_by_itself(scene, index, entry)
    is_own |= bool(scene.tree.children(index, "aux:pass"))
    is_alone = entry.frame.alone and (is_done or (is_own and scene.tree.is_passive(index)))
    is_alone |= is_done and "repeats_way" in entry.properties  # "followed the river to Lima"
    own = entry.words[1:]
    return is_alone or any(
        scene.low(i) in entry.idioms
        and i != after
        and scene.low(i) not in own
        and (scene.relation(i) == "obj" or not _leads(scene, i, entry))  # "brought it up to Lima"
        for i in beside
    )


def _takes_trip(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    """Whether a noun says what somebody made: "took a trip to Lima"; no "took a flight to"."""
    if not entry.frame.with_vehicle:
        return False
    return any(
        "names_journey" in one.properties and one.lemma not in motion().vehicles
        for noun in scene.tree.objects(index)
        for one in motion().entries.get(scene.low(noun), ())
    )


def _is_by_itself(scene: Scene, index: int, entry: LexiconEntry) -> bool:
    """Whether a vehicle does so, where the form does not say: "a jet with 90 aboard put down at".

    Parsers take that for a passive, as in "a revolt was put down at Lima".
    """
    subject = scene.tree.subject(index)
    is_vehicle = subject is not None and sort_of(scene, subject) is Sort.VEHICLE
    is_main = scene.relation(index) == "acl" and scene.relation(subject or 0) == "root"
    is_alike = "same_participle" in entry.properties or (is_main and entry.is_done_by_vehicles)
    return is_vehicle and is_alike  # "the tanker tied up at Lima" and no more


def _leads(scene: Scene, word: int, entry: LexiconEntry) -> bool:
    """Whether a particle stands before the way to a place: "on to Lima"."""
    return scene.low(word + 1) in entry.frame.roles and scene.place(word + 2) is not None


def _is_on_board(scene: Scene, verb: int, at: int) -> bool:
    """Whether a word behind a verb leads to what somebody goes on: "on a sledge", "in a lorry"."""
    low = scene.low(at)
    return low in listed("by_vehicle") and any(
        one.preposition == low
        and scene.tree.children(one.word, "case")[:1] == (at,)
        and sort_of(scene, one.word) is Sort.VEHICLE
        for one in scene.tree.adjuncts(verb)
    )
