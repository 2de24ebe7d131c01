"""Drafts go in; plans of which the next sentence says "nothing came of it" come out called off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.called_off import is_off
from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft


def call_off_undone(drafts: list[JourneyDraft], told: list[Scene]) -> None:
    """Let "fog put an end to that" be of the plans of the sentence before."""
    undone = {scene.index - 1 for scene in told if not scene.is_headline and _is_undone(scene)}
    for draft in drafts if undone else ():
        is_near = draft.last.scene.index in undone and not draft.last.scene.is_headline
        if is_near and draft.statuses == {LegStatus.PLANNED} and _is_of_then(draft.last):
            draft.mentions = [
                replace(one, standing=replace(one.standing, status=LegStatus.CANCELLED))
                for one in draft.mentions
            ]


def _is_of_then(mention: MotionMention) -> bool:
    """Whether it was planned then: "was to fly"; what "will fly" is still to come."""
    scene, standing = mention.scene, mention.standing
    words = range(standing.first, standing.last + 1)
    told = listed("past_be") | listed("pluperfect")
    return any(scene.low(i) in told or scene.tokens[i].fine == "VBD" for i in words)


def _is_undone(scene: Scene) -> bool:
    """Whether a sentence says that what was told before it was not done."""
    verb = next((i for i in range(scene.dateline, len(scene)) if scene.relation(i) == "root"), None)
    if verb is None or scene.tag(verb) != "VERB":
        return False
    subject = scene.tree.subject(verb)
    if subject is None:
        return False
    if scene.low(subject) in listed("nobody"):  # "nothing came of it"
        return scene.low(verb) in listed("comes_of") and _is_about(scene, verb)
    if _is_about(scene, verb):  # "fog put an end to that"
        ends = (scene.low(i) for i in scene.tree.objects(verb))
        return is_off(scene, verb) or any(low in listed("end_put") for low in ends)
    if not _points(scene, subject):
        return False
    is_not = scene.tree.is_negated(verb) and scene.tokens[verb].lemma in listed("comes_about")
    return is_not or is_off(scene, verb)


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
