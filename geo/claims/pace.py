"""What a sentence says of figures goes in; a speed and the time on a way beside it come out as one.

"The boat makes eight knots; the run from A to B takes it nine hours" tells the speed of that run.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from geo.claims.travel_words import verb_before
from geo.contracts import ClaimKind, Dimension
from geo.lexicon import either
from geo.lexicon.kept import compiled
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.claims.draft import ClaimDraft
    from geo.claims.story import Scene
    from geo.contracts import Amount


def pace_of_way(
    scene: Scene, amounts: Sequence[Amount], found: Sequence[ClaimDraft | None]
) -> ClaimDraft | None:
    """Read the one speed of a sentence, said of nothing else, as that of the way timed behind it.

    ``found`` are the figures of the sentence that were read.
    """
    read = [draft for draft in found if draft is not None]
    speeds = [one for one in amounts if one.quantity.dimension is Dimension.SPEED]
    times = [one for one in read if one.kind is ClaimKind.DURATION]
    if len(speeds) != 1 or len(times) != 1 or any(one.kind is ClaimKind.SPEED for one in read):
        return None
    speed, time = speeds[0], times[0]
    is_before = speed.end < time.amount.start and _makes().search(scene.just_before(speed.start))
    takes = verb_before("takes_time").search(scene.just_before(time.amount.start))
    if not is_before or not takes or not _is_its(scene.between(speed.end, time.amount.start)):
        return None
    return replace(
        time, kind=ClaimKind.SPEED, amount=speed, start=speed.start, end=speed.end, relation=""
    )


def _is_its(words: str) -> bool:
    """Whether what takes so long takes so long for what goes so fast: "the run takes it"."""
    return _them().search(words) is not None


@cache
def _them() -> re.Pattern[str]:
    return compiled(rf"(?<![^\W_]){either(lists('sums')['for_it'])}(?![^\W_])", re.IGNORECASE)


@cache
def _makes() -> re.Pattern[str]:
    """Find "makes", "is held to" right before a speed."""
    return compiled(rf"(?<![^\W_]){either(lists('sums')['goes_at'])}\s$", re.IGNORECASE)
