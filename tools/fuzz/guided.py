"""Lets atheris (libFuzzer) change files and texts so that they reach ever more lines of the code.

    python -m tools.fuzz.guided --minutes 10 --on reading      (make fuzz)

The first byte of an input says what the others are: a file, a text, or numbers of words that are
put together; of these only files are tried on reading, the others on claims. The first input that
breaks anything ends the run, and lies in build/fuzz.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import atheris

from tools.fuzz.texts import ODD, WORDS, by_lot

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILES = (
    b"<!DOCTYPE html><html><head><title>A ferry</title></head><body><p>It left Suva.</p></body>",
    b"From: a@b.c\nSubject: A ferry\nDate: Fri, 06 Mar 2026 08:00:00 +0100\n\nIt left Suva.",
    b"{\\rtf1\\ansi A ferry left Suva.\\par It is 10 km.}",
    b"<rss version='2.0'><channel><item><title>A</title><description>It left.</description>",
    b"<newsItem><inlineXML><p>A ferry left Suva.</p></inlineXML></newsItem>",
    b"# A ferry\n\n**It** left [Suva](http://x.example).",
)

with atheris.instrument_imports(include=["geo"]):
    from geo.adapters.documents import kinds, worker
    from geo.errors import ArticleError
    from geo.settings import REPOSITORY, Reader, Settings
    from geo.wiring import kept_services
    from tools.fuzz.line import follow

    _SETTINGS = Settings(reader=Reader.FAST)
    # What loads when it is first needed is to be followed as well.
    for _raw in _FILES:
        worker.answer(kinds.kind_of(_raw, _SETTINGS, name="seed"), _raw, _SETTINGS)
    follow("A train left Lima for Cusco, 570 km away. It is the capital.", kept_services(_SETTINGS))

FOUND = REPOSITORY / "build" / "fuzz"
_FILE, _TEXT, _WORDS = range(3)
_ON = {"reading": (_FILE,), "claims": (_TEXT, _WORDS), "all": (_FILE, _TEXT, _WORDS)}
_PIECES = (*WORDS, *ODD)
_MOST_BYTES = 4_096
_SLOW_S = 10
_SEEDS = 60


def main() -> None:
    """Change inputs for so long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--on", choices=_ON, default="all")
    arguments = parser.parse_args()
    seconds, kinds_tried = 60 * arguments.minutes, _ON[arguments.on]
    corpus = FOUND / f"corpus-{arguments.on}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(_seeds(kinds_tried)):
        (corpus / f"seed-{number}").write_bytes(raw)
    words = FOUND / "words.dict"
    words.write_text("".join(map(_entry, _PIECES)), encoding="ascii")
    atheris.Setup(
        [
            *(sys.argv[0], str(corpus), f"-dict={words}", f"-artifact_prefix={FOUND}/"),
            *(f"-max_total_time={seconds:.0f}", f"-max_len={_MOST_BYTES}", f"-timeout={_SLOW_S}"),
            *("-rss_limit_mb=4096", "-print_final_stats=1"),
        ],
        partial(_try, kinds_tried),
    )
    atheris.Fuzz()  # ends the process itself


def _seeds(kinds_tried: Sequence[int]) -> list[bytes]:
    lot = Random(1)  # noqa: S311 - no secret
    texts = [by_lot(lot).encode(errors="replace") for _ in range(_SEEDS)]
    words = [bytes(lot.randrange(len(_PIECES)) for _ in range(30)) for _ in range(_SEEDS)]
    by_kind = {_FILE: _FILES, _TEXT: texts, _WORDS: words}
    return [
        bytes([number]) + raw for number, kind in enumerate(kinds_tried) for raw in by_kind[kind]
    ]


def _entry(word: str) -> str:
    coded = "".join(f"\\x{byte:02x}" for byte in word.encode())
    return f'"{coded}"\n'


def _try(kinds_tried: Sequence[int], raw: bytes) -> None:
    first, rest = (raw[0], raw[1:]) if raw else (0, b"")
    kind = kinds_tried[first % len(kinds_tried)]
    if kind == _FILE:
        texts = _stories(rest)
    elif kind == _TEXT:
        texts = [rest.decode(errors="replace")]
    else:
        texts = [" ".join(_PIECES[number % len(_PIECES)] for number in rest)]
    for text in texts:
        follow(text, kept_services(_SETTINGS))


def _stories(raw: bytes) -> list[str]:
    """Read bytes as the file that they are, in this process."""
    try:
        kind = kinds.kind_of(raw, _SETTINGS, name="input")
    except ArticleError:
        return []
    if kind is kinds.Kind.TEXT:
        return []
    # What other people's parsers raise on damage must be put into words.
    return [source.text for source in worker.answer(kind, raw, _SETTINGS).sources]


if __name__ == "__main__":
    main()
