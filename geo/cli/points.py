"""The command `points`: maps a table of places as one HTML file."""

from __future__ import annotations

import sys
from dataclasses import fields
from typing import TYPE_CHECKING

from geo.cli.terminal import printable, say, use_utf8
from geo.errors import TableError

if TYPE_CHECKING:
    from argparse import Namespace


_DECIMAL = {"": "", "point": ".", "comma": ","}


def run(arguments: Namespace) -> int:
    """Read, draw, write; say how many places there are and which rows were left out."""
    from geo.adapters.point_table import read_point_table  # noqa: PLC0415 - --help must not wait
    from geo.export.files import write_text  # noqa: PLC0415 - as above
    from geo.maps.build.points.choice import Chosen  # noqa: PLC0415 - as above
    from geo.maps.build.points.points_map import About, make_points_spec  # noqa: PLC0415 - as above
    from geo.maps.build.points.table import Writing, columns_of  # noqa: PLC0415 - as above
    from geo.maps.page.html import render_page  # noqa: PLC0415 - as above
    from geo.wiring import basemap  # noqa: PLC0415 - as above

    frame, first_row = read_point_table(arguments.table)
    chosen = Chosen(**{field.name: getattr(arguments, field.name) for field in fields(Chosen)})
    writing = Writing(decimal=_DECIMAL[arguments.decimal], first=arguments.first)
    columns, found = columns_of(frame, chosen, first_row=first_row, writing=writing)
    about = About(
        title=arguments.title or arguments.table.stem.replace("_", " ").replace("-", " "),
        count_word=arguments.count_word or found.count,
        source=arguments.source or arguments.table.name,
        language=arguments.language,
    )
    try:
        spec = make_points_spec(columns, basemap(), about)
    except TableError as error:
        raise TableError(f"{arguments.table.name!r}: {error}") from error
    write_text(arguments.output, render_page(spec))
    use_utf8()
    assert spec.points is not None  # noqa: S101 - a map of points has them
    sys.stdout.write(f"Wrote {printable(str(arguments.output))}: {spec.points.total:,} places.\n")
    for sentence in spec.problems:
        say(printable(sentence))
    return 0
