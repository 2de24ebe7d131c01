"""Reads an OpenDocument text (ODT): headings, paragraphs, lists and tables in order."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from odfdo import Document

from geo.contracts import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.settings import Settings

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def parse(raw: bytes, settings: Settings) -> Source:
    """Read the text of a document."""
    del settings  # its size was measured before it came here
    document = Document(BytesIO(raw))
    paragraphs = [" ".join(text.split()) for text in _paragraphs(document)]
    title = document.meta.title or ""
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Source(text=text, title=title if title in text else "")


def _paragraphs(document: Document) -> Iterator[str]:
    for element in document.body.get_elements("descendant::text:p | descendant::text:h"):
        yield element.inner_text
