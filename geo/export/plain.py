"""Cleans text so that no file format chokes on it or takes it for a formula."""

from __future__ import annotations

import re
import unicodedata

# XML 1.0 has no place for these, nor has Excel; lone surrogates are in no encoding.
_UNWRITABLE = {
    **{code: " " for code in range(0x20) if chr(code) not in "\t\n\r"},
    0x7F: " ",
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"),
}

# A spreadsheet takes a cell that begins so for a formula; the wide forms count where they are
# typed. Where lists are split at semicolons, a new cell may begin after any of these, and a quote
# there is the cell's own, not part of its text.
_FORMULA = re.compile(r"(^|;)([ \"]*)([=+\-@＝＋－＠])")

# Names of devices, which Windows gives to no file, whatever its ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)(?:-|$)")
_LONGEST_NAME = 60
_LONGEST_NAME_BYTES = 150


def clean(text: str) -> str:
    """Take out what no file can hold: control characters and lone surrogates."""
    return text.translate(_UNWRITABLE)


def cell(text: str) -> str:
    """Write one line that no spreadsheet takes for a formula: an apostrophe goes before it."""
    return _FORMULA.sub(r"\1\2'\3", " ".join(clean(text).split()))


def file_name(*titles: str) -> str:
    """Make a name for files, without ending, of the first title that has letters or digits."""
    for title in titles:
        words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", clean(title)).casefold())
        name = "-".join(words)[:_LONGEST_NAME]
        name = name.encode()[:_LONGEST_NAME_BYTES].decode(errors="ignore").strip("-")
        if name:
            return f"article-{name}" if _DEVICES.match(name) else name
    return "article"
