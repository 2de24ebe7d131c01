"""Who may travel in a story: persons, groups, vehicles, cargo, and which words mean them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import LegStatus, Mode
from geo.journeys.sorts import Sort

if TYPE_CHECKING:
    from geo.journeys.scene import Scene
    from geo.journeys.whereabouts import Spot


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody or something that may travel.

    Attributes
    ----------
    shown : as shown to people.
    names : parts of its name, in small letters.
    heads : nouns that it was called by, in the singular.
    mode : by what it goes, once known.
    first, last, moved : the sentences in which it was met first and last, and told to move last.
    whole : whom it is a part of: "two of them".
    home : a place that its own words name: "a crew from Quebec".
    gender : the pronoun list that was once understood of it; "" if none was.
    left : where it set out from first.
    going : how sure the journey told of last is.
    stays : where verbs other than those of movement put it, in the order of the text.
    """

    shown: str
    sort: Sort
    names: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    mode: Mode = Mode.UNKNOWN
    is_many: bool = False
    last: int = 0
    was_subject: bool = False
    is_about: int = -1  # the sentence of whose main verb it was last the subject
    first: int = 0
    moved: int = -9
    told: int = 0  # how often it was met
    was_actor: bool = False
    is_new: bool = False  # met as "a" or "an"
    initials: str = ""
    owner: Figure | None = None  # whose vehicle it is
    is_foretold: bool = False  # met in the headline alone
    whole: Figure | None = None  # "two of them" are part of them
    home: tuple[Scene, Spot] | None = None
    gender: str = ""
    left: tuple[Scene, Spot] | None = None
    going: LegStatus | None = None
    stays: list[tuple[Scene, int, Spot]] = field(default_factory=list)

    @property
    def is_ship(self) -> bool:
        """Whether it is a vehicle, or bears a name with "The"."""
        return self.sort is Sort.VEHICLE or self.shown.startswith("The ")


@dataclass(eq=False)
class Cast:
    """The figures met of late, in the order met, and which words mean whom."""

    figures: list[Figure] = field(default_factory=list)
    meant: dict[tuple[int, int], Figure] = field(default_factory=dict)
    speakers: dict[int, Figure] = field(default_factory=dict)

    def figure(self, scene: Scene, index: int) -> Figure | None:
        """Find whom a word of a sentence means, if anybody."""
        at = (scene.index, index)
        return self.meant.get(at) or self.meant.get((scene.index, scene.tree.top(index)))
