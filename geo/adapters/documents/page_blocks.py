"""Cuts a web page into the blocks that a reader sees, each with where in the page it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

# Elements that begin a line of their own.
_LINES = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"}
    | {"dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1"}
    | {"h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol"}
    | {"p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tfoot", "tr", "ul"}
)
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select"}
    | {"head", "title", "textarea", "option", "button", "audio", "video", "canvas", "datalist"}
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_NAMING = ("class", "id", "role", "itemprop", "data-component")
_HUMP = re.compile(r"([a-z])([A-Z])")
_BREAK = "\n"
_WORD = re.compile(r"\w+")
# Paragraphs of old pages: a break, and blanks that do not shrink.
_INDENT = re.compile(r"[ \t\r\n]*(?:[\xa0\u2003][ \t\r\n]*){2}|[ \t\r\n]*\u3000")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on a page that stands on lines of its own.

    Attributes
    ----------
    text : its words, white space made even; never empty.
    element : the element whose line it is.
    path : tags from the outermost to the element.
    names : words of the classes, ids and roles of all of them, in lower case.
    linked : share of its letters that stand in links.
    key : its words alone, to compare with.
    """

    text: str
    element: etree._Element
    path: tuple[str, ...]
    names: frozenset[str]
    linked: float
    key: str


def words_of(text: str) -> str:
    """Reduce a text to its words in lower case, a space before and after each."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def pieces_of(root: etree._Element) -> list[Piece]:
    """Cut a page into pieces, in the order of the page."""
    found: list[Piece] = []
    line = _Line()
    # Not by recursion: a page may be nested deeper than Python's stack.
    for event, element, place in _walk(root):
        if event == "end":
            if place.is_line:
                line.put(found)
                line = _Line()
            elif element.tag == "a":
                line.in_link -= 1
            line.add(element.tail, place.parent)
            continue
        if place.is_line:
            line.put(found)
            line = _Line()
        elif element.tag == "a":
            line.in_link += 1
        elif element.tag == "br":
            line.add(_BREAK, place)
        line.add(element.text, place)
    line.put(found)
    return found


@dataclass(slots=True)
class _Place:
    """An element on the way down, with what its ancestors add up to."""

    element: etree._Element
    path: tuple[str, ...]
    names: frozenset[str]
    is_line: bool
    parent: _Place | None


def _walk(root: etree._Element) -> Iterator[tuple[str, etree._Element, _Place]]:
    """Go down and up again; what is not seen is passed over, but what follows it is not."""
    stack: list[tuple[str, etree._Element, _Place | None]] = [("start", root, None)]
    while stack:
        event, element, above = stack.pop()
        if event == "end":
            assert above is not None  # noqa: S101 - it was put there with its place
            yield event, element, above
            continue
        place = _place(element, above)
        if _is_unseen(element):
            passed = _Place(element, place.path, place.names, is_line=False, parent=above)
            yield "end", element, passed
            continue
        yield event, element, place
        stack.append(("end", element, place))
        stack.extend(("start", child, place) for child in reversed(element))


def _place(element: etree._Element, above: _Place | None) -> _Place:
    tag = element.tag if isinstance(element.tag, str) else ""
    names = above.names if above else frozenset()
    if tag and (own := names_of(element)):
        names |= own
    return _Place(
        element=element,
        path=(*(above.path if above else ()), tag),
        names=names,
        is_line=tag in _LINES,
        parent=above,
    )


def names_of(element: etree._Element) -> frozenset[str]:
    """Give the words of an element's classes, ids and roles, in lower case."""
    told = [value for name in _NAMING if (value := element.get(name))]
    return _words_in(" ".join(told)) if told else frozenset()


@lru_cache(maxsize=4_096)
def _words_in(names: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{2,}", _HUMP.sub(r"\1 \2", names).lower()))


def _is_unseen(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return is_hidden_by_style(element)


def is_hidden_by_style(element: etree._Element) -> bool:
    """Whether an element's own style says that it is not shown."""
    return bool(_HIDDEN.search(element.get("style", "")))


class _Line:
    """What is put together until a line ends."""

    def __init__(self) -> None:
        self.in_link = 0
        self._texts: list[str] = []
        self._linked = 0
        self._place: _Place | None = None

    def add(self, text: str | None, place: _Place | None) -> None:
        """Add text that stands in an element."""
        if not text:
            return
        if self._texts and self._texts[-1] is _BREAK and _INDENT.match(text):
            self._texts.append(_BREAK)
        self._texts.append(text if text is _BREAK else re.sub(r"\s+", " ", text))
        if text.strip():
            self._place = self._place or place
            self._linked += len(text.strip()) if self.in_link else 0

    def put(self, found: list[Piece]) -> None:
        """Make pieces of what has come together; two breaks part one from the next."""
        if self._place is None:
            return
        line = self._place
        while line.parent is not None and not line.is_line:
            line = line.parent
        whole = "".join(self._texts)
        share = min(1.0, self._linked / max(1, len(whole.strip())))
        texts = (" ".join(text.split()) for text in re.split(r"\n\s*\n", whole))
        names = self._place.names
        found.extend(
            Piece(text, line.element, line.path, names, share, words_of(text))
            for text in texts
            if text
        )
