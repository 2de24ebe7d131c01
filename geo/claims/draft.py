"""What a sentence claims, before the claims are numbered; and the words for the way measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.contracts import ClaimKind, Mode, Subject
from geo.lexicon import either
from geo.lexicon.directions import ways

if TYPE_CHECKING:
    from geo.contracts import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """A claim before it has its number: what it says, of what, and which words to quote."""

    kind: ClaimKind
    subject: Subject
    amount: Amount
    start: int
    end: int
    way: Mode = Mode.UNKNOWN
    bearing_deg: float | None = None
    relation: str = ""


@cache
def _ways() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){either(ways())}(?![^\W_])", re.IGNORECASE)


def way_in(words: str) -> Mode:
    """Tell by what the words say that the distance is measured; unknown if they do not."""
    found = _ways().search(words)
    return ways()[re.sub(r"\s", " ", found[0].lower())] if found else Mode.UNKNOWN
