"""Finds the offers and notices of a web page: the rest of a story for sale, what cookies are for.

They are written in whole sentences, and where there is more of them than of the story an extractor
takes them for the main text.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from geo.adapters.documents.story_blocks import is_prose
from geo.contracts import BlockKind
from geo.lexicon import either
from geo.lexicon.tables import nested
from geo.read import told_by_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml import etree

    from geo.adapters.documents.page_blocks import Piece

_FEWEST = 2  # lines that read like an offer, side by side
_MOST_WORDS = 150
_NOTICE_WORDS, _NOTICE_SHARE, _LEAST_LEFT = 900, 0.3, 0.25
_HEADLINE = "h1"
_PAGE = frozenset({"html", "body", "main", "article"})


def offers_of(pieces: Sequence[Piece]) -> list[etree._Element]:
    """List the smallest parts of a page that hold two lines of an offer, and little else."""
    small = [one for one in _smallest(pieces, _is_offer) if _is_small(one, _MOST_WORDS)]
    return [*_innermost(small), *_notices(pieces)]


def _notices(pieces: Sequence[Piece]) -> list[etree._Element]:
    """List the parts that tell a visitor what is kept about him; they may be long."""
    found = [one for one in _smallest(pieces, _is_notice) if _is_small(one, _NOTICE_WORDS)]
    prose = [piece for piece in pieces if is_prose(piece)] if found else []
    told: dict[etree._Element, list[bool]] = {one: [] for one in found}
    for piece in prose:
        for element in (piece.element, *piece.element.iterancestors()):
            if element in told:
                told[element].append(_is_notice(piece))
    # Advice to readers speaks of their devices too: below the headline, or it is all.
    opening = {*_opening(pieces).iterancestors()} if found else set()
    mostly = [
        one
        for one, held in told.items()
        if sum(held) >= _NOTICE_SHARE * len(held) and one not in opening
    ]
    inside = {below for one in mostly for below in one.iterdescendants()}
    notices = [one for one in mostly if one not in inside]
    left = len(prose) - sum(len(told[one]) for one in notices)
    return notices if left >= _LEAST_LEFT * len(prose) else []


def _opening(pieces: Sequence[Piece]) -> etree._Element:
    """Find the first running text below a headline; the page itself if it has none."""
    heads = (at for at, piece in enumerate(pieces) if piece.element.tag == _HEADLINE)
    below = pieces[next(heads, len(pieces)) :]
    return next((one.element for one in below if is_prose(one)), pieces[0].element)


def _smallest(pieces: Sequence[Piece], fits: Callable[[Piece], bool]) -> list[etree._Element]:
    """List the parts that hold two lines that fit, but not the story itself."""
    counts: dict[etree._Element, int] = {}
    found: list[etree._Element] = []
    for piece in pieces:
        if fits(piece):
            for element in piece.element.iterancestors():
                counts[element] = counts.get(element, 0) + 1
                if counts[element] == _FEWEST and not _is_page(element):
                    found.append(element)
    return found


def _innermost(elements: Sequence[etree._Element]) -> list[etree._Element]:
    inside = {above for one in elements for above in one.iterancestors()}
    return [one for one in elements if one not in inside]


def _is_offer(piece: Piece) -> bool:
    return told_by_words(piece.text) is BlockKind.ADVERTISING


def _is_notice(piece: Piece) -> bool:
    return bool(_to_visitors().search(piece.key))


@cache
def _to_visitors() -> re.Pattern[str]:
    return re.compile(rf"\b{either(nested('pages')['visitor'])}\b")


def _is_page(element: etree._Element) -> bool:
    """Whether the story itself may stand in it."""
    return element.tag in _PAGE or next(element.iter("h1"), None) is not None


def _is_small(element: etree._Element, most: int) -> bool:
    words = (word for text in element.itertext() for word in text.split())
    return next(islice(words, most, None), None) is None
