"""A file's kind is told by its bytes, and an error names it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.adapters.documents.kinds import Kind, kind_of
from geo.errors import ArticleError
from geo.settings import Settings
from tests.adapters.documents import made

SETTINGS = Settings()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"The ferry left at dawn.", Kind.TEXT),
        (b"From: the harbour of Split, a ferry left.\n\nIt sank.", Kind.TEXT),
        (b"5 < 6, and <b>this</b> is told in a text about HTML.", Kind.TEXT),
        (b"<!DOCTYPE html><p>x", Kind.HTML),
        (b"\xef\xbb\xbf\n <!-- saved --> <html lang=en>", Kind.HTML),
        ("<html><body>x".encode("utf-16"), Kind.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', Kind.HTML),
        (b"%PDF-1.7 and more", Kind.PDF),
        (b"{\\rtf1\\ansi x}", Kind.RTF),
        (b"<<junk>>\n%PDF-1.4", Kind.PDF),
        (made.docx("one", "two"), Kind.DOCX),
        (made.odt("one", "two"), Kind.ODT),
        (made.email("one"), Kind.EMAIL),
        (made.markdown("one", "two"), Kind.MARKDOWN),
        (b"<?xml version='1.0'?><rss version='2.0'>", Kind.FEED),
        (b"<!-- made by hand -->\n<feed xmlns='http://www.w3.org/2005/Atom'>", Kind.FEED),
        (b"<?xml version='1.0'?><?xml-stylesheet href='x'?><rdf:RDF xmlns:rdf='x'>", Kind.FEED),
        (b"<?xml version='1.0'?><newsItem guid='x'>", Kind.NEWSML),
        (b"<!DOCTYPE nitf SYSTEM 'nitf-3-4.dtd' [ <!ENTITY a 'b'> ]>\n<nitf>", Kind.NEWSML),
    ],
)
def test_kinds(raw: bytes, kind: Kind) -> None:
    assert kind_of(raw, SETTINGS, name="story") is kind


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\x89PNG\r\n", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1", "old Word"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"MZ\x00\x01", "a program"),
        (b"\x00\x00\x00\x18ftypmp42", "a film"),
        (b"<?xml version='1.0'?><svg/>", "an XML file"),
        (made.packed({"xl/workbook.xml": "<x/>"}), "an Excel table"),
        (made.packed({"ppt/presentation.xml": "<x/>"}), "a PowerPoint"),
        (made.packed({"mimetype": "application/epub+zip"}), "an e-book"),
        (made.packed({"a.txt": "x"}), "a ZIP archive"),
        (b"PK\x03\x04 and nothing behind it", "damaged archive"),
    ],
)
def test_what_cannot_be_read_is_named(raw: bytes, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        kind_of(raw, SETTINGS, name="story")


def test_an_archive_that_grows_too_large_is_not_unpacked() -> None:
    bomb = made.packed({"word/document.xml": b"0" * 200_000})
    assert len(bomb) < 1_000
    with pytest.raises(ArticleError, match="once it is unpacked"):
        kind_of(bomb, replace(SETTINGS, max_unpacked_bytes=100_000), name="story")
    many = made.packed({f"{number}.xml": "" for number in range(20)})
    with pytest.raises(ArticleError, match="20 files"):
        kind_of(many, replace(SETTINGS, max_parts=10), name="story")


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"<html", b"From: a\nTo: b\n"])
)
def test_any_bytes_have_a_kind_or_a_name(raw: bytes, start: bytes) -> None:
    told = "'story' is of a kind"
    try:
        kind_of(start + raw, SETTINGS, name="story")
    except ArticleError as error:
        told = str(error)
    assert "'story' is" in told
