"""A sentence goes in, the words of movement in it (triggers) come out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.journeys.items import QUOTES
from geo.journeys.lexicon import LexiconEntry, lexicon
from geo.journeys.sorts import Sort, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.journeys.items import Sentence
    from geo.journeys.lexicon import Frame

_VERB_FORMS = frozenset({"base", "third", "past", "participle", "ing"})
# "his visit", "the first visit", "on a planned visit": words after which a form that may be a
# noun or a verb is a noun.
_NOUN_LEADS = frozenset(
    {"of", "on", "during", "after", "before", "for", "from", "'s", "by", "with"}
)
_REACH = 4
_MOVERS = frozenset({Sort.PERSON, Sort.GROUP, Sort.VEHICLE})
_BE = frozenset({"be", "been", "being", "is", "are", "was", "were", "'re"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words of movement at items ``first`` to ``last``.

    ``chain`` is the first item of the verb group ("was expected to fly"), ``first`` when there is
    no more than the verb itself.
    """

    entry: LexiconEntry
    forms: frozenset[str]
    first: int
    last: int
    chain: int

    @property
    def frame(self) -> Frame:
        """How the places around it are to be understood."""
        return self.entry.frame


def find_triggers(sentence: Sentence) -> list[Trigger]:
    """Find all triggers, in order, none overlapping another."""
    found: list[Trigger] = []
    index = 0
    while index < len(sentence.items):
        trigger = _trigger_at(sentence, index)
        if trigger is None:
            index += 1
        else:
            found.append(trigger)
            index = trigger.last + 1
    return found


def _trigger_at(sentence: Sentence, index: int) -> Trigger | None:
    low = sentence.low(index)
    is_march = low in lexicon().times["ambiguous_months"] and sentence.items[index].is_capital
    if not low or (is_march and index > 0):
        return None
    for entry in _entries(sentence, index, low):
        trigger = _fit(sentence, index, entry)
        if trigger is not None:
            return trigger
    return _meeting(sentence, index) or _measure(sentence, index) or _vehicle(sentence, index, low)


def _entries(sentence: Sentence, index: int, low: str) -> Iterator[LexiconEntry]:
    for entry in lexicon().entries.get(low, ()):
        if _says(sentence, index, entry.words):
            yield entry


def _says(sentence: Sentence, index: int, words: tuple[str, ...]) -> bool:
    return all(sentence.low(index + step) == word for step, word in enumerate(words))


def _fit(sentence: Sentence, index: int, entry: LexiconEntry) -> Trigger | None:
    """Take a form as noun or verb as the words before it demand; None if this entry is neither."""
    chain = chain_start(sentence, index)
    noun = _is_noun_use(sentence, index, entry.forms)
    forms = entry.forms
    if entry.frame.noun and "participle" not in forms:
        if not noun and _has_verb(sentence, index):
            return None
        chain = index
    elif forms & _VERB_FORMS:
        if noun and not forms & {"past", "participle", "ing"}:
            return None
        forms = _narrowed(sentence, chain, index, forms)
    if not _wanted(sentence, chain, index, entry):
        return None
    return Trigger(
        entry=entry, forms=forms, first=index, last=index + len(entry.words) - 1, chain=chain
    )


def _wanted(sentence: Sentence, chain: int, index: int, entry: LexiconEntry) -> bool:
    """Turn away forms that are words of movement only in certain company."""
    words = {sentence.low(step) for step in range(chain, index)}
    if sentence.low(index + 1) in lexicon().idioms.get(entry.lemma, ()):
        return False  # "take place", "take part"
    if entry.lemma == "go" and "ing" in entry.forms and _is_future(sentence, index):
        return False
    if entry.frame.name == "due":  # "is due in Callao", "is expected on Friday in Seoul"
        return bool(words & _BE) and sentence.low(index + 1) in {"in", "at", "back", "on", "from"}
    if entry.lemma == "been":  # "has been to Cairo"
        return bool(words & {"has", "have", "had", "'ve", "never"}) and (
            sentence.low(index + 1) == "to"
        )
    return True


def _is_future(sentence: Sentence, index: int) -> bool:
    """Tell "going to produce" from "going to Paris" and "going to the border"."""
    words = lexicon().words
    after = sentence.at(index + 2)
    return (
        sentence.low(index + 1) == "to"
        and after is not None
        and after.is_word
        and after.low not in words["determiners"]
        and after.low not in words["modifiers"]
    )


def _has_verb(sentence: Sentence, index: int) -> bool:
    return any(
        entry.forms & _VERB_FORMS for entry in lexicon().entries.get(sentence.low(index), ())
    )


def _may_do(sentence: Sentence, index: int, forms: frozenset[str]) -> bool:
    """Whether a noun may be the subject of the form: "a train heads", but not "a train journey"."""
    sort = sort_of(sentence, index)
    is_singular = sort is not Sort.GROUP and not sentence.low(index).endswith("s")
    return sort in _MOVERS and not (is_singular and "third" not in forms)


def _is_noun_use(sentence: Sentence, index: int, forms: frozenset[str]) -> bool:
    """Whether a determiner, a possessive or a preposition makes the form a noun."""
    words = lexicon().words
    for back in range(1, _REACH + 1):
        item = sentence.at(index - back)
        if item is None or (item.toponym is None and not item.is_word and item.low != "'s"):
            return False
        if item.low in words["determiners"] or item.low in _NOUN_LEADS:
            return True
        if item.low in words["auxiliaries"] or item.low in words["pronouns"]:
            return False
        if item.is_word and _may_do(sentence, index - back, forms):
            return False
        if item.is_capital and item.toponym is None and index - back > 0:
            return False
    return False


def _narrowed(sentence: Sentence, chain: int, index: int, forms: frozenset[str]) -> frozenset[str]:
    """Tell past tense and participle apart by the auxiliary before."""
    before = {sentence.low(step) for step in range(chain, index)}
    if before & _BE and "participle" in forms:
        return frozenset({"passive"})
    if before & {"has", "have", "had", "having", "'ve"} and "participle" in forms:
        return frozenset({"perfect"})
    if "past" in forms and not (chain < index and sentence.low(index - 1) in {"to", "did"}):
        return forms & {"past", "participle"}
    return forms - {"participle"} or forms


def chain_start(sentence: Sentence, index: int) -> int:
    """Walk left over auxiliaries, verbs like "plans to", adverbs and quotation marks."""
    words = lexicon().words
    start = index
    for step in range(index - 1, -1, -1):
        low = sentence.low(step)
        is_helper = (
            low in words["auxiliaries"] or low in words["catenatives"] or low.endswith("n't")
        )
        if is_helper:
            start = step
        elif not (low in words["adverbs"] or low.endswith("ly") or low in QUOTES):
            break
    return start


def _meeting(sentence: Sentence, index: int) -> Trigger | None:
    for words in lexicon().meetings.get(sentence.low(index), ()):
        if _says(sentence, index, words):
            return _plain(sentence, index, len(words), "meeting")
    return None


def _measure(sentence: Sentence, index: int) -> Trigger | None:
    """Match "the 683 miles to" and "680-mile journey" alike: a number, a unit, a preposition."""
    if sentence.low(index) not in lexicon().measures:
        return None
    number = sentence.low(index - 1)
    if not number[:1].isdigit() or sentence.low(index + 1) not in {"to", "from"}:
        return None
    if sentence.low(index - 2) not in {"the", "remaining", "last", "final", "full"}:
        return None
    return _plain(sentence, index, 1, "measure")


def _vehicle(sentence: Sentence, index: int, low: str) -> Trigger | None:
    if low not in lexicon().vehicle_nouns or sentence.low(index + 1) not in {"from", "between"}:
        return None
    return _plain(sentence, index, 1, "vehiclenoun")


def _plain(sentence: Sentence, index: int, length: int, frame: str) -> Trigger:
    tables = lexicon()
    low = sentence.low(index)
    entry = LexiconEntry(
        words=tuple(sentence.low(step) for step in range(index, index + length)),
        lemma=low,
        forms=frozenset({"noun"}),
        frame=tables.frames[frame],
        mode=tables.vehicles.get(low, Mode.UNKNOWN),
        subject="any",
    )
    return Trigger(
        entry=entry, forms=entry.forms, first=index, last=index + length - 1, chain=index
    )
