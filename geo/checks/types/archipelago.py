"""Checks which island of a group, a sea or a lake is the largest or lies furthest to a side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.checks.types.ground import fails, holds
from geo.checks.types.named import NAMED, is_called
from geo.checks.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim
    from geo.contracts.facts import Isle, Isles

_M2_PER_KM2 = 1e6
# So much must two areas differ to be told apart, and to refuse one; so far two middles.
_APART, _CLEARLY = 1.02, 1.2
_DEG, _CLEARLY_DEG = 0.02, 0.1
_SIZES = {"largest": 1.0, "smallest": -1.0}
_SIDES = {
    "northernmost": (1, 1.0),
    "southernmost": (1, -1.0),
    "easternmost": (0, 1.0),
    "westernmost": (0, -1.0),
}
_NOUNS = frozenset({"island", "kind"})


def check_in_group(claim: Claim, ground: Ground) -> Check | None:
    """Judge "Naxos, the largest of the Cyclades"; None where no such group is named."""
    said, _, thing = claim.relation.partition(NAMED)
    what, rank, noun = [*said.partition(" in ")[0].split(" ", 2), "", ""][:3]
    is_asked = noun in _NOUNS and rank.isdigit() and what in {*_SIZES, *_SIDES}
    group, words = _group_in(claim.span.text, ground) if is_asked else (None, "")
    if group is None:
        return None
    names = [thing] if thing else [place.name for place in ground.places(claim) or ()][:1]
    mine = _member(group.isles, words, names)
    valued = {one.name: _value(one, what) for one in group.isles}
    values = {name: value for name, value in valued.items() if value is not None}
    if mine is None or len(values) < len(group.isles) or int(rank) > len(values):
        return None
    return _judged(claim, mine, group, values, int(rank))


def _judged(
    claim: Claim, mine: Isle, group: Isles, values: dict[str, float], rank: int
) -> Check | None:
    what = claim.relation.partition(" ")[0]
    order = sorted(values, key=lambda name: -values[name])
    others = {one.name: one for one in group.isles}
    there = others[order[min(rank, len(order)) - 1]]
    near = [name for name in order if name != mine.name and _is_near(what, values, mine, name)]
    if there is mine and not near:
        return holds(claim, f"{_told(mine, what)} is the {_words(what, rank)} of the {group.name}.")
    is_off = _is_clear(what, values[there.name], values[mine.name])
    if there is mine or not is_off or not (there.is_borne_out and mine.is_borne_out):
        return None
    words = f"Of the {group.name} that is {_told(there, what)}, not {_told(mine, what)}."
    return fails(claim, words)


def _group_in(text: str, ground: Ground) -> tuple[Isles | None, str]:
    """Find the group at the end of a statement, or as whose it is told; and the other words."""
    for name, group in ground.facts.isles().items():
        if name not in text:
            continue
        told = rf"\s(?:of|in|among|off|on)\s(?:[\w-]+\s){{0,5}}{re.escape(name)}(?:\s[a-z]+)?$"
        whose = rf"(?<!\w){re.escape(name)}['’]s?\s"
        if found := re.search(rf"{told}|{whose}", text):
            return group, text[: found.start()] + text[found.end() :]
    return None, ""


def _member(isles: Sequence[Isle], words: str, names: Sequence[str]) -> Isle | None:
    """Find the one island that a statement is about, by the words around or by its place."""
    named = [one for one in isles if any(_is_in(name, words) for name in (one.name, *one.aliases))]
    if not named:
        named = [one for one in isles if any(is_called(one, name) for name in names)]
    return named[0] if len(named) == 1 else None


def _is_in(name: str, words: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words) is not None


def _value(one: Isle, what: str) -> float | None:
    if what in _SIZES:
        return _SIZES[what] * one.area_m2
    at, sign = _SIDES[what]
    return None if one.lon is None or one.lat is None else sign * (one.lon, one.lat)[at]


def _is_near(what: str, values: dict[str, float], mine: Isle, name: str) -> bool:
    one, other = values[mine.name], values[name]
    if what in _SIZES:
        return max(one / other, other / one) < _APART
    return abs(one - other) < _DEG


def _is_clear(what: str, one: float, other: float) -> bool:
    if what in _SIZES:
        return max(one / other, other / one) >= _CLEARLY
    return abs(one - other) >= _CLEARLY_DEG


def _words(what: str, rank: int) -> str:
    return what if rank == 1 else f"number {rank} from the {what}"


def _told(one: Isle, what: str) -> str:
    size = f" ({rounded(one.area_m2 / _M2_PER_KM2)} km²)" if what in _SIZES else ""
    return f"{one.name}{size}"
