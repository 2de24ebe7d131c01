"""Reads Markdown: the words without the marks, a paragraph for a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from geo.contracts import Source
from geo.read import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from geo.settings import Settings


def parse(raw: bytes, settings: Settings) -> Source:
    """Read the text that a reader of the rendered page would see.

    Raises
    ------
    ArticleError
        If it is no text, or too much of it.
    """
    tokens = MarkdownIt("commonmark").enable("table").parse(decode(raw, settings, name="the text"))
    paragraphs = ["".join(_shown(token.children or [])) for token in tokens if token.children]
    return Source(text="\n\n".join(text.strip() for text in paragraphs if text.strip()))


def _shown(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
