"""What may be typed after `python -m geo`; commands load only when they run."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.cli.batch_options import add_batch
from geo.cli.picture_options import add_pictures
from geo.cli.route_options import add_route
from geo.export.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

_ABOUT = "Reads a news article, maps its places and journeys, and checks its geography."
_KINDS = (
    "text, web page, PDF, DOCX, ODT, RTF, e-mail, Markdown, news feed or NewsML-G2; "
    "- reads what is piped in"
)
_LAST_PORT = 65_535
_MOST_DIGITS = 10
_CODES = (
    "Exit codes: 0 done; 1 analysed, but nothing could be placed; "
    "2 the input or output is at fault, and one sentence says how."
)


def make_parser() -> ArgumentParser:
    """Build the parser of all commands."""
    parser = ArgumentParser(prog="python -m geo", description=_ABOUT, epilog=_CODES)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    map_ = _command(commands, "map", "write the checked map as one HTML file that works offline")
    _article(map_)
    map_.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("map.html"),
        metavar="FILE",
        help="HTML file to write (default: %(default)s)",
    )
    map_.add_argument(
        "--embed",
        choices=("file", "data"),
        nargs="?",
        const="file",
        help="also print HTML that shows the map inside another page, from the file beside it or, "
        "with data, all in one",
    )

    map_.add_argument(
        "--tiles",
        metavar="osm|carto|URL",
        help="lay the story on a street map; whoever reads the page then needs the network, and "
        "its server is told that they read it (default: none)",
    )

    check = _command(commands, "check", "print what the article says and whether it can be true")
    _article(check)
    check.add_argument(
        "--json", action="store_true", help="print the whole analysis as JSON (see: schema)"
    )

    export = _command(commands, "export", "write the results as tables and files for other tools")
    _article(export)
    export.add_argument(
        "--format",
        metavar="NAMES",
        help=f"{', '.join(FORMATS)}; several with commas "
        "(default: geojson,csv; none if a picture is asked for)",
    )
    add_pictures(export)
    export.add_argument(
        "-o",
        "--out-dir",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="folder to write into (default: this folder)",
    )

    read = _command(commands, "read", "print the sentences of the story that a text holds")
    _input(read)
    _reader(read)
    read.add_argument(
        "--grammar",
        action="store_true",
        help="show each word's part of speech, which word it hangs on and how; then quantities, "
        "times, names, and whom words like “she” and “the ship” mean",
    )

    points = _command(commands, "points", "write the map of a table of places as one HTML file")
    _table(points)

    add_route(
        _command(commands, "route", "print how far it is by rail, road, sea or air, and the way")
    )

    add_batch(_command(commands, "batch", "analyse an archive: a folder of tables comes out"))

    diff = _command(commands, "diff", "print what changed between two versions of a story")
    for name, which in (("before", "earlier"), ("after", "later")):
        diff.add_argument(
            name,
            metavar=name.upper(),
            help=f"the {which} version: a text or document, or a map, analysis or project that "
            "Dateline saved, with its corrections",
        )
    _reader(diff)
    diff.add_argument("--json", action="store_true", help="print the changes as JSON")

    _command(commands, "schema", "print the JSON Schema of the analysis")

    gazetteer = _command(commands, "gazetteer", "compile the places, or look a name up in them")
    actions = gazetteer.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("build", help="compile the gazetteer now, if that has not been done")
    find = actions.add_parser("find", help="list the places that bear a name, likeliest first")
    find.add_argument("name", metavar="NAME")

    open_ = _command(commands, "open", "show a saved map or analysis in the app")
    open_.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="saved map (.html) or analysis (.json), or a folder of batch",
    )
    open_.add_argument("--port", type=_port, help="default: the first free one from 8501")

    app = _command(commands, "app", "open the app in the browser")
    app.add_argument("--port", type=_port, help="default: the first free one from 8501")
    return parser


def _command(commands: Any, name: str, about: str) -> ArgumentParser:
    parser: ArgumentParser = commands.add_parser(
        name, help=about, description=f"{about[0].upper()}{about[1:]}."
    )
    parser.set_defaults(run=_late(name))
    return parser


def _late(name: str) -> Callable[[Namespace], int]:
    """Import the command when it runs: --help and a mistyped option must not wait for it."""

    def run(arguments: Namespace) -> int:
        command: Callable[[Namespace], int] = getattr(
            import_module("geo.cli.commands"), f"run_{name}"
        )
        return command(arguments)

    return run


def _input(parser: ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help=_KINDS)
    parser.add_argument(
        "--story",
        type=_number,
        metavar="N",
        help="of a feed or message that holds several stories, which one, counted from 1",
    )


def _article(parser: ArgumentParser) -> None:
    _input(parser)
    parser.add_argument(
        "--title", default="", help="the story's title, if it is not the first line"
    )
    parser.add_argument(
        "--published",
        type=_day,
        metavar="YYYY-MM-DD",
        help="day of publication, from which “Sunday” gets its date",
    )
    parser.add_argument(
        "--edits",
        type=Path,
        metavar="FILE",
        help="corrections to carry out: a file of them, or a saved map, analysis or project that "
        "has some",
    )
    _reader(parser)
    parser.add_argument(
        "--geojson",
        type=Path,
        metavar="FILE",
        help="also write places, routes and claims as GeoJSON",
    )


def _reader(parser: ArgumentParser) -> None:
    """Add the choice of a reader; the values are those of `geo.settings.Reader`."""
    parser.add_argument(
        "--reader",
        choices=("fast", "careful"),
        default="careful",
        help="fast reads without grammar and finds no journeys, for archives "
        "(default: %(default)s)",
    )


def _table(parser: ArgumentParser) -> None:
    parser.add_argument(
        "table",
        type=Path,
        metavar="TABLE",
        help="csv, tsv, xlsx, xls, ods, geojson, gpkg, fgb or parquet, with a row for each place",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("map.html"),
        metavar="FILE",
        help="HTML file to write (default: %(default)s)",
    )
    for name, what in (
        ("lon", "degrees of longitude"),
        ("lat", "degrees of latitude"),
        ("name", "names"),
        ("count", "how much a place counts: mentions, stories, people"),
        ("category", "sorts of places, told apart by colour and shape"),
        ("note", "what else is told of a place"),
        ("both", "latitude and longitude in one cell, or MGRS squares"),
    ):
        parser.add_argument(f"--{name}", default="", metavar="COLUMN", help=f"column with {what}")
    parser.add_argument(
        "--decimal",
        choices=("point", "comma"),
        default="",
        help="what stands before decimals, where the table does not tell",
    )
    parser.add_argument(
        "--first",
        choices=("lat", "lon"),
        default="",
        help="which stands first where one cell has both, if the table does not tell",
    )
    parser.add_argument("--title", default="", help="title of the map (default: the file's name)")
    parser.add_argument(
        "--count-word", default="", metavar="WORDS", help="what the counts count, as in “stories”"
    )
    parser.add_argument(
        "--source", default="", help="who the places are owed to (default: the file's name)"
    )
    parser.add_argument(
        "--language", default="en", metavar="TAG", help="of the names (default: %(default)s)"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no day; write it as 2026-11-24") from None


def _number(text: str) -> int:
    if text.isdecimal() and len(text) < _MOST_DIGITS and int(text) > 0:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no number of a story; give a whole number from 1 on")


def _port(text: str) -> int:
    if text.isdecimal() and 0 < int(text) <= _LAST_PORT:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no port; give a whole number from 1 to {_LAST_PORT}")
