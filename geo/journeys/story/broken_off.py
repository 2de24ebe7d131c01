"""Drafts go in; those of a visit that was only broken off are left out: it is where they start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.frames import Role

if TYPE_CHECKING:
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft


def without_broken_off(drafts: list[JourneyDraft]) -> list[JourneyDraft]:
    """Leave out who "broke off a visit to Lima", where no more is told of the way there."""
    return [draft for draft in drafts if not _is_broken_off(draft)]


def _is_broken_off(draft: JourneyDraft) -> bool:
    return Role.ORIGIN not in draft.ends and any(map(_breaks_off, draft.mentions))


def _breaks_off(mention: MotionMention) -> bool:
    scene, trigger = mention.scene, mention.trigger
    verb = scene.tree.head(trigger.at)
    is_object = verb is not None and trigger.at in scene.tree.objects(verb)
    if verb is None or not (is_object and trigger.frame.noun):
        return False
    return f"{scene.low(verb)} {scene.low(verb + 1)}" in listed("cuts_short")
