"""A draft of a journey goes in; out come the signs of each way that it may have gone by.

A sign is a few words. Some are said of any way alike ("the headline"), others of one ("sea: 3 steps
apart"). Behind a sign stands the span of the story that it rests on, if it has one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from geo.contracts import Mode
from geo.geodesy import distance_m
from geo.journeys.mode_words import Kind, way_words
from geo.journeys.sentence.places import is_broad
from geo.journeys.story.draft import ENDS, RECENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.contracts import Span
    from geo.contracts.scene import Scene
    from geo.journeys.mode_words import WayWord
    from geo.journeys.sentence.figures import Figure
    from geo.journeys.story.draft import JourneyDraft

    Signs = Iterator[tuple[str, Span | None]]

MODES = tuple(one for one in Mode if one is not Mode.UNKNOWN)
_KM = (50, 150, 400, 1000, 2500, 6000)
_SHARES = (20, 40, 60, 80, 100)  # percent
_COUNTS = (1, 2, 4, 8)
_GAPS = (-2, -1, 1, 2)  # sentences
_NEAR = 3  # sentences
_SEVERAL = 3
_TOLD_BY_CODE = frozenset(
    {"AIRP", "HBR", "ISL", "ISLS", "MT", "PASS", "PK", "PORT", "PRT", "RSTN"}
)  # airport, harbour, islands, mountains, pass, port, station


class ModeSigns:
    """What a story's words and journeys speak for, of each way that a journey may go by.

    ``said`` tells by what each of the drafts goes, as far as its own words say.
    """

    def __init__(
        self, drafts: Sequence[JourneyDraft], scenes: Sequence[Scene], said: Sequence[Mode]
    ) -> None:
        self._drafts = drafts
        self._scenes = scenes
        self._said = said

    @cached_property
    def _words(self) -> tuple[WayWord, ...]:
        return way_words(self._scenes)

    @cached_property
    def _told(self) -> list[WayWord]:
        """List the words that tell of a way without being one."""
        return [one for one in self._words if one.kind is not Kind.WAY]

    @cached_property
    def _by_sentence(self) -> dict[int, list[WayWord]]:
        found: dict[int, list[WayWord]] = {}
        for one in self._words:
            found.setdefault(one.scene.index, []).append(one)
        return found

    @cached_property
    def _positions(self) -> list[tuple[int, int]]:
        return [one.position for one in self._told]

    @cached_property
    def _of_all(self) -> dict[Mode, dict[str, Span | None]]:
        """Give the signs that are those of the whole story, whatever journey is asked about."""
        return {mode: dict((*self._of_story(mode), *self._of_beginning(mode))) for mode in MODES}

    def _known(self, number: int) -> list[tuple[int, Mode]]:
        """List the journeys told near one that say by what they go."""
        near = range(max(0, number - RECENT), min(len(self._said), number + 1 + RECENT))
        return [(i, self._said[i]) for i in near if self._said[i] is not Mode.UNKNOWN]

    def signs(self, number: int) -> dict[Mode, dict[str, Span | None]]:
        """Give the signs of each way that the draft of that number may go by."""
        always = list(_of_any_way(self._drafts[number]))
        return {mode: dict(self._of(number, mode, always)) for mode in MODES}

    def _of(self, number: int, mode: Mode, always: list[str]) -> Signs:
        draft = self._drafts[number]
        yield mode.value, None
        for sign in always:  # that of any way speaks for or against there being one at all
            yield f"{mode.value}: {sign}", None
            yield f"any: {sign}", None
        yield from self._of_all[mode].items()
        yield from self._of_sentence(draft, mode)
        yield from self._of_near(draft, mode)
        yield from self._of_traveller(number, mode)
        yield from self._of_order(number, mode)
        yield from self._of_ends(number, mode)
        yield from _of_mover(draft, mode)

    def _of_story(self, mode: Mode) -> Signs:
        """Say how many of the story's words tell of it."""
        mine = [one for one in self._words if one.mode is mode]
        if not mine:
            yield "no word of the story", None
            return
        counts = Counter(one.mode for one in self._told)
        for share in _SHARES:
            if 100 * counts[mode] >= share * max(1, counts.total()):
                yield f"{share} percent of the story's words", mine[0].span
        for count in _COUNTS:
            if counts[mode] >= count:
                yield f"{count} or more of the story's words", mine[0].span
        if 0 < counts[mode] == max(counts.values()):
            yield "most of the story's words", mine[0].span

    def _of_beginning(self, mode: Mode) -> Signs:
        """Say whether the story's headline and its first sentences tell of it."""
        headline = [one for one in self._words if one.scene.is_headline]
        is_alone = all(one.mode is mode for one in headline)
        for one in self._words:
            if one.mode is mode and one.scene.is_headline:
                yield "the headline alone" if is_alone else "the headline", one.span
            if one.mode is mode and one.scene.index <= _NEAR:
                yield "the story's beginning", one.span

    def _of_sentence(self, draft: JourneyDraft, mode: Mode) -> Signs:
        """Say what the sentences tell that tell of the journey itself."""
        own = sorted({one.scene.index for one in draft.mentions})
        words = [one for index in own for one in self._by_sentence.get(index, ())]
        for kind in Kind:
            inside = [one for one in words if one.kind is kind]
            mine = [one for one in inside if one.mode is mode]
            if mine:
                yield f"a {kind.value} in the sentence", mine[0].span
                if len(mine) == len(inside):
                    yield f"a {kind.value} alone in the sentence", mine[0].span
            elif inside:
                yield f"a {kind.value} of another in the sentence", None

    def _of_near(self, draft: JourneyDraft, mode: Mode) -> Signs:
        """Say what the sentences around it tell."""
        position = draft.mentions[0].position
        for gap in _GAPS:
            words = self._by_sentence.get(position[0] + gap, ())
            near = [one for one in words if one.kind is not Kind.WAY]
            mine = [one for one in near if one.mode is mode]
            if mine:
                yield f"sentence {gap:+d}", mine[0].span
            elif near:
                yield f"sentence {gap:+d} another", None
        first = bisect_left(self._positions, position)
        last = bisect_right(self._positions, position)
        before, after = self._told[max(0, first - 1) : first], self._told[last : last + 1]
        if before and before[-1].mode is mode:
            yield "the word before", before[-1].span
            if before[-1].scene.index >= position[0] - _NEAR:
                yield "the word just before", before[-1].span
        if before and after and after[0].mode is mode:
            yield "the word after", after[0].span

    def _of_traveller(self, number: int, mode: Mode) -> Signs:
        """Say how the traveller's other journeys go."""
        mine = _figures(self._drafts[number])
        theirs = [
            one
            for one in self._known(number)
            if one[0] != number and not mine.isdisjoint(_figures(self._drafts[one[0]]))
        ]
        so = [i for i, other in theirs if other is mode]
        if not so:
            if theirs:
                yield "the traveller otherwise", None
            return
        yield "the traveller elsewhere", self._span(so[0], mode)
        if len(so) == len(theirs):
            yield "the traveller always", self._span(so[0], mode)
        nearest, its = min(theirs, key=lambda one: abs(one[0] - number))
        if its is mode:
            yield "the traveller's nearest", self._span(nearest, mode)
        for i in so:
            if abs(i - number) == 1:
                before = "before" if i < number else "after"
                yield f"the traveller just {before}", self._span(i, mode)

    def _of_order(self, number: int, mode: Mode) -> Signs:
        """Say how the journeys go that are told before and after it, and all of the story."""
        known = [one for one in self._known(number) if one[0] != number]
        before = [one for one in known if one[0] < number][-1:]
        after = [one for one in known if one[0] > number][:1]
        for name, near in (("before", before), ("after", after)):
            for i, its in near:
                if its is mode:
                    yield f"the journey {name}", self._span(i, mode)
                else:
                    yield f"the journey {name} otherwise", None
        so = [i for i, its in known if its is mode]
        for share in _SHARES:
            if so and 100 * len(so) >= share * len(known):
                yield f"{share} percent of the journeys", self._span(so[0], mode)
        if len(so) == len(known) >= _SEVERAL:
            yield "all of several journeys", self._span(so[0], mode)

    def _of_ends(self, number: int, mode: Mode) -> Signs:
        """Say how the journeys go that begin or end where it does."""
        mine = _ends(self._drafts[number])
        for i, its in self._known(number):
            theirs = _ends(self._drafts[i])
            how = "" if its is mode else " otherwise"
            span = self._span(i, mode)
            if i == number:
                continue
            if len(mine) == len(ENDS) and set(mine) == set(theirs):
                yield f"the same way{how}", span
            if any(one and one == other for one, other in zip(mine, reversed(theirs), strict=True)):
                yield f"the way on{how}", span
            for name, one, other in zip(ENDS, mine, theirs, strict=True):
                if one and one == other:
                    yield f"the same {name.value}{how}", span

    def _span(self, number: int, mode: Mode) -> Span | None:
        """Find the words by which another draft goes so."""
        for one in self._drafts[number].mentions:
            if one.vehicle is not None and one.vehicle.mode is mode:
                return one.scene.span(one.vehicle.first, one.vehicle.last)
        return None


def _of_any_way(draft: JourneyDraft) -> Iterator[str]:
    """Say of the journey itself what may speak for one way more than for others."""
    first = draft.mentions[0]
    figure = first.mover.figure
    yield f"frame {first.trigger.frame.name}"
    yield f"verb {first.trigger.entry.lemma}"
    yield from (f"status {one.value}" for one in draft.statuses)
    yield f"mover {figure.sort.value if figure is not None else 'nobody'}"
    if figure is not None:
        yield from _of_figure(figure)
    places = [draft.ends[role].place for role in ENDS if role in draft.ends]
    if len(places) == len(ENDS):
        one, other = places
        km = distance_m(one.lon, one.lat, other.lon, other.lat) / 1000
        yield f"{sum(km >= step for step in _KM)} steps apart"
        yield "in one country" if one.country_code == other.country_code else "in two countries"
    for place in places:
        yield f"end class {place.feature_class}"
        if place.feature_code in _TOLD_BY_CODE:
            yield f"end {place.feature_code}"
        if is_broad(place):
            yield "end broad"


def _of_figure(figure: Figure) -> Iterator[str]:
    if figure.is_many:
        yield "mover many"
    if figure.names:
        yield "mover named"
    if figure.meant.told <= 1:
        yield "mover told once"
    if figure.meant.told > _NEAR:
        yield "mover told often"


def _of_mover(draft: JourneyDraft, mode: Mode) -> Signs:
    """Say how the words go by which the traveller is called, and those for whose part it is."""
    for mention in draft.mentions:
        span = mention.scene.span(mention.trigger.first, mention.trigger.last)
        for figure in _related(mention.mover.figure):
            if figure.meant.mode is mode:
                yield "what travels", span
            elif figure.meant.mode is not Mode.UNKNOWN:
                yield "what travels otherwise", None


def _related(figure: Figure | None) -> list[Figure]:
    near = () if figure is None else (figure, figure.whole, figure.owner)
    return [one for one in near if one is not None]


def _figures(draft: JourneyDraft) -> set[Figure]:
    return {one.mover.figure for one in draft.mentions if one.mover.figure is not None}


def _ends(draft: JourneyDraft) -> list[str]:
    return [draft.ends[role].place.feature_id if role in draft.ends else "" for role in ENDS]
