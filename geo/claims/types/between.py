"""Finds statements that a place lies between two others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.clause import is_town
from geo.claims.story import distinct, is_same
from geo.claims.types.fact import about
from geo.claims.types.meant import with_meant
from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.story import PlacedMention
    from geo.claims.types.fact import Found, Reading

ROWS = Rows("between")
HALF = "0.5"


def find(reading: Reading) -> Iterator[Found]:
    """Read "A lies between B and C"; ``relation`` is the share of the way where one is said."""
    for row, marked, match in ROWS.found(reading):
        one = marked.mention(match, "a")
        if one is None or not one.can_be_subject or marked.is_in_phrase(match):
            continue
        made = found(ClaimKind.BETWEEN, marked, match, row, "abc")
        if match.groupdict().get("two"):
            two = _two_before(reading)
            made = replace(made, subject=about(one, *two, reason=made.subject.reason))
            if len(two) != 2 or any(is_same(one, other) for other in two):  # noqa: PLR2004 - a pair
                continue
        if match.groupdict().get("it"):
            made = with_meant(reading, marked, match, made, "ac")
        if made.subject.toponym_ids:
            yield replace(made, relation=_share(match.groupdict()))


def _share(groups: dict[str, str | None]) -> str:
    """Tell what share of the way from the first to the second is told; empty for any."""
    if groups.get("half"):
        return HALF
    return lists("between")["shares"].get(re.sub(r"\s", " ", groups.get("share") or "").lower(), "")


def _two_before(reading: Reading) -> list[PlacedMention]:
    """List the towns of the sentence before: "the two" where there are two."""
    named = reading.story.mentions.get(reading.index - 1, ())
    settled = (one for one in named if one.place and one.place.feature_class == "P")
    return distinct(town for town in settled if is_town(town))
