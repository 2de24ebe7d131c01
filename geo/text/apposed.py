"""A noun phrase goes in; out comes who else of its sentence it names: "the envoy, Ana Lund,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts.referents import Sort
from geo.phrases.names import is_name_part, name_run, names_of
from geo.phrases.sorts import sort_of

if TYPE_CHECKING:
    from geo.contracts.scene import Scene
    from geo.text.figures import Cast, Figure

_FULL = 2  # parts of a full name
_NOBODY = frozenset({Sort.PLACE, Sort.THING, Sort.OTHER})
_ALONE = frozenset({"ADJ", "NUM", "DET", "PRON"})  # "the other, the Blue Heron,"


def apposed(cast: Cast, scene: Scene, index: int) -> Figure | None:
    """Let "a trawler, the Blue Heron," be one."""
    if scene.tokens[index].relation == "nmod:desc":
        index = scene.tokens[index].head  # "her captain, Commander Nair"
    head = scene.tree.head(index)
    if (noun := _beside(scene, index)) is not None:
        return cast.meant.get((scene.index, noun))
    if scene.relation(index) != "appos" or head is None:
        return None
    known = cast.meant.get((scene.index, head)) or _above_place(cast, scene, index, head)
    if known is not None and known.is_many and len(scene.tree.conjuncts(index)) > 1:
        return None  # "two trawlers, the Heron and the Star,": none of them is both
    is_vehicle = sort_of(scene, index) is Sort.VEHICLE
    if known is None or (is_vehicle and known.sort in {Sort.PERSON, Sort.GROUP}):
        return None
    return known


def _beside(scene: Scene, index: int) -> int | None:
    """Find "cook" of "the cook Ana Lund drove", where the tree gives the verb two subjects."""
    run = name_run(scene, index)
    before, is_aside = run.start - 1, False
    first = _first(scene, index)
    if scene.low(first - 1) == "," == scene.low(run.stop):
        before, is_aside = first - 2, True
    if before < scene.dateline or not is_name_part(scene, index):
        return None
    is_pair = scene.relation(before) == scene.relation(index) == "nsubj"
    is_one = is_pair and scene.tree.head(before) == scene.tree.head(index)
    tag = scene.tokens[before].tag
    is_noun = tag == "NOUN" or (is_aside and tag in _ALONE)
    return before if is_one and is_noun and sort_of(scene, before) is not Sort.THING else None


def _above_place(cast: Cast, scene: Scene, index: int, head: int) -> Figure | None:
    """Let "Peru's envoy to Chile, Ana Lund," be one, where the tree names the place so."""
    is_person = len(name_run(scene, index)) >= _FULL and is_name_part(scene, index)
    if not is_person or sort_of(scene, head) not in _NOBODY:
        return None
    while scene.relation(head) == "nmod" and scene.tokens[head].head < head:
        head = scene.tokens[head].head
        if sort_of(scene, head) is Sort.PERSON:
            return cast.meant.get((scene.index, head))
    return None


def is_named_else(scene: Scene, index: int, known: Figure) -> bool:
    """Whether the name beside a noun is another's: "the pilot, Captain Bek," of two pilots."""
    beside = [i for i in scene.tree.children(index, "appos") if i > index]
    told = [(i, names) for i in beside if (names := names_of(scene, i))]
    others = [i for i, names in told if not same_name(known, names)]
    if known.sort in {Sort.NAME, Sort.PERSON} and not known.is_ship:
        return bool(known.names and others)
    # "the ferry Blue Heron" is not the ferry of before, which has another name, or none
    return known.is_ship and any(_first(scene, i) == index + 1 for i in others)


def _first(scene: Scene, index: int) -> int:
    """Find the first word of all that hangs on a word; no comma before it."""
    return min(i for i in scene.tree.subtree(index) if scene.tokens[i].tag != "PUNCT")


def same_name(figure: Figure, names: list[str]) -> bool:
    """Whether the parts of a name are those of somebody met before."""
    given = set(names)
    if len(names) == 1 and len(figure.initials) >= _FULL and names[0] == figure.initials:
        return True
    return given <= figure.names or (
        len(names) > 1
        and names[-1] in figure.names
        and bool(given & figure.names - {names[-1]} or len(figure.names) == 1)
    )
