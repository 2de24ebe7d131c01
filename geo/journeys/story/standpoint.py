"""Who was carried off starts where the story is just before, if it is at one place there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Sense
from geo.contracts.referents import Sort
from geo.journeys.sentence.places import Relation, is_broad, relate
from geo.journeys.sentence.presence import is_earlier, is_past
from geo.journeys.sentence.whereabouts import Spot
from geo.journeys.story.agreement import REAL
from geo.journeys.story.departures import is_by_teller, is_departure
from geo.journeys.story.draft import Located
from geo.journeys.story.positions import (
    figures_of,
    is_apart,
    is_apart_from_rest,
    is_of_youth,
    may_start,
    mine_of,
    reached,
    taken_from,
)
from geo.journeys.story.starts import is_long_ago
from geo.lexicon import listed
from geo.lexicon.frames import Role
from geo.phrases.sorts import PEOPLE, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.contracts import Place
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.story.draft import JourneyDraft

_WHERE = frozenset({Role.DESTINATION, Role.STOP})  # where somebody then is
_TOLD = REAL | {LegStatus.PLANNED, LegStatus.CANCELLED}
_BACK = 2  # sentences before, in which the story may say where it is


def add_standpoints(
    drafts: list[JourneyDraft],
    told: Iterable[Scene],
    mentions: Iterable[MotionMention],
    places: Mapping[str, Place],
    dateline: Located | None,
) -> None:
    """Let those who "were taken to hospital in Lima" start where they had their accident.

    Where the story tells of no other place just before, "a ferry left for Lima" starts where the
    story is told from; so does whoever tells it.
    """
    scenes = {scene.index: scene for scene in told}
    left = {
        one.toponym.id
        for mention in mentions
        for one in mention.reaches
        if one.role not in _WHERE or mention.status not in REAL
    }
    events = {key: place for key, place in places.items() if key not in left}
    brought = _by_goal(drafts)
    for draft in drafts:
        first = draft.mentions[0]
        is_told = draft.statuses <= _TOLD and not (first.scene.is_headline or _is_old(first))
        if not (is_told and draft.lacks(Role.ORIGIN)) or is_apart_from_rest(draft):
            continue
        is_off = is_departure(first)
        found = _near(draft, scenes, events) if is_off or _is_carried_off(first) else []
        found = [] if any(_got_to(draft, drafts, one.place) for one in found) else found
        found = [one for one in found if not _brought(draft, brought.get(one.spot.toponym.id, ()))]
        if len({one.place.feature_id for one in found}) == 1:
            draft.ends[Role.ORIGIN] = found[0]
        elif dateline is not None and may_start(draft, dateline.place):
            is_here = is_off and not (_near(draft, scenes, places) or _has_gone(draft, drafts))
            if is_here or (is_by_teller(first) and not is_of_youth(first)):
                why = f"the story is told from {dateline.place.name}"
                draft.ends[Role.ORIGIN] = taken_from(dateline, why)


def _got_to(draft: JourneyDraft, drafts: list[JourneyDraft], place: Place) -> bool:
    """Whether a place is where the traveller's own journeys end: those are put in order apart.

    "Thirty boys were back in Lima on Monday. They were carried to Ica, and then by bus to Lima."
    """
    mine = set(figures_of(draft))
    return any(
        one is not draft
        and mine & set(figures_of(one))
        and (end := reached(one)) is not None
        and relate(end.place, place) is Relation.SAME
        for one in drafts
    )


def _has_gone(draft: JourneyDraft, drafts: list[JourneyDraft]) -> bool:
    """Whether the sentence tells before where they went: "cross the sea and are then taken to"."""
    first, mine = draft.last, set(figures_of(draft))
    return any(
        one is not draft
        and one.last.scene is first.scene
        and one.last.position < first.position
        and mine & set(figures_of(one))
        for one in drafts
    )


def _by_goal(drafts: Iterable[JourneyDraft]) -> dict[str, list[JourneyDraft]]:
    """Sort journeys by the words for where they go, by toponym id."""
    found: dict[str, list[JourneyDraft]] = {}
    for draft in drafts:
        reaches = (reach for mention in draft.mentions for reach in mention.reaches)
        for name in {one.toponym.id for one in reaches if one.role is Role.DESTINATION}:
            found.setdefault(name, []).append(draft)
    return found


def _brought(draft: JourneyDraft, goers: Iterable[JourneyDraft]) -> bool:
    """Whether only others are told to have come there: "boys were taken to Lima. Some men left".

    ``goers`` are the journeys that go there.
    """
    first = draft.mentions[0]
    mover = first.mover.word
    words = first.scene.tree.children(mover, "det") if mover is not None else ()
    is_some = any(first.scene.low(i) in listed("part_of_many") for i in (*words, mover or 0))
    mine = mine_of(draft)
    return is_some and any(one is not draft and not mine & mine_of(one) for one in goers)


def _is_old(mention: MotionMention) -> bool:
    """Whether it was over before: "had been flown", "was flown there in 2019", "was first sent"."""
    tree, at = mention.scene.tree, mention.trigger.at
    is_first = any(
        mention.scene.low(i) in listed("told_first") for i in tree.children(at, "advmod")
    )
    return mention.standing.is_other or is_long_ago(mention) or is_first


def _is_carried_off(mention: MotionMention) -> bool:
    """Whether somebody is carried: "was flown to", "a boat took them"."""
    scene, trigger, mover = mention.scene, mention.trigger, mention.mover
    is_people = mover.figure is not None and mover.figure.sort in PEOPLE
    is_carried = is_people and trigger.frame.carries and mover.carrier is not None
    is_made = mention.status in REAL or mention.status is LegStatus.PLANNED
    return is_made and (scene.tree.is_passive(trigger.at) or is_carried)


def _near(
    draft: JourneyDraft, scenes: Mapping[int, Scene], places: Mapping[str, Place]
) -> list[Located]:
    """List the places that the sentence, or the one nearest before that has any, tells of."""
    first = draft.mentions[0]
    for back in range(_BACK + 1):
        scene = scenes.get(first.scene.index - back)
        if scene is None or scene.is_headline:
            return []
        figure = first.mover.figure
        if (
            back
            and figure is not None
            and figure.left is not None
            and figure.left[0] is first.scene
        ):
            return []  # "another, which left Lima, was towed to Ica"
        told = list(_events(scene, places))
        found = [
            one
            for one in told
            if is_apart(draft, one.place) and (back or _is_before(first, one.spot.last))
        ]
        found = [one for one in found if not _is_of_another(first, one)]
        if found or (back and told):
            return found
    return []


def _is_of_another(mention: MotionMention, end: Located) -> bool:
    """Whether only one other is told to be there: "a man died in Ica; two boys were sent to Lima".

    Where a bus overturned, or an envoy was received, others may have been.
    """
    scene, verb = end.scene, end.scene.tree.governor(end.spot.last)
    subject = scene.tree.subject(verb) if verb is not None else None
    mover = mention.mover.word
    if subject is None or (scene is mention.scene and subject == mover):
        return False
    is_one = not scene.tokens[subject].has("Number=Plur") and scene.tag(subject) == "NOUN"
    return is_one and sort_of(scene, subject) is Sort.PERSON and _is_new(scene, subject)


def _is_new(scene: Scene, word: int) -> bool:
    return any(scene.low(i) in listed("indefinite") for i in scene.tree.children(word, "det"))


def _is_before(mention: MotionMention, word: int) -> bool:
    """Whether a word tells of what came before: behind "after", or in front of the movement."""
    scene, trigger = mention.scene, mention.trigger
    if any(reach.first <= word <= reach.last for reach in mention.reaches):
        return False
    if _is_elsewhere(mention, word):
        return False
    between = range(trigger.last + 1, word)
    return word < trigger.first or any(scene.low(i) in listed("after_event") for i in between)


def _is_elsewhere(mention: MotionMention, word: int) -> bool:
    """Whether a place is that of others, or the home of who goes home.

    "Ana Bek spoke in Lima, her bags having been sent to Ica" says nothing of where they were.
    """
    scene, at, mover = mention.scene, mention.trigger.at, mention.mover.word
    is_own = mover is not None and word in scene.tree.phrase(mover)
    is_by_itself = scene.relation(at) == "advcl" and mover in scene.tree.children(
        at, "nsubj", "nsubj:pass"
    )
    return mention.is_homeward if is_own else is_by_itself


def _events(scene: Scene, places: Mapping[str, Place]) -> Iterator[Located]:
    """List the places at which something is said to be: "near Lima", "an avalanche above Cusco"."""
    seen: set[str] = set()
    for index in range(scene.dateline, len(scene)):
        toponym = scene.place(index)
        if toponym is None or toponym.id in seen or toponym.sense is not Sense.LITERAL:
            continue
        seen.add(toponym.id)
        head = scene.head_of(toponym)
        place = places.get(toponym.id)
        is_there = scene.tree.preposition(head) in listed("at_event")
        verb = scene.tree.governor(head)
        is_old = verb is not None and (is_earlier(scene, verb) or is_past(scene, verb))
        is_old |= _is_dropped(scene, head)
        first, last = scene.words_of(toponym)
        is_aside = scene.low(first - 2) == "," and first - 3 in scene.toponyms
        if place is None or is_broad(place) or not is_there or is_old or is_aside:
            continue
        spot = Spot(toponym=toponym, first=first, last=last)
        why = f"the story is at {place.name} just before"
        yield Located(spot=spot, first=first, place=place, scene=scene, why=why)


def _is_dropped(scene: Scene, word: int) -> bool:
    """Whether nobody was there after all: "a day in Lima had to be dropped"."""
    verb = scene.tree.predicate(word)
    verbs = (verb, *scene.tree.children(verb, "xcomp")) if verb is not None else ()
    return any(scene.low(one) in listed("cancels", "called_off") for one in verbs)
