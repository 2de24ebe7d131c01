"""Reads a web page: which of its blocks are the story, and what its head says of it.

Where the main text is, `trafilatura` says; it sees the page as a whole. What it loses inside the
story (lists, quotations) and lets through (captions, the title again, credits) is put right by
where a block stands: `geo.adapters.documents.story_blocks`.
"""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import lxml.html
import trafilatura

from geo.adapters.documents.page_blocks import pieces_of
from geo.adapters.documents.page_facts import bodies_of, decode_page
from geo.adapters.documents.page_hidden import reveal
from geo.adapters.documents.page_offers import offers_of
from geo.adapters.documents.page_rest import rest_of
from geo.adapters.documents.story_blocks import Part, is_prose, story_of
from geo.contracts import Block, BlockKind, Source, Span
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.adapters.documents.page_blocks import Piece
    from geo.settings import Settings

# Only days that the page's head tells: one found somewhere in the text may be any day.
_DATES = {"original_date": True, "extensive_search": False}
_TELLING = ("h1", "h2", "time", "abbr", "script")
_MOST_PROSE = 0.7
_ADDRESS = re.compile(r"https?://\S{1,2000}$")


def parse(raw: bytes, settings: Settings) -> Source:
    """Read the story of a page, with its headline, day and address where the page tells them.

    Raises
    ------
    ArticleError
        If the page has too many elements, or none.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    text = decode_page(raw)
    if not text.strip():
        raise ArticleError("it is empty.")
    tree = lxml.html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    count = sum(1 for _ in tree.iter())
    if count > settings.max_elements:
        raise ArticleError(
            f"it has {count:,} elements; Dateline reads up to {settings.max_elements:,}."
        )
    reveal(tree)
    pieces = pieces_of(tree)
    bodies = bodies_of(tree)
    rest = {*offers_of(pieces), *rest_of(tree, pieces)}
    pieces = [piece for piece in pieces if not _is_within(piece, rest)]
    _drop(rest, tree)
    found = _main(tree, pieces)
    title = str(found.get("title") or "").strip()
    main = str(found.get("text") or "")
    if bodies and not any(is_prose(piece) for piece in pieces):
        # A script puts the story in its place; until then only search engines have it.
        pieces, main = [], max(bodies, key=len)
    parts = story_of(pieces, main, title=title, bodies=bodies)
    text, blocks = laid_out(parts)
    address = str(found.get("url") or "")
    return Source(
        text=text,
        title=next((part.text for part in parts if part.kind is BlockKind.HEADLINE), title),
        published=_day(found.get("date")),
        url=address if _ADDRESS.match(address) else None,
        blocks=blocks,
    )


def _is_within(piece: Piece, elements: set[lxml.html.HtmlElement]) -> bool:
    return bool(elements) and any(
        one in elements for one in (piece.element, *piece.element.iterancestors())
    )


def _drop(elements: Iterable[lxml.html.HtmlElement], tree: lxml.html.HtmlElement) -> None:
    """Take parts out of a page; what they say to search engines stays."""
    for element in elements:
        tree.extend(list(element.iter("script")))
        element.drop_tree()


def _main(tree: lxml.html.HtmlElement, pieces: Sequence[Piece]) -> dict[str, Any]:
    """Find the main text, first in the quick way; a second look is taken where that misses much."""
    prose = sum(len(piece.key.split()) for piece in pieces if is_prose(piece))
    text = _extracted(tree, fast=True)
    if len(text.split()) < _MOST_PROSE * prose:
        text = _extracted(tree, fast=False)
    told = trafilatura.extract_metadata(_telling(tree), date_config=_DATES)
    return {"text": text, "title": told.title, "url": told.url, "date": told.date}


def _extracted(tree: lxml.html.HtmlElement, *, fast: bool) -> str:
    found = trafilatura.bare_extraction(
        deepcopy(tree), favor_precision=True, fast=fast, include_comments=False
    )
    return str(getattr(found, "text", None) or "")


def _telling(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Copy what tells of a page: its head, its headlines and what it says to search engines."""
    told = lxml.html.Element("html")
    told.extend(deepcopy(head) for head in tree.findall("head"))
    body = lxml.html.Element("body")
    told.append(body)
    body.extend(deepcopy(one) for one in tree.iter(*_TELLING) if "head" not in _tags_above(one))
    return told


def _tags_above(element: lxml.html.HtmlElement) -> set[object]:
    return {one.tag for one in element.iterancestors()}


def laid_out(parts: Sequence[Part]) -> tuple[str, tuple[Block, ...]]:
    """Put the parts one under another, and say where each stands."""
    blocks: list[Block] = []
    at = 0
    for part in parts:
        span = Span(start=at, end=at + len(part.text), text=part.text)
        blocks.append(Block(kind=part.kind, span=span, reason=part.reason))
        at = span.end + 2
    return "\n\n".join(part.text for part in parts), tuple(blocks)


def _day(told: object) -> date | None:
    try:
        return date.fromisoformat(str(told)[:10])
    except ValueError:
        return None
