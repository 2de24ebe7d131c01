"""Mentions go in, one after another; drafts of journeys, each with all its mentions, come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.agreement import same_traveller, statuses_agree, times_agree, travellers_agree
from geo.journeys.lexicon import Phase, Role
from geo.journeys.places import Relation, relate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.contracts import Mode, Place
    from geo.journeys.arguments import Reach
    from geo.journeys.mentions import MotionMention

_ENDS = (Role.ORIGIN, Role.DESTINATION)
_RECENT, _FIRST = 60, 12  # drafts that a mention is compared with: the latest, and the first
_NEARBY = 3  # sentences over which one mention completes another that shares no place with it


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """An end that a mention gives, and the place that it was given."""

    reach: Reach
    place: Place
    mention: MotionMention


@dataclass(slots=True)
class JourneyDraft:
    """A journey in the making; ``ends`` hold the most exact place named so far."""

    mentions: list[MotionMention] = field(default_factory=list)
    ends: dict[Role, Located] = field(default_factory=dict)
    via: list[Located] = field(default_factory=list)
    onward: list[Located] = field(default_factory=list)
    skipped: list[Located] = field(default_factory=list)

    @property
    def sample(self) -> list[MotionMention]:
        """The mentions that a new one is compared with: the first ones and the last ones."""
        return self.mentions[:_FIRST] + self.mentions[_FIRST:][-_FIRST:]

    @property
    def is_denied(self) -> bool:
        """Whether the article says that it does not take place."""
        return self.mentions[0].standing.status is LegStatus.DENIED

    @property
    def meets(self) -> bool:
        """Whether a sentence of the journey speaks of a meeting."""
        return any(mention.has_meeting for mention in self.sample)

    @property
    def modes(self) -> set[Mode]:
        """Every mode that a mention gives."""
        return {mention.vehicle.mode for mention in self.sample if mention.vehicle is not None}


def located(mention: MotionMention, places: Mapping[str, Place]) -> list[Located]:
    """Pair the ends of a mention with their places; those without a place are left out."""
    return [
        Located(reach=reach, place=places[reach.toponym.id], mention=mention)
        for reach in mention.reaches
        if reach.toponym.id in places
    ]


def gather(
    mentions: list[MotionMention], places: Mapping[str, Place], published: date | None
) -> list[JourneyDraft]:
    """Put mentions of one journey together, in the order of the text."""
    drafts: list[JourneyDraft] = []
    # A stop is one on the way of a journey that the story may tell of only later.
    for mention in sorted(mentions, key=lambda mention: mention.phase is Phase.STOP):
        ends = located(mention, places)
        if mention.reaches and not ends:
            continue
        draft = _home(drafts, mention, ends, published)
        if draft is None and mention.phase in {Phase.SUPPORT, Phase.MEETING}:
            continue
        if draft is None:
            if not ends:
                continue
            draft = JourneyDraft()
            drafts.append(draft)
        _add(draft, mention, ends)
    return sorted(drafts, key=_position)


def _position(draft: JourneyDraft) -> tuple[int, int]:
    return min((mention.sentence.index, mention.trigger.first) for mention in draft.mentions)


def _home(
    drafts: list[JourneyDraft], mention: MotionMention, ends: list[Located], published: date | None
) -> JourneyDraft | None:
    """Find the draft, the latest first, that the mention speaks of; None where it is a new one."""
    near = drafts[:_FIRST] + drafts[_FIRST:][-_RECENT:]
    open_drafts = [draft for draft in reversed(near) if _may_hold(draft, mention, published)]
    for draft in open_drafts:
        if _shares_end(draft, mention, ends):
            return draft
    for draft in open_drafts:
        if _completes(draft, mention, ends):
            return draft
    return None


def _may_hold(draft: JourneyDraft, mention: MotionMention, published: date | None) -> bool:
    if mention.standing.is_other and not _is_same_sentence(draft, mention):
        return False
    is_skipped = mention.phase is Phase.STOP and not draft.is_denied
    is_denied = mention.standing.status is LegStatus.DENIED
    if is_denied != draft.is_denied and not is_skipped:
        return False
    if mention.vehicle is not None and draft.modes and mention.vehicle.mode not in draft.modes:
        return False
    return all(
        times_agree(other, mention, published) and (is_skipped or statuses_agree(other, mention))
        for other in draft.sample
    ) and travellers_agree(draft.sample, mention)


def _is_same_sentence(draft: JourneyDraft, mention: MotionMention) -> bool:
    is_here = any(other.sentence.index == mention.sentence.index for other in draft.sample)
    return is_here and mention.follows


def _shares_end(draft: JourneyDraft, mention: MotionMention, ends: list[Located]) -> bool:
    """Whether an end is the same and none is another."""
    relations = [
        relate(draft.ends[end.reach.role].place, end.place)
        for end in ends
        if end.reach.role in draft.ends and not end.reach.onward
    ]
    if not relations or Relation.APART in relations:
        return False
    if mention.phase is Phase.MEETING:
        is_planned = mention.standing.status is LegStatus.PLANNED
        return is_planned and (Relation.INSIDE not in relations or draft.meets)
    return True


def _completes(draft: JourneyDraft, mention: MotionMention, ends: list[Located]) -> bool:
    """Whether the mention adds what the draft lacks, close by and by the same traveller."""
    if mention.phase in {Phase.SUPPORT, Phase.MEETING}:
        return False
    here = mention.sentence.index
    if min(abs(here - other.sentence.index) for other in draft.sample) > _NEARBY:
        return False
    if not (mention.follows or (mention.traveller.key and _is_known(draft, mention))):
        return False
    roles = {end.reach.role for end in ends} & set(_ENDS)
    if roles & set(draft.ends):
        return False
    if not roles:
        return True
    return Phase.START in {mention.phase, *(other.phase for other in draft.sample)} or (
        mention.follows and not mention.trigger.frame.carries
    )


def _is_known(draft: JourneyDraft, mention: MotionMention) -> bool:
    return any(other.traveller.key and same_traveller(other, mention) for other in draft.sample)


def _add(draft: JourneyDraft, mention: MotionMention, ends: list[Located]) -> None:
    is_new = not draft.mentions
    draft.mentions.append(mention)
    for end in ends:
        if end.reach.onward:
            draft.onward.append(end)
        elif end.reach.role in _ENDS:
            _improve(draft, end)
        elif mention.standing.status is LegStatus.DENIED and not is_new:
            draft.skipped.append(end)
        elif end.reach.role is Role.STOP and is_new:
            draft.ends[Role.DESTINATION] = end
        else:
            draft.via.append(end)


def _improve(draft: JourneyDraft, end: Located) -> None:
    known = draft.ends.get(end.reach.role)
    if known is None or relate(known.place, end.place) is Relation.INSIDE:
        draft.ends[end.reach.role] = end
