"""Where a journey starts by the words for who sends or what goes: "a dealer in Lima posted it"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.adjacent import Reach, next_to
from geo.journeys.sentence.places import is_country
from geo.journeys.sentence.rides import booked
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Spot, Whereabouts


def with_start(
    scene: Scene,
    trigger: Trigger,
    mover: Mover,
    reaches: tuple[Reach, ...],
    places: Whereabouts,
) -> tuple[Reach, ...]:
    """Add the start to a way whose end alone is said, where its words tell of one."""
    if {one.role for one in reaches} - {Role.VIA} != {Role.DESTINATION}:
        return reaches
    ends = {one.toponym.span.text for one in reaches}
    words = (_of_sender, _of_vehicle, _of_load, _of_stay, _of_peril)
    for word in (i for of in words for i in of(scene, trigger, mover)):
        spot = places.spot(scene, word)
        place = places.places.get(spot.toponym.id) if spot is not None else None
        if word == scene.tree.subject(trigger.at) and not (place and is_country(place)):
            continue  # "Madrid deported 40 people": the government did
        if _is_named(spot, word) and spot is not None and spot.toponym.span.text not in ends:
            return (Reach(role=Role.ORIGIN, spot=spot, first=spot.first), *reaches)
    for word in _of_setting(scene, trigger):
        spot = places.spot(scene, word)
        if _is_named(spot, word) and spot is not None and spot.toponym.span.text not in ends:
            spot = replace(spot, said="where the sentence is set")
            return (Reach(role=Role.ORIGIN, spot=spot, first=spot.first), *reaches)
    return reaches


def with_goal(
    scene: Scene,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    reaches: tuple[Reach, ...],
    places: Whereabouts,
) -> tuple[Reach, ...]:
    """Add the goal of what somebody goes on: "left Lima aboard a ship bound for Cusco"."""
    if not reaches and booked(scene, trigger) is not None:
        return tuple(_of_ticket(scene, trigger, places))
    if (aim := _aim(scene, trigger, triggers)) is not None and not _has_goal(reaches):
        return (*reaches, *_goals(scene, aim, places))
    verbs = [one for one in triggers if not one.frame.noun and one.first > trigger.first]
    bound = min(verbs, key=lambda one: one.first, default=None)
    is_led = _has_goal(reaches)
    if bound is None or trigger.frame.noun or is_led or bound.frame.phase is not Phase.START:
        return reaches
    ridden = bound.first - 1
    is_aboard = scene.tree.preposition(ridden) in listed("by_vehicle") - listed("accompanied")
    is_aboard |= ridden in scene.tree.objects(trigger.at) and not trigger.frame.carries
    if not is_aboard or sort_of(scene, ridden) is not Sort.VEHICLE:
        return reaches
    return (*reaches, *_goals(scene, bound, places))


def _has_goal(reaches: tuple[Reach, ...]) -> bool:
    return any(one.role is Role.DESTINATION for one in reaches)


def _aim(scene: Scene, trigger: Trigger, triggers: Sequence[Trigger]) -> Trigger | None:
    """Find what a way is for, said before it: "to get to Lima you take a bus from Ica"."""
    ridden = any(sort_of(scene, i) is Sort.VEHICLE for i in scene.tree.objects(trigger.at))
    aims = set(scene.tree.children(trigger.at, "advcl")) if ridden else set()
    return next(
        (
            one
            for one in triggers
            if one.at in aims
            and one.at < trigger.at
            and one.frame.phase is Phase.END
            and any(scene.low(i) == "to" for i in scene.tree.children(one.at, "mark"))
        ),
        None,
    )


def _goals(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read the goal right behind a word of movement: "reach Lima", "bound for Lima"."""
    yield from (one for one in next_to(scene, trigger, places) if one.role is Role.DESTINATION)
    is_object = trigger.frame.object is Role.DESTINATION
    for word in scene.tree.objects(trigger.at) if is_object else ():
        if scene.place(word) is not None and (spot := places.spot(scene, word)) is not None:
            yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)


def _of_ticket(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "bought tickets for the ferry from Lima to Ica"."""
    word = booked(scene, trigger)
    for lead, role in trigger.frame.roles.items() if word is not None else ():
        yield from (replace(one, role=role) for one in _led_to(scene, word or 0, lead, places))


def goal_of_riders(
    scene: Scene,
    trigger: Trigger,
    mover: Mover,
    reaches: tuple[Reach, ...],
    places: Whereabouts,
) -> tuple[Reach, ...]:
    """Add the goal of "sixty passengers for Cusco were put on a plane": they were to go there."""
    word, tree = mover.word, scene.tree
    is_start = trigger.frame.phase is Phase.START and not trigger.frame.noun
    if word is not None and is_start and sort_of(scene, word) is Sort.VEHICLE:
        return _bound(scene, word, reaches, places)
    near = (*tree.objects(trigger.at), *(one.word for one in tree.adjuncts(trigger.at)))
    ridden = [i for i in near if sort_of(scene, i) is Sort.VEHICLE]
    is_ridden = bool(ridden) or trigger.frame.of_vehicle or trigger.entry.mode is not Mode.UNKNOWN
    if word is None or not is_ridden or any(one.role is Role.DESTINATION for one in reaches):
        return reaches
    goals = tuple(_led_to(scene, word, "for", places)) if _is_rider(scene, word) else ()
    if not goals or any(one.role is Role.ORIGIN for one in reaches):
        return (*reaches, *goals)
    starts = (one for i in ridden for one in _led_to(scene, i, "from", places))
    return (*reaches, *(replace(one, role=Role.ORIGIN) for one in starts), *goals)


def _bound(
    scene: Scene, word: int, reaches: tuple[Reach, ...], places: Whereabouts
) -> tuple[Reach, ...]:
    """Add the goal of "ferries to Durres leave Bari when they are full"."""
    if {one.role for one in reaches} != {Role.ORIGIN}:
        return reaches
    goals = [one for led in ("to", "for") for one in _led_to(scene, word, led, places)]
    known = {one.toponym.id for one in reaches}
    return (*reaches, *(one for one in goals[:1] if one.toponym.id not in known))


def _is_rider(scene: Scene, word: int) -> bool:
    """Whether words are for those who go by something: no "a candidate for Lima"."""
    is_some = scene.tokens[word].has("PronType=Dem") or scene.tag(word) == "NUM"
    return is_some or scene.low(word) in listed("rider")


def _led_to(scene: Scene, word: int, led: str, places: Whereabouts) -> Iterator[Reach]:
    """Read a place that a preposition joins to a noun."""
    for child in scene.tree.children(word, "nmod"):
        spot = places.spot(scene, child) if scene.place(child) is not None else None
        if spot is not None and scene.tree.preposition(child) == led:
            yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first - 1)
            return


def _of_setting(scene: Scene, trigger: Trigger) -> Iterator[int]:
    """Read "In Lima, rocks fell, and a bus that had left for Piura turned back": it left there."""
    is_taken = trigger.frame.carries or "moves_objects" in trigger.entry.properties
    is_moved = is_taken and scene.tree.is_passive(trigger.at)  # "In Lima, 40 were moved to Ica"
    if trigger.frame.noun or not (is_moved or trigger.frame.phase is Phase.START):
        return
    above = (trigger.at, *(() if is_moved else scene.tree.ancestors(trigger.at)))
    verbs = [i for i in above if scene.tokens[i].tag == "VERB"]
    if any(scene.low(i) in listed("reports") for i in verbs):
        return  # "In Lima, a minister said that a bus had left for Piura"
    for verb in verbs:
        subject = min(scene.tree.children(verb, "nsubj"), default=0)
        for adjunct in scene.tree.adjuncts(verb):
            if adjunct.word < subject and adjunct.preposition in listed("at_place"):
                yield adjunct.word


def _is_named(spot: Spot | None, word: int) -> bool:
    return spot is not None and not spot.said and spot.first <= word <= spot.last


def _of_sender(scene: Scene, trigger: Trigger, mover: Mover) -> Iterator[int]:
    """Read "a dealer in Nairobi posted it to Hamburg": who sends it stays where he is."""
    is_sent = trigger.frame.sends or trigger.frame.returns  # "a museum in Lima returned it"
    is_sent |= "from_own_land" in trigger.entry.properties
    if not is_sent or scene.tree.is_passive(trigger.at):
        return
    sender = scene.tree.subject(trigger.at)
    if sender is None or sender == mover.word:
        return
    if "from_own_land" in trigger.entry.properties and sender in scene.toponyms:
        yield sender  # "Peru deported 40 people to Chile"
    for child in scene.tree.children(sender, "nmod"):
        if scene.tree.preposition(child) in listed("at_place"):
            yield child


def _of_vehicle(scene: Scene, trigger: Trigger, mover: Mover) -> Iterator[int]:
    """Read "the Glasgow plane landed at Barra" and "the ferry from Hull brought 90 people here".

    So it is of a load: "a consignment of vaccines from Oslo reached Lima".
    """
    is_brought = trigger.frame.carries and not scene.tree.is_passive(trigger.at)
    word = mover.carrier if is_brought else mover.word
    if word is None or not (is_brought or trigger.frame.phase is Phase.END):
        return
    if sort_of(scene, word) in {Sort.VEHICLE, Sort.CARGO}:
        near = scene.tree.children(word, "nmod")
        near += tuple(i for one in near for i in scene.tree.children(one, "nmod"))
        inner = {scene.tree.preposition(i): i for i in near}
        if "from" in inner and "to" not in inner:  # else it has a way of its own
            yield inner["from"]
        if not is_brought:
            yield from scene.tree.children(word, "compound")


def _of_load(scene: Scene, trigger: Trigger, mover: Mover) -> Iterator[int]:
    """Read "the tanker docked at Lima with gas from Piura": the load was taken on there."""
    tree, word, figure = scene.tree, mover.word, mover.figure
    if word is None or trigger.frame.noun:
        return
    is_vehicle = figure is not None and figure.sort is Sort.VEHICLE
    is_vehicle |= sort_of(scene, word) is Sort.VEHICLE
    if not (is_vehicle or trigger.entry.is_done_by_vehicles):
        return
    for holder in (trigger.at, word, *tree.children(word, "amod", "acl")):
        for one in tree.adjuncts(holder):
            is_load = one.preposition in listed("accompanied") and (
                sort_of(scene, one.word) is Sort.CARGO
            )
            inner = tree.children(one.word, "nmod") if is_load else ()
            yield from (i for i in inner if tree.preposition(i) == "from")


def _of_stay(scene: Scene, trigger: Trigger, _: Mover) -> Iterator[int]:
    """Read "skipped a meeting in Lima and stayed in Ica": who did not go is still there."""
    if not trigger.frame.outcome or trigger.frame.phase is not Phase.END:
        return
    for verb in scene.tree.children(trigger.at, "conj"):
        if scene.low(verb) in listed("stays") and scene.tag(verb) == "VERB":
            for one in scene.tree.adjuncts(verb):
                if one.preposition in listed("at_place"):
                    yield one.word


def _of_peril(scene: Scene, trigger: Trigger, _: Mover) -> Iterator[int]:
    """Read "fighting in Lima drove 300 people to Ica" and "a flood in Lima forced 30 to move"."""
    verb = scene.tree.head(trigger.at) if scene.relation(trigger.at) == "xcomp" else trigger.at
    subject = scene.tree.subject(verb) if verb is not None else None
    if subject is None or scene.low(subject) not in listed("peril"):
        return
    is_taken = trigger.frame.carries or "moves_objects" in trigger.entry.properties
    if verb == trigger.at and not is_taken:
        return  # "the storm moved to Ica"
    for child in (*scene.tree.children(subject, "nmod", "obl"), *_right_behind(scene, subject)):
        if scene.tree.preposition(child) in listed("at_place"):
            yield child


def _right_behind(scene: Scene, word: int) -> Iterator[int]:
    """Find the place right behind a word, where the tree hangs it on the verb."""
    toponym = scene.place(word + 2)
    if toponym is not None and scene.low(word + 1) in listed("at_place"):
        yield scene.head_of(toponym)
