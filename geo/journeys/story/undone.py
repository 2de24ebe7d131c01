"""Drafts go in; plans come out as the next sentence says: "nothing came of it", "she arrived"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.called_off import is_off
from geo.journeys.sentence.dropped import gives_up
from geo.journeys.sentence.negations import is_later
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft


def call_off_undone(drafts: list[JourneyDraft], told: list[Scene]) -> None:
    """Let "fog put an end to that" and "she arrived on Friday" be of the plans told just before."""
    fates = {scene.index - 1: scene for scene in told if not scene.is_headline}
    for draft in drafts:
        scene = fates.get(draft.last.scene.index)
        is_plan = draft.statuses == {LegStatus.PLANNED} and not draft.last.scene.is_headline
        if scene is None or not (is_plan and _is_of_then(draft.last)):
            continue
        status = _became(scene, draft)
        if status is not None:
            draft.mentions = [
                replace(one, standing=replace(one.standing, status=status))
                for one in draft.mentions
            ]


def _became(scene: Scene, draft: JourneyDraft) -> LegStatus | None:
    """Tell what the next sentence says became of a plan."""
    verb = next((i for i in range(scene.dateline, len(scene)) if scene.relation(i) == "root"), None)
    subject = scene.tree.subject(verb) if verb is not None else None
    if verb is None or subject is None or scene.tag(verb) != "VERB":
        return None
    figure = draft.mentions[0].mover.figure
    is_vehicle = figure is not None and figure.sort is Sort.VEHICLE
    is_they = scene.low(subject) in listed("they")
    is_other = figure is not None and is_they != figure.is_many and figure.sort is not Sort.GROUP
    if _is_planner(scene, subject, is_vehicle=is_vehicle) and not is_other:
        return _did(scene, verb)  # "she stayed at home", "it arrived a day late"
    return LegStatus.CANCELLED if _is_undone(scene, verb, subject) else None


def _is_of_then(mention: MotionMention) -> bool:
    """Whether it was planned then: "was to fly"; what "will fly" is still to come."""
    scene, standing = mention.scene, mention.standing
    words = range(max(0, standing.first - 1), standing.last + 1)  # "was due in Lima"
    told = listed("past_be") | listed("pluperfect")
    return any(scene.low(i) in told or scene.tokens[i].fine == "VBD" for i in words)


def _is_undone(scene: Scene, verb: int, subject: int) -> bool:
    """Whether a sentence says that what was told before it was not done."""
    if scene.low(subject) in listed("nobody"):  # "nothing came of it"
        return scene.low(verb) in listed("comes_of") and _is_about(scene, verb)
    if _is_about(scene, verb):  # "fog put an end to that"
        ends = (scene.low(i) for i in scene.tree.objects(verb))
        return is_off(scene, verb) or any(low in listed("end_put") for low in ends)
    if not _points(scene, subject):
        return False
    is_not = scene.tree.is_negated(verb) and scene.tokens[verb].lemma in listed("comes_about")
    return is_not or is_off(scene, verb)


def _is_planner(scene: Scene, word: int, *, is_vehicle: bool) -> bool:
    """Whether a word may be who planned it: "she", "they"; "it" only of a vehicle."""
    is_it = scene.low(word) in listed("it")
    return scene.tokens[word].has("PronType=Prs") and (is_vehicle or not is_it)


def _did(scene: Scene, verb: int) -> LegStatus | None:
    """Tell whether somebody went: "arrived on Friday"; no "arrived in Lima", which says where."""
    helpers = {scene.low(i) for i in scene.tree.auxiliaries(verb)}
    # "they had taken off at noon", "she may stay at home"
    is_unsure = helpers & listed("pluperfect", "modal_possible", "unreal")
    if is_unsure or any(i >= scene.dateline for i in scene.toponyms):
        return None
    is_not = scene.tree.is_negated(verb)
    if is_not and is_later(scene, verb):  # "did not arrive until Friday"
        return LegStatus.HAPPENED if _goes(scene, verb, is_arrival=True) else None
    if is_not:
        is_way = scene.tokens[verb].lemma in listed("comes_about") or _goes(scene, verb)
        return LegStatus.CANCELLED if is_way else None
    if scene.tokens[verb].fine in {"VBD", "VBN"} and _goes(scene, verb, is_arrival=True):
        return LegStatus.HAPPENED
    return LegStatus.CANCELLED if _gives_up(scene, verb) else None


def _goes(scene: Scene, verb: int, *, is_arrival: bool = False) -> bool:
    """Whether a verb says by itself that somebody goes, or comes there: no "see", no "returned"."""
    for entry in motion().entries.get(scene.low(verb), ()):
        frame, span = entry.frame, range(verb, verb + len(entry.words))
        is_it = tuple(map(scene.low, span)) == entry.words
        is_other = any(one not in span for one in scene.tree.objects(verb))
        is_way = Role.DESTINATION in frame.roles.values() and frame.phase is not Phase.STOP
        is_way &= not (frame.noun or frame.carries or frame.returns)
        is_way &= "of_anything" not in entry.properties
        comes = frame.comes_here and frame.time == "arrived"
        if is_it and is_way and not is_other and (comes or not is_arrival):
            return not scene.tree.is_passive(verb)
    return False


def _gives_up(scene: Scene, verb: int) -> bool:
    """Whether somebody gave it up: "stayed at home", "changed her mind", "called it off"."""
    tree, low = scene.tree, scene.low(verb)
    if scene.tokens[verb].fine not in {"VBD", "VB", "VBN"}:
        return False
    things = [i for i in tree.objects(verb) if scene.tag(i) != "PRON"]
    told = (*tree.children(verb, "advmod", "obl", "xcomp", "obj"), verb + 1)
    if low in listed("stays") and any(scene.low(i) in listed("stays_back") for i in told):
        return True
    if any(scene.low(i) in listed("mind") for i in things) and low in listed("changes"):
        return True
    return not things and (gives_up(scene, verb) or is_off(scene, verb))


def _is_about(scene: Scene, verb: int) -> bool:
    """Whether a phrase of a verb stands for what was told before: "of it", "to that"."""
    return any(
        _points(scene, one.word) or scene.low(one.word) in listed("it")
        for one in scene.tree.adjuncts(verb)
    )


def _points(scene: Scene, word: int) -> bool:
    """Whether a word stands for what was told before: "that", "the plan"."""
    tree = scene.tree
    if scene.tag(word) == "PRON":
        return scene.tokens[word].has("PronType=Dem") and not tree.children(word, "acl", "nmod")
    is_plan = scene.low(word) in listed("before_plan") | listed("only_idea")
    is_told = any(scene.low(i) in listed("points_back") for i in tree.children(word, "det"))
    is_told |= tree.possessor(word) is not None
    beside = {*tree.children(word, "acl", "nmod", "amod")} - {tree.possessor(word)}
    return is_plan and is_told and not beside
