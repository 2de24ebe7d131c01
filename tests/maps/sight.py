"""Colours as people with a colour vision deficiency see them, and how far apart two of them are.

The simulation is that of Machado, Oliveira and Fernandes, "A physiologically-based model for
simulation of color vision deficiency", IEEE TVCG 15 (2009), with its published matrices for the
full deficiency; the difference is CIEDE2000 as Sharma, Wu and Dalal give it (Color Research and
Application 30, 2005). The packages that have both are no longer kept, or bring SciPy along.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Lab = tuple[float, float, float]

SIGHTS: dict[str, tuple[Lab, Lab, Lab]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# Linear sRGB to XYZ (IEC 61966-2-1), each row divided by the white point D65.
_XYZ = (
    (0.4124564, 0.3575761, 0.1804375, 0.95047),
    (0.2126729, 0.7151522, 0.0721750, 1.0),
    (0.0193339, 0.1191920, 0.9503041, 1.08883),
)


def linear(colour: str) -> Lab:
    """Read "#rrggbb" as linear sRGB."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def seen(colour: str, sight: str) -> Lab:
    """Give CIE L*a*b* of a colour as it is seen."""
    rgb = linear(colour)
    felt = [
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))))
        for row in SIGHTS[sight]
    ]
    x, y, z = (
        _root(sum(m * c for m, c in zip(row[:3], felt, strict=True)) / row[3]) for row in _XYZ
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(t: float) -> float:
    return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116


def apart(one: Lab, other: Lab) -> float:
    """CIEDE2000 of two colours."""
    chroma = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    g = 0.5 * (1 - sqrt(chroma**7 / (chroma**7 + 25**7)))
    (c1, h1), (c2, h2) = (_polar(lab, g) for lab in (one, other))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn) / 2)
    middle_l, middle_c = (one[0] + other[0]) / 2, (c1 + c2) / 2
    middle_h = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * cos(radians(middle_h - 30))
        + 0.24 * cos(radians(2 * middle_h))
        + 0.32 * cos(radians(3 * middle_h + 6))
        - 0.2 * cos(radians(4 * middle_h - 63))
    )
    far = (middle_l - 50) ** 2
    by_l = (other[0] - one[0]) / (1 + 0.015 * far / sqrt(20 + far))
    by_c = (c2 - c1) / (1 + 0.045 * middle_c)
    by_h = hue / (1 + 0.015 * middle_c * t)
    bend = 60 * exp(-(((middle_h - 275) / 25) ** 2))
    twist = -2 * sqrt(middle_c**7 / (middle_c**7 + 25**7)) * sin(radians(bend))
    return sqrt(by_l**2 + by_c**2 + by_h**2 + twist * by_c * by_h)


def _polar(lab: Lab, g: float) -> tuple[float, float]:
    a = (1 + g) * lab[1]
    return hypot(a, lab[2]), degrees(atan2(lab[2], a)) % 360
