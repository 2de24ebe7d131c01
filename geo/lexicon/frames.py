"""How the places around a word of movement are to be understood: the frames of the verbs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.contracts import LegStatus
from geo.errors import LexiconError
from geo.lexicon.tables import nested

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Role(StrEnum):
    """What a place is to a journey."""

    ORIGIN = "origin"
    DESTINATION = "destination"
    VIA = "via"
    STOP = "stop"
    BETWEEN = "between"


class Phase(StrEnum):
    """Which part of a journey words speak of."""

    WHOLE = "whole"
    START = "start"
    END = "end"
    STOP = "stop"
    SUPPORT = "support"  # "the 683 miles to X": tells of a journey, never makes one
    MEETING = "meeting"  # a meeting at X says when the traveller must be there


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How the places around a word of movement are to be understood.

    Attributes
    ----------
    object : role of a place that follows at once ("left Lima"); None where there is none.
    roles : role of a place after a preposition, by the preposition.
    within : the object may be a thing in a place ("visited a clinic in Kharkiv").
    carries : the traveller is what is carried ("deported 90 people to Haiti").
    sends : who does so stays where he is ("a dealer in Lima posted it to Rome").
    rides : the object is the vehicle ("boarded a train to Kyiv").
    of_vehicle : the word is that of a vehicle ("the train from Lima to Cusco").
    onward : goes on with a journey that was told just before ("and from there to Lima").
    returns : goes back to where it started.
    comes_here : whoever does so has come to where the story is.
    descent : with an origin alone, may only say whence people are ("came from Haiti").
    empties : whoever does so leaves a place that others may be leaving too.
    crosses : tells of a part of a way ("crossed the Yalu from Sinuiju to Dandong").
    recovers : what was lost elsewhere is there again ("a car stolen in Lima was found in Ica").
    receives : the subject is the place that it leads to ("the camp received 90 people from Lima").
    beside : a place belongs to it only right behind it ("got to Lima", not "got help in Lima").
    elsewhere : tells of an end that was not the goal ("ended up in Lima").
    alone : with an object, or in the passive, it is no movement ("put down a revolt").
    row : stops told one after another, with no word of movement ("Lima on Monday, Ica on Friday").
    breaks : whoever does so goes no further ("sank off Lima").
    with_vehicle : the frame that it has with a vehicle as object ("took a plane in Madrid").
    with_place : the frame that it has with a place ("went back to Lima").
    with_back : the frame that it has with "back" and no place ("flew back").
    needs : "destination", "both" or "": the ends without which nothing is said of a journey.
    time : whether a time is that of the departure or the arrival, or neither.
    outcome : how the journey ends by the word alone ("turned back"); else empty.
    """

    name: str
    object: Role | None = None
    roles: Mapping[str, Role]
    within: bool = False
    carries: bool = False
    sends: bool = False
    rides: bool = False
    of_vehicle: bool = False
    onward: bool = False
    returns: bool = False
    comes_here: bool = False
    descent: bool = False
    empties: bool = False
    crosses: bool = False
    recovers: bool = False
    receives: bool = False
    beside: bool = False
    elsewhere: bool = False
    alone: bool = False
    row: bool = False
    breaks: bool = False
    with_vehicle: str = ""
    with_place: str = ""
    with_back: str = ""
    noun: bool = False
    needs: str = ""
    time: str
    phase: Phase = Phase.WHOLE
    outcome: str = ""


_FLAGS = (
    "within", "carries", "sends", "rides", "of_vehicle", "noun", "onward", "returns", "comes_here",
    "descent", "empties", "crosses", "recovers", "receives", "beside", "elsewhere",
    "alone", "breaks", "row",
)  # fmt: skip
_ROLES = tuple(role.value for role in Role)
_OTHERS = ("object", "needs", "time", "phase", "outcome", "with_vehicle", "with_place", "with_back")


@cache
def frames() -> Mapping[str, Frame]:
    """Give every frame by its name.

    Raises
    ------
    DataMissing
        If the table is not there.
    LexiconError
        If a frame has a property that none has, or leads to a frame that there is not.
    """
    found = {name: _frame(name, row) for name, row in nested("motion_frames").items()}
    for frame in found.values():
        for other in filter(None, (frame.with_vehicle, frame.with_place, frame.with_back)):
            if other not in found:
                raise LexiconError(
                    f"motion_frames.json, frame {frame.name!r}: there is no frame {other!r}. Those "
                    f"there are: {', '.join(found)}."
                )
    return found


@cache
def frame_of(phase: Phase) -> Frame:
    """Give the one frame of words that tell of a meeting, or of the length of a way."""
    return _one(frame for frame in frames().values() if frame.phase is phase)


@cache
def vehicle_frame() -> Frame:
    """Give the frame of a word for a vehicle between two places."""
    return _one(frame for frame in frames().values() if frame.of_vehicle)


@cache
def row_frame() -> Frame:
    """Give the frame of stops told one after another."""
    return _one(frame for frame in frames().values() if frame.row)


def _one(found: Iterable[Frame]) -> Frame:
    several = tuple(found)
    if len(several) != 1:
        raise LexiconError(
            f"motion_frames.json: one frame was to be found, not {[one.name for one in several]}. "
            "Give each of the phases “support” and “meeting”, “of_vehicle” and “row” to one frame."
        )
    return several[0]


def _frame(name: str, row: Mapping[str, Any]) -> Frame:
    unknown = set(row) - {*_FLAGS, *_ROLES, *_OTHERS}
    if unknown:
        raise LexiconError(
            f"motion_frames.json, frame {name!r}: {sorted(unknown)} is no property of a frame. "
            f"Those there are: {', '.join((*_ROLES, *_OTHERS, *_FLAGS))}."
        )
    try:
        return Frame(
            name=name,
            object=Role(row["object"]) if "object" in row else None,
            roles={words: role for role in Role for words in row.get(role.value, ())},
            needs=row.get("needs", ""),
            time=row["time"],
            phase=Phase(row.get("phase", "whole")),
            outcome=LegStatus(row["outcome"]).value if "outcome" in row else "",
            with_vehicle=row.get("with_vehicle", ""),
            with_place=row.get("with_place", ""),
            with_back=row.get("with_back", ""),
            **{flag: row.get(flag, False) for flag in _FLAGS},
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"motion_frames.json, frame {name!r}: {error}.") from error
