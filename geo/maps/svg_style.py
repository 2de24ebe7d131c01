"""A theme's name in; colours, faces of text and dashes of the drawn map out (see `Theme`)."""

from __future__ import annotations

from typing import Literal

from geo.maps.metrics import Face
from geo.maps.model import Tone

Theme = Literal["light", "dark", "print", "page"]

FONTS = (
    "system-ui,-apple-system,'Segoe UI',Roboto,Inter,'Helvetica Neue','Noto Sans',Arial,sans-serif"
)

_LIGHT = {
    "paper": "#ffffff",
    "ink": "#1b1a18",
    "water": "#d3e3ec",
    "land": "#f4f2ec",
    "land-story": "#fffdf7",
    "shallows": "#e9f2f7",
    "city": "#4a4741",
    "sea": "#3b657a",
    "country": "#6f695f",
    "coast": "#9db8c6",
    "border": "#a9a39a",
    "inset-frame": "#ffffff",
    "casing": "#ffffff",
    "sign": "#1b1a18",
    "sign-fill": "#ffffff",
    "on-tone": "#ffffff",
    Tone.NONE: "#615d55",
    Tone.MEASURE: "#5b3e99",
    Tone.ROUTE_1: "#b3261e",
    Tone.ROUTE_2: "#1d5a96",
    Tone.ROUTE_3: "#7a5200",
    Tone.ROUTE_4: "#8c2a74",
}
_DARK = {
    "paper": "#14171a",
    "ink": "#f3f3f0",
    "water": "#16242d",
    "land": "#23282b",
    "land-story": "#2d3336",
    "shallows": "#1b2c36",
    "city": "#b9c0c4",
    "sea": "#6f9db5",
    "country": "#8d969b",
    "coast": "#3b5361",
    "border": "#5a6166",
    "inset-frame": "#1b2023",
    "casing": "#14171a",
    "sign": "#f3f3f0",
    "sign-fill": "#14171a",
    "on-tone": "#14171a",
    Tone.NONE: "#a7adb1",
    Tone.MEASURE: "#c3a6ff",
    Tone.ROUTE_1: "#ff8a75",
    Tone.ROUTE_2: "#7dbdf5",
    Tone.ROUTE_3: "#e8c268",
    Tone.ROUTE_4: "#f09fd6",
}
# Black, white and one grey.
_BLACK, _WHITE, _GREY = "#000000", "#ffffff", "#dedede"
_PRINT = {
    **dict.fromkeys(_LIGHT, _BLACK),
    "paper": _WHITE,
    "water": _GREY,
    "land": _WHITE,
    "land-story": _WHITE,
    "shallows": _GREY,
    "inset-frame": _WHITE,
    "casing": _WHITE,
    "sign-fill": _WHITE,
    "on-tone": _WHITE,
}

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
# In print routes have one colour and are told apart by these.
PRINT_DASHES = {Tone.ROUTE_2: "9 3", Tone.ROUTE_3: "9 3 2 3", Tone.ROUTE_4: "3 3"}

# Nothing is smaller than this: a drawing may be shown at 0.88 of its size and still have 11 px.
SECOND = Face(size=12.5)
STOP = Face(size=14, weight=600)
CITY = Face(size=12.5)
WAY = Face(size=12.5, weight=600)
COUNTRY = Face(size=13, spacing=2.6)
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
        return {str(name): f"var(--{name},{colour})" for name, colour in _LIGHT.items()}
    return {"light": _LIGHT, "dark": _DARK, "print": _PRINT}[theme]
