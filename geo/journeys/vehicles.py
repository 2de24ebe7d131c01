"""A trigger in its clause goes in, by what it goes comes out, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.journeys.lexicon import lexicon
from geo.journeys.sorts import Sort

if TYPE_CHECKING:
    from geo.journeys.items import Sentence
    from geo.journeys.movers import Mover
    from geo.journeys.triggers import Trigger

_REACH = 6  # "aboard his dark green armoured train"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle:
    """A mode, the items that say so, and the vehicle's own word in the singular ("train")."""

    mode: Mode
    first: int
    last: int
    noun: str
    is_owned: bool = False


def find_vehicle(
    sentence: Sentence, trigger: Trigger, clause: tuple[int, int], mover: Mover
) -> Vehicle | None:
    """Find the vehicle: one named after a preposition, the verb's own, or the subject itself."""
    start, stop = clause
    named = _named(sentence, trigger.last + 1, stop) or _named(sentence, start, trigger.first)
    if named is not None and not _is_of_the_leg_before(named, trigger):
        return named
    if "noun" in trigger.forms and sentence.low(trigger.first - 1) in lexicon().vehicle_nouns:
        return _of_word(sentence, trigger.first - 1, trigger.first - 1)
    if trigger.entry.mode is not Mode.UNKNOWN:
        return Vehicle(mode=trigger.entry.mode, first=trigger.first, last=trigger.last, noun="")
    for phrase in (mover.carrier, mover.phrase):
        if phrase is not None and phrase.sort is Sort.VEHICLE:
            return _of_word(sentence, phrase.first, phrase.head)
    return None


def _is_of_the_leg_before(named: Vehicle, trigger: Trigger) -> bool:
    """Whether another verb's vehicle stands before: "went to Lima by train and then flew on"."""
    own = trigger.entry.mode
    return named.last < trigger.first and own not in {Mode.UNKNOWN, named.mode}


def _of_word(sentence: Sentence, first: int, at: int) -> Vehicle:
    tables = lexicon()
    low = sentence.low(at)
    return Vehicle(
        mode=tables.vehicles[low],
        first=first,
        last=at,
        noun=tables.singular.get(low, low) if low in tables.vehicle_nouns else "",
        is_owned=any(sentence.low(step) in {"his", "her"} for step in range(first, at)),
    )


def _named(sentence: Sentence, start: int, stop: int) -> Vehicle | None:
    tables = lexicon()
    for index in range(start, stop):
        low = sentence.low(index)
        if low == "overland":
            return _of_word(sentence, index, index)
        if low not in tables.words["vehicle_prepositions"]:
            continue
        for step in range(index + 1, min(index + _REACH, stop)):
            word = sentence.low(step)
            if word in tables.vehicles and _fits(low, word, step - index):
                return _of_word(sentence, index, step)
            if not sentence.items[step].is_word or word in tables.prepositions:
                break
    return None


def _fits(preposition: str, word: str, distance: int) -> bool:
    """Let "by road" and "on foot" count, "in the sea" and "on the road" not."""
    if word in lexicon().vehicle_nouns:
        return True
    return distance == 1 and (preposition == "by" or (preposition == "on" and word == "foot"))
