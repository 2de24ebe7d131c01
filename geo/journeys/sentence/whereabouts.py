"""Which place a noun phrase means: itself, the port "of" it, a clinic in it, or "there"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import Sense
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.sorts import is_time_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.contracts import Place, Referents, Toponym
    from geo.contracts.scene import Scene

_ON = frozenset({"on", "off"})
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


class Whereabouts:
    """The places that the story's words mean, by name or by "there" and "the town"."""

    def __init__(
        self, places: Mapping[str, Place], told: Iterable[Scene], referents: Referents
    ) -> None:
        self.places = places
        self._pointing = referents.places
        self._toponyms = {one.id: one for scene in told for one in scene.toponyms.values()}

    def spot(self, scene: Scene, index: int) -> Spot | None:
        """Find the place that the phrase of a word means."""
        pointed = self._pointed(scene, index)
        if pointed is not None and scene.low(index - 1) in listed("points") - listed("article"):
            return pointed  # "this town near the border", not "the port of Lima"
        return self._named(scene, index, _DEEP) or self._where(scene, index) or pointed

    def _named(self, scene: Scene, index: int, deep: int) -> Spot | None:
        toponym = scene.place(index)
        if toponym is not None:
            return self._itself(scene, index, toponym)
        is_way = scene.low(index) in listed("heading")
        is_way |= scene.low(index) in listed("period")  # "walked for a week from Lima"
        if not deep or is_way or _is_people(scene, index) or _is_named_for(scene, index):
            return None
        called = (  # "Peru's port city of Callao"
            i for i in scene.tree.children(index, "nmod") if scene.tree.preposition(i) == "of"
        )
        own = scene.tree.children(index, "compound", "flat", "nmod:poss", "appos")
        for child in (*(called if _is_kind(scene, index) else ()), *own):
            inner = scene.place(child)
            if inner is not None:
                first, last = scene.words_of(inner)
                return Spot(toponym=inner, first=min(first, index), last=max(last, index))
        for child in (*scene.tree.children(index, "nmod", "acl"), *_toward(scene, index)):
            preposition = scene.tree.preposition(child)
            is_way = preposition == "from" and _is_vehicle(scene, index)  # "on a flight from Lima"
            is_inner = preposition in _ON | {"from"} | listed("within")
            if is_way or not is_inner or _is_beside(scene, index, child):
                continue
            found = self._named(scene, child, deep - 1)
            if found is not None:
                first = min(index, *scene.tree.phrase(index))
                is_kind = _is_kind(scene, index)
                return Spot(
                    toponym=found.toponym,
                    first=first,
                    last=found.last,
                    indirect=not is_kind,
                )
        return self._behind(scene, index)

    def _behind(self, scene: Scene, index: int) -> Spot | None:
        """Read "a hospital in Lima" by its words alone, where the tree parts them."""
        if scene.low(index + 1) not in _ON | listed("within") or scene.tokens[index].tag not in {
            "NOUN",
            "PROPN",
        }:
            return None  # "across the gulf from Lima"
        if is_time_word(scene.low(index)) or _is_vehicle(scene, index):
            return None  # "on Friday in Lima", "on a flight in Peru"
        at = index + 2
        while scene.low(at) in listed("modifier"):
            at += 1
        toponym = scene.place(at)
        if toponym is None or _is_named_for(scene, scene.tree.head(scene.head_of(toponym))):
            return None
        is_kind = _is_kind(scene, index)
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
        """Follow "there" and "the port" to the place that the document takes them for."""
        link = self._pointing.get((scene.index, index))
        toponym = self._toponyms.get(link.to.toponym_id) if link is not None else None
        if link is None or toponym is None:
            return None
        first = min(scene.sentence.tokens_in(link.span), default=index)
        return Spot(toponym=toponym, first=first, last=index, said=link.reason)

    def _where(self, scene: Scene, index: int) -> Spot | None:
        """Read "to Lima, from where they flew": the place that the clause tells of.

        So it is of "at a zoo in Lima, to which they were driven".
        """
        is_which = scene.low(index) in listed("relative_of_subject") - listed("relative_of_people")
        is_which = is_which and bool(scene.tree.children(index, "case"))
        if not (is_which or scene.low(index) in listed("where")):
            return None
        verb = scene.tree.governor(index)
        place = scene.tree.head(verb) if verb is not None else None
        if verb is None or place is None or scene.relation(verb) != "acl":
            return None
        return self._named(scene, place, _DEEP)


def _is_beside(scene: Scene, index: int, near: int) -> bool:
    """Whether an aside says where a place lies whose name is not known: "Old Mill, near Lima"."""
    first = min(scene.tree.children(near, "case"), default=near)
    is_near = scene.low(first) in listed("tells_more") - listed("joint")  # no "of", "in" and "at"
    is_aside = is_near and scene.low(first - 1) == ","
    return is_aside and scene.tokens[index].tag == "PROPN" and scene.is_capital(index)


def _is_kind(scene: Scene, index: int) -> bool:
    """Whether a noun is a kind of place: "the port of Lima", "the hill villages of Peru"."""
    return bool({scene.low(index), scene.tokens[index].lemma} & listed("place_kind"))


def _toward(scene: Scene, index: int) -> Iterator[int]:
    """List what "a beach south of Lima" lies near: not so of "a camp 20 km south of Lima"."""
    for word in scene.tree.children(index, "advmod"):
        if word == index + 1 and scene.low(word) in listed("direction"):
            yield from scene.tree.children(word, "obl", "nmod")


def _is_named_for(scene: Scene, index: int | None) -> bool:
    """Whether the word ends the name of something called after a place: "Osaka University"."""
    if index is None:
        return False
    inner = (scene.place(i) for i in scene.tree.children(index, "compound", "flat"))
    is_name = scene.tokens[index].tag == "PROPN" or (
        scene.is_capital(index) and not scene.is_headline  # "walked into Boston Bets"
    )
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
    is_state &= low not in listed("meets") or scene.tree.preposition(index) != "at"
    return bool(is_listed) or is_state or low in listed("not_visited", "money")
