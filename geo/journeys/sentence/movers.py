"""A word of movement goes in, who or what moves comes out, with the words, and what carries it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.asides import behind_clause, of_clause, one_of, told_of
from geo.journeys.sentence.likely_movers import is_company, is_named_for, is_troop
from geo.journeys.sentence.loads import carried, is_message, pushed
from geo.journeys.sentence.loose_movers import (
    behind_start,
    inside_clause,
    subject_before,
    thing_before,
    warned,
    who_takes,
)
from geo.journeys.sentence.mover import Mover, named
from geo.journeys.sentence.noun_ends import is_hyphened
from geo.journeys.sentence.noun_movers import of_noun, planner
from geo.journeys.sentence.perils import drives_out
from geo.journeys.sentence.presence import is_made_elsewhere
from geo.journeys.sentence.rows import row_mover
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.lexicon.motion import motion
from geo.lexicon.names import senders
from geo.phrases.sorts import MOVERS, PEOPLE, goes_itself, sort_of, struck

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.figures import Cast, Figure
    from geo.journeys.sentence.triggers import Trigger


_MOVED = MOVERS | {Sort.CARGO}
_NOBODY = frozenset({Sort.OTHER, Sort.THING, Sort.PLACE, Sort.CARGO})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def find_mover(scene: Scene, trigger: Trigger, cast: Cast) -> Mover | None:
    """Find who moves; None where what is said to move cannot travel."""
    row = trigger.row
    if row is not None or "noun" in trigger.entry.forms:
        return of_noun(scene, trigger, cast) if row is None else row_mover(scene, row, cast)
    word, carrier = _of_verb(scene, trigger)
    if word is not None and scene.low(word) in motion().measures:
        # "took 45 days to walk the 500 km from Lima"
        above = scene.tree.head(trigger.at)
        word = None if above is None else scene.tree.subject(above)
    word = _told_of(scene, trigger) if word is None else word
    word = thing_before(scene, trigger) if word is None else word
    word = subject_before(scene, trigger) if word is None else word
    word = _above_clause(scene, trigger, word)
    word = None if word is None else _above_place(scene, trigger, _antecedent(scene, word))
    word = None if word is None else one_of(scene, _load_of(scene, trigger, word))
    if word is not None and trigger.entry.is_done_by_vehicles:
        word = _vehicle(scene, trigger, word)
    is_asked = word is not None and scene.low(word) in listed("relative_of_people")
    is_turned = bool(trigger.frame.outcome)  # "the storm sent the boats back"
    is_thing = carrier is not None and not is_turned and _is_mere_thing(scene, carrier)
    is_thing &= not drives_out(scene, carrier, word)
    is_thing |= is_asked  # "who goes to Lima, somebody asked"
    is_idle = bool(trigger.frame.with_vehicle) and not _takes_something(scene, trigger)
    is_idle |= trigger.frame.carries and is_message(scene, trigger)
    is_idle |= carrier is not None and word is None and trigger.frame.phase is Phase.STOP
    if is_thing or is_idle:
        return None  # "the book takes readers to Lima", "they took to the sea"
    if word is None:
        is_none = carrier is not None or trigger.entry.is_phrase
        return None if is_none else planner(scene, trigger.at, cast)
    carrier = None if carrier is None else _antecedent(scene, carrier)
    # "the pump, built in Lima, was in Arica by noon"
    is_made = "by_a_time" in trigger.entry.properties and is_made_elsewhere(scene, word)
    is_made |= is_named_for(scene, trigger, word)
    is_made |= is_troop(scene, trigger, word) or is_company(scene, word)
    if not (is_made or _may(scene, trigger, word, cast)):
        known = cast.figure(scene, word)
        is_thing = known is not None and known.sort is Sort.THING
        if sort_of(scene, word) is not Sort.OTHER or is_thing:
            return None
        return replace(named(scene, word, cast, carrier), is_doubtful=True)
    return named(scene, word, cast, carrier)


def _takes_something(scene: Scene, trigger: Trigger) -> bool:
    tree, at = scene.tree, trigger.at
    is_clause = scene.relation(at) == "acl"  # "the boat taken to Lima"
    return _is_undergone(scene, at) or is_clause or bool(tree.objects(at))


def _is_mere_thing(scene: Scene, index: int) -> bool:
    """Whether what should carry cannot: "the book takes readers to Lima"; a firm may send."""
    may_send = scene.tokens[index].lemma in senders()
    return sort_of(scene, index) is Sort.THING and not may_send


def _is_undergone(scene: Scene, at: int) -> bool:
    """Whether it is done to the subject: also "was driven to Lima and put on a train"."""
    tree, head = scene.tree, scene.tree.head(at)
    is_joined = scene.relation(at) == "conj" and scene.tokens[at].fine == "VBD"
    if head is None or not is_joined or tree.children(at, "obj", "nsubj", "aux"):
        return tree.is_passive(at)
    return tree.is_passive(head) and scene.low(at) in listed("same_participle")


def _told_of(scene: Scene, trigger: Trigger) -> int | None:
    """Take the noun before "bound for Lima", where the tree makes that an adjective of it."""
    head = scene.tree.head(trigger.at)
    if trigger.entry.is_phrase and head is not None and scene.relation(trigger.at) == "obl":
        subject = scene.tree.subject(head)  # "have got as far as Ica on their way to Lima"
        return subject if subject is not None and sort_of(scene, subject) in MOVERS else None
    if "long_out" in trigger.entry.properties:  # "a kitchen, by road from Lima, opened"
        above = (i for i in scene.tree.ancestors(trigger.at) if scene.relation(i) in _SUBJECTS)
        is_any = "by_way" in trigger.entry.properties
        return next((i for i in above if is_any or sort_of(scene, i) in _MOVED), None)
    is_told = trigger.entry.is_phrase and scene.relation(trigger.at) == "amod"
    is_led = head is not None and (head < trigger.first or is_hyphened(scene, trigger))
    return head if is_told and is_led else None


def _antecedent(scene: Scene, word: int) -> int:
    """Let "who" and "which" give way to the noun that their clause tells of."""
    if scene.low(word) not in listed("relative") | listed("relative_of_subject"):
        return word
    is_who = scene.low(word) in listed("relative_of_people")
    heads = [
        scene.tokens[above].head
        for above in scene.tree.ancestors(word)
        if scene.relation(above) == "acl"
    ]
    for head in heads:
        if not (is_who and sort_of(scene, head) in _NOBODY):
            return head
    for index in range(word - 1, -1, -1):
        sorts = PEOPLE if is_who else _MOVED
        if scene.tokens[index].tag in {"NOUN", "PROPN"} and sort_of(scene, index) in sorts:
            return index
    return heads[0] if heads else word


def _load_of(scene: Scene, trigger: Trigger, word: int) -> int:
    """Take "a load of 40 boxes that left Lima took three days" for one thing, the load."""
    holder = scene.tree.head(word)
    is_clause = scene.relation(trigger.at) == "acl" and scene.tree.head(trigger.at) == word
    is_of = scene.relation(word) == "nmod" and scene.tree.preposition(word) == "of"
    if holder is None or not (is_clause and is_of) or scene.relation(holder) not in _SUBJECTS:
        return word
    return holder if sort_of(scene, holder) in {Sort.CARGO, Sort.GROUP, Sort.VEHICLE} else word


def _above_place(scene: Scene, trigger: Trigger, word: int) -> int:
    """Take "a bus from Lima that was due" for the bus, where the tree hangs the clause on Lima."""
    holder = scene.tree.head(word)
    is_told = scene.relation(trigger.at) in {"acl", "xcomp"} and word in scene.toponyms
    if not is_told or holder is None:
        return word
    # "was last seen off Malta heading for Tripoli", "left Malta bound for Tripoli"
    if scene.relation(word) == "obl" or scene.relation(trigger.at) == "xcomp":
        holder = scene.tree.subject(holder)
    elif scene.relation(word) != "nmod":
        return word
    return holder if holder is not None and sort_of(scene, holder) in _MOVED else word


def _above_clause(scene: Scene, trigger: Trigger, word: int | None) -> int | None:
    """Take "she left for Ica, where Peru keeps a navy, and will fly from there" for what she does.

    The tree may join the last verb to that of the clause, whose subject cannot travel.
    """
    tree, head = scene.tree, scene.tree.head(trigger.at)
    is_joined = head is not None and scene.relation(trigger.at) == "conj"
    if head is None or not is_joined or scene.relation(head) != "acl":
        return word
    is_idle = word is not None and sort_of(scene, word) in {Sort.PLACE, Sort.THING}
    if not is_idle or word in tree.children(trigger.at, "nsubj", "nsubj:pass"):
        return word
    verbs = (i for i in tree.ancestors(head) if scene.tag(i) == "VERB")
    return next((tree.subject(i) for i in verbs), word)


def _vehicle(scene: Scene, trigger: Trigger, word: int) -> int:
    """Prefer the vehicle where only vehicles do so: "a train with the minister pulled into"."""
    if sort_of(scene, word) in {Sort.VEHICLE, Sort.NAME}:
        return word
    for index in range(scene.dateline, trigger.first):
        if sort_of(scene, index) is Sort.VEHICLE and scene.relation(index) == "nsubj":
            return index
    return word


def _of_verb(scene: Scene, trigger: Trigger) -> tuple[int | None, int | None]:
    """Tell the words for what moves and for what carries it."""
    tree, at = scene.tree, trigger.at
    place = tree.head(at)
    at = place if place is not None and scene.relation(at) == "cop" else at  # "have been to Lima"
    subject = behind_clause(scene, at) or tree.subject(at)
    noun = told_of(scene, at)
    subject = subject if noun is None else noun
    clause = of_clause(scene, at)
    subject = subject if clause is None else clause
    said = next(iter(tree.children(at, "nsubj")), None)
    if said is not None and scene.low(said) in listed("relative_of_people"):
        subject = said  # the tree may hang "who" on a thing
    is_late = subject is not None and subject > at and scene.relation(at) != "advcl"
    if is_late and subject not in tree.children(at, "nsubj"):
        subject = None
    subject = warned(scene, at) or who_takes(scene, at) or inside_clause(scene, at) or subject
    subject = behind_start(scene, at) if subject is None else subject
    subject = _called_empty(scene, trigger) if subject is None else subject
    if _is_undergone(scene, at):
        agent = tree.agent(at)
        is_tool = agent is not None and (
            _is_mere_thing(scene, agent) or scene.low(agent) in listed("way")
        )  # "moved by crane", "taken by road"
        return subject, None if is_tool else agent
    # "the mailboat made it to Lima": "it" is nothing
    objects = [one for one in tree.objects(at) if scene.low(one) not in trigger.entry.words]
    things = [one for one in objects if sort_of(scene, one) is not Sort.PLACE]
    if trigger.frame.receives:
        return next((one for one in things if sort_of(scene, one) in PEOPLE), None), at
    moved = pushed(scene, trigger, subject, things)
    if moved is not None:
        return moved
    if trigger.frame.phase is Phase.STOP and not trigger.frame.outcome and things:
        return next((i for i in things if sort_of(scene, i) in MOVERS), None), subject
    # "sent from Lima": the tree of a bare participle lacks its subject's part.
    if not trigger.frame.carries or not objects:
        hit = struck(scene, subject, things[:1])
        return (subject if hit is None else hit), None
    return carried(scene, trigger, subject, things)


def _called_empty(scene: Scene, trigger: Trigger) -> int | None:
    """Take the "It" of "It took the band to Lima" for what carries them; the tree may not.

    Not so in "it took the band nine hours to reach Lima".
    """
    tree, at = scene.tree, trigger.at
    words = tree.children(at, "expl") if trigger.frame.carries else ()
    is_measured = any(scene.low(i) in listed("period") for i in tree.objects(at))
    is_empty = is_measured or tree.children(at, "xcomp", "csubj", "ccomp", "iobj")
    return None if is_empty else next(iter(words), None)


def _may(scene: Scene, trigger: Trigger, word: int, cast: Cast) -> bool:
    sort = sort_of(scene, word)
    is_carried = trigger.frame.carries or scene.tree.is_passive(trigger.at)
    if word in scene.tree.objects(trigger.at):  # "moved the drugs by lorry", not "the meeting"
        is_carried |= _is_on_board(scene, trigger.at)
    figure = cast.figure(scene, word)
    meant = figure.sort if figure is not None else None
    if sort in {Sort.PLACE, Sort.THING} or meant is Sort.THING:
        return False
    if sort is Sort.PRONOUN and meant is Sort.OTHER and "of_anything" in trigger.entry.properties:
        return figure is not None and _has_moved(figure, cast)  # "may move it (the final) to Ica"
    if sort is Sort.CARGO:
        is_led = trigger.frame.time == "arrived" or trigger.frame.object is Role.ORIGIN
        is_led |= trigger.entry.is_phrase  # "the shipment was en route"
        is_led |= trigger.entry.mode is not Mode.UNKNOWN  # "a cargo due to sail"
        is_led |= "of_goods" in trigger.entry.properties  # "the timber went to Lima"
        return is_carried or is_led or _is_on_board(scene, trigger.at)
    # "The miner moved to Lima", but "six miners came down to Lima"
    is_firm = scene.tokens[word].lemma in listed("firm") - listed("group")
    is_firm &= not scene.tokens[word].has("Number=Plur") or sort_of(scene, word) is Sort.OTHER
    if "only_travellers" in trigger.entry.properties and (is_firm or sort is Sort.OTHER):
        return False  # "set down rules in Lima", "the bank got out of Peru"
    if sort is Sort.OTHER:
        is_known = figure is not None and (figure.sort in MOVERS or _has_moved(figure, cast))
        is_known |= goes_itself(scene, word) or _is_on_board(scene, trigger.at)
        return is_known or is_carried or trigger.entry.subject == "any" or _is_many(scene, word)
    return sort in MOVERS


def _has_moved(figure: Figure, cast: Cast) -> bool:
    """Whether one of its kind was told to move before: "another godwit"."""
    return any(one.moved >= 0 and one.heads & figure.heads for one in cast.figures)


def _is_on_board(scene: Scene, verb: int) -> bool:
    """Whether a vehicle is said to carry it: "the boxes went by truck", "from Lima by truck"."""
    told = list(scene.tree.adjuncts(verb))
    told += [near for one in told for near in scene.tree.adjuncts(one.word)]
    return any(
        one.preposition in listed("by_vehicle")
        and (sort_of(scene, one.word) is Sort.VEHICLE or scene.low(one.word) in listed("way"))
        for one in told
    )


def _is_many(scene: Scene, word: int) -> bool:
    """Take unknown plurals for people or vehicles: "Plows were sent", "sherpas went"."""
    return scene.tokens[word].has("Number=Plur")
