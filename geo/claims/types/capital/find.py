"""Finds statements that a city is a capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.claims.types.capital.rows import ROWS
from geo.claims.types.fact import Found, about
from geo.contracts import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Reading


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, the capital of B", "A, B's capital" and their like.

    ``relation`` is the role of the capital if one is told ("constitutional"), else empty.
    """
    marked = reading.marked
    if "capital" not in marked.text.lower() and not any(
        "capital" in one.span.text.lower() for one in marked.mentions
    ):
        return
    for row in ROWS:
        for match in row.matches(marked):
            city = marked.mention(match, "a")
            if city is None or not city.can_be_subject:
                continue
            whose = marked.mention(match, "b") or marked.mention(match, "d")
            start, end = marked.span(match)
            if match.start("a") == match.start():
                # What is said of the city, not the city itself: another figure may end with it.
                start = marked.starts[_first_word(marked.text, match.start() + 1)]
            yield Found(
                kind=ClaimKind.CAPITAL,
                subject=about(city, whose, reason=f"Read as “{row.name}”."),
                relation=_role(match.groupdict(), row.name),
                start=start,
                end=end,
            )


def _first_word(text: str, at: int) -> int:
    while at + 1 < len(text) and text[at] in ", \u00a0":
        at += 1
    return at


def _role(groups: dict[str, str | None], name: str) -> str:
    if groups.get("count"):
        return "one of several"
    if name in {"the capital, without a country", "its capital", "the city, its capital"}:
        return "unnamed"
    return (groups.get("role") or "").lower()
