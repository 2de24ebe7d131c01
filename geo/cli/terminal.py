"""Text on its way to a terminal: what could steer the terminal or mislead the reader is cut out."""

from __future__ import annotations

import re
import sys
import unicodedata

# Escape sequences that set colours or move the cursor, and those that set titles and links.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)?"
)

# Control characters, and format characters: those that turn the direction of writing round, or
# that are not seen. Surrogates cannot be written at all.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """Make one harmless line of a text from outside."""
    kept = (
        " " if character.isspace() else character
        for character in _ESCAPES.sub("", text)
        if character.isspace() or unicodedata.category(character) not in _UNPRINTABLE
    )
    return " ".join("".join(kept).split())


def say(message: str) -> None:
    """Tell the user something that is not the result: one line on standard error."""
    sys.stderr.write(f"dateline: {printable(message)}\n")


def use_utf8(*, strict: bool = False) -> None:
    """Write UTF-8 to files and pipes; on a terminal without it, a question mark for a letter."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is None:
        return
    if strict or not sys.stdout.isatty():
        reconfigure(encoding="utf-8")
    else:
        reconfigure(errors="replace")
