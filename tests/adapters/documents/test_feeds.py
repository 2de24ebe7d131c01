"""Feeds and agencies' messages: a story an entry, each with its headline, day, address and text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.adapters.documents import feed, newsml, read_document, read_stories
from geo.batch.records import read_records
from geo.batch.shard import Kind, Shard
from geo.cli import main
from geo.contracts import BlockKind
from geo.errors import ArticleError, SeveralStories
from geo.settings import Settings
from tests.adapters.documents.made import STORY, TITLE

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()
BODY = "".join(f"<p>{text}</p>" for text in STORY)
DAY = date(2026, 3, 6)

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Paper</title>
<item><title>{TITLE}</title><link>https://paper.example/ferry</link>
<pubDate>Fri, 06 Mar 2026 08:00:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<h1>{TITLE}</h1>{BODY}<script>alert(1)</script>]]></content:encoded></item>
<item><title>A train &amp; a &lt;b&gt;bus&lt;/b&gt;</title><link>javascript:alert(1)</link>
<description>The train left Narvik at noon.</description></item>
<item><title></title><description></description></item>
</channel></rss>""".encode()

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title>
<entry><title>{TITLE}</title><updated>2026-03-06T07:00:00Z</updated>
<link href="https://paper.example/ferry"/><content type="html">{BODY.replace("<", "&lt;")}</content>
</entry></feed>""".encode()

RDF = f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"/>
<item rdf:about="https://paper.example/ferry"><title>{TITLE}</title>
<link>https://paper.example/ferry</link><dc:date>2026-03-06T07:00:00Z</dc:date>
<description>{" ".join(STORY)}</description></item></rdf:RDF>""".encode()


def item(content: str) -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x" version="1">
<itemMeta><versionCreated>2026-03-07T12:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2026-03-06</contentCreated><headline>{TITLE}</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


XHTML = (
    f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML>'
)
NITF = f"""<nitf><head><docdata><date.issue norm="20260306T080000Z"/></docdata></head><body>
<body.head><hedline><hl1>{TITLE}</hl1></hedline><dateline>BODØ</dateline></body.head>
<body.content><block>{BODY}<media><caption>A harbour</caption></media></block></body.content>
</body></nitf>"""


@pytest.mark.parametrize("raw", [RSS, ATOM])
def test_an_entry_of_a_feed_is_a_story(raw: bytes) -> None:
    first = read_stories(raw, SETTINGS, name="feed.xml")[0]

    assert first.text == "\n\n".join((TITLE, *STORY))
    assert (first.title, first.published) == (TITLE, DAY)
    assert first.url == "https://paper.example/ferry"
    assert [block.kind for block in first.blocks][:2] == [BlockKind.HEADLINE, BlockKind.BODY]


def test_plain_text_in_an_entry_and_an_entry_without_any() -> None:
    assert feed.parse(RDF, SETTINGS)[0].text == f"{TITLE}\n\n{' '.join(STORY)}"
    second = feed.parse(RSS, SETTINGS)[1]
    assert second.text == "A train & a bus\n\nThe train left Narvik at noon."
    assert second.url is None
    assert len(feed.parse(RSS, SETTINGS)) == 2


@pytest.mark.parametrize(
    "raw",
    [
        item(XHTML),
        item(f"<inlineXML contenttype='application/nitf+xml'>{NITF}</inlineXML>"),
        item(f"<inlineData contenttype='text/plain'>{(chr(10) * 2).join(STORY)}</inlineData>"),
        (
            f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{item(XHTML)}"
            "</itemSet></newsMessage>"
        ),
        NITF,
    ],
)
def test_what_agencies_send_is_a_story(raw: str) -> None:
    (read,) = read_stories(raw.encode(), SETTINGS, name="wire.xml")

    assert read.text == "\n\n".join((TITLE, *STORY))
    assert (read.title, read.published) == (TITLE, DAY)


def test_of_several_stories_one_is_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(
        SeveralStories, match=r"2 stories.*1 Night ferry.*2 A train & a bus"
    ) as told:
        read_document(RSS, SETTINGS, name="feed.xml")
    assert told.value.titles == (TITLE, "A train & a bus")
    assert "Narvik" in read_document(RSS, SETTINGS, story=2).text
    with pytest.raises(ArticleError, match="no story number 3: it holds 2 stories"):
        read_document(RSS, SETTINGS, story=3)

    path = tmp_path / "feed.xml"
    path.write_bytes(RSS)
    assert main(["read", str(path), "--story", "2", "--reader", "fast"]) == 0
    assert "Narvik" in capsys.readouterr().out
    assert main(["read", str(path)]) == 2
    assert "--story" in capsys.readouterr().err


def test_an_archive_takes_all_stories_of_a_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(RSS)
    shard = Shard(
        file=str(tmp_path), kind=Kind.DOCUMENTS, start=0, end=1, records=1, read_bytes=len(RSS),
        sha256="", files=(str(path),),
    )  # fmt: skip
    found = list(read_records(shard, SETTINGS))
    assert [(one.file, one.position) for one in found] == [(str(path), 0), (str(path), 1)]
    assert [one.source.title for one in found if one.source] == [TITLE, "A train & a bus"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "no entry of it"),
        (b"<rss version='2.0'><channel><item><title>The ferry", "no entry|The ferry"),
        (b"<newsItem><contentMeta/></newsItem>", "no item of it has a text"),
        (b"<newsItem><contentSet>", "no good XML"),
        (
            (
                b"<!DOCTYPE nitf [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><nitf><body.content>&a;"
                b"</body.content></nitf>"
            ),
            "no item of it has a text",
        ),
        (
            (
                b"<!DOCTYPE nitf [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;'>]><nitf>"
                b"<body.content>&b;</body.content></nitf>"
            ),
            "no item of it has a text",
        ),
    ],
)
def test_bad_and_hostile_files_are_told(raw: bytes, words: str) -> None:
    try:
        found = read_stories(raw, SETTINGS, name="x.xml")
    except ArticleError as error:
        told = str(error)
    else:
        told = " ".join(one.text for one in found)
    assert any(word in told for word in words.split("|"))


def test_a_feed_of_too_many_entries_is_refused() -> None:
    entries = "<item><title>x</title></item>" * 5_001
    raw = f"<rss version='2.0'><channel>{entries}</channel></rss>".encode()
    with pytest.raises(ArticleError, match="more than 5,000 entries"):
        feed.parse(raw, SETTINGS)
    with pytest.raises(ArticleError, match="elements"):
        newsml.parse(b"<nitf>" + b"<p/>" * 100_000 + b"</nitf>", SETTINGS)
