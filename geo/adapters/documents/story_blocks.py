"""Tells which blocks of a web page are its story, and what the others among them are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.adapters.documents.page_blocks import words_of
from geo.contracts import BlockKind
from geo.lexicon.tables import nested

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.adapters.documents.page_blocks import Piece

_FEW_WORDS = 4  # shorter blocks are held against whole lines of the main text alone
_MATCHED = 0.8  # share of the main text that must be found again in the page's blocks
_AGREES = 0.9  # share of the story that the data for search engines must hold to be believed
_LINKED, _ALL_LINKED = 0.5, 0.9
_LEAST_PROSE = 6
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]»]{0,3}$")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SET_APART = frozenset({"aside", "nav", "footer", "form", "menu"})
_CAPTIONS = frozenset({"figcaption", "figure"})
_SPOKEN = frozenset({"blockquote", "li", "p", "dd"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what is read of a page: its words, what it is, and why."""

    text: str
    kind: BlockKind
    reason: str = ""


def story_of(
    pieces: Sequence[Piece], main: str, *, title: str, bodies: Sequence[str]
) -> list[Part]:
    """Choose the parts to read: headline, story and captions.

    Parameters
    ----------
    pieces
        The page, in order.
    main
        The main text as an extractor found it, a paragraph a line.
    title
        The title as the page's head gives it.
    bodies
        Bodies of articles from the page's data for search engines.
    """
    lines = [line.strip() for line in main.split("\n") if line.strip()]
    chosen = _chosen(pieces, lines)
    if not _is_found(pieces, chosen, lines):
        parts = [Part(re.sub(r"^[-|]\s+", "", line), BlockKind.BODY) for line in lines]
        return [*_headline(pieces, title), *_without_title(parts, title)]
    chosen = _sandwiched(pieces, _together(pieces, chosen))
    chosen = _agreed(pieces, chosen, bodies)
    parts = [part_of(pieces[index]) for index in sorted(chosen)]
    return [*_headline(pieces, title), *_without_title(_once(parts), title)]


def _chosen(pieces: Sequence[Piece], lines: Sequence[str]) -> set[int]:
    """Find the pieces that the main text holds, by their words."""
    whole = {words_of(line) for line in lines}
    text = words_of(" ".join(lines))
    return {
        index
        for index, piece in enumerate(pieces)
        if (piece.key in whole or (len(piece.key.split()) >= _FEW_WORDS and piece.key in text))
        and not _is_links(piece)
    }


def _is_links(piece: Piece) -> bool:
    """Whether a block is nothing but links to other pages, one after the other."""
    links = piece.element.iter("a") if piece.linked >= _ALL_LINKED else ()
    return sum(1 for _ in links) > 1 and not _SENTENCE_END.search(piece.text)


def _is_found(pieces: Sequence[Piece], chosen: set[int], lines: Sequence[str]) -> bool:
    found = " ".join(dict.fromkeys(pieces[index].key for index in sorted(chosen)))
    return len(found.split()) >= _MATCHED * len(words_of(" ".join(lines)).split())


def _together(pieces: Sequence[Piece], chosen: set[int]) -> set[int]:
    """Leave out what the page says is no story and that stands apart from most of the story."""
    words: dict[object, int] = {}
    for index in chosen:
        box = _box(pieces[index])
        words[box] = words.get(box, 0) + len(pieces[index].key.split())
    main = max(words, key=lambda box: words[box], default=None)
    not_story = names_told("not_story")
    return {
        index
        for index in chosen
        if _box(pieces[index]) is main or not pieces[index].names & not_story
    }


def _sandwiched(pieces: Sequence[Piece], chosen: set[int]) -> set[int]:
    """Add prose between blocks of the story that stands in the same part of the page, and heads."""
    if not chosen:
        return chosen
    boxes = {_box(pieces[index]) for index in chosen if is_prose(pieces[index])}
    between = range(min(chosen), max(chosen))
    added = {
        index
        for index in between
        if index not in chosen and _box(pieces[index]) in boxes and _may_be_story(pieces[index])
    }
    return chosen | added | _headings(pieces, chosen | added, boxes)


def _headings(pieces: Sequence[Piece], chosen: set[int], boxes: set[object]) -> set[int]:
    """Find the headings of a story's parts: a block of the same part of the page follows soon."""
    return {
        index
        for index in range(min(chosen), max(chosen))
        if index not in chosen
        and pieces[index].element.tag in _HEADINGS
        and _box(pieces[index]) in boxes
        and any(
            after in chosen and _box(pieces[after]) is _box(pieces[index])
            for after in (index + 1, index + 2)
        )
        and _is_own(pieces[index])
    }


def _box(piece: Piece) -> object:
    """Give the part of the page that a block stands in: what holds its paragraphs and lists."""
    element = piece.element
    parent = element.getparent()
    while parent is not None and element.tag in _SPOKEN | {"ul", "ol", "dl"} | _HEADINGS:
        element, parent = parent, parent.getparent()
    return element


def _may_be_story(piece: Piece) -> bool:
    return _is_own(piece) and (is_prose(piece) or "li" in piece.path or "blockquote" in piece.path)


def _is_own(piece: Piece) -> bool:
    """Whether nothing about a block says that it is something else than the story."""
    if piece.linked >= _LINKED or _SET_APART & set(piece.path) or _CAPTIONS & set(piece.path):
        return False
    return not piece.names & names_told("not_story")


def is_prose(piece: Piece) -> bool:
    """Whether a block has the form of running text."""
    return len(piece.key.split()) >= _LEAST_PROSE and bool(_SENTENCE_END.search(piece.text))


def _agreed(pieces: Sequence[Piece], chosen: set[int], bodies: Sequence[str]) -> set[int]:
    """Follow the data for search engines where it agrees with what was found."""
    counts = {index: len(pieces[index].key.split()) for index in range(len(pieces))}
    for body in bodies:
        text = words_of(body)
        held = {index for index in chosen if pieces[index].key in text}
        whole = sum(counts[index] for index in chosen)
        if whole and sum(counts[index] for index in held) >= _AGREES * whole:
            named = {
                index
                for index, piece in enumerate(pieces)
                if counts[index] >= _LEAST_PROSE and piece.key in text
            }
            short = {index for index in chosen if counts[index] < _LEAST_PROSE}
            return held | named | short
    return chosen


def part_of(piece: Piece) -> Part:
    """Tell what a block is by where it stands and what the page calls it."""
    if _CAPTIONS & set(piece.path) or piece.names & names_told("caption"):
        return Part(piece.text, BlockKind.CAPTION, "stands under a picture")
    for kind in (BlockKind.BYLINE, BlockKind.RELATED, BlockKind.ADVERTISING, BlockKind.NAVIGATION):
        told = piece.names & names_told(kind.value)
        if told and not _is_long(piece):
            return Part(piece.text, kind, f"the page calls it {min(told)!r}")
    is_field = "dl" in piece.path and len(piece.key.split()) <= _LEAST_PROSE
    if is_field and not _SENTENCE_END.search(piece.text):
        return Part(piece.text, BlockKind.NAVIGATION, "a field of the page")
    if piece.linked >= _LINKED and not _SENTENCE_END.search(piece.text) and "li" in piece.path:
        return Part(piece.text, BlockKind.RELATED, "a list of links")
    return Part(piece.text, BlockKind.BODY)


def _is_long(piece: Piece) -> bool:
    return len(piece.key.split()) >= 25 and piece.linked < _LINKED  # noqa: PLR2004 - two sentences


@cache
def names_told(what: str) -> frozenset[str]:
    """Give the words by which sites name a kind of element."""
    return frozenset(nested("pages")["markup"][what])


def _once(parts: Sequence[Part]) -> list[Part]:
    """Leave out what stands there twice: a page for phones in a page, a quotation set large."""
    seen: set[str] = set()
    kept = []
    for part in parts:
        key = words_of(part.text)
        if len(key.split()) >= _LEAST_PROSE and key in seen:
            continue
        seen.add(key)
        kept.append(part)
    return kept


def _headline(pieces: Sequence[Piece], title: str) -> list[Part]:
    """Take the headline from the page where it has one that its head knows, else from the head."""
    key = words_of(title)
    tops = [piece for piece in pieces if piece.element.tag == "h1"]
    for piece in tops:
        if piece.key in key or key in piece.key:
            return [Part(piece.text, BlockKind.HEADLINE, "the page's headline")]
    if title.strip():
        return [Part(" ".join(title.split()), BlockKind.HEADLINE, "the page's title")]
    return []


def _without_title(parts: Sequence[Part], title: str) -> list[Part]:
    key = words_of(title)
    return [part for part in parts if words_of(part.text) != key or not key.strip()]
