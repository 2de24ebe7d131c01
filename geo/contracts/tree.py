"""Answers what hangs on what in one sentence: the subject of a verb, its objects, a whole phrase.

Words are asked for by their index in the sentence, and answers are indices. Without grammar every
answer is empty.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts.token import Token

_SUBJECTS = ("nsubj", "csubj")
_VERBS = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset({"PronType=Rel"})
# What joins words into one name or number: their head stands for them all.
_INSIDE_NAME = frozenset({"flat", "compound", "fixed", "goeswith"})
# What hangs on a noun but tells something new of it, and what only parts phrases.
_NOT_IN_PHRASE = frozenset({"acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "case"})


class Adjunct(NamedTuple):
    """A phrase that hangs on a verb or noun by a preposition, or by none ("last Monday").

    Attributes
    ----------
    preposition : in small letters, of several words too ("because of"); empty if none.
    word : the word of the phrase that all its others hang on.
    """

    preposition: str
    word: int


@cache
def _names(relation: str) -> frozenset[str]:
    """Give what a relation answers to: "nsubj:pass" to "nsubj", too."""
    return frozenset({relation, relation.partition(":")[0]})


class Tree:
    """The words of one sentence, each hung on its head."""

    __slots__ = ("_children", "_relations", "_tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        children: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.relation and 0 <= token.head < len(tokens):
                children[token.head].append(index)
        self._children = tuple(map(tuple, children))
        self._relations = [_names(token.relation) for token in tokens]

    @property
    def root(self) -> int | None:
        """The word that the sentence hangs on; None without grammar."""
        return next((i for i, token in enumerate(self._tokens) if token.relation == "root"), None)

    def head(self, index: int) -> int | None:
        """Find the word that a word hangs on; None at the root."""
        head = self._tokens[index].head
        return head if head >= 0 else None

    def children(self, index: int, *relations: str) -> tuple[int, ...]:
        """List words that hang on a word, in order; "nsubj" asks for "nsubj:pass" too."""
        found = self._children[index]
        if not (found and relations):
            return found
        # Asked for thousands of times a story.
        names = self._relations
        return tuple([i for i in found if not names[i].isdisjoint(relations)])

    def ancestors(self, index: int) -> Iterator[int]:
        """Climb from a word's head to the root."""
        at = self.head(index)
        while at is not None:
            yield at
            at = self.head(at)

    def conjuncts(self, index: int) -> tuple[int, ...]:
        """List the words joined to a word by "and" or commas, itself among them, in order."""
        first = index
        while self._is(first, "conj"):
            first = self._tokens[first].head
        found, queue = {first}, [first]
        while queue:
            new = self.children(queue.pop(), "conj")
            found.update(new)
            queue.extend(new)
        return tuple(sorted(found))

    def predicate(self, index: int) -> int | None:
        """Find the verb, or what is said with "be", at a word or nearest above it."""
        return next((i for i in (index, *self.ancestors(index)) if self._governs(i)), None)

    # --- verbs ---------------------------------------------------------------------------------

    def subject(self, verb: int) -> int | None:
        """Find what does what a verb says, or undergoes it in the passive (see `is_passive`).

        A pronoun that opens a relative clause gives way to the noun that it stands for; a verb
        without a subject of its own ("and left", "wants to leave") takes that of the verb that it
        hangs on, and "the ship carrying corn" that noun.
        """
        own = self.children(verb, *_SUBJECTS)
        if own:
            return self._meant(own[0], verb)
        token = self._tokens[verb]
        if self._is(verb, "acl"):
            # "the ship carrying corn" carries it; "the order to leave" does not leave.
            return None if token.has("VerbForm=Inf") else token.head
        if self._is(verb, "xcomp"):
            controlled = self.children(token.head, "obj", "iobj")
            return controlled[0] if controlled else self.subject(token.head)
        if self._is(verb, "conj", "advcl", "parataxis") and self._governs(token.head):
            return self.subject(token.head)
        return None

    def subjects(self, verb: int) -> tuple[int, ...]:
        """List the subject and what is joined to it: "Kim and Lavrov" are two."""
        subject = self.subject(verb)
        return () if subject is None else self._joined(subject)

    def agent(self, verb: int) -> int | None:
        """Find who does what a passive verb says: "by ..."; None where it is not said."""
        return next(iter(self.children(verb, "obl:agent")), None)

    def objects(self, verb: int) -> tuple[int, ...]:
        """List what a verb's action is done to, in the active; joined words are each told."""
        return tuple(i for one in self.children(verb, "obj") for i in self._joined(one))

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is in the passive: "were shipped"; also "the grain shipped by rail"."""
        if self.children(verb, "nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"):
            return True
        token = self._tokens[verb]
        if verb and self._tokens[verb - 1].lemma == "have":
            return False  # "was to have unloaded", which taggers take for a passive
        joined = self._is(verb, "conj") and token.fine == "VBN"
        if joined and not self.children(verb, "aux", "nsubj"):
            return self.is_passive(token.head)  # "were met and driven to Lima"
        is_bare = token.relation == "acl" and not self.children(verb, "aux", "nsubj")
        return token.has("Voice=Pass") or (is_bare and token.fine in {"VBN", "VBD"})

    def is_negated(self, index: int) -> bool:
        """Whether "not", "n't", "never" or "no" hangs on a word."""
        return any(self._tokens[i].has("Polarity=Neg") for i in self._children[index]) or any(
            self._tokens[i].lemma in {"never", "no"} for i in self.children(index, "advmod", "det")
        )

    def auxiliaries(self, verb: int) -> tuple[int, ...]:
        """List words like "will", "has", "may" and "were" that hang on a verb."""
        return self.children(verb, "aux", "cop")

    def particles(self, verb: int) -> tuple[int, ...]:
        """List words that make one verb with it: "set off", "take over"."""
        return self.children(verb, "compound:prt")

    # --- phrases -------------------------------------------------------------------------------

    def adjuncts(self, index: int) -> tuple[Adjunct, ...]:
        """List phrases of place, time and manner that hang on a verb or a noun, in order."""
        return tuple(
            Adjunct(self.preposition(i), i)
            for one in self.children(index, "obl", "nmod")
            for i in self._joined(one)
        )

    def preposition(self, index: int) -> str:
        """Tell what joins a word to its head: "from", "because of", "'s"; empty if nothing."""
        at = index
        cases = self.children(at, "case")
        # "in Paris and Rome": the second has none of its own.
        while not cases and self._is(at, "conj"):
            at = self._tokens[at].head
            cases = self.children(at, "case")
        words = [i for case in cases for i in (case, *self.children(case, "fixed"))]
        return " ".join(self._tokens[i].lower for i in words)

    def possessor(self, index: int) -> int | None:
        """Find whose a thing is: "Yemen" of "Yemen's port city"; None where it is not said."""
        return next(iter(self.children(index, "nmod:poss")), None)

    def top(self, index: int) -> int:
        """Find the word that stands for the name or compound that a word is part of."""
        while self._is(index, *_INSIDE_NAME):
            index = self._tokens[index].head
        return index

    def governor(self, index: int) -> int | None:
        """Find what the phrase of a word hangs on: for "Odesa" of "the port of Odesa" the port."""
        at = self.top(index)
        while self._is(at, "conj"):
            at = self._tokens[at].head
        return self.head(at)

    def subtree(self, index: int) -> tuple[int, ...]:
        """List a word and all that hangs on it, straight or by others, in order."""
        found, queue = [index], [index]
        while queue:
            new = self._children[queue.pop()]
            found.extend(new)
            queue.extend(new)
        return tuple(sorted(found))

    def phrase(self, index: int) -> tuple[int, ...]:
        """Take a word and what belongs to it closely, in order.

        Left out are clauses, what is joined to it, its own preposition, and signs.
        """
        inner = (
            i
            for one in self._children[index]
            if not self._is(one, *_NOT_IN_PHRASE)
            for i in self.subtree(one)
        )
        return tuple(sorted((index, *inner)))

    def _joined(self, index: int) -> tuple[int, ...]:
        """List a word and those joined to it further on; not those before it."""
        return tuple(i for i in self.conjuncts(index) if i >= index)

    def _is(self, index: int, *relations: str) -> bool:
        return not self._relations[index].isdisjoint(relations)

    def _governs(self, index: int) -> bool:
        return self._tokens[index].tag in _VERBS or bool(self.children(index, "cop"))

    def _meant(self, subject: int, verb: int) -> int:
        token = self._tokens[subject]
        is_relative = self._is(verb, "acl:relcl") and any(map(token.has, _RELATIVE))
        return self._tokens[verb].head if is_relative else subject
