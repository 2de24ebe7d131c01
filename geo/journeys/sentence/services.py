"""A vehicle and its verb go in; out comes whether it goes so as a rule, which is nobody's trip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.sentence.triggers import Trigger


def is_service(scene: Scene, trigger: Trigger, mover: Mover) -> bool:
    """Whether words tell what vehicles do as a rule: "a ferry that sails to Malta"; or of a way."""
    if mover.word == trigger.at and trigger.entry.lemma in listed("way"):
        return True  # "a bridge on the railway from Lima to Huancayo"
    if "is_service" in trigger.entry.properties:
        return True
    if _is_freight(scene, trigger, mover):
        return True
    is_vehicle = mover.figure is not None and mover.figure.sort is Sort.VEHICLE
    if not is_vehicle or mover.word is None or trigger.frame.noun or scene.is_headline:
        return _is_clause(scene, trigger) and is_vehicle and not trigger.frame.noun
    if not _is_bare(scene, trigger):
        return False
    is_any = _is_kind(scene, mover.word) or _is_any(scene, mover.word)
    is_timed = is_any and _goes_in(scene, trigger)
    return is_timed or _is_clause(scene, trigger) or _is_kind(scene, mover.word)


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


def _is_kind(scene: Scene, word: int) -> bool:
    """Whether a word names vehicles of a kind, and none in particular: "buses run to Lima"."""
    told = scene.tree.children(word, "det", "nummod", "amod", "nmod", "acl")
    return scene.tokens[word].fine == "NNS" and not told


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
