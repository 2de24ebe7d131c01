"""Writes the style of a layer as Styled Layer Descriptor 1.0 (OGC 02-070).

Map servers read it, and programs that do not know QML. The standard has no sleepers for rails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from geo.export.styles import INK, PAPER, Area, LineStyle, Ring

if TYPE_CHECKING:
    from geo.export.styles import Condition, Rule, Style

_SLD = "http://www.opengis.net/sld"
_OGC = "http://www.opengis.net/ogc"
_COMPARED = {
    "=": "PropertyIsEqualTo",
    "<>": "PropertyIsNotEqualTo",
    "<": "PropertyIsLessThan",
    ">=": "PropertyIsGreaterThanOrEqualTo",
}
_CASING_PX = 3.5
_LABEL_PX = 13


def to_sld(layer: str, style: Style) -> str:
    """Write the rules of a layer; each excludes the rows of those before it."""
    register_namespace("", _SLD)
    register_namespace("ogc", _OGC)
    root = Element(f"{{{_SLD}}}StyledLayerDescriptor", version="1.0.0")
    named = _add(root, "NamedLayer")
    _add(named, "Name", layer)
    drawn = _add(_add(named, "UserStyle"), "FeatureTypeStyle")
    for number, rule in enumerate(style.rules):
        element = _add(drawn, "Rule")
        _add(element, "Name", rule.ident)
        _add(element, "Title", rule.title)
        _filter(element, rule, style.rules[:number])
        _symbol(element, rule.look)
        if style.label:
            _label(element, style.label, rule.look)
    indent(root)
    return tostring(root, encoding="unicode")


def _add(parent: Element, name: str, text: str | None = None, space: str = _SLD) -> Element:
    child = SubElement(parent, f"{{{space}}}{name}")
    child.text = text
    return child


def _filter(element: Element, rule: Rule, earlier: tuple[Rule, ...]) -> None:
    parts = [(True, other.tests) for other in earlier] + [(False, rule.tests)]
    parts = [(inverted, tests) for inverted, tests in parts if tests]
    if not parts:
        return
    whole = _add(element, "Filter", space=_OGC)
    if len(parts) > 1:
        whole = _add(whole, "And", space=_OGC)
    for inverted, tests in parts:
        _tests(_add(whole, "Not", space=_OGC) if inverted else whole, tests)


def _tests(parent: Element, tests: tuple[Condition, ...]) -> None:
    if len(tests) > 1:
        parent = _add(parent, "And", space=_OGC)
    for test in tests:
        compared = _add(parent, _COMPARED[test.sign], space=_OGC)
        _add(compared, "PropertyName", test.column, space=_OGC)
        value = str(test.value).lower() if isinstance(test.value, bool) else str(test.value)
        _add(compared, "Literal", value, space=_OGC)


def _symbol(rule: Element, look: Ring | LineStyle | Area) -> None:
    if isinstance(look, Ring):
        _ring(rule, look)
    elif isinstance(look, LineStyle):
        if look.casing:
            casing = LineStyle(colour=PAPER, width_px=look.width_px + _CASING_PX)
            _stroke(_add(rule, "LineSymbolizer"), casing)
        _stroke(_add(rule, "LineSymbolizer"), look)
    else:
        area = _add(rule, "PolygonSymbolizer")
        _settings(_add(area, "Fill"), {"fill": look.colour, "fill-opacity": str(look.tint)})
        _stroke(area, look.edge)


def _ring(rule: Element, look: Ring) -> None:
    dash = (3.0, 2.0) if look.dashed else ()
    outer = LineStyle(colour=look.colour, width_px=look.width_px, dash_px=dash)
    _circle(rule, PAPER, look.size_px, outer)
    if look.dot:
        _circle(rule, look.colour, look.size_px / 3, None)


def _circle(rule: Element, fill: str, size_px: float, edge: LineStyle | None) -> None:
    graphic = _add(_add(rule, "PointSymbolizer"), "Graphic")
    mark = _add(graphic, "Mark")
    _add(mark, "WellKnownName", "circle")
    _settings(_add(mark, "Fill"), {"fill": fill})
    if edge is not None:
        _stroke(mark, edge)
    _add(graphic, "Size", f"{size_px:g}")


def _stroke(parent: Element, line: LineStyle) -> None:
    settings = {"stroke": line.colour, "stroke-width": f"{line.width_px:g}"}
    if line.dash_px:
        settings["stroke-dasharray"] = " ".join(f"{length:g}" for length in line.dash_px)
    _settings(_add(parent, "Stroke"), settings)


def _settings(parent: Element, values: dict[str, str]) -> None:
    for name, value in values.items():
        _add(parent, "CssParameter", value).set("name", name)


def _label(rule: Element, column: str, look: Ring | LineStyle | Area) -> None:
    text = _add(rule, "TextSymbolizer")
    _add(_add(text, "Label"), "PropertyName", column, space=_OGC)
    weight = "bold" if isinstance(look, Ring) else "normal"
    font = {"font-family": "sans-serif", "font-size": str(_LABEL_PX), "font-weight": weight}
    _settings(_add(text, "Font"), font)
    if isinstance(look, LineStyle):
        _add(_add(text, "LabelPlacement"), "LinePlacement")
    halo = _add(text, "Halo")
    _add(halo, "Radius", "2")
    _settings(_add(halo, "Fill"), {"fill": PAPER})
    _settings(_add(text, "Fill"), {"fill": INK})
