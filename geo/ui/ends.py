"""The placed words of a story, from which the ends of a journey or of a distance are chosen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind
from geo.ui import phrases

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.contracts import Analysis, Place, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The ``spans`` of placed words by what they are called, in the order of the text.

    ``called`` says what each toponym is called, by its id.
    """

    spans: dict[str, Span]
    called: dict[str, str]


def ends_of(analysis: Analysis, own: Collection[str] = ()) -> Ends:
    """List each name of each place once; of several mentions, one of the ``own`` toponym ids.

    A word for the people of a place ("Latvian") is no end, unless it is an own one.
    """
    places = {one.toponym_id: one.place for one in analysis.geocodes if one.place}
    first: dict[tuple[str, str, str], Span] = {}
    keys: dict[str, tuple[str, str, str]] = {}
    for toponym in analysis.toponyms:
        if (place := places.get(toponym.id)) is None:
            continue
        if toponym.kind is ToponymKind.DEMONYM and toponym.id not in own:
            continue
        key = (toponym.span.text.casefold(), place.gazetteer, place.feature_id)
        keys[toponym.id] = key
        # "ATHENS" is only how a dateline sets it.
        if key not in first or toponym.id in own or first[key].text.isupper():
            first[key] = toponym.span
    meant = {key: places[ident] for ident, key in keys.items()}
    words = Counter(words for words, *_ in first)
    named = {
        key: _told_apart(span.text, meant[key]) if words[key[0]] > 1 else span.text
        for key, span in first.items()
    }
    alike = Counter(named.values())
    named = {
        key: f"{name}, {phrases.position(meant[key].lon, meant[key].lat)}"
        if alike[name] > 1
        else name
        for key, name in named.items()
    }
    return Ends(
        spans={named[key]: span for key, span in first.items()},
        called={ident: named[key] for ident, key in keys.items()},
    )


def _told_apart(words: str, place: Place) -> str:
    where = ", ".join(part for part in (place.admin1, place.country_code) if part)
    return f"{words} ({where})" if where else words
