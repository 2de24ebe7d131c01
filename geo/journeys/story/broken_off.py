"""Drafts go in; those of a visit that somebody only came from are left out: it is a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.sentence.places import Relation, relate
from geo.journeys.sentence.ways_told import breaks_off
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft


def without_broken_off(drafts: list[JourneyDraft]) -> list[JourneyDraft]:
    """Leave out who "broke off a visit to Lima", where no more is told of the way there.

    So it is of who "had been visiting Lima" and "set out for Cusco" from there.
    """
    return [one for one in drafts if not (_is_broken_off(one) or _is_left(one, drafts))]


def _is_left(draft: JourneyDraft, drafts: list[JourneyDraft]) -> bool:
    first, goal = draft.mentions[0], draft.ends.get(Role.DESTINATION)
    scene, at = first.scene, first.trigger.at
    is_visit = first.trigger.frame.phase is Phase.END and scene.tokens[at].fine == "VBG"
    is_visit = is_visit and bool(scene.tree.auxiliaries(at)) and scene.relation(at) == "acl"
    if goal is None or Role.ORIGIN in draft.ends or not is_visit or len(draft.mentions) > 1:
        return False
    return any(
        other.mentions[0].scene is scene
        and other.mentions[0].mover.figure is first.mover.figure
        and (start := other.ends.get(Role.ORIGIN)) is not None
        and relate(start.place, goal.place) is Relation.SAME
        for other in drafts
    )


def _is_broken_off(draft: JourneyDraft) -> bool:
    return Role.ORIGIN not in draft.ends and any(map(_breaks_off, draft.mentions))


def _breaks_off(mention: MotionMention) -> bool:
    scene, trigger = mention.scene, mention.trigger
    verb = scene.tree.head(trigger.at)
    is_object = verb is not None and trigger.at in scene.tree.objects(verb)
    if verb is None or not (is_object and trigger.frame.noun):
        return False
    return breaks_off(scene, verb)
