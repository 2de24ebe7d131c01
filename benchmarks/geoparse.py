"""Gold corpora go in, predictions come out in the format of the scorer, with the time a document.

    python -m benchmarks.geoparse gold/lgl.jsonl gold/geowebnews.jsonl --out predictions.jsonl

The gold is read for its text alone; with ``--spans gold`` its spans are given to the placing stage,
which is then measured by itself. The stages are the real ones; ``--reader fast`` leaves
out grammar.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.adapters.basemap.world import open_basemap
from geo.adapters.gazetteer.lookup import open_gazetteer
from geo.contracts import Relation, Sense, Source, Toponym, ToponymKind
from geo.errors import ArticleError
from geo.read import read_text
from geo.resolve import resolve
from geo.settings import Reader, Settings
from geo.text import make_document
from geo.toponyms import find_toponyms
from geo.wiring import annotator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from geo.contracts import Article, Geocode
    from geo.ports import Boundaries, Gazetteer


def main() -> None:
    """Read the arguments, geoparse every document, write one line each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--spans", choices=("own", "gold"), default="own")
    parser.add_argument("--reader", choices=tuple(Reader), type=Reader, default=Reader.CAREFUL)
    args = parser.parse_args()
    settings = Settings(reader=args.reader)
    services = (open_gazetteer(settings), open_basemap(settings))
    total, count = 0.0, 0
    with args.out.open("w", encoding="utf-8") as out:
        for document in _documents(args.gold):
            record = _record(document, settings, services, use_gold=args.spans == "gold")
            total, count = total + record["seconds"], count + 1
            out.write(json.dumps(record) + "\n")
    print(f"{count} documents in {total:.1f} s: {count / max(total, 1e-9):.0f} a second")


def _documents(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def _record(
    document: dict[str, Any],
    settings: Settings,
    services: tuple[Gazetteer, Boundaries],
    *,
    use_gold: bool,
) -> dict[str, Any]:
    start = time.perf_counter()
    try:
        article, _ = read_text(Source(text=document["text"]), settings)
    except ArticleError:
        rows: list[dict[str, Any]] = []
    else:
        gazetteer, boundaries = services
        if use_gold:
            toponyms = tuple(_given(article, document, gazetteer))
        else:
            read, _ = make_document(article, annotator(settings), gazetteer)
            toponyms = find_toponyms(article, read, gazetteer)
        geocodes, _ = resolve(article, toponyms, gazetteer, boundaries)
        rows = [_row(toponym, geocode) for toponym, geocode in zip(toponyms, geocodes, strict=True)]
    return {
        "corpus": document["corpus"],
        "doc_id": document["doc_id"],
        "seconds": time.perf_counter() - start,
        "toponyms": rows,
    }


def _row(toponym: Toponym, geocode: Geocode) -> dict[str, Any]:
    place = geocode.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "lat": None if place is None else place.lat,
        "lon": None if place is None else place.lon,
        "kind": toponym.kind.value,
        "sense": toponym.sense.value,
        "probability": geocode.probability,
    }


def _given(article: Article, document: dict[str, Any], gazetteer: Gazetteer) -> Iterator[Toponym]:
    """Make toponyms of the gold spans, with nothing else of the gold."""
    none: Relation | None = None
    for number, gold in enumerate(document["toponyms"], 1):
        span = article.span(gold["start"], gold["end"])
        demonym = gazetteer.demonym(span.text)
        yield Toponym(
            id=f"t{number}",
            span=span,
            kind=ToponymKind.DEMONYM if demonym else ToponymKind.NAME,
            sense=Sense.LITERAL,
            name=demonym or span.text,
            relation=none,
        )


if __name__ == "__main__":
    main()
