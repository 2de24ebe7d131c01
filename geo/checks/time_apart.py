"""A time or speed that is told between two places, and its verdict; what the pins leave of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.checks.caution import with_taken_end
from geo.checks.journey import journey_of
from geo.checks.known import known_between
from geo.checks.tempo import check_tempo
from geo.checks.uncertainty import with_doubt
from geo.contracts import Verdict

if TYPE_CHECKING:
    from geo.checks.world import World
    from geo.contracts import Check, Claim, Place


def with_doubt_of_time(claim: Claim, check: Check, world: World) -> Check:
    """Take a refusal back where a name may mean another place, or the words name none.

    Not so where it rests on a distance that the article tells, and that is right.
    """
    if check.judged_with:
        return check

    def judge(one: Place, other: Place) -> Check:
        known = known_between(one, other, claim.way)
        found = check_tempo(journey_of(known, (), claim.way), [claim])[claim.id]
        # What another place does not make impossible is no mistake of the writer's.
        is_possible = found.verdict is not Verdict.REFUTED
        return replace(found, verdict=Verdict.SUPPORTED) if is_possible else found

    check = with_doubt(check, world.pins(claim), judge, draw=world.draw)
    return with_taken_end(check, claim)
