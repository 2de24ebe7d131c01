"""A sentence goes in, who is said to be where comes out: "held talks in Lima", "were stuck at"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.contracts.referents import Sort
from geo.journeys.sentence.places import is_broad
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import PEOPLE, sort_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.figures import Cast
    from geo.journeys.sentence.whereabouts import Spot, Whereabouts


def note_stays(scene: Scene, cast: Cast, places: Whereabouts, moving: Collection[int]) -> None:
    """Remember of everybody in a sentence where its verbs, but those of movement, put them."""
    for verb in range(scene.dateline, len(scene)):
        _note_before(scene, verb, cast, places)
        if not (_is_told(scene, verb) or _leads_on(scene, verb, moving)):
            continue
        _note_loaded(scene, verb, cast, places)
        if verb in moving:
            continue
        subject = scene.tree.subject(verb)
        is_told = subject is not None and scene.low(subject) in listed("speaker")
        if is_told and scene.tree.head(verb) not in moving:
            continue  # what somebody tells of himself may be long ago
        spot = _where(scene, verb, places)
        for word in (subject, *scene.tree.objects(verb)) if spot is not None else ():
            figure = cast.figure(scene, word) if word is not None else None
            if figure is not None and spot is not None:
                (figure.lived if is_past(scene, verb) else figure.stays).append((scene, verb, spot))


def _note_loaded(scene: Scene, verb: int, cast: Cast, places: Whereabouts) -> None:
    """Remember where a vehicle was on which something was put: "there it was loaded on the Star".

    One that has no name may be taken for another, told of elsewhere.
    """
    there = (i for i in scene.tree.children(verb, "advmod") if scene.low(i) in listed("there"))
    spot = next((places.spot(scene, i) for i in there), None) or _where(scene, verb, places)
    for adjunct in scene.tree.adjuncts(verb) if spot is not None else ():
        figure = cast.figure(scene, adjunct.word)
        is_on = adjunct.preposition in listed("by_vehicle") - {"by", "in"}
        if figure and spot and is_on and figure.names and figure.sort is Sort.VEHICLE:
            figure.stays.append((scene, verb, spot))


def _note_before(scene: Scene, verb: int, cast: Cast, places: Whereabouts) -> None:
    """Remember where a verb's subject was before it: "after two days in Lima he left"."""
    if scene.tokens[verb].tag != "VERB" and not scene.tree.children(verb, "cop"):
        return
    subject = scene.tree.subject(verb)
    figure = cast.figure(scene, subject) if subject is not None else None
    if subject is None or figure is None:
        return
    for word in _times_before(scene, verb, subject):
        spot = places.spot(scene, word)
        is_said = scene.low(word) in listed("there")  # "after talks there"
        is_there = is_said or scene.tree.preposition(word) in listed("puts")
        if scene.place(word) is not None and scene.tree.head(word) == verb:
            is_there |= scene.tree.preposition(word) in listed("after_event")  # "after Lima"
        if spot is None or not _is_narrow(spot, places):
            continue
        if is_there and (is_said or not spot.said):
            figure.stays.append((scene, scene.dateline, spot))


def _times_before(scene: Scene, verb: int, subject: int) -> Iterator[int]:
    """List the words that tell of a time before: "days in Lima", "his stay in", "held in"."""
    tree = scene.tree
    times = [one.word for one in tree.adjuncts(verb) if one.preposition in listed("after_event")]
    if _arrives(scene, verb):  # "landed after a stop at Lima" says how it came, by way of Lima
        times = [word for word in times if scene.low(word) not in listed("stops_on_way")]
    times += [word for word in tree.objects(verb) if scene.low(word) in listed("stay_noun")]
    times += [  # "the mayor, on holiday in Lima, was"
        word for word in tree.children(subject, "nmod") if scene.low(word) in listed("stay_noun")
    ]
    yield from _beside(scene, subject)
    for word in times:
        yield from tree.children(word, "nmod")
        yield from (i for i in tree.children(word, "advmod") if scene.low(i) in listed("there"))
    yield from (one for one in times if scene.place(one) is not None)  # "after Lima"
    clauses = [  # "travels to Oslo after closing in Basel"
        clause
        for clause in tree.children(verb, "advcl")
        if any(scene.low(i) in listed("after_event") for i in tree.children(clause, "mark"))
    ]
    if _arrives(scene, verb):  # "landed after refuelling in Lima"
        clauses = [one for one in clauses if scene.low(one) not in listed("halt_for")]
    clauses += [  # "the men, who had been held in Lima, were"
        clause
        for clause in tree.children(subject, "acl")
        if clause < verb and is_earlier(scene, clause) and not _is_plan(scene, clause)
    ]
    for clause in clauses:
        yield from (one.word for one in tree.adjuncts(clause))


def _beside(scene: Scene, subject: int) -> Iterator[int]:
    """List the places that stand beside somebody: "the mayor, in Lima for talks, left"."""
    for word in scene.tree.children(subject, "nmod"):
        first = min(scene.tree.subtree(word))  # the comma may hang on the place
        is_aside = "," in {scene.low(first), scene.low(first - 1)}
        if is_aside and scene.place(word) is not None and sort_of(scene, subject) in PEOPLE:
            yield word


def _is_plan(scene: Scene, verb: int) -> bool:
    """Whether a clause tells where somebody was only meant to be: "had been due in Lima"."""
    return scene.low(verb) in (listed("plan_after") | listed("planned")) - listed("awaits")


def _arrives(scene: Scene, verb: int) -> bool:
    entries = motion().entries.get(scene.low(verb), ())
    return any(one.frame.time == "arrived" and len(one.words) == 1 for one in entries)


def is_past(scene: Scene, verb: int) -> bool:
    """Whether a verb says where somebody lived, or whence a thing is: "was built in Lima"."""
    is_made = scene.low(verb) in listed("of_making") and scene.tree.is_passive(verb)
    return is_made or scene.low(verb) in listed("of_life")


def is_made_elsewhere(scene: Scene, word: int) -> bool:
    """Whether a thing is told with where it was made: "the pump, built in Lima, was in Arica"."""
    return any(
        is_past(scene, clause) and scene.low(clause) in listed("of_making")
        for clause in scene.tree.children(word, "acl")
    )


def is_earlier(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of what was over before: "had left Lima and slept in Ica"."""
    above = scene.tree.head(verb)
    verbs = (verb,) if scene.relation(verb) != "conj" or above is None else (verb, above)
    return any(
        scene.low(i) in listed("pluperfect")
        for one in verbs
        if one == verb or not scene.tree.children(verb, "nsubj")
        for i in scene.tree.auxiliaries(one)
    )


def _is_followed(scene: Scene, verb: int) -> bool:
    """Whether the clause tells what came after: "had slept in Lima before walking to Ica"."""
    return any(_is_before(scene, clause) for clause in scene.tree.children(verb, "advcl"))


def _is_before(scene: Scene, clause: int) -> bool:
    return any(scene.low(i) == "before" for i in scene.tree.children(clause, "mark"))


def _is_told(scene: Scene, verb: int) -> bool:
    """Whether a verb, or a place with "is", is told as a fact."""
    tree, token = scene.tree, scene.tokens[verb]
    head = tree.head(verb)
    is_due = head is not None and _is_plan(scene, head)  # "is due in Lima"
    is_place = verb in scene.toponyms and bool(tree.children(verb, "cop")) and not is_due
    # "is stuck off Lima"
    is_state = token.tag == "ADJ" and bool(tree.children(verb, "cop", "aux"))
    # "was on holiday in Lima"
    is_state |= bool(tree.children(verb, "cop")) and scene.low(verb) in listed("stay_noun")
    if not (token.tag == "VERB" or is_place or is_state):
        return False
    helpers = {scene.low(i) for i in tree.children(verb, "aux", "cop", "mark")}
    is_fact = helpers.isdisjoint(listed("modal_planned", "modal_possible") | {"to"})
    is_fact = is_fact and (not is_earlier(scene, verb) or _is_followed(scene, verb))
    # nobody goes on from his death; who "is wanted in Lima" need not be there
    is_said = scene.low(verb) in listed("reports", "of_death", "puts_nobody")
    return is_fact and not (is_said or tree.is_negated(verb))


def _leads_on(scene: Scene, verb: int, moving: Collection[int]) -> bool:
    """Whether who is to go on is to be there before: "will wait in Lima, then sail to Ica".

    So it is in "will hold talks in Lima before flying to Ica".
    """
    is_stay = scene.low(verb) in listed("stays", "awaits", "done_on_site")
    is_stay |= scene.low(verb) in motion().meetings
    after = scene.tree.children(verb, "conj")
    after += tuple(i for i in scene.tree.children(verb, "advcl") if _is_before(scene, i))
    return is_stay and not scene.tree.is_negated(verb) and any(i in moving for i in after)


def _where(scene: Scene, verb: int, places: Whereabouts) -> Spot | None:
    for adjunct in scene.tree.adjuncts(verb):
        is_taken = adjunct.preposition == "from" and scene.low(verb) in listed("takes_from")
        if adjunct.preposition in listed("puts") or is_taken:
            spot = places.spot(scene, adjunct.word)
            is_point = adjunct.preposition == "at" or _is_narrow(spot, places)
            is_literal = spot is not None and spot.toponym.sense is Sense.LITERAL
            if spot is not None and is_literal and is_point and not spot.said:
                return spot
    if verb in scene.toponyms and scene.tree.preposition(verb) in listed("puts"):
        return places.spot(scene, verb)
    for word in _told_with(scene, verb):
        spot = places.spot(scene, word)
        is_in = scene.tree.preposition(word) in listed("puts") and _is_narrow(spot, places)
        if spot is not None and is_in and not spot.said:
            return spot
    return next(
        (  # "Lima, where the envoy spent a night"
            places.spot(scene, i)
            for i in scene.tree.children(verb, "advmod")
            if scene.low(i) in listed("where")
        ),
        None,
    )


def _told_with(scene: Scene, verb: int) -> Iterator[int]:
    """List what hangs on its words: "met ministers in Lima", "paused for two weeks near Lima".

    So it does in "held talks in Lima"; who "owns a house in Lima" need not be there.
    "Opened a tour of the coast in Lima" is another.
    """
    words = scene.tree.objects(verb)
    is_there = scene.low(verb) in motion().meetings or scene.low(verb) in listed("done_on_site")
    if not is_there:
        words = tuple(one for one in words if _is_trip(scene.low(one)))
    told = (one.word for one in scene.tree.adjuncts(verb))
    for word in (*words, *(one for one in told if scene.low(one) in listed("period"))):
        for inner in scene.tree.children(word, "nmod"):
            yield inner
            if scene.tree.preposition(inner) == "of":  # "a tour of the Gulf in Muscat"
                yield from scene.tree.children(inner, "nmod")


def _is_trip(word: str) -> bool:
    """Whether a noun is a journey: "tour", "visit"."""
    return any(one.frame.noun and not one.is_phrase for one in motion().entries.get(word, ()))


def _is_narrow(spot: Spot | None, places: Whereabouts) -> bool:
    place = places.places.get(spot.toponym.id) if spot is not None else None
    return place is not None and not is_broad(place)
