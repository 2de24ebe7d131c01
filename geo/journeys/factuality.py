"""A trigger in its sentence goes in; out comes how sure the words are that the journey happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.journeys.items import QUOTES
from geo.journeys.lexicon import Phase, lexicon

if TYPE_CHECKING:
    from geo.journeys.items import Sentence
    from geo.journeys.times import Time
    from geo.journeys.triggers import Trigger

_BEFORE = 6  # "an invitation to the president to visit"
_LIGHT_BEFORE = 5
_DENIAL = 4  # "denied reports that"
_ONGOING = frozenset({"is", "are", "am", "'re"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """The status that the words give, before attribution, and the items that give it.

    ``cited`` are the first and last item of the words that cite somebody; None where the article
    speaks for itself. ``is_other`` marks another journey than the one at hand ("his last trip").
    """

    status: LegStatus
    first: int
    last: int
    cited: tuple[int, int] | None
    is_other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What is known of the clause of a trigger: its first item, its time, and the phase told."""

    first: int
    time: Time | None
    phase: Phase


def standing(sentence: Sentence, trigger: Trigger, clause: Clause) -> Factuality:
    """Judge one trigger in its clause."""
    time = clause.time
    status, first, last = (
        _of_noun(sentence, trigger, clause.first)
        if "noun" in trigger.forms
        else _of_verb(sentence, trigger, clause)
    )
    if status in {LegStatus.HAPPENED, LegStatus.UNDER_WAY} and _is_later(sentence, trigger, time):
        status = LegStatus.PLANNED
    if status is LegStatus.UNDER_WAY and time is not None and (time.year or time.relative == -1):
        status = LegStatus.HAPPENED
    return Factuality(
        status=status,
        first=first,
        last=last,
        cited=_cited(sentence, trigger),
        is_other=_is_other(sentence, trigger),
    )


def _of_verb(sentence: Sentence, trigger: Trigger, clause: Clause) -> tuple[LegStatus, int, int]:
    group = range(trigger.chain, trigger.first)
    before = range(clause.first, trigger.first)
    for status, cues, where in (
        (LegStatus.DENIED, "denied", group),
        (LegStatus.HYPOTHETICAL, "conditional", before),
        (LegStatus.HYPOTHETICAL, "hypothetical", group),
        (LegStatus.PLANNED, "planned", group),
    ):
        index = _cue(sentence, cues, where)
        if index is None:
            continue
        if status is not LegStatus.PLANNED or "perfect" not in trigger.forms:
            return status, index, trigger.last
        if _word(sentence, index) == "would":  # "would have travelled"
            return LegStatus.HYPOTHETICAL, index, trigger.last
    if _word(sentence, clause.first - 1) == "that":
        index = _cue(sentence, "denial", range(max(0, clause.first - _DENIAL), clause.first))
        if index is not None:
            return LegStatus.DENIED, index, trigger.last
    if _word(sentence, trigger.chain - 1) in {"without", "from"} and "ing" in trigger.forms:
        return LegStatus.DENIED, trigger.chain - 1, trigger.last
    return _of_form(sentence, trigger, clause)


def _cue(sentence: Sentence, cues: str, where: range) -> int | None:
    table = lexicon().status[cues]
    return next((index for index in where if _word(sentence, index) in table), None)


def _of_form(sentence: Sentence, trigger: Trigger, clause: Clause) -> tuple[LegStatus, int, int]:
    """Judge by the form of the verb, where no word around it says more."""
    if "planned" in trigger.forms:
        return LegStatus.PLANNED, trigger.first, trigger.last
    group = {_word(sentence, index) for index in range(trigger.chain, trigger.first)}
    if "to" in group and "perfect" not in trigger.forms:
        return _of_infinitive(sentence, trigger, clause.first)
    if trigger.forms == {"ing"} and trigger.chain == trigger.first:
        # "Travellers flying to Cairo could face …": as sure as the sentence is.
        index = _cue(sentence, "hypothetical", range(trigger.last, len(sentence.items)))
        if index is not None:
            return LegStatus.HYPOTHETICAL, trigger.first, index
    return _of_tense(sentence, trigger, clause.phase), trigger.chain, trigger.last


def _of_infinitive(sentence: Sentence, trigger: Trigger, clause: int) -> tuple[LegStatus, int, int]:
    """Judge "to visit" by what comes before: an invitation, a success, or nothing but intent."""
    table = lexicon().status
    for index in range(trigger.first - 1, max(clause, trigger.chain - _BEFORE) - 1, -1):
        low = _word(sentence, index)
        if low in table["hypothetical"]:
            return LegStatus.HYPOTHETICAL, index, trigger.last
        if low in table["asserted"]:
            return LegStatus.HAPPENED, index, trigger.last
    return LegStatus.PLANNED, trigger.first - 1, trigger.last


def _of_tense(sentence: Sentence, trigger: Trigger, phase: Phase) -> LegStatus:
    forms = trigger.forms
    if phase is Phase.END or trigger.entry.frame.name == "flee":
        return LegStatus.HAPPENED
    if phase is Phase.START:
        return LegStatus.UNDER_WAY
    # "is flying to", "two men flying to": nothing says that they have arrived.
    is_ongoing = "ing" in forms and (
        trigger.chain == trigger.first
        or any(_word(sentence, step) in _ONGOING for step in range(trigger.chain, trigger.first))
    )
    return LegStatus.UNDER_WAY if is_ongoing or "third" in forms else LegStatus.HAPPENED


def _is_later(sentence: Sentence, trigger: Trigger, time: Time | None) -> bool:
    """Whether a present tense has a time in the future: "flies to Cairo tomorrow"."""
    if time is None or not trigger.forms & {"third", "ing", "base", "adjective", "noun"}:
        return False
    words = {_word(sentence, step) for step in range(time.first, time.last + 1)}
    return bool(words & lexicon().status["future_times"])


def _of_noun(sentence: Sentence, trigger: Trigger, clause: int) -> tuple[LegStatus, int, int]:
    table, words = lexicon().status, lexicon().words
    low = max(clause, trigger.first - _LIGHT_BEFORE - 3)
    possible = words["possible_trip_words"] | table["hypothetical"] | table["conditional"]
    planned = words["nonpast_trip_words"] | table["planned"] | table["before_plan"]
    for index in range(trigger.first - 1, low - 1, -1):
        word = _word(sentence, index)
        if _is_off(sentence, index):
            return LegStatus.DENIED, index, trigger.last
        if word in possible:
            return LegStatus.HYPOTHETICAL, index, trigger.last
        if word in planned:
            return LegStatus.PLANNED, index, trigger.last
    return _after_noun(sentence, trigger)


def _after_noun(sentence: Sentence, trigger: Trigger) -> tuple[LegStatus, int, int]:
    """Judge by the verb that follows: "the visit to Cairo was cancelled"."""
    table, words = lexicon().status, lexicon().words
    stop = next(
        (
            index
            for index in range(trigger.last + 1, len(sentence.items))
            if _word(sentence, index) in words["clause"] | {";", ":", ","}
        ),
        len(sentence.items),
    )
    for index in range(trigger.last + 1, stop):
        if _is_off(sentence, index):
            return LegStatus.DENIED, trigger.first, index
    for index in range(trigger.last + 1, stop):
        word = _word(sentence, index)
        if word in table["hypothetical"]:
            return LegStatus.HYPOTHETICAL, trigger.first, index
        if word in table["planned"] or word in table["plan_verbs_after"]:
            return LegStatus.PLANNED, trigger.first, index
    return LegStatus.HAPPENED, trigger.first, trigger.last


def _is_off(sentence: Sentence, index: int) -> bool:
    """Whether a word says that a journey was not made."""
    low = _word(sentence, index)
    if low == "off":
        return sentence.low(index - 1) in {"call", "calls", "called", "calling"}
    return low in lexicon().words["called_off"] or low in lexicon().status["denied"]


def _is_other(sentence: Sentence, trigger: Trigger) -> bool:
    words = lexicon().words["earlier_trip_words"]
    return any(_word(sentence, trigger.first - step) in words for step in (1, 2))


def _cited(sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    """Find the words that cite somebody for what the trigger says."""
    tables = lexicon()
    for index in range(trigger.chain, trigger.first):
        if _word(sentence, index) in tables.status["attributed"]:
            return index, index
    for index, item in enumerate(sentence.items):
        low = item.low
        if low in tables.words["reporting_adverbs"]:
            return index, index
        if low == "according" and _word(sentence, index + 1) == "to":
            return index, index + 1
        if low in tables.words["reporting"] and _reports(sentence, index, trigger):
            return index, index
    return _quoted(sentence, trigger)


def _reports(sentence: Sentence, index: int, trigger: Trigger) -> bool:
    """Whether the verb of saying covers the trigger: what follows it, or all of a quotation."""
    before = _word(sentence, index - 1)
    after = sentence.at(index + 1)
    is_behind = before == "," or before in QUOTES or after is None or after.low in {".", ",", ";"}
    if trigger.first > index:
        return not is_behind or _word(sentence, index + 1) == "that"
    if not is_behind:
        return False
    # ", and Ecuador said that …" starts a clause of its own.
    return not any(
        _word(sentence, step) in {"and", "but"} and _word(sentence, step - 1) == ","
        for step in range(trigger.last + 1, index)
    )


def _quoted(sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    """Find the quotation marks around the trigger in a headline: the words are another's."""
    if not sentence.is_headline:
        return None
    opened = next(
        (step for step in range(trigger.first - 1, -1, -1) if _word(sentence, step) in QUOTES),
        None,
    )
    closed = next(
        (
            step
            for step in range(trigger.last + 1, len(sentence.items))
            if _word(sentence, step) in QUOTES
        ),
        None,
    )
    if opened is None or closed is None:
        return None
    return opened, closed


def _word(sentence: Sentence, index: int) -> str:
    """Lower-case word at ``index``; "" for the month of May, which is no auxiliary."""
    low = sentence.low(index)
    return "" if low == "may" and index > 0 and sentence.items[index].is_capital else low
