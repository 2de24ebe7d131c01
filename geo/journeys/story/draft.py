"""A journey in the making: its ends with the words for each, and all that tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.contracts import LegStatus
from geo.lexicon.frames import Phase, Role

if TYPE_CHECKING:
    from geo.contracts import Evidence, Mode, Place
    from geo.contracts.scene import Scene
    from geo.journeys.sentence.mention import MotionMention
    from geo.journeys.sentence.whereabouts import Spot

ENDS = (Role.ORIGIN, Role.DESTINATION)
FIRST = 12  # of many drafts, and mentions of one, those that a mention is compared with
RECENT = 60  # of many drafts, and mentions of one, those near in the story that it is compared with
NEARBY = 3  # sentences over which one mention completes another that shares no place with it
SUPPORTING = frozenset({Phase.SUPPORT, Phase.MEETING})
TURNED = frozenset({LegStatus.TURNED_BACK, LegStatus.DIVERTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """An end that a mention gives, and the place that it was given; ``why`` if it is inferred."""

    spot: Spot
    first: int
    place: Place
    scene: Scene
    why: str = ""


@dataclass(slots=True)
class JourneyDraft:
    """A journey in the making; ``ends`` hold the most exact place named so far.

    ``like`` is the journey whose way it repeats ("made the same trip").
    ``halted`` is where it was broken off: stopped, or sunk. ``stopped`` is where
    it stopped last without that.
    ``outcome`` is the mention that says how it ended otherwise: turned back, diverted.
    ``unplaced`` are the ends that are named but could not be placed: nothing else stands for them.
    ``guessed`` is by what it likely goes, and why, where no word of its own says so.
    """

    like: JourneyDraft | None = None
    mentions: list[MotionMention] = field(default_factory=list)
    ends: dict[Role, Located] = field(default_factory=dict)
    via: list[Located] = field(default_factory=list)
    onward: list[Located] = field(default_factory=list)
    skipped: list[Located] = field(default_factory=list)
    outcome: MotionMention | None = None
    ended: Located | None = None
    halted: Located | None = None
    stopped: Located | None = None
    unplaced: set[Role] = field(default_factory=set)
    guessed: tuple[Mode, Evidence] | None = None

    @property
    def got_to(self) -> Located | None:
        """Where it got to in the stead of its goal, as far as that is told."""
        return self.ended or self.halted

    @property
    def compared(self) -> list[MotionMention]:
        """Its mentions; of more than any story has, the first and the latest."""
        if len(self.mentions) <= FIRST + RECENT:
            return self.mentions
        return self.mentions[:FIRST] + self.mentions[-RECENT:]

    def lacks(self, role: Role) -> bool:
        """Whether the story names no place for an end, known or not."""
        return role not in self.ends and role not in self.unplaced

    @property
    def last(self) -> MotionMention:
        """The mention told last."""
        return max(self.compared, key=lambda one: one.position)

    @property
    def statuses(self) -> set[LegStatus]:
        """All that its mentions say."""
        telling = (one for one in self.compared if one.trigger.frame.phase not in SUPPORTING)
        return {mention.status for mention in telling}
