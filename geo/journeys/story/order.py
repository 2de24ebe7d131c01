"""Journeys of one traveller go in; out comes which may have been made before which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.mention import in_time
from geo.journeys.sentence.places import Relation, relate
from geo.journeys.story.agreement import REAL, UNMADE
from geo.journeys.story.fitting import is_onward
from geo.journeys.story.positions import goal_of, reached
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.contracts import Time
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft, Located


def may_precede(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether a journey told before came to its end before the other began."""
    first = draft.mentions[0]
    if other.statuses & {*UNMADE, LegStatus.HYPOTHETICAL} or comes_after(other, draft):
        return False
    if LegStatus.GENERAL in other.statuses and not _is_same_way(other, draft):
        return False
    if any(one.scene is first.scene and in_time(one) >= in_time(first) for one in other.mentions):
        return False  # also "moved patients to Lima and Cusco": some here, some there
    if is_still_off(other, draft) and not is_onward(first):
        return False
    return not _is_told_back(other, draft) and _times_follow(other, draft)


def _is_told_back(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether it tells how that came about: "she has come home to Lima. She reached Ica on Monday".

    What "has happened" is the news; the plain past, told after it, is of what led there.
    """
    first = draft.mentions[0]
    if other.last.scene is first.scene:
        return False  # "has put into Lima, and its crew were taken to Ica"
    body = (one for one in other.mentions if not one.scene.is_headline)
    news = min(body, key=lambda one: one.position, default=None)
    is_news = news is not None and _is_perfect(news)
    return is_news and _is_plain_past(first) and not is_onward(first)


def _is_perfect(mention: MotionMention) -> bool:
    """Whether it is told in the present perfect: "has come", "have been flown"."""
    scene = mention.scene
    helpers = scene.tree.auxiliaries(mention.trigger.at)
    return any(
        scene.low(i) in listed("have") and scene.tokens[i].has("Tense=Pres") for i in helpers
    )


def _is_plain_past(mention: MotionMention) -> bool:
    """Whether it is told in the plain past: "reached", "was flown", "was in Lima by noon"."""
    scene, at = mention.scene, mention.trigger.at
    helpers = scene.tree.auxiliaries(at)
    if helpers:
        return len(helpers) == 1 and scene.low(helpers[0]) in listed("past_be")
    return scene.tokens[at].fine == "VBD"


def _times_follow(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether one may have been made before the other, as far as tenses and years say."""
    first = draft.mentions[0]
    if is_of_another_year(first, filter(None, (one.time for one in other.mentions))):
        return False
    is_told_as_past = any(one.is_before for one in other.mentions) or is_onward(first)
    if first.is_before and not is_told_as_past:
        return False
    if LegStatus.PLANNED in other.statuses and (draft.statuses | other.statuses) & REAL:
        return False
    return not other.statuses == draft.statuses == {LegStatus.UNDER_WAY}


def is_still_off(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether it is told only that somebody set out, or was on the way, not that he got there."""
    body = [one for one in other.mentions if not one.scene.is_headline] or other.mentions
    # "are thought to have crossed the border and to have been making for Lima"
    body = [one for one in body if one.reach(Role.DESTINATION) or not one.reaches] or body
    is_off = all(one.trigger.frame.phase is Phase.START for one in body)
    # "headed for Lima. Buses took them to the border", "headed for Lima. It will be back on Friday"
    first = draft.mentions[0]  # "on its way to Lima, is due at Ica"
    is_near = other.last.scene is first.scene and first.trigger.frame.time == "arrived"
    is_off = is_off and (draft.statuses <= REAL or _is_return(draft) or is_near)
    # "was driving to Lima when …": not said to have got there
    return is_off or all(map(_was_on_the_way, other.mentions))


def _is_return(draft: JourneyDraft) -> bool:
    """Whether it leads back, from wherever they had got to."""
    first = draft.mentions[0]
    words = {first.scene.low(i) for i in range(first.trigger.first, first.trigger.last + 2)}
    return first.trigger.frame.returns or first.is_homeward or bool(words & listed("back"))


def _is_same_way(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether "they cross the sea to Nigg and are then taken to Ulla" tells of one way for all."""
    is_usual = draft.statuses == other.statuses == {LegStatus.GENERAL}
    first = draft.mentions[0]
    return is_usual and other.last.scene is first.scene and other.last.position < first.position


def _was_on_the_way(mention: MotionMention) -> bool:
    """Whether somebody "was driving to Lima", or "was on passage to Lima", or "a jet flying to"."""
    scene, at = mention.scene, mention.trigger.at
    if scene.relation(at) == "acl" and scene.tokens[at].fine == "VBG":
        return True
    helpers = {scene.low(i) for i in scene.tree.children(at, "aux", "cop")}
    is_going = scene.tokens[at].fine == "VBG" or mention.trigger.entry.is_phrase
    return is_going and not helpers.isdisjoint(listed("past_be"))


def is_of_another_year(first: MotionMention, times: Iterable[Time]) -> bool:
    """Whether it was made in a year in which what was told before is not said to have been."""
    time = first.time
    is_year = time is not None and time.year > 0 and not (time.month or time.day)
    return is_year and time is not None and all(one.year != time.year for one in times)


def comes_after(other: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether another, summed up before, starts where the draft goes, as is told after it."""
    start, goal = _named_start(other), goal_of(draft)
    is_told_later = start is not None and (start.scene.index, start.first) > draft.last.position
    return (
        start is not None
        and goal is not None
        and is_told_later
        and relate(start.place, goal) is Relation.SAME
    )


def recency(draft: JourneyDraft) -> tuple[bool, tuple[int, int]]:
    """Order journeys by when they were made: first what "had happened", then as they are told."""
    return not draft.mentions[0].is_before, min(one.position for one in draft.mentions)


def last_of(draft: JourneyDraft, own: Sequence[JourneyDraft]) -> JourneyDraft:
    """Follow "were taken to Ica. From Ica buses brought them to Lima" to its last part.

    That part may be told of before, in a summary: what it says of its start is told later.
    """
    for _ in own:
        end, told = reached(draft), draft.last.position
        after = [
            one
            for one in own
            if end is not None
            and one is not draft
            and (start := _named_start(one)) is not None
            and (start.scene.index, start.first) > told
            and relate(start.place, end.place) is Relation.SAME
            and reached(one) is not None
        ]
        if not after:
            return draft
        draft = after[0]
    return draft


def _named_start(draft: JourneyDraft) -> Located | None:
    start = draft.ends.get(Role.ORIGIN)
    return start if start is not None and not start.why else None
