"""How a map spells the name of a place: as the article does, where it names it.

A reader looks for the name that the story has: "Khan Younis", where the gazetteer writes Khān
Yūnis. A name that is quite another one stands beside the gazetteer's: "Saigon (Ho Chi Minh City)".
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from geo.contracts import ToponymKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.contracts import Place, Toponym

# Two spellings of one name share so much of their letters: Kiev and Kyiv .75, Mykolaiv .94.
_ALIKE = 0.6
# Shorter names are short forms ("N.Y.", "LA"), and longer pairs do not fit on a map.
_LEAST, _MOST = 4, 30


def shown_name(place: Place, toponyms: Iterable[Toponym]) -> str:
    """Name a place as the article does, where that says as much as the gazetteer's name."""
    spelled = Counter(
        " ".join(toponym.name.split())
        for toponym in toponyms
        if toponym.kind is ToponymKind.NAME and toponym.name.casefold() in _said(toponym)
    )
    if not spelled or any(name.casefold() == place.name.casefold() for name in spelled):
        return place.name
    name = spelled.most_common(1)[0][0]
    if name.isupper():
        name = name.title()
    plain, known = _plain(name), _plain(place.name)
    if plain == known:
        return name
    if len(name) < _LEAST or "." in name or plain in known.split() or known.startswith(f"{plain} "):
        return place.name
    if SequenceMatcher(None, plain, known).ratio() >= _ALIKE:
        return name
    both = f"{name} ({place.name})"
    return both if len(both) <= _MOST else place.name


def is_spelled_apart(name: str, place: Place) -> bool:
    """Whether the gazetteer's name is another spelling, beyond accents, than the one shown."""
    return place.name not in name and _plain(name) != _plain(place.name)


def _said(toponym: Toponym) -> str:
    return " ".join(toponym.span.text.casefold().split())


def _plain(name: str) -> str:
    """Take away accents, case and marks, so that spellings can be compared."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    kept = (c for c in letters if not unicodedata.combining(c) and unicodedata.category(c) != "Lm")
    return " ".join("".join(kept).replace("-", " ").replace("'", "").replace("’", "").split())
