"""A trigger and the phrase of its mover go in, the traveller by name comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.journeys.lexicon import Phase, lexicon
from geo.journeys.movers import Mover, later_subject, people_before
from geo.journeys.people import NOBODY, Traveller, identify
from geo.journeys.phrases import Phrase
from geo.journeys.sorts import Sort

if TYPE_CHECKING:
    from geo.journeys.items import Sentence
    from geo.journeys.people import People
    from geo.journeys.triggers import Trigger

_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_TOGETHER = frozenset({Sort.VEHICLE, Sort.GROUP, Sort.PERSON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Who is known so far: the people of the story, and who moved before in the sentence.

    Each of ``before`` comes with the item of the last place of that movement, -1 without one.
    ``last`` is who moved last in the sentences just before.
    """

    people: People
    text: str
    before: tuple[tuple[Traveller, int], ...]
    last: Traveller | None


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
    phrase = mover.phrase
    if mover.is_carried and sentence.low(phrase.head) == "them":
        phrase = people_before(sentence, phrase.head) or phrase
    found = identify(sentence, phrase, known.people, known.text)
    if found.sort is not Sort.PRONOUN:
        return found, False
    pronoun = sentence.low(phrase.head)
    if known.before and not mover.is_carried and _is_meant(pronoun, known.before[-1][0]):
        return known.before[-1][0], True
    names_others = bool(known.people.named.get(sentence.index)) and pronoun in _SINGULAR
    if known.last is not None and not names_others and _is_meant(pronoun, known.last):
        return known.last, False
    return found, False


def _is_meant(pronoun: str, traveller: Traveller) -> bool:
    """Whether the pronoun can mean the one who moved before."""
    if pronoun in _SINGULAR:
        return traveller.sort in {Sort.PERSON, Sort.NAME}
    if pronoun in {"it", "its"}:
        return traveller.sort is Sort.VEHICLE
    return pronoun in {"they", "them", "their"} and traveller.sort in _TOGETHER


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
    if sentence.low(0) in lexicon().words["pronouns"] and trigger.first > 0:
        opening = Mover(phrase=Phrase(first=0, last=0, head=0, sort=Sort.PRONOUN))
        return _by_phrase(sentence, opening, known)[0]
    named = known.people.named.get(sentence.index, [])
    if named and named[0][0] < trigger.first:
        name = named[0][1].name
        return Traveller(shown=name, key=name, sort=Sort.NAME)
    is_open = trigger.entry.subject == "any" and "base" not in trigger.forms
    return NOBODY if is_open else None
