"""Each kind of document gives the words of its story, in order."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.adapters.documents import read_document, read_path
from geo.adapters.documents.worker import parse
from geo.contracts import BlockKind, Source
from geo.errors import ArticleError
from geo.read import read_text
from geo.settings import REPOSITORY, Settings
from tests.adapters.documents import made
from tests.adapters.documents.made import STORY, TITLE

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()
WHOLE = "\n\n".join((TITLE, *STORY))
PAGE = (
    f"<html><head><title>{TITLE} | The Paper</title></head><body><nav><a href=/>Home</a></nav>"
    f"<article><h1>{TITLE}</h1>{''.join(f'<p>{text}</p>' for text in STORY)}</article>"
    "</body></html>"
)


@pytest.mark.parametrize("make", [made.docx, made.odt, made.rtf, made.markdown])
def test_paragraphs_come_out_as_they_went_in(make: object) -> None:
    assert callable(make)
    assert read_document(make(TITLE, *STORY), SETTINGS).text == WHOLE


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252"])
def test_an_email_in_any_letters(charset: str) -> None:
    plain = [text.replace("“", '"').replace("”", '"') for text in STORY]
    raw = made.email(*plain, charset=charset)
    read = read_document(raw, SETTINGS)

    assert read.text == "\n\n".join(plain)
    assert (read.title, read.published) == (TITLE, date(2026, 3, 6))


def test_an_email_of_html_and_one_in_letters_that_nobody_knows() -> None:
    read = read_document(made.email(html=PAGE), SETTINGS)
    assert read.text == WHOLE
    assert read.published == date(2026, 3, 6)

    strange = made.email(*STORY).replace(b'charset="utf-8"', b'charset="klingon"')
    assert read_document(strange, SETTINGS).text == "\n\n".join(STORY)


def test_a_web_page_says_what_its_parts_are() -> None:
    read = read_document(PAGE.encode(), SETTINGS)
    article, _ = read_text(read, SETTINGS)

    assert read.text == WHOLE
    assert [block.kind for block in article.blocks] == [BlockKind.HEADLINE, *[BlockKind.BODY] * 3]
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("letters", "said"),
    [("cp1252", "iso-8859-1"), ("cp1251", "windows-1251"), ("utf-16", ""), ("utf-8", "latin-1")],
)
def test_a_web_page_in_any_letters(letters: str, said: str) -> None:
    story = "Паром вернулся в порт Мурманск." if letters == "cp1251" else STORY[0]
    page = f"<html><head><meta charset='{said}'></head><body><p>{story}</p></body></html>"

    assert story in read_document(page.encode(letters), SETTINGS).text


def test_blocks_that_are_not_the_words_of_the_text_are_refused() -> None:
    read = read_document(PAGE.encode(), SETTINGS)
    with pytest.raises(ArticleError, match="not its words"):
        read_text(Source(text=f" {read.text}", blocks=read.blocks), SETTINGS)


def test_a_document_without_text_is_said_to_have_none(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(made.pdf([]))
    with pytest.raises(ArticleError, match="may be a scan"):
        read_path(scan, SETTINGS)
    with pytest.raises(ArticleError, match="no text in it"):
        read_document(b"<html><body><script>x()</script></body></html>", SETTINGS)


def test_what_the_workshop_does_can_be_done_here() -> None:
    from geo.adapters.documents.kinds import Kind  # noqa: PLC0415 - one name, one test

    (read,) = parse(Kind.RTF, made.rtf(*STORY), SETTINGS)
    assert read.text == "\n\n".join(STORY)


def test_plain_text_loads_no_parser(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(WHOLE, encoding="utf-8")
    code = (
        "import sys; from geo.cli import main; main(['read', sys.argv[1]]); "
        "print(sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    ended = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-c", code, str(story)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = ended.stdout.splitlines()[-1]
    assert "geo" in loaded
    for parser in ("trafilatura", "lxml", "pypdfium2", "odfdo", "docx2txt", "urllib3", "striprtf"):
        assert f"'{parser}'" not in loaded
