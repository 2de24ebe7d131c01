"""A mention goes in; out comes whether its words make sense only of who is where the story is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.journeys.sentence.figures import is_teller
from geo.journeys.sentence.outcome import sets_out
from geo.journeys.story.agreement import REAL
from geo.journeys.story.fitting import is_onward
from geo.lexicon.frames import Phase
from geo.phrases.sorts import PEOPLE

if TYPE_CHECKING:
    from geo.journeys.sentence.mention import MotionMention


def is_by_teller(mention: MotionMention) -> bool:
    """Whether who tells the story travels: "I", "we"."""
    return mention.mover.figure is not None and is_teller(mention.mover.figure)


def is_departure(mention: MotionMention) -> bool:
    """Whether "a barge left for Lima", or people "were bused on to Lima", and nobody else says so.

    A ship that has a name may be any that is told of, anywhere.
    """
    figure, trigger = mention.mover.figure, mention.trigger
    if mention.standing.cited is not None or mention.status not in REAL or figure is None:
        return False
    if figure.sort in PEOPLE:
        return trigger.frame.carries and is_onward(mention)
    is_off = trigger.frame.phase is Phase.START
    is_off = is_off or sets_out(mention.scene, trigger, mention.reaches)
    return is_off and figure.sort is Sort.VEHICLE and not figure.names
