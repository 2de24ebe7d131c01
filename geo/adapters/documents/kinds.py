"""Tells by its bytes what kind of file somebody has given, and names what cannot be read."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

from geo.errors import ArticleError

if TYPE_CHECKING:
    from geo.settings import Settings


class Kind(StrEnum):
    """A kind of document that can be read, in the words that people are told it with."""

    TEXT = "plain text"
    MARKDOWN = "a Markdown text"
    HTML = "a web page"
    PDF = "a PDF"
    DOCX = "a Word document"
    ODT = "an OpenDocument text"
    RTF = "an RTF document"
    EMAIL = "an e-mail"
    FEED = "a news feed"
    NEWSML = "a story of a news agency (NewsML-G2 or NITF)"


# In these a damaged, encrypted or strangely packed archive shows.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, OSError, RuntimeError, ValueError),
)

_READ = (
    "Dateline reads plain text, web pages, PDF, DOCX, ODT, RTF, e-mail, Markdown, "
    "news feeds (RSS, Atom) and NewsML-G2."
)

# The first bytes of what holds no article, or none that we can get at.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file; save it as DOCX or PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"OggS", "a sound"),
    (b"ID3", "a sound"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"BZh", "a compressed file; unpack it first"),
    (b"\xfd7zXZ", "a compressed file; unpack it first"),
    (b"7z\xbc\xaf", "an archive; unpack it first"),
    (b"Rar!", "an archive; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"%!PS", "a PostScript file; save it as PDF"),
)
_FILM = b"ftyp"  # four bytes further in

_HEAD = 4_096
_HTML = re.compile(
    r"(?is)\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|main|section|header"
    r"|div|p|h[1-6]|table|center|span|ul|ol)\b"
)
# The first element of an XML file, behind its declaration, comments and document type.
_XML = re.compile(
    r"(?is)\s*(?:<\?.{0,500}?\?>\s*|<!--.{0,2000}?-->\s*|<!doctype[^>\[]{0,500}"
    r"(?:\[.{0,2000}?\]\s*)?>\s*)*<(?:[\w.-]{1,40}:)?([\w.-]{1,60})"
)
_DECLARED = re.compile(r"(?i)\s*<\?xml\b")
_ROOTS = {
    "rss": Kind.FEED,
    "feed": Kind.FEED,
    "rdf": Kind.FEED,
    "newsitem": Kind.NEWSML,
    "newsmessage": Kind.NEWSML,
    "nitf": Kind.NEWSML,
}
_FIELD = re.compile(r"(?i)(?:^|\n)(from|to|subject|date|mime-version|received|message-id):[ \t]")
_HEADERS = re.compile(
    r"(?:From [^\n]*\r?\n)?(?:[A-Za-z][\w-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}"
)
_LEAST_FIELDS = 2
_LINK = re.compile(r"\[[^\]\n]{1,200}\]\((?:https?:|/|#)[^)\s]{0,500}\)")
_MARK = re.compile(r"(?m)^(?:#{1,6} \S|(?:\*\*|__)[^*_\n]+(?:\*\*|__)\s*$|!\[|```|> \S)")


def kind_of(raw: bytes, settings: Settings, *, name: str) -> Kind:
    """Tell the kind of a file.

    Raises
    ------
    ArticleError
        If it is of a kind that cannot be read, which the message names.
    """
    for mark, what in _OTHERS:
        if raw.startswith(mark):
            raise ArticleError(f"{name!r} is {what}. {_READ}")
    if raw[4:8] == _FILM:
        raise ArticleError(f"{name!r} is a film or a sound. {_READ}")
    if b"%PDF-" in raw[:1024]:
        return Kind.PDF
    if raw.startswith(b"PK\x03\x04"):
        return _packed(raw, settings, name)
    if raw.startswith(b"{\\rtf"):
        return Kind.RTF
    return _written(_beginning(raw), name)


def _packed(raw: bytes, settings: Settings, name: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            kind = ""
            if "mimetype" in names and archive.getinfo("mimetype").file_size < _HEAD:
                kind = archive.read("mimetype").decode("ascii", errors="replace").strip()
    except _DAMAGED as error:
        raise ArticleError(f"{name!r} is a damaged archive or Word document.") from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > settings.max_parts or unpacked > settings.max_unpacked_bytes:
        raise ArticleError(
            f"{name!r} holds {len(parts):,} files of {unpacked / 1e6:,.0f} MB once it is unpacked; "
            f"Dateline unpacks up to {settings.max_unpacked_bytes / 1e6:,.0f} MB."
        )
    if "word/document.xml" in names:
        return Kind.DOCX
    if kind == "application/vnd.oasis.opendocument.text":
        return Kind.ODT
    raise ArticleError(f"{name!r} is {_package(names, kind)}. {_READ}")


def _package(names: set[str], kind: str) -> str:
    if "xl/workbook.xml" in names:
        return "an Excel table"
    if "ppt/presentation.xml" in names:
        return "a PowerPoint file"
    if "epub" in kind:
        return "an e-book"
    return "an OpenDocument file that is no text" if kind else "a ZIP archive; unpack it first"


def _beginning(raw: bytes) -> str:
    """Decode the first bytes well enough to see markup in them."""
    head = raw[:_HEAD]
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, errors="replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _written(head: str, name: str) -> Kind:
    if _HTML.match(head):
        return Kind.HTML
    root = _XML.match(head)
    if root and (kind := _ROOTS.get(root[1].lower())):
        return kind
    if _DECLARED.match(head):
        raise ArticleError(f"{name!r} is an XML file. {_READ}")
    start = head.lstrip()
    fields = {field.lower() for field in _FIELD.findall(start)}
    if len(fields) >= _LEAST_FIELDS and _HEADERS.match(start):
        return Kind.EMAIL
    marks = len(_LINK.findall(head)) + len(_MARK.findall(head))
    return Kind.MARKDOWN if marks >= _LEAST_FIELDS else Kind.TEXT
