"""Tells of the second figure of a sentence whether it is said of the same place as the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.grammar import is_place_noun, subject_by_grammar
from geo.claims.story import is_same
from geo.claims.things import subject_word
from geo.lexicon import either, listed
from geo.lexicon.directions import ways

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Sentence, Token

_NOUN = "NOUN"
_OTHERS = frozenset({"VERB", "AUX", "PRON"})


def is_of_another(scene: Scene, amount: Amount, anchor: PlacedMention) -> bool:
    """Whether a second figure is of a thing: "it left A, 80 km from B, and was 9 km from C"."""
    sentence = scene.story.document.sentences[scene.index]
    if not sentence.is_parsed:
        return False
    if _is_thing_before(sentence, amount):
        return True
    ends = (one.span.end for one in scene.mentions if one.toponym.id in scene.anchors)
    told_last = max(scene.told_until, *ends, scene.sentence.start)
    way = re.match(rf"[\s,]*{either(ways())}", scene.between(told_last, amount.start))
    told_last += way.end() if way else 0  # "as the crow flies"
    between = [
        one
        for at, one in enumerate(sentence.tokens)
        if told_last <= one.span.start < amount.start and not _is_in_clause(sentence, at)
    ]
    if not any(map(_is_told, between)):  # "and only about 80 km from C"
        return False
    told, word = subject_by_grammar(scene, amount, anchor), subject_word(scene, amount)
    if word is not None and word.tag == _NOUN:
        return not is_place_noun(word)
    if told.place is not None and scene.subject is not None:
        return not is_same(told.place, scene.subject)
    is_it = word is not None and word.lower in listed("bare_pronoun")
    return not is_it or (word is not None and word.has("Number=Plur"))


def _is_in_clause(sentence: Sentence, at: int) -> bool:
    """Whether a word is of a clause that tells of a noun: "from Vienna, which is larger, and"."""
    above = (at, *sentence.tree.ancestors(at))
    return any(sentence.tokens[i].relation.startswith("acl") for i in above)


def _is_told(token: Token) -> bool:
    """Whether a word between two figures may tell of something else than the first did."""
    return token.tag in _OTHERS or (token.tag == _NOUN and not is_place_noun(token))


def _is_thing_before(sentence: Sentence, amount: Amount) -> bool:
    """Whether a thing that is no place stands right before: "and wolves 9 km from C"."""
    inside = sentence.tokens_in(amount.quantity.span)
    before = sentence.tokens[max(0, inside[0] - 1)] if inside else None
    return before is not None and before.tag == _NOUN and not is_place_noun(before)


def is_told_already(scene: Scene, found: PlacedMention, anchor: PlacedMention) -> bool:
    """Whether the sentence has said already how far a place is from the same anchor."""
    told = [one for one in scene.mentions if one.toponym.id in scene.anchors]
    is_subject = scene.subject is not None and is_same(scene.subject, found)
    return is_subject and any(is_same(one, anchor) for one in told)
