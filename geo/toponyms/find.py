"""An article and a gazetteer go in; the words of its story that name a place come out."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Relation, RelationKind, Sense, Toponym, ToponymKind
from geo.toponyms.demonyms import find_demonyms
from geo.toponyms.descriptions import Named, find_descriptions
from geo.toponyms.found import Found
from geo.toponyms.ground import IN_GROUND
from geo.toponyms.holders import holder_before, holder_in_apposition
from geo.toponyms.judge import judge
from geo.toponyms.landmarks import find_landmarks
from geo.toponyms.people import known_people
from geo.toponyms.senses import of_team, only_teams, senses_of
from geo.toponyms.short_forms import Landforms, short_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Article, Document
    from geo.contracts.name_words import Sentence
    from geo.ports import Gazetteer
    from geo.toponyms.found import Found
    from geo.toponyms.senses import SenseJudgement

_FEWEST_CAPITALS = 0.01
_WORDS_TO_JUDGE = 8
_HOLDER_REACH = 2  # "in the"


class _Draft(NamedTuple):
    """A toponym in the making; ``first`` and ``end`` count words of sentence ``number``."""

    number: int
    first: int
    end: int
    start: int
    stop: int
    kind: ToponymKind
    sense: Sense
    name: str
    reason: str
    relation: Relation | None = None
    is_held: bool = False
    is_doubtful: bool = False


def find_toponyms(
    article: Article, document: Document, gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """Find the toponyms of the story's sentences, in the order of the text."""
    sentences = document.name_words
    people = known_people(document, sentences)
    found = judge(sentences, people, gazetteer, is_lower=_is_lower(sentences))
    by_sentence = _names_of(found, sentences)
    taken: list[set[int]] = [set() for _ in sentences]
    for number, word in people.words:
        taken[number].add(word)
    drafts: list[tuple[_Draft, str]] = []
    landforms = Landforms()
    for number, sentence in enumerate(sentences):
        names = _with_landmarks(number, sentence, by_sentence[number], frozenset(taken[number]))
        landforms.add(name.name for name in names)
        names += _short_forms(number, sentence, names, landforms)
        busy = taken[number].union(*(range(name.first, name.end) for name in names))
        names += _demonyms(number, sentence, gazetteer, frozenset(busy))
        names.sort()
        whole = _with_descriptions(number, sentence, names, gazetteer)
        drafts += zip(whole, _containers(whole, sentence), strict=True)
    return tuple(
        _toponym(article, number, draft, container)
        for number, (draft, container) in enumerate(drafts, 1)
    )


def _names_of(found: Sequence[Found], sentences: Sequence[Sentence]) -> list[list[_Draft]]:
    """Give the names of each sentence, each with whether the place itself is meant."""
    by_sentence: list[list[_Draft]] = [[] for _ in sentences]
    teams = only_teams(found)
    for number, group in groupby(found, key=attrgetter("number")):
        several = list(group)
        readings = senses_of(several, sentences[number])
        by_sentence[number] = [
            _of_name(one, of_team(reading) if one.match.name.lower() in teams else reading)
            for one, reading in zip(several, readings, strict=True)
        ]
    return by_sentence


def _is_lower(sentences: Sequence[Sentence]) -> bool:
    """Whether the whole story is written without capitals."""
    letters = [token for sentence in sentences for token in sentence.tokens if token.text.isalpha()]
    capitals = sum(token.is_capital for token in letters)
    return len(letters) >= _WORDS_TO_JUDGE and capitals <= _FEWEST_CAPITALS * len(letters)


def _of_name(found: Found, reading: SenseJudgement) -> _Draft:
    match = found.match
    return _Draft(
        number=found.number,
        first=match.first,
        end=match.end,
        start=match.start,
        stop=match.stop,
        kind=ToponymKind.NAME,
        sense=reading.sense,
        name=match.name,
        reason=reading.reason,
        is_held="its container after" in found.signs,
        is_doubtful=IN_GROUND in found.signs,
    )


def _with_landmarks(
    number: int, sentence: Sentence, names: list[_Draft], people: frozenset[int]
) -> list[_Draft]:
    """Put names like "Darby Street" in the place of what was found inside them."""
    kept = names
    for found in find_landmarks(sentence, people):
        if any(name.first <= found.first and found.end <= name.end for name in kept):
            continue
        if found.is_weak and any(
            name.first < found.end and found.first < name.end for name in kept
        ):
            continue
        kept = [name for name in kept if name.end <= found.first or found.end <= name.first]
        run = sentence.tokens[found.first : found.end]
        kept.append(
            _Draft(
                number=number,
                first=found.first,
                end=found.end,
                start=run[0].start,
                stop=run[-1].end,
                kind=ToponymKind.NAME,
                sense=Sense.LITERAL,
                name=" ".join(token.text for token in run),
                reason=f"named with the word “{found.head}”",
            )
        )
    return kept


def _short_forms(
    number: int, sentence: Sentence, names: Sequence[_Draft], landforms: Landforms
) -> list[_Draft]:
    busy = frozenset(word for name in names for word in range(name.first, name.end))
    return [
        _Draft(
            number=number,
            first=found.first,
            end=found.first + 1,
            start=found.start,
            stop=found.stop,
            kind=ToponymKind.NAME,
            sense=Sense.LITERAL,
            name=found.name,
            reason=f"the story has named “{found.name}” in full",
        )
        for found in short_forms(sentence, landforms, busy)
    ]


def _demonyms(
    number: int, sentence: Sentence, gazetteer: Gazetteer, taken: frozenset[int]
) -> list[_Draft]:
    return [
        _Draft(
            number=number,
            first=demonym.first,
            end=demonym.end,
            start=demonym.start,
            stop=demonym.stop,
            kind=ToponymKind.DEMONYM,
            sense=Sense.ASSOCIATIVE,
            name=demonym.name,
            reason=f"people or things of {demonym.name}",
        )
        for demonym in find_demonyms(sentence, gazetteer, taken)
    ]


def _with_descriptions(
    number: int, sentence: Sentence, names: list[_Draft], gazetteer: Gazetteer
) -> list[_Draft]:
    """Put descriptions in the place of the names that they are made of."""
    named = [Named(draft.first, draft.end, draft.name) for draft in names]
    found = list(find_descriptions(sentence, named, gazetteer))
    covered = {word for each in found for word in range(each.first, each.end)}
    kept = [draft for draft in names if draft.first not in covered]
    for each in found:
        tokens = sentence.tokens[each.first : each.end]
        kept.append(
            _Draft(
                number=number,
                first=each.first,
                end=each.end,
                start=tokens[0].start,
                stop=tokens[-1].end,
                kind=ToponymKind.DESCRIPTION,
                sense=Sense.LITERAL,
                name=" – ".join(each.relation.of),
                reason=_described(each.relation),
                relation=each.relation,
            )
        )
    return sorted(kept, key=lambda draft: draft.start)


def _described(relation: Relation) -> str:
    if relation.kind is RelationKind.CAPITAL:
        return f"describes the capital of {relation.of[0]}"
    if not relation.of:
        return "a border that the story has named or implied"
    return "describes a border of " + " and ".join(relation.of)


def _containers(drafts: Sequence[_Draft], sentence: Sentence) -> Iterator[str]:
    """Name the place beside each that may hold it ("Paris, Texas", "Tripoli in Lebanon")."""
    demonyms = {one.end: one.name for one in drafts if one.kind is ToponymKind.DEMONYM}
    named = {one.first: one.name for one in drafts}
    for draft in drafts:
        holder = _holder_behind(draft, drafts) if draft.is_held else ""
        if not holder and draft.kind is ToponymKind.NAME:
            holder = holder_before(draft.first, demonyms, sentence.tokens) or holder_in_apposition(
                draft.end, named, sentence.tokens
            )
        yield holder


def _holder_behind(draft: _Draft, drafts: Sequence[_Draft]) -> str:
    """Name the place right behind; a sentence may be a list of thousands."""
    first, end = (
        bisect_left(drafts, word, key=attrgetter("first"))
        for word in (draft.end, draft.end + _HOLDER_REACH + 1)
    )
    near = (other.name for other in drafts[first:end] if other.kind is ToponymKind.NAME)
    return next(near, "")


def _toponym(article: Article, number: int, draft: _Draft, container: str) -> Toponym:
    return Toponym(
        id=f"t{number}",
        span=article.span(draft.start, draft.stop),
        kind=draft.kind,
        sense=draft.sense,
        name=draft.name,
        container=container,
        relation=draft.relation,
        reason=draft.reason,
        is_doubtful=draft.is_doubtful,
    )
