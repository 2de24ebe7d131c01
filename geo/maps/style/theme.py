"""The faces of text, dashes and colours of the drawn map, by theme."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.style.palette import DARK, LIGHT, PRINT
from geo.maps.style.text_metrics import Face

Theme = Literal["light", "dark", "print", "page"]

FONTS = (
    "system-ui,-apple-system,'Segoe UI',Roboto,Inter,'Helvetica Neue','Noto Sans',Arial,sans-serif"
)

DASHES = CARTOGRAPHY.dashes


def face(name: str) -> Face:
    """Give a face by its name in the shared file.

    None is smaller than 12.5: a drawing may be shown at 0.88 of its size and still have 11 px.
    """
    kind = CARTOGRAPHY.type[name]
    return Face(size=kind.size, weight=kind.weight, italic=kind.italic, spacing=kind.spacing)


SECOND, STOP, CITY, ROUTE = face("second"), face("stop"), face("city"), face("route")
COUNTRY, STATE, REGION, SCALE = face("country"), face("state"), face("region"), face("scale")
SEA, SEA_SMALL, POINT, NUMBER = face("sea"), face("sea_small"), face("point"), face("number")


def story_face(count: int, width_px: int) -> Face:
    """Choose the size of the names of the story's places: one for all, smaller for very many."""
    sizes = CARTOGRAPHY.story_type
    size = next((one.size for one in sizes.most if count <= one.places), sizes.least)
    if width_px < sizes.phone_px:
        size = min(size, sizes.phone)
    return replace(face("story"), size=size)


def palette(theme: Theme) -> dict[str, str]:
    """Give the colours of a theme by name.

    ``page`` takes them from the custom properties of the page that the drawing is put into, and
    the light ones where it has none: then one drawing follows the page from light to dark.
    """
    if theme == "page":
        return {str(name): f"var(--{name},{colour})" for name, colour in LIGHT.items()}
    return {"light": LIGHT, "dark": DARK, "print": PRINT}[theme]
