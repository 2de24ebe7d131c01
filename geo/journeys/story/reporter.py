"""A draft of a journey goes in; out come the words for whom the article cites for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus

if TYPE_CHECKING:
    from geo.contracts import Span
    from geo.contracts.scene import Scene
    from geo.journeys.story.draft import JourneyDraft

# A longer phrase is a clause, and no name.
_MOST_WORDS = 8
_TELLS_MORE = ("acl", "appos", "conj", "parataxis", "advcl", "punct")


def reporter_of(draft: JourneyDraft, status: LegStatus) -> Span | None:
    """Find who is cited for a journey that is only reported, as "the harbour office"."""
    if status is not LegStatus.REPORTED:
        return None
    for mention in draft.mentions:
        if mention.standing.cited is None:
            continue
        first, last = mention.standing.cited
        word = _source(mention.scene, first)
        if word is not None and first == last:
            return _named(mention.scene, word)
    return None


def _source(scene: Scene, cue: int) -> int | None:
    """Find the source at a word that cites: who says so, or "the office" of "according to"."""
    if scene.tokens[cue].tag == "VERB":
        return scene.tree.subject(cue)
    return cue if scene.tree.children(cue, "case") else None


def _named(scene: Scene, word: int) -> Span | None:
    """Cut out a noun phrase up to what only tells more of it; None where it names nobody."""
    if scene.tokens[word].tag not in {"NOUN", "PROPN"}:
        return None
    inside = [i for i in scene.tree.phrase(word) if not _tells_more(scene, i, word)]
    first = last = word
    while first - 1 in inside and scene.relation(first - 1) != "case":
        first -= 1
    while last + 1 in inside:
        last += 1
    return scene.span(first, last) if last - first < _MOST_WORDS else None


def _tells_more(scene: Scene, index: int, head: int) -> bool:
    at: int | None = index
    while at is not None and at != head:
        if scene.relation(at) in _TELLS_MORE:
            return True
        at = scene.tree.head(at)
    return False
