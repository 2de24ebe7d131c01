"""Takes a verb joined to one in the passive for a participle: "were treated and moved to Lima"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from geo.contracts import Mode
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from geo.contracts import Sentence, Token
    from geo.contracts.tree import Tree
    from geo.lexicon.motion import LexiconEntry

_FINITE = "VBD"
_PARTICIPLE = "VBN"
_PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"


def with_participles(sentence: Sentence) -> Sentence:
    """Mend the tags of such verbs of movement; parsers take them for verbs in the past."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(tokens):
        if _is_participle(sentence.tree, tokens, index):
            tokens[index] = structs.replace(token, fine=_PARTICIPLE, form=_PASSIVE)
    return replace(sentence, tokens=tuple(tokens)) if tokens != [*sentence.tokens] else sentence


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
    return is_own_form or entry.frame.carries or is_moved
