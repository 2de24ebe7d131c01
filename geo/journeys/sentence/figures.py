"""Who may travel in a story, with what its journeys tell of each so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts.referents import Referent, Sort
from geo.lexicon import listed

if TYPE_CHECKING:
    from geo.contracts import LegStatus, Mode, Referents
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.whereabouts import Spot

_QUOTE = 3  # sentences after "I", in which the speaker is named


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody or something that may travel: whom the story's words mean, and where it was.

    Attributes
    ----------
    meant : who it is, from the document.
    moved : the sentence in which it was told to move last.
    home : a place that its own words name: "a crew from Quebec".
    left : where it set out from first.
    going : how sure the journey told of last is.
    stays : where verbs other than those of movement put it, in the order of the text.
    lived : where somebody grew up or lived, likewise.
    """

    meant: Referent
    owner: Figure | None = None
    whole: Figure | None = None
    moved: int = -9
    home: tuple[Scene, Spot] | None = None
    left: tuple[Scene, Spot] | None = None
    going: LegStatus | None = None
    stays: list[tuple[Scene, int, Spot]] = field(default_factory=list)
    lived: list[tuple[Scene, int, Spot]] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """As shown to people."""
        return self.meant.shown

    @property
    def sort(self) -> Sort:
        """What it is."""
        return self.meant.sort

    @property
    def names(self) -> frozenset[str]:
        """Parts of its name, in small letters."""
        return self.meant.names

    @property
    def heads(self) -> frozenset[str]:
        """Nouns that it was called by, in the singular."""
        return self.meant.heads

    @property
    def mode(self) -> Mode:
        """By what it goes, where its words say so."""
        return self.meant.mode

    @property
    def is_many(self) -> bool:
        """Whether it is several."""
        return self.meant.is_many


def is_teller(figure: Figure) -> bool:
    """Whether it is who tells the story: "I", "we"."""
    return not figure.shown


class Cast:
    """Everybody whom the story's words mean, each with one figure."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._figures: dict[Referent, Figure] = {}
        # Who tells the story; "we" who ask somebody in an interview are not the "I" of the answers
        self._tellers = {
            is_many: Figure(meant=Referent(shown="", sort=Sort.PERSON, is_many=is_many))
            for is_many in (False, True)
        }

    @property
    def figures(self) -> list[Figure]:
        """Those asked for so far."""
        return list(self._figures.values())

    def figure(self, scene: Scene, index: int) -> Figure | None:
        """Find whom a word of a sentence means, if anybody."""
        meant = self._referents.meant
        found = meant.get((scene.index, index))
        figure = self._of(found or meant.get((scene.index, scene.tree.top(index))))
        return figure or self._speaking(scene, index)

    def _speaking(self, scene: Scene, index: int) -> Figure | None:
        """Let "I" mean who is named as speaking in the sentences behind, else who tells the story.

        Nobody in a quotation of somebody who is not named.
        """
        if scene.low(index) not in listed("speaker") or scene.low(index) in listed("possessive"):
            return None
        teller = self._tellers[scene.tokens[index].has("Number=Plur")]
        if scene.is_told(index):
            return teller
        speakers = map(self.speaker, range(scene.index + 1, scene.index + 1 + _QUOTE))
        return next(filter(None, speakers), None if scene.quotes else teller)

    def met(self, scene: Scene, index: int) -> Figure | None:
        """Find whom a word itself means, not the name that it is part of."""
        return self._of(self._referents.meant.get((scene.index, index)))

    def called(self, scene: Scene, index: int) -> str:
        """Tell how whom a word means was shown as far as the story was read then."""
        called = self._referents.called
        top = (scene.index, scene.tree.top(index))
        return called.get((scene.index, index)) or called.get(top, "")

    def speaker(self, sentence: int) -> Figure | None:
        """Find who is said to say what a sentence tells."""
        return self._of(self._referents.speakers.get(sentence))

    def _of(self, meant: Referent | None) -> Figure | None:
        if meant is None:
            return None
        if meant not in self._figures:
            self._figures[meant] = Figure(
                meant=meant, owner=self._of(meant.owner), whole=self._of(meant.whole)
            )
        return self._figures[meant]
