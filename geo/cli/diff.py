"""The command `diff`: analyses two versions of a story and prints what changed between them."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from geo.cli.article import file_bytes, is_plain_file, is_project_file, story_of
from geo.cli.progress import compiling
from geo.cli.terminal import printable, use_utf8
from geo.settings import Reader, Settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from geo.changes import Change
    from geo.contracts import Analysis, Edit, Source
    from geo.pipeline import Services

_MARKS = {"added": "+", "gone": "-", "changed": "~"}


def run(arguments: Namespace) -> int:
    """Print the changes as lists, or as JSON."""
    from geo.changes import compare  # noqa: PLC0415 - --help must not wait for it

    settings = Settings(reader=Reader(arguments.reader))
    before, after = (_analysis(name, settings) for name in (arguments.before, arguments.after))
    changes = compare(before, after)
    use_utf8(strict=arguments.json)
    if arguments.json:
        sys.stdout.write(f"{msgspec.json.encode(changes).decode()}\n")
        return 0
    _print("Places", changes.places)
    _print("Journeys", changes.journeys)
    _print("Figures", changes.figures)
    if not any(True for _ in changes):
        sys.stdout.write("No place, journey or figure changed.\n")
    return 0


def _print(heading: str, changes: Sequence[Change]) -> None:
    """Print one sort of changes; of a change, how it was and how it is, each on its line."""
    if not changes:
        return
    sys.stdout.write(f"{heading}\n")
    for change in changes:
        told = [printable(words) for words in (change.before, change.after) if words]
        mark = _MARKS[change.how]
        lines = "\n    → ".join(told)
        sys.stdout.write(f"  {mark} {lines}\n")


@cache
def _services(settings: Settings) -> Services:
    """Open the services when the first text has to be analysed; two saved analyses need none."""
    from geo.wiring import services  # noqa: PLC0415 - as above

    with compiling() as progress:
        return services(settings, progress=progress)


def _analysed(source: Source, settings: Settings, edits: Sequence[Edit]) -> Analysis:
    from geo.pipeline import analyse  # noqa: PLC0415 - as for services

    return analyse(source, _services(settings), edits=edits)


def _analysis(name: str, settings: Settings) -> Analysis:
    """Take the analysis that a file holds, or make that of the story which it holds."""
    from geo.maps.page.reader import (  # noqa: PLC0415 - --help must not wait for it
        MOST_BYTES,
        is_saved,
        read_saved,
    )

    path = Path(name)
    if is_plain_file(path) and not is_project_file(path):
        raw = file_bytes(path, MOST_BYTES)
        if is_saved(raw):
            return read_saved(raw, name=path.name)
    source, edits = story_of(name, settings)
    return _analysed(source, settings, edits)
