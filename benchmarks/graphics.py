"""How long stills of an article take to make, and how large they are: a table.

python -m benchmarks.stills [ARTICLE]
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from geo import wiring
from geo.contracts import Source
from geo.export.graphics import write_graphic
from geo.maps.build.article_map import make_spec
from geo.maps.graphic.draw import SIZES, draw_graphic
from geo.pipeline import analyse
from geo.settings import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable

_ARTICLE = REPOSITORY / "data" / "examples" / "armoured-train.txt"
_RUNS = 5


def main(article: Path) -> None:
    """Print the table: the first run with what it loads, and the median of the next ones."""
    services = wiring.services()
    source = Source(text=article.read_text(encoding="utf-8"))
    spec = make_spec(analyse(source, services), wiring.basemap(), services.gazetteer)
    print(f"{article.name}: first run, median of {_RUNS} more, size")
    for size in SIZES:
        poster = _timed(f"draw {size}", partial(draw_graphic, spec, size=size))
        for kind, scale in (("png", 1), ("png", 2), ("png", 3), ("pdf", 1)):
            _timed(
                f"{size} {kind} {scale}x",
                partial(write_graphic, poster, kind, scale=scale),
            )


def _timed(name: str, make: Callable[[], Any]) -> Any:
    start = time.perf_counter()
    made = make()
    first = time.perf_counter() - start
    runs = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        made = make()
        runs.append(time.perf_counter() - start)
    large = f"{len(made) / 1000:,.0f} kB" if isinstance(made, bytes) else ""
    print(f"{name:16} {first:6.2f} s {median(runs):6.2f} s {large:>9}")
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else _ARTICLE)
