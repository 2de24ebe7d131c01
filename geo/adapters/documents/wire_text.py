"""Lays out a story that comes without a page around it, as feeds and news agencies send it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.html

from geo.adapters.documents.page_blocks import pieces_of, words_of
from geo.adapters.documents.story_blocks import Part, part_of
from geo.contracts import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MARKUP = re.compile(r"<[a-zA-Z/][^<>]{0,500}>|&#?\w{2,8};")


def parts_of_html(markup: str) -> Iterator[Part]:
    """Cut a fragment of HTML into parts; all that is seen of it belongs to the story."""
    if not markup.strip():
        return
    if not _MARKUP.search(markup):
        yield from parts_of_lines(markup)
        return
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    whole = f"<body>{markup}</body>".encode(errors="replace")
    yield from parts_of_tree(lxml.html.document_fromstring(whole, parser=parser))


def parts_of_tree(tree: etree._Element) -> Iterator[Part]:
    """Cut a tree of HTML, or of markup like it, into parts."""
    yield from map(part_of, pieces_of(tree))


def parts_of_lines(text: str) -> Iterator[Part]:
    """Take paragraphs of plain text as parts, parted by blank lines."""
    for paragraph in re.split(r"\n\s*\n", text):
        if words := " ".join(paragraph.split()):
            yield Part(words, BlockKind.BODY)


def under_headline(headline: str, parts: Iterator[Part]) -> list[Part]:
    """Put the headline above the parts, and leave it out where they repeat it."""
    headline = " ".join(headline.split())
    if not headline:
        return list(parts)
    key = words_of(headline)
    rest = [part for part in parts if words_of(part.text) != key]
    return [Part(headline, BlockKind.HEADLINE, "the story's headline"), *rest]
