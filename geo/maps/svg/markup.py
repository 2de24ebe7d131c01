"""Writes SVG elements: the only place where markup is put together, with all text escaped."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

_ESCAPES = {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#39;",
}
# XML 1.0 has no place for control characters, lone surrogates and two non-characters.
_ESCAPES_TEXT = {
    **_ESCAPES,
    **{code: " " for code in range(0x20) if chr(code) not in "\t\n\r"},
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"),
}
_TENTHS = 10.0
# Where something stands, in pixels: a tenth is enough.
_PLACES = frozenset(("x", "y", "cx", "cy", "x1", "y1", "x2", "y2"))


def escaped(text: str) -> str:
    """Make any text safe in an element or a quoted attribute."""
    return text.translate(_ESCAPES_TEXT)


def element(name: str, *children: str, **attributes: str | float | None) -> str:
    """Write an element; ``fill_rule`` becomes fill-rule, ``class_`` class; None is left out.

    Children are markup already; attribute values are escaped here.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(key, value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


@lru_cache(maxsize=16_384)
def number(value: float) -> str:
    """Write a figure with a tenth of a pixel, as short as can be."""
    text = f"{value:.1f}".removesuffix(".0")
    if text == "-0":
        return "0"
    if text.startswith("0."):
        return text[1:]
    return f"-{text[2:]}" if text.startswith("-0.") else text


def path(lines: Iterable[np.ndarray], *, closed: bool = False) -> str:
    """Write lines of (x, y) rows as the data of one path, in relative steps."""
    return "".join(_run(points, closed=closed) for points in lines)


def _run(points: np.ndarray, *, closed: bool) -> str:
    tenths = np.rint(points * _TENTHS).astype(np.int64)
    if closed and len(tenths) > 1 and np.array_equal(tenths[0], tenths[-1]):
        tenths = tenths[:-1]
    steps = np.diff(tenths, axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    if not len(steps):
        return ""
    joined = f"M{_pair(*tenths[0].tolist())}l" + " ".join(_pair(*step) for step in steps.tolist())
    return joined.replace(" -", "-") + ("z" if closed else "")


@lru_cache(maxsize=1 << 16)
def _tenth(value: int) -> str:
    """Write a number of tenths; the same few are written again and again."""
    return number(value / _TENTHS)


def _pair(x: int, y: int) -> str:
    """Write a point that is given in tenths."""
    one, two = _tenth(x), _tenth(y)
    return f"{one}{two}" if two.startswith("-") else f"{one} {two}"


def _value(key: str, value: str | float) -> str:
    if isinstance(value, str):
        return escaped(value)
    return number(value) if key in _PLACES else f"{value:.2f}".rstrip("0").rstrip(".")
