"""The faces of text, dashes and colours of the drawn map, by theme."""

from __future__ import annotations

from typing import Literal

from geo.maps.style.palette import DARK, LIGHT, PRINT
from geo.maps.style.text_metrics import Face

Theme = Literal["light", "dark", "print", "page"]

FONTS = (
    "system-ui,-apple-system,'Segoe UI',Roboto,Inter,'Helvetica Neue','Noto Sans',Arial,sans-serif"
)

DASHES = {
    "border": "6 2.2 1.4 2.2",
    "disputed": "1.5 3",
    "inferred": "14.6 3.4",
    "sea": "16 7",
    "geodesic": "5 4",
    "faint": "3 5",
    "measure": "1.6 3.4",
    "doubt": "4 3",
}

# Nothing is smaller than this: a drawing may be shown at 0.88 of its size and still have 11 px.
SECOND = Face(size=12.5)
STOP = Face(size=14, weight=600)
CITY = Face(size=12.5)
WAY = Face(size=12.5, weight=600)
COUNTRY = Face(size=13, spacing=2.6)
STATE = Face(size=12.5, spacing=0.9)
SEA = Face(size=14, italic=True, spacing=1.1)
SEA_OTHER = Face(size=12.5, italic=True, spacing=0.8)
SEA_SMALL = Face(size=12.5, italic=True, spacing=0.8)
SCALE = Face(size=12.5)
REGION = Face(size=14, weight=600)
_STORY_SIZES = ((8, 17.0), (16, 15.0))
_STORY_LEAST = 13.5
_PHONE_PX, _STORY_PHONE = 480, 15.0


def story_face(count: int, width_px: int) -> Face:
    """Choose the size of the names of the story's places: one for all, smaller for very many."""
    size = next((size for most, size in _STORY_SIZES if count <= most), _STORY_LEAST)
    if width_px < _PHONE_PX:
        size = min(size, _STORY_PHONE)
    return Face(size=size, weight=700)


def palette(theme: Theme) -> dict[str, str]:
    """Give the colours of a theme by name.

    ``page`` takes them from the custom properties of the page that the drawing is put into, and
    the light ones where it has none: then one drawing follows the page from light to dark.
    """
    if theme == "page":
        return {str(name): f"var(--{name},{colour})" for name, colour in LIGHT.items()}
    return {"light": LIGHT, "dark": DARK, "print": PRINT}[theme]
