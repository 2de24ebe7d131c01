"""Tells whether a length may be that of a later stage: "flew to A, and on to B, 80 km".

The start is told with another verb than the figure, and between the two something else happened or
another place was reached: from there the figure may be counted as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.climbing import unit_of
from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Leg, Span

_VERB = "VERB"


def is_of_stage(scene: Scene, amount: Amount, leg_id: str) -> bool:
    """Whether a figure of a leg may be counted from another place than the leg's start."""
    leg = scene.story.legs.called(leg_id)
    start = scene.story.mention(leg.origin.toponym_id) if leg and leg.origin else None
    if leg is None or start is None:
        return False
    verbs = _verb_of(scene, start.span), _verb_of_amount(scene, amount)
    if verbs[0] == verbs[1]:
        return False
    between = sorted((start.span.end, amount.start))
    return _happens(scene, start.span, between, verbs) or _names_other(
        scene, start.span, between, leg
    )


Verb = tuple[int, int] | None


def _verb_of(scene: Scene, span: Span) -> Verb:
    """Find the sentence and the word of the verb that a name hangs on."""
    index = scene.story.article.sentence_at(span.start)
    if index is None:
        return None
    sentence = scene.story.document.sentences[index]
    inside = sentence.tokens_in(span)
    verb = sentence.tree.predicate(inside[0]) if inside and sentence.is_parsed else None
    return None if verb is None else (index, verb)


def _verb_of_amount(scene: Scene, amount: Amount) -> Verb:
    sentence = scene.story.document.sentences[scene.index]
    unit = unit_of(sentence, amount)
    verb = sentence.tree.predicate(unit) if unit is not None and sentence.is_parsed else None
    return None if verb is None else (scene.index, verb)


def _happens(scene: Scene, name: Span, between: list[int], verbs: tuple[Verb, Verb]) -> bool:
    """Whether something is done between two spots of the article that nobody merely says.

    What is told of the start itself is over: "from Lagos, where it had landed on Monday".
    """
    article, says = scene.story.article, listed("speaks", "reports")
    first, last = (article.sentence_at(at) for at in between)
    if first is None or last is None:
        return False
    return any(
        token.tag == _VERB
        and between[0] <= token.span.start < between[1]
        and (index, at) not in verbs
        and token.lower not in says
        and not _is_told_of(scene, index, at, name)
        for index in range(first, last + 1)
        for at, token in enumerate(scene.story.document.sentences[index].tokens)
    )


def _is_told_of(scene: Scene, index: int, verb: int, name: Span) -> bool:
    sentence = scene.story.document.sentences[index]
    above = (sentence.tokens[at].span.start for at in sentence.tree.ancestors(verb))
    return any(name.start <= start < name.end for start in above)


def _names_other(scene: Scene, name: Span, between: list[int], leg: Leg) -> bool:
    """Whether a spot is named between two spots of the article that is no end of the leg."""
    ends = {end.place.feature_id for end in (leg.origin, leg.destination) if end}
    first, last = (scene.story.article.sentence_at(at) for at in between)
    if first is None or last is None:
        return False
    return any(
        _is_other(one, ends) and not _is_named_under(scene, index, one.span, name)
        for index in range(first, last + 1)
        for one in scene.story.mentions.get(index, ())
        if between[0] <= one.span.start < between[1]
    )


def _is_named_under(scene: Scene, index: int, span: Span, name: Span) -> bool:
    inside = scene.story.document.sentences[index].tokens_in(span)
    return bool(inside) and _is_told_of(scene, index, inside[0], name)


def _is_other(mention: PlacedMention, ends: set[str]) -> bool:
    place = mention.place
    return place is not None and not mention.is_area and place.feature_id not in ends
