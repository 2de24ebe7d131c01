"""Who moves, by one word of movement: the word, whom it means, what carries it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.lexicon import listed
from geo.lexicon.motion import motion
from geo.phrases.names import shown
from geo.phrases.sorts import MOVERS, PEOPLE, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.contracts.scene import Scene
    from geo.journeys.sentence.figures import Cast, Figure

_LIVING = frozenset({"of", "at", "in", "on"})
_NAMED = frozenset({Sort.NAME, Sort.PERSON})
_JOINED = 7  # words of "and her husband, the engineer Ivan Hart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """Who moves.

    Attributes
    ----------
    word : the word that its phrase hangs on; None where nobody is named.
    figure : whom it means in the story.
    carrier : the word for what carries it ("trucks carried 40 families").
    name : as shown to people.
    carried_by : what that means in the story.
    company : those who move with it: "Ana and Ivan flew".
    is_doubtful : may be no traveller; only a way with both its ends makes it one.
    """

    word: int | None
    figure: Figure | None
    carrier: int | None = None
    carried_by: Figure | None = None
    name: str = ""
    company: tuple[Figure, ...] = ()
    is_doubtful: bool = False


NOBODY = Mover(word=None, figure=None)


def _aboard(scene: Scene, word: int) -> Iterator[int]:
    """List whom its own words say that it carries: "the jeep carrying her"."""
    for clause in scene.tree.children(word, "acl"):
        entries = motion().entries.get(scene.low(clause), ())
        if any(entry.frame.carries for entry in entries) and not scene.tree.is_passive(clause):
            yield from scene.tree.children(clause, "obj")


def _of_owner(scene: Scene, word: int, name: str, cast: Cast) -> str:
    """Say whose: "Ana Bek's family" for "Ana Bek, whose family was to have flown to Lima"."""
    first = next(iter(scene.tree.children(word, "nmod:poss")), None)
    verb = scene.tree.predicate(word)
    if first is None or verb is None or scene.low(first) not in listed("relative_of_owner"):
        return name
    owner = scene.tree.head(verb) if scene.relation(verb) == "acl" else None
    if owner is None:
        return name
    figure = cast.figure(scene, owner)
    whose = figure.shown if figure is not None and figure.shown else shown(scene, owner)
    return f"{whose}’s {name.split(maxsplit=1)[-1]}"


def _with_joined(scene: Scene, word: int, name: str) -> str:
    """Name those who go with somebody as well: "Tom and Alice Hart", "Hart and his wife Ana"."""
    joined = [i for i in scene.tree.conjuncts(word) if i > word]
    if not joined or any(sort_of(scene, i) not in PEOPLE for i in joined):
        return name
    first = next((i for i in range(joined[0], word, -1) if scene.low(i) in {",", "and"}), word)
    last = max(scene.tree.phrase(joined[-1]))
    words = [scene.low(i) for i in range(first, last + 1)]
    is_short = first > word and len(words) <= _JOINED and listed("relative").isdisjoint(words)
    return f"{name} {scene.span(first, last).text}".replace(" ,", ",") if is_short else name


def named(scene: Scene, word: int, cast: Cast, carrier: int | None) -> Mover:
    """Say whom a word for a mover means in the story, and its name."""
    top = scene.tree.top(word)
    is_aside = sort_of(scene, top) is Sort.OTHER and sort_of(scene, word) in MOVERS
    if not (scene.is_headline or is_aside):  # "had a worse ending: a jet, bound for Lima"
        word = top
    figure = cast.figure(scene, word)
    if figure is not None:
        joined = (cast.figure(scene, i) for i in scene.tree.conjuncts(word) if i > word)
        told = (*joined, *(cast.figure(scene, i) for i in _aboard(scene, word)))
        company = tuple(one for one in told if one is not None and one is not figure)
        name = figure.shown or shown(scene, word)
        name = _of_owner(scene, word, name, cast)
        name = _with_joined(scene, word, name) if figure.sort in _NAMED else name
        by = cast.figure(scene, carrier) if carrier is not None else None
        return Mover(
            word=word, figure=figure, carrier=carrier, carried_by=by, name=name, company=company
        )
    if scene.low(word) in listed("possessive"):
        return Mover(word=word, figure=None, carrier=carrier)
    return Mover(word=word, figure=None, carrier=carrier, name=shown(scene, word))


def home_of(scene: Scene, word: int) -> list[int]:
    """List words of places that a mover comes from: "a crew from Quebec", "residents of Lima"."""
    is_dweller = scene.low(word) in listed("dweller")
    found = [*scene.tree.children(word, "nmod:poss")] if is_dweller else []
    for child in scene.tree.children(word, "nmod"):
        preposition = scene.tree.preposition(child)
        is_people = sort_of(scene, word) is Sort.GROUP and preposition in _LIVING
        if _is_of_some(scene, child):
            continue
        if preposition.split(" ")[0] == "from" or is_people:  # "families from around Lima"
            found.append(child)
        if preposition == "of" and sort_of(scene, child) in PEOPLE:
            found += [  # "a group of pilgrims from Lima"
                i for i in scene.tree.children(child, "nmod") if scene.tree.preposition(i) == "from"
            ]
        if is_people:
            found += [
                i
                for i in scene.tree.children(child, "nmod")
                if scene.tree.preposition(i) in _LIVING
            ]
    return found


def _is_of_some(scene: Scene, word: int) -> bool:
    """Whether only most or some come from there: "migrants, mostly from Egypt and Sudan,"."""
    near = (*scene.tree.children(word, "advmod", "det"), min(scene.tree.subtree(word)) - 1)
    words = listed("of_most") | listed("part_of_many")
    return any(scene.low(i) in words for i in near)
