"""Checks the length of rivers, straits, canals, bridges and tunnels against those known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.checks import wording
from geo.checks.types.ground import fails, fails_by, holds, unknown
from geo.checks.types.named import is_entry
from geo.checks.verdict import fits
from geo.checks.wording import place_name

if TYPE_CHECKING:
    from geo.checks.types.ground import Ground
    from geo.contracts import Check, Claim
    from geo.contracts.facts import Ranked

_RIVER = "river"
_KINDS = ("river", "canal", "tunnel", "railway", "strait", "bridge")
# How much the sources differ on a length, and what is beyond all of them: rivers are measured from
# different springs, a tunnel has two portals.
_ALIKE, _UNLIKE = {"river": 0.06}, {"river": 0.35}
_ALIKE_ELSE, _UNLIKE_ELSE = 0.03, 0.1
# Borders wind, and each country measures its own way.
_BORDER, _ALIKE_BORDER, _UNLIKE_BORDER = "border", 0.1, 0.4


def check(claim: Claim, ground: Ground) -> Check:
    """Compare the figure with the length known."""
    if claim.relation == _BORDER:
        return _border(claim, ground)
    rows, figure = _known(claim, ground), claim.figure
    if not rows:
        return unknown(claim, "How long this is, is not known here.")
    row = min(rows, key=lambda row: abs(row.value_si - figure.value_si))
    metres = row.value_si
    words = f"{row.name} is about {wording.about(metres)}, long."
    slack = _ALIKE.get(row.kind, _ALIKE_ELSE)
    if fits(figure.low_si, figure.high_si, metres * (1 - slack), metres * (1 + slack)):
        return holds(claim, words)
    off = max(figure.value_si / metres, metres / figure.value_si) - 1.0
    if off >= _UNLIKE.get(row.kind, _UNLIKE_ELSE):
        return fails_by(claim, words, row)
    return unknown(claim, words)


def _border(claim: Claim, ground: Ground) -> Check:
    """Compare the length of the border of two countries."""
    places = ground.places(claim) or []
    codes = named = [one.country_code for one in places if one.feature_code.startswith("PCL")]
    for one in places:
        kind, _, both = one.feature_id.partition(":")
        codes = both.split("-") if kind == _BORDER and "-" in both else codes
    if not set(named) <= set(codes):
        return unknown(claim, "Which border is meant is not clear.")
    metres = ground.facts.border_m(*codes[:2]) if len(codes) > 1 else None
    lands = [place_name(land) for code in codes if (land := ground.gazetteer.country(code))]
    if metres is None or len(lands) < 2:  # noqa: PLR2004 - a border has two sides
        return unknown(claim, "How long this border is, is not known here.")
    words = f"The border of {lands[0]} and {lands[1]} is about {wording.about(metres)}, long."
    figure = claim.figure
    off = max(figure.value_si / metres, metres / figure.value_si) - 1.0 if figure.value_si else 1.0
    if off <= _ALIKE_BORDER:
        return holds(claim, words)
    return (fails if off >= _UNLIKE_BORDER else unknown)(claim, words)


def _known(claim: Claim, ground: Ground) -> list[Ranked]:
    """List what may be meant: at the Gotthard there are a tunnel and a base tunnel."""
    rows = [row for kind in _KINDS for row in ground.facts.ranked(kind)]
    if claim.relation:
        return [row for row in rows if _may_be_called(row, claim.relation)]
    places = ground.places(claim)
    if places and places[0].feature_class == "A":
        # A river that runs so far, and bears the name of a country: the Niger, the Gambia.
        name = places[0].name
        return [row for row in ground.facts.ranked(_RIVER) if row.name == name]
    if not places:
        return []
    if places[0].feature_class != "H":
        # A tunnel or a railway: what it is filed under differs, but it has a name of its own.
        return [row for row in rows if _may_be_called(row, places[0].name)]
    return [row for row in rows if is_entry(row, places[0], ground)]


def _may_be_called(row: Ranked, name: str) -> bool:
    """Whether an entry bears a name, or one with more words that begins and ends like it."""
    mine, words = row.name.casefold().split(), name.casefold().split()
    is_longer = len(words) > 1 and set(words) < set(mine)
    return mine == words or (is_longer and (mine[0], mine[-1]) == (words[0], words[-1]))
