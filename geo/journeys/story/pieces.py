"""Two drafts go in; out comes whether one tells a piece of the journey that the other tells whole.

News tells a journey twice: in full, then by what somebody says who was aboard ("we left Lima at
six"), or by other words for who travels ("the vehicles", "the trio").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.contracts.referents import Sort
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.story.agreement import modes_agree, statuses_agree, times_agree
from geo.journeys.story.draft import ENDS
from geo.journeys.story.fitting import is_onward
from geo.journeys.story.positions import figures_of, reached
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.phrases.sorts import goes_itself

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from geo.contracts import Place
    from geo.journeys.sentence.figures import Figure
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft

NEAR = 8  # sentences within which a journey is told again
_PARTS = ("det", "nmod:poss", "amod", "nummod")


def is_piece(draft: JourneyDraft, whole: JourneyDraft, published: date | None) -> bool:
    """Whether a draft says nothing of the way that the other does not, of one who may be the same.

    A piece has fewer ends than the whole, or the same ones with less said of who travels.
    """
    if draft is whole or not draft.ends or draft.via or draft.onward or draft.outcome:
        return False
    if draft.like is not None or whole.outcome is not None or not _is_fuller(whole, draft):
        return False
    is_again = any(one.is_repeated or one.standing.is_other for one in draft.mentions)
    is_told = all(_is_end(draft.ends[role].place, whole, role) for role in draft.ends)
    return (
        is_told
        and not is_again
        and not any(map(is_onward, draft.mentions))
        and draft.unplaced <= set(draft.ends)
        and all(
            statuses_agree(one, other)
            and times_agree(one, other, published)
            and modes_agree(one, other)
            for one in draft.mentions
            for other in whole.mentions
        )
        and _are_one(draft, whole)
    )


def _is_fuller(whole: JourneyDraft, draft: JourneyDraft) -> bool:
    """Whether it has both ends, or came first of two that have the same one."""
    is_first = whole.mentions[0].position < draft.mentions[0].position
    return len(whole.ends) == len(ENDS) or (is_first and not draft.ends.keys() - whole.ends.keys())


def _is_end(place: Place, whole: JourneyDraft, role: Role) -> bool:
    """Whether the whole has a place as the same end, or one of the two lies within the other."""
    end = reached(whole) if role is Role.DESTINATION else whole.ends.get(role)
    if end is None or (role is Role.ORIGIN and end.why):
        return False  # a start that is only implied may come from the piece itself
    relation = relate(place, end.place)
    is_within = relation is Relation.INSIDE and is_broad(place)  # the end lies in the country
    is_around = relation is Relation.AROUND and is_broad(end.place)
    return relation is Relation.SAME or is_within or is_around


def take_piece(draft: JourneyDraft, whole: JourneyDraft) -> None:
    """Let the whole have the more exact ends of a piece, and its words where they are of one."""
    for role, end in draft.ends.items():
        known = whole.ends.get(role)
        if known is not None and relate(known.place, end.place) is Relation.INSIDE:
            whole.ends[role] = end
    figures, last = set(figures_of(whole)), whole.mentions[0].position
    modes = {Mode.UNKNOWN, *(one.mode for one in whole.mentions)}
    whole.mentions += [
        one
        for one in draft.mentions
        if one.mode in modes and (one.mover.figure in figures or one.position < last)
    ]


def _are_one(draft: JourneyDraft, whole: JourneyDraft) -> bool:
    """Whether the words of the one that is told later may mean who makes the other."""
    is_before = draft.mentions[0].position < whole.mentions[0].position
    later, earlier = (whole, draft) if is_before else (draft, whole)
    return all(_may_be_one(one, earlier) for one in later.mentions)


def _may_be_one(mention: MotionMention, whole: JourneyDraft) -> bool:
    """Whether the words for who travels may mean whoever makes the whole journey."""
    figure, scene, word = mention.mover.figure, mention.scene, mention.mover.word
    others = set(figures_of(whole))
    if word is None:
        return False
    if figure is None:  # "he ate on the way to Lima", said by somebody
        return scene.tag(word) == "PRON" and scene.is_quoted(word)
    if figure in others:
        return True
    is_many = any(one.is_many or one.sort in {Sort.GROUP, Sort.VEHICLE} for one in others)
    if scene.low(word) in listed("speaker") and scene.is_quoted(word):
        return is_many
    if figure.names:
        return False
    return any(_is_called_so(mention, figure, one) for one in others)


def _is_called_so(mention: MotionMention, figure: Figure, other: Figure) -> bool:
    """Whether "the vehicles", "our lorries" or "passengers" can be those told of before."""
    scene, word = mention.scene, mention.mover.word or 0
    told = [scene.low(i) for i in scene.tree.children(word, *_PARTS)]
    is_new = not listed("new_one").isdisjoint(told) or _is_counted((scene.low(word), *told))
    if is_new:
        return False
    if scene.low(word) in listed("rider") and not told:
        return other.sort in {Sort.VEHICLE, Sort.GROUP}
    is_known = _is_definite(told)
    if not is_known or figure.sort is not other.sort:
        return False
    if figure.sort is Sort.OTHER:
        return figure.is_many and other.is_many and goes_itself(scene, word)  # "the animals"
    return figure.sort in {Sort.GROUP, Sort.VEHICLE}


def _is_definite(told: Collection[str]) -> bool:
    return not (listed("the_or_whose") | listed("possessive")).isdisjoint(told)


def _is_counted(told: Collection[str]) -> bool:
    return any(one.isdecimal() for one in told) or not listed("part_of_many").isdisjoint(told)
