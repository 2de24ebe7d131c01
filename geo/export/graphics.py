"""Writes a graphic as SVG, as PNG (by resvg) or as PDF (by Typst).

All three draw the same letters from fonts that come with the program (`geo.export.fonts`). The
words that stand for the picture go into its file: SVG as title and description, PNG as text chunks
and as XMP with IPTC's fields for alternative text, PDF as a tagged figure (PDF/UA-1).
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from geo.errors import ExportError
from geo.export.font_merge import FAMILY, merged
from geo.export.fonts import foreign, inter_files, lettering
from geo.export.plain import clean
from geo.export.png import with_facts

if TYPE_CHECKING:
    from geo.export.fonts import Lenders
    from geo.export.picture import Picture

KINDS = ("png", "svg", "pdf")
SCALES = (1, 2, 3)
BOX = "□"
_SVG = "{http://www.w3.org/2000/svg}"
INTER = "Inter"
_POINTS_PX = 0.75
_DPI = 96
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.IGNORECASE)
# Everything that an article says is handed over as a value, never as source.
_PAGE = """
#set document(title: sys.inputs.title, description: sys.inputs.description)
#set text(lang: sys.inputs.language)
#set page(
  width: float(sys.inputs.width) * 1pt, height: float(sys.inputs.height) * 1pt, margin: 0pt,
)
#image(
  bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: sys.inputs.alt,
)
"""


def write_graphic(
    picture: Picture, kind: str, *, scale: int = 1, lenders: Lenders | None = None
) -> bytes:
    """Write the file of a picture.

    Parameters
    ----------
    picture
        The drawing and its words.
    kind
        One of `KINDS`.
    scale
        Pixels of a PNG for each CSS pixel, 1 to 3; the others have no pixels.
    lenders
        Which fonts lend the letters that Inter lacks; all that are here unless it is given.

    Raises
    ------
    ExportError
        If the kind or scale is unknown, or the picture cannot be drawn.
    DataMissing
        If a font of the program is not installed.
    """
    if kind not in KINDS or scale not in SCALES:
        raise ExportError(
            f"There is no still {kind!r} at scale {scale!r}. Known are {', '.join(KINDS)}, at "
            f"scales {', '.join(map(str, SCALES))}."
        )
    if kind == "svg":
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture.svg}\n'.encode()
    drawing = ET.fromstring(picture.svg)  # noqa: S314 - our own, every text in it escaped
    with tempfile.TemporaryDirectory(prefix="dateline-still-") as folder:
        fonts = _lettered(drawing, Path(folder), lenders)
        return (
            _png(picture, drawing, fonts, scale)
            if kind == "png"
            else _pdf(picture, drawing, [*dict.fromkeys(str(path.parent) for path in fonts)])
        )


def write_words(picture: Picture) -> str:
    """Write what goes with a picture into a content system: alt text, description, credits."""
    return (
        f"Alternative text\n{clean(picture.alt)}\n\n"
        f"Long description\n{clean(picture.description)}\n\n"
        f"Credits\n{clean(picture.credits)}\n"
    )


def lettering_note(svg: str, lenders: Lenders | None = None) -> str:
    """Say which letters of a drawing do not look the same everywhere; "" when all is well."""
    return lettering(_text_of(svg), lenders).note


def missing_letters(svg: str, lenders: Lenders | None = None) -> str:
    """Give the letters of a drawing that no font here has."""
    return lettering(_text_of(svg), lenders).missing


def _lettered(drawing: ET.Element, folder: Path, lenders: Lenders | None) -> list[Path]:
    """Set lines that Inter cannot draw in a font made for them; gives the files of all fonts."""
    lines = [node for node in drawing.iter(f"{_SVG}text") if foreign("".join(node.itertext()))]
    text = "".join("".join(node.itertext()) for node in lines)
    letters = lettering(text, lenders)
    files = [*inter_files()]
    for node in drawing.iter():
        if "font-family" in node.attrib:
            node.set("font-family", INTER)
    if not lines:
        return files
    for node in lines:
        node.set("font-family", FAMILY)
        for part in node.iter():
            # A renderer gives up on the letters beside one that no font has.
            _box(part, letters.missing)
    own = "".join(sorted({*text, BOX} - {*letters.missing} - {*foreign(text)}))
    for weight in sorted({int(part.get("font-weight", 400)) for n in lines for part in n.iter()}):
        path = folder / f"{weight}.ttf"
        path.write_bytes(merged(letters.lent, own, weight))
        files.append(path)
    return files


def _box(part: ET.Element, missing: str) -> None:
    boxes = str.maketrans(dict.fromkeys(missing, BOX))
    part.text = part.text and part.text.translate(boxes)
    part.tail = part.tail and part.tail.translate(boxes)


def _png(picture: Picture, drawing: ET.Element, fonts: list[Path], scale: int) -> bytes:
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - only a PNG needs it

    try:
        drawn = svg_to_bytes(
            svg_string=ET.tostring(drawing, encoding="unicode"),
            skip_system_fonts=True,
            font_files=[str(path) for path in fonts],
            zoom=scale,
        )
    except ValueError as error:
        raise ExportError(f"The picture cannot be drawn: {error}.") from error
    return with_facts(drawn, picture, dpi=_DPI * scale)


def _pdf(picture: Picture, drawing: ET.Element, folders: list[str]) -> bytes:
    from typst import Compiler, Fonts, TypstError  # noqa: PLC0415 - only a PDF needs it

    _part_halos(drawing)
    language = _LANGUAGE.match(picture.language)
    inputs = {
        "title": clean(picture.title),
        "description": clean(picture.description),
        "alt": clean(picture.alt),
        "language": language[0].lower() if language else "en",
        "width": f"{picture.width_px * _POINTS_PX:.3f}",
        "height": f"{picture.height_px * _POINTS_PX:.3f}",
        "svg": ET.tostring(drawing, encoding="unicode"),
    }
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*folders])
    failed: TypstError | None = None
    # A letter with two marks (Ọ̀yọ́) is two signs, of which the standard wants to know each.
    for standard in ("ua-1", None):
        try:
            made = Compiler(font_paths=fonts).compile(
                _PAGE.encode(), format="pdf", sys_inputs=inputs, pdf_standards=standard
            )
        except TypstError as error:
            failed = error
            continue
        if not isinstance(made, bytes):
            raise ExportError("The picture cannot be made a PDF of one page.")
        return made
    raise ExportError(f"The picture cannot be made a PDF: {failed}.") from failed


def _text_of(svg: str) -> str:
    drawing = ET.fromstring(svg)  # noqa: S314 - our own, every text in it escaped
    return "".join("".join(node.itertext()) for node in drawing.iter(f"{_SVG}text"))


def _part_halos(drawing: ET.Element) -> None:
    """Draw each halo as a text of its own: in a PDF it would lie over the letter before it."""
    for group in drawing.iter(f"{_SVG}g"):
        if group.get("paint-order") == "stroke":
            del group.attrib["paint-order"]
            _part(group)


def _part(group: ET.Element) -> None:
    parted = []
    for node in group:
        if node.tag == f"{_SVG}text" and node.get("stroke", "none") != "none":
            parted.append(_halo_of(node))
            node.set("stroke", "none")
        elif len(node) and node.tag != f"{_SVG}text":
            _part(node)
        parted.append(node)
    group[:] = parted


def _halo_of(node: ET.Element) -> ET.Element:
    halo = ET.fromstring(ET.tostring(node))  # noqa: S314 - as above
    halo.tail = None
    for part in halo.iter():
        part.set("fill", "none")
    return halo
