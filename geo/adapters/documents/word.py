"""Reads a Word document (DOCX): paragraphs, tables and text boxes, and what its properties say."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import docx2txt

from geo.contracts import Source

if TYPE_CHECKING:
    from geo.settings import Settings

_GAPS = re.compile(r"\n\s*\n\s*")


def parse(raw: bytes, settings: Settings) -> Source:
    """Read the text of a document."""
    del settings  # its size was measured before it came here
    text = docx2txt.process(BytesIO(raw))
    return Source(text=_GAPS.sub("\n\n", text.replace("\t", " ")).strip())
