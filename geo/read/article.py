"""Makes an `Article` of a `Source`: validated, cut into blocks and sentences."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from geo.contracts import Article, BlockKind, Problem, Source
from geo.errors import ArticleError
from geo.lexicon import listed
from geo.read.blocks import find_blocks, judge_blocks
from geo.read.file import check_size
from geo.read.lookalikes import as_it_looks
from geo.read.sentences import split_sentences

if TYPE_CHECKING:
    from geo.contracts import Block
    from geo.settings import Settings

_TITLE_LENGTH = 120
_MOST_CONTROLS = 0.01
_WORDS_TO_JUDGE = 40
_LEAST_ENGLISH = 0.12
# But those that make white space.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_text(source: Source, settings: Settings) -> tuple[Article, tuple[Problem, ...]]:
    """Make an article of a text; the text itself stays, but for letters that pose as others.

    Raises
    ------
    ArticleError
        If the text is empty, too long, or no text at all.
    """
    _refuse_what_is_no_text(source.text, settings)
    source, posing = as_it_looks(source)
    text = source.text
    blocks = _judged(source) if source.blocks else find_blocks(text)
    sentences = [
        sentence for block in blocks if block.is_story for sentence in split_sentences(block.span)
    ]
    language, doubts = _language_of(source)
    problems = [*doubts, *posing]
    if len(sentences) > settings.max_sentences:
        problems.append(
            Problem(
                stage="read",
                code="too-many-sentences",
                message=f"Only the first {settings.max_sentences:,} of {len(sentences):,} "
                "sentences were analysed.",
            )
        )
        del sentences[settings.max_sentences :]
    article = Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        title=source.title.strip() or _title(blocks, text),
        text=text,
        language=language,
        published=source.published,
        url=source.url,
        blocks=blocks,
        sentences=tuple(sentences),
    )
    return article, tuple(problems)


def _judged(source: Source) -> tuple[Block, ...]:
    text = source.text
    if any(text[block.span.start : block.span.end] != block.span.text for block in source.blocks):
        raise ArticleError("The blocks given with the text are not its words. Give them anew.")
    return judge_blocks(source.blocks)


def _refuse_what_is_no_text(text: str, settings: Settings) -> None:
    try:
        check_size(len(text.encode()), settings)
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"The text holds a broken character at position {error.start:,}. Copy it again from "
            "its source, or save it as UTF-8."
        ) from error
    if not any(character.isalnum() for character in text):
        raise ArticleError("The text is empty. Paste or give the text of a news article.")
    if "\x00" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise ArticleError("This looks like a binary file, not text. Give a plain text file.")


def _title(blocks: tuple[Block, ...], text: str) -> str:
    for block in blocks:
        if block.kind is BlockKind.HEADLINE:
            return _one_line(block.span.text)
    story = next((block.span for block in blocks if block.is_story), None)
    first = next(iter(split_sentences(story)), story) if story else None
    line = _one_line(first.text if first else text)
    if len(line) <= _TITLE_LENGTH:
        return line
    return line[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"


def _one_line(text: str) -> str:
    visible = "".join(c for c in text if unicodedata.category(c) not in {"Cc", "Cf"} or c.isspace())
    return " ".join(visible.split())


def _language_of(source: Source) -> tuple[str, list[Problem]]:
    """Take the language that was said, or tell from the text whether it is English."""
    language = source.language or ("en" if _reads_like_english(source.text) else "und")
    if language == "en":
        return language, []
    return language, [
        Problem(
            stage="read",
            code="not-english",
            message="This does not read like English. Dateline understands English prose; names "
            "may still be found, journeys and figures will be missed.",
        )
    ]


def _reads_like_english(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())[:2000]
    if len(words) < _WORDS_TO_JUDGE:
        return True
    english = listed("commonest")
    return sum(word in english for word in words) >= _LEAST_ENGLISH * len(words)
