"""What may be typed after `geo export` about pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser


def add_pictures(export: ArgumentParser) -> None:
    """Add what pictures may be asked for; the values are those of `geo.maps.graphic.draw`."""
    pictures = export.add_argument_group("pictures", "title, map, claims, credits in one picture")
    for kind in ("png", "svg", "pdf"):
        pictures.add_argument(
            f"--{kind}",
            dest="graphics",
            action="append_const",
            const=kind,
            help=f"write the graphic as {kind.upper()}, and beside it its words as text",
        )
    pictures.add_argument(
        "--size",
        choices=("web", "column", "phone", "print", "social"),
        default="web",
        help="1,200 pixels wide, 640 for a column of text, 1,080 for a phone, A4, or a card of "
        "1,200 × 630 (default: %(default)s)",
    )
    pictures.add_argument(
        "--scale", type=int, choices=(1, 2, 3), default=1, help="of a PNG (default: %(default)s)"
    )
    pictures.add_argument(
        "--theme",
        choices=("light", "dark", "print"),
        default="light",
        help="colours; print is black and white (default: %(default)s)",
    )
    pictures.add_argument(
        "--labels",
        choices=("en", "de", "fr", "es"),
        default="en",
        help="language of the names of countries, seas and large cities (default: %(default)s)",
    )
