"""A sentence and a position go in, the noun phrase that ends or begins there comes out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind
from geo.journeys.items import QUOTES
from geo.journeys.lexicon import lexicon

if TYPE_CHECKING:
    from geo.journeys.items import Item, Sentence

_REACH = 14
_APPOSITION = 14


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: items ``first`` to ``last``, and its head word.

    ``owner_first`` and ``owner_last`` are the items of the one who owns it ("Kim" in "Kim's
    train"); -1 where there is none.
    """

    first: int
    last: int
    head: int
    sort: Sort
    owner_first: int = -1
    owner_last: int = -1


def phrase_before(sentence: Sentence, index: int) -> Phrase | None:
    """Read the noun phrase that ends just before item ``index``, leftwards."""
    last = _skip_quotes(sentence, index - 1)
    last = _before_apposition(sentence, last)
    last = _before_relative(sentence, last)
    if last < 0:
        return None
    return _ending_at(sentence, last)


def _skip_quotes(sentence: Sentence, index: int) -> int:
    while index >= 0 and sentence.low(index) in QUOTES:
        index -= 1
    return index


def _before_relative(sentence: Sentence, last: int) -> int:
    """Step over "who" and "that" with the comma before."""
    if sentence.low(last) in {"who", "which", "that"} and last > 0:
        last -= 1
        if sentence.low(last) == ",":
            last -= 1
    return last


def _before_apposition(sentence: Sentence, last: int) -> int:
    """Step from the closing comma of an apposition to the noun before the opening one."""
    if sentence.low(last) != ",":
        return last
    for step in range(last - 1, max(-1, last - _APPOSITION), -1):
        low = sentence.low(step)
        if low == ",":
            return step - 1
        if low in lexicon().words["auxiliaries"] and low != "to":
            break
    return last


def _ending_at(sentence: Sentence, last: int) -> Phrase | None:
    item = sentence.items[last]
    if not item.is_word and item.toponym is None:
        return None
    if item.low in lexicon().words["pronouns"]:
        return Phrase(first=last, last=last, head=last, sort=Sort.PRONOUN)
    head = _head_before_complement(sentence, last)
    if _is_name_part(sentence, head):
        first = _name_start(sentence, head)
        return Phrase(first=first, last=last, head=head, sort=Sort.NAME)
    return _common(sentence, head, last)


def _head_before_complement(sentence: Sentence, last: int) -> int:
    """Step back over "in Seoul", "of 40 trucks", "from the ministry" to the noun before."""
    words = lexicon().words
    head = last
    step = last
    while step > 0 and last - step < _REACH:
        step -= 1
        low = sentence.low(step)
        item = sentence.items[step]
        if low in {"of", "in", "from", "at", "with", "carrying"} and step > 0:
            owner = sentence.items[step - 1]
            if not (owner.is_word or owner.toponym is not None):
                break
            if low in {"in", "at", "from", "with"} and not _is_people(sentence, step - 1):
                break
            head = step - 1
            step = head
        elif not (item.is_word or item.toponym is not None or low == "'s") or low in words["clause"]:
            break
        elif low in words["auxiliaries"] or low in words["reporting"]:
            break
    return head


def _is_people(sentence: Sentence, index: int) -> bool:
    return sort_of(sentence, index) in {Sort.PERSON, Sort.GROUP, Sort.VEHICLE}


def _is_name_part(sentence: Sentence, index: int) -> bool:
    item = sentence.items[index]
    if item.toponym is not None or not item.is_word or not item.text[0].isalpha():
        return False
    words = lexicon().words
    if not item.is_capital or item.low in words["not_names"]:
        return False
    # A capital at the start of a sentence, or in a headline, says nothing of a common noun.
    is_start = index == 0 or sentence.low(index - 1) in QUOTES
    is_common = sort_of(sentence, index) is not Sort.OTHER
    return not is_common and (not is_start or not _is_plain_start(sentence, index))


def _is_plain_start(sentence: Sentence, index: int) -> bool:
    """Whether the first word of a sentence is followed by a lower-case noun: "Local media"."""
    low = sentence.low(index)
    return low in lexicon().singular or low in lexicon().words["determiners"]


def _name_start(sentence: Sentence, head: int) -> int:
    """Walk left over the parts of a name; titles that are no courtesy stay out."""
    words = lexicon().words
    first = head
    for step in range(head - 1, max(-1, head - _REACH), -1):
        item = sentence.items[step]
        if item.low == "." and sentence.low(step - 1) in words["courtesy"]:
            continue
        if item.low in words["courtesy"] and item.is_capital:
            return step
        if item.toponym is not None or not item.is_word:
            break
        if item.low in words["titles"] or item.low in words["persons"]:
            break
        if item.is_capital and item.low not in words["not_names"] and not _is_verb(item):
            first = step
        elif item.low in words["name_particles"] and step > 0 and sentence.items[step - 1].is_capital:
            continue
        else:
            break
    return first


def _is_verb(item: Item) -> bool:
    return any(
        entry.forms & {"third", "past"} for entry in lexicon().entries.get(item.low, ())
    ) or (item.low in lexicon().words["reporting"])


def _common(sentence: Sentence, head: int, last: int) -> Phrase:
    """Read a common noun with what stands before it: "Chile's foreign minister"."""
    words = lexicon().words
    first = head
    step = head - 1
    while step >= 0 and head - step < _REACH:
        item = sentence.items[step]
        if item.low == "'s" and step > 0:
            return _owned(sentence, step, head, last)
        if item.low in words["determiners"] or item.text[:1].isdigit():
            first = step
            more = sentence.low(step - 1)
            if not (more in words["determiners"] and more not in {"that"}):
                break
        elif _continues(sentence, item, step, first):
            first = step
        else:
            break
        step -= 1
    counted = sentence.low(head) in words["counts"] and last > head
    sort = sort_of(sentence, last if counted else head)
    return Phrase(first=first, last=last, head=last if counted else head, sort=sort)


def _continues(sentence: Sentence, item: Item, step: int, first: int) -> bool:
    """Whether the item to the left still belongs to the noun phrase that starts at ``first``."""
    tables = lexicon()
    if item.toponym is not None:
        before = sentence.low(step - 1)
        return before not in tables.prepositions or item.toponym.kind is ToponymKind.DEMONYM
    if not item.is_word:
        return False
    low = item.low
    is_function = (
        low in tables.prepositions
        or low in tables.words["clause"]
        or low in tables.words["reporting"]
        or low in tables.words["auxiliaries"]
        or low in tables.words["pronouns"]
        or low in tables.words["vehicle_prepositions"]
        or low in {"and", "or", "but", "that", "than", "as", "of", "under", "over"}
        or low in tables.times["days"]
        or low in tables.times["weekdays"]
        or low in tables.times["parts"]
    )
    return not is_function and not low.endswith("ly") and first - step == 1


def _owned(sentence: Sentence, mark: int, head: int, last: int) -> Phrase:
    owner = mark - 1
    if _is_name_part(sentence, owner):
        first = _name_start(sentence, owner)
    elif sentence.items[owner].toponym is not None:
        first = owner
    else:
        first = _common(sentence, owner, owner).first
    if sentence.low(first - 1) in {"the", "a", "an"} and sentence.items[owner].toponym is not None:
        first -= 1
    return Phrase(
        first=first,
        last=last,
        head=head,
        sort=sort_of(sentence, head),
        owner_first=first,
        owner_last=owner,
    )


def sort_of(sentence: Sentence, index: int) -> Sort:
    """Say what a common noun may be, by the tables and by its ending."""
    item = sentence.items[index]
    tables = lexicon()
    words = tables.words
    if item.toponym is not None:
        return Sort.GROUP if item.toponym.kind is ToponymKind.DEMONYM else Sort.PLACE
    low = item.low
    single = low.removesuffix("s")
    if low in words["not_travellers"]:
        return Sort.THING
    if low in tables.vehicles:
        return Sort.VEHICLE
    if low in words["groups"] or low in words["quantities"]:
        return Sort.GROUP
    if low in words["persons"] or single in words["persons"]:
        return Sort.PERSON
    if not item.is_capital and low.endswith(tuple(words["person_endings"])):
        return Sort.PERSON
    return Sort.OTHER


def phrase_after(sentence: Sentence, index: int, stop: int) -> Phrase | None:
    """Read the object that begins at item ``index``, up to a preposition or a mark."""
    tables = lexicon()
    last = index - 1
    for step in range(index, min(stop, index + _REACH)):
        item = sentence.items[step]
        is_open = (
            item.low in tables.prepositions
            or item.low in tables.words["vehicle_prepositions"]
            or item.low in tables.times["days"]
            or item.low in {"and", "or", "home", "back", "abroad"}
        )
        if item.low in QUOTES and step > index:
            continue
        if is_open or not (item.is_word or item.toponym is not None or item.low == "'s"):
            break
        last = step
        if item.low in tables.words["pronouns"] - {"her"}:
            break
    if last < index:
        return None
    if sentence.low(last) in tables.words["pronouns"]:
        return Phrase(first=last, last=last, head=last, sort=Sort.PRONOUN)
    sort = Sort.NAME if _is_name_part(sentence, last) else sort_of(sentence, last)
    return Phrase(first=index, last=last, head=last, sort=sort)
