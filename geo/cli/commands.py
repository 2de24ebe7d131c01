"""What each command does: it prints or writes, and gives an exit code."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from geo.cli.article import edits_of, file_bytes, story_of
from geo.cli.progress import compiling
from geo.cli.terminal import printable, say, use_utf8
from geo.errors import ArticleError, ExportError
from geo.settings import OPEN, Reader, Settings

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from geo.contracts import Analysis
    from geo.pipeline import Services

DONE = 0
NOTHING_PLACED = 1


def run_check(arguments: Namespace) -> int:
    """Print the claims as a table, or the whole analysis as JSON."""
    analysis, _ = _analyse(arguments)
    use_utf8(strict=arguments.json)
    if arguments.json:
        # Indented, every number of an outline has its line: for people, not for programs.
        indent = 2 if sys.stdout.isatty() else None
        sys.stdout.write(f"{analysis.to_json(indent=indent)}\n")
    else:
        from geo.cli.table import print_claims  # noqa: PLC0415 - not needed for JSON

        print_claims(analysis, sys.stdout)
    return _finish(analysis, arguments)


def run_map(arguments: Namespace) -> int:
    """Write the map as one HTML file."""
    from geo.maps.page.tiles import tiles_of  # noqa: PLC0415 - only this command has them

    tiles = tiles_of(arguments.tiles) if arguments.tiles else None
    analysis, services = _analyse(arguments)
    if analysis.is_placed:
        from geo.export.files import write_text  # noqa: PLC0415 - only when there is a map
        from geo.maps.build.article_map import make_spec  # noqa: PLC0415 - as above
        from geo.maps.page.html import render_page  # noqa: PLC0415 - as above
        from geo.wiring import basemap  # noqa: PLC0415 - as above

        spec = make_spec(analysis, basemap(), services.gazetteer)
        page = render_page(spec, analysis.to_json(), boundaries=basemap(), tiles=tiles)
        write_text(arguments.output, page)
        use_utf8()
        sys.stdout.write(f"Wrote {printable(str(arguments.output))}\n")
        if arguments.embed:
            from geo.maps.page.embed import data_uri, embed_snippet  # noqa: PLC0415 - an option

            near = quote(arguments.output.name)
            source = data_uri(page) if arguments.embed == "data" else near
            snippet = embed_snippet(source, printable(spec.title), has_tiles=tiles is not None)
            sys.stdout.write(f"\n{snippet}")
            if tiles is not None and arguments.embed == "data":
                say(
                    f"A map inside an address of its own does not tell {tiles.host} where it "
                    "stands; if that refuses its tiles, lay the file beside the page (--embed)."
                )
    return _finish(analysis, arguments)


def run_export(arguments: Namespace) -> int:
    """Write the results in each format that was asked for."""
    from geo.export.files import (  # noqa: PLC0415 - --help must not wait for it
        make_folder,
        write_bytes,
    )
    from geo.export.formats import FORMATS, write_format  # noqa: PLC0415 - as above
    from geo.export.plain import article_file_name  # noqa: PLC0415 - as above
    from geo.export.unfinished import clean_up, noted  # noqa: PLC0415 - as above

    asked = arguments.format or ("" if arguments.graphics else "geojson,csv")
    names = [name.strip() for name in asked.split(",")] if asked else []
    unknown = [name for name in names if name not in FORMATS]
    if unknown:
        raise ExportError(
            f"There is no format {printable(unknown[0])!r}. Known are: {', '.join(FORMATS)}."
        )
    analysis, services = _analyse(arguments)
    stem = article_file_name(analysis.article)
    use_utf8()
    make_folder(arguments.out_dir)
    if left := clean_up(arguments.out_dir):
        say(left)
    with noted(arguments.out_dir, stem):
        if arguments.graphics and analysis.is_placed:
            from geo.cli.graphics import write_graphics  # noqa: PLC0415 - an option

            write_graphics(analysis, services, arguments, stem)
        for name in names:
            for ending, content in write_format(name, analysis).items():
                path = write_bytes(arguments.out_dir / f"{stem}{ending}", content)
                sys.stdout.write(f"Wrote {printable(str(path))}\n")
    return _finish(analysis, arguments)


def run_read(arguments: Namespace) -> int:
    """Print the sentences of an article's story, with their grammar if asked."""
    from geo.cli.read import run  # noqa: PLC0415 - only this command shows grammar

    return run(arguments)


def run_route(arguments: Namespace) -> int:
    """Print the way between two places."""
    from geo.cli.route import run  # noqa: PLC0415 - only this command asks for ways alone

    return run(arguments)


def run_points(arguments: Namespace) -> int:
    """Write the map of a table of places."""
    from geo.cli.points import run  # noqa: PLC0415 - only for tables

    return run(arguments)


def run_batch(arguments: Namespace) -> int:
    """Analyse an archive."""
    from geo.cli.batch import run  # noqa: PLC0415 - only for archives

    return run(arguments)


def run_diff(arguments: Namespace) -> int:
    """Print what changed between two versions of a story."""
    from geo.cli.diff import run  # noqa: PLC0415 - only this command compares

    return run(arguments)


def run_schema(_arguments: Namespace) -> int:
    """Print the JSON Schema of the analysis."""
    from geo.contracts import analysis_schema  # noqa: PLC0415 - --help must not wait for it

    sys.stdout.write(f"{json.dumps(analysis_schema(), indent=2)}\n")
    return DONE


def run_gazetteer(arguments: Namespace) -> int:
    """Compile the gazetteer, or list who bears a name."""
    from geo.adapters.gazetteer.lookup import open_gazetteer  # noqa: PLC0415 - --help must not wait for it

    with compiling() as progress:
        gazetteer = open_gazetteer(Settings(), progress=progress)
    use_utf8()
    if arguments.action == "build":
        from geo.wiring import examples, warm_up  # noqa: PLC0415 - only to compile

        # Maps, networks, patterns: compiled as they are first needed.
        warm_up(Settings())
        for _ in examples(Settings()):
            pass
        sys.stdout.write(f"The gazetteer is ready: {len(gazetteer):,} places.\n")
        return DONE
    found = gazetteer.candidates(arguments.name)
    for place in found:
        where = ", ".join(filter(None, (place.name, place.admin1, place.country_code)))
        sys.stdout.write(
            f"lon {place.lon:9.4f}  lat {place.lat:8.4f}  "
            f"{place.feature_class}.{place.feature_code:6}"
            f"{place.population:12,}  {printable(where)}  [{place.source}]\n"
        )
    if found:
        return DONE
    say(f"No place is called {printable(arguments.name)!r} in the gazetteer.")
    return NOTHING_PLACED


def run_app(arguments: Namespace) -> int:
    """Serve the app."""
    from geo.cli.serve import run_app as serve  # noqa: PLC0415 - no other command serves

    return serve(arguments)


def run_open(arguments: Namespace) -> int:
    """Serve the app with a saved map or analysis in it."""
    from geo.maps.page.reader import (  # noqa: PLC0415 - --help must not wait for it
        MOST_BYTES,
        is_saved,
        read_saved,
    )
    from geo.store.project import (  # noqa: PLC0415 - as above
        is_project,
        project_from_json,
    )

    path: Path = arguments.file
    if path.is_dir():
        from geo.batch.store import is_archive  # noqa: PLC0415 - an archive is rarely opened

        if not is_archive(path):
            raise ArticleError(
                f"The folder {str(path)!r} holds no tables of an archive. Make them with batch."
            )
        os.environ[OPEN] = str(path.resolve())
        return run_app(arguments)
    raw = file_bytes(path, MOST_BYTES)
    if is_project(raw):
        project_from_json(raw, name=path.name)
        os.environ[OPEN] = str(path.resolve())
        return run_app(arguments)
    if not is_saved(raw):
        from geo.adapters.documents.kinds import kind_of  # noqa: PLC0415 - rarely needed

        kind = kind_of(raw, Settings(), name=path.name)
        raise ArticleError(
            f"{path.name!r} is {kind.value}, not a map or an analysis that Dateline saved. "
            "To check an article, give it to the command check or map."
        )
    # A bad file is told here, before a server starts and a browser opens.
    read_saved(raw, name=path.name)
    os.environ[OPEN] = str(path.resolve())
    return run_app(arguments)


def _analyse(arguments: Namespace) -> tuple[Analysis, Services]:
    settings = Settings(reader=Reader(arguments.reader))
    read, own = story_of(arguments.article, settings, story=arguments.story)
    edits = (*own, *edits_of(arguments.edits))

    if settings.reader is Reader.CAREFUL:
        from geo.adapters.ahead import open_ahead  # noqa: PLC0415 - --help must not wait for it

        open_ahead(settings)
    from geo.lexicon.kept import keep  # noqa: PLC0415 - a bad file is told at once
    from geo.pipeline import analyse  # noqa: PLC0415 - as above
    from geo.wiring import services as wire  # noqa: PLC0415 - as above

    source = replace(
        read,
        title=arguments.title or read.title,
        published=arguments.published or read.published,
    )
    with compiling() as progress:
        services = wire(settings, progress=progress)
    analysis = analyse(source, services, edits=edits)
    keep()
    return analysis, services


def _finish(analysis: Analysis, arguments: Namespace) -> int:
    if arguments.geojson is not None:
        from geo.export.files import write_text  # noqa: PLC0415 - an option
        from geo.export.geojson import to_geojson  # noqa: PLC0415 - an option

        write_text(arguments.geojson, to_geojson(analysis))
    if analysis.is_placed:
        return DONE
    say("The text was analysed, but nothing in it could be placed on a map.")
    return NOTHING_PLACED
