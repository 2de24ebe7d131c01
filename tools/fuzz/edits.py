"""Corrections by lot: what a hand on the desk may do to a story, sensible or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.contracts import (
    AddedLeg,
    Anchor,
    ChangedLeg,
    CheckedFigure,
    ChosenPlace,
    JoinedLegs,
    JudgedClaim,
    KeptMeasure,
    LegStatus,
    Mode,
    NoPlace,
    OtherSense,
    Place,
    Position,
    Sense,
    ShownAs,
    SplitLeg,
    Standing,
)
from tools.fuzz.texts import ODD, WORDS

if TYPE_CHECKING:
    from random import Random

    from geo.contracts import Analysis, Edit, Span

_MOST_EDITS = 6
_MOST_ENDS = 4
_LONG = 5_000


def edits_by_lot(lot: Random, analysis: Analysis) -> tuple[Edit, ...]:
    """Put some corrections of a story together, as the cards of the desk make them."""
    return tuple(_edit(lot, analysis) for _ in range(lot.randint(1, _MOST_EDITS)))


def _edit(lot: Random, analysis: Analysis) -> Edit:
    anchor, note = _anchor(lot, analysis), _words(lot)
    leg = ChangedLeg(
        anchor=anchor,
        note=note,
        number=lot.randint(0, 2),
        removed=lot.random() < 1 / _MOST_ENDS,
        traveller=lot.choice((None, note)),
        mode=lot.choice((None, *Mode)),
        status=lot.choice((None, *LegStatus)),
        ends=lot.choice((None, _ends(lot, analysis))),
        departed=lot.choice((None, note)),
        arrived=lot.choice((None, note)),
    )
    is_everywhere = lot.random() < 1 / 2
    made: tuple[Edit, ...] = (
        ChosenPlace(anchor=anchor, place=_place(lot, analysis), everywhere=is_everywhere),
        NoPlace(anchor=anchor, everywhere=is_everywhere),
        OtherSense(anchor=anchor, sense=lot.choice(list(Sense)), everywhere=is_everywhere),
        ShownAs(anchor=anchor, label=_words(lot), note=note, hidden=is_everywhere),
        leg,
        SplitLeg(anchor=anchor, number=lot.randint(0, 2), at=_anchor(lot, analysis)),
        JoinedLegs(anchor=anchor, number=lot.randint(0, 2)),
        _added(lot, analysis, anchor, note),
        JudgedClaim(anchor=anchor, note=note, standing=lot.choice(list(Standing))),
        CheckedFigure(
            anchor=anchor, subject=_anchor(lot, analysis), measured_to=_anchor(lot, analysis)
        ),
        KeptMeasure(anchor=anchor, points=tuple(_position(lot) for _ in range(lot.randint(2, 4)))),
    )
    return lot.choice(made)


def _added(lot: Random, analysis: Analysis, anchor: Anchor, words: str) -> AddedLeg:
    return AddedLeg(
        anchor=anchor,
        note=words,
        number=lot.randint(0, 2),
        traveller=words,
        mode=lot.choice(list(Mode)),
        status=lot.choice(list(LegStatus)),
        ends=_ends(lot, analysis),
        ended=lot.choice((None, _anchor(lot, analysis))),
        departed=_words(lot),
        arrived=_words(lot),
    )


def _spans(analysis: Analysis) -> list[Span]:
    legs = [leg for itinerary in analysis.itineraries for leg in itinerary.legs]
    return [
        *(toponym.span for toponym in analysis.toponyms),
        *(claim.span for claim in analysis.claims),
        *(told.span for leg in legs for told in leg.evidence if told.span is not None),
    ]


def _anchor(lot: Random, analysis: Analysis) -> Anchor:
    """Take words that something was found in, or any others; now and then none of the text."""
    text = analysis.article.text
    start = lot.randint(0, len(text))
    any_words = text[start : start + lot.randint(0, 40)]
    found = [(span.start, span.text) for span in _spans(analysis)]
    start, quote = lot.choice((*(found * 2), (start, any_words), (start, _words(lot))))
    return Anchor(quote=quote, before=text[max(0, start - 8) : start], start=start)


def _ends(lot: Random, analysis: Analysis) -> tuple[Anchor | None, ...]:
    return tuple(
        lot.choice((None, _anchor(lot, analysis))) for _ in range(lot.randint(0, _MOST_ENDS))
    )


def _place(lot: Random, analysis: Analysis) -> Place:
    known = [one.place for one in analysis.geocodes if one.place is not None]
    at = _position(lot)
    by_hand = Place(
        gazetteer="hand",
        feature_id=f"{at.lon:.5f},{at.lat:.5f}",
        name=_words(lot),
        lon=at.lon,
        lat=at.lat,
        feature_class="S",
        feature_code="",
        source="put there by hand",
    )
    return lot.choice((*known, by_hand))


def _position(lot: Random) -> Position:
    """Take any point; the poles, the date line and the same point twice are the likely ones."""
    return Position(
        lon=lot.choice((0.0, 180.0, -180.0, 30.5, lot.uniform(-180, 180))),
        lat=lot.choice((0.0, 90.0, -90.0, 50.4, lot.uniform(-90, 90))),
    )


def _words(lot: Random) -> str:
    return lot.choice(("", *WORDS, *ODD, lot.choice(WORDS) * _LONG))
