"""Finds statements that a city is a capital."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading

ROWS = Rows("capital")
LOOSELY = "loosely"


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, the capital of B", "A, B's capital" and their like.

    ``relation`` is the role of the capital if one is told ("constitutional"), "loosely" with the
    words that may make it no seat of government ("fashion", "former", "was"), else empty.
    """
    for row, marked, match in ROWS.found(reading):
        city = marked.mention(match, "a")
        if city is None or not city.can_be_subject or _is_region(city, row.name):
            continue
        slots = "ab" if row.name in lists("capital")["of_its_land"] else "abd"
        one = found(ClaimKind.CAPITAL, marked, match, row, slots)
        # "B, whose capital is A": what is said before of B is something else.
        opens = match.groupdict().get("b") and match.start("b") == match.start()
        is_apart = opens and marked.text[match.start() + 1] in ", "
        one = replace(one, start=marked.said_start(match, "b" if is_apart else "a"))
        yield replace(one, relation=_role(match.groupdict(), row.name))


def _is_region(mention: PlacedMention, name: str) -> bool:
    """Whether behind a capital described stands its land: "the capital of Finnish Lapland"."""
    is_behind = name in lists("capital")["beside"]
    return is_behind and mention.place is not None and mention.place.is_area


def _role(groups: dict[str, str | None], name: str) -> str:
    if groups.get("count"):
        return "one of several"
    if role := lists("capital")["roles"].get(name, (groups.get("role") or "").lower()):
        return role
    plain = lists("capital")["plain"]
    words = [word for word in (groups.get("adjective") or "").lower().split() if word not in plain]
    if len(words) == 1 and words[0] in lists("capital")["kinds"]:
        return words[0]
    words += (groups.get("past") or "").lower().split()
    return " ".join((LOOSELY, *words)) if words else ""
