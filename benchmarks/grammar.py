"""Measures the grammar of the careful reader: `python -m benchmarks.grammar [FOLDER]`.

FOLDER holds treebanks (``*.conllu`` or ``*.conllu.xz``) that nothing was trained on; without it
``grammar`` in the folder that DATELINE_EVAL names. Each is read twice: with the treebank's own
words, and as plain text, cut into sentences and words by the program. Paragraphs are kept apart
where the treebank marks them (``# newpar``, ``# newdoc``); where it does not, the ends of lines are
lost, which is harder than a text with lines. Then come speed on one core, the time to open the
model in a new process, and its size. ``--model`` names another model's folder.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.grammar_score import MEASURES, bare, paragraphs, score
from geo.adapters.grammar.model import GrammarModel
from geo.read.sentences import split_sentences
from geo.settings import Settings
from geo.text.document import cut_sentence
from tools.train_grammar.treebank import read_treebank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.grammar_score import Paragraph
    from geo.contracts import Sentence

# Other programs on the machine slow the clock: the best run is the nearest to the truth.
_RUNS, _TIMED = 5, 300
_LOAD = """
import sys, time
from pathlib import Path
from geo.contracts import Span
from geo.text.document import cut_sentence
start = time.perf_counter()
from geo.adapters.grammar.model import GrammarModel
text = "The ship left Odesa."
model = GrammarModel(Path(sys.argv[1]))
model.annotate([cut_sentence(Span(start=0, end=len(text), text=text))])
print(time.perf_counter() - start)
"""


def main() -> None:
    """Print the table of each treebank, then speed, load time and size."""
    args = _arguments()
    model = GrammarModel(args.model)
    print(f"{'':24}" + "".join(f"{name:>10}" for name in MEASURES))
    totals: dict[str, list[dict[str, float]]] = {"own words": [], "plain text": []}
    for path in sorted(args.folder.glob("*.conllu*")):
        texts = list(paragraphs(read_treebank(path)))
        wanted = [sentence for text in texts for sentence in text.sentences]
        given = [bare(sentence) for sentence in wanted]
        found = model.annotate(given)
        name = path.name.partition(".")[0]
        for kind, parsed in (("own words", found), ("plain text", _read(model, texts))):
            scores = score(wanted, parsed)
            totals[kind].append(scores)
            _row(f"{name}, {kind}", scores)
    if not totals["own words"]:
        raise SystemExit(f"{str(args.folder)!r} holds no treebank (*.conllu, *.conllu.xz).")
    for kind, rows in totals.items():
        _row(f"mean, {kind}", {m: sum(row[m] for row in rows) / len(rows) for m in MEASURES})
    words = sum(len(sentence.tokens) for sentence in given[:_TIMED])
    seconds = min(_seconds(model, given[:_TIMED]) for _ in range(_RUNS))
    print(f"{words / seconds:,.0f} words a second of one core (best of {_RUNS}; {words:,} words)")
    print(f"opened in {min(_load_times(args.model)):.2f} s (best of {_RUNS})")
    size = sum(path.stat().st_size for path in args.model.iterdir())
    print(f"{size / 1e6:.1f} MB in {args.model.name}")


def _arguments() -> argparse.Namespace:
    named = os.environ.get("DATELINE_EVAL")
    folder = Path(named) / "grammar" if named else None
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", nargs="?", default=folder)
    parser.add_argument(
        "--model", type=Path, default=Settings().data / "models" / "grammar-en", metavar="FOLDER"
    )
    args = parser.parse_args()
    if args.folder is None:
        parser.error("name a FOLDER of treebanks, or set DATELINE_EVAL")
    return args


def _read(model: GrammarModel, texts: Sequence[Paragraph]) -> Sequence[Sentence]:
    spans = (span for text in texts for span in split_sentences(text.span))
    return model.annotate([cut_sentence(span) for span in spans])


def _seconds(model: GrammarModel, sentences: Sequence[Sentence]) -> float:
    start = time.process_time()
    model.annotate(sentences)
    return time.process_time() - start


def _row(name: str, scores: dict[str, float]) -> None:
    print(f"{name:24}" + "".join(f"{scores[measure]:10.4f}" for measure in MEASURES), flush=True)


def _load_times(model: Path) -> list[float]:
    run = [sys.executable, "-c", _LOAD, str(model)]
    return [
        float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own command
        for _ in range(_RUNS)
    ]


if __name__ == "__main__":
    main()
