"""A draft of a journey goes in; who travels, by what, how sure and when come out, with evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Evidence, LegStatus, Mode, When
from geo.journeys.calendar import days_of
from geo.journeys.lexicon import Phase
from geo.journeys.sorts import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts import Article, Span
    from geo.journeys.drafts import JourneyDraft
    from geo.journeys.mentions import MotionMention

_FUTURE = frozenset({LegStatus.PLANNED, LegStatus.HYPOTHETICAL})
_FACTS = frozenset({LegStatus.HAPPENED, LegStatus.UNDER_WAY})
_NOT_TELLING = frozenset({Phase.SUPPORT, Phase.MEETING, Phase.STOP})
# What is told as a fact outweighs what was only planned when the story was begun.
_BY_WEIGHT = (
    LegStatus.DENIED,
    LegStatus.HAPPENED,
    LegStatus.UNDER_WAY,
    LegStatus.PLANNED,
    LegStatus.HYPOTHETICAL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The article, for quoting the words of a mention."""

    article: Article

    def span(self, mention: MotionMention, first: int, last: int) -> Span:
        """Cut out items ``first`` to ``last`` of the mention's sentence."""
        items = mention.sentence.items
        return self.article.span(items[first].start, items[last].end)


def traveller_of(draft: JourneyDraft, words: Words) -> tuple[str, tuple[Evidence, ...]]:
    """Choose whom to name: a person by full name, else the fullest description."""
    named = [mention for mention in draft.mentions if mention.traveller.shown]
    if not named:
        return "", ()
    shown = _passenger(draft) or max(named, key=_fullness).traveller.shown
    return shown, tuple(_who(named, shown, words))


def _fullness(mention: MotionMention) -> tuple[bool, bool, int]:
    traveller = mention.traveller
    return (
        traveller.sort is Sort.NAME,
        traveller.sort is not Sort.PRONOUN,
        len(traveller.shown),
    )


def _passenger(draft: JourneyDraft) -> str:
    """Name the owner of the vehicle where somebody is said to go in a vehicle of their own."""
    owners = {
        mention.traveller.key: mention.traveller.owner
        for mention in draft.mentions
        if mention.traveller.sort is Sort.VEHICLE and mention.traveller.owner
    }
    for mention in draft.mentions:
        vehicle = mention.vehicle
        is_person = mention.traveller.sort in {Sort.PERSON, Sort.PRONOUN}
        if is_person and vehicle is not None and vehicle.is_owned and vehicle.noun in owners:
            return owners[vehicle.noun]
    return ""


def _who(named: list[MotionMention], shown: str, words: Words) -> Iterator[Evidence]:
    seen: set[str] = set()
    for mention in named:
        if mention.traveller_items is None:
            continue
        span = words.span(mention, *mention.traveller_items)
        if span.text not in seen:
            seen.add(span.text)
            is_same = span.text.removeprefix("The ").removeprefix("A ") == shown
            taken = "" if is_same else f", taken for {shown}"
            yield Evidence(reason=f"who travels: “{span.text}”{taken}", span=span)


def mode_of(draft: JourneyDraft, words: Words) -> tuple[Mode, tuple[Evidence, ...]]:
    """Tell by what it goes: a vehicle that is named says more than a verb like "flew"."""
    saying = [(mention, mention.vehicle) for mention in draft.mentions if mention.vehicle]
    if not saying:
        return Mode.UNKNOWN, ()
    mention, vehicle = min(saying, key=lambda pair: not pair[1].noun)
    span = words.span(mention, vehicle.first, vehicle.last)
    return vehicle.mode, (Evidence(reason=f"by {vehicle.mode.value}: “{span.text}”", span=span),)


def status_of(draft: JourneyDraft, words: Words) -> tuple[LegStatus, tuple[Evidence, ...]]:
    """Weigh what the mentions say; the body of the story counts for more than its headline."""
    telling = [mention for mention in draft.mentions if mention.phase not in _NOT_TELLING]
    telling = telling or draft.mentions[:1]
    body = [mention for mention in telling if not mention.sentence.is_headline] or telling
    best = min(_BY_WEIGHT.index(mention.standing.status) for mention in body)
    status = _BY_WEIGHT[best]
    return _attributed(status, [m for m in body if m.standing.status is status], words)


def _attributed(
    status: LegStatus, saying: list[MotionMention], words: Words
) -> tuple[LegStatus, tuple[Evidence, ...]]:
    """Call a fact reported when every mention of it cites somebody."""
    free = next((mention for mention in saying if mention.standing.cited is None), None)
    mention = free or saying[0]
    said = words.span(mention, mention.standing.first, mention.standing.last)
    evidence = Evidence(reason=f"{status.value}: “{said.text}”", span=said)
    if free is None and mention.standing.cited is not None and status in _FACTS:
        cited = words.span(mention, *mention.standing.cited)
        source = Evidence(reason=f"somebody is cited: “{cited.text}”", span=cited)
        return LegStatus.REPORTED, (evidence, source)
    return status, (evidence,)


def when_of(draft: JourneyDraft, words: Words, which: str) -> When | None:
    """Tell when it "departed" or "arrived"; a meeting there gives the arrival if nothing else."""
    timed = [
        mention
        for mention in draft.mentions
        if mention.time is not None and mention.trigger.frame.time == which
    ]
    if not timed:
        return None
    return _read(min(timed, key=lambda mention: mention.phase is Phase.MEETING), words)


def _read(mention: MotionMention, words: Words) -> When | None:
    time = mention.time
    if time is None:
        return None
    span = words.span(mention, time.first, time.last)
    is_future = mention.standing.status in _FUTURE
    days = days_of(time, words.article.published, is_future=is_future)
    return When(
        text=span.text,
        span=span,
        earliest=days.earliest,
        latest=days.latest,
        inferred=days.inferred,
    )
