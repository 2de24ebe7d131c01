"""A trigger in its sentence goes in, the words about a stop on the way come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.journeys.lexicon import lexicon

if TYPE_CHECKING:
    from geo.contracts import Toponym
    from geo.journeys.items import Sentence
    from geo.journeys.triggers import Trigger

_AFTER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Items ``first`` to ``last`` ("a long halt at the border"), and the place, if named."""

    first: int
    last: int
    toponym: Toponym | None


def find_stop(sentence: Sentence, trigger: Trigger, stop: int) -> Stop | None:
    """Find a stop that is told of after the trigger."""
    words = lexicon().words
    for index in range(trigger.last + 1, stop):
        if sentence.low(index) not in words["stop_nouns"]:
            continue
        if sentence.low(index + 1) not in words["stop_prepositions"]:
            continue
        first = index
        while sentence.low(first - 1) in words["stop_words_before"]:
            first -= 1
        if first == index:
            continue
        return _placed(sentence, first, index + 1)
    return None


def _placed(sentence: Sentence, first: int, preposition: int) -> Stop | None:
    for step in range(preposition + 1, preposition + 1 + _AFTER):
        item = sentence.at(step)
        if item is None or not (item.is_word or item.toponym is not None):
            return None
        if item.place is not None or item.low == "border":
            return Stop(first=first, last=step, toponym=item.place)
    return None
