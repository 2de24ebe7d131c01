"""Whom a story speaks of while it is being read: persons, groups, vehicles, cargo."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from geo.contracts import Link, Mode, Referent, Referents
from geo.contracts.referents import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Span
    from geo.contracts.scene import Scene


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody or something, with what the sentences so far have told of it.

    Attributes
    ----------
    shown : as shown to people.
    names : parts of its name, in small letters.
    heads : nouns that it was called by, in the singular.
    ranks : words of rank that it was called by: "prime" of a minister.
    mode : by what it goes, once known.
    first, last, moved : the sentences in which it was met first and last, and told to move last.
    carried : the sentence in which it was told to carry others last.
    by_pronoun : the sentence in which a pronoun meant it last.
    whole : whom it is a part of: "two of them".
    gender : "she" or "he", once a pronoun was understood of it.
    """

    shown: str
    sort: Sort
    names: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    ranks: set[str] = field(default_factory=set)
    mode: Mode = Mode.UNKNOWN
    is_many: bool = False
    last: int = 0
    was_subject: bool = False
    is_about: int = -1  # the sentence of whose main verb it was last the subject
    first: int = 0
    moved: int = -9
    carried: int = -9
    by_pronoun: int = -9
    told: int = 0  # how often it was met
    was_actor: bool = False
    is_new: bool = False  # met as "a" or "an"
    initials: str = ""
    owner: Figure | None = None  # whose vehicle it is
    is_foretold: bool = False  # met in the headline alone
    whole: Figure | None = None  # "two of them" are part of them
    gender: str = ""

    @property
    def is_ship(self) -> bool:
        """Whether it is a vehicle, or bears a name with "The"."""
        return self.sort is Sort.VEHICLE or self.shown.startswith("The ")


class _Pointing(NamedTuple):
    """Words that point back, to whom, why, and who else would do."""

    span: Span
    figure: Figure
    reason: str
    others: Sequence[Figure]


@dataclass(eq=False)
class Cast:
    """The figures met of late, in the order met, and which words mean whom.

    ``links`` are the words that point back, by where they begin; ``spots`` are names that no
    place is known for and that were met where places stand.
    """

    figures: list[Figure] = field(default_factory=list)
    meant: dict[tuple[int, int], Figure] = field(default_factory=dict)
    called: dict[tuple[int, int], str] = field(default_factory=dict)
    speakers: dict[int, Figure] = field(default_factory=dict)

    links: dict[int, _Pointing] = field(default_factory=dict)
    spots: set[str] = field(default_factory=set)

    def figure(self, scene: Scene, index: int) -> Figure | None:
        """Find whom a word of a sentence means, if anybody."""
        at = (scene.index, index)
        return self.meant.get(at) or self.meant.get((scene.index, scene.tree.top(index)))

    def link(self, span: Span, figure: Figure, reason: str, others: Sequence[Figure] = ()) -> None:
        """Note that words mean somebody met before, and whom they would fit as well."""
        before = self.links.get(span.start)
        if before is not None and not others:
            others = before.others
        self.links[span.start] = _Pointing(span, figure, reason, others)

    def referents(self) -> Referents:
        """Tell at the end of the story whom its words mean."""
        made: dict[Figure, Referent] = {}
        meant = {at: _made(figure, made) for at, figure in self.meant.items()}
        return Referents(
            all=tuple(dict.fromkeys(meant.values())),
            meant=meant,
            called=dict(self.called),
            speakers={at: _made(figure, made) for at, figure in self.speakers.items()},
            links=tuple(
                Link(
                    span=one.span,
                    to=_made(one.figure, made),
                    reason=one.reason,
                    others=tuple(_made(other, made) for other in one.others),
                )
                for _, one in sorted(self.links.items())
            ),
        )


def _made(figure: Figure, made: dict[Figure, Referent], below: tuple[Figure, ...] = ()) -> Referent:
    """Tell for good whom a figure is, and whose or of whom those ``below`` it are.

    Words can lead round in a ring ("the vehicle" of a driver who is "the vehicle's driver"):
    where they come back to somebody ``below``, the ring is left open.
    """
    if figure not in made:
        ring = (*below, figure)
        owner = None if figure.owner in ring else figure.owner
        whole = None if figure.whole in ring else figure.whole
        made[figure] = Referent(
            shown=figure.shown,
            sort=figure.sort,
            names=frozenset(figure.names),
            heads=frozenset(figure.heads),
            mode=figure.mode,
            is_many=figure.is_many,
            told=figure.told,
            acts=figure.was_actor,
            owner=_made(owner, made, ring) if owner is not None else None,
            whole=_made(whole, made, ring) if whole is not None else None,
        )
    return made[figure]
