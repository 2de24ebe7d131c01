"""Finds what stands above and below the story of a page and reads like one: notices, comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.adapters.documents.page_blocks import words_of
from geo.adapters.documents.story_blocks import is_prose
from geo.read import is_over_comments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from geo.adapters.documents.page_blocks import Piece

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# A headline has a story below it if so much of the page's prose stands there, in words and share.
_LEAST_STORY, _LEAST_SHARE = 40, 0.25
_HEAD = frozenset({"head", "script", "style", "meta", "link"})


def rest_of(tree: etree._Element, pieces: Sequence[Piece]) -> list[etree._Element]:
    """List the parts of a page that stand above its headline, and readers' comments."""
    top = _headline(tree, pieces)
    if top is None:
        return _comments(pieces)
    return [*_above(pieces[top].element), *_comments(pieces[top:])]


def _headline(tree: etree._Element, pieces: Sequence[Piece]) -> int | None:
    """Find the headline that the page's head knows, if the story follows it."""
    title = words_of(
        " ".join(tree.xpath("//head/title/text() | //meta[@property='og:title']/@content"))
    )
    words = [len(piece.key.split()) if is_prose(piece) else 0 for piece in pieces]
    for at, piece in enumerate(pieces):
        if piece.element.tag == "h1" and piece.key.strip() and piece.key in title:
            below = sum(words[at:])
            return at if below >= max(_LEAST_STORY, _LEAST_SHARE * sum(words)) else None
    return None


def _above(headline: etree._Element) -> Iterator[etree._Element]:
    for element in (headline, *headline.iterancestors()):
        for one in element.itersiblings(preceding=True):
            if isinstance(one.tag, str) and one.tag not in _HEAD:
                yield one


def _comments(pieces: Sequence[Piece]) -> list[etree._Element]:
    """List what follows a heading over comments in the same part of the page, with the heading."""
    prose = False
    for piece in pieces:
        prose = prose or is_prose(piece)
        if prose and piece.element.tag in _HEADINGS and is_over_comments(piece.text):
            part = _part_of(piece.element)
            return [part, *part.itersiblings()]
    return []


def _part_of(heading: etree._Element) -> etree._Element:
    """Give the heading, or the box that holds nothing else."""
    part = heading
    while (above := part.getparent()) is not None and above.tag != "body":
        if sum(1 for text in above.itertext() if text.strip()) > sum(
            1 for text in part.itertext() if text.strip()
        ):
            break
        part = above
    return part
