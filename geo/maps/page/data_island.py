"""Puts an analysis into a page as JSON that no parser takes for markup, and reads it back.

A short analysis stands in the page as it is. A long one is packed: xz in base64, in a JSON object
that says so. Outlines of countries stay behind (see `geo.maps.page.outline_refs`).
"""

from __future__ import annotations

import base64
import binascii
import json
import lzma
import re
from typing import TYPE_CHECKING

from geo.errors import ArticleError
from geo.maps.page.outline_refs import with_outlines, without_outlines

if TYPE_CHECKING:
    from geo.ports import Boundaries

_ESCAPES = {letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
MARK = '<script type="application/json" id="dateline-analysis">'
_START = re.compile(re.escape(MARK))
_END = "</script>"
_CODING = "xz+base64"
_SHORT = 16_000
# A file that somebody else made must not fill the memory.
_MOST_BYTES = 64_000_000


def escaped_json(raw: str) -> str:
    """Write JSON so that no HTML parser can take a part of it for markup."""
    for letter, escape in _ESCAPES.items():  # ten times as fast as str.translate
        raw = raw.replace(letter, escape)
    return raw


def analysis_island(analysis_json: str, boundaries: Boundaries | None = None) -> str:
    """Make the element of a page that holds an analysis.

    The outlines that ``boundaries`` knows do not travel; without it all of them do.
    """
    raw = without_outlines(analysis_json, boundaries) if boundaries else analysis_json
    if len(raw) > _SHORT:
        packed = base64.b64encode(lzma.compress(raw.encode(), preset=9)).decode()
        raw = json.dumps({"coding": _CODING, "analysis": packed})
    start = MARK
    return f"{start}{escaped_json(raw)}{_END}\n"


def read_island(page: str, boundaries: Boundaries | None = None) -> str | None:
    """Find the analysis that a page holds, as JSON; None when it holds none.

    Outlines of countries are put back from ``boundaries``; where they cannot be, the analysis has
    a problem that says so.

    Raises
    ------
    ArticleError
        If the page holds one that is damaged, or too large to be true.
    """
    found = _START.search(page)
    end = page.find(_END, found.end()) if found else -1
    if found is None or end < 0:
        return None
    raw = page[found.end() : end]
    try:
        held = json.loads(raw)
        if isinstance(held, dict) and held.get("coding") == _CODING:
            raw = _unpacked(held["analysis"])
        return with_outlines(raw, boundaries)
    except (ValueError, KeyError, TypeError, RecursionError, lzma.LZMAError) as error:
        raise ArticleError(
            f"The analysis in this page is damaged ({error}). Open the article again instead."
        ) from error


def _unpacked(packed: str) -> str:
    unpack = lzma.LZMADecompressor(memlimit=4 * _MOST_BYTES)
    raw = unpack.decompress(base64.b64decode(packed, validate=True), max_length=_MOST_BYTES)
    if not unpack.eof:
        raise binascii.Error("it does not end")
    return raw.decode()
