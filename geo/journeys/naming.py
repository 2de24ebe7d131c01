"""A trigger and the phrase of its mover go in, the traveller by name comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.journeys.lexicon import Phase
from geo.journeys.movers import later_subject
from geo.journeys.people import NOBODY, Traveller, identify
from geo.journeys.sorts import Sort

if TYPE_CHECKING:
    from geo.journeys.items import Sentence
    from geo.journeys.movers import Mover
    from geo.journeys.people import People
    from geo.journeys.triggers import Trigger

_TOGETHER = frozenset({Sort.VEHICLE, Sort.GROUP, Sort.PERSON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Who is known so far: the people of the story, and who moved before in the sentence.

    Each of ``before`` comes with the item of the last place of that movement, -1 without one.
    """

    people: People
    text: str
    before: tuple[tuple[Traveller, int], ...]


def name_traveller(
    sentence: Sentence, trigger: Trigger, mover: Mover, known: Known
) -> tuple[Traveller | None, bool]:
    """Name the traveller, or None where nobody there can travel.

    The second value says whether it is, by grammar, the one who moved before in the sentence.
    """
    if trigger.frame.phase in {Phase.SUPPORT, Phase.MEETING}:
        return NOBODY, False
    phrase, before = mover.phrase, known.before
    if phrase is not None and before and phrase.head == before[-1][1]:
        return before[-1][0], True
    if phrase is not None or not mover.is_possible:
        return _by_phrase(sentence, mover, known)
    if before and trigger.frame.name != "vehiclenoun":
        return before[-1][0], True
    return _without_phrase(sentence, trigger, mover, known), False


def _by_phrase(sentence: Sentence, mover: Mover, known: Known) -> tuple[Traveller | None, bool]:
    if mover.phrase is None or not mover.is_possible:
        return None, False
    found = identify(sentence, mover.phrase, known.people, known.text)
    if found.sort is Sort.PRONOUN and known.before and _is_meant(found, known.before[-1][0]):
        return known.before[-1][0], True
    return found, False


def _is_meant(pronoun: Traveller, traveller: Traveller) -> bool:
    """Whether "it" or "they" means the one who moved before in the sentence."""
    return pronoun.shown.lower() in {"it", "they", "them"} and traveller.sort in _TOGETHER


def _without_phrase(
    sentence: Sentence, trigger: Trigger, mover: Mover, known: Known
) -> Traveller | None:
    """Look for the subject of the sentence; without one only strong verbs tell of a journey."""
    is_noun = "noun" in trigger.forms
    if is_noun or "ing" in trigger.forms:
        subject = later_subject(sentence, trigger)
        if subject is not None:
            return identify(sentence, subject, known.people, known.text)
    if not mover.inherits:
        return NOBODY
    named = known.people.named.get(sentence.index, [])
    if named and named[0][0] < trigger.first:
        name = named[0][1].name
        return Traveller(shown=name, key=name, sort=Sort.NAME)
    is_open = trigger.entry.subject == "any" and "base" not in trigger.forms
    return NOBODY if is_open else None
