"""Claims as blocks of a graphic that know their height and draw themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from geo.maps.spec.model import VerdictSign
from geo.maps.style.text_metrics import Face
from geo.maps.svg.markup import element
from geo.maps.svg.paragraph import Text, set_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.maps.spec.model import ClaimCard

_QUOTE = Face(size=15, weight=600)
_WORD = Face(size=14, weight=600)
_SENTENCE = Face(size=14)
_NUMBER = Face(size=12.5, weight=700)
_LEADING, _SMALL_LEADING = 20.0, 19.0
_DISC_PX, _INDENT_PX, _SIGN_PX = 11.0, 32.0, 18.0
GAP_PX = 15.0
_MOST_QUOTE, _MOST_SENTENCE = 6, 12

COLOURS = {
    VerdictSign.HOLDS: "holds",
    VerdictSign.ONLY_IF: "only-if",
    VerdictSign.FAILS: "fails",
    VerdictSign.UNKNOWN: "unknown",
}
# Strokes of the signs in a square of 12 pixels; the half disc and the question are drawn apart.
_STROKES = {
    VerdictSign.HOLDS: "M1.5 6.6 4.6 9.7 10.6 2.8",
    VerdictSign.FAILS: "M2.4 2.4 9.6 9.6M9.6 2.4 2.4 9.6",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBlock:
    """One claim, set in a column."""

    card: ClaimCard
    quote: Text
    word: Text
    sentence: Text

    @property
    def height(self) -> float:
        """Height of the whole block, pixels."""
        return self.quote.height + self.word.height + self.sentence.height + 2

    def draw(self, x: float, top: float, colours: Mapping[str, str]) -> str:
        """Write the block: disc, the article's words, verdict as sign and word, sentence."""
        left, word = x + _INDENT_PX, top + self.quote.height + 1
        return "".join(
            (
                self._disc(x, top, colours),
                self.quote.draw(left, top, colours),
                _sign(self.card.sign, left, word + self.word.leading / 2 - 6, colours),
                self.word.draw(left + _SIGN_PX, word, colours),
                self.sentence.draw(left, word + self.word.height + 1, colours),
            )
        )

    def _disc(self, x: float, top: float, colours: Mapping[str, str]) -> str:
        middle = top + self.quote.leading / 2
        return element(
            "circle", cx=x + _DISC_PX, cy=middle, r=_DISC_PX, fill=colours["claim"]
        ) + element(
            "text",
            str(self.card.number),
            x=x + _DISC_PX,
            y=middle + 0.36 * _NUMBER.size,
            text_anchor="middle",
            font_size=_NUMBER.size,
            font_weight=_NUMBER.weight,
            fill=colours["on-tone"],
        )


def claim_block(card: ClaimCard, width: float, *, size: float = 1.0) -> ClaimBlock:
    """Set a claim in a column of this width; ``size`` makes its letters smaller or larger."""
    room = width - _INDENT_PX
    leading = _LEADING * size

    def face(usual: Face) -> Face:
        return replace(usual, size=usual.size * size)

    return ClaimBlock(
        card=card,
        quote=set_text(f"“{card.quote}”", face(_QUOTE), room, leading=leading, most=_MOST_QUOTE),
        word=set_text(
            card.word, face(_WORD), room - _SIGN_PX, colour=COLOURS[card.sign], leading=leading
        ),
        sentence=set_text(
            card.sentence,
            face(_SENTENCE),
            room,
            colour="quiet",
            leading=_SMALL_LEADING * size,
            most=_MOST_SENTENCE,
        ),
    )


def column_height(blocks: Sequence[ClaimBlock]) -> float:
    """Height of blocks below one another, with a rule between two."""
    return sum(block.height for block in blocks) + 2 * GAP_PX * max(len(blocks) - 1, 0)


def draw_column(
    blocks: Sequence[ClaimBlock], x: float, top: float, width: float, colours: Mapping[str, str]
) -> str:
    """Write blocks below one another."""
    parts = []
    for number, block in enumerate(blocks):
        if number:
            parts.append(rule(x, top + GAP_PX, width, colours))
            top += 2 * GAP_PX
        parts.append(block.draw(x, top, colours))
        top += block.height
    return "".join(parts)


def rule(x: float, y: float, width: float, colours: Mapping[str, str]) -> str:
    """Write a thin line across a column."""
    return element("path", d=f"M{x:g} {y:.1f}h{width:g}", stroke=colours["rule"], stroke_width=1.0)


def columns(blocks: Sequence[ClaimBlock], count: int) -> list[Sequence[ClaimBlock]]:
    """Share blocks out to columns in their order, so that the longest is as short as can be."""
    count = min(count, len(blocks))
    if count <= 1:
        return [blocks]
    ways = (
        [blocks[low:high] for low, high in pairwise((0, *cuts, len(blocks)))]
        for cuts in combinations(range(1, len(blocks)), count - 1)
    )
    return min(ways, key=lambda way: max(column_height(column) for column in way))


def _sign(sign: VerdictSign, x: float, top: float, colours: Mapping[str, str]) -> str:
    colour = colours[COLOURS[sign]]
    if sign in _STROKES:
        return element(
            "path",
            d=_STROKES[sign],
            transform=f"translate({x:.1f} {top:.1f})",
            fill="none",
            stroke=colour,
            stroke_width=2.1,
            stroke_linecap="round",
            stroke_linejoin="round",
        )
    if sign is VerdictSign.ONLY_IF:
        middle = {"cx": x + 6, "cy": top + 6, "r": 5.0}
        half = f"M{x + 6:.1f} {top + 1:.1f}a5 5 0 0 0 0 10z"
        return element("circle", **middle, fill="none", stroke=colour, stroke_width=1.5) + element(
            "path", d=half, fill=colour
        )
    return element(
        "text",
        "?",
        x=x + 6,
        y=top + 6 + 0.36 * _WORD.size,
        text_anchor="middle",
        font_size=_WORD.size,
        font_weight=700,
        fill=colour,
    )
