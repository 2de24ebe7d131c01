"""A word of movement goes in, the places that it moves from, by way of and to come out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.journeys.sentence.adjacent import (
    Reach,
    hosts,
    is_behind_goal,
    leads_from,
    next_to,
    of_predicate,
)
from geo.journeys.sentence.bare import behind_phrase, of_bare
from geo.journeys.sentence.lost import lost_at
from geo.journeys.sentence.negations import is_ruled_out
from geo.journeys.sentence.noun_ends import framed, of_noun
from geo.journeys.sentence.noun_movers import people_of
from geo.journeys.sentence.out_of import (
    at_rest,
    from_aside,
    is_led_away,
    is_left_in_town,
    is_no_start,
    is_of_site,
)
from geo.journeys.sentence.places import tells_where
from geo.journeys.sentence.stages import by_days, on_the_road, on_the_way, row_ends
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Toponym
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.triggers import Trigger
    from geo.journeys.sentence.whereabouts import Whereabouts

_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "appos", "nsubj", "discourse"})
_VERBS = frozenset({"VERB", "AUX"})
_FRONTED = frozenset({Role.ORIGIN, Role.BETWEEN})
_IDLE = frozenset({Sort.OTHER, Sort.THING})
_LONGEST = 5  # words of a preposition: "from as far away as"
_NO_PHRASE = frozenset({"case", "compound", "flat", "punct", "det", "fixed"})


def find_ends(
    scene: Scene, trigger: Trigger, others: Mapping[int, set[str]], places: Whereabouts
) -> list[Reach]:
    """Read the places of a word of movement, in order.

    ``others`` are the other such words of the sentence, with the toponyms that stand right behind
    them and so are theirs.
    """
    if trigger.row is not None:
        return list(row_ends(scene, trigger.row, places))
    return _of_word(scene, trigger, others, places)


def _of_word(
    scene: Scene, trigger: Trigger, others: Mapping[int, set[str]], places: Whereabouts
) -> list[Reach]:
    taken = set().union(*others.values()) if others else set()
    found = [one for one in _objects(scene, trigger, places) if one.toponym.id not in taken]
    found += of_noun(scene, trigger, places)
    found += framed(scene, trigger, places)
    found += [] if found else of_predicate(scene, trigger, others, places)
    found += _receiver(scene, trigger, places)
    found += _called_at(scene, trigger, places)
    for index, role, first in phrases(scene, trigger, others):
        spot = places.spot(scene, index)
        is_where = scene.low(index) in listed("where")  # "to Lima, from where he flew"
        is_said = spot is not None and bool(spot.said)  # "to Lima and from there to Cusco"
        if spot is None or (spot.toponym.id in taken and not (is_where or is_said)):
            continue
        if _is_new(spot.toponym, found):
            part = Role.ORIGIN if from_aside(scene, trigger, index, spot) else role
            found.append(Reach(role=part, spot=spot, first=min(first, spot.first)))
    found += hosts(scene, trigger, found, places)
    if not found and trigger.frame.within:
        found = list(_inside(scene, trigger, places))
    adjacent = list(next_to(scene, trigger, places))
    if trigger.frame.beside:
        found = []  # "got to Lima", never "got help in Lima"
    fronted = list(_fronted(scene, trigger, found, others, places))
    for reach in (*adjacent, *fronted, *by_days(scene, trigger, [*found, *adjacent], places)):
        if _is_new(reach.toponym, found) and reach.toponym.id not in taken:
            found.append(reach)
    found += on_the_road(scene, trigger, found, places)
    found += at_rest(scene, trigger, places)
    found += lost_at(scene, trigger, found, places)
    told = [one for one in found if not tells_where(scene, one, found, places)]
    return on_the_way(scene, trigger, list(_ordered(scene, told)))


def _fronted(
    scene: Scene,
    trigger: Trigger,
    found: list[Reach],
    others: Mapping[int, set[str]],
    places: Whereabouts,
) -> Iterator[Reach]:
    """Read "From Lima trucks with food will start for Ica", wherever the tree hangs the start."""
    first = scene.dateline
    rest = set(others) - {scene.tree.subject(trigger.at)}  # "from Lima a bus goes to Ica"
    is_verb = not trigger.frame.noun and all(trigger.at < other for other in rest)
    role = trigger.frame.roles.get(scene.low(first))
    if not (is_verb and role in _FRONTED and all(one.role is not role for one in found)):
        return
    toponym = scene.place(first + 1)
    words = (scene.head_of(toponym),) if toponym is not None else ()
    # "between Lima and Ica buses used to run"
    joined = scene.tree.conjuncts(words[0]) if words and role is Role.BETWEEN else words
    for word in joined:
        spot = places.spot(scene, word) if scene.place(word) is not None else None
        if role is not None and spot is not None and spot.toponym is scene.place(word):
            yield Reach(role=role, spot=spot, first=first)


def _receiver(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "the camp at Lima received 90 people": who receives them is the place."""
    subject = scene.tree.subject(trigger.at) if trigger.frame.receives else None
    spot = places.spot(scene, subject) if subject is not None else None
    if spot is not None and not scene.tree.is_passive(trigger.at):
        yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)


def _called_at(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Read "reached Lima after calls at Arica, Ilo and Pisco" and "with stops in"."""
    for adjunct in scene.tree.adjuncts(trigger.at):
        if scene.low(adjunct.word) not in listed("stops_on_way"):
            continue
        if adjunct.preposition not in listed("leads_stops"):
            continue
        for child in scene.tree.children(adjunct.word, "nmod"):
            is_at = scene.tree.preposition(child) in listed("at_place")
            for word in scene.tree.conjuncts(child) if is_at else ():
                spot = places.spot(scene, word)
                is_led = spot is not None and scene.tokens[spot.first - 1].tag != "PUNCT"
                if spot is not None and (is_led or word != child):
                    yield Reach(role=Role.VIA, spot=spot, first=spot.first)


def _inside(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    """Find where somebody was visited: "visited soldiers at a clinic in Kharkiv"."""
    for holder in (trigger.at, *scene.tree.objects(trigger.at)):
        for adjunct in scene.tree.adjuncts(holder):
            spot = places.spot(scene, adjunct.word)
            if adjunct.preposition in {"at", "in"} and spot is not None:
                yield Reach(role=Role.DESTINATION, spot=spot, first=spot.first)
                return


def _is_new(toponym: Toponym, found: list[Reach]) -> bool:
    return all(one.toponym.id != toponym.id for one in found)


def _objects(scene: Scene, trigger: Trigger, places: Whereabouts) -> Iterator[Reach]:
    role = trigger.frame.object
    if role is None or scene.tree.is_passive(trigger.at):
        return
    if role is Role.ORIGIN and scene.tree.children(trigger.at, "xcomp"):
        return  # "left Ukraine short of shells"
    is_second = False
    for one in (*scene.tree.objects(trigger.at), *behind_phrase(scene, trigger)):
        index = _meant(scene, trigger, one)
        spot = places.spot(scene, index)
        # "skipped the summit in Lima": nobody "skipped a hotel in Lima"
        is_event = bool(trigger.frame.outcome) and scene.low(index) in listed("gathering")
        is_event |= trigger.frame.within or is_of_site(scene, trigger, index)
        if spot is None or (spot.indirect and not is_event):
            continue
        is_site = role is Role.ORIGIN and is_left_in_town(scene, trigger, index)
        if is_site or (scene.place(index) is None and is_led_away(scene, trigger, spot)):
            continue
        onward, is_second = is_second and role is Role.DESTINATION, True
        first = spot.first if onward else min(trigger.first, spot.first)
        yield Reach(role=role, spot=spot, first=first, onward=onward)


def _meant(scene: Scene, trigger: Trigger, index: int) -> int:
    """Let "which" give way to the place before it: "Lima, which she left in May"."""
    head = scene.tree.head(trigger.at)
    is_clause = head is not None and scene.relation(trigger.at) == "acl"
    is_which = index < trigger.at and scene.low(index) in listed("relative_of_subject")
    return head if head is not None and is_clause and is_which else index


def phrases(
    scene: Scene, trigger: Trigger, others: Mapping[int, set[str]]
) -> Iterator[tuple[int, Role, int]]:
    """List the words that a preposition gives a part in the movement, and where each begins."""
    for index in range(len(scene)):
        is_none = scene.relation(index) in _NO_PHRASE or is_ruled_out(scene, index)
        if index in others or index == trigger.at or is_none:
            continue
        said = _role(scene, trigger, index)
        is_origin = said is not None and said[0] is Role.ORIGIN
        if is_origin and said and is_no_start(scene, trigger, said[1]):
            continue  # "moved to Lima, 47 miles from Callao"
        if said is not None and said[0] is Role.VIA and leads_from(scene, trigger, index):
            continue  # "over the bridge from Lima to Callao"
        if said is not None and _hangs(scene, index, others, trigger):
            yield index, *said


def _role(scene: Scene, trigger: Trigger, index: int) -> tuple[Role, int] | None:
    """Read the part of a phrase by its preposition; of joined phrases the first one's holds."""
    at = index
    cases = _before(scene, at)
    while not cases and scene.relation(at) == "conj":
        at = scene.tree.head(at) or 0
        cases = _before(scene, at)
    if not cases:
        return of_bare(scene, trigger, index)
    last = cases[-1]
    while scene.tree.children(last, "fixed"):
        last = scene.tree.children(last, "fixed")[-1]
    for length in range(_LONGEST, 0, -1):
        words = " ".join(scene.low(step) for step in range(last - length + 1, last + 1))
        role = trigger.frame.roles.get(words)
        if role is not None:
            return role, last - length + 1
    return None


def _before(scene: Scene, index: int) -> list[int]:
    """List the prepositions in front of a word; the tree may add one that stands behind it."""
    return [i for i in scene.tree.children(index, "case") if i < index]


def _hangs(scene: Scene, index: int, others: Mapping[int, set[str]], trigger: Trigger) -> bool:
    """Whether a phrase belongs to the word, and not to a clause or movement in between."""
    at: int | None = index
    while at is not None and at != trigger.at:
        relation = scene.relation(at)
        is_verb = scene.tokens[at].tag in _VERBS
        if relation in _CLAUSES or (relation in {"conj", "xcomp"} and is_verb):
            return False
        if at != index and (at in others or _is_besides(scene, at)):
            return False
        if at != index and scene.relation(index) == "nmod" and _keeps(scene, index, at, trigger):
            return False
        at = scene.tree.head(at)
    return at == trigger.at


def _is_besides(scene: Scene, at: int) -> bool:
    """Whether a noun only tells what happened besides: "taken to Lima after a crash on the way"."""
    return at not in scene.toponyms and scene.tree.preposition(at) in listed("around_event")


def _keeps(scene: Scene, index: int, at: int, trigger: Trigger) -> bool:
    """Whether a noun keeps a place for itself: "an envoy to Kyiv", "people from Lima"."""
    if at == trigger.at or at in scene.toponyms:
        return False
    is_by = scene.tree.preposition(at) == "by" and scene.low(at) in listed("way")
    if is_by and scene.tree.head(scene.tree.conjuncts(at)[0]) == trigger.at:
        return False  # "went by road from Lima", but "to Callao, an hour by road from Lima"
    low = scene.low(at)
    is_landed = at in scene.tree.objects(trigger.at)  # "landed 30 people at Bari"
    is_there = scene.tree.preposition(index) in listed("at_place") and not is_landed
    if low in listed("takes_to") or is_there:
        return True
    if at == scene.tree.agent(trigger.at):
        is_idle = sort_of(scene, at) in _IDLE  # "was put through by a long pass from Lima"
        return is_idle or is_behind_goal(scene, trigger, at)
    is_people = low in listed("role") or low in listed("group")
    if trigger.frame.noun and at == people_of(scene, trigger.at):
        return False  # "the evacuation of 300 patients from Lima"
    is_company = scene.tree.preposition(at) in listed("accompanied")  # "came with two sons from"
    is_taken = trigger.frame.carries or "moves_objects" in trigger.entry.properties
    return is_people and not (is_taken or is_company)  # "flew the nurses from Lima to Cusco"


def _ordered(scene: Scene, found: list[Reach]) -> Iterator[Reach]:
    """Split "between A and B"; mark what comes after a destination, and a second start."""
    roles: set[Role] = set()
    for reach in sorted(found, key=lambda one: one.spot.last):
        role = reach.role
        if role is Role.BETWEEN:
            role = Role.ORIGIN if Role.ORIGIN not in roles else Role.DESTINATION
            roles.add(role)
            yield replace(reach, role=role)
            continue
        again = role is Role.ORIGIN and Role.ORIGIN in roles
        is_list = reach.first == reach.spot.first or scene.low(reach.spot.first - 1) in {",", "and"}
        if again and Role.DESTINATION not in roles and not is_list:
            continue
        onward = role is Role.DESTINATION and role in roles and not reach.onward
        if again:
            roles = set()
        roles.add(role)
        yield replace(reach, onward=onward or reach.onward, again=again)
