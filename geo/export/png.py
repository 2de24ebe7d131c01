"""Adds to a PNG the words that stand for it and its size in print.

The words are there twice: as the text chunks of the PNG standard, which every viewer shows, and as
XMP with the fields that IPTC made for alternative text (Photo Metadata Standard 2021.1), which
picture desks and content systems read.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from geo.export.plain import clean

if TYPE_CHECKING:
    from geo.export.picture import Picture

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# The first chunk, IHDR, has always this length; what is added goes behind it.
_HEAD = len(_SIGNATURE) + 25
_INCH_M = 0.0254
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
{fields}
<photoshop:Credit>{credits}</photoshop:Credit>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_FIELDS = ("dc:title", "dc:description", "dc:rights")
_IPTC = ("Iptc4xmpCore:AltTextAccessibility", "Iptc4xmpCore:ExtDescrAccessibility")


def with_facts(png: bytes, picture: Picture, *, dpi: int) -> bytes:
    """Add title, alternative text, description, credits and resolution to a PNG."""
    facts = {
        "Title": picture.title,
        "Description": picture.description,
        "Alternative text": picture.alt,
        "Copyright": picture.credits,
        "Source": picture.url,
        "Software": "Dateline",
    }
    added = [_chunk(b"pHYs", struct.pack(">IIB", *[round(dpi / _INCH_M)] * 2, 1))]
    added += [_text(name, clean(words)) for name, words in facts.items() if words]
    added.append(_text("XML:com.adobe.xmp", _xmp(picture)))
    return png[:_HEAD] + b"".join(added) + png[_HEAD:]


def _text(name: str, words: str) -> bytes:
    """Write a text chunk in UTF-8, not packed."""
    return _chunk(b"iTXt", name.encode("latin-1") + b"\0\0\0\0\0" + words.encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def _xmp(picture: Picture) -> str:
    words = (picture.title, picture.description, picture.credits)
    fields = [_field(name, text) for name, text in zip(_FIELDS, words, strict=True)]
    fields += map(_field, _IPTC, (picture.alt, picture.description))
    return _XMP.format(fields="\n".join(fields), credits=escape(clean(picture.credits)))


def _field(name: str, words: str) -> str:
    text = escape(clean(words))
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></{name}>'
