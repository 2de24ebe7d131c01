"""Measure how names alone are found: `python -m benchmarks.finding dateline ARCHIVE.jsonl`.

Other finders are geotext and flashgeotext, where they are installed. Prints documents a second of
processor time over the stories of the archive, the most memory of the process (on Linux), and how
well the names of `stories/fresh.jsonl` are found: of those found how many are right, of those there
how many are found, and the harmonic mean; a name counts once a story.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Finder = Callable[[str], set[str]]

_STORIES = Path(__file__).parent / "stories" / "fresh.jsonl"


def dateline() -> Finder:
    """Give our own finder, with the fast reader."""
    from geo import wiring  # noqa: PLC0415 - only what is measured is loaded
    from geo.contracts import Source, ToponymKind  # noqa: PLC0415 - as above
    from geo.read import read_text  # noqa: PLC0415 - as above
    from geo.settings import Reader, Settings  # noqa: PLC0415 - as above
    from geo.text import make_document  # noqa: PLC0415 - as above
    from geo.toponyms import find_toponyms  # noqa: PLC0415 - as above

    settings = Settings(reader=Reader.FAST)
    gazetteer = wiring.kept_services(settings).gazetteer

    def find(text: str) -> set[str]:
        article, _ = read_text(Source(text=text), settings)
        found = find_toponyms(article, make_document(article, None, gazetteer)[0], gazetteer)
        return {one.span.text for one in found if one.kind is ToponymKind.NAME}

    return find


def geotext() -> Finder:
    """Give that of geotext: its cities and countries."""
    from geotext import GeoText  # noqa: PLC0415 - only where it is installed

    def find(text: str) -> set[str]:
        found = GeoText(text)
        return {*found.cities, *found.countries}

    return find


def flashgeotext() -> Finder:
    """Give that of flashgeotext: its cities and countries, as written."""
    from flashgeotext.geotext import GeoText  # noqa: PLC0415 - only where it is installed

    finder = GeoText()

    def find(text: str) -> set[str]:
        found = finder.extract(input_text=text)
        named = (*found["cities"].values(), *found["countries"].values())
        return {words for one in named for words in one["found_as"]}

    return find


FINDERS = {"dateline": dateline, "geotext": geotext, "flashgeotext": flashgeotext}


def main() -> None:
    """Print the line of one finder."""
    name, archive = sys.argv[1:]
    texts = [json.loads(line)["text"] for line in Path(archive).read_text("utf-8").splitlines()]
    try:
        find = FINDERS[name]()
    except ImportError:
        print(f"{name:14} is not installed: left out")
        return
    find(texts[0])
    start = time.process_time()
    for text in texts:
        find(text)
    rate = len(texts) / (time.process_time() - start)
    right = named = found = 0
    for line in _STORIES.read_text("utf-8").splitlines():
        story = json.loads(line)
        wanted, got = {place["text"] for place in story["places"]}, find(story["text"])
        right, named, found = right + len(wanted & got), named + len(wanted), found + len(got)
    # Not what `getrusage` says, which counts what was there before the command began.
    status = Path("/proc/self/status").read_text("ascii")
    most_mb = int(status.partition("VmHWM:")[2].split()[0]) / 1e3
    print(
        f"{name:14} {rate:8,.0f} documents/s {most_mb:6.0f} MB at most  precision "
        f"{right / found:.2f}  recall {right / named:.2f}  F1 {2 * right / (found + named):.2f}"
    )


if __name__ == "__main__":
    main()
