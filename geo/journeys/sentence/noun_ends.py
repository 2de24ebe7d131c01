"""Ends that are told with other words: "her last stop is Lima", "a ride that began in Cusco"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.adjacent import Reach
from geo.journeys.sentence.called_off import is_off
from geo.journeys.sentence.nouns import noun_outcome
from geo.journeys.sentence.out_of import from_peril
from geo.journeys.sentence.places import equated_place, is_broad
from geo.journeys.sentence.ways_told import verb_of_service
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Whereabouts

_PAIR = (Role.ORIGIN, Role.DESTINATION)
_JOINS = frozenset({"to", "-", "–", "—"})
_ITS_VERB = frozenset({"nsubj", "obj"})
_BESIDE = frozenset({"ADJ", "NOUN", "NUM"})


def of_noun(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "her last stop is Lima", "cancelled her Cusco trip" and "a Lima-bound ship"."""
    if is_hyphened(scene, trigger):
        spot = places.spot(scene, trigger.first - 2)
        if spot is not None:
            yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)
    if not trigger.frame.noun:
        for ridden in scene.tree.objects(trigger.at) if trigger.frame.rides else ():
            yield from _of_pair(scene, ridden, places)  # "took the Ica to Lima bus"
        yield from from_peril(scene, trigger, places)
        return
    pair = tuple(_of_pair(scene, trigger.at, places))
    yield from pair
    yield from _of_service(scene, trigger, places)
    equated = equated_place(scene, trigger.at)
    spot = places.spot(scene, equated) if equated is not None else None
    if spot is not None:
        yield Reach(role=Role.DESTINATION, spot=spot, first=trigger.first)
    yield from _of_maker(scene, trigger, places)
    yield from () if pair else _named_for(scene, trigger, places)
    yield from _of_guest(scene, trigger, places)
    yield from _of_heading(scene, trigger, places)


def _of_service(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "from Lima buses take five hours to Ica": the ends hang on the verb."""
    verb = verb_of_service(scene, trigger.at)
    for one in scene.tree.adjuncts(verb) if verb is not None else ():
        role, spot = trigger.frame.roles.get(one.preposition), places.spot(scene, one.word)
        if role is not None and spot is not None:
            yield Reach(role=role, spot=spot, first=spot.first)


def is_hyphened(scene: Scene, trigger: Trigger) -> bool:
    """Whether a goal is joined to a word of movement: "a Lima-bound ship"."""
    first = trigger.first
    is_joined = scene.low(first - 1) == "-" and scene.place(first - 2) is not None
    return is_joined and trigger.entry.is_phrase and trigger.frame.needs == Role.DESTINATION.value


def _of_pair(scene: Scene, noun: int, places: Whereabouts) -> Iterator[Reach]:
    """Read "the Ica to Lima ferry" and "the Ica-Lima run": the way stands before them."""
    at = noun - 1
    while at not in scene.toponyms and scene.tree.head(at) == noun and scene.tag(at) in _BESIDE:
        at -= 1  # "the Ica-Lima night train"
    goal = scene.place(at)
    if goal is None:
        return
    before = scene.words_of(goal)[0] - 1
    joined: list[str] = []
    while scene.low(before) in _JOINS and len(joined) < len(_JOINS):
        joined.append(scene.low(before))
        before -= 1
    start = scene.place(before) if joined else None
    if start is None:
        return
    for role, toponym in zip(_PAIR, (start, goal), strict=True):
        spot = places.spot(scene, scene.head_of(toponym))
        if spot is not None:
            yield Reach(role=role, spot=spot, first=spot.first)


def framed(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "a ride that began in Lima and ended in Cusco" and "rode north, starting in Lima"."""
    tree, at = scene.tree, trigger.at
    clauses = list(tree.children(at, "acl" if trigger.frame.noun else "advcl"))
    head = tree.head(at)
    if trigger.frame.noun and head is not None and scene.relation(at) in _ITS_VERB:
        clauses.append(head)  # "the trek began in Lima", "began her trek in Lima"
    verbs = [one for clause in clauses for one in tree.conjuncts(clause)]
    verbs = [one for one in verbs if one == head or not _has_other(scene, trigger, one)]
    for verb in verbs:
        is_start = scene.low(verb) in listed("opens_way")
        if not is_start and scene.low(verb) not in listed("closes_way"):
            continue
        is_end = trigger.frame.phase is Phase.END  # "a visit that began in Lima" led there
        is_end &= not _ends_elsewhere(scene, verbs)
        starts = Role.DESTINATION if is_end else Role.ORIGIN
        role = starts if is_start else _end_of(scene, trigger)
        for word in _where(scene, trigger, verb):
            spot = places.spot(scene, word)
            # "began a trip to Asia in Lima": whether from there, the words do not say
            if spot is not None and not (is_start and _leads_to_land(scene, trigger, places)):
                yield Reach(role=role, spot=spot, first=spot.first)
    yield from _closed(scene, trigger, places)


def _leads_to_land(scene: Scene, trigger: Trigger, places: Whereabouts) -> bool:
    """Whether what somebody begins has a whole land or continent for its goal."""
    if scene.relation(trigger.at) != "obj":
        return False
    led = (one for one in scene.tree.adjuncts(trigger.at) if one.preposition in {"to", "of"})
    spots = (places.spot(scene, one.word) for one in led)
    ends = (places.places.get(one.toponym.id) for one in spots if one is not None)
    return any(one is not None and is_broad(one) for one in ends)


def _where(scene: Scene, trigger: Trigger, verb: int) -> list[int]:
    """List where a way is opened or closed: no "began with a Mass in Lima", no "began his trip to".

    The tree may hang that on the way: "began her trek in Lima".
    """
    told = [*scene.tree.adjuncts(verb)]
    if scene.relation(trigger.at) == "obj":
        told += scene.tree.adjuncts(trigger.at) if verb == scene.tree.head(trigger.at) else ()
        told = [one for one in told if one.preposition in listed("at_place")]
    beside = listed("accompanied")
    return [one.word for one in told if one.preposition not in beside]


def is_only_begun(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody "began her trek in Lima", and did not end it by the same words."""
    head = scene.tree.head(trigger.at)
    is_its = trigger.frame.noun and scene.relation(trigger.at) == "obj"
    is_its = is_its and trigger.frame.phase is not Phase.END  # who began a visit had come
    if head is None or not is_its or scene.low(head) not in listed("opens_way"):
        return False
    joined = scene.tree.conjuncts(head)
    return all(scene.low(one) not in listed("closes_way") for one in joined)


def _has_other(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Whether a joined verb is done to another thing: "began the trek and ended a feud in Lima"."""
    things = (i for i in scene.tree.objects(verb) if scene.tag(i) != "PRON")
    return scene.relation(trigger.at) == "obj" and any(things)


def _ends_elsewhere(scene: Scene, verbs: list[int]) -> bool:
    """Whether it is told as well where a tour ends: "began in Lima and ends in Ica"."""
    return any(
        scene.low(verb) in listed("closes_way")
        and any(scene.place(one.word) is not None for one in scene.tree.adjuncts(verb))
        for verb in verbs
    )


def _end_of(scene: Scene, trigger: Trigger) -> Role:
    """Tell where a way ended: no goal in "a voyage from Lima to Ica ended in Arica"."""
    tree = scene.tree
    goals = (trigger.frame.roles.get(one.preposition) for one in tree.adjuncts(trigger.at))
    return Role.STOP if Role.DESTINATION in goals else Role.DESTINATION


def _closed(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "goes to Lima and should end in Cusco"; no "flew to Lima and finished third in"."""
    tree = scene.tree
    joined = () if trigger.frame.noun else tree.children(trigger.at, "conj")
    for verb in (i for one in joined for i in (one, *tree.children(one, "xcomp"))):
        time = next((one for one in scene.times if one.first == verb + 1), None)
        at = verb + 1 if time is None else time.last + 1  # "ends on Saturday in Lima"
        toponym = scene.place(at + 1)
        is_end = scene.low(verb) in listed("closes_way") and scene.tag(verb) == "VERB"
        if not is_end or toponym is None or scene.low(at) not in listed("at_place"):
            continue
        spot = places.spot(scene, scene.head_of(toponym))
        if spot is not None:
            yield Reach(role=Role.DESTINATION, spot=spot, first=verb)


def _of_maker(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "a visit by nurses to Malta", where the tree hangs the goal on the nurses."""
    tree = scene.tree
    for maker in tree.children(trigger.at, "nmod"):
        if tree.preposition(maker) != "by":
            continue
        for child in tree.children(maker, "nmod"):
            spot = places.spot(scene, child) if tree.preposition(child) == "to" else None
            if spot is not None and trigger.frame.roles.get("to") is Role.DESTINATION:
                yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)


def _named_for(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "cancelled her Lima trip": whose it is, or what became of it; "the Ica-Lima flight"."""
    if scene.is_headline or "named_for_goal" not in trigger.entry.properties:
        return
    parts = scene.tree.children(trigger.at, "compound")
    inner = [i for part in parts for i in scene.tree.children(part, "compound")]
    names = sorted(i for i in (*inner, *parts) if _ends_name(scene, i))
    spots = [spot for spot in (places.spot(scene, i) for i in names) if spot is not None]
    head = scene.tree.head(trigger.at)
    is_told = scene.tree.possessor(trigger.at) is not None or scene.relation(trigger.at) == "obj"
    is_told |= head is not None and is_off(scene, head)
    if len(spots) == len(_PAIR) and spots[1].first - spots[0].last == len(_PAIR):
        for role, spot in zip(_PAIR, spots, strict=True):
            yield Reach(role=role, spot=spot, first=spot.first)
    elif is_told:
        for spot in spots:
            yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)


def _of_heading(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "Ica to Lima: both sailings off": the way stands before a colon."""
    colon = next((i for i in range(trigger.at) if scene.low(i) == ":"), 0)
    goal = scene.place(colon - 1) if colon else None
    led = scene.words_of(goal)[0] - 1 if goal is not None else 0
    start = scene.place(led - 1) if led else None
    role = trigger.frame.roles.get(scene.low(led))
    if goal is None or start is None or role is not Role.DESTINATION:
        return
    if noun_outcome(scene, trigger)[0] is not LegStatus.CANCELLED:
        return  # "Ica to Lima: the ride of a lifetime"
    for end, toponym in zip(_PAIR, (start, goal), strict=True):
        spot = places.spot(scene, scene.head_of(toponym))
        if spot is not None:
            yield Reach(role=end, spot=spot, first=spot.first)


def _of_guest(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "the pope is in Lima on a visit", "is in Lima for a visit": he has come there."""
    tree, place = scene.tree, scene.tree.head(trigger.at)
    is_visit = trigger.frame.phase is Phase.END and tree.preposition(trigger.at) in {"on", "for"}
    if place is None or not is_visit or scene.place(place) is None:
        return
    copula = next(iter(tree.children(place, "cop")), None)
    is_there = copula is not None and tree.preposition(place) in listed("at_place")
    spot = places.spot(scene, place) if is_there else None
    if spot is not None and not (tree.is_negated(place) or tree.children(place, "aux")):
        yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)


def _ends_name(scene: Scene, index: int) -> bool:
    toponym = scene.place(index)
    return toponym is not None and scene.words_of(toponym)[1] == index
