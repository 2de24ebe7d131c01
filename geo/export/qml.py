"""Writes the style of a layer as QML, which QGIS keeps in a file or a GeoPackage.

Made with an XML library from fixed styles: no text of an article is ever in it. Sizes are points,
so that a layer looks the same on every screen and on paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from geo.export.styles import INK, PAPER, Area, LineStyle, Ring

if TYPE_CHECKING:
    from geo.export.styles import Condition, Style

_VERSION = "3.22.0"
_DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
_POINTS_PER_PX = 0.75
_CASING_PX = 3.5
_TICK_PX, _TICK_EVERY_PX, _TICK_WIDTH_PX = 8.0, 9.0, 1.2
_LABEL_POINTS = 10
_OPAQUE = 255
# Geometry as QGIS numbers it, by the kind of symbol.
_GEOMETRY = {"marker": 0, "line": 1, "fill": 2}
# How QGIS numbers the ways to place labels, with what each needs: a point's names stand right and
# above first; a line's above it, whichever way it runs.
_PLACEMENT = {
    "marker": {"placement": "6", "predefinedPositionOrder": "TR,R,BR,TL,L,BL", "offsetType": "1"},
    "line": {"placement": "2", "placementFlags": "10"},
    "fill": {"placement": "1"},
}


def to_qml(style: Style) -> str:
    """Write a rule-based renderer and, where the style names a column for them, labels."""
    kind = _kind(style)
    root = Element(
        "qgis",
        version=_VERSION,
        styleCategories="Symbology|Labeling",
        labelsEnabled=str(int(bool(style.label))),
    )
    renderer = SubElement(
        # Levels: no casing lies over another route.
        root,
        "renderer-v2",
        type="RuleRenderer",
        symbollevels="1",
        forceraster="0",
        enableorderby="0",
    )
    rules = SubElement(renderer, "rules", key="{rules}")
    symbols = SubElement(renderer, "symbols")
    earlier: list[str] = []
    for number, rule in enumerate(style.rules):
        own = _all(rule.tests)
        SubElement(
            rules,
            "rule",
            key=f"{{{rule.ident}}}",
            symbol=str(number),
            label=rule.title,
            filter=" AND ".join([*(f"NOT ({text})" for text in earlier), *own]),
        )
        earlier.append(" AND ".join(own))
        _symbol(symbols, str(number), kind, rule.look)
    if style.label:
        _labels(root, style.label, kind)
    SubElement(root, "layerGeometryType").text = str(_GEOMETRY[kind])
    indent(root)
    return _DOCTYPE + tostring(root, encoding="unicode")


def _kind(style: Style) -> str:
    look = style.rules[0].look
    return "marker" if isinstance(look, Ring) else "line" if isinstance(look, LineStyle) else "fill"


def _all(tests: tuple[Condition, ...]) -> list[str]:
    """Write conditions in QGIS's expressions; a value that is missing meets none."""
    return [
        f'coalesce("{test.column}" {test.sign} {_literal(test.value)}, false)' for test in tests
    ]


def _literal(value: str | float | bool) -> str:  # noqa: FBT001 - what a column holds
    if isinstance(value, bool):
        return str(value).lower()
    return f"""'{value.replace("'", "''")}'""" if isinstance(value, str) else str(value)


def _symbol(symbols: Element, name: str, kind: str, look: Ring | LineStyle | Area) -> None:
    symbol = SubElement(
        symbols, "symbol", name=name, type=kind, alpha="1", clip_to_extent="1", force_rhr="0"
    )
    if isinstance(look, Ring):
        _ring(symbol, look)
    elif isinstance(look, LineStyle):
        _line(symbol, look)
    else:
        tint = {"color": _colour(look.colour, look.tint), "style": "solid", "outline_style": "no"}
        _layer(symbol, "SimpleFill", 0, tint)
        _line(symbol, look.edge)


def _layer(symbol: Element, kind: str, level: int, settings: dict[str, str]) -> Element:
    """Add a layer of a symbol; those of a lower level are drawn first, for all rows."""
    layer = SubElement(
        symbol, "layer", {"class": kind, "pass": str(level), "enabled": "1", "locked": "0"}
    )
    options = SubElement(layer, "Option", type="Map")
    for name, value in settings.items():
        SubElement(options, "Option", name=name, value=value, type="QString")
    return layer


def _ring(symbol: Element, look: Ring) -> None:
    circle = {"name": "circle", "size_unit": "Point", "outline_width_unit": "Point"}
    ring = {
        **circle,
        "color": _colour(PAPER, 0.35 if look.dashed else 1.0),
        "outline_color": _colour(look.colour),
        "outline_style": "dash" if look.dashed else "solid",
        "outline_width": _points(look.width_px),
        "size": _points(look.size_px),
    }
    _layer(symbol, "SimpleMarker", 0, ring)
    if look.dot:
        dot = {
            **circle,
            "color": _colour(look.colour),
            "outline_style": "no",
            "size": _points(look.size_px / 3),
        }
        _layer(symbol, "SimpleMarker", 0, dot)


def _line(symbol: Element, look: LineStyle) -> None:
    if look.casing:
        width = _points(look.width_px + _CASING_PX)
        _layer(symbol, "SimpleLine", 0, _stroke(_colour(PAPER), width))
    stroke = _stroke(_colour(look.colour), _points(look.width_px))
    if look.dash_px:
        stroke |= {
            "use_custom_dash": "1",
            "customdash": ";".join(_points(length) for length in look.dash_px),
            "customdash_unit": "Point",
            "capstyle": "round" if look.dash_px[0] <= 1 else "flat",
        }
    _layer(symbol, "SimpleLine", 1, stroke)
    if look.ticks:
        ticks = {
            "hash_angle": "0",
            "hash_length": _points(_TICK_PX),
            "hash_length_unit": "Point",
            "interval": _points(_TICK_EVERY_PX),
            "interval_unit": "Point",
            "placements": "Interval",
            "rotate": "1",
        }
        layer = _layer(symbol, "HashLine", 1, ticks)
        part = f"@{symbol.get('name')}@2"
        inner = SubElement(layer, "symbol", name=part, type="line", alpha="1", clip_to_extent="1")
        _layer(inner, "SimpleLine", 0, _stroke(_colour(look.colour), _points(_TICK_WIDTH_PX)))


def _stroke(colour: str, width: str) -> dict[str, str]:
    return {
        "line_color": colour,
        "line_style": "solid",
        "line_width": width,
        "line_width_unit": "Point",
        "capstyle": "flat",
        "joinstyle": "round",
    }


def _labels(root: Element, column: str, kind: str) -> None:
    labeling = SubElement(root, "labeling", type="simple")
    settings = SubElement(labeling, "settings", calloutType="simple")
    text = SubElement(
        settings,
        "text-style",
        fieldName=column,
        isExpression="0",
        fontSize=str(_LABEL_POINTS),
        fontSizeUnit="Point",
        fontWeight="75" if kind == "marker" else "50",
        textColor=_colour(INK),
        textOpacity="1",
    )
    SubElement(
        text,
        "text-buffer",
        bufferDraw="1",
        bufferSize="1.5",
        bufferSizeUnits="Point",
        bufferColor=_colour(PAPER),
        bufferOpacity="0.9",
    )
    where = {**_PLACEMENT[kind], "dist": "2", "distUnits": "Point", "priority": "5"}
    SubElement(settings, "placement", where)
    SubElement(settings, "rendering", drawLabels="1", obstacle="1", mergeLines="1")


def _points(length_px: float) -> str:
    return f"{length_px * _POINTS_PER_PX:g}"


def _colour(hexadecimal: str, opacity: float = 1.0) -> str:
    parts = [int(hexadecimal[at : at + 2], 16) for at in (1, 3, 5)]
    return ",".join(map(str, [*parts, round(opacity * _OPAQUE)]))
