"""Lets atheris (libFuzzer) change files and texts so that they reach ever more lines of the code.

    python -m tools.fuzz.guided --minutes 10      (make fuzz)

The first byte of an input says what the others are: a file, a text, or numbers of words that are
put together. The first input that breaks anything ends the run, and lies in build/fuzz.
"""

from __future__ import annotations

import argparse
import sys
from random import Random

import atheris

from tools.fuzz.texts import ODD, WORDS, by_lot

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
_PIECES = (*WORDS, *ODD)
_MOST_BYTES = 4_096
_SLOW_S = 10
_SEEDS = 60


def main() -> None:
    """Change inputs for so long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    seconds = 60 * parser.parse_args().minutes
    corpus = FOUND / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(_seeds()):
        (corpus / f"seed-{number}").write_bytes(raw)
    words = FOUND / "words.dict"
    words.write_text("".join(map(_entry, _PIECES)), encoding="ascii")
    atheris.Setup(
        [
            *(sys.argv[0], str(corpus), f"-dict={words}", f"-artifact_prefix={FOUND}/"),
            *(f"-max_total_time={seconds:.0f}", f"-max_len={_MOST_BYTES}", f"-timeout={_SLOW_S}"),
            *("-rss_limit_mb=4096", "-print_final_stats=1"),
        ],
        _try,
    )
    atheris.Fuzz()  # ends the process itself


def _seeds() -> list[bytes]:
    lot = Random(1)  # noqa: S311 - no secret
    texts = [by_lot(lot).encode(errors="replace") for _ in range(_SEEDS)]
    words = [bytes(lot.randrange(len(_PIECES)) for _ in range(30)) for _ in range(_SEEDS)]
    by_kind = ((_FILE, _FILES), (_TEXT, texts), (_WORDS, words))
    return [bytes([kind]) + raw for kind, raws in by_kind for raw in raws]


def _entry(word: str) -> str:
    coded = "".join(f"\\x{byte:02x}" for byte in word.encode())
    return f'"{coded}"\n'


def _try(raw: bytes) -> None:
    kind, rest = (raw[0] % 3, raw[1:]) if raw else (_TEXT, b"")
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
