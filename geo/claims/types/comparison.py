"""Finds statements that compare the size of countries, or which of two places is nearer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.claims.types.figure import figure_in, figure_pattern
from geo.claims.types.row import Rows, found
from geo.contracts import ClaimKind, Dimension
from geo.lexicon import listed
from geo.lexicon.numbers import parse_number
from geo.lexicon.statements import lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.claims.types.fact import Found, Reading
    from geo.claims.types.marked import Marked

_OF_SIZE = frozenset({Dimension.LENGTH, Dimension.AREA})
ROWS = Rows(
    "comparison",
    lambda: {
        "figure": figure_pattern(lambda unit: unit.dimension in _OF_SIZE),
        "area": figure_pattern(lambda unit: unit.dimension is Dimension.AREA),
    },
)
# What opens the relation where a figure is compared with a place.
OF_FIGURE = "a figure "
_OVER, _FOREIGN = " over", " foreign"
# Letters of the longest word that may stand before a size.
_WORD = 20


def find(reading: Reading) -> Iterator[Found]:
    """Read "A is larger than B"; ``relation`` is the row's name, of a multiple with its number.

    "More by" and "less by" have the figure by which two differ, "a figure larger than" the one that
    is compared with a place, which is the subject.
    " over" stands behind the number of what is "more than" so many times as large, " foreign"
    behind the nearest capital that is one of another country. A figure is compared where no place
    is.
    """
    read = list(_read(reading))
    ends = {one.end for one in read if not one.relation.startswith(OF_FIGURE)}
    yield from (one for one in read if not (one.relation.startswith(OF_FIGURE) and one.end in ends))


def _read(reading: Reading) -> Iterator[Found]:
    for row, marked, match in ROWS.found(reading):
        groups = match.groupdict()
        number = _multiple(groups["n"].lower()) if groups.get("n") else 0.0
        is_figure = row.name in lists("comparison")["of_figure"]
        is_other = not is_figure and _is_of_other(marked, match)
        if number is None or is_other or _is_cut(reading, marked, match):
            continue
        name = lists("comparison")["of_two"].get(row.name, row.name)
        relation = f"{name} {number:g}" if number else name
        relation += _FOREIGN if groups.get("foreign") else ""
        relation += _OVER if number and groups.get("over") else ""
        slots = _slots(row.name, groups)
        made = replace(found(ClaimKind.COMPARISON, marked, match, row, slots), relation=relation)
        if groups.get("value"):
            made = replace(made, quantity=figure_in(marked, match))
        # What stands between is another statement.
        is_apart = bool(groups.get("said"))
        yield replace(made, start=marked.starts[match.start("said")]) if is_apart else made


def _slots(name: str, groups: Mapping[str, str | None]) -> str:
    """List the slots in the order of the places: first what is measured from.

    A land may be named by its people ("the Italian mainland"); that A is nearer to B than C is
    says that B is nearer to A than to C.
    """
    first, second = ("b" if groups.get("b") else "d"), ("c" if groups.get("c") else "e")
    if name in lists("comparison")["of_figure"]:
        return "b"
    is_turned = name in lists("comparison")["of_two"]
    third = "f" if name in lists("comparison")["of_four"] else ""
    return f"{first}a{second}" if is_turned else f"a{first}{second}{third}"


def _is_of_other(marked: Marked, match: re.Match[str]) -> bool:
    """Whether it is something at a place that is compared: "a glacier in A, larger than B".

    Or what was compared with a place before: "colder than A, larger than B".
    """
    before = marked.text[: match.start()].lower().split()[-1:]
    is_likened = not listed("likens").isdisjoint(before)
    return is_likened or marked.is_in_phrase(match) or marked.is_of_noun(match)


def _is_cut(reading: Reading, marked: Marked, match: re.Match[str]) -> bool:
    """Whether grammar has cut off how many times: "a fifth | the size of B"."""
    if not marked.is_clause:
        return False
    start = marked.span(match)[0]
    before = reading.story.article.text[max(0, start - _WORD) : start].split()
    return bool(before) and before[-1].lower() in lists("comparison")["before_size"]


def _multiple(words: str) -> float | None:
    """Read "twice", "a third", "four" and "3.5"; None where it is no number."""
    known = lists("comparison")["multiples"].get(re.sub(r"\s", " ", words))
    figure = parse_number(words)
    if known is not None:
        return float(known)
    return figure.value if figure is not None and figure.value > 0 else None
