"""Writes labels: their lines with halos, their numbered discs, the leaders to their signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.maps.layout.labels.text_box import DISC_PX, MIDDLE
from geo.maps.style.text_metrics import Face
from geo.maps.svg.markup import element, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.maps.layout.labels.text_box import Setting, TextLine

_DISC_FACE = Face(size=12.5, weight=700)
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
    for (x, y), disc in zip(setting.disc_middles(), setting.discs, strict=True):
        yield element(
            "circle",
            cx=x,
            cy=y,
            r=DISC_PX,
            fill=colours[setting.tone],
            stroke=colours["casing"],
            stroke_width=1.5,
            stroke_opacity=1.0,
        )
        yield element(
            "text",
            str(disc),
            x=x,
            y=y + MIDDLE * _DISC_FACE.size,
            text_anchor="middle",
            font_size=_DISC_FACE.size,
            font_weight=_DISC_FACE.weight,
            fill=colours["on-tone"],
            stroke="none",
        )
