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
    from geo.claims.types.marked import Marked

ROWS = Rows("between")
# What may also be said of something that goes on between two others.
HALF, PERHAPS = "0.5", "perhaps"
# Letters before a place in which it may be told what goes on there.
_NEAR = 80


def find(reading: Reading) -> Iterator[Found]:
    """Read "A lies between B and C"; ``relation`` is the share of the way where one is said.

    It is "perhaps" of "in A, between B and C".
    """
    for row, marked, match in ROWS.found(reading):
        one = marked.mention(match, "a")
        if one is None or not one.can_be_subject or marked.is_in_phrase(match):
            continue
        made = found(ClaimKind.BETWEEN, marked, match, row, "abc")
        is_loose = row.name in lists("between")["loose"]
        if is_loose and (_are_lands(marked, match) or _is_of_two(marked, match)):
            continue
        if match.groupdict().get("two"):
            two = _two_before(reading)
            made = replace(made, subject=about(one, *two, reason=made.subject.reason))
            if len(two) != 2 or any(is_same(one, other) for other in two):  # noqa: PLR2004 - a pair
                continue
        if match.groupdict().get("it"):
            made = with_meant(reading, marked, match, made, "ac")
        if made.subject.toponym_ids:
            yield replace(made, relation=PERHAPS if is_loose else _share(match.groupdict()))


def _are_lands(marked: Marked, match: re.Match[str]) -> bool:
    """Whether it is two lands that something goes on between: "in Geneva, between A and B"."""
    ends = (marked.mention(match, "b"), marked.mention(match, "c"))
    return any(one is None or one.is_area for one in ends)


def _is_of_two(marked: Marked, match: re.Match[str]) -> bool:
    """Whether what stands before is of two sides: "talks in A, between B and C"."""
    before = marked.text[max(0, match.start() - _NEAR) : match.start()].lower()
    return any(noun in re.split(r"[^a-z]+", before) for noun in lists("between")["of_two_sides"])


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
