"""Gives a statement the places that words beside its own may mean: "it", "the capital", "us"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.fact import about
from geo.claims.types.pointing import pointed_back

if TYPE_CHECKING:
    import re

    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked


def with_meant(
    reading: Reading, marked: Marked, match: re.Match[str], made: Found, slots: str = "a"
) -> Found:
    """Put the likeliest of the places meant by the slot "it" behind the first place of ``slots``.

    The others are kept too; where nothing may be meant, the statement is about nothing.
    """
    named = [marked.mention(match, slot) for slot in slots]
    first = named[0]
    # A slot without words stands where the statement ends.
    at = min(match.start("it"), len(marked.starts) - 1)
    meant = (
        pointed_back(reading.story, reading.index, match["it"], first, marked.starts[at])
        if first is not None
        else []
    )
    known = {one.place for one in named if one is not None}
    meant = [one for one in meant if one.place not in known]
    if not meant:
        return replace(made, subject=about(reason=made.subject.reason))
    subject = about(first, meant[0], *named[1:], reason=made.subject.reason)
    taken_from = tuple(one.toponym.id for one in meant)
    return replace(made, subject=replace(subject, taken_from=taken_from))
