"""Tells whether a figure behind where somebody was going may say where something happened.

"The ferry sank on its way from Lima to Arica, 40 km north of Ica": what lies 40 km north of Ica is
where it sank. That Arica lies there the words may say, but nothing firm rests on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.lexicon import listed
from geo.lexicon.frames import Phase
from geo.lexicon.motion import motion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention, Scene
    from geo.contracts import Amount, Sentence
    from geo.lexicon.motion import LexiconEntry


def is_maybe_of_event(scene: Scene, place: PlacedMention, amount: Amount) -> bool:
    """Whether a place before a figure is only where a way led on which something happened."""
    sentence = scene.story.document.sentences[scene.index]
    if not (sentence.is_parsed and scene.just_before(amount.start).endswith(", ")):
        return False
    words = (i for i, token in enumerate(sentence.tokens) if token.span.end == place.span.end)
    end = next(words, None)
    if end is None:
        return False
    at = sentence.tree.top(end)
    leads = sentence.tree.preposition(at) in listed("toward") | listed("heads_for")
    return leads and any(_happens(sentence, verb) for verb in _verbs_above(sentence, at))


def _verbs_above(sentence: Sentence, word: int) -> Iterator[int]:
    yield from (i for i in sentence.tree.ancestors(word) if sentence.tokens[i].tag == "VERB")


def _happens(sentence: Sentence, verb: int) -> bool:
    """Whether a verb in the past tells what happened there, and no movement to the place."""
    token, entries = sentence.tokens[verb], list(_entries(sentence, verb))
    is_said = token.lower in listed("reports")
    moves = any(one.frame.phase is not Phase.STOP for one in entries)
    is_past = token.fine == "VBD" or sentence.tree.is_passive(verb)
    return is_past and not (moves or is_said)


def _entries(sentence: Sentence, word: int) -> Iterator[LexiconEntry]:
    """List what the words from one on are of movement: "set off"; "hit" is only with "the road"."""
    for one in motion().entries.get(sentence.tokens[word].lower, ()):
        words = sentence.tokens[word : word + len(one.words)]
        if tuple(token.lower for token in words) == one.words:
            yield one
