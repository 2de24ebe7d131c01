"""Who did not go of his own will: had to return, was towed or sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.journeys.sentence.mention import MotionMention


def is_forced(mention: MotionMention) -> bool:
    """Whether somebody did not mean to: "had to return", "was forced to come back"."""
    scene, at = mention.scene, mention.trigger.at
    head = scene.tree.head(at)
    is_led = head is not None and scene.relation(at) in {"xcomp", "ccomp"}
    return is_led and scene.low(head or 0) in listed("have") | listed("pluperfect") | listed(
        "compels"
    )


def is_taken_back(mention: MotionMention) -> bool:
    """Whether others take who had set out back: "was towed back", "was sent back"."""
    scene, trigger = mention.scene, mention.trigger
    is_back = {scene.low(trigger.last), scene.low(trigger.last + 1)} & listed("back")
    return bool(is_back) and trigger.frame.carries and scene.tree.is_passive(trigger.at)
