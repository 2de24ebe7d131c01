"""Makes small documents of every kind, with paragraphs that a test knows."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from io import BytesIO
from xml.sax.saxutils import escape

TITLE = "Night ferry limps back to Bodø"
STORY = (
    "A night ferry with 212 people on board turned back to Bodø on Friday after water came in.",
    "“We never lost power,” said Åse Hauge, the captain, who has sailed the crossing for years.",
    "The ferry had left at 9 p.m. and was 40 kilometres from the harbour when the alarm rang.",
)


def packed(files: dict[str, str | bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    """Put files into an archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=how)
    return out.getvalue()


def docx(*paragraphs: str) -> bytes:
    """Make a Word document whose last paragraph stands in a table."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    made = [f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs]
    table = f"<w:tbl><w:tr><w:tc>{made[-1]}</w:tc></w:tr></w:tbl>"
    body = f"<w:document {space}><w:body>{''.join(made[:-1])}{table}</w:body></w:document>"
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


def odt(*paragraphs: str) -> bytes:
    """Make an OpenDocument text."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = f'xmlns:office="{urn}:office:1.0" xmlns:text="{urn}:text:1.0"'
    first, *rest = map(escape, paragraphs)
    made = f"<text:h text:outline-level='1'>{first}</text:h>" + "".join(
        f"<text:p>{text}</text:p>" for text in rest
    )
    content = (
        f"<office:document-content {spaces} office:version='1.3'><office:body><office:text>{made}"
        "</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {spaces} office:version='1.3'><office:meta/></office:document-meta>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    files: dict[str, str | bytes] = {
        "mimetype": kind,
        "content.xml": content,
        "meta.xml": meta,
        "META-INF/manifest.xml": (
            f"<manifest:manifest xmlns:manifest='{urn}:manifest:1.0'>"
            f"<manifest:file-entry manifest:full-path='/' manifest:media-type='{kind}'/>"
            "</manifest:manifest>"
        ),
    }
    return packed(files, stored=("mimetype",))


def rtf(*paragraphs: str) -> bytes:
    """Make an RTF document, letters beyond ASCII by their number."""
    coded = ("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text) for text in paragraphs)
    return (r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}" + r"\par ".join(coded) + "}").encode()


def email(*paragraphs: str, html: str = "", charset: str = "utf-8") -> bytes:
    """Make an e-mail; with ``html`` its plain part is next to empty."""
    message = EmailMessage()
    message["From"] = "desk@paper.example"
    message["To"] = "you@paper.example"
    message["Subject"] = TITLE
    message["Date"] = "Fri, 06 Mar 2026 08:00:00 +0100"
    message.set_content("See the HTML." if html else "\n\n".join(paragraphs), charset=charset)
    if html:
        message.add_alternative(html, subtype="html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="../../x.png")
    return bytes(message)


def markdown(*paragraphs: str) -> bytes:
    """Make a Markdown text with a heading, a link, a picture and strong words."""
    first, second, *rest = paragraphs
    return "\n\n".join(
        [f"# {first}", f"**[{second}](https://paper.example/a)**", *rest, "> ![map](m.png)"]
    ).encode()


def pdf(runs: list[tuple[float, float, str]], *, pages: int = 1, size: int = 10) -> bytes:
    """Make a PDF that draws runs of ASCII text at (x, y) in points, in the order given."""
    drawn = "\n".join(
        f"BT /F1 {size} Tf {x:.1f} {y:.1f} Td ({_escaped(text)}) Tj ET" for x, y, text in runs
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{'5 0 R ' * pages}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream".encode(),
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>"
        ),
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
