"""A vehicle and its verb go in; out comes whether it goes so as a rule, which is nobody's trip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.frames import Phase
from geo.lexicon.motion import motion
from geo.phrases.sorts import PEOPLE

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.triggers import Trigger


def is_service(scene: Scene, trigger: Trigger, mover: Mover) -> bool:
    """Whether words tell what vehicles do as a rule: "a ferry that sails to Malta"; or of a way."""
    is_way = mover.word == trigger.at and trigger.entry.lemma in listed("way")
    if is_way or "is_service" in trigger.entry.properties:
        return True  # "a bridge on the railway from Lima to Huancayo"
    if _is_of_all(scene, trigger) or _is_of_ways(scene, trigger, mover):
        return True
    if _is_freight(scene, trigger, mover) or _is_crowd(scene, trigger, mover):
        return True
    is_vehicle = mover.figure is not None and mover.figure.sort is Sort.VEHICLE
    if not is_vehicle or mover.word is None or trigger.frame.noun or scene.is_headline:
        return _is_clause(scene, trigger) and is_vehicle and not trigger.frame.noun
    if not _is_bare(scene, trigger):
        return False
    is_kind = _is_kind(scene, mover.word) or _is_kind_told_of(scene, mover)
    is_kind |= _is_round(scene, trigger, mover.word)
    is_any = is_kind or _is_any(scene, mover.word)
    is_timed = is_any and _goes_in(scene, trigger)
    return is_timed or is_kind or _is_clause(scene, trigger)


def _is_of_all(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is told of all there are: "every yacht between Lima and Quito".

    So it is of "trains from Lima to Ica, which normally take three hours, stood still".
    """
    if not trigger.frame.of_vehicle:
        return False
    told = scene.tree.children(trigger.at, "det")
    holders = (trigger.at, *scene.tree.children(trigger.at, "nmod"))
    clauses = (i for one in holders for i in scene.tree.children(one, "acl"))
    told = (*told, *(i for one in clauses for i in scene.tree.children(one, "advmod")))
    return any(scene.low(i) in listed("habit") for i in told)


def _is_of_ways(scene: Scene, trigger: Trigger, mover: Mover) -> bool:
    """Whether a place is told to serve whoever comes: "a port for boats coming up from Lima"."""
    word = mover.word
    is_clause = scene.relation(trigger.at) == "acl" and scene.tokens[trigger.at].fine == "VBG"
    if word is None or not is_clause or scene.tree.head(trigger.at) != word:
        return False
    is_led = scene.relation(word) in {"nmod", "obl"} and scene.tree.preposition(word) == "for"
    return is_led and _is_kind(scene, word, besides=trigger.at)


def is_fiction(scene: Scene, trigger: Trigger) -> bool:
    """Whether a work tells of it: "the film follows a girl who walks to Lima", "in the novel".

    So does "the novel's heroine sails to Lima".
    """
    verbs = [i for i in (trigger.at, *scene.tree.ancestors(trigger.at)) if scene.tag(i) == "VERB"]
    works = (
        one.word for verb in verbs for one in scene.tree.adjuncts(verb) if one.preposition == "in"
    )
    above = (scene.tree.subject(verb) for verb in verbs if verb != trigger.at)
    own = scene.tree.subject(trigger.at)
    holders = scene.tree.children(own, "nmod:poss", "nmod") if own is not None else ()
    told = (*works, *holders, *(i for i in above if i is not None))
    is_now = any(scene.tokens[verb].fine in {"VBZ", "VBP"} for verb in verbs)
    return is_now and any(scene.low(i) in listed("fiction") for i in told)


def _is_crowd(scene: Scene, trigger: Trigger, mover: Mover) -> bool:
    """Whether it is told what people do again and again: "pilgrims walk from Lima to Cusco"."""
    is_people = mover.figure is not None and mover.figure.sort in PEOPLE
    if not is_people or mover.word is None or trigger.frame.noun or scene.is_headline:
        return False
    is_own = scene.tree.subject(trigger.at) == mover.word
    return is_own and _is_bare(scene, trigger) and _is_kind(scene, mover.word)


def _is_freight(scene: Scene, trigger: Trigger, mover: Mover) -> bool:
    """Whether goods are told to go so in the present: "the coal goes by truck", "is shipped"."""
    figure, helpers = mover.figure, scene.tree.children(trigger.at, "aux")
    is_goods = figure is not None and figure.sort is Sort.CARGO and not scene.is_headline
    is_shipped = scene.tree.is_passive(trigger.at) and all(
        scene.low(i) in listed("perfect_or_present") for i in helpers
    )
    is_now = bool(helpers) and is_shipped and len(helpers) == 1
    return is_goods and not trigger.frame.noun and (is_now or _is_bare(scene, trigger))


def _is_clause(scene: Scene, trigger: Trigger) -> bool:
    above = (trigger.at, *scene.tree.ancestors(trigger.at))
    return _is_bare(scene, trigger) and any(scene.relation(one) == "acl" for one in above)


def _is_bare(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is told in the present, with nothing beside the verb."""
    token = scene.tokens[trigger.at]
    return token.fine in {"VBZ", "VBP"} and not scene.tree.children(trigger.at, "aux", "cop")


def _is_kind(scene: Scene, word: int, *, besides: int = -1) -> bool:
    """Whether a word names vehicles of a kind, and none in particular: "buses run to Lima".

    ``besides`` is a word that may stand beside it.
    """
    told = set(scene.tree.children(word, "det", "nummod", "amod", "nmod", "acl")) - {besides}
    # "buses to Lima"
    told -= {i for i in told if scene.tree.preposition(i) == "to" and scene.place(i) is not None}
    is_any = all(scene.low(i) in listed("of_a_kind") for i in told)  # "most lorries"
    return scene.tokens[word].fine == "NNS" and is_any


def _is_round(scene: Scene, trigger: Trigger, word: int) -> bool:
    """Whether vehicles do so each time anew: "the trucks then return to Lima", on no day."""
    is_many = scene.tokens[word].fine == "NNS" and trigger.frame.phase is Phase.END
    told = scene.tree.children(word, "det", "nummod", "amod", "nmod", "acl")
    is_bare = all(scene.low(i) in listed("article") for i in told)
    return is_many and is_bare and not any(one.first >= scene.dateline for one in scene.times)


def _is_kind_told_of(scene: Scene, mover: Mover) -> bool:
    """Whether "they" stands for vehicles of a kind: "Trains take an hour. They call at Lima"."""
    is_it = mover.word is not None and scene.tag(mover.word) == "PRON"
    shown = mover.figure.shown.casefold() if mover.figure is not None else ""
    return is_it and motion().singular.get(shown, "") in motion().vehicles


def _is_any(scene: Scene, word: int) -> bool:
    """Whether a word names one vehicle of many: "a taxi gets there in an hour"."""
    told = scene.tree.children(word, "det", "amod", "nmod", "acl")
    return bool(told) and all(scene.low(i) in listed("indefinite") for i in told)


def _goes_in(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is told how long the way takes: "in about 40 minutes"."""
    return any(
        one.preposition == "in" and scene.tree.children(one.word, "nummod")
        for one in scene.tree.adjuncts(trigger.at)
    )
