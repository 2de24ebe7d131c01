"""How each exported layer is to be drawn: layers and rules, for the writers of QML, SLD and KML.

The signs are those of the map. A rule says which rows it is for; the first rule that fits a row is
the one that draws it, and the last of a layer fits all. Sizes are CSS pixels.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from geo.contracts import SURE

if TYPE_CHECKING:
    from collections.abc import Mapping

INK, QUIET, PAPER = "#1b1a18", "#615d55", "#ffffff"
ROUTE = "#811033"
HOLDS, ONLY_IF, FAILS, UNKNOWN = "#0b7a5a", "#9a6200", "#b3261e", "#615d55"

_COMPARED = {"=": operator.eq, "<>": operator.ne, "<": operator.lt, ">=": operator.ge}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition on one column; ``sign`` is "=", "<>", "<" or ">="."""

    column: str
    sign: str
    value: str | float | bool

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row meets the condition."""
        return bool(_COMPARED[self.sign](row[self.column], self.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A place; a dot in the ring says that something happens there."""

    colour: str
    size_px: float
    width_px: float
    dot: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStyle:
    """A line; ``dash_px`` are lengths drawn and left out in turn, ``ticks`` the sleepers of rails.

    ``casing`` puts a wider white line below it.
    """

    colour: str
    width_px: float
    dash_px: tuple[float, ...] = ()
    casing: bool = False
    ticks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area with a tint (0 to 1) and its edge."""

    colour: str
    tint: float
    edge: LineStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Which rows are drawn how; ``title`` stands in the legend."""

    ident: str
    title: str
    look: Ring | LineStyle | Area
    tests: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The rules of one layer, and the column that its labels are taken from."""

    label: str
    rules: tuple[Rule, ...]

    def rule(self, row: Mapping[str, Any]) -> Rule:
        """Find the rule that draws a row."""
        return next(rule for rule in self.rules if all(test.holds(row) for test in rule.tests))


def _is(column: str, value: str | bool) -> Condition:  # noqa: FBT001 - what a column holds
    return Condition(column=column, sign="=", value=value)


_EDGE = LineStyle(colour=QUIET, width_px=1.2)
_SURE = (_is("sense", "literal"), Condition(column="probability", sign=">=", value=SURE))
_DOTS = (1.0, 3.0)
_WAYS = {
    "rail": ("By rail", LineStyle(colour=ROUTE, width_px=3, casing=True, ticks=True)),
    "road": ("By road", LineStyle(colour=ROUTE, width_px=3, casing=True)),
    "sea": ("By sea", LineStyle(colour=ROUTE, width_px=3, casing=True, dash_px=(14, 6))),
    "air": ("By air", LineStyle(colour=ROUTE, width_px=1.6, casing=True)),
}


# Journeys that were not made, or not to their end, and ways in general.
_NOT_MADE = {
    "cancelled": "Cancelled",
    "turned back": "Turned back",
    "diverted": "Diverted",
    "general": "A way in general",
}


def _inferred(line: LineStyle) -> LineStyle:
    """Draw dashed what the article does not say."""
    return LineStyle(
        colour=line.colour,
        width_px=line.width_px,
        dash_px=(6, 5) if not line.dash_px else (14, 4, 3, 4),
        casing=line.casing,
        ticks=line.ticks,
    )


def _ways() -> tuple[Rule, ...]:
    rules = []
    for follows, (title, line) in _WAYS.items():
        of = _is("follows", follows)
        guess = (of, _is("inferred", value=True))
        name = f"{title} (inferred)"
        rules += [
            Rule(ident=f"{follows}-inferred", title=name, tests=guess, look=_inferred(line)),
            Rule(ident=follows, title=title, tests=(of,), look=line),
        ]
    unreal = LineStyle(colour=QUIET, width_px=1.4, dash_px=(3, 4))
    straight = LineStyle(colour=ROUTE, width_px=1.4, dash_px=(3, 4))
    planned = LineStyle(colour=ROUTE, width_px=3, casing=True, dash_px=(3, 4))
    return (
        Rule(ident="denied", title="Denied", tests=(_is("status", "denied"),), look=unreal),
        Rule(
            ident="possible",
            title="Only possible",
            tests=(_is("status", "hypothetical"),),
            look=unreal,
        ),
        Rule(ident="planned", title="Planned", tests=(_is("status", "planned"),), look=planned),
        *(
            Rule(
                ident=status.replace(" ", "-"),
                title=title,
                tests=(_is("status", status),),
                look=unreal,
            )
            for status, title in _NOT_MADE.items()
        ),
        *rules,
        Rule(ident="straight", title="Straight line", look=straight),
    )


def _verdict(colour: str) -> LineStyle:
    return LineStyle(colour=colour, width_px=2.4, dash_px=_DOTS)


STYLES: dict[str, Style] = {
    "places": Style(
        label="name",
        rules=(
            Rule(
                ident="place",
                title="Something happens here",
                tests=_SURE,
                look=Ring(colour=INK, size_px=13, width_px=2, dot=True),
            ),
            Rule(
                ident="uncertain",
                title="Uncertain place",
                tests=(_is("sense", "literal"),),
                look=Ring(colour=INK, size_px=17, width_px=1.6, dashed=True),
            ),
            Rule(
                ident="named",
                title="Only stands for somebody",
                look=Ring(colour=QUIET, size_px=8, width_px=1.4),
            ),
        ),
    ),
    "outlines": Style(
        label="",
        rules=(Rule(ident="area", title="Region", look=Area(colour=INK, tint=0.06, edge=_EDGE)),),
    ),
    "outline_lines": Style(
        label="",
        rules=(
            Rule(
                ident="border",
                title="Border or river",
                look=LineStyle(colour=QUIET, width_px=1.6, dash_px=(6, 2.2, 1.4, 2.2)),
            ),
        ),
    ),
    "routes": Style(label="traveller", rules=_ways()),
    "claims": Style(
        label="figure",
        rules=(
            Rule(
                ident="only-if",
                title="◐ holds only if…",
                tests=(Condition(column="only_if", sign="<>", value=""),),
                look=_verdict(ONLY_IF),
            ),
            Rule(
                ident="holds",
                title="✓ holds",
                tests=(_is("verdict", "supported"),),
                look=_verdict(HOLDS),
            ),
            Rule(
                ident="fails",
                title="✗ does not hold",
                tests=(_is("verdict", "refuted"),),
                look=_verdict(FAILS),
            ),
            Rule(ident="unknown", title="? cannot tell", look=_verdict(UNKNOWN)),
        ),
    ),
    "readings": Style(
        label="",
        rules=(
            Rule(
                ident="fits",
                title="Agrees with the figure",
                tests=(_is("fits", value=True),),
                look=LineStyle(colour=HOLDS, width_px=1.2, dash_px=_DOTS),
            ),
            Rule(
                ident="differs",
                title="Does not agree",
                look=LineStyle(colour=UNKNOWN, width_px=1.2, dash_px=_DOTS),
            ),
        ),
    ),
}
