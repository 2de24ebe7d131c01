"""Finds the offers in a web page: where a story is cut short and the rest of it is for sale.

They are written in whole sentences, and where there is more of the offer than of the story an
extractor takes it for the main text.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from geo.contracts import BlockKind
from geo.read import told_by_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from geo.adapters.documents.page_blocks import Piece

_FEWEST = 2  # lines that read like an offer, side by side
_MOST_WORDS = 150
_PAGE = frozenset({"html", "body", "main", "article"})


def offers_of(pieces: Sequence[Piece]) -> list[etree._Element]:
    """List the smallest parts of a page that hold two lines of an offer, and little else."""
    counts: dict[etree._Element, int] = {}
    found: list[etree._Element] = []
    for piece in pieces:
        if told_by_words(piece.text) is not BlockKind.ADVERTISING:
            continue
        for element in piece.element.iterancestors():
            counts[element] = counts.get(element, 0) + 1
            if counts[element] == _FEWEST:
                found.append(element)
    small = [one for one in found if not _is_page(one) and _is_small(one)]
    inside = {above for one in small for above in one.iterancestors()}
    return [one for one in small if one not in inside]


def _is_page(element: etree._Element) -> bool:
    """Whether the story itself may stand in it."""
    return element.tag in _PAGE or next(element.iter("h1"), None) is not None


def _is_small(element: etree._Element) -> bool:
    words = (word for text in element.itertext() for word in text.split())
    return next(islice(words, _MOST_WORDS, None), None) is None
