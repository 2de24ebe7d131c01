"""Merges the letters that several fonts lend into one font, a file a weight.

Renderers of SVG fall back from one font to another by rules of their own, and fail where a line
mixes three scripts. A font made for the picture, of just the letters that stand on it, leaves them
nothing to choose: fontTools cuts, scales and joins the pieces, shaping rules included.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from geo.errors import ExportError
from geo.export.fonts import Face, upright

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fontTools.ttLib import TTFont

    from geo.export.fonts import Lender

FAMILY = "Dateline Still"
_UPEM = 2_048
# How joined letters and marks are placed. Ligatures that are only for beauty are left out: text
# that is copied from a PDF would have their letters in the wrong order.
_FEATURES = (
    *("kern", "mark", "mkmk", "ccmp", "locl", "rlig", "calt", "init", "medi", "fina", "isol"),
    *("med2", "fin2", "fin3", "ljmo", "vjmo", "tjmo", "abvf", "abvm", "abvs", "akhn", "blwf"),
    *("blwm", "blws", "cjct", "half", "haln", "nukt", "pref", "pres", "pstf", "psts", "rkrf"),
    *("rphf", "vatu"),
)
_LESS_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
_DROPPED = ["STAT", "MVAR", "DSIG", "meta", "vhea", "vmtx", "VORG", "BASE"]
_LIMITS = (
    *("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
    *("maxStackElements", "maxSizeOfInstructions", "maxPoints", "maxContours"),
    *("maxCompositePoints", "maxCompositeContours", "maxComponentElements", "maxComponentDepth"),
)
# How far a curve of another kind may be from the one that it stands for, font units.
_CURVE_ERROR = 1.0


@lru_cache(maxsize=12)
def merged(lent: tuple[tuple[Lender, str], ...], letters: str, weight: int) -> bytes:
    """Make a font with these letters of Inter and all that is lent, at one weight.

    Raises
    ------
    ExportError
        If a font of the machine cannot be cut or joined.
    """
    from fontTools.merge import Merger  # noqa: PLC0415 - few pictures need it
    from fontTools.ttLib import TTLibError  # noqa: PLC0415 - as above

    own = Face(path=upright(), weight=0)
    try:
        with TemporaryDirectory(prefix="dateline-fonts-") as folder:
            pieces = [_piece(own, letters, weight, _LESS_FEATURES, Path(folder) / "0.ttf")]
            for number, (lender, some) in enumerate(lent, start=1):
                path = Path(folder) / f"{number}.ttf"
                pieces.append(_piece(lender.face(weight), some, weight, _FEATURES, path))
            font = Merger().merge(pieces)
            _name(font, weight)
            made = BytesIO()
            font.save(made)
    except (
        TTLibError,
        OSError,
        KeyError,
        ValueError,
        AssertionError,
        NotImplementedError,
    ) as error:
        names = ", ".join(Path(lender.faces[0].path).name for lender, _ in lent)
        raise ExportError(
            f"The fonts {names} cannot be joined with ours ({error}). Install the package "
            "justmytype-intl-cjk, or choose names in another script."
        ) from error
    return made.getvalue()


def _piece(face: Face, letters: str, weight: int, features: Iterable[str], path: Path) -> str:
    """Cut a few letters out of a font, at one weight and at the size of Inter's squares."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - as above
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above
    from fontTools.ttLib.scaleUpem import scale_upem  # noqa: PLC0415 - as above
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - as above

    options = Options(layout_features=list(features), notdef_outline=True, hinting=False)
    options.drop_tables += _DROPPED
    with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
        cutter = Subsetter(options)
        cutter.populate(unicodes=[ord(letter) for letter in letters])
        cutter.subset(font)
        if "fvar" in font:
            axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
            axes |= {"wght": weight} if "wght" in axes else {}
            instantiateVariableFont(font, axes, inplace=True)
        if "glyf" not in font:
            _to_quadratic(font)
        if font["head"].unitsPerEm != _UPEM:
            scale_upem(font, _UPEM)
        font.save(path)
    return str(path)


def _to_quadratic(font: TTFont) -> None:
    """Turn outlines of the PostScript kind into those of TrueType, which can be joined."""
    from fontTools.pens.cu2quPen import Cu2QuPen  # noqa: PLC0415 - as above
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415 - as above
    from fontTools.ttLib import newTable  # noqa: PLC0415 - as above

    shapes = font.getGlyphSet()
    drawn: dict[str, Any] = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(shapes)
        shapes[name].draw(Cu2QuPen(pen, _CURVE_ERROR, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = font.getGlyphOrder(), drawn
    font["loca"] = newTable("loca")
    most = font["maxp"]
    most.tableVersion, most.numGlyphs = 0x00010000, len(drawn)
    for field in _LIMITS:
        setattr(most, field, 1 if field == "maxZones" else 0)
    for table in ("CFF ", "CFF2", "VORG"):
        if table in font:
            del font[table]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def _name(font: TTFont, weight: int) -> None:
    """Call the font by a name that no other has."""
    names = font["name"]
    names.names = []
    style = {400: "Regular", 600: "SemiBold"}.get(weight, "Bold")
    for ident, name in (
        (1, FAMILY),
        (2, style),
        (4, f"{FAMILY} {style}"),
        (6, f"{FAMILY} {style}".replace(" ", "")),
    ):
        names.setName(name, ident, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
