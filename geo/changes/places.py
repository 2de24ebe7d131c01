"""Tells which places a story names no longer, names now, or means otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.changes.match import pair
from geo.changes.value import Change, How
from geo.contracts import Sense

if TYPE_CHECKING:
    from geo.contracts import Analysis, Place, Span


class _Named(NamedTuple):
    """A place of one version: the names that it bears there, and where the first stands."""

    place: Place
    names: frozenset[str]
    span: Span


def changed_places(old: Analysis, new: Analysis) -> tuple[Change, ...]:
    """Compare by what the gazetteer calls them; a name that means another place now is a change."""
    pairs = pair(
        _named(old),
        _named(new),
        key=lambda one: (one.place.gazetteer, one.place.feature_id, _at(one.place)),
        likeness=lambda one, other: float(len(one.names & other.names)),
    )
    changed = [
        (
            after.span.start,
            Change(
                how=How.CHANGED,
                subject=after.span.text,
                before=_words(before.place),
                after=_words(after.place),
                before_span=before.span,
                after_span=after.span,
            ),
        )
        for before, after in pairs.both
        if _is_another(before.place, after.place)
    ]
    added = [
        (
            one.span.start,
            Change(
                how=How.ADDED, subject=one.span.text, after=_words(one.place), after_span=one.span
            ),
        )
        for one in pairs.added
    ]
    gone = tuple(
        Change(how=How.GONE, subject=one.span.text, before=_words(one.place), before_span=one.span)
        for one in pairs.gone
    )
    return (*(change for _, change in sorted(changed + added, key=lambda item: item[0])), *gone)


def _named(analysis: Analysis) -> list[_Named]:
    """List the places that are meant as such, by their first name; not who only bears one."""
    toponyms = {toponym.id: toponym for toponym in analysis.toponyms}
    found: dict[tuple[str, str], _Named] = {}
    for geocode in analysis.geocodes:
        toponym = toponyms.get(geocode.toponym_id)
        if geocode.place is None or toponym is None or toponym.sense is not Sense.LITERAL:
            continue
        name = toponym.name.casefold()
        key = (geocode.place.gazetteer, geocode.place.feature_id)
        known = found.setdefault(key, _Named(geocode.place, frozenset(), toponym.span))
        found[key] = known._replace(names=known.names | {name})
    return sorted(found.values(), key=lambda one: one.span.start)


def _is_another(one: Place, other: Place) -> bool:
    return (one.gazetteer, one.feature_id, _at(one)) != (
        other.gazetteer,
        other.feature_id,
        _at(other),
    )


def _at(place: Place) -> tuple[float, float]:
    """Round to about ten metres: a place may be moved by hand and keep its name."""
    return round(place.lon, 4), round(place.lat, 4)


def _words(place: Place) -> str:
    where = ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, place.country_code))))
    return f"{where} (lon {place.lon:.2f}, lat {place.lat:.2f})"
