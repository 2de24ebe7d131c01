"""A place and the words around it go in; out comes whether a movement may begin or end there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.journeys.items import QUOTES
from geo.journeys.lexicon import Role, lexicon
from geo.journeys.sorts import is_time_word

if TYPE_CHECKING:
    from geo.journeys.items import Sentence
    from geo.journeys.triggers import Trigger

_MODIFIERS = 6  # "to the besieged eastern port city of Mariupol"
_PEOPLE_LOOKAHEAD = 3


def may_be_left(sentence: Sentence, at: int) -> bool:
    """Tell "left Kyiv on Monday" from "left Ukraine short of shells"."""
    follower = sentence.at(at + 1)
    if follower is None or not follower.is_word:
        return True
    low = follower.low
    times = lexicon().times
    return (
        low in lexicon().words["leave_after"]
        or low in times["weekdays"]
        or low in times["days"]
        or low.endswith("ly")
        or follower.text[:1].isdigit()
    )


def place_at(sentence: Sentence, index: int, stop: int) -> int | None:
    """Index of the place that stands at ``index`` or after a few modifiers; None if none does."""
    words = lexicon().words
    for step in range(index, min(index + _MODIFIERS, stop)):
        item = sentence.items[step]
        if item.place is not None:
            return _last_of_name(sentence, step, stop)
        if item.toponym is not None or item.low in QUOTES:
            continue
        if not (item.low in words["modifiers"] or item.low in words["titles"]):
            return None
    return None


def _last_of_name(sentence: Sentence, at: int, stop: int) -> int:
    """Prefer the thing owned: the last place in "London's Heathrow"."""
    if sentence.low(at + 1) == "'s" and at + 2 < stop and sentence.items[at + 2].place is not None:
        return at + 2
    return at


def is_end(sentence: Sentence, at: int) -> bool:
    """Tell the place from people of it: "visited Kyiv's mayor", "met Moscow officials"."""
    words = lexicon().words
    owned = sentence.low(at + 1) == "'s"
    after = at + 2 if owned else at + 1
    reach = _PEOPLE_LOOKAHEAD if owned else 1
    for step in range(after, after + reach):
        item = sentence.at(step)
        if item is None or not item.is_word or item.low in lexicon().prepositions:
            return True
        if item.low in words["persons"] or item.low in words["groups"]:
            return False
    return True


def is_attached(sentence: Sentence, trigger: Trigger, between: tuple[int, int], role: Role) -> bool:
    """Whether the preposition belongs to the movement and not to a noun just before it."""
    anchor, index = between
    if index == trigger.last + 1:
        return True
    before = sentence.items[index - 1]
    words = lexicon().words
    if trigger.frame.noun:
        return all(_is_thin(sentence, step) for step in range(anchor + 1, index))
    if role is Role.ORIGIN and not (trigger.frame.carries or trigger.frame.rides):
        if before.low == "and" and index - 2 > trigger.last:  # "… to Bari, and from Pula to Ancona"
            before = sentence.items[index - 2]
        return before.toponym is not None or not before.is_word or _is_loose(before.low)
    return not (role is Role.DESTINATION and before.low in words["takes_to"])


def _is_thin(sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between "trip" and "to": "last week", "was also", "by Mr Kim"."""
    item = sentence.items[index]
    words = lexicon().words
    return (
        item.is_capital
        or item.toponym is not None
        or item.text[0].isdigit()
        or _is_loose(item.low)
        or item.low in words["auxiliaries"]
        or item.low in words["vehicle_prepositions"]
        or item.low in words["catenatives"]
        or item.low in lexicon().times["relative"]
        or item.low in {",", "-", "–", "at", "by", "the"}
    )


def _is_loose(low: str) -> bool:
    """Whether the word is a time, an adverb, a vehicle, a number: nothing can come "from" it."""
    tables = lexicon()
    return (
        low in tables.vehicles
        or low in tables.words["adverbs"]
        or is_time_word(low)
        or low in tables.words["pronouns"]
        or low in tables.words["modifiers"]
        or low in tables.measures
        or low.isdigit()
        or low.endswith("ly")
    )
