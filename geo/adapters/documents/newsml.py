"""Reads NewsML-G2 and NITF, in which news agencies send stories: headline, dateline, day, text.

The IPTC's standards: NewsML-G2 (a news item, or a message with many) and NITF 3, which may stand
alone or in a news item. Elements are known by their names, whatever version's name space they bear.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lxml import etree

from geo.adapters.documents.story_blocks import Part
from geo.adapters.documents.web_page import laid_out
from geo.adapters.documents.wire_text import parts_of_lines, parts_of_tree, under_headline
from geo.contracts import BlockKind, Source
from geo.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.settings import Settings

_DAY_LETTERS = 10
_DAYS = ("contentCreated", "versionCreated", "firstCreated", "date.issue", "story.date")
_TITLES = ("headline", "hl1", "title")
# Where the text of a story stands, the first that is there.
_BODIES = ("body.content", "body", "inlineXML")
_UNSEEN = ("media", "table", "head", "script", "style")


def parse(raw: bytes, settings: Settings) -> tuple[Source, ...]:
    """Read the stories of a message in its order.

    Raises
    ------
    ArticleError
        If it is no good XML, has too many elements, or no text.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser=parser)
    except etree.XMLSyntaxError as error:
        raise ArticleError(f"it is no good XML ({error.msg}).") from error
    count = sum(1 for _ in root.iter())
    if count > settings.max_elements:
        raise ArticleError(
            f"it has {count:,} elements; Dateline reads up to {settings.max_elements:,}."
        )
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    items = list(root.iter("newsItem")) or [root]
    found = tuple(source for item in items if (source := _story(item)).text)
    if not found:
        raise ArticleError("no item of it has a text: what it describes may lie in other files.")
    return found


def _story(item: etree._Element) -> Source:
    title = _first(item, _TITLES)
    text, blocks = laid_out(under_headline(title, _parts(item)))
    return Source(text=text, title=title, published=_day(item), blocks=blocks)


def _parts(item: etree._Element) -> Iterator[Part]:
    body = _body(item)
    if body is None:
        for data in item.iter("inlineData"):
            if (data.get("contenttype") or "text/plain").startswith("text/plain"):
                yield from parts_of_lines("".join(data.itertext()))
        return
    for name in _UNSEEN:
        for element in list(body.iter(name)):
            _cut(element)
    dateline = _first(item, ("dateline",))
    for part in parts_of_tree(body):
        if part.text == dateline:
            yield Part(part.text, BlockKind.DATELINE, "the wire calls it the dateline")
        else:
            yield part


def _body(item: etree._Element) -> etree._Element | None:
    return next((found for name in _BODIES for found in item.iter(name)), None)


def _cut(element: etree._Element) -> None:
    """Take an element out of its tree, but not the words behind it."""
    above = element.getparent()
    if above is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        above.text = (above.text or "") + (element.tail or "")
    above.remove(element)


def _first(item: etree._Element, names: tuple[str, ...]) -> str:
    for name in names:
        for element in item.iter(name):
            if words := " ".join("".join(element.itertext()).split()):
                return words
    return ""


def _day(item: etree._Element) -> date | None:
    for name in _DAYS:
        for element in item.iter(name):
            told = (element.get("norm") or element.text or "").strip()
            try:
                return date.fromisoformat(told[:_DAY_LETTERS].rstrip("T"))
            except ValueError:
                continue
    return None
