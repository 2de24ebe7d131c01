"""Who came back: from where they had gone, to where they had started, though nothing says it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.sentence.helpers import is_only_to
from geo.journeys.sentence.mention import is_return
from geo.journeys.story.agreement import REAL, UNMADE, same_traveller
from geo.journeys.story.draft import ENDS, FIRST, NEARBY, TURNED, JourneyDraft, Located
from geo.journeys.story.elsewhere import is_named_for_way
from geo.journeys.story.fitting import is_onward
from geo.journeys.story.forced import is_taken_back
from geo.journeys.story.positions import figures_of, is_apart, is_weeks_ahead, reached, taken_from
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from geo.journeys.sentence.mention import MotionMention


def add_round_trips(drafts: list[JourneyDraft]) -> None:
    """Let who "came home to Lima" have started there."""
    for number, draft in enumerate(drafts):
        first = draft.mentions[0]
        is_back = first.trigger.frame.returns or (
            first.scene.low(first.trigger.last + 1) in listed("back")
        )
        end = draft.ends.get(Role.DESTINATION)
        is_only_thought = LegStatus.HYPOTHETICAL in draft.statuses  # "I could go back to Lima"
        if not is_back or end is None or is_only_thought:
            continue
        _outward(draft, end, drafts[number + 1 :])
        before = drafts[number - 1]
        same = set(figures_of(before)) & set(figures_of(draft))
        if (
            number
            and same
            and before.statuses <= REAL
            and before.lacks(Role.ORIGIN)
            and is_apart(before, end.place)
            and not (LegStatus.PLANNED in draft.statuses and _is_brought(before))
        ):
            before.ends[Role.ORIGIN] = taken_from(end, f"came back to {end.place.name}")


def _is_brought(draft: JourneyDraft) -> bool:
    """Whether others brought him: who "was taken to hospital and hopes to return to Lima"."""
    first = draft.mentions[0]
    return first.trigger.frame.carries and first.scene.tree.is_passive(first.trigger.at)


def _outward(draft: JourneyDraft, end: Located, later: list[JourneyDraft]) -> None:
    """Let who "returned to Lima" have started there, where the way out is told only afterwards."""
    for other in later:
        if not set(figures_of(draft)) & set(figures_of(other)):
            continue
        is_out = other.mentions[0].is_before and other.statuses <= REAL
        if is_out and other.lacks(Role.ORIGIN) and is_apart(other, end.place):
            other.ends[Role.ORIGIN] = taken_from(end, f"came back to {end.place.name}")
        return


def comes_back(drafts: list[JourneyDraft], mention: MotionMention) -> bool:
    """Let "flew to Lima and came back by bus" be a way there and a way back.

    Who had only set out, or did not get there, turned back.
    """
    frame = mention.trigger.frame
    is_bare = mention.mover.carrier is None or mention.is_homeward  # "were sent home by boat"
    is_bare &= not any(map(mention.reach, ENDS))
    is_back = frame.with_place or is_return(mention.scene, mention.trigger)
    is_home = mention.is_homeward and mention.home is None and not mention.scene.is_headline
    if not (is_bare and (is_back or is_home)):
        return False
    draft = _before(drafts, mention)
    goal = reached(draft) if draft is not None else None
    if draft is None or goal is None:
        return False
    if _is_given_up(draft, mention):
        draft.outcome, draft.ended = mention, draft.stopped
        draft.mentions.append(mention)
        return True
    status = _status(draft, mention)
    if status is None:
        return False
    ends, start = {Role.ORIGIN: _back(goal)}, _start_of(draft, mention, status)
    if start is not None:
        ends[Role.DESTINATION] = _back(start)
    elif mention.vehicle is None or not mention.vehicle.noun:
        return True  # neither where to nor by what: a return that is only mentioned
    made = replace(mention, standing=replace(mention.standing, status=status))
    drafts.append(JourneyDraft(mentions=[made], ends=ends))
    return True


def _start_of(draft: JourneyDraft, mention: MotionMention, status: LegStatus) -> Located | None:
    """Find where the way there began, if it is there that whoever comes back comes back to."""
    if mention.is_homeward and is_onward(draft.mentions[0]):
        return None  # "will go on from Lima to Ica and return home": not to Lima
    if status is LegStatus.PLANNED and is_weeks_ahead(mention):
        return None  # "flew to Lima. “I shall be back next year,” she said": not on this trip
    return draft.ends.get(Role.ORIGIN)


def _before(drafts: list[JourneyDraft], mention: MotionMention) -> JourneyDraft | None:
    """Find the journey that whoever comes back was told to make last."""
    for draft in reversed(drafts[-FIRST:]):
        near = mention.scene.index - draft.last.scene.index
        if near <= NEARBY and any(same_traveller(one, mention) for one in draft.compared):
            return draft
    return None


def _is_given_up(draft: JourneyDraft, mention: MotionMention) -> bool:
    """Whether who had only set out came back: "sailed from Lima toward Ica but returned"."""
    goal = draft.ends.get(Role.DESTINATION)
    is_start = draft.last.trigger.frame.phase is Phase.START
    is_start |= goal is not None and goal.scene.low(goal.first) in listed("heads_for")
    is_start &= draft.outcome is None
    got_so_far = any(reach.role is Role.STOP for reach in draft.last.reaches)
    if got_so_far and draft.outcome is None and is_taken_back(mention):
        return True  # "got as far as Lima and was sent back"
    scene, at = mention.scene, mention.trigger.at
    if draft.outcome is None and is_named_for_way(draft, mention):
        return True  # "a flight from Lima to Cusco was recalled"
    joins = scene.tree.children(at, "cc")
    is_but = any(scene.low(i) in listed("breaks_plan") for i in joins)
    return is_start and (is_but or is_only_to(scene, at))


def is_promised(mention: MotionMention) -> bool:
    """Whether somebody only says that he will be back one day: "told them he would be back"."""
    scene, at = mention.scene, mention.trigger.at
    head = scene.tree.head(at)
    is_said = head is not None and scene.relation(at) == "ccomp" and mention.time is None
    is_said = is_said and scene.low(head or 0) in listed("reports")
    is_mere = mention.trigger.frame.returns and not mention.reaches
    return is_said and is_mere and mention.status is LegStatus.PLANNED


def _status(draft: JourneyDraft, mention: MotionMention) -> LegStatus | None:
    """Tell the way back as the way there: made, or meant; None where nobody got there."""
    if draft.statuses == {LegStatus.PLANNED}:
        is_bare = mention.scene.tokens[mention.trigger.at].fine == "VB"
        is_plan = mention.status is LegStatus.PLANNED or is_bare
        return LegStatus.PLANNED if is_plan else None
    is_start = draft.last.trigger.frame.phase is Phase.START or draft.outcome is not None
    is_over = LegStatus.UNDER_WAY not in draft.statuses or LegStatus.HAPPENED in draft.statuses
    is_over &= draft.statuses <= {*REAL, LegStatus.REPORTED}
    if is_start or not is_over:
        return None
    if mention.status is LegStatus.CANCELLED:
        return mention.status  # "came by train, and had meant to go back by it"
    if mention.status in UNMADE:
        return None
    if mention.status not in TURNED:
        return mention.status
    fine = mention.scene.tokens[mention.trigger.at].fine
    is_due = fine in {"VBZ", "VBP"} and mention.time is not None  # "she flies back on Friday"
    return LegStatus.PLANNED if is_due else LegStatus.HAPPENED


def _back(end: Located) -> Located:
    return taken_from(end, "back the way told before")
