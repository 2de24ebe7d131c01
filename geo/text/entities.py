"""A sentence with grammar goes in; the names in it that the grammar shows to be no places come out.

A noun beside a name says what it is the name of: "the tanker Alma Star", "a judge, Lena Hill,",
"Hale & Sons, a bakery". Two names hung together as those of people are ("Lena Hill ruled") are a
person's, unless a word of place stands before them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import Entity, EntityKind, Span
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.lexicon.names import dictionary, first_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.contracts import Sentence

_NAME_TAG = "PROPN"
_JOINED_AS_PEOPLE = "flat"
_LONGEST = 6
_QUOTES = frozenset("'\"‘’“”«»`") | {"''", "``"}


def entities_of(sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """Find the names of a text that are known to be no places; none without grammar.

    A name of several words that was shown to be none once is none all through the text.
    """
    runs = [(sentence, run) for sentence in sentences for run in _runs(sentence)]
    found = [_entity(sentence, run) for sentence, run in runs]
    shown: dict[str, Entity] = {}
    for entity, (_, run) in zip(found, runs, strict=True):
        if entity is not None and len(run) > 1:
            shown.setdefault(entity.span.text, entity)
    return tuple(
        entity or replace(shown[span.text], span=span)
        for entity, (sentence, run) in zip(found, runs, strict=True)
        if entity is not None or (span := _span(sentence, run)).text in shown
    )


def _runs(sentence: Sentence) -> Iterator[range]:
    index = 0
    while sentence.is_parsed and index < len(sentence.tokens):
        run = _run(sentence, index)
        index = run.stop + 1
        if run:
            yield run


def _run(sentence: Sentence, index: int) -> range:
    """Take the words of a name that begins at a word; none where no name begins."""
    end = index
    if _is_capital(sentence, index) and sentence.tokens[index].lemma in listed("firm"):
        end += 1  # "Team Lena Hill"
    first_name = end
    while end - index < _LONGEST and _is_name(sentence, end):
        end += 1
        if end < len(sentence.tokens) and sentence.tokens[end].span.text == "&":
            end += _is_name(sentence, end + 1)
    return range(index, end if end > first_name else index)


def _is_name(sentence: Sentence, index: int) -> bool:
    return _is_capital(sentence, index) and sentence.tokens[index].tag == _NAME_TAG


def _is_capital(sentence: Sentence, index: int) -> bool:
    tokens = sentence.tokens
    return index < len(tokens) and tokens[index].span.text[:1].isupper()


def _entity(sentence: Sentence, run: range) -> Entity | None:
    top = _top(sentence, run)
    if top is None:
        return None
    for noun in _nouns(sentence, run, top):
        kind = _kinds().get(sentence.tokens[noun].lemma)
        if kind is not None:
            words = sentence.tokens[noun].span.text
            return _made(sentence, run, kind, f"named beside “{words}”")
    if len(run) > 1 and sentence.tokens[run.start].lemma in listed("firm"):
        return _made(sentence, run, EntityKind.ORGANISATION, "named with a word for a body")
    if len(run) > 1 and _is_quoted(sentence, run):
        return _made(sentence, run, EntityKind.WORK, "a name in quotation marks")
    if _is_person(sentence, run, top):
        return _made(sentence, run, EntityKind.PERSON, "two names joined as those of people")
    return None


def _top(sentence: Sentence, run: range) -> int | None:
    """Find the word of a name that hangs on a word outside it; several hang on the same one."""
    tops = [i for i in run if sentence.tokens[i].head not in run]
    heads = {sentence.tokens[i].head for i in tops}
    return tops[0] if len(heads) == 1 else None


def _nouns(sentence: Sentence, run: range, top: int) -> Iterator[int]:
    """List the nouns that say what the name is the name of, surest first."""
    tree, token = sentence.tree, sentence.tokens[top]
    if token.relation == "appos":
        yield token.head
    yield from tree.children(top, "nmod:desc")
    before = run.start - 1
    if before >= 0 and sentence.tokens[before].tag == "NOUN" and token.relation != "appos":
        yield before
    if len(run) > 1:
        beside = (i for one in run for i in tree.children(one, "appos") if i not in run)
        yield from (i for i in beside if sentence.tokens[i].tag == "NOUN")


def _is_quoted(sentence: Sentence, run: range) -> bool:
    """Whether quotation marks stand right before and right behind a name."""
    tokens = sentence.tokens
    around = (run.start - 1, run.stop)
    return all(0 <= i < len(tokens) and tokens[i].span.text in _QUOTES for i in around)


def _is_person(sentence: Sentence, run: range, top: int) -> bool:
    """Whether a name hangs together as those of people do, and no word of place is before it."""
    names = [i for i in sentence.tree.children(top, _JOINED_AS_PEOPLE) if i in run]
    if not names or len(names) + 1 != len(run):
        return False
    first = sentence.tokens[run.start]
    is_word = first.lower in dictionary() and first.lower not in first_names()
    if is_word or not first.span.text.istitle():
        return False  # "Air Malta", "Cape Horn", "SME Malta"
    preposition = sentence.tree.preposition(top)
    return preposition not in listed("locative") and not sentence.tree.children(top, "det")


def _made(sentence: Sentence, run: range, kind: EntityKind, reason: str) -> Entity:
    return Entity(kind=kind, span=_span(sentence, run), reason=reason)


def _span(sentence: Sentence, run: range) -> Span:
    start, end = sentence.tokens[run.start].span.start, sentence.tokens[run.stop - 1].span.end
    base = sentence.span.start
    return Span(start=start, end=end, text=sentence.span.text[start - base : end - base])


@cache
def _kinds() -> Mapping[str, EntityKind]:
    """File the nouns that say what a name is the name of, in the singular."""
    tables = motion()
    found = dict.fromkeys(listed("work"), EntityKind.WORK)
    found |= dict.fromkeys(listed("firm"), EntityKind.ORGANISATION)
    found |= dict.fromkeys(set(tables.vehicles) - listed("way"), EntityKind.VEHICLE)
    return found | dict.fromkeys(listed("role"), EntityKind.PERSON)
