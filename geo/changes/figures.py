"""Tells which figures a story states no longer, states now, or which are judged otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.changes.match import pair
from geo.changes.value import Change, How
from geo.maps.build.claims import sign

if TYPE_CHECKING:
    from geo.contracts import Analysis, Check, Claim


class _Stated(NamedTuple):
    """A claim with its check, its words in one line, and the places that it is about."""

    claim: Claim
    check: Check
    quote: str
    about: tuple[str, ...]


def changed_figures(old: Analysis, new: Analysis) -> tuple[Change, ...]:
    """Compare by the words; where those differ, by what the figure is about."""
    pairs = pair(
        _stated(old),
        _stated(new),
        key=lambda one: (one.claim.kind, one.quote, _judged(one)),
        likeness=_likeness,
    )
    changed = (
        Change(
            how=How.CHANGED,
            subject=after.quote,
            before=_words(before),
            after=_words(after),
            before_span=before.claim.span,
            after_span=after.claim.span,
        )
        for before, after in pairs.both
        if _words(before) != _words(after)
    )
    added = (
        Change(how=How.ADDED, subject=one.quote, after=_words(one), after_span=one.claim.span)
        for one in pairs.added
    )
    gone = (
        Change(how=How.GONE, subject=one.quote, before=_words(one), before_span=one.claim.span)
        for one in pairs.gone
    )
    return (*changed, *added, *gone)


def _stated(analysis: Analysis) -> list[_Stated]:
    checks = {check.claim_id: check for check in analysis.checks}
    placed = {
        geocode.toponym_id: geocode.place.feature_id
        for geocode in analysis.geocodes
        if geocode.place
    }
    legs = {leg.id: tuple(end.place.feature_id for end in leg.ends) for leg in analysis.legs}
    return [
        _Stated(
            claim=claim,
            check=checks[claim.id],
            quote=" ".join(claim.span.text.split()),
            about=(
                *(placed.get(name, "") for name in claim.subject.toponym_ids),
                *legs.get(claim.subject.leg_id, ()),
            ),
        )
        for claim in sorted(analysis.claims, key=lambda claim: claim.span.start)
        if claim.id in checks
    ]


def _likeness(one: _Stated, other: _Stated) -> float:
    """Tell how sure it is that both state the same thing; figures of two kinds never do."""
    if one.claim.kind is not other.claim.kind:
        return 0.0
    same_words = one.quote == other.quote
    same_subject = any(one.about) and one.about == other.about
    return 2.0 * same_words + same_subject


def _judged(one: _Stated) -> tuple[str, str]:
    return sign(one.check), one.check.only_if


def _words(one: _Stated) -> str:
    only = f" ({one.check.only_if})" if one.check.only_if else ""
    return f"“{one.quote}”: {sign(one.check).value}{only}"
