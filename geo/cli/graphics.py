"""Writes pictures of a map as files, with their alternative texts beside them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from geo.cli.terminal import printable, say
from geo.export.files import write_bytes
from geo.export.graphics import lettering_note, missing_letters, write_graphic, write_words
from geo.maps.build.article_map import make_spec
from geo.maps.build.label_language import ENGLISH, labelled_in
from geo.maps.build.second_map import second_map
from geo.maps.graphic.draw import draw_graphic
from geo.wiring import basemap, label_names

if TYPE_CHECKING:
    from argparse import Namespace

    from geo.contracts import Analysis
    from geo.pipeline import Services


_THEMES = {"light": "", "dark": "-dark", "print": "-bw"}


def write_graphics(analysis: Analysis, services: Services, arguments: Namespace, stem: str) -> None:
    """Write the pictures that were asked for, and beside them one text with their words.

    The name of a file tells size, scale, theme and language where they are not the usual ones, so
    that several may lie side by side.
    """
    spec = make_spec(analysis, basemap(), services.gazetteer)
    second = second_map(analysis, basemap(), services.gazetteer)
    if arguments.labels != ENGLISH:
        names = label_names(arguments.labels)
        spec = labelled_in(spec, names)
        second = labelled_in(second, names) if second is not None else None
    size, theme = arguments.size, arguments.theme
    graphic = draw_graphic(spec, size=size, theme=theme, missing=missing_letters, detail=second)
    language = "" if arguments.labels == ENGLISH else f"-{arguments.labels}"
    name = f"{stem}-{arguments.size}{_THEMES[arguments.theme]}{language}"
    for kind in dict.fromkeys(arguments.graphics):
        large = f"@{arguments.scale}x" if kind == "png" and arguments.scale > 1 else ""
        content = write_graphic(graphic, kind, scale=arguments.scale)
        _tell(write_bytes(arguments.out_dir / f"{name}{large}.{kind}", content))
    _tell(write_bytes(arguments.out_dir / f"{name}.txt", write_words(graphic).encode()))
    if note := lettering_note(graphic.svg):
        say(note)
    if graphic.left_out and arguments.size != "social":
        say(f"{graphic.left_out} figures have no room on the picture; the text has all of them.")


def _tell(path: object) -> None:
    sys.stdout.write(f"Wrote {printable(str(path))}\n")
