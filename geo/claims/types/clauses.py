"""Tells by grammar what a sentence says of each of its places, in words that rows can read.

"Lake Victoria, shared by three countries, is Africa's largest lake" says of Lake Victoria "shared
by three countries" and "is Africa's largest lake". Each is a text of its own, which begins with the
place and goes on with what is said of it; its offsets are still those of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.types.marked import Marked, Sign
from geo.contracts.token import ROOT
from geo.lexicon import any_of, either, listed
from geo.lexicon.kept import compiled
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from geo.contracts import Sentence

_SUBJECT = "nsubj"
_RELATIVE = "acl:relcl"
_LEFT_OUT = frozenset({"punct", "cc", "nsubj", "nsubj:pass"})
# How many things a sentence says of its places at most, so that long ones cost no more.
_MOST = 40
_VERBS = frozenset({"VERB", "AUX"})


def clauses(sentence: Sentence, marked: Marked) -> tuple[Marked, ...]:
    """List what is said of each place of a marked sentence."""
    if not sentence.is_parsed:
        return ()
    found: list[Marked] = [*_behind_aside(marked), *_behind_it(marked)]
    for at, sign in enumerate(marked.text):
        if not Sign.NAME <= ord(sign) < Sign.DEMONYM:
            continue
        head = _head(sentence, marked.starts[at], marked.ends[at])
        said = [] if head is None else sorted(set(_said_of(sentence, head)))
        for joint, token in said:
            clause = _clause(marked, at, joint, sentence.tokens[token].span.start)
            if clause is not None and len(found) < _MOST:
                found.append(clause)
    return tuple(found)


def _behind_aside(marked: Marked) -> list[Marked]:
    """Read "A, the largest country in B, borders C": the verb behind the comma is about A."""
    match = _aside().match(marked.text)
    if match is None:
        return []
    clause = _clause(marked, match.start("name"), " ", marked.starts[match.end()])
    return [] if clause is None else [clause]


def _behind_it(marked: Marked) -> list[Marked]:
    """Read "A has no coast; it borders B": behind the stop "it" is what the sentence opens with."""
    opening = _opens().match(marked.text)
    if opening is None:
        return []
    found = [
        _clause(marked, opening.start("name"), " ", marked.starts[match.end()])
        for match in _it().finditer(marked.text, opening.end())
        if not _new_thing().search(marked.text[opening.end() : match.start()])
    ]
    return [clause for clause in found if clause is not None]


@cache
def _opens() -> re.Pattern[str]:
    return compiled(rf"(?:[Tt]he\s)?(?P<name>[{chr(Sign.NAME)}-{chr(Sign.DEMONYM - 1)}])(?!['’])")


@cache
def _new_thing() -> re.Pattern[str]:
    """Find what tells of something else that "it" may be: "Mali has bought a ship; it lies"."""
    return compiled(rf"(?<![^\W_])(?:{any_of('indefinite')}|{any_of('possessive')})(?![^\W_])")


@cache
def _it() -> re.Pattern[str]:
    joint = rf"(?:;\s(?:{any_of('joins_clause')}\s)?|,\s{any_of('joins_clause')}\s)"
    return compiled(rf"{joint}it\s(?={either(lists('pointing')['verbs'])}(?![^\W_]))")


@cache
def _aside() -> re.Pattern[str]:
    names = f"[{chr(Sign.NAME)}-{chr(Sign.DEMONYM - 1)}]"
    return compiled(
        rf"(?:[^.,;]{{0,40}}\s[-–—]+\s)?(?:[Tt]he\s)?(?P<name>{names}),\s[^;.]*?[{chr(Sign.NAME)}-\uf8ff],\s"
        rf"(?={either(lists('pointing')['verbs'])}(?![^\W_]))"
    )


def _head(sentence: Sentence, start: int, end: int) -> int | None:
    """Find the word of a name that the others hang on, or the noun that the name is of."""
    first, last = sentence.token_at(start), sentence.token_at(end - 1)
    if first is None or last is None:
        return None
    inside = range(first, last + 1)
    head = next((i for i in inside if sentence.tokens[i].head not in inside), None)
    if head is None:
        return None
    token = sentence.tokens[head]
    is_of = token.relation in {"nmod", "nmod:desc"} and sentence.tree.preposition(head) == "of"
    if is_of and sentence.tokens[token.head].lemma in listed("place_noun"):
        return token.head
    return head


def _said_of(sentence: Sentence, head: int) -> Iterator[tuple[str, int]]:
    """List the first words of what is said of a noun, and what joins them to it.

    "A is near B, a big city, and across the river from C" says the last of A, not of B.
    """
    tokens, tree = sentence.tokens, sentence.tree
    if tokens[head].relation.startswith(_SUBJECT) and tokens[head].head != ROOT:
        yield from _predicates(sentence, tokens[head].head, head)
    for child in tree.children(head, "appos", "acl", "conj"):
        if tokens[child].relation == _RELATIVE:
            yield from _relative(sentence, child)
        elif tokens[child].relation != "conj" or _is_aside(sentence, head, child):
            for one in (child, *_joined(sentence, child)):
                if tokens[one].relation != "conj" or not tree.children(one, "case"):
                    yield ", ", _first(sentence, one)


def _predicates(sentence: Sentence, verb: int, subject: int) -> Iterator[tuple[str, int]]:
    """List a verb or what a place is, and what is said besides: "is A and about the size of B"."""
    tokens, tree = sentence.tokens, sentence.tree
    end = max(_phrase(sentence, subject))
    inside = [i for i in _phrase(sentence, verb) if i > end and tokens[i].relation != "punct"]
    if inside:
        yield " ", inside[0]
    # "Is landlocked" is what a place is, though it looks like what is done to it.
    is_state = tokens[verb].tag == "ADJ" and bool(tree.children(verb, "aux:pass"))
    has_copula = is_state or bool(tree.children(verb, "cop"))
    for other in _joined(sentence, verb):
        is_bare = tokens[other].tag not in _VERBS and not tree.children(other, "cop")
        yield (" is " if is_bare and has_copula else " "), _first(sentence, other)


def _relative(sentence: Sentence, verb: int) -> Iterator[tuple[str, int]]:
    """Read "which is A, and lies in B"; of "whose capital is A" nothing is said of the place."""
    subject = next(iter(sentence.tree.children(verb, _SUBJECT)), None)
    if subject is not None and sentence.tokens[subject].tag == "PRON":
        yield from _predicates(sentence, verb, subject)


def _joined(sentence: Sentence, index: int) -> Iterator[int]:
    """List what is joined to something by "and" and has no subject of its own."""
    for other in sentence.tree.children(index, "conj"):
        if not sentence.tree.children(other, _SUBJECT):
            yield other


def _is_aside(sentence: Sentence, head: int, other: int) -> bool:
    """Whether a noun goes on about a name: "Perth, the capital and the country's second city"."""
    tree = sentence.tree
    is_noun = sentence.tokens[other].tag == "NOUN" and bool(tree.children(other, "det", "nmod"))
    return is_noun and bool(tree.children(head, "appos"))


def _phrase(sentence: Sentence, index: int) -> list[int]:
    """List a word and all that hangs on it, in order."""
    found, queue = {index}, [index]
    while queue:
        new = set(sentence.tree.children(queue.pop())) - found
        found |= new
        queue += new
    return sorted(found)


def _first(sentence: Sentence, index: int) -> int:
    """Find the first word of a phrase, without what joins it."""
    left = [i for i in _phrase(sentence, index) if i <= index]
    while len(left) > 1 and sentence.tokens[left[0]].relation in _LEFT_OUT:
        left.pop(0)
    return left[0]


def _clause(marked: Marked, at: int, joint: str, start: int) -> Marked | None:
    """Put the sign of a place before what is said of it."""
    behind = bisect_left(marked.starts, start)
    if behind <= at + 1 or behind >= len(marked.starts):
        return None
    count = 1 + len(joint)
    return Marked(
        text=marked.text[at] + joint + marked.text[behind:],
        mentions=marked.mentions,
        starts=(*[start] * count, *marked.starts[behind:]),
        ends=(*[start] * count, *marked.ends[behind:]),
        is_clause=True,
    )
