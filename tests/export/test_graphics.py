"""Stills as files, drawn by the real renderers and read again by other libraries."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from geo.errors import ExportError
from geo.export import fonts
from geo.export.graphics import (
    BOX,
    KINDS,
    lettering_note,
    missing_letters,
    write_graphic,
    write_words,
)

if TYPE_CHECKING:
    from geo.export.fonts import Lenders

EVIL = '</text></svg><script>alert(1)</script>"\'&#set #eval("1")\x00\x1b\ud800'
NAMES = {
    "Latin": "Nukuʻalofa Utqiaġvik Đà Nẵng",
    "Cyrillic": "Владивосток",
    "Greek": "Ἀθῆναι",
    "Arabic": "القاهرة",
    "Persian": "گرگان",
    "Hebrew": "ירושלים",
}


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A still of one line."""

    svg: str
    width_px: float = 400.0
    height_px: float = 100.0
    title: str = "A title"
    alt: str = "Map of the way from A to B."
    description: str = "First line.\nSecond line: ≈ 80 mi."
    credits: str = "Places: GeoNames (CC BY 4.0)."
    language: str = "en"
    url: str = "https://example.org/a?b&c"


def line(words: str, weight: int = 700, style: str = "normal") -> Picture:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    return Picture(
        svg='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" width="400" '
        'height="100" font-family="system-ui"><rect width="400" height="100" fill="#fff"/>'
        '<g paint-order="stroke" stroke-width="3" stroke-opacity=".8"><text x="10" y="50" '
        f'font-size="20" font-weight="{weight}" font-style="{style}" fill="#000" stroke="#fff">'
        f"{escaped}</text></g></svg>"
    )


def pixels(picture: Picture, lenders: Lenders | None = None) -> np.ndarray:
    raw = write_graphic(picture, "png", lenders=lenders)
    return np.asarray(Image.open(io.BytesIO(raw)).convert("L"))


def document(picture: Picture, lenders: Lenders | None = None) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(write_graphic(picture, "pdf", lenders=lenders))


def text_of(picture: Picture, lenders: Lenders | None = None) -> str:
    return str(document(picture, lenders)[0].get_textpage().get_text_range())


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_png_has_its_size_its_words_and_its_size_in_print(scale: int) -> None:
    picture = line("Vladivostok")
    image = Image.open(io.BytesIO(write_graphic(picture, "png", scale=scale)))
    image.load()
    assert image.size == (400 * scale, 100 * scale)
    assert image.info["dpi"] == pytest.approx((96 * scale, 96 * scale), abs=0.1)
    assert image.info["Title"] == picture.title
    assert image.info["Alternative text"] == picture.alt
    assert image.info["Description"] == picture.description
    assert image.info["Copyright"] == picture.credits
    assert image.info["Source"] == picture.url
    assert len(set(image.convert("L").tobytes())) > 20


def test_a_png_has_the_fields_of_picture_desks() -> None:
    picture = replace(line("A"), alt=EVIL.replace("\ud800", ""), description="x < y & z")
    image = Image.open(io.BytesIO(write_graphic(picture, "png")))
    xmp = image.info["XML:com.adobe.xmp"]
    packet = xmp.encode() if isinstance(xmp, str) else xmp
    root = ET.fromstring(packet[packet.index(b"<x:xmpmeta") : packet.index(b"<?xpacket end")])  # noqa: S314 - our own
    core = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
    alt = root.find(f".//{core}AltTextAccessibility")
    long = root.find(f".//{core}ExtDescrAccessibility")
    assert alt is not None
    assert long is not None
    assert "".join(alt.itertext()).startswith("</text></svg><script>")
    assert "".join(long.itertext()).strip() == "x < y & z"


def test_a_pdf_is_one_page_of_its_size_with_title_and_text() -> None:
    picture = replace(line("Vladivostok"), width_px=793.7, height_px=1122.52)
    made = document(picture)
    assert len(made) == 1
    assert made[0].get_size() == pytest.approx((595.28, 841.89), abs=0.05)
    facts = made.get_metadata_dict()
    assert facts["Title"] == picture.title
    assert facts["Subject"] == picture.description
    assert made.is_tagged()
    assert text_of(picture).split() == ["Vladivostok"]
    # Its letters are inside.
    assert b"/FontFile" in write_graphic(picture, "pdf")


@pytest.mark.parametrize("words", ["Ọ̀yọ́ and Ilé-Ifẹ̀", "Z͑ͫ̓aͣl͈g͏o", "A" + "\u0300" * 300, "x⃝"])
def test_letters_with_several_marks_are_in_a_pdf_too(words: str) -> None:
    made = document(line(words))
    assert len(made) == 1
    assert made.is_tagged()
    assert text_of(line(words)).strip()


def test_an_svg_is_as_it_was_drawn() -> None:
    raw = write_graphic(line("Vladivostok"), "svg")
    assert raw.startswith(b"<?xml")
    assert ET.fromstring(raw).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own


@pytest.mark.parametrize("words", NAMES.values(), ids=NAMES)
def test_names_of_other_scripts_are_drawn_with_our_fonts(words: str) -> None:
    picture = line(words)
    assert lettering_note(picture.svg) == ""
    drawn, boxes = pixels(picture), pixels(line(BOX * len(words)))
    assert (drawn < 128).sum() > 100
    assert np.abs(drawn.astype(int) - boxes).sum() > 20_000
    # As it is written, whatever the direction; joined letters keep their order.
    read = text_of(picture).replace("\u202b", "").replace("\u202c", "").strip()
    assert read == words


def test_arabic_letters_are_joined() -> None:
    # Apart, the same letters are wider.
    joined, apart = pixels(line("بيبيبي")), pixels(line("ب\u200cي\u200cب\u200cي\u200cب\u200cي"))
    assert width(joined) < 0.9 * width(apart)


def width(drawn: np.ndarray) -> int:
    dark = np.flatnonzero((drawn < 128).any(axis=0))
    return int(dark[-1] - dark[0])


def test_three_scripts_in_one_line() -> None:
    words = "Cairo القاهرة and ירושלים"
    picture = line(words)
    alone = sum((pixels(line(part)) < 128).sum() for part in words.split())
    # Nothing is lost and nothing is a box.
    assert (pixels(picture) < 128).sum() == pytest.approx(alone, rel=0.05)
    assert "القاهرة" in text_of(picture)
    assert "ירושלים" in text_of(picture)


def test_weight_and_slope_reach_the_letters() -> None:
    def ink(weight: int, words: str) -> int:
        return int((255 - pixels(line(words, weight)).astype(int)).sum())

    for words in ("Vladivostok", "القاهرة"):
        assert ink(400, words) < ink(600, words) < ink(700, words)
    slanted = pixels(line("Illlll", 400, "italic"))
    assert np.abs(slanted.astype(int) - pixels(line("Illlll", 400))).sum() > 5_000


def test_a_letter_without_a_font_is_a_box_and_is_told() -> None:
    # Whatever fonts the machine has, here only those of the program lend their letters.
    bare = fonts.program_lenders
    picture = line("Pyongyang 평양 القاهرة")
    assert missing_letters(picture.svg, bare) == "".join(sorted("평양"))
    note = lettering_note(picture.svg, bare)
    assert "□" in note
    assert "justmytype-intl-cjk" in note
    assert "القاهرة" in text_of(picture, bare)
    assert f"{BOX}{BOX}" in text_of(picture, bare)
    boxed = pixels(line("Pyongyang □□ القاهرة"))
    assert np.array_equal(pixels(picture, lenders=bare), boxed)


def test_fonts_of_the_machine_lend_what_ours_lack() -> None:
    # Any font does: here one of ours plays that of a machine.
    arabic = next(fonts.program_lenders(""))

    def machine(_letters: str) -> list[fonts.Lender]:
        return [replace(arabic, ours=False)]

    picture = line("القاهرة")
    assert "fonts of this machine" in lettering_note(picture.svg, machine)
    assert (pixels(picture, lenders=machine) < 128).sum() > 100


def test_halos_do_not_cover_the_letter_before() -> None:
    picture = line("Vladivostok ist kalt")
    page = document(picture)[0].render(scale=1 / 0.75).to_numpy()[..., 0]
    ink = (page < 128).sum()
    assert ink == pytest.approx((pixels(picture) < 128).sum(), rel=0.06)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_are_words(kind: str) -> None:
    picture = replace(
        line("A"), title=EVIL, alt=EVIL, description=EVIL, credits=EVIL, language=EVIL, url=EVIL
    )
    raw = write_graphic(picture, kind)
    if kind == "png":
        assert "<script>" in Image.open(io.BytesIO(raw)).info["Title"]
    if kind == "pdf":
        assert "#eval" in pypdfium2.PdfDocument(raw).get_metadata_dict()["Title"]
        assert b"/JavaScript" not in raw
        assert b"/URI" not in raw


def test_the_words_beside_a_picture() -> None:
    told = write_words(line("A"))
    assert told.startswith("Alternative text\nMap of the way from A to B.\n")
    assert "Long description\nFirst line.\nSecond line" in told
    assert told.endswith("Credits\nPlaces: GeoNames (CC BY 4.0).\n")


@pytest.mark.parametrize(("kind", "scale"), [("gif", 1), ("png", 4), ("png", 0)])
def test_what_cannot_be_made_is_said(kind: str, scale: int) -> None:
    with pytest.raises(ExportError, match="Known are png, svg, pdf"):
        write_graphic(line("A"), kind, scale=scale)


def test_a_drawing_that_is_none_is_told() -> None:
    picture = replace(
        line("A"), svg='<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'
    )
    for kind in ("png", "pdf"):
        with pytest.raises(ExportError, match="cannot be"):
            write_graphic(picture, kind)
