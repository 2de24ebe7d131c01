"""Who went the way of a journey called off by other means: "the ferry was cancelled. They flew"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.contracts.referents import Sort
from geo.journeys.story.agreement import REAL
from geo.journeys.story.draft import ENDS, RECENT, JourneyDraft
from geo.journeys.story.positions import taken_from
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.phrases.sorts import PEOPLE, sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.sentence.triggers import Trigger

_NOT_MADE = {LegStatus.CANCELLED}


def goes_bare(scene: Scene, trigger: Trigger) -> bool:
    """Whether words say that people went, and no more than by what: "they flew", "went by bus"."""
    tree, at, frame = scene.tree, trigger.at, trigger.frame
    subject = tree.subject(at)
    if frame.rides and not frame.noun:
        return subject is not None and _rides_off(scene, at)
    is_verb = not (frame.noun or trigger.entry.is_phrase or frame.carries or frame.outcome)
    is_past = scene.tokens[at].fine == "VBD" and not tree.is_passive(at)
    if subject is None or not (is_verb and is_past and frame.phase is Phase.WHOLE):
        return False
    if tree.is_negated(at) or sort_of(scene, subject) not in PEOPLE:
        return False
    is_ridden = any(_is_ridden(scene, one.word) for one in tree.adjuncts(at))
    is_ridden |= trigger.entry.mode is not Mode.UNKNOWN
    others = [*tree.objects(at), *(one.word for one in tree.adjuncts(at))]
    more = (i for i in tree.children(at, "advmod", "compound:prt", "xcomp", "ccomp") if i > at)
    is_bare = all(i < at or _is_beside(scene, i) for i in others)
    return is_ridden and is_bare and all(scene.low(i) in listed("instead") for i in more)


def _rides_off(scene: Scene, at: int) -> bool:
    """Whether people took something and no more is said: "took a bus", "caught a train instead"."""
    tree, objects = scene.tree, scene.tree.objects(at)
    is_past = scene.tokens[at].fine == "VBD" and not tree.is_negated(at)
    is_vehicle = bool(objects) and all(sort_of(scene, i) is Sort.VEHICLE for i in objects)
    more = (one.word for one in tree.adjuncts(at))
    return is_past and is_vehicle and all(_is_beside(scene, i) for i in more)


def _is_ridden(scene: Scene, word: int) -> bool:
    is_led = scene.tree.preposition(word) in listed("by_vehicle")
    return is_led and (sort_of(scene, word) is Sort.VEHICLE or scene.low(word) in listed("way"))


def _is_beside(scene: Scene, word: int) -> bool:
    """Whether a phrase says only by what, with whom or when."""
    is_with = scene.tree.preposition(word) in listed("accompanied")
    is_time = any(one.first <= word <= one.last for one in scene.times)
    return is_with or is_time or _is_ridden(scene, word)


def went_otherwise(drafts: list[JourneyDraft], mention: MotionMention) -> bool:
    """Let "they flew" be the way that was to be made by a ferry that the words before call off.

    Where nothing of the kind was told just before, bare words tell of no journey.
    """
    is_told = bool(mention.reaches) or mention.is_repeated or mention.is_homeward
    if is_told or not goes_bare(mention.scene, mention.trigger):
        return False
    last = max(drafts[-RECENT:], key=lambda one: one.last.position, default=None)
    if last is not None and mention.status in REAL and _is_called_off(last, mention):
        why = "the way is that of the journey called off before"
        ends = {role: taken_from(last.ends[role], why) for role in ENDS if role in last.ends}
        drafts.append(JourneyDraft(mentions=[mention], ends=ends))
        return True
    return mention.time is None and mention.stop is None


def _is_called_off(draft: JourneyDraft, mention: MotionMention) -> bool:
    is_near = 0 <= mention.scene.index - draft.last.scene.index <= 1
    is_off = draft.statuses == _NOT_MADE and draft.outcome is None
    modes = {one.mode for one in draft.mentions} - {Mode.UNKNOWN}
    is_other = mention.mode not in modes and mention.mode is not Mode.UNKNOWN
    return is_near and is_off and Role.DESTINATION in draft.ends and is_other
