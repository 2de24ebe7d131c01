"""Reads an RTF document: its text, in the letters that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from striprtf.striprtf import rtf_to_text

from geo.contracts import Source

if TYPE_CHECKING:
    from geo.settings import Settings

_GAPS = re.compile(r"\n\s*\n\s*")
_LINE = re.compile(r"\n+")


def parse(raw: bytes, settings: Settings) -> Source:
    """Read the text; a paragraph of RTF becomes one of ours."""
    del settings  # its size was measured before it came here
    text = rtf_to_text(raw.decode("latin-1"), errors="replace").strip()  # type: ignore[no-untyped-call]
    return Source(text=_LINE.sub("\n\n", _GAPS.sub("\n", text)))
