"""The sentences of a story go in; who "Mr Kim", "she" or "the minister" is comes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.journeys.items import QUOTES
from geo.journeys.lexicon import lexicon
from geo.journeys.phrases import Phrase, phrase_before
from geo.journeys.sorts import Sort, is_function_word, is_time_word, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.journeys.items import Item, Sentence

_ROLE_REACH = 6
_SINGULAR = frozenset({"he", "she", "him", "her", "his"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A full name of the story, its parts in lower case, and the roles given to it beside it."""

    name: str
    parts: frozenset[str]
    initials: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller:
    """Who moves, as shown to people, and by what it is known again.

    Attributes
    ----------
    shown : the words for people.
    key : the full name of a person, else the head word ("ship"); "" when nobody is named.
    sort : what it is.
    owner : full name of the one whose vehicle it is.
    """

    shown: str
    key: str
    sort: Sort
    owner: str = ""


NOBODY = Traveller(shown="", key="", sort=Sort.OTHER)


@dataclass(slots=True)
class People:
    """All persons of a story, and where each is named."""

    persons: list[Person] = field(default_factory=list)
    named: dict[int, list[tuple[int, Person]]] = field(default_factory=dict)
    focus: dict[int, Person] = field(default_factory=dict)

    def find(self, words: Sequence[str]) -> Person | None:
        """Find the one person whose name has all these parts, or these initials."""
        wanted = _pieces(words)
        found = [person for person in self.persons if wanted <= person.parts]
        if not found and len(words) == 1:
            found = [person for person in self.persons if person.initials == words[0]]
        return found[0] if len({person.name for person in found}) == 1 else None

    def with_role(self, role: str) -> Person | None:
        """Find the one person who is called by a role ("minister")."""
        found = {person.name: person for person in self.persons if role in person.roles}
        return next(iter(found.values())) if len(found) == 1 else None

    def meant(self, sentence: Sentence, index: int) -> Person | None:
        """Find whom "he" or "she" at item ``index`` means: the one person named before it.

        Where the sentence names nobody yet, it is the one whom the sentence before is about.
        """
        here = [person for at, person in self.named.get(sentence.index, []) if at < index]
        if here:
            return here[0] if len({person.name for person in here}) == 1 else None
        return self.focus.get(sentence.index - 1)


def _pieces(parts: Sequence[str]) -> frozenset[str]:
    """Split at hyphens, so that "Jong-un" and "Jong Un" are the same."""
    return frozenset(piece.lower() for part in parts for piece in part.split("-"))


def find_people(sentences: Sequence[Sentence]) -> People:
    """Collect the full names (two capitalised parts or more), then each shorter mention."""
    runs = [(sentence, run) for sentence in sentences for run in _runs(sentence)]
    people = People()
    roles: dict[str, set[str]] = {}
    order: dict[str, list[str]] = {}
    for sentence, run in runs:
        parts = [sentence.items[step].text for step in run]
        if len(parts) > 1:
            name = " ".join(parts)
            order.setdefault(name, parts)
            roles.setdefault(name, set()).update(_roles(sentence, run))
    for name, parts in order.items():
        people.persons.append(
            Person(
                name=name,
                parts=_pieces(parts),
                initials="".join(piece[0] for part in parts for piece in part.split("-")).upper(),
                roles=frozenset(roles[name]),
            )
        )
    _merge_spellings(people)
    for sentence, run in runs:
        person = people.find([sentence.items[step].text for step in run])
        if person is not None:
            people.named.setdefault(sentence.index, []).append((run.start, person))
    for sentence in sentences:
        _focus(people, sentence)
    return people


def _focus(people: People, sentence: Sentence) -> None:
    """Note whom a sentence is about: who "he" at its start means, else the first one named."""
    named = people.named.get(sentence.index, [])
    about = named[0][1] if named else None
    if sentence.low(0) in {"he", "she"}:
        about = people.focus.get(sentence.index - 1, about)
    if about is not None:
        people.focus[sentence.index] = about


def _merge_spellings(people: People) -> None:
    """Drop a name whose parts all stand in one longer name ("Kim Jong" beside "Kim Jong Un")."""
    people.persons = [
        person
        for person in people.persons
        if not any(person is not other and person.parts < other.parts for other in people.persons)
    ]


def _runs(sentence: Sentence) -> Iterator[range]:
    """Find the runs of capitalised words that may be a person's name, titles left out."""
    start: int | None = None
    for index in range(len(sentence.items) + 1):
        item = sentence.at(index)
        if item is not None and _is_part(item, sentence, index):
            start = index if start is None else start
        elif start is not None:
            yield range(start, index)
            start = None


def _is_part(item: Item, sentence: Sentence, index: int) -> bool:
    words = lexicon().words
    if item.toponym is not None or not item.is_word or not item.is_capital:
        return False
    low = item.low
    if low in words["titles"] or low in words["not_names"] or is_time_word(low):
        return False
    if sort_of(sentence, index) is not Sort.OTHER:
        return False
    if sentence.is_headline and low in lexicon().entries:
        return False
    is_start = index == 0 or sentence.low(index - 1) in QUOTES
    follower = sentence.at(index + 1)
    return not is_start or (follower is not None and (follower.is_capital or follower.low == "'s"))


def _roles(sentence: Sentence, run: range) -> Iterator[str]:
    """Read the roles beside a name: "Chancellor X", "X, the defence minister,"."""
    words = lexicon().words
    for step in range(run.start - 1, max(-1, run.start - 1 - _ROLE_REACH), -1):
        item = sentence.items[step]
        if item.low in words["persons"]:
            yield item.low
        is_inside = item.is_word or item.toponym is not None
        if not is_inside or item.low in words["determiners"] or is_function_word(item.low):
            break
    if sentence.low(run.stop) == ",":
        yield from _role_behind(sentence, run.stop + 1)


def _role_behind(sentence: Sentence, start: int) -> Iterator[str]:
    words = lexicon().words
    for step in range(start, min(len(sentence.items), start + _ROLE_REACH)):
        low = sentence.low(step)
        if low in words["persons"]:
            yield low
            return
        if low in {",", "."} or low in words["auxiliaries"]:
            return


def identify(sentence: Sentence, phrase: Phrase, people: People, text: str) -> Traveller:
    """Name the traveller that a noun phrase means; its own words where nobody fuller is known."""
    words = text[sentence.items[phrase.first].start : sentence.items[phrase.last].end]
    head = sentence.items[phrase.head]
    if phrase.sort is Sort.PRONOUN:
        return _pronoun(sentence, phrase, people, text)
    if phrase.sort is Sort.NAME:
        return _name(sentence, phrase, people, words)
    owner = _owner(sentence, phrase, people)
    shown = _without_article(sentence, phrase, words)
    if phrase.sort is Sort.PERSON and head.low in lexicon().words["persons"]:
        person = people.with_role(head.low) if _is_short(sentence, phrase) else None
        if person is not None:
            return Traveller(shown=person.name, key=person.name, sort=Sort.NAME)
    single = lexicon().singular.get(head.low, head.low) or head.text.lower()
    return Traveller(shown=shown, key=single, sort=phrase.sort, owner=owner)


def _is_short(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether only "the" and at most one word more stand before the role."""
    return sentence.low(phrase.first) == "the" and phrase.last - phrase.first < 3  # noqa: PLR2004


def _speaker(sentence: Sentence, index: int) -> Phrase | None:
    """Read the role of the one who speaks of himself: "the minister said that he would …"."""
    words = lexicon().words
    back = index - 2 if sentence.low(index - 1) == "that" else index - 1
    if sentence.low(back) not in words["reporting"] | lexicon().status["denial"]:
        return None
    while sentence.low(back - 1) in words["auxiliaries"]:
        back -= 1
    found = phrase_before(sentence, back)
    return found if found is not None and found.sort is Sort.PERSON else None


def _pronoun(sentence: Sentence, phrase: Phrase, people: People, text: str) -> Traveller:
    low = sentence.items[phrase.head].low
    if low in _SINGULAR:
        speaker = _speaker(sentence, phrase.first)
        if speaker is not None:
            return identify(sentence, speaker, people, text)
        person = people.meant(sentence, phrase.first)
        if person is not None:
            return Traveller(shown=person.name, key=person.name, sort=Sort.NAME)
    words = sentence.items[phrase.head].text
    # "their trip" names nobody; "they flew" at least has a word to show.
    shown = "" if low in {"his", "their", "its", "her"} else words
    return Traveller(shown=shown, key="", sort=Sort.PRONOUN)


def _name(sentence: Sentence, phrase: Phrase, people: People, words: str) -> Traveller:
    courtesy = lexicon().words["courtesy"]
    parts = [
        sentence.items[step].text
        for step in range(phrase.first, phrase.head + 1)
        if sentence.items[step].is_word and sentence.items[step].low not in courtesy
    ]
    person = people.find(parts)
    if person is not None:
        return Traveller(shown=person.name, key=person.name, sort=Sort.NAME)
    return Traveller(shown=words, key=" ".join(parts), sort=Sort.NAME)


def _owner(sentence: Sentence, phrase: Phrase, people: People) -> str:
    if phrase.owner_first < 0:
        return ""
    parts = [
        item.text
        for item in sentence.items[phrase.owner_first : phrase.owner_last + 1]
        if item.is_word and item.low not in lexicon().words["courtesy"]
    ]
    person = people.find(parts)
    return person.name if person is not None else ""


def _without_article(sentence: Sentence, phrase: Phrase, words: str) -> str:
    first = sentence.low(phrase.first)
    if first in {"a", "an", "the"} and phrase.last > phrase.first:
        return words[len(first) :].lstrip()
    return words
