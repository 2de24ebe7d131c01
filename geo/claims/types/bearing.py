"""Finds statements of a direction without a distance, and on which side of a line a place lies."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.figure import figure_in, figure_pattern
from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked

_LONG = frozenset({"km", "mi"})
ROWS = Rows("bearing", lambda: {"figure": figure_pattern(lambda unit: unit.symbol in _LONG)})

_BEFORE = re.compile(r"(?:[\ue000-\uf8ff],?\s(?:and|or|to)|between)\s(?:the\s)?$")
_TOWNS = frozenset({"P", "S"})
# What opens the relation of a statement about a line, and the sides that are told of one.
LINE = "line"
FURTHER, SAME = "further", "same"
_ON, _NEAR, _WELL = "on", " near", " well"
# "Northern" is "north".
_ERN = "ern"
_OTHER_SIDE = {"north": "south", "south": "north"}


def find(reading: Reading) -> Iterator[Found]:
    """Read "A, south of B"; ``relation`` is the direction as written.

    "further north" is that of two latitudes, "same lat" and "same lon" of two places on one line.

    Of a line it is "line 66.56 lat north", and ends with " near" where "just" is said, with " well"
    where it is far: degrees, which way they count, and the side ("north", "beyond" the line towards
    a pole, "on").
    """
    for row, marked, match in ROWS.found(reading):
        one = marked.mention(match, "a")
        if one is None or not one.can_be_subject or _is_list(marked.text, match.start("a")):
            continue
        groups = match.groupdict()
        line = (groups.get("line") or _named_line(marked, match)).lower()
        is_town = one.place is not None and one.place.feature_class in _TOWNS
        if not is_town and marked.is_behind_preposition(match):
            continue  # "is in Chad, south of the line": of what lies there
        relation = _to_line(groups, line) if line else _to_place(groups)
        if not relation:
            continue
        made = found(ClaimKind.BEARING, marked, match, row, "a" if line else "abd")
        quantity = figure_in(marked, match) if groups.get("value") else None
        if quantity is not None:
            made = replace(made, quantity=quantity, start=quantity.span.start)
        if groups.get("said"):  # what stands before is another statement
            made = replace(made, start=marked.starts[match.start("said")])
        yield replace(made, relation=relation)


def _named_line(marked: Marked, match: re.Match[str]) -> str:
    """Give the words of a line where a gazetteer has it for a place."""
    other = marked.mention(match, "b")
    words = re.sub(r"^the\s", "", other.span.text.lower()) if other else ""
    return words if words in lists("bearing")["latitudes"] else ""


def _to_place(groups: dict[str, str | None]) -> str:
    if same := groups.get("same"):
        return f"{SAME} {lists('bearing')['same'][same.lower()]}"
    than = (groups.get("than") or "").lower()
    return f"{FURTHER} {than}" if than else (groups.get("way") or "").lower().removesuffix(_ERN)


def _to_line(groups: dict[str, str | None], line: str) -> str:
    """Write which line it is, and on which side of it a place is said to lie."""
    table = lists("bearing")
    side = (groups.get("side") or groups.get("way") or "").lower().removesuffix(" of")
    side = table["sides"].get(re.sub(r"\s", " ", side), side)
    side = _OTHER_SIDE.get((groups.get("turned") or "").lower(), side) or _ON
    how = _NEAR if groups.get("near") else _WELL if groups.get("far") else ""
    near = how if side != _ON else ""
    words = re.sub(r"\s", " ", line)
    if words in table["longitudes"]:
        return f"{LINE} {table['longitudes'][words]} lon {side}{near}"
    if groups.get("deg"):
        return f"{LINE} {_degrees(groups) * (-1 if side == 'south' else 1)} lat {_ON}"
    deg = table["latitudes"].get(words) or re.sub(r"\D.*", "", words) + "?"
    return f"{LINE} {deg} lat {side}{near}"


def _degrees(groups: dict[str, str | None]) -> float:
    return float(groups.get("deg") or 0) + int(groups.get("min") or 0) / 60


def _is_list(text: str, at: int) -> bool:
    """Whether what lies there is more than the last place named: "between A and B, north of C"."""
    return bool(_BEFORE.search(text[max(0, at - len("between the ")) : at]))
