"""Two drawings in; in words what differs for whoever looks at them, out.

Pictures are compared by what they say and where, not byte by byte: a hair's breadth, which another
version of a library may move a line by, is no difference.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter

_SVG = "{http://www.w3.org/2000/svg}"
_NEAR_PX = 6.0
_NEAR_SHARE = 0.08
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def differences(old: str, new: str) -> list[str]:
    """List the differences, none where a reader would see none."""
    one, two = (ET.fromstring(text) for text in (old, new))  # noqa: S314 - our own drawings
    return [*_sizes(one, two), *_words(one, two), *_elements(one, two), *_lines(one, two)]


def _sizes(one: ET.Element, two: ET.Element) -> list[str]:
    old, new = one.get("viewBox"), two.get("viewBox")
    return [] if old == new else [f"the page was {old} and is {new}"]


def _words(one: ET.Element, two: ET.Element) -> list[str]:
    old, new = _texts(one), _texts(two)
    told = [
        f"{text!r} is gone" for text in (Counter(t for t, *_ in old) - Counter(t for t, *_ in new))
    ]
    told += [
        f"{text!r} is new" for text in (Counter(t for t, *_ in new) - Counter(t for t, *_ in old))
    ]
    for text, x, y in new:
        before = [(a, b) for words, a, b in old if words == text]
        if before and min(abs(a - x) + abs(b - y) for a, b in before) > _NEAR_PX:
            told.append(f"{text!r} was at {before[0]} and is at {(x, y)}")
    return told


def _texts(root: ET.Element) -> list[tuple[str, float, float]]:
    return [
        ("".join(node.itertext()), float(node.get("x", 0)), float(node.get("y", 0)))
        for node in root.iter(f"{_SVG}text")
    ]


def _elements(one: ET.Element, two: ET.Element) -> list[str]:
    """Compare how many signs there are of each look."""
    old, new = _looks(one), _looks(two)
    gone, come = old - new, new - old
    return [
        *(f"{count} fewer {look}" for look, count in gone.items()),
        *(f"{count} more {look}" for look, count in come.items()),
    ]


def _looks(root: ET.Element) -> Counter[str]:
    shown = ("fill", "stroke", "stroke-width", "stroke-dasharray", "r")
    return Counter(
        " ".join(
            [
                node.tag.removeprefix(_SVG),
                *(f"{key}={node.get(key)}" for key in shown if key in node.attrib),
            ]
        )
        for node in root.iter()
        if node.tag.removeprefix(_SVG) in {"circle", "path", "line", "use"}
    )


def _lines(one: ET.Element, two: ET.Element) -> list[str]:
    """Compare how much is drawn of all paths of a look: coasts, borders, ways."""
    old, new = _lengths(one), _lengths(two)
    return [
        f"the lines of {look} were {old[look]} points and are {new[look]}"
        for look in old.keys() & new.keys()
        if abs(old[look] - new[look]) > max(8, _NEAR_SHARE * old[look])
    ]


def _lengths(root: ET.Element) -> Counter[str]:
    found: Counter[str] = Counter()
    for node in root.iter(f"{_SVG}path"):
        look = f"{node.get('fill')} {node.get('stroke')} {node.get('stroke-width')}"
        found[look] += len(_NUMBER.findall(node.get("d", ""))) // 2
    return found
