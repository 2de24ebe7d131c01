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
from lxml.etree import strip_elements
from trafilatura.settings import MANUALLY_CLEANED

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
_TELLING, _DAYS = ("h1", "h2", "script"), ("time", "abbr")
_ASIDE = frozenset({"nav", "aside", "footer"})
_ABOVE = 4  # lines that a headline's section, day and place take
# What the extractor itself takes out of every page; a form may be the page, a formula is read.
_CLEANED = sorted({*MANUALLY_CLEANED} - {"form", "figure", "head", "math"})
_WORDLESS = ("style", "svg", "picture", "iframe", "video", "audio", "canvas", "object", "embed")
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
    # As long as somebody holds them, lxml need not make its elements anew at every look.
    held = list(tree.iter())
    if len(held) > settings.max_elements:
        raise ArticleError(
            f"it has {len(held):,} elements; Dateline reads up to {settings.max_elements:,}."
        )
    _lighten(tree)
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


def _lighten(tree: lxml.html.HtmlElement) -> None:
    """Take out what nobody reads: half of most pages, and each look at a page goes through it."""
    for script in list(tree.iter("script")):
        if "json" not in (script.get("type") or "").lower():
            script.drop_tree()
    strip_elements(tree, *_WORDLESS, with_tail=False)


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
    told = trafilatura.extract_metadata(_telling(tree, pieces), date_config=_DATES)
    return {"text": text, "title": told.title, "url": told.url, "date": told.date}


def _extracted(tree: lxml.html.HtmlElement, *, fast: bool) -> str:
    copied = deepcopy(tree)
    if fast:  # they would go all the same, but only after several looks at the whole page
        strip_elements(copied, *_CLEANED, with_tail=False)
    found = trafilatura.bare_extraction(
        copied, favor_precision=True, fast=fast, include_comments=False
    )
    return str(getattr(found, "text", None) or "")


def _telling(tree: lxml.html.HtmlElement, pieces: Sequence[Piece]) -> lxml.html.HtmlElement:
    """Copy what tells of a page: its head, its headlines and what it says to search engines.

    Of its days only those that stand by the headline: other stories have theirs.
    """
    told = lxml.html.Element("html")
    told.extend(deepcopy(head) for head in tree.findall("head"))
    body = lxml.html.Element("body")
    told.append(body)
    near = {piece.element for piece in _by_the_headline(pieces) if _ASIDE.isdisjoint(piece.path)}
    lines = {piece.element for piece in pieces}
    for one in tree.iter(*_TELLING, *_DAYS):
        line = next((up for up in (one, *one.iterancestors()) if up in lines), None)
        if (one.tag not in _DAYS or line in near) and "head" not in _tags_above(one):
            body.append(deepcopy(one))
    return told


def _by_the_headline(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Take the lines from right above the headline to the first of running text."""
    prose = [at for at, piece in enumerate(pieces) if is_prose(piece)]
    head = next((at for at, piece in enumerate(pieces) if piece.path[-1] == "h1"), None)
    end = next((at for at in prose if head is None or at > head), len(pieces))
    start = head if head is not None else end
    return pieces[max(0, start - _ABOVE) : end + 1]


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
