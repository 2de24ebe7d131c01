"""A noun of movement goes in ("her trip", "the flight from Lima"); out comes whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.journeys.sentence.called_off import is_off
from geo.journeys.sentence.dropped import said_of_planner
from geo.journeys.sentence.mover import NOBODY, Mover, named
from geo.journeys.sentence.negations import kept_from
from geo.journeys.sentence.places import equated_place
from geo.journeys.sentence.ways_told import is_distance
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import MOVERS, PEOPLE, is_time_word, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.figures import Cast
    from geo.journeys.sentence.triggers import Trigger

_NEAR = 2  # sentences over which a visit without a visitor is of who moved last


def of_noun(scene: Scene, trigger: Trigger, cast: Cast) -> Mover | None:
    """Read whose journey it is: "her trip", "a visit by Kim", "the pair made a trip"."""
    maker = _made_by(scene, trigger.at)
    if maker is not None:
        return named(scene, maker, cast, None)  # "it was her first visit to Lima"
    return NOBODY if is_only_meant(scene, trigger.at) else _whose(scene, trigger, cast)


def _whose(scene: Scene, trigger: Trigger, cast: Cast) -> Mover | None:
    tree, at = scene.tree, trigger.at
    is_said = bool(tree.children(at, "cop")) and tree.preposition(at) not in listed("by_vehicle")
    if is_said or is_distance(scene, at):
        return None  # "Lima is an hour's flight from Piura", "a port, an hour's flight from Piura"
    if equated_place(scene, at) is not None and tree.possessor(at) is None:
        return None  # "the destination is Lima"
    subject = tree.subject(at) if tree.children(at, "cop") else _given(scene, at)
    if subject is not None:
        return named(scene, subject, cast, None)  # "is on a visit to Lima"
    word = _itself(scene, trigger, cast) if people_of(scene, at) is None else None
    if word is not None:
        return named(scene, word, cast, None)
    owner = tree.possessor(at)
    word = _by_whom(scene, at)
    word = people_of(scene, at) if word is None else word
    word = _ship_of(scene, at) if word is None else word
    if word is None and owner is not None and sort_of(scene, owner) in MOVERS:
        word = owner
    if word is None:
        word = _subject_of(scene, at)
    if word is None and "is_run" in trigger.entry.properties:
        word = at  # "plans for a hop to Lima were dropped"
    return _last_told(scene, at, cast) if word is None else named(scene, word, cast, None)


def _made_by(scene: Scene, at: int) -> int | None:
    """Find whose journey "it" was, told in the past: "it was the pianist's first visit to Lima"."""
    subject, owner = scene.tree.subject(at), scene.tree.possessor(at)
    is_it = subject is not None and scene.low(subject) in listed("it")
    is_over = any(scene.low(i) in listed("past_be") for i in scene.tree.children(at, "cop"))
    is_one = owner is not None and sort_of(scene, owner) in PEOPLE
    return owner if is_it and is_over and is_one else None


def _given(scene: Scene, at: int) -> int | None:
    """Find who gets it: "a vet gave us a lift from Ica to Lima"."""
    verb = scene.tree.head(at) if scene.relation(at) == "obj" else None
    given = scene.tree.children(verb, "iobj") if verb is not None else ()
    return given[0] if given and sort_of(scene, given[0]) in PEOPLE else None


def is_only_meant(scene: Scene, at: int) -> bool:
    """Whether something else is told of a way: "the fare for the crossing was set by owners".

    So it is in "airlines cut their prices for flights to Lima" and "dearer than a flight to Lima".
    """
    tree, head = scene.tree, scene.tree.head(at)
    if head is None or scene.relation(at) not in {"nmod", "obl"}:
        return False
    led = tree.preposition(at)
    is_led = led in listed("of_topic") and (scene.relation(at) == "nmod" or led == "for")
    told = (head, *(tree.objects(head) if led == "for" else ()))
    is_said = is_led and any(scene.low(i) in listed("said_of_ways") for i in told)
    above = tree.head(head) if led == "on" and scene.relation(head) == "nsubj" else None
    is_now = above is not None and scene.tokens[above].fine == "VBP"
    is_said |= is_now and scene.low(head) in listed("seat_aboard")  # "seats on flights to … sell"
    return is_said or led == "than"


def people_of(scene: Scene, at: int) -> int | None:
    """Find whose it is by "of": "the flight of 900 people", "the evacuation of patients"."""
    return next(
        (
            one
            for one in scene.tree.children(at, "nmod")
            if scene.tree.preposition(one) == "of"
            and (sort_of(scene, one) in PEOPLE or _is_load(scene, one, at))
            and scene.low(one) not in motion().entries  # "the last stage of the Tour of Oman"
        ),
        None,
    )


def _is_load(scene: Scene, word: int, at: int) -> bool:
    """Whether it is goods, or things counted: "the return of 14 masks", no "a trip of 9 days"."""
    entries = motion().entries.get(scene.low(at), ())
    if any("names_journey" in one.properties for one in entries):
        return False
    is_counted = bool(scene.tree.children(word, "nummod")) and scene.tag(word) == "NOUN"
    is_thing = sort_of(scene, word) is Sort.OTHER and scene.low(word) not in motion().measures
    return sort_of(scene, word) is Sort.CARGO or (is_thing and is_counted)


def _ship_of(scene: Scene, at: int) -> int | None:
    """Find the vehicle whose it is: "the owners called off the voyage of a second ferry"."""
    for one in scene.tree.children(at, "nmod"):
        if scene.tree.preposition(one) == "of" and sort_of(scene, one) is Sort.VEHICLE:
            return one
    return None


def _itself(scene: Scene, trigger: Trigger, cast: Cast) -> int | None:
    """Take a vehicle, or "next Sunday's departure", for itself, or who is on it."""
    tree, at = scene.tree, trigger.at
    owner = tree.possessor(at)
    is_vehicle = trigger.entry.lemma in motion().vehicles or "is_run" in trigger.entry.properties
    if is_vehicle and is_awaited(scene, at):
        return tree.subject(tree.head(at) or 0)
    rider = _rider(scene, at) if is_vehicle else None
    if rider is not None:
        return rider
    is_booked = trigger.frame.of_vehicle and scene.relation(at) == "obl"
    is_booked &= not is_alighted(scene, at)
    aboard = _aboard(scene, at, cast) if is_vehicle and not is_booked else None
    if aboard is not None:
        return aboard
    is_subject = scene.relation(at) in {"nsubj", "root", "conj", "parataxis"}
    is_service = scene.tokens[at].has("Number=Plur") and owner is not None
    is_service |= owner is None and scene.relation(at) == "obj" and _is_cancelled(scene, trigger)
    is_told = (is_subject or is_service) and is_vehicle
    is_of_day = owner is not None and is_time_word(scene.low(owner))
    return at if trigger.frame.of_vehicle or is_told or is_of_day else None


def _is_cancelled(scene: Scene, trigger: Trigger) -> bool:
    """Whether those who run it call it off, and would not have gone: "cancelled two sailings"."""
    verb = scene.tree.head(trigger.at)
    subject = scene.tree.subject(verb) if verb is not None else None
    is_firm = subject is not None and sort_of(scene, subject) in {Sort.OTHER, Sort.GROUP}
    return verb is not None and is_firm and is_off(scene, verb)


def _rider(scene: Scene, at: int) -> int | None:
    """Find who "got buses from Ica": those who were bound for some place."""
    verb = scene.tree.head(at) if scene.relation(at) == "obj" else None
    subject = scene.tree.subject(verb) if verb is not None else None
    if verb is None or subject is None:
        return None
    if not (scene.low(verb) in listed("takes_seat") or scene.tree.is_passive(verb)):
        return None
    is_bound = any(
        scene.tree.preposition(i) == "for" and scene.place(i) is not None
        for i in scene.tree.children(subject, "nmod")
    )
    return subject if is_bound else None


def is_awaited(scene: Scene, at: int) -> bool:
    """Whether somebody only waits for it, or misses it: "was waiting for a coach to Lima"."""
    head = scene.tree.head(at)
    if head is not None and scene.relation(at) == "obj" and scene.low(head) in listed("misses"):
        return True
    is_led = scene.relation(at) == "obl" and scene.tree.preposition(at) == "for"
    return is_led and head is not None and scene.low(head) in listed("awaits")


def _aboard(scene: Scene, at: int, cast: Cast) -> int | None:
    """Find who is on it: "passengers on a train from …", "died on a flight from …"."""
    tree, head = scene.tree, scene.tree.head(at)
    if tree.preposition(at) not in listed("by_vehicle") - {"by"} and not is_alighted(scene, at):
        return None
    subject = tree.subject(at) if tree.children(at, "cop") else None
    if subject is None and head is not None and scene.relation(at) in {"nmod", "appos"}:
        subject = head
    elif subject is None and head is not None and scene.tokens[at].lower not in listed("way"):
        subject = tree.subject(head)
    subject = seated(scene, at) if subject is None or _seat_on(scene, at) else subject
    if subject is None or sort_of(scene, subject) in PEOPLE or is_alighted(scene, at):
        return subject
    figure = cast.figure(scene, subject)
    is_moved = figure is not None and figure.sort is Sort.OTHER and figure.meant.acts
    return subject if is_moved and scene.relation(at) == "obl" else None


def _seat_on(scene: Scene, at: int) -> int | None:
    """Find the seat that somebody has on it: "a seat on the bus to Lima"."""
    head = scene.tree.head(at)
    is_led = scene.tree.preposition(at) in listed("by_vehicle") - {"by"}
    is_seat = head is not None and is_led and scene.low(head) in listed("seat_aboard")
    return head if is_seat else None


def is_still_to_ride(scene: Scene, at: int) -> bool:
    """Whether somebody has a seat on what has not left: "has a seat on Friday's flight to Lima"."""
    seat = _seat_on(scene, at)
    verb = scene.tree.head(seat) if seat is not None else None
    is_now = verb is not None and scene.tokens[verb].fine in {"VBZ", "VBP"}
    return is_now and seat in scene.tree.objects(verb or 0)


def is_alighted(scene: Scene, at: int) -> bool:
    """Whether somebody has just got off it: "the cook, fresh off the night train from Lima"."""
    led = next(iter(scene.tree.children(at, "case")), None)
    is_off = led is not None and scene.low(led) in listed("out_of") and scene.tag(led) == "ADP"
    return is_off and scene.low((led or 0) - 1) in listed("just_now")


def seated(scene: Scene, at: int) -> int | None:
    """Find who gets a seat: "paid for a place on a lorry", "were offered seats on a bus"."""
    verb = _seat_on(scene, at)
    while verb is not None and scene.tokens[verb].tag == "NOUN":  # "pay 20 dollars for a seat"
        verb = scene.tree.head(verb)
    if verb is None or not (scene.tree.is_passive(verb) or scene.low(verb) in listed("takes_seat")):
        return None
    subject = scene.tree.subject(verb)
    return subject if subject is not None and sort_of(scene, subject) in PEOPLE else None


def planner(scene: Scene, at: int, cast: Cast) -> Mover:
    """Find whose "plan to sing in Lima" was given up, where the verb has nobody who does it."""
    noun = scene.tree.head(at)
    if noun is None or scene.relation(at) != "acl" or scene.low(noun) not in listed("before_plan"):
        return NOBODY
    owner = scene.tree.possessor(noun)
    if owner is not None:
        return named(scene, owner, cast, None) if sort_of(scene, owner) in MOVERS else NOBODY
    return _last_told(scene, noun, cast)


def _last_told(scene: Scene, at: int, cast: Cast) -> Mover:
    """Let "a planned visit to Lima was scrapped" be of whom the story tells."""
    near = [
        one for one in cast.figures if 0 <= one.moved >= scene.index - _NEAR and one.sort in MOVERS
    ]
    verb = scene.tree.head(at)
    is_must = scene.relation(at) == "nsubj" and scene.low(verb or 0) in listed("have")
    if not near or not (is_must or scene.tokens[at].relation == "nsubj:pass"):
        return NOBODY  # "a day in Lima had to be dropped" is of them, too
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
            if tree.preposition(other) == "by" and sort_of(scene, other) in PEOPLE:
                return other
    agent = tree.agent(head) if head is not None else None
    is_made = agent is not None and head is not None and agent < head
    return agent if agent is not None and is_made and sort_of(scene, agent) in PEOPLE else None


def _subject_of(scene: Scene, at: int) -> int | None:
    """Find who does what the noun is the object of: "the pair made a trip"."""
    above = scene.tree.head(at)
    head = scene.tree.predicate(above) if above is not None else None
    if head is None or scene.relation(at) == "nsubj":
        return None
    planner = scene.tree.head(head) if said_of_planner(scene, head) is not None else None
    if planner is not None and scene.low(head) in listed("before_plan"):
        return planner if sort_of(scene, planner) in MOVERS else None
    subject = kept_from(scene, head) or scene.tree.agent(head) or scene.tree.subject(head)
    if subject in {None, at} or scene.low(head) in listed("reports"):
        return None
    return subject if subject is not None and sort_of(scene, subject) in MOVERS else None
