"""A word in its sentence goes in; what it may name comes out: a person, a vehicle, a thing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind
from geo.journeys.items import QUOTES
from geo.journeys.lexicon import lexicon

if TYPE_CHECKING:
    from geo.journeys.items import Sentence


class Sort(StrEnum):
    """What the head of a noun phrase may be."""

    NAME = "name"  # "Maria Lopez", "Mr Kim"
    PRONOUN = "pronoun"
    PERSON = "person"  # "the foreign minister"
    GROUP = "group"  # "soldiers"
    VEHICLE = "vehicle"
    PLACE = "place"
    THING = "thing"  # cannot travel of its own will: "prices"
    OTHER = "other"


def sort_of(sentence: Sentence, index: int) -> Sort:
    """Say what a common noun may be, by the tables and by its ending."""
    item = sentence.items[index]
    if item.toponym is not None:
        return Sort.GROUP if item.toponym.kind is ToponymKind.DEMONYM else Sort.PLACE
    listed = _listed(item.low)
    if listed is not None:
        return listed
    is_agent = not item.is_capital and item.low.endswith(tuple(lexicon().words["person_endings"]))
    return Sort.PERSON if is_agent else Sort.OTHER


def _listed(low: str) -> Sort | None:
    tables = lexicon()
    words = tables.words
    if low in words["not_travellers"]:
        return Sort.THING
    if low in tables.vehicles:
        return Sort.VEHICLE
    if low in words["quantities"] or words["groups"] & {low, low.removesuffix("s")}:
        return Sort.GROUP
    if low in words["persons"] or low.removesuffix("s") in words["persons"]:
        return Sort.PERSON
    return None


def is_name_part(sentence: Sentence, index: int) -> bool:
    """Whether the word may be part of a person's name; titles and roles are not."""
    item = sentence.at(index)
    if item is None or item.toponym is not None or not item.is_word or not item.is_capital:
        return False
    if item.low in lexicon().words["not_names"] or sort_of(sentence, index) is not Sort.OTHER:
        return False
    # A capital at the start of a sentence says nothing of a plural: "Flights", "Visits".
    is_start = index == 0 or sentence.low(index - 1) in QUOTES
    return not is_start or item.low not in lexicon().singular


def is_time_word(low: str) -> bool:
    """Whether the word belongs to a time: no noun phrase goes on over it."""
    times = lexicon().times
    return (
        low in times["weekdays"]
        or low in times["days"]
        or low in times["parts"]
        or low in times["units"]
        or low in times["months"]
    )


def is_function_word(low: str) -> bool:
    """Whether the word stands between phrases and never inside one."""
    tables = lexicon()
    return (
        low in tables.prepositions
        or low in tables.words["clause"]
        or low in tables.words["reporting"]
        or low in tables.words["auxiliaries"]
        or low in tables.words["pronouns"]
        or low in tables.words["vehicle_prepositions"]
        or low in tables.words["links"]
    )
