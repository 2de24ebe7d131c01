"""Cuts a web page into the blocks that a reader sees, each with where in the page it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_NAMING = frozenset({"class", "id", "role", "itemprop", "data-component"})
_MAY_HIDE = etree.XPath("//*[@hidden or @aria-hidden = 'true' or contains(@style, ':')]")
_HUMP = re.compile(r"([a-z])([A-Z])")
_BREAK = "\n"
_WORD = re.compile(r"\w+")
_BLANK, _BREAKS = re.compile(r"\s+"), re.compile(r"\n\s*\n")
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
    line, place = _Line(), None
    hidden = {element for element in _MAY_HIDE(root) if _is_hidden(element)}
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            place = _Place(element, parent=place, is_hidden=element in hidden)
            if place.is_unseen:
                walk.skip_subtree()
            else:
                line.begin(place, found)
        elif place is not None:
            line.end(place, found)
            place = place.parent
    line.put(found)
    return found


class _Place:
    """An element on the way down; `look_up` tells what its ancestors add up to, which few need."""

    __slots__ = ("element", "is_line", "is_unseen", "names", "parent", "path", "tag")

    def __init__(self, element: etree._Element, *, parent: _Place | None, is_hidden: bool) -> None:
        self.element, self.parent = element, parent
        self.tag: str = element.tag if isinstance(element.tag, str) else ""
        self.is_unseen = is_hidden or not self.tag or self.tag in _UNSEEN
        self.is_line = self.tag in _LINES and not self.is_unseen
        self.path: tuple[str, ...] = ()
        self.names: frozenset[str] = frozenset()

    def look_up(self) -> _Place:
        """Find the tags from the outermost to this element, and the words of all their names."""
        chain: list[_Place] = []
        at: _Place | None = self
        # Not by recursion: a page may be nested deeper than Python's stack.
        while at is not None and not at.path:
            chain.append(at)
            at = at.parent
        path, names = (at.path, at.names) if at else ((), frozenset[str]())
        for one in reversed(chain):
            path = (*path, one.tag)
            names = names | own if (own := names_of(one.element)) else names
            one.path, one.names = path, names
        return self


def names_of(element: etree._Element) -> frozenset[str]:
    """Give the words of an element's classes, ids and roles, in lower case."""
    told = [value for name, value in element.items() if name in _NAMING]
    return _words_in(" ".join(told)) if told else frozenset()


@lru_cache(maxsize=4_096)
def _words_in(names: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{2,}", _HUMP.sub(r"\1 \2", names).lower()))


def _is_hidden(element: etree._Element) -> bool:
    told = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return told or is_hidden_by_style(element)


def is_hidden_by_style(element: etree._Element) -> bool:
    """Whether an element's own style says that it is not shown."""
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


class _Line:
    """What is put together until a line ends."""

    def __init__(self) -> None:
        self._in_link = 0
        self._texts: list[str] = []
        self._linked = 0
        self._place: _Place | None = None

    def begin(self, place: _Place, found: list[Piece]) -> None:
        """Go into an element: many begin a line."""
        if place.is_line:
            self.put(found)
        elif place.tag == "a":
            self._in_link += 1
        elif place.tag == "br":
            self._add(_BREAK, place)
        self._add(place.element.text, place)

    def end(self, place: _Place, found: list[Piece]) -> None:
        """Come out of an element; what follows it stands in the one round it."""
        if place.is_line:
            self.put(found)
        elif place.tag == "a" and not place.is_unseen:
            self._in_link -= 1
        self._add(place.element.tail, place.parent)

    def _add(self, text: str | None, place: _Place | None) -> None:
        if not text:
            return
        texts = self._texts
        if texts and texts[-1] is _BREAK and _INDENT.match(text):
            texts.append(_BREAK)
        if text is _BREAK:
            texts.append(text)
        elif text.isspace():
            texts.append(" ")
        else:
            texts.append(_BLANK.sub(" ", text))
            self._place = self._place or place
            self._linked += len(text.strip()) if self._in_link else 0

    def put(self, found: list[Piece]) -> None:
        """Make pieces of what has come together; two breaks part one from the next."""
        if self._place is not None:
            found.extend(self._pieces(self._place))
        self._texts.clear()
        self._in_link = self._linked = 0
        self._place = None

    def _pieces(self, first: _Place) -> Iterator[Piece]:
        line = first
        while line.parent is not None and not line.is_line:
            line = line.parent
        whole = "".join(self._texts)
        share = min(1.0, self._linked / max(1, len(whole.strip())))
        path, names = line.look_up().path, first.look_up().names
        for part in _BREAKS.split(whole) if _BREAK in whole else (whole,):
            if text := " ".join(part.split()):
                yield Piece(text, line.element, path, names, share, words_of(text))
