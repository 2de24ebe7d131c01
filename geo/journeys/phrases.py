"""A sentence and a position go in, the noun phrase that ends or begins there comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind
from geo.journeys.items import QUOTES
from geo.journeys.lexicon import lexicon
from geo.journeys.sorts import Sort, is_function_word, is_name_part, is_time_word, sort_of

if TYPE_CHECKING:
    from geo.journeys.items import Item, Sentence

_REACH = 14
_PEOPLE = frozenset({Sort.PERSON, Sort.GROUP, Sort.VEHICLE})
_RELATIVES = frozenset({"who", "which", "that"})


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
    last = index - 1
    while last >= 0 and sentence.low(last) in QUOTES:
        last -= 1
    if sentence.low(last) == ",":
        named = _name_in_apposition(sentence, last)
        if named is not None:
            return named
        last = _before_apposition(sentence, last)
    is_relative = sentence.low(last) in _RELATIVES
    if is_relative:
        last -= 2 if sentence.low(last - 1) == "," else 1
    found = _ending_at(sentence, last) if last >= 0 else None
    if found is not None and is_relative:
        return _named_before(sentence, found)
    return found


def _name_in_apposition(sentence: Sentence, comma: int) -> Phrase | None:
    """Read "Dan Villa" in "the budget director, Dan Villa, flew to …"."""
    if not is_name_part(sentence, comma - 1):
        return None
    first = _name_start(sentence, comma - 1)
    if sentence.low(first - 1) != "," or comma - first < 2:  # noqa: PLR2004 - a full name
        return None
    return Phrase(first=first, last=comma - 1, head=comma - 1, sort=Sort.NAME)


def _before_apposition(sentence: Sentence, last: int) -> int:
    """Step from the closing comma of an apposition to the noun before the opening one."""
    for step in range(last - 1, max(-1, last - _REACH), -1):
        low = sentence.low(step)
        if low == ",":
            return step - 1
        if low in lexicon().words["auxiliaries"] and low != "to":
            break
    return last


def _named_before(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Prefer the name in "David Ridler, a former footballer who came to …"."""
    at = phrase.first - 2
    if phrase.sort is Sort.NAME or sentence.low(phrase.first - 1) != ",":
        return phrase
    if not is_name_part(sentence, at):
        return phrase
    return Phrase(first=_name_start(sentence, at), last=at, head=at, sort=Sort.NAME)


def _ending_at(sentence: Sentence, last: int) -> Phrase | None:
    item = sentence.items[last]
    if not item.is_word and item.toponym is None:
        return None
    if item.low in lexicon().words["pronouns"]:
        return Phrase(first=last, last=last, head=last, sort=Sort.PRONOUN)
    head = _before_complement(sentence, last)
    if is_name_part(sentence, head):
        first = _name_start(sentence, head)
        if first > 0 and sort_of(sentence, first - 1) is Sort.VEHICLE:
            return _common(sentence, first - 1, last)  # "the grain ship Nadia"
        first = _with_companion(sentence, first)
        return Phrase(first=first, last=last, head=head, sort=Sort.NAME)
    return _common(sentence, head, last)


def _with_companion(sentence: Sentence, first: int) -> int:
    """Take in the first of two names: "Kim and Putin"."""
    if sentence.low(first - 1) == "and" and is_name_part(sentence, first - 2):
        return _name_start(sentence, first - 2)
    return first


def _before_complement(sentence: Sentence, last: int) -> int:
    """Step back over "in Seoul", "of 40 trucks", "operated by a firm" to the noun before."""
    words = lexicon().words
    head = last
    for step in range(last - 1, max(0, last - _REACH), -1):
        item, low = sentence.items[step], sentence.low(step)
        if low in words["complements"]:
            has_participle = sentence.low(step - 1).endswith(("ed", "en"))
            owner = step - 2 if has_participle and low != "of" else step - 1
            if owner < 0 or not _has_complement(sentence, owner, low):
                break
            head = owner
        elif not (item.is_word or item.toponym is not None or low == "'s") or (
            low in words["clause"] or low in words["auxiliaries"] or _is_verb(item)
        ):
            break
    return head


def _has_complement(sentence: Sentence, owner: int, preposition: str) -> bool:
    item = sentence.items[owner]
    if preposition == "of":
        return item.is_word or item.toponym is not None
    if preposition == "by" and not sentence.low(owner + 1).endswith(("ed", "en")):
        return False
    return sort_of(sentence, owner) in _PEOPLE


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
        is_particle = item.low in words["name_particles"] and not item.is_capital
        if is_particle and is_name_part(sentence, step - 1):
            continue
        is_part = is_name_part(sentence, step) and item.low not in words["titles"]
        if not is_part or _is_verb(item):
            break
        first = step
    return first


def _is_verb(item: Item) -> bool:
    entries = lexicon().entries.get(item.low, ())
    return any(entry.forms & {"third", "past"} for entry in entries) or (
        item.low in lexicon().words["reporting"]
    )


def _common(sentence: Sentence, head: int, last: int) -> Phrase:
    """Read a common noun with what stands before it: "Chile's foreign minister"."""
    words = lexicon().words
    counted = sentence.low(head) in words["counts"] and last > head
    core = last if counted else head
    first = head
    for step in range(head - 1, max(-1, head - _REACH), -1):
        item = sentence.items[step]
        if item.low == "'s" and step > 0:
            return _owned(sentence, step, head, last)
        if item.low in words["determiners"] or item.text[:1].isdigit():
            first = step
            if sentence.low(step - 1) not in words["determiners"]:
                break
        elif _is_hyphen(sentence, step) or _continues(sentence, step):
            first = step
        else:
            break
    while first < core and sentence.low(first) in {"that", "-"}:
        first += 1
    if sentence.low(first - 1) == "and" and first > 1 and sort_of(sentence, first - 2) in _PEOPLE:
        first = _common(sentence, first - 2, first - 2).first
    return Phrase(first=first, last=last, head=core, sort=sort_of(sentence, core))


def _is_hyphen(sentence: Sentence, step: int) -> bool:
    """Tell "Malta-flagged" from a dash between words."""
    item, after, before = sentence.items[step], sentence.at(step + 1), sentence.at(step - 1)
    if item.low != "-" or after is None or before is None:
        return False
    return before.end == item.start and item.end == after.start


def _continues(sentence: Sentence, step: int) -> bool:
    """Whether the item still belongs to the noun phrase to its right."""
    item = sentence.items[step]
    before = sentence.low(step - 1)
    if item.toponym is not None:
        is_adjective = item.toponym.kind is ToponymKind.DEMONYM
        return is_adjective or before not in lexicon().prepositions
    if not item.is_word or item.low.endswith("ly"):
        return False
    # What follows an auxiliary is a verb: "will affect people".
    is_verb = before in lexicon().words["auxiliaries"] or _is_verb(item)
    return not (is_verb or is_function_word(item.low) or is_time_word(item.low))


def _owned(sentence: Sentence, mark: int, head: int, last: int) -> Phrase:
    owner = mark - 1
    if is_name_part(sentence, owner):
        first = _name_start(sentence, owner)
    elif sentence.items[owner].toponym is not None:
        first = owner
    else:
        first = _common(sentence, owner, owner).first
    if sentence.low(first - 1) in {"the", "a", "an"}:
        first -= 1
    plain = Phrase(first=first, last=last, head=head, sort=sort_of(sentence, head))
    return replace(plain, owner_first=first, owner_last=owner)


def phrase_after(sentence: Sentence, index: int, stop: int) -> Phrase | None:
    """Read the object that begins at item ``index``, up to a preposition or a mark."""
    first = sentence.at(index)
    if first is None or index >= stop:
        return None
    if first.low in lexicon().words["pronouns"] and first.low != "her":
        return Phrase(first=index, last=index, head=index, sort=Sort.PRONOUN)
    last = _object_end(sentence, index, stop)
    if last < index:
        return None
    if last == index and first.low == "her":
        return Phrase(first=index, last=index, head=index, sort=Sort.PRONOUN)
    sort = Sort.NAME if is_name_part(sentence, last) else sort_of(sentence, last)
    return Phrase(first=index, last=last, head=last, sort=sort)


def _object_end(sentence: Sentence, index: int, stop: int) -> int:
    """Find the last item of the object; the one before ``index`` where none begins there."""
    last = index - 1
    is_name = is_name_part(sentence, index)
    for step in range(index, min(stop, index + _REACH)):
        if sentence.low(step) in QUOTES and step > index:
            continue
        if not _is_inside(sentence, step):
            break
        last = step
        if is_name and not _goes_on(sentence, step + 1):
            break
    return last


def _is_inside(sentence: Sentence, index: int) -> bool:
    """Whether the item can be part of an object; "night" can, as in "a night train"."""
    item = sentence.items[index]
    if not (item.is_word or item.toponym is not None or item.low == "'s"):
        return False
    is_time = is_time_word(item.low) and item.low not in lexicon().times["parts"]
    return item.low == "her" or not (is_function_word(item.low) or is_time)


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a name goes on: another part, a particle, or what the named one owns."""
    low = sentence.low(index)
    return is_name_part(sentence, index) or low == "'s" or low in lexicon().words["name_particles"]
