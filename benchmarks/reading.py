"""How well the story of a page is read: a folder of pages in, their stories as JSON lines out.

`python -m benchmarks.reading FOLDER --out predictions.jsonl` reads every .html and .txt file by the
code that the app and the command line use, and writes `{"id": file stem, "text": the story}` for
each. Without a folder it reads pages of our own (`tools.page_layouts`) and prints the scores: F1 of
runs of four words, over all pages and of the worst, and milliseconds of work a page, by its size.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from geo.adapters.documents import read_document, web_page
from geo.contracts import BlockKind, Source
from geo.errors import ArticleError
from geo.read import read_bytes, read_text
from geo.settings import Settings
from tools.page_layouts.layouts import page
from tools.page_layouts.swollen import swollen

if TYPE_CHECKING:
    from collections.abc import Iterable

_OWN_PAGES, _TIMED_PAGES = 100, 30
_SIZES = (5, 60, 120, 360)
_RUN = 4
_STORY = frozenset({BlockKind.BODY, BlockKind.DATELINE})


def story(source: Source, settings: Settings) -> str:
    """Give the running text of a story: neither headline nor captions."""
    article, _ = read_text(source, settings)
    return "\n\n".join(block.span.text for block in article.blocks if block.kind in _STORY)


def f1(read: str, truth: str) -> float:
    """Score a text by the runs of four words that it shares with the true one, 0 to 1."""
    one, other = _runs(read), _runs(truth)
    return 2 * sum((one & other).values()) / (sum(one.values()) + sum(other.values()))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def predict(paths: Iterable[Path], settings: Settings) -> Iterable[dict[str, str]]:
    """Read files; one that holds no story gives an empty text and a line on standard error."""
    for path in paths:
        try:
            source = read_document(read_bytes(path, settings), settings, name=path.name)
            text = story(source, settings)
        except ArticleError as error:
            sys.stderr.write(f"{error}\n")
            text = ""
        yield {"id": path.stem, "text": text}


def _score_own(settings: Settings) -> None:
    scores: dict[str, list[float]] = {"web pages": [], "pasted as plain text": []}
    web_page.parse(page(0).html.encode(), settings)  # tables are read once
    for seed in range(_OWN_PAGES):
        made = page(seed)
        source = web_page.parse(made.html.encode(), settings)
        scores["web pages"].append(f1(story(source, settings), made.truth))
        pasted = Source(text=made.pasted(seed))
        scores["pasted as plain text"].append(f1(story(pasted, settings), made.truth))
    for name, found in scores.items():
        print(f"{name:22} {sum(found) / len(found):.3f}, worst {min(found):.3f}")
    for kilobytes in _SIZES:
        print(f"{_milliseconds(kilobytes, settings):.1f} ms a web page of {kilobytes} kB and more")


def _milliseconds(kilobytes: int, settings: Settings) -> float:
    raws = [
        swollen(page(seed).html, 1_000 * kilobytes, seed).encode() for seed in range(_TIMED_PAGES)
    ]
    start = process_time()  # in this process, and whatever else the machine does
    for raw in raws:
        web_page.parse(raw, settings)
    return (process_time() - start) / _TIMED_PAGES * 1_000


def main() -> None:
    """Read a folder, or our own pages."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--out", type=Path, default=Path("predictions.jsonl"))
    arguments = parser.parse_args()
    settings = Settings()
    if arguments.folder is None:
        _score_own(settings)
        return
    paths = sorted(p for p in arguments.folder.iterdir() if p.suffix in (".html", ".txt"))
    with arguments.out.open("w", encoding="utf-8") as out:
        for row in predict(paths, settings):
            out.write(f"{json.dumps(row, ensure_ascii=False)}\n")
    print(f"{len(paths):,} files read into {arguments.out}")


if __name__ == "__main__":
    main()
