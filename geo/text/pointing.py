"""Sentences with placed names go in; out comes which place "there", "the town" and "here" mean.

A word means a place told of before only with a reason. Where two would do and nothing speaks for
one of them, it means none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import Link, Referent, Sense, Sort
from geo.lexicon import listed
from geo.phrases.kinds import is_site_of, may_be
from geo.phrases.names import is_name_part
from geo.text.goals import goals_of, is_end_of_way, stands_in, words_of_mover
from geo.text.measured import is_measured_from
from geo.text.reached import Reached, is_nameless, of_mover

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Place, Toponym
    from geo.contracts.scene import Scene
    from geo.text.figures import Cast, Figure

_Named = tuple[int, "Toponym"]
_Meant = tuple["Toponym", str, tuple["Toponym", ...]]
_MOST_TOLD = 100  # places named before, among which "the island" is one
_NEAR = 2  # sentences over which "there" and "the town" point back
_FAR = 5  # sentences over which "the camp" may be the camp without a name
_INNER = ("det", "amod", "compound", "nmod:poss", "nummod")


@dataclass(slots=True)
class Pointing:
    """The places told of so far, as far as words may point back to them.

    ``named`` are the names of each sentence, with their words, and ``measured`` those from which
    only a distance is told; ``earlier`` the last name of every place of the sentences before, the
    one named last at the end; ``reached`` the places that somebody goes to; ``unknown`` is the last
    name behind "to" of no place that is known, ``strange`` the last sentence that met a town or a
    camp without a name; ``dateline`` is where the story was written.
    """

    places: Mapping[str, Place]
    cast: Cast
    named: dict[int, list[tuple[int, Toponym]]] = field(default_factory=dict)
    earlier: dict[str, Toponym] = field(default_factory=dict)
    subjects: set[tuple[int, int]] = field(default_factory=set)
    measured: set[tuple[int, int]] = field(default_factory=set)
    reached: list[Reached] = field(default_factory=list)
    unknown: tuple[int, int] = (-1, 0)
    dateline: Toponym | None = None
    strange: dict[str, int] = field(default_factory=dict)
    found: dict[tuple[int, int], Link] = field(default_factory=dict)
    meant: dict[tuple[int, int], Toponym] = field(default_factory=dict)

    def read(self, scene: Scene) -> None:
        """Take in one sentence: the places it names, and those that its words point back to."""
        self.reached = [one for one in self.reached if scene.index - one.at[0] <= _NEAR]
        self._name(scene)
        for index in range(scene.dateline, len(scene)):
            if scene.place(index) is None:
                self._point(scene, index)
                if is_nameless(scene, index):
                    self.strange[scene.low(index)] = scene.index
                if is_name_part(scene, index) and scene.tree.preposition(index) == "to":
                    self.unknown = scene.index, index
            self._go(scene, index)
        for index in range(scene.dateline, len(scene)):  # "reached the town": now it has a meaning
            self._go(scene, index)
        self.reached.sort(key=lambda one: one.at)
        self.earlier = dict(list(self._before(scene, len(scene)).items())[-_MOST_TOLD:])

    def _go(self, scene: Scene, index: int) -> None:
        known = {one.at for one in self.reached}
        for goal in goals_of(scene, index, self.meant):
            at = scene.index, goal.word
            if goal.toponym.id in self.places and at not in known:
                self.reached.append(Reached(at, goal.toponym, self._mover(scene, index)))
        toponym, at = stands_in(scene, index), (scene.index, index)
        mover, is_told = self._mover(scene, index) if toponym else None, at in known
        has_gone = any(one.mover is mover is not None for one in self.reached)
        if toponym is not None and toponym.id in self.places and has_gone and not is_told:
            self.reached.append(Reached(at, toponym, mover))

    def _name(self, scene: Scene) -> None:
        seen: set[str] = set()
        for index in range(len(scene)):
            toponym = scene.place(index)
            if toponym is None or toponym.id in seen or toponym.id not in self.places:
                continue
            seen.add(toponym.id)
            if index < scene.dateline:
                self.dateline = self.dateline or toponym
            elif toponym.sense is Sense.LITERAL:
                head = scene.head_of(toponym)
                if scene.relation(scene.tree.conjuncts(head)[0]) == "nsubj":
                    self.subjects.add((scene.index, index))
                if is_measured_from(scene, toponym):
                    self.measured.add((scene.index, index))
                self.named.setdefault(scene.index, []).append((index, toponym))

    def _here_before(self, scene: Scene, index: int) -> list[tuple[int, Toponym]]:
        return [one for one in self.named.get(scene.index, ()) if one[0] < index]

    def _before(self, scene: Scene, index: int) -> dict[str, Toponym]:
        """Give the last name of every place named before a word, in the order of the text."""
        found = dict(self.earlier)
        for _, toponym in self._here_before(scene, index):
            ident = self.places[toponym.id].feature_id
            found.pop(ident, None)
            found[ident] = toponym
        return found

    def _mover(self, scene: Scene, index: int) -> Figure | None:
        is_predicate = scene.tokens[index].tag == "VERB" or scene.tree.children(index, "cop")
        verb = index if is_predicate else scene.tree.governor(index)
        subject = scene.tree.subject(verb) if verb is not None else None
        return self.cast.figure(scene, subject) if subject is not None else None

    def _point(self, scene: Scene, index: int) -> None:
        meant = self._here(scene, index) or self._of_people(scene, index)
        if meant is None:
            is_word = self._points(scene, index)
            found = next(self._fitting(scene, index), None) if is_word else self._it(scene, index)
            meant = None if found is None else (found, "the place told of just before", ())
        if meant is None:
            return
        toponym, why, others = meant
        span = scene.span(min((index, *scene.tree.children(index, *_INNER))), index)
        reason = f"“{span.text}” is taken for {toponym.span.text}, {why}"
        self.meant[scene.index, index] = toponym
        self.found[scene.index, index] = Link(
            span=span, to=_place(toponym), reason=reason, others=tuple(map(_place, others))
        )

    def _here(self, scene: Scene, index: int) -> _Meant | None:
        """Take "here" and "this city near the border" for where the story is written from."""
        low = scene.low(index)
        if low in listed("settlement") and low not in listed("island"):
            dets = scene.tree.children(index, "det")
            is_here = any(scene.low(i) in listed("of_dateline") for i in dets)
        else:
            is_here = low in listed("here_or_there") and low not in listed("there")
            is_here = is_here and not scene.is_quoted(index)
        if self.dateline is None or not is_here:
            return None
        return self.dateline, "where the story is written", ()

    def _of_people(self, scene: Scene, index: int) -> _Meant | None:
        """Read "the Irish port": the one place of that country or region that was told of."""
        low = scene.low(index)
        if low not in listed("pointed") or low in listed("capital"):
            return None
        dets = {scene.low(i) for i in scene.tree.children(index, "det")}
        owner = next(
            (
                self.places[scene.toponyms[i].id]
                for i in scene.tree.children(index, "amod", "compound")
                if i in scene.toponyms and scene.toponyms[i].id in self.places
            ),
            None,
        )
        is_told = scene.tree.children(index, "appos", "flat") or any(
            scene.tree.preposition(i) == "of" for i in scene.tree.children(index, "nmod")
        )
        if owner is None or "the" not in dets or is_told:
            return None
        at = (scene.index, index)
        reached = [one.toponym for one in reversed(self.reached) if one.at < at]
        for told in (reached[:1], self._before(scene, index).values()):
            fitting = {
                self.places[one.id].feature_id: one
                for one in told
                if is_site_of(self.places[one.id], owner) and may_be(self.places[one.id], low)
            }
            if len(fitting) == 1:
                meant = next(iter(fitting.values()))
                return meant, f"the one place of {owner.name} told of before", ()
        return None

    def _it(self, scene: Scene, index: int) -> Toponym | None:
        """Read "Lima lies inland. A column reached it": the place that was told of."""
        is_end = scene.low(index) in listed("place_pronoun") and is_end_of_way(scene, index)
        return self._topic(scene) if is_end and self.cast.figure(scene, index) is None else None

    def _points(self, scene: Scene, index: int) -> bool:
        low = scene.low(index)
        if low in listed("there") and self._is_unknown(scene, index):
            return False
        if low in listed("here_or_there"):
            # Who says "here" may stand anywhere, but hardly where the words just told of.
            return low in listed("there") or not scene.is_quoted(index)
        inner = scene.tree.children(index, *_INNER)
        words = {scene.low(i) for i in inner}
        is_bare = bool(words & listed("points")) and words <= listed("points", "same")
        is_bare = is_bare and scene.index - self.strange.get(low, -_FAR) >= _FAR
        return low in listed("pointed") and is_bare

    def _is_unknown(self, scene: Scene, index: int) -> bool:
        """Whether the last place told of is none that is known: "took them to Kashikishi"."""
        told = range(scene.index - 1, scene.index + 1)
        near = ((at, word) for at in told for word, _ in self.named.get(at, ()))
        last = max((one for one in near if one < (scene.index, index)), default=(-1, 0))
        return last < self.unknown and scene.index - self.unknown[0] <= 1

    def _fitting(self, scene: Scene, index: int) -> Iterator[Toponym]:
        for toponym in self._told(scene, index):
            if may_be(self.places[toponym.id], scene.low(index)):
                yield toponym
        only = self._capital(scene, index) or self._island(scene, index)
        if only is not None:
            yield only

    def _told(self, scene: Scene, index: int) -> Iterator[Toponym]:
        """List the places that a word may point back to, the likeliest first."""
        own = words_of_mover(scene, index)
        before = [one for one in reversed(self.reached) if one.at < (scene.index, index)]
        if scene.low(index) in listed("here_or_there"):
            # "a plane flying from Lima to Quito put down there" did not put down in Quito
            before = [one for one in before if one.at[0] < scene.index or one.at[1] not in own]
        yield from (one.toponym for one in before if one.at[0] == scene.index)
        is_there = scene.low(index) in listed("here_or_there")
        is_elsewhere = is_there and self._is_about_unknown(scene.index - 1)
        mover = None if is_elsewhere else self._mover(scene, index)
        yield from (one.toponym for one in of_mover(before, mover))
        here = self._unmeasured(scene.index, self._here_before(scene, index))
        here = [one for one in here if one[0] not in own]
        if here:
            yield here[-1][1]
        if is_elsewhere:
            return
        topic = self._topic(scene)
        if topic is not None and is_there and before and before[0].at[0] < scene.index - 1:
            yield topic  # told of since anybody was said to go anywhere
        yield from (one.toponym for one in before[:1])
        if topic is not None:
            yield topic
        is_first = scene.low(index) in listed("pointed") and not self.earlier
        if self.dateline is not None and is_first and not self._here_before(scene, index + 1):
            yield self.dateline  # "LIMA — A ship left the harbour"
        near = [toponym for _, toponym in self.named.get(scene.index - 1, ())]
        is_that = scene.low(index - 1) in listed("points") - listed("article")
        if is_that and scene.low(index) in listed("pointed"):
            yield from near[-1:]  # "… patrols around Lampedusa. That island …"

    def _unmeasured(self, at: int, named: list[_Named]) -> list[_Named]:
        # "Ica, 90 miles south of Lima" is about Ica
        return [one for one in named if (at, one[0]) not in self.measured]

    def _is_about_unknown(self, at: int) -> bool:
        """Whether a sentence names only places from which another, not known, is measured."""
        named = self.named.get(at, [])
        is_known = self._unmeasured(at, named) or any(one.at[0] == at for one in self.reached)
        return bool(named) and not is_known

    def _capital(self, scene: Scene, index: int) -> Toponym | None:
        """Take "the capital" for the one named before; of two, that of the country just told of."""
        if scene.low(index) not in listed("capital"):
            return None
        near = [self.places[one.id] for one in self._told(scene, index)]
        country = next((one.country_code for one in near), "")
        capitals: dict[str, list[Toponym]] = {}
        for toponym in self._before(scene, index).values():
            place = self.places[toponym.id]
            if may_be(place, scene.low(index)):
                capitals.setdefault(place.country_code, []).append(toponym)
        one = capitals.get(country) or (next(iter(capitals.values())) if len(capitals) == 1 else [])
        return one[-1] if one else None

    def _island(self, scene: Scene, index: int) -> Toponym | None:
        """Take "the island" for the only island named before."""
        if scene.low(index) not in listed("island"):
            return None
        found = {
            self.places[toponym.id].feature_id: toponym
            for toponym in self._before(scene, index).values()
            if self.places[toponym.id].feature_class == "T"
            and may_be(self.places[toponym.id], scene.low(index))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _topic(self, scene: Scene) -> Toponym | None:
        """Find the one place that the sentence before is about, or alone names."""
        for back in range(1, _NEAR + 1):
            at = scene.index - back
            near = self._unmeasured(at, self.named.get(at, []))
            about = [one for one in near if (at, one[0]) in self.subjects]
            if len(about) == 1 or len({toponym.name for _, toponym in near}) == 1:
                return (about or near)[0][1]
            if near:
                return None
        return None


def _place(toponym: Toponym) -> Referent:
    return Referent(shown=toponym.span.text, sort=Sort.PLACE, toponym_id=toponym.id)
