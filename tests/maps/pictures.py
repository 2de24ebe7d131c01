"""Draws the six maps in ``docs/img``, which show what the program makes of any story.

    python -m tests.maps.pictures          # draw them anew
    python -m tests.maps.pictures --check  # say what would change, and how

A test compares every new drawing with them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from geo.maps.svg.map import draw_svg
from tests.maps.six import NAMES, six_spec
from tests.maps.structure import differences

FOLDER = Path(__file__).parents[2] / "docs" / "img"
WIDTH_PX = 820
# Name of the story, theme, whether for a phone.
PICTURES = (
    *((name, "light", False) for name in NAMES),
    ("korea", "dark", False),
    ("aegean", "print", False),
    ("korea", "light", True),
)
_PHONE_PX = 325


def file_name(name: str, theme: str, *, phone: bool) -> str:
    """Name the file of a picture."""
    parts = ["map", name, *([] if theme == "light" else [theme]), *(["phone"] if phone else [])]
    return f"{'-'.join(parts)}.svg"


def draw(name: str, theme: str, *, phone: bool) -> str:
    """Draw a picture, an element a line, so that two can be compared."""
    drawn = draw_svg(
        six_spec(name),
        width_px=_PHONE_PX if phone else WIDTH_PX,
        theme=theme,  # type: ignore[arg-type]
        ident=name,
        credits=not phone,
    )
    return drawn.replace("><", ">\n<") + "\n"


def main() -> None:
    """Write the pictures, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare and write nothing")
    check = parser.parse_args().check
    FOLDER.mkdir(parents=True, exist_ok=True)
    changed = False
    for name, theme, phone in PICTURES:
        path = FOLDER / file_name(name, theme, phone=phone)
        drawn = draw(name, theme, phone=phone)
        if check:
            told = differences(path.read_text(encoding="utf-8"), drawn)
            changed = changed or bool(told)
            print(f"{path.name}: {'; '.join(told) or 'the same'}")
        else:
            path.write_text(drawn, encoding="utf-8")
            print(f"{path.name}: {len(drawn) / 1000:.0f} KB")
    sys.exit(changed)


if __name__ == "__main__":
    main()
