"""Font files in, `data/fonts/widths.tsv` out: how wide each character is at most, by weight.

A page is shown in the reader's own interface font, which nobody knows beforehand. A text that fits
at the widest of the usual ones fits in all of them, so the table holds that width, in thousandths
of the font size, for Inter, Roboto, Open Sans (as wide as Segoe UI or wider), Liberation Sans (as
wide as Arial and Helvetica) and DejaVu Sans (the interface font of a bare Linux, and the widest).
From Debian's packages fonts-inter, fonts-roboto-unhinted, fonts-open-sans, fonts-liberation,
fonts-dejavu-core and fonts-dejavu-extra.

    python -m tools.make_font_widths FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import ImageFont

TARGET = Path(__file__).parents[1] / "data" / "fonts" / "widths.tsv"
SIZE = 1000
# Large enough to tell a character from the box that stands for a missing one.
_DRAWN = 24
# Where a family has no semibold, browsers take its bold.
FILES = {
    "regular": (
        "Inter-Regular.otf",
        "Roboto-Regular.ttf",
        "OpenSans-Regular.ttf",
        "LiberationSans-Regular.ttf",
        "DejaVuSans.ttf",
    ),
    "italic": (
        "Inter-Italic.otf",
        "Roboto-Italic.ttf",
        "OpenSans-Italic.ttf",
        "LiberationSans-Italic.ttf",
        "DejaVuSans-Oblique.ttf",
    ),
    "semibold": (
        "Inter-SemiBold.otf",
        "Roboto-Bold.ttf",
        "OpenSans-Semibold.ttf",
        "LiberationSans-Bold.ttf",
        "DejaVuSans-Bold.ttf",
    ),
    "bold": (
        "Inter-Bold.otf",
        "Roboto-Bold.ttf",
        "OpenSans-Bold.ttf",
        "LiberationSans-Bold.ttf",
        "DejaVuSans-Bold.ttf",
    ),
}
# Latin, Greek, Cyrillic, Hebrew, Arabic; Vietnamese and further Latin; punctuation, signs, arrows.
RANGES = ((0x20, 0x7F), (0xA0, 0x250), (0x370, 0x700), (0x1E00, 0x1F00), (0x2010, 0x2218))
NOWHERE = "\U0010fffe"


def widths(path: Path) -> dict[str, int]:
    """Measure every character of the ranges that a font has a shape for."""
    font = ImageFont.truetype(str(path), SIZE, layout_engine=ImageFont.Layout.BASIC)
    small = ImageFont.truetype(str(path), _DRAWN, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(small.getmask(NOWHERE))
    found = {}
    for low, high in RANGES:
        for letter in map(chr, range(low, high)):
            if letter.isprintable() and (
                letter.isspace() or bytes(small.getmask(letter)) != missing
            ):
                found[letter] = round(font.getlength(letter))
    return found


def main(folder: Path) -> None:
    """Write the table."""
    columns = []
    for names in FILES.values():
        widest: dict[str, int] = {}
        for name in names:
            path = next(iter(sorted(folder.rglob(name))), None)
            if path is None:
                sys.exit(f"{name!r} is not in {str(folder)!r}: unpack the packages there first.")
            for letter, width in widths(path).items():
                widest[letter] = max(width, widest.get(letter, 0))
        columns.append(widest)
    letters = sorted(set().union(*columns))
    rows = ["\t".join(["code", *FILES])]
    for letter in letters:
        known = [column.get(letter) for column in columns]
        least = max(width for width in known if width is not None)
        rows.append("\t".join([f"{ord(letter):04X}", *(str(w or least) for w in known)]))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(letters)} characters in {TARGET}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
