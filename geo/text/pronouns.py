"""A pronoun goes in, whom of those met before it fits best comes out, and whom it fits as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.motion import journey_nouns, motion
from geo.lexicon.names import ANIMALS, noun_kinds, pronouns_of_names
from geo.phrases.sorts import sort_of
from geo.text.same_sentence import (
    carried_before,
    in_clause_before,
    said_before,
    speaker_of,
    spoken_of,
    stands_as_object,
    told_to,
)

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.text.figures import Cast, Figure

_SPEAKS = 2  # how much more who says "she would" weighs than the subject of a part before
_OF_CARGO = 4  # what goods that nobody was said to move weigh less than who moves by himself
NEAR = 4  # sentences over which a pronoun points back
# What speaks for somebody, in halves of a sentence by which he was met later than another.
_KNOWN_GENDER = 3  # the word for him, his name or a pronoun fits; or he is named in full
_GOES_ON = 2  # the sentence before called him by a pronoun, too
_UNKNOWN_NAME = 4  # a name that did nothing yet, of nobody known: "the road over Shap"
ANYBODY = {Sort.GROUP, Sort.PERSON, Sort.VEHICLE, Sort.NAME, Sort.CARGO, Sort.OTHER}


def meant_by_pronoun(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Find whom "he", "it" or "they" means; in a headline nobody."""
    low = scene.low(index)
    if scene.is_headline or (low in listed("it") and _is_sender(scene, index)):
        return None
    if low in listed("he_or_she"):
        return _meant_by_he(cast, scene, index)
    if low in listed("it"):
        return latest(cast, scene, index, ANYBODY | {Sort.THING}, is_many=False)
    # "those who had stayed behind" are told of by their own words
    is_new = bool(scene.tree.children(index, "acl")) and scene.tokens[index].fine == "DT"
    is_they = low in listed("they") and not is_new
    return latest(cast, scene, index, ANYBODY, is_many=True) if is_they else None


def _meant_by_he(cast: Cast, scene: Scene, index: int) -> Figure | None:
    low = scene.low(index)
    own = _own(cast, scene, index)
    if own is not None:
        own.gender = own.gender or _gender(low)
        return own
    ship = _ship_told_of(cast, scene) if low in listed("of_ships") else None
    if ship is not None:  # "her captain"
        cast.link(scene.span(index, index), ship, "what the sentence before is about")
        ship.by_pronoun = scene.index
        return ship
    who = latest(cast, scene, index, {Sort.NAME, Sort.PERSON}, is_many=False)
    if who is not None:
        who.gender = who.gender or _gender(low)
    is_ship = who is None and low in listed("of_ships")
    return latest(cast, scene, index, {Sort.VEHICLE}, is_many=False) if is_ship else who


def _ship_told_of(cast: Cast, scene: Scene) -> Figure | None:
    """Find the ship with a name that the sentence before is about, where no woman was met."""
    near = [one for one in cast.figures if scene.index - one.last <= NEAR]
    ships = [
        one
        for one in near
        if one.sort in {Sort.VEHICLE, Sort.NAME}
        and one.is_ship
        and (one.names or one.by_pronoun >= scene.index - 1)
        and one.mode in {Mode.SEA, Mode.UNKNOWN}
        and one.is_about == scene.index - 1
    ]
    is_woman = any(one.sort in {Sort.NAME, Sort.PERSON} and gender_of(one) == "she" for one in near)
    return ships[-1] if ships and not is_woman else None


def _own(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Let "the lawyer said her client …" be of the lawyer, who is nobody else's client then."""
    head = scene.tree.head(index)
    if head is None or scene.tokens[index].relation != "nmod:poss":
        return None
    verb = scene.tree.head(head)
    said = scene.tree.head(verb) if verb is not None and scene.relation(head) == "nsubj" else None
    is_trip = scene.relation(head) == "obj" and scene.low(head) in journey_nouns()
    if is_trip and verb is not None:
        said = verb  # "the minister put off his departure"
    elif verb is None or said is None or scene.relation(verb) != "ccomp":
        return None
    who = max((i for i in scene.tree.children(said, "nsubj") if i < index), default=None)
    figure = cast.meant.get((scene.index, who)) if who is not None else None
    is_one = figure is not None and figure.sort in {Sort.NAME, Sort.PERSON} and not figure.is_many
    is_other = figure is not None and gender_of(figure) not in {"", _gender(scene.low(index))}
    return figure if is_one and not is_other else None


def latest(
    cast: Cast, scene: Scene, index: int, sorts: set[Sort], *, is_many: bool
) -> Figure | None:
    """Find the one that a pronoun fits: the subject met last, before anybody else."""
    fitting = _fitting(cast, scene, index, sorts, is_many=is_many)
    if not fitting:
        return None
    low, is_object = scene.low(index), stands_as_object(scene, index)
    is_sent = _is_sent(scene, index)
    is_it = low in listed("it") and (is_object or is_sent)
    is_one = low in listed("he_or_she")
    speaker, before = speaker_of(cast, scene, index), said_before(cast, scene, index)
    clause = in_clause_before(cast, scene, index) | carried_before(cast, scene, index)
    weights = {
        id(one): _weight(one, scene, is_carried=is_object and is_many)
        + 2 * (one is speaker or one is before or one in clause)
        + _SPEAKS * (one is speaker and is_one)
        + (_as_one(one, scene, low) if is_one else 0)
        + _OF_CARGO * ((is_sent or is_it) and _is_goods_told_of(one, scene, clause))
        for one in fitting
    }
    best = max(
        fitting,
        key=lambda one: (
            weights[id(one)],
            is_it and one.was_subject and one.last == scene.index,
            one.is_about,
            one.was_subject,
        ),
    )
    others = [one for one in fitting if one is not best and weights[id(one)] == weights[id(best)]]
    cast.link(scene.span(index, index), best, "met last of those whom the word fits", others)
    best.by_pronoun = scene.index
    return best


def _as_one(one: Figure, scene: Scene, low: str) -> int:
    """Weigh somebody who is to be "he" or "she" by what shows a man or a woman."""
    if one.sort is Sort.VEHICLE:
        return 0
    goes_on = _GOES_ON * (one.by_pronoun >= scene.index - 1)
    sounds = {pronouns_of_names().get(name) for name in one.names}
    is_called_so = len(one.names) > 1 and one.was_actor  # many a first name is in no table
    if gender_of(one) or _gender(low) in sounds or is_called_so:
        return goes_on + _KNOWN_GENDER
    is_known = one.was_actor or one.ranks or one.sort is not Sort.NAME
    return goes_on if is_known else goes_on - _UNKNOWN_NAME


def _fitting(
    cast: Cast, scene: Scene, index: int, sorts: set[Sort], *, is_many: bool
) -> list[Figure]:
    low = scene.low(index)
    head = scene.tree.head(index)
    is_object = stands_as_object(scene, index)
    is_far = head is not None and scene.relation(head) in {"advcl", "parataxis"}
    own = scene.tree.subject(head) if is_object and head is not None else None
    if is_far and head is not None and own not in scene.tree.children(head, "nsubj"):
        own = None  # "he left after they told him to": the verb above has another subject
    own = _orderer(scene, index) if own is None else own
    subject = cast.meant.get((scene.index, own)) if own is not None else None
    told_of = [*spoken_of(cast, scene, index), *told_to(cast, scene, index)]
    is_thing = low in listed("it") and is_object  # "the army drove it to Lima"
    is_taken = is_object or _is_sent(scene, index)
    return [
        one
        for one in cast.figures
        if one.sort in sorts
        and not (one.is_foretold or one is subject or one in told_of)
        and (one.is_many == is_many or (is_many and _is_group(one)) or _is_row(one, low))
        and scene.index - one.last <= NEAR
        and (low not in listed("it") or is_taken or _is_known_mover(one))
        and not (_gender(low) and gender_of(one) not in {"", _gender(low)})
        and not (low in listed("he_or_she") and one.sort is Sort.NAME and one.is_ship)
        and not (low in listed("he_or_she") and one.sort is Sort.VEHICLE and _is_no_ship(one))
        and not (low in listed("it") and one.sort is Sort.NAME and not one.is_ship)
        and not (low in listed("it") and one.sort is Sort.PERSON and not is_animal(one))
        and not (is_thing and one.sort is Sort.GROUP and not _is_row(one, low))
    ]


def _orderer(scene: Scene, index: int) -> int | None:
    """Find who has it done to somebody: "a judge ordered his extradition" is of another."""
    is_whose = scene.tokens[index].relation == "nmod:poss"
    noun = scene.tree.head(index) if is_whose else None
    verb = scene.tree.head(noun) if noun is not None else None
    is_done_to = noun is not None and scene.low(noun) in listed("is_undergone")
    is_object = is_done_to and scene.relation(noun or 0) == "obj"
    return scene.tree.subject(verb) if verb is not None and is_object else None


def _is_no_ship(one: Figure) -> bool:
    """Whether it is a vehicle that nobody calls "she": a bus, a train."""
    modes = {motion().vehicles.get(head, Mode.SEA) for head in one.heads}
    return bool(modes) and modes <= {Mode.ROAD, Mode.RAIL}


def _is_sent(scene: Scene, index: int) -> bool:
    """Whether others send or take it somewhere: "they will be flown to Lima"."""
    verb = scene.tree.head(index)
    if verb is None or scene.tokens[index].relation != "nsubj:pass":
        return False
    entries = motion().entries.get(scene.low(verb), ())
    return any(one.frame.carries or "moves_objects" in one.properties for one in entries)


def _is_sender(scene: Scene, index: int) -> bool:
    """Whether who says so sends others: "Peru said it had flown 79 people home"."""
    verb = scene.tree.head(index)
    if verb is None or scene.relation(index) != "nsubj" or scene.relation(verb) != "ccomp":
        return False
    said = scene.tree.head(verb)
    entries = motion().entries.get(scene.low(verb), ())
    sends = any(one.frame.carries or "moves_objects" in one.properties for one in entries)
    is_said = said is not None and scene.low(said) in listed("reports")
    sender = next((i for i in scene.tree.children(said or 0, "nsubj") if i < index), None)
    is_nobody = sender is not None and sort_of(scene, sender) in {Sort.PLACE, Sort.OTHER}
    return is_said and is_nobody and sends and bool(scene.tree.objects(verb))


def _is_goods_told_of(one: Figure, scene: Scene, clause: set[Figure]) -> bool:
    """Whether it is goods of the clause before, or of the sentence before and not moved yet.

    "It came far: it was", "his ashes were kept in Lima. They were".
    """
    if one.sort is not Sort.CARGO:
        return False
    is_last = one.last == scene.index - 1 and one.was_actor
    return one in clause or (is_last and one.moved < max(0, scene.index - NEAR))


def _is_known_mover(one: Figure) -> bool:
    """Whether "it" may go on to tell of it: of an unknown noun only where it has moved."""
    return one.sort is not Sort.OTHER or one.moved >= 0


def is_animal(one: Figure) -> bool:
    """Whether it is a bird or a wolf, which a story may call "he" as well as "it"."""
    return any(noun_kinds().get(head) in ANIMALS for head in one.heads)


def _is_row(one: Figure, low: str) -> bool:
    """Whether "it" may be a row of many: "the convoy, 40 trucks with flour"."""
    return low in listed("it") and not one.heads.isdisjoint(listed("made_up"))


def _gender(low: str) -> str:
    """Tell "she" from "he"; "" for another word."""
    if low not in listed("he_or_she"):
        return ""
    return "she" if low in listed("of_ships") else "he"


def gender_of(one: Figure) -> str:
    """Tell by which pronoun somebody goes: one used before, a word for it, a first name."""
    if one.gender or one.sort not in {Sort.NAME, Sort.PERSON}:
        return one.gender
    called = one.heads | one.ranks | {one.shown.partition(" ")[0].rstrip(".").lower()}
    for of, pronoun in (("of_woman", "she"), ("of_man", "he")):
        if not called.isdisjoint(listed(of)):
            return pronoun
    return pronouns_of_names().get(one.shown.partition(" ")[0].lower(), "")


def _is_group(one: Figure) -> bool:
    """Whether several go by one word; "one of them" is none, "her crew" is."""
    is_part = one.whole is not None and one.whole.sort is not Sort.VEHICLE
    return one.sort is Sort.GROUP and not is_part and one.heads.isdisjoint(listed("one"))


def _weight(one: Figure, scene: Scene, *, is_carried: bool) -> int:
    """Prefer who moved in the sentence just before, then who was met last."""
    moved = one.moved >= max(0, scene.index - NEAR)
    carried = one.sort in {Sort.CARGO, Sort.OTHER}
    is_left = one.is_many and one.carried == one.last  # "helicopters took 14 climbers off"
    is_means = one.sort is Sort.VEHICLE and (is_carried or is_left or not one.was_subject)
    carried = (carried and not moved) or is_means
    return 2 * min(one.last, scene.index - 1) + moved - _OF_CARGO * carried
