"""What the head of a web page tells: its letters, and the body of the story for search engines."""

from __future__ import annotations

import codecs
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import msgspec

from geo.read import guess_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_META = re.compile(
    rb"""(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w:.-]{2,40})"""
)
_HEAD = 4_096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Browsers read these as the code that holds them.
_WIDER = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}
_LEAST_BODY = 400
_MOST_DEEP = 12
_PARAGRAPHS = re.compile(r"(?i)<(?:/?p|/?div|/?li|/?h\d|br)\b[^>]{0,500}>")


def decode_page(raw: bytes) -> str:
    """Decode a page as browsers do: by its mark, by what it says, as UTF-8, or by a guess."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    said = _META.search(raw[:_HEAD])
    encodings = ["utf-8"]
    if said:
        name = said[1].decode("ascii").lower()
        encodings.append(_WIDER.get(name, name))
    for encoding in encodings:
        try:
            # Letters of another code are next to never good UTF-8; a page that says another code
            # and is UTF-8 is common.
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode(guess_encoding(raw, "the page"), errors="replace")


def bodies_of(tree: etree._Element) -> list[str]:
    """Give the bodies of articles in the page's data for search engines (schema.org)."""
    found: list[str] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = msgspec.json.decode(script.text)
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        found.extend(_bodies(data, 0))
    return [body for body in found if len(body) >= _LEAST_BODY]


def _bodies(data: Any, depth: int) -> Iterator[str]:
    if depth > _MOST_DEEP:
        return
    if isinstance(data, list):
        for item in data:
            yield from _bodies(item, depth + 1)
    elif isinstance(data, dict):
        body = data.get("articleBody")
        if isinstance(body, str):
            yield unescape(re.sub(r"<[^>]{0,500}>", " ", _PARAGRAPHS.sub("\n", body)))
        for key, item in data.items():
            if key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "liveBlogUpdate"):
                yield from _bodies(item, depth + 1)
