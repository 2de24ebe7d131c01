"""Shows what a page hides for a moment only: the story behind a dialog, and the rest of a story.

A page is saved in the state in which it was: while a dialog asks for consent the story is hidden
from readers' aids, and behind "Read more" the rest of it is not shown yet.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from geo.adapters.documents.page_blocks import is_hidden_by_style, names_of
from geo.adapters.documents.story_blocks import names_told

if TYPE_CHECKING:
    from lxml import etree

_FEWEST = 2  # paragraphs that a part of a story has
_PROSE_WORDS = 10
_HIDDEN = "//*[@hidden or @aria-hidden or @aria-modal or @role or contains(@style, ':')]"
_DIALOGS = frozenset({"dialog", "alertdialog"})


def reveal(tree: etree._Element) -> None:
    """Take the marks of hiding off what holds a story; what stays hidden, and dialogs, go."""
    # Where there is no headline, most of the running text is told by its length.
    most = _paragraphs(tree) / 2 if next(tree.iter("h1"), None) is None else math.inf
    for element in tree.xpath(_HIDDEN):
        if not (_is_hidden(element) or _is_dialog(element)):
            continue
        if _holds_the_story(element, most) or (_is_hidden(element) and _goes_on(element)):
            for name in ("hidden", "style", "aria-hidden"):
                element.attrib.pop(name, None)
        elif element.getparent() is not None:
            tree.extend(list(element.iter("script")))
            element.drop_tree()


def _is_hidden(element: etree._Element) -> bool:
    told = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return told or is_hidden_by_style(element)


def _is_dialog(element: etree._Element) -> bool:
    return element.get("role") in _DIALOGS or element.get("aria-modal") == "true"


def _holds_the_story(element: etree._Element, most: float) -> bool:
    """Whether the headline stands in a part, or so many paragraphs and more."""
    return next(element.iter("h1"), None) is not None or _paragraphs(element) > most


def _goes_on(element: etree._Element) -> bool:
    """Whether a part has paragraphs, and stands right below others of the same box."""
    if _paragraphs(element) < _FEWEST or names_of(element) & names_told("not_story"):
        return False
    return any(_is_prose(one) for one in element.itersiblings("p", preceding=True))


def _paragraphs(element: etree._Element) -> int:
    return sum(1 for one in element.iter("p") if _is_prose(one))


def _is_prose(paragraph: etree._Element) -> bool:
    return len(" ".join(paragraph.itertext()).split()) >= _PROSE_WORDS
