"""Writes labels: their lines with halos, their numbered discs, the leaders to their signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.maps.layout.labels.text_box import DISC_PX, MIDDLE, NUMBER_TONE
from geo.maps.spec.cartography import CARTOGRAPHY
from geo.maps.style.theme import NUMBER
from geo.maps.svg.markup import element, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.maps.layout.labels.text_box import Setting, TextLine

_DISC_FACE = NUMBER
_TWO_DIGITS, _TIGHT = 10, -0.6
_HALO_PX = 3.2


def draw_label(setting: Setting, colours: Mapping[str, str]) -> str:
    """Write a label that is set at its place."""
    lines = "".join(_line(setting, index, colours) for index in range(len(setting.lines)))
    return _leader(setting, colours) + lines + "".join(_discs(setting, colours))


def face_attributes(line: TextLine, colours: Mapping[str, str]) -> dict[str, str | float | None]:
    """Attributes of a text element that say how it is set."""
    face = line.face
    return {
        "font_size": face.size,
        "font_weight": None if face.weight == 400 else face.weight,  # noqa: PLR2004 - CSS
        "font_style": "italic" if face.italic else None,
        "letter_spacing": face.spacing or None,
        "fill": colours[line.colour],
        "stroke": colours[line.halo],
    }


def halo() -> dict[str, str | float]:
    """Attributes of the group that all labels stand in."""
    return {
        "paint_order": "stroke",
        "stroke_width": _HALO_PX,
        "stroke_opacity": 0.85,
        "stroke_linejoin": "round",
    }


def _leader(setting: Setting, colours: Mapping[str, str]) -> str:
    if setting.leader is None:
        return ""
    x_1, y_1, x_2, y_2 = setting.leader
    ends = {"x1": x_1, "y1": y_1, "x2": x_2, "y2": y_2}
    return element("line", **ends, stroke=colours["city"], stroke_width=1.0, stroke_opacity=1.0)


def _line(setting: Setting, index: int, colours: Mapping[str, str]) -> str:
    line = setting.lines[index]
    # A browser leaves space after the last letter too.
    after = line.face.spacing * {"start": 0.0, "middle": 0.5, "end": 1.0}[setting.anchor]
    return element(
        "text",
        escaped(line.text),
        x=setting.x + after,
        y=setting.baseline(index),
        text_anchor=None if setting.anchor == "start" else setting.anchor,
        **face_attributes(line, colours),
    )


def _discs(setting: Setting, colours: Mapping[str, str]) -> Iterator[str]:
    for at, disc in zip(setting.disc_middles(), setting.discs, strict=True):
        if setting.tone == NUMBER_TONE:
            yield draw_number(at, disc, colours)
        else:
            yield _disc(at, disc, colours)


def _disc(at: tuple[float, float], disc: int, colours: Mapping[str, str]) -> str:
    return element(
        "circle",
        cx=at[0],
        cy=at[1],
        r=DISC_PX,
        fill=colours["claim"],
        stroke=colours["casing"],
        stroke_width=1.5,
        stroke_opacity=1.0,
    ) + _figure(at, disc, colours["on-tone"])


def draw_number(at: tuple[float, float], number: int, colours: Mapping[str, str]) -> str:
    """Draw the number of a place whose name stands in the key: a hollow disc."""
    look = CARTOGRAPHY.symbols.number
    middle = {"cx": at[0], "cy": at[1]}
    return (
        element("circle", **middle, r=look.casing, fill=colours["casing"], stroke="none")
        + element(
            "circle",
            **middle,
            r=look.radius,
            fill=colours["sign-fill"],
            stroke=colours["sign"],
            stroke_width=look.stroke,
            stroke_opacity=1.0,
        )
        + _figure(at, number, colours["ink"])
    )


def _figure(at: tuple[float, float], number: int, colour: str) -> str:
    x, y = at
    return element(
        "text",
        str(number),
        x=x,
        y=y + MIDDLE * _DISC_FACE.size,
        text_anchor="middle",
        font_size=_DISC_FACE.size,
        font_weight=_DISC_FACE.weight,
        letter_spacing=_TIGHT if number >= _TWO_DIGITS else None,
        fill=colour,
        stroke="none",
    )
