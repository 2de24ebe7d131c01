"""The colours of a map by name, light, dark and in print: the one place where they are written.

The drawing takes them from here, and the style sheet of the page as its custom properties. Those of
routes and measured lines stay apart for people with any colour vision deficiency (CIEDE2000 of 9 at
least, and of 8 from those of verdicts; tests/maps/test_palette.py), verdicts have a sign and a word
besides. The discs of claims are dark on a light map and light on a dark one, so that no disc takes
the colour of a verdict or of one route for another's.
"""

from __future__ import annotations

from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.spec.model import Tone

LIGHT = {
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
    "state": "#cec7bb",
    "inset-frame": "#ffffff",
    "casing": "#ffffff",
    "sign": "#1b1a18",
    "sign-fill": "#ffffff",
    "on-tone": "#ffffff",
    Tone.NONE: "#615d55",
    Tone.MEASURE: "#5b3e99",
    Tone.ROUTE_1: "#811033",
    Tone.ROUTE_2: "#125b70",
    Tone.ROUTE_3: "#33230e",
    Tone.ROUTE_4: "#290d55",
    "claim": "#1b1a18",
    "quiet": "#615d55",
    "rule": "#dedbd5",
    "chosen": "#f4f1ea",
    "holds": "#0b7a5a",
    "only-if": "#9a6200",
    "fails": "#b3261e",
    "unknown": "#615d55",
}
DARK = {
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
    "state": "#43494d",
    "inset-frame": "#1b2023",
    "casing": "#14171a",
    "sign": "#f3f3f0",
    "sign-fill": "#14171a",
    "on-tone": "#14171a",
    Tone.NONE: "#a7adb1",
    Tone.MEASURE: "#c3a6ff",
    Tone.ROUTE_1: "#d282bf",
    Tone.ROUTE_2: "#a3e8f9",
    Tone.ROUTE_3: "#fef364",
    Tone.ROUTE_4: "#cefeb6",
    "claim": "#f3f3f0",
    "quiet": "#a7adb1",
    "rule": "#33393d",
    "chosen": "#1f2428",
    "holds": "#4fd1a5",
    "only-if": "#f2b84b",
    "fails": "#ff8a75",
    "unknown": "#a7adb1",
}
# Black, white and one grey.
_BLACK, _WHITE, _GREY = "#000000", "#ffffff", "#dedede"
PRINT = {
    **dict.fromkeys(LIGHT, _BLACK),
    "paper": _WHITE,
    "water": _GREY,
    "land": _WHITE,
    "land-story": _WHITE,
    "shallows": _GREY,
    "state": _GREY,
    "inset-frame": _WHITE,
    "casing": _WHITE,
    "sign-fill": _WHITE,
    "on-tone": _WHITE,
    "chosen": _WHITE,
    "rule": _GREY,
}
# In print ways have one colour and are told apart by these.
PRINT_DASHES = {Tone.ROUTE_2: "9 3", Tone.ROUTE_3: "9 3 2 3", Tone.ROUTE_4: "9 2 2 2 2 2"}


def theme_css() -> str:
    """Write the themes as custom properties of `.dateline`: the reader's, or the one chosen."""
    chosen, other = '.dateline[data-theme="dark"]', '.dateline:not([data-theme="light"])'
    dark = _properties(DARK)
    return (
        f".dateline {{ {_properties(LIGHT)} {_dash_properties()} }}\n"
        f"{chosen} {{ {dark} color-scheme: dark; }}\n"
        f"@media (prefers-color-scheme: dark) {{ {other} {{ {dark} color-scheme: dark; }} }}\n"
        f"@media print {{ .dateline, {other}, {chosen} {{ {_properties(PRINT)} }} {_dashes()} }}"
    )


def _dash_properties() -> str:
    return " ".join(f"--dash-{name}: {dash};" for name, dash in CARTOGRAPHY.dashes.items())


def _dashes() -> str:
    return " ".join(
        f".dl-route-made.dl-route-taken.dl-tone-{tone.value} {{ stroke-dasharray: {dash}; }}"
        for tone, dash in PRINT_DASHES.items()
    )


def _properties(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
