"""A bad document ends the process that parses it and nothing else."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.adapters.documents import read_document
from geo.adapters.documents.kinds import Kind
from geo.adapters.documents.workshop import Workshop, workshop
from geo.errors import ArticleError
from geo.settings import Settings
from tests.adapters.documents import made

if TYPE_CHECKING:
    from geo.contracts import Source

SETTINGS = Settings()
GOOD = made.rtf("It sank off Crete.")


def test_a_parser_that_takes_too_long_is_stopped_and_the_next_document_is_read() -> None:
    shop = Workshop(replace(SETTINGS, parse_seconds=0.05))
    with pytest.raises(ArticleError, match=r"more than 0\.05 seconds"):
        shop.read(Kind.RTF, GOOD, "slow.rtf")  # its process cannot even start in that time
    shop.close()
    shop = Workshop(SETTINGS)
    assert shop.read(Kind.RTF, GOOD, "good.rtf")[0].text == "It sank off Crete."
    shop.close()


def test_memory_is_limited() -> None:
    shop = Workshop(replace(SETTINGS, parse_memory_bytes=400_000_000))
    page = b"<html>" + b"<p>a" * 4_000_000
    with pytest.raises(ArticleError, match=r"damaged|too large|memory|elements"):
        shop.read(Kind.HTML, page, "huge.html")
    assert shop.read(Kind.RTF, GOOD, "good.rtf")[0].text == "It sank off Crete."
    shop.close()


def test_a_process_that_was_killed_is_started_anew() -> None:
    shop = Workshop(SETTINGS)
    shop.read(Kind.RTF, GOOD, "good.rtf")
    process = shop._process  # noqa: SLF001 - what else could be killed
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert shop.read(Kind.RTF, GOOD, "good.rtf")[0].text == "It sank off Crete."
    shop.close()


def test_two_may_ask_at_once() -> None:
    read: list[Source] = []
    documents = [made.rtf(f"Ship {number} sank.") for number in range(8)]
    threads = [
        Thread(target=lambda raw=raw: read.append(read_document(raw, SETTINGS)))
        for raw in documents
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(source.text for source in read) == [f"Ship {n} sank." for n in range(8)]


def _entity(number: int) -> str:
    inside = f"&b{number - 1};" if number else "&a;"
    return f'<!ENTITY b{number} "{inside * 10}">'


@pytest.mark.parametrize(
    "raw",
    [
        b"<html>" + b"<div>" * 50_000 + b"deep",
        b"<html><p>" + b"<b><i>" * 5_000 + b"deep",
        b"<html>" + b"&" * 100_000,
        b"<html><p>" + b"a" * 1_000_000,
        b"<html><!--" + b"-" * 100_000,
        b"<html><p>one\x00two</p>\xff\xfe\xfd",
        b"<html><p style='" + b"display:none;" * 50_000,
        b'<!DOCTYPE html [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]><html><p>&b;',
        b"{\\rtf1" + b"{" * 100_000,
        b"{\\rtf1 " + b"\\u99999999? \\'zz \\bin99999 ",
        b"> " * 20_000 + b"deep\n# head\n# head\n",
        b"# a\n# b\n" + b"[" * 50_000,
        b"# a\n# b\n" + b"*a_ " * 20_000,
        made.packed({"word/document.xml": b"<a>" * 10_000}),
        made.packed(
            {
                "word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
                + "".join(map(_entity, range(9)))
                + "]><x>&b8;</x>"
            }
        ),
        made.packed(
            {
                "word/document.xml": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                "<w:p><w:r><w:t>&a;root:</w:t></w:r></w:p></w:document>"
            }
        ),
        made.pdf([(45, 700, "x")]).replace(b"/Count 1", b"/Count 99999999"),
        b"From: a@b\nTo: c@d\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 20_000,
    ],
)
def test_hostile_documents_end_in_words(raw: bytes) -> None:
    try:
        told = f"'evil' says {read_document(raw, SETTINGS, name='evil').text}"
    except ArticleError as error:
        told = str(error)
    assert "'evil'" in told
    assert "root:x" not in told


DOCUMENTS = [
    made.docx("It sank.", "Off Crete."),
    made.odt("It sank.", "Off Crete."),
    made.rtf("It sank.", "Off Crete."),
    made.email("It sank."),
    made.markdown("It sank.", "Off Crete."),
    made.pdf([(45, 700, "It sank off Crete.")]),
    b"<html><body><article><p>It sank off <b>Crete</b>.</p></article></body></html>",
]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_changed_bytes_end_in_words_or_a_text(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(DOCUMENTS)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw) - 1))
        end = data.draw(st.integers(at, min(len(raw), at + 20)))
        raw[at:end] = data.draw(st.binary(max_size=12))
        if not raw:
            return
    try:
        source = read_document(bytes(raw), SETTINGS)
    except ArticleError:
        return
    spans = [block.span for block in source.blocks]
    assert all(source.text[span.start : span.end] == span.text for span in spans)


def test_the_workshop_is_kept() -> None:
    assert workshop(SETTINGS) is workshop(SETTINGS)
