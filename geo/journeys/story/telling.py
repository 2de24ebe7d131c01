"""A draft of a journey goes in; who travels, by what, how sure and when come out, with evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Evidence, LegStatus, Mode, TimeKind, When, days_of
from geo.contracts.referents import Sort
from geo.journeys.story.agreement import side_of
from geo.journeys.story.draft import TURNED
from geo.lexicon import listed
from geo.lexicon.frames import Phase, Role
from geo.phrases.names import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.sentence.mover import Mover
    from geo.journeys.story.draft import JourneyDraft

_LONGEST = 5  # words that tell more of who is named
_FUTURE = frozenset({LegStatus.PLANNED, LegStatus.HYPOTHETICAL})
_NOT_TELLING = frozenset({Phase.STOP, Phase.SUPPORT, Phase.MEETING})
_FACTS = frozenset({LegStatus.HAPPENED, LegStatus.UNDER_WAY})
# What is told as a fact outweighs what was only planned when the story was begun.
_BY_WEIGHT = (
    LegStatus.TURNED_BACK,
    LegStatus.DIVERTED,
    LegStatus.CANCELLED,
    LegStatus.DENIED,
    LegStatus.HAPPENED,
    LegStatus.UNDER_WAY,
    LegStatus.PLANNED,
    LegStatus.HYPOTHETICAL,
    LegStatus.GENERAL,
)


def traveller_of(draft: JourneyDraft) -> tuple[str, tuple[Evidence, ...]]:
    """Choose whom to name: a person or ship by name, else the fullest description."""
    named = [mention for mention in draft.mentions if mention.mover.name]
    named = [mention for mention in named if not mention.scene.is_headline] or named
    named = [mention for mention in named if not _carries(mention, named)] or named
    named = _turned(draft, named) or named
    if not named:
        return "", ()
    mover = max(named, key=_fullness).mover
    name = _passenger(draft) or _with_name(mover)
    told = _described(name, [one for one in named if one.mover.figure is mover.figure])
    return (f"{name} ({told})" if told else name), tuple(_who(named, name))


def _turned(draft: JourneyDraft, named: list[MotionMention]) -> list[MotionMention]:
    """Name a bus "hired to carry pilgrims to Lima" that was turned back: no pilgrim was aboard."""
    end = draft.outcome
    figure = end.mover.figure if end is not None else None
    if end is None or not end.mover.name or figure is None or figure.sort is not Sort.VEHICLE:
        return []
    others = [one for one in named if one.mover.figure is not figure]
    return [end] if others and all(one.status in _FUTURE for one in others) else []


def _described(name: str, named: list[MotionMention]) -> str:
    """Find the words by which the journey itself calls who is known by others: "Ana" a "pilot"."""
    for one in named:
        word, figure = one.mover.word, one.mover.figure
        if word is None or figure is None or one.scene.tokens[word].tag != "NOUN":
            continue
        tree, words = one.scene.tree, set(name.casefold().split())
        beside = [i for i in tree.children(word, "appos") if i > word]
        if any(one.scene.tokens[i].tag == "PROPN" for i in beside):
            continue  # "the pilot, Ana Bek,"
        described = [i for i in beside if tree.children(i, "det")]
        for index in (word, *described) if figure.names else described:
            text = shown(one.scene, index)
            told = text.casefold().split()
            is_new = words.isdisjoint(told) and listed("possessive").isdisjoint(told[:1])
            if told and is_new and one.scene.tokens[index].tag == "NOUN" and len(told) <= _LONGEST:
                return text
    return ""


def _carries(mention: MotionMention, named: list[MotionMention]) -> bool:
    """Whether it names only what another's traveller went by: "was sent by night train".

    "A ferry carrying 400 people" is told of itself.
    """
    figure = mention.mover.figure
    return figure is not None and any(
        one.vehicle is not None
        and one.vehicle.noun in figure.heads
        and one.mover.figure is not figure
        and (one.mover.carrier is None or one.scene.tree.is_passive(one.trigger.at))
        for one in named
    )


def _with_name(mover: Mover) -> str:
    """Add the name that the story gives only later: "Coral Star (cable ship)"."""
    figure = mover.figure
    if figure is None or not figure.names or figure.is_many:
        return mover.name
    is_told = bool(set(mover.name.casefold().split()) & set(figure.shown.casefold().split()))
    return mover.name if is_told else f"{figure.shown} ({mover.name})"


def _passenger(draft: JourneyDraft) -> str:
    """Name the owner of the vehicle where somebody is said to go in a vehicle of their own."""
    owners = {
        head: figure.owner.shown
        for mention in draft.mentions
        if (figure := mention.mover.figure) is not None and figure.owner is not None
        for head in figure.heads
    }
    for mention in draft.mentions:
        figure, vehicle = mention.mover.figure, mention.vehicle
        is_person = figure is not None and figure.sort is Sort.PERSON and not figure.names
        if is_person and vehicle is not None and vehicle.is_owned and vehicle.noun in owners:
            return owners[vehicle.noun]
    return ""


def _fullness(mention: MotionMention) -> tuple[bool, bool, bool, int]:
    figure, name = mention.mover.figure, mention.mover.name
    is_named = figure is not None and bool(figure.names)
    is_noun = figure is not None and figure.sort is not Sort.PRONOUN
    is_owned = name.casefold().split()[0] in listed("possessive")  # "their plane"
    return is_named, is_noun, not is_owned, len(name)


def _who(named: list[MotionMention], name: str) -> Iterator[Evidence]:
    seen: set[str] = set()
    for mention in named:
        word = mention.mover.word
        if word is None:
            continue
        inner = [i for i in mention.scene.tree.phrase(word) if i <= word]
        span = mention.scene.span(inner[0], word)
        if span.text in seen:
            continue
        seen.add(span.text)
        is_same = name.casefold().endswith(span.text.casefold()) or name in span.text
        taken = "" if is_same else f", taken for {name}"
        yield Evidence(reason=f"who travels: “{span.text}”{taken}", span=span)


def mode_of(draft: JourneyDraft) -> tuple[Mode, tuple[Evidence, ...]]:
    """Tell by what it goes: a vehicle that is named says more than a verb like "flew"."""
    # "was on his way to Lima when he fell and was driven back": he had not gone by car
    mentions = [one for one in draft.mentions if one is not draft.outcome or _is_own_end(one)]
    saying = [(one, one.vehicle) for one in mentions if one.vehicle]
    if not saying:
        return mode_of(draft.like) if draft.like is not None else (Mode.UNKNOWN, ())
    # "crossed the strait by ferry" is by what a part of the way was made.
    mention, vehicle = min(
        saying, key=lambda pair: (pair[0].trigger.frame.crosses, not pair[1].noun, pair[1].is_weak)
    )
    span = mention.scene.span(vehicle.first, vehicle.last)
    return vehicle.mode, (Evidence(reason=f"by {vehicle.mode.value}: “{span.text}”", span=span),)


def likely_mode_of(draft: JourneyDraft) -> tuple[Mode, Evidence] | None:
    """Tell by what it likely goes, and why, where no word of it says so."""
    likely = likely_mode_of(draft.like) if draft.like is not None else None
    return likely or draft.guessed


def status_of(draft: JourneyDraft) -> tuple[LegStatus, tuple[Evidence, ...]]:
    """Weigh what the mentions say; the body of the story counts for more than its headline."""
    if draft.outcome is not None:
        said = draft.outcome.standing
        span = draft.outcome.scene.span(said.first, said.last)
        status = _outcome(draft.outcome)
        return status, (Evidence(reason=f"{status.value}: “{span.text}”", span=span),)
    telling = [one for one in draft.mentions if _is_telling(one)]
    telling = telling or draft.mentions
    body = [one for one in telling if not one.scene.is_headline] or telling
    if any(one.trigger.frame.phase is Phase.START and one.status in _FACTS for one in body):
        # "left Lima and had hoped to reach Cusco": the way was begun.
        body = [one for one in body if one.status is not LegStatus.CANCELLED]
    if any(one.status in _FUTURE for one in body):
        # "has not left Lima; it may come to Cusco on Friday": only that it is still there.
        body = [one for one in body if not _is_still_there(one)]
    # "left Lima; it may have gone to Cusco": nobody knows that it goes there.
    goals = [one for one in body if any(r.role is Role.DESTINATION for r in one.reaches)]
    if goals and all(one.status is LegStatus.HYPOTHETICAL for one in goals):
        body = goals
    if awaited := _awaited(body):
        span = awaited.scene.span(awaited.standing.first, awaited.standing.last)
        reason = f"{LegStatus.UNDER_WAY.value}: “{span.text}”"
        return LegStatus.UNDER_WAY, (Evidence(reason=reason, span=span),)
    best = min(_BY_WEIGHT.index(mention.status) for mention in body)
    status = _BY_WEIGHT[best]
    return _attributed(status, [one for one in body if one.status is status])


def _awaited(body: list[MotionMention]) -> MotionMention | None:
    """Find what says that who was sent off has yet to arrive: "sent from Lima, is due in Ica"."""
    facts = [one for one in body if one.status is LegStatus.HAPPENED]
    is_sent = bool(facts) and all(one.reach(Role.DESTINATION) is None for one in facts)
    return next(
        (
            one
            for one in body
            if is_sent
            and one.status is LegStatus.PLANNED
            and one.trigger.frame.phase is Phase.END
            and not one.trigger.frame.noun
        ),
        None,
    )


def _is_telling(mention: MotionMention) -> bool:
    """Whether it tells how sure a journey is: who "meant to go to Lima and gave up" did not."""
    is_halt = mention.trigger.frame.phase in _NOT_TELLING
    return not is_halt or mention.status is LegStatus.CANCELLED


def _is_still_there(mention: MotionMention) -> bool:
    is_start = mention.trigger.frame.phase is Phase.START
    return is_start and mention.status is LegStatus.DENIED and len(mention.reaches) == 1


def _is_own_end(outcome: MotionMention) -> bool:
    """Whether somebody turned back by himself, or with what he went by."""
    return outcome.status in TURNED or not outcome.trigger.frame.carries


def _outcome(mention: MotionMention) -> LegStatus:
    return mention.status if mention.status in TURNED else LegStatus.TURNED_BACK


def _attributed(
    status: LegStatus, saying: list[MotionMention]
) -> tuple[LegStatus, tuple[Evidence, ...]]:
    """Call a fact reported when every mention of it cites somebody."""
    free = next((mention for mention in saying if mention.standing.cited is None), None)
    mention = free or saying[0]
    said = mention.scene.span(mention.standing.first, mention.standing.last)
    evidence = Evidence(reason=f"{status.value}: “{said.text}”", span=said)
    if free is None and mention.standing.cited is not None and status in _FACTS:
        cited = mention.scene.span(*mention.standing.cited)
        source = Evidence(reason=f"somebody is cited: “{cited.text}”", span=cited)
        return LegStatus.REPORTED, (evidence, source)
    return status, (evidence,)


def when_of(draft: JourneyDraft, which: str, published: date | None) -> When | None:
    """Tell when it "departed" or "arrived"; a meeting there says so if nothing else does."""
    timed = [one for one in draft.mentions if one.time is not None]
    for mention in sorted(timed, key=_vagueness):
        if side_of(mention, timed) == which:
            return _read(mention, published)
    return None


def _vagueness(mention: MotionMention) -> tuple[bool, bool]:
    """Let a day outweigh "in the near future", and a journey's own time that of a meeting."""
    is_loose = mention.time is not None and mention.time.kind is TimeKind.LOOSE
    return is_loose, mention.trigger.frame.phase is Phase.MEETING


def _read(mention: MotionMention, published: date | None) -> When | None:
    time = mention.time
    if time is None:
        return None
    is_plan = mention.status is LegStatus.CANCELLED and not mention.trigger.frame.noun
    is_plan |= mention.status in _FUTURE
    # "had been expected on Sunday": the Sunday before
    days = days_of(time, published, is_future=is_plan and not mention.is_before)
    return When(
        text=time.span.text,
        span=time.span,
        earliest=days.earliest,
        latest=days.latest,
        inferred=days.inferred,
    )
