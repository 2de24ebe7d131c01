"""Which place a noun phrase means: itself, the port "of" it, a clinic in it, or "there"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.kinds import may_be
from geo.phrases.sorts import is_time_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.contracts import Place, Toponym
    from geo.contracts.scene import Scene

_NEAR = 2  # sentences over which "there" and "the town" point back
_FROM_OR_ON = frozenset({"on", "off", "from"})
_DEEP = 4  # "the gym of a school in a suburb of Lima"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A toponym that words mean.

    Attributes
    ----------
    first, last : the words that say so.
    indirect : a thing or a purpose lies there ("a clinic in Lima").
    said : why, where the words are no name ("there"); empty for a name.
    """

    toponym: Toponym
    first: int
    last: int
    indirect: bool = False
    said: str = ""


@dataclass(slots=True)
class Whereabouts:
    """The places named so far, for "there" and "the town".

    ``reached`` is where the journey told last went to, with its sentence; ``dateline`` is where
    the story was written; ``reached_by`` tells apart who went there.
    """

    places: Mapping[str, Place]
    named: list[tuple[int, int, Toponym]] = field(default_factory=list)
    subjects: set[tuple[int, int]] = field(default_factory=set)
    reached: tuple[int, int, Toponym] | None = None
    reached_by: dict[object, tuple[int, Toponym]] = field(default_factory=dict)
    mover: object = None  # who moves by the word that is being read
    dateline: Toponym | None = None

    def named_here(self, scene: Scene) -> None:
        """Remember the places that a sentence names."""
        seen: set[str] = set()
        for index in range(len(scene)):
            toponym = scene.place(index)
            if toponym is not None and toponym.id not in seen and toponym.id in self.places:
                seen.add(toponym.id)
                if index < scene.dateline:
                    self.dateline = self.dateline or toponym
                elif toponym.sense is Sense.LITERAL:
                    if scene.relation(scene.head_of(toponym)) == "nsubj":
                        self.subjects.add((scene.index, index))
                    self.named.append((scene.index, index, toponym))

    def spot(self, scene: Scene, index: int) -> Spot | None:
        """Find the place that the phrase of a word means."""
        here = self._here(scene, index)
        return here or self._named(scene, index, _DEEP) or self._pointed(scene, index)

    def _here(self, scene: Scene, index: int) -> Spot | None:
        """Take "this city near the border" for the place that the story is written from."""
        pointing = [
            i for i in scene.tree.children(index, "det") if scene.low(i) in listed("of_dateline")
        ]
        is_kind = scene.low(index) in listed("settlement") - listed("island")
        if self.dateline is None or not pointing or not is_kind:
            return None
        words = scene.span(pointing[0], index).text
        reason = f"“{words}” is taken for {self.dateline.span.text}, where the story is written"
        return Spot(toponym=self.dateline, first=pointing[0], last=index, said=reason)

    def _named(self, scene: Scene, index: int, deep: int) -> Spot | None:
        toponym = scene.place(index)
        if toponym is not None:
            return self._itself(scene, index, toponym)
        is_way = scene.low(index) in listed("heading")
        if not deep or is_way or _is_people(scene, index) or _is_named_for(scene, index):
            return None
        for child in scene.tree.children(index, "compound", "flat", "nmod:poss", "appos"):
            inner = scene.place(child)
            if inner is not None:
                first, last = scene.words_of(inner)
                return Spot(toponym=inner, first=min(first, index), last=max(last, index))
        for child in scene.tree.children(index, "nmod", "acl"):
            preposition = scene.tree.preposition(child)
            is_way = preposition == "from" and _is_vehicle(scene, index)  # "on a flight from Lima"
            if is_way or preposition not in _FROM_OR_ON | listed("within"):
                continue
            found = self._named(scene, child, deep - 1)
            if found is not None:
                first = min(index, *scene.tree.phrase(index))
                is_kind = scene.low(index) in listed("place_kind")
                return Spot(
                    toponym=found.toponym,
                    first=first,
                    last=found.last,
                    indirect=not is_kind,
                )
        return self._behind(scene, index)

    def _behind(self, scene: Scene, index: int) -> Spot | None:
        """Read "a hospital in Lima" by its words alone, where the tree parts them."""
        if scene.low(index + 1) not in _FROM_OR_ON | listed("within") or scene.tokens[
            index
        ].tag not in {"NOUN", "PROPN"}:
            return None
        if is_time_word(scene.low(index)) or _is_vehicle(scene, index):
            return None  # "on Friday from Lima", "on a flight from Lima"
        at = index + 2
        while scene.low(at) in listed("modifier"):
            at += 1
        toponym = scene.place(at)
        if toponym is None or _is_named_for(scene, scene.tree.head(scene.head_of(toponym))):
            return None
        is_kind = scene.low(index) in listed("place_kind")
        last = scene.words_of(toponym)[1]
        return Spot(toponym=toponym, first=index, last=last, indirect=not is_kind)

    def _itself(self, scene: Scene, index: int, toponym: Toponym) -> Spot | None:
        """Take the name, or what it is put beside: "the Peruvian capital, Lima"."""
        first, last = scene.words_of(toponym)
        exact = scene.place(last + 2) if scene.low(index) in listed("border") else None
        if exact is not None and scene.low(last + 1) in listed("at_place"):
            return Spot(toponym=exact, first=first, last=scene.words_of(exact)[1])
        following = scene.tree.children(index, "conj", "appos", "nmod:poss")
        if scene.low(last + 1) in {"'s", "'"} and following == ():
            after = scene.place(last + 2)
            if after is not None:
                toponym, last = after, scene.words_of(after)[1]
        return Spot(toponym=toponym, first=first, last=last)

    def _pointed(self, scene: Scene, index: int) -> Spot | None:
        """Follow "there" and "the port" to the one place that they can mean."""
        low = scene.low(index)
        if low in listed("where"):
            return self._where(scene, index)
        if low in listed("here_or_there") or (
            low in listed("pointed") and self._is_bare(scene, index)
        ):
            found = self._there(scene, index)
        else:
            return None
        if found is None:
            return None
        first = min((index, *scene.tree.children(index, "det")))
        words = scene.span(first, index).text
        reason = f"“{words}” is taken for {found.span.text}, the place told of just before"
        return Spot(toponym=found, first=first, last=index, said=reason)

    def _where(self, scene: Scene, index: int) -> Spot | None:
        """Read "to Lima, from where they flew": the place that the clause tells of."""
        verb = scene.tree.governor(index)
        place = scene.tree.head(verb) if verb is not None else None
        if verb is None or place is None or scene.relation(verb) != "acl":
            return None
        return self._named(scene, place, _DEEP)

    def _subject(self, scene: Scene, index: int) -> frozenset[int]:
        """Words of the subject of the verb that a word hangs on: not where it goes."""
        verb = scene.tree.governor(index)
        own = scene.tree.children(verb, "nsubj") if verb is not None else ()
        return frozenset(i for one in own for i in scene.tree.subtree(one))

    def _is_bare(self, scene: Scene, index: int) -> bool:
        inner = scene.tree.children(index, "det", "amod", "compound", "nmod:poss", "nummod")
        words = {scene.low(i) for i in inner}
        return bool(words & listed("points")) and words <= listed("points") | listed("same")

    def _there(self, scene: Scene, index: int) -> Toponym | None:
        for toponym in self._told(scene, index):
            place = self.places.get(toponym.id)
            if place is None or may_be(place, scene.low(index)):
                return toponym
        return self._capital(scene, index)

    def _told(self, scene: Scene, index: int) -> Iterator[Toponym]:
        """List the places that a word may point back to, the likeliest first."""
        if self.reached is not None and self.reached[0] == scene.index:
            yield self.reached[2]
        mine = self.reached_by.get(self.mover) if self.mover is not None else None
        if mine is not None and scene.index - mine[0] <= _NEAR:
            yield mine[1]
        own = self._subject(scene, index)
        here = [
            one
            for one in self.named
            if one[0] == scene.index and one[1] < index and one[1] not in own
        ]
        if here:
            yield here[-1][2]
        if self.reached is not None and scene.index - self.reached[0] <= _NEAR:
            yield self.reached[2]
        topic = self._topic(scene)
        if topic is not None:
            yield topic
        before = [one for one in self.named if one[0] == scene.index - 1]
        is_that = scene.low(index - 1) in listed("points") - listed("article")
        if before and is_that and scene.low(index) in listed("pointed"):
            yield before[-1][2]  # "… patrols around Lampedusa. That island …"

    def _capital(self, scene: Scene, index: int) -> Toponym | None:
        """Take "the capital" for the one that the story has named, however long before."""
        if scene.low(index) not in listed("capital"):
            return None
        told = [one for one in self.named if one[:2] < (scene.index, index)]
        capitals = {
            place.feature_id: one[2]
            for one in told
            if (place := self.places.get(one[2].id)) is not None and may_be(place, scene.low(index))
        }
        return next(iter(capitals.values())) if len(capitals) == 1 else None

    def _topic(self, scene: Scene) -> Toponym | None:
        """Find the one place that the sentence before is about, or alone names."""
        for back in range(1, _NEAR + 1):
            near = [one for one in self.named if one[0] == scene.index - back]
            about = [one for one in near if (one[0], one[1]) in self.subjects]
            if len(about) == 1 or len({one[2].name for one in near}) == 1:
                return (about or near)[0][2]
            if near:
                return None
        return None


def _is_named_for(scene: Scene, index: int | None) -> bool:
    """Whether the word ends the name of something called after a place: "Osaka University"."""
    if index is None:
        return False
    inner = (scene.place(i) for i in scene.tree.children(index, "compound", "flat"))
    is_name = scene.tokens[index].tag == "PROPN"
    return is_name and any(one is not None and one.sense is Sense.ASSOCIATIVE for one in inner)


def _is_vehicle(scene: Scene, index: int) -> bool:
    low = scene.low(index)
    return motion().singular.get(low, low) in motion().vehicles


def _is_people(scene: Scene, index: int) -> bool:
    """Whether the word is people, who are no place: "visited Kyiv's mayor"."""
    low = scene.low(index)
    if any(scene.low(i) in listed("owner") for i in scene.tree.children(index, "nmod:poss")):
        return False  # "stayed with his aunt in Piura"
    is_listed = low in listed("role") or listed("group") & {low, low.removesuffix("s")}
    is_state = low in listed("not_goal") and low not in listed("is_building")
    return bool(is_listed) or is_state or low in listed("not_visited")
