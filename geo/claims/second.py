"""Tells of the second figure of a sentence whether it is said of the same place as the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.claims.grammar import is_place_noun, subject_by_grammar
from geo.claims.story import is_same
from geo.lexicon import either
from geo.lexicon.directions import ways

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Sentence

_VERBS = frozenset({"VERB", "AUX"})


def is_of_another(scene: Scene, amount: Amount, anchor: PlacedMention) -> bool:
    """Whether a second figure is of a thing: "it left A, 80 km from B, and was 9 km from C"."""
    sentence = scene.story.document.sentences[scene.index]
    ends = (one.span.end for one in scene.mentions if one.toponym.id in scene.anchors)
    told_last = max(scene.told_until, *ends, scene.sentence.start)
    way = re.match(rf"[\s,]*{either(ways())}", scene.between(told_last, amount.start))
    told_last += way.end() if way else 0  # "as the crow flies"
    is_clause = any(
        token.tag in _VERBS and told_last <= token.span.start < amount.start
        for token in sentence.tokens
    )
    if _is_thing_before(sentence, amount):
        return True
    if not is_clause:  # "and only about 80 km from C"
        return False
    told = subject_by_grammar(scene, amount, anchor)
    return told.is_named and told.place is None


def _is_thing_before(sentence: Sentence, amount: Amount) -> bool:
    """Whether a thing that is no place stands right before: "and wolves 9 km from C"."""
    inside = sentence.tokens_in(amount.quantity.span)
    before = sentence.tokens[max(0, inside[0] - 1)] if inside else None
    return before is not None and before.tag == "NOUN" and not is_place_noun(before)


def is_told_already(scene: Scene, found: PlacedMention, anchor: PlacedMention) -> bool:
    """Whether the sentence has said already how far a place is from the same anchor."""
    told = [one for one in scene.mentions if one.toponym.id in scene.anchors]
    is_subject = scene.subject is not None and is_same(scene.subject, found)
    return is_subject and any(is_same(one, anchor) for one in told)
