"""Mentions go in, one after another; drafts of journeys, each with all its mentions, come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.contracts.referents import Sort
from geo.journeys.sentence.mention import in_time
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.story.agreement import REAL
from geo.journeys.story.draft import ENDS, FIRST, RECENT, SUPPORTING, TURNED, JourneyDraft, Located
from geo.journeys.story.elsewhere import diverted, elsewhere, fails_there
from geo.journeys.story.endings import (
    calls_off,
    crosses,
    got_to,
    never_came,
    out_and_back,
    returns,
    turn,
    turned_round,
)
from geo.journeys.story.fitting import (
    completes,
    is_onward,
    is_stop,
    leaves_end,
    may_hold,
    shares_end,
)
from geo.journeys.story.onward import add_onward, is_summed_up
from geo.journeys.story.otherwise import went_otherwise
from geo.journeys.story.positions import was_away
from geo.journeys.story.round_trips import comes_back, is_promised
from geo.journeys.story.supports import support
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.phrases.sorts import MOVERS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.contracts import Place
    from geo.journeys.sentence.adjacent import Reach
    from geo.journeys.sentence.mention import MotionMention

_TWICE = 2


def gather(
    mentions: list[MotionMention], places: Mapping[str, Place], published: date | None
) -> list[JourneyDraft]:
    """Put mentions of one journey together, in the order of the text."""
    drafts: list[JourneyDraft] = []
    # A headline tells beforehand, and less exactly, what the body tells.
    # A stop is one on the way of a journey that the story may tell of only later.
    parts: list[MotionMention] = []
    order = sorted((one for one in mentions if not is_promised(one)), key=_turn_of)
    for number, mention in enumerate(order):
        ends = _located(mention, places)
        if mention.trigger.frame.phase in SUPPORTING:
            support(drafts, mention, ends)
            continue
        if _goes_on_otherwise(drafts, mention, ends) or out_and_back(drafts, parts, mention, ends):
            continue
        goes_on = _goes_on(mention, order[number + 1 : number + 3])
        draft = _home(drafts, mention, ends, published, may_complete=not goes_on)
        if draft is None:
            if not _is_whole(mention, ends) or _is_foretold(drafts, mention, ends, places):
                parts.append(mention)
                continue
            draft = JourneyDraft()
            drafts.append(draft)
        _add(draft, mention if draft.mentions else diverted(turned_round(mention)), ends)
    # "boarded a train in Lima", before it is said where he got off; who "turned back" did before
    for mention in (one for one in parts if one.reaches or one.status not in TURNED):
        ends = _located(mention, places)
        near = [one for one in drafts if _position(one)[0] >= mention.scene.index]
        is_start = mention.trigger.frame.phase is Phase.START and not ends
        is_passed = bool(ends) and all(reach.role is Role.VIA for reach, _ in ends)
        # The next that is told of: "crossed at Arica and entered Chile. A van took them to Ica"
        is_of_next = (is_start or is_passed) and near
        told = sorted(near, key=_position, reverse=True) if is_of_next else drafts
        draft = _home(told, mention, ends, published, may_complete=True)
        if draft is not None:
            _add(draft, mention, ends)
    drafts.sort(key=_position)
    return drafts


def _goes_on_otherwise(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[tuple[Reach, Located]]
) -> bool:
    """Whether the mention tells how a journey told of before ended, or a part of its way."""
    is_turn = went_otherwise(drafts, mention) or comes_back(drafts, mention)
    is_turn = is_turn or (mention.status in TURNED and turn(drafts, mention, ends))
    is_turn = is_turn or elsewhere(drafts, mention, ends) or fails_there(drafts, mention, ends)
    is_turn = is_turn or returns(drafts, mention, ends) or crosses(drafts, mention, ends)
    is_turn = is_turn or is_summed_up(drafts, mention, ends)
    return is_turn or calls_off(drafts, mention) or never_came(drafts, mention)


def _turn_of(mention: MotionMention) -> tuple[bool, bool, bool]:
    is_support = mention.trigger.frame.phase in SUPPORTING
    is_late = is_stop(mention) and not mention.is_halt
    return is_support, mention.scene.is_headline, is_late


def _goes_on(mention: MotionMention, rest: list[MotionMention]) -> bool:
    """Whether the sentence itself goes on to say where to: "sailed from Durban, meant to reach".

    ``rest`` are the two mentions that come next.
    """
    if {reach.role for reach in mention.reaches} != {Role.ORIGIN}:
        return False
    return any(
        one.scene is mention.scene
        and one.mover.figure is mention.mover.figure is not None
        and one.reach(Role.DESTINATION) is not None
        and one.reach(Role.ORIGIN) is None
        and (one.status is mention.status or one.status is LegStatus.PLANNED)
        and not is_onward(one)
        for one in rest
    )


def _position(draft: JourneyDraft) -> tuple[int, int, int]:
    return min((one.scene.index, *in_time(one)) for one in draft.mentions)


def _is_foretold(
    drafts: list[JourneyDraft],
    mention: MotionMention,
    ends: list[tuple[Reach, Located]],
    places: Mapping[str, Place],
) -> bool:
    """Whether a headline only sums up what the body tells more exactly."""
    if not mention.scene.is_headline:
        return False
    if drafts and ends and all(is_broad(end.place) for _, end in ends):
        return True
    home = places.get(mention.home[1].toponym.id) if mention.home is not None else None
    homes = [] if home is None else [home]
    told = [end.place for draft in drafts for end in (*draft.ends.values(), *draft.via)]
    named = [*homes, *(end.place for _, end in ends)]
    return any(relate(one, place) is not Relation.APART for one in named for place in told)


def _located(mention: MotionMention, places: Mapping[str, Place]) -> list[tuple[Reach, Located]]:
    return [
        (
            reach,
            Located(
                spot=reach.spot,
                first=reach.first,
                place=places[reach.toponym.id],
                scene=mention.scene,
                why=reach.spot.said,
            ),
        )
        for reach in mention.reaches
        if reach.toponym.id in places
    ]


def _is_whole(mention: MotionMention, ends: list[tuple[Reach, Located]]) -> bool:
    if mention.is_repeated:
        return True
    if mention.status in TURNED:
        is_who = mention.home is not None and not mention.trigger.frame.needs
        # "the band, from Lima, gave up": on what is not said
        return (bool(ends) or is_who) and not mention.trigger.frame.alone
    if mention.home is not None and not ends and (mention.is_whole or mention.is_homeward):
        return True  # "a crew from Lima is expected", "the crew will fly home"
    if was_away(mention) and not ends:
        return True  # "the minister, who was in Lima, flew home"
    is_told = mention.is_whole and any(reach.role in {*ENDS, Role.STOP} for reach, _ in ends)
    return is_told and not _is_only_said(mention, {reach.role for reach, _ in ends})


def _is_only_said(mention: MotionMention, roles: set[Role]) -> bool:
    """Whether the words tell of an order, a way in general, whence people are, or a halt."""
    frame = mention.trigger.frame
    is_order = mention.status is LegStatus.HYPOTHETICAL and frame.object is Role.ORIGIN
    is_idea = mention.status is LegStatus.HYPOTHETICAL and frame.noun
    if is_idea and mention.mover.word is None and not roles >= set(ENDS):
        return True  # "talks about a visit to Lima"
    is_start = roles == {Role.ORIGIN}
    if mention.status is LegStatus.DENIED and "unless_denied" in mention.trigger.entry.properties:
        return True  # "never set foot in Lima"
    if is_start and mention.status is LegStatus.DENIED and _is_never(mention):
        return True  # "never left Lima"
    is_order |= mention.status is LegStatus.HYPOTHETICAL and _is_anonymous(mention)
    if is_start and (is_order or (frame.descent and _is_descent(mention))):
        return True  # "were told to leave Lima"
    is_goods = mention.mover.figure is not None and mention.mover.figure.sort is Sort.CARGO
    is_led = mention.home is not None and Role.DESTINATION in roles  # "nurses from Lima"
    if mention.status is LegStatus.GENERAL and not (roles >= set(ENDS) or is_goods or is_led):
        return True
    tree, at = mention.scene.tree, mention.trigger.at
    is_passive = tree.is_passive(at)
    is_part = is_passive and roles == {Role.STOP}  # "were carried east as far as Lima"
    is_halted = is_passive or mention.mover.word in tree.objects(at)
    return frame.breaks or is_part or (frame.phase is Phase.STOP and is_halted)


def _is_never(mention: MotionMention) -> bool:
    """Whether somebody "never left": who "has not left" may still go."""
    scene, at = mention.scene, mention.trigger.at
    is_start = mention.trigger.frame.phase is Phase.START
    return is_start and any(scene.low(i) in listed("never") for i in scene.tree.children(at))


def _is_anonymous(mention: MotionMention) -> bool:
    """Whether those who may go are met only here: "customers could fly from Lima"."""
    figure = mention.mover.figure
    if mention.trigger.frame.carries:
        return False  # "might send helicopters from Lima"
    return figure is None or (figure.meant.told < _TWICE and not figure.names)


def _is_descent(mention: MotionMention) -> bool:
    """Whether "come from Haiti" only says whence people are; no "is to come from Haiti"."""
    is_told = mention.time or mention.vehicle or mention.is_before
    figure = mention.mover.figure
    fine = mention.scene.tokens[mention.trigger.at].fine
    is_due = mention.status is LegStatus.PLANNED and fine not in {"VBZ", "VBP"}
    is_due |= fine == "VBG" and bool(mention.scene.tree.children(mention.trigger.at, "aux"))
    is_due &= figure is not None and figure.sort in MOVERS  # "a ship is coming from Lima"
    is_told = is_told or is_due or mention.status is LegStatus.CANCELLED
    return not (is_told or mention.scene.tree.children(mention.trigger.at, "obj", "obl:unmarked"))


def _home(
    drafts: list[JourneyDraft],
    mention: MotionMention,
    ends: list[tuple[Reach, Located]],
    published: date | None,
    *,
    may_complete: bool,
) -> JourneyDraft | None:
    """Find the draft, the latest first, that the mention speaks of; None where it is a new one."""
    near = drafts[:FIRST] + drafts[FIRST:][-RECENT:]
    latest = near if mention.scene.is_headline else reversed(near)  # a headline tells the first
    fitting = [one for one in latest if may_hold(one, mention, published)]
    for draft in fitting:
        if shares_end(draft, mention, ends):
            return draft
    is_new = not may_complete or any(leaves_end(one, mention, ends) for one in fitting)
    for draft in fitting:
        if not is_new and completes(draft, mention, ends):
            return draft
    return None


def _add(draft: JourneyDraft, mention: MotionMention, ends: list[tuple[Reach, Located]]) -> None:
    is_new = not draft.mentions
    draft.mentions.append(mention)
    placed = {reach.toponym.id for reach, _ in ends}
    draft.unplaced |= {one.role for one in mention.reaches if one.toponym.id not in placed}
    draft.unplaced |= mention.unplaced
    _end(draft, mention, ends)
    for reach, end in ends:
        if end is draft.got_to and reach.role is Role.STOP:
            continue
        if reach.onward:
            add_onward(draft, end)
        elif reach.role in ENDS:
            known = draft.ends.get(reach.role)
            if known is None or relate(known.place, end.place) is Relation.INSIDE:
                draft.ends[reach.role] = end
        elif mention.status is LegStatus.DENIED and not is_new:
            draft.skipped.append(end)
        elif reach.role is Role.STOP and is_new and mention.status not in TURNED:
            draft.ends[Role.DESTINATION] = end
        else:
            draft.via.append(end)
        is_stop = reach.role is Role.STOP and mention.status in REAL and not mention.is_halt
        draft.stopped = end if is_stop and not is_new else draft.stopped


def _end(draft: JourneyDraft, mention: MotionMention, ends: list[tuple[Reach, Located]]) -> None:
    """Note where it ended otherwise than meant; who arrives after a halt was only held up."""
    if mention.status in TURNED and draft.outcome is None:
        draft.outcome, draft.ended = mention, got_to(mention, ends)
    if mention.is_halt:
        draft.halted = next((end for reach, end in ends if reach.role is Role.STOP), None)
    elif mention.trigger.frame.phase is Phase.END and mention.status in REAL:
        draft.halted = None
