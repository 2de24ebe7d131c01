"""Mends what parsers take for a verb in the past, and for a participle, with words of movement.

"Were treated and moved to Lima" joins two participles; "a train with flour crossed into Peru" has
no verb but its last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from geo.contracts import Mode
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Sentence, Token
    from geo.contracts.tree import Tree
    from geo.lexicon.motion import LexiconEntry

_FINITE = "VBD"
_PARTICIPLE = "VBN"
_ROOT = "root"
_PREDICATED = ("cop", "nsubj", "aux")
_ENDS = frozenset({".", "”", '"', "!"})
_BOTH = frozenset({"past"})
_PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
_PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"


def with_participles(sentence: Sentence) -> Sentence:
    """Mend the tags of such verbs of movement; parsers take them for verbs in the past."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(tokens):
        if _is_participle(sentence.tree, tokens, index):
            tokens[index] = structs.replace(token, fine=_PARTICIPLE, form=_PASSIVE)
    return replace(sentence, tokens=tuple(tokens)) if tokens != [*sentence.tokens] else sentence


def with_main_verb(sentence: Sentence) -> Sentence:
    """Make a participle of movement the verb of a sentence that has none.

    Parsers take "crossed" of "a train with 40 tonnes of flour crossed into Peru" for what was done
    to the flour.
    """
    tokens, tree = list(sentence.tokens), sentence.tree
    for subject, token in enumerate(sentence.tokens):
        verb = _missing_verb(tree, sentence.tokens, subject) if token.relation == _ROOT else None
        if verb is None:
            continue
        for child in tree.children(subject):
            if child > verb:
                loose = "obl" if tokens[child].relation == "nmod" else tokens[child].relation
                tokens[child] = structs.replace(tokens[child], head=verb, relation=loose)
        tokens[verb] = structs.replace(
            tokens[verb], head=token.head, relation=_ROOT, fine=_FINITE, form=_PAST
        )
        tokens[subject] = structs.replace(token, head=verb, relation="nsubj")
    return replace(sentence, tokens=tuple(tokens)) if tokens != [*sentence.tokens] else sentence


def _missing_verb(tree: Tree, tokens: Sequence[Token], subject: int) -> int | None:
    """Find the participle behind a noun at the root that must be its verb."""
    is_noun = tokens[subject].tag in {"NOUN", "PROPN"} and not tree.children(subject, *_PREDICATED)
    is_sentence = tokens[-1].lower in _ENDS
    if not (is_noun and is_sentence):
        return None
    last = [i for i in tree.subtree(subject) if tokens[i].relation == "acl" and i > subject + 1]
    verb = last[-1] if last else subject
    is_verb = tokens[verb].fine == _PARTICIPLE and not tree.children(verb, "aux", "obj", "mark")
    entries = [one for one in motion().entries.get(tokens[verb].lower, ()) if one.forms & _BOTH]
    goes = [one for one in entries if not (_is_undergone(one) or one.frame.carries)]
    is_inner = tokens[verb].head != subject and subject in tree.ancestors(verb)
    return verb if is_verb and is_inner and goes and len(goes) == len(entries) else None


def _is_participle(tree: Tree, tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.fine != _FINITE or token.relation != "conj":
        return False
    entries = [one for one in motion().entries.get(token.lower, ()) if "participle" in one.forms]
    is_alone = not tree.children(index, "nsubj", "aux", "obj")
    is_joined = tokens[token.head].fine == _PARTICIPLE and tree.is_passive(token.head)
    return is_alone and is_joined and any(map(_is_undergone, entries))


def _is_undergone(entry: LexiconEntry) -> bool:
    """Whether it is no past ("flown"), or done to somebody where nobody is named behind it."""
    is_own_form = "past" not in entry.forms
    is_moved = "moves_objects" in entry.properties and entry.mode is Mode.UNKNOWN
    return is_own_form or entry.frame.carries or entry.frame.recovers or is_moved
