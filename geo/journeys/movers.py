"""A trigger in its sentence goes in, the noun phrase of the one who travels comes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.journeys.items import QUOTES
from geo.journeys.lexicon import lexicon
from geo.journeys.phrases import Phrase, phrase_after, phrase_before
from geo.journeys.sorts import Sort, is_time_word, sort_of
from geo.journeys.triggers import chain_start

if TYPE_CHECKING:
    from geo.journeys.items import Sentence
    from geo.journeys.triggers import Trigger

_NOUN_REACH = 6
_BY_REACH = 10
_TRAVELLERS = frozenset({Sort.NAME, Sort.PRONOUN, Sort.PERSON, Sort.GROUP, Sort.VEHICLE})
_OBJECT_SORTS = frozenset({Sort.PERSON, Sort.GROUP, Sort.NAME, Sort.PRONOUN})
_OPENERS = frozenset({"after", "before", "on", "during", "while", "when", "since"})
_OPENING = 4  # "During a brief visit to": the opening stands at the start of the sentence
_NAMED = frozenset({Sort.NAME, Sort.PERSON, Sort.GROUP, Sort.VEHICLE})
_CARRIABLE = frozenset({"go", "return", "head"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """Who travels, and the vehicle named beside, as phrases.

    ``inherits`` : the words before name nobody; the one who moved before in the sentence is meant.
    ``is_carried`` : the phrase is the object of the verb.
    ``carrier`` : the subject of "took him to …", which may be a vehicle.
    ``is_possible`` : False where the one named cannot travel ("prices went to …").
    """

    phrase: Phrase | None = None
    carrier: Phrase | None = None
    inherits: bool = False
    is_possible: bool = True
    is_carried: bool = False


def find_mover(sentence: Sentence, trigger: Trigger, stop: int) -> Mover:
    """Find who travels, by the frame of the trigger."""
    if trigger.frame.noun and "noun" in trigger.forms:
        return _of_noun(sentence, trigger)
    subject = _subject(sentence, trigger.chain)
    if trigger.frame.rides:
        ride = phrase_after(sentence, trigger.last + 1, stop)
        if ride is not None and ride.sort is Sort.VEHICLE:
            return _checked(trigger, subject, ride)
        if not trigger.frame.carries:
            return Mover(is_possible=False)
    if trigger.frame.carries or trigger.frame.name in _CARRIABLE:
        carried = _carried(sentence, trigger, stop, subject)
        if carried is not None:
            return carried
    return _checked(trigger, subject, None)


def _checked(trigger: Trigger, subject: Phrase | None, carrier: Phrase | None) -> Mover:
    if subject is None:
        return Mover(carrier=carrier, inherits=True)
    return Mover(
        phrase=subject, carrier=carrier, is_possible=may_travel(subject.sort, trigger.entry.subject)
    )


def may_travel(sort: Sort, wanted: str) -> bool:
    """Whether a noun of this sort can do what the verb says."""
    if wanted == "any":
        return sort not in {Sort.THING, Sort.PLACE}
    return sort in _TRAVELLERS


def _subject(sentence: Sentence, chain: int) -> Phrase | None:
    """Read the noun phrase before the verb group; None after "and", a comma or a preposition."""
    words = lexicon().words
    before = chain - 1
    while before >= 0 and sentence.low(before) in QUOTES:
        before -= 1
    low = sentence.low(before)
    is_open = (
        before < 0
        or low in {"and", "or", "but", "then", "–", "-", "—", ":", ";", ".", "as", "than", "to"}
        or low in (words["clause"] - {"who", "whom", "which"})
        or low in lexicon().prepositions
        or low in words["vehicle_prepositions"]
        or low in words["reporting"]
        or low == "without"
        or is_time_word(low)
    )
    return None if is_open else phrase_before(sentence, before + 1)


def _carried(
    sentence: Sentence, trigger: Trigger, stop: int, subject: Phrase | None
) -> Mover | None:
    """Read the one who is taken along; None where nobody is and the subject moves by itself."""
    if "passive" in trigger.forms:
        return None
    index = trigger.last + 1
    thing = phrase_after(sentence, index, stop)
    if not trigger.frame.carries:
        return _taken_along(sentence, thing, subject)
    if thing is None:
        is_reduced = trigger.forms & {"past", "participle"}
        return None if is_reduced else Mover(is_possible=False)
    if thing.sort is Sort.OTHER and sentence.items[thing.head].toponym is None:
        is_possible = trigger.entry.subject == "any"
    else:
        is_possible = thing.sort in _TRAVELLERS
    return Mover(phrase=thing, carrier=subject, is_possible=is_possible, is_carried=True)


def _taken_along(sentence: Sentence, thing: Phrase | None, subject: Phrase | None) -> Mover | None:
    """Tell "flew him to Paris" from "moved its office to Paris" and from "flew to Paris"."""
    if thing is None or sentence.items[thing.first].toponym is not None:
        return None
    if thing.sort in _OBJECT_SORTS:
        return Mover(phrase=thing, carrier=subject, is_carried=True)
    is_object = sentence.low(thing.first) in lexicon().words["determiners"]
    is_way = sentence.low(thing.head) in lexicon().measures
    if is_object and not is_way and thing.sort is not Sort.VEHICLE:
        return Mover(is_possible=False)
    return None


def _of_noun(sentence: Sentence, trigger: Trigger) -> Mover:
    owner = _owner(sentence, trigger.first)
    if owner is not None and owner.sort is not Sort.PRONOUN:
        return Mover(phrase=owner) if owner.sort in _TRAVELLERS else Mover()
    doer = _by(sentence, trigger) or _light_subject(sentence, trigger)
    if doer is not None and may_travel(doer.sort, "traveller"):
        return Mover(phrase=doer)
    if owner is not None:
        return Mover(phrase=owner)
    if trigger.frame.name == "vehiclenoun":
        return Mover(phrase=phrase_before(sentence, trigger.first + 1))
    return Mover()


def _owner(sentence: Sentence, noun: int) -> Phrase | None:
    """Read "Mr Kim" in "Mr Kim's last trip", "his" in "his visit"."""
    for step in range(noun - 1, max(-1, noun - _NOUN_REACH), -1):
        item = sentence.items[step]
        if item.low == "'s" and step > 0:
            return phrase_before(sentence, step)
        if item.low in {"his", "her", "their"}:
            return Phrase(first=step, last=step, head=step, sort=Sort.PRONOUN)
        if not item.is_word or item.low in lexicon().prepositions:
            return None
    return None


def _by(sentence: Sentence, trigger: Trigger) -> Phrase | None:
    last = min(len(sentence.items), trigger.last + _BY_REACH)
    for step in range(trigger.last + 1, last):
        if sentence.low(step) == "by":
            found = phrase_after(sentence, step + 1, len(sentence.items))
            return found if found is not None and found.sort is not Sort.VEHICLE else None
        if sentence.low(step) in lexicon().words["clause"]:
            return None
    return None


def _light_subject(sentence: Sentence, trigger: Trigger) -> Phrase | None:
    """Read the subject of "made a trip to", "is on a visit to", "cancelled her trip to"."""
    words = lexicon().words
    at = trigger.first - 1
    lower = max(-1, trigger.first - _NOUN_REACH)
    while at > lower and sentence.low(at) not in words["light_verbs"]:
        item = sentence.items[at]
        if not item.is_word and item.toponym is None:
            return None
        at -= 1
    if at <= lower:
        return None
    while sentence.low(at - 1) in words["light_verbs"]:
        at -= 1
    if at == 0:
        return None
    return _subject(sentence, chain_start(sentence, at))


def later_subject(sentence: Sentence, trigger: Trigger) -> Phrase | None:
    """Read who is meant by an opening like "After visiting Cairo, the envoy …"."""
    if sentence.low(trigger.first - 1) not in _OPENERS and trigger.first > _OPENING:
        return None
    for step in range(trigger.last + 1, len(sentence.items)):
        if sentence.low(step) == ",":
            found = phrase_after(sentence, step + 1, _next_verb(sentence, step + 1))
            return found if found is not None and found.sort in _NAMED else None
    return None


def _next_verb(sentence: Sentence, index: int) -> int:
    """First item from ``index`` on that is known to be a verb; the end where none is."""
    for step in range(index, len(sentence.items)):
        entries = lexicon().entries.get(sentence.low(step), ())
        if any(entry.forms & {"past", "third"} for entry in entries):
            return step
    return len(sentence.items)


def people_before(sentence: Sentence, index: int) -> Phrase | None:
    """Read whom "them" means: the people named last before item ``index``."""
    for step in range(index - 1, -1, -1):
        if sentence.items[step].is_word and sort_of(sentence, step) is Sort.GROUP:
            return phrase_before(sentence, step + 1)
    return None
