"""Says in words who goes where, and whether it is so: for terminal, page, picture, app and files.

Names and times are the article's own words or the gazetteer's: whoever shows them as markup has to
escape them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import ADDED_BY_HAND, LegStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.contracts import End, Leg, When

# What a way is called, by the values of `Mode` and `RouteKind`.
WAYS = {
    "rail": "by rail",
    "road": "by road",
    "sea": "by sea",
    "air": "by air",
    "foot": "on foot",
    "geodesic": "straight line",
}
_STATUSES = {
    LegStatus.HAPPENED: "the article says it happened",
    LegStatus.UNDER_WAY: "under way",
    LegStatus.PLANNED: "planned",
    LegStatus.REPORTED: "reported, not confirmed",
    LegStatus.DENIED: "denied",
    LegStatus.HYPOTHETICAL: "only possible",
    LegStatus.CANCELLED: "did not take place",
    LegStatus.TURNED_BACK: "turned back",
    LegStatus.DIVERTED: "diverted",
    LegStatus.GENERAL: "a way in general, nobody's journey",
}
_LEFT = {
    LegStatus.HAPPENED: "left",
    LegStatus.UNDER_WAY: "left",
    LegStatus.REPORTED: "left",
    LegStatus.PLANNED: "to leave",
    LegStatus.TURNED_BACK: "left",
    LegStatus.DIVERTED: "left",
}
_REACHED = {
    LegStatus.HAPPENED: "reached",
    LegStatus.UNDER_WAY: "expected",
    LegStatus.REPORTED: "expected",
    LegStatus.PLANNED: "expected",
}
_NOBODY = "Somebody not named"
_SERVICE = "A way or service"
_ANYBODY = "Anybody"
# Travellers that nobody in particular is meant by, and those that only the article's context names.
_NO_ONE_MEANT = frozenset({"you", "one"})
_ONLY_POINTED_AT = frozenset({"i", "we", "he", "she", "it", "they"})
# Whom a sentence moves is told of as who goes: "A bus took us to Kiruna".
_MOVED = {"me": "I", "us": "we", "him": "he", "her": "she", "them": "they"}
# Areas without a point that a journey could start from or end at; a border or a sea is none.
_LANDS = frozenset({"A", "L"})
_BORDER = "BDR"
_LONGEST_VEHICLE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a sentence; ``is_name`` marks a traveller or a place."""

    text: str
    is_name: bool = False


def leg_sentence(leg: Leg, names: Mapping[str, str] | None = None) -> str:
    """Say one leg: "Mara Lind, by ferry, from Tallinn to Stockholm; left Sunday evening"."""
    return "".join(piece.text for piece in leg_pieces(leg, names))


def leg_pieces(leg: Leg, names: Mapping[str, str] | None = None) -> tuple[Piece, ...]:
    """Say one leg, with its names set apart.

    An end that the article does not state for this journey is followed by "(assumed)"; one that
    is a country or region has "somewhere in" before it.

    Parameters
    ----------
    leg
        Who goes where.
    names
        Names to use for places, by the features' ids; the gazetteer's where it has none.
    """
    return tuple(piece for piece in _pieces(leg, names or {}) if piece.text)


def status_words(leg: Leg, names: Mapping[str, str] | None = None) -> str:
    """Say whether it is so: "reported by the harbour office", "turned back near Ventspils".

    ``names`` as in `leg_pieces`.
    """
    told = _STATUSES[leg.status]
    if leg.status is LegStatus.REPORTED and leg.reporter is not None:
        return f"reported by {' '.join(leg.reporter.text.split())}"
    if leg.status is LegStatus.TURNED_BACK:
        return f"{told} near {_named(leg.ended, names)}" if leg.ended else f"{told}, not said where"
    if leg.status is LegStatus.DIVERTED and leg.ended is not None:
        return f"{told} to {_named(leg.ended, names)}"
    return f"broken off near {_named(leg.ended, names)}" if leg.ended else told


def status_name(status: LegStatus) -> str:
    """Say how sure an article is of a journey: "planned", "denied"."""
    return _STATUSES[status]


def journey_words(leg: Leg) -> str:
    """Say one leg, whether it is so, and that somebody added it, in one line."""
    return "; ".join(filter(None, (leg_sentence(leg), status_words(leg), hand_words(leg))))


def hand_words(leg: Leg) -> str:
    """Say that a leg was not found, but added by somebody; "" where it was found."""
    return ADDED_BY_HAND if leg.is_added else ""


def left_words(leg: Leg) -> str:
    """Say when the journey begins: "left Sunday evening"; "" where that is not told."""
    return _said(_LEFT.get(leg.status), leg.departed)


def reached_words(leg: Leg) -> str:
    """Say when the journey ends: "expected Tuesday"; "" where that is not told."""
    if leg.status is LegStatus.REPORTED and _is_told_as_over(leg):
        return _said("reportedly reached", leg.arrived)
    return _said(_REACHED.get(leg.status), leg.arrived)


def is_told(leg: Leg) -> bool:
    """Whether the article says that the journey takes place, as fact, plan or report."""
    return leg.status in _REACHED


def why_assumed(ends: Iterable[End | None]) -> list[str]:
    """Say of each end that the article does not state for a journey what it rests on."""
    assumed = [end for end in ends if end is not None and end.inferred]
    reasons = (one.reason for end in assumed for one in end.evidence[:1])
    return list(dict.fromkeys(reason for reason in reasons if reason))


def joined(items: list[str]) -> str:
    """List things as people do: "Riga, Tartu and Narva"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _who(leg: Leg) -> str:
    """Name the traveller; a word that only points at somebody is quoted as the article's own."""
    who = leg.traveller or (_SERVICE if leg.status is LegStatus.GENERAL else _NOBODY)
    who = _MOVED.get(who if who.isupper() else who.lower(), who)  # the US is nobody's "us"
    if who.lower() in _NO_ONE_MEANT:
        return _ANYBODY
    return f"“{who[:1].upper()}{who[1:]}”" if who.lower() in _ONLY_POINTED_AT else who


def _pieces(leg: Leg, names: Mapping[str, str]) -> Iterator[Piece]:
    who = _who(leg)
    yield Piece(text=who[:1].upper() + who[1:], is_name=bool(leg.traveller))
    mode = _mode_words(leg)
    yield Piece(text=f", {mode}" if mode else "")
    # A comma stands before the way as a whole, not before each of its parts.
    lead = ", "
    if leg.origin is not None:
        yield from _end(leg.origin, f"{lead}from ", names)
        lead = " "
    via = _between(leg)
    for number, end in enumerate(via):
        link = "by way of " if not number else ", "
        if number and number == len(via) - 1:
            link = " and "
        yield from _end(end, link if number else f"{lead}{link}", names, is_via=True)
        lead = " "
    if leg.destination is not None:
        yield from _end(leg.destination, f"{lead}to ", names)
    times = [words for words in (left_words(leg), reached_words(leg)) if words]
    yield Piece(text=f"; {', '.join(times)}" if times else "")


def _end(end: End, link: str, names: Mapping[str, str], *, is_via: bool = False) -> Iterator[Piece]:
    place = end.place
    is_land = place.feature_class in _LANDS and not place.feature_code.startswith(_BORDER)
    yield Piece(text=f"{link}somewhere in " if is_land and not is_via else link)
    yield Piece(text=_named(end, names), is_name=True)
    yield Piece(text=" (assumed)" if end.inferred else "")


def _named(end: End, names: Mapping[str, str] | None) -> str:
    return (names or {}).get(end.place.feature_id, end.place.name)


def _between(leg: Leg) -> list[End]:
    """List the places on the way, each once and without the ends."""
    known = {end.place.feature_id for end in (leg.origin, leg.destination) if end}
    between = {end.place.feature_id: end for end in leg.via if end.place.feature_id not in known}
    return list(between.values())


def _mode_words(leg: Leg) -> str:
    """Say by what it goes, as the article does where it says "by ferry"."""
    told = f"by {leg.mode.value}: "
    for item in leg.evidence:
        words = " ".join(item.span.text.split()) if item.span is not None else ""
        is_short = words.lower().startswith("by ") and len(words) <= _LONGEST_VEHICLE
        if is_short and item.reason.startswith(told):
            return f"by{words[2:]}"
    way = WAYS.get(leg.mode.value, "")
    return f"likely {way}" if way and leg.is_mode_likely else way


def _is_told_as_over(leg: Leg) -> bool:
    """Whether what is reported has happened: "arrived on Wednesday, its owner said"."""
    return any(one.reason.startswith(f"{LegStatus.HAPPENED.value}: ") for one in leg.evidence)


def _said(verb: str | None, when: When | None) -> str:
    if verb is None or when is None:
        return ""
    text = " ".join(when.text.split())
    return f"{verb} {text.removeprefix('on ').removeprefix('On ')}"
