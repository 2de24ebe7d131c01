"""Tells the grammar of sentences by a small model of our own that runs on processor cores.

Implements `geo.ports.Annotator`. The model and its papers are in ``data/models/grammar-en``; it is
opened when the first sentence comes.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from geo.adapters.grammar.lemmas import mended
from geo.adapters.grammar.pieces import WordPieces
from geo.adapters.grammar.session import open_session
from geo.adapters.grammar.tree import best_heads
from geo.contracts import Token
from geo.errors import DataMissing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from geo.adapters.grammar.pieces import Pieces
    from geo.contracts import Sentence
    from geo.settings import Settings

SOURCE = "Dateline's English grammar model (UD English EWT and GUM; CC BY-SA 4.0)"

# Longer sentences are lists and tables; a parser trained on sentences is not asked about them.
_MOST_WORDS, _MOST_PIECES = 200, 400
# No word is longer, but for web addresses: a text without spaces is.
_LONGEST_WORD = 500
# The model knows English; of a sentence with fewer Latin letters than this it knows nothing.
_LEAST_LATIN = 0.5
_LATIN_ENDS = 0x024F
_OUTPUTS = ("tags", "forms", "fine", "lemmas", "arcs", "kinds")
# Words of names keep their capitals: "United" of "United States" is an adjective and a name.
_NAMES = ("NNP", "NNPS")


class Labels(NamedTuple):
    """The names behind the numbers that the model gives."""

    tags: tuple[str, ...]
    forms: tuple[str, ...]
    fine: tuple[str, ...]
    lemmas: tuple[tuple[int, str], ...]
    relations: tuple[str, ...]


class _Parts(NamedTuple):
    """All that the files of a model hold."""

    pieces: WordPieces
    session: InferenceSession
    labels: Labels


@lru_cache(maxsize=4)
def open_grammar(settings: Settings) -> GrammarModel:
    """Name the model of the program's data folder; it is opened when it is first needed."""
    folder = settings.data / "models" / "grammar-en"
    return GrammarModel(folder, settings.cache, threads=settings.threads)


class GrammarModel:
    """A tagger, lemmatiser and dependency parser in one ONNX file.

    ``cache`` is the folder to keep the model in as it is run. Sentences are shared out among
    ``threads``; each is still read on one core, so that what is found is the same.
    """

    def __init__(self, folder: Path, cache: Path | None = None, *, threads: int = 1) -> None:
        self._folder = folder
        self._cache = cache
        self._threads = threads
        self._opening = Lock()

    def open(self) -> None:
        """Open the model now, be it in a thread beside others; who needs it meanwhile waits for it.

        Raises
        ------
        DataMissing
            As `annotate`.
        """
        self._opened()

    @property
    def source(self) -> str:
        """What tells the grammar, what it was trained on, and its licence."""
        return SOURCE

    def annotate(self, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        """Give sentences their grammar, each by itself; those too long or not in Latin stay bare.

        Raises
        ------
        DataMissing
            If a file of the model is not there or cannot be opened.
        """
        if self._threads < 2 or len(sentences) < 2:  # noqa: PLR2004 - nothing to share out
            return [self._annotated(sentence) for sentence in sentences]
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self._annotated, sentences))

    def _annotated(self, sentence: Sentence) -> Sentence:
        tokens = sentence.tokens
        if not 0 < len(tokens) <= _MOST_WORDS or not _is_prose(sentence):
            return sentence
        ends = (None, *(token.span.end for token in tokens[:-1]))
        spaced = [token.span.start != end for token, end in zip(tokens, ends, strict=True)]
        pieces = self._opened().pieces.cut([token.span.text for token in tokens], spaced)
        if len(pieces.ids) > _MOST_PIECES:
            return sentence
        return replace(sentence, tokens=tuple(self._told(tokens, pieces)))

    def _told(self, tokens: Sequence[Token], pieces: Pieces) -> list[Token]:
        _, session, labels = self._opened()
        tags, forms, fine, lemmas, arcs, kinds = session.run([*_OUTPUTS], pieces._asdict())
        heads = best_heads(arcs)
        relations = _relations(labels.relations, heads, kinds)
        return [
            # Not `replace`, which takes five times as long, and a story has thousands of words.
            Token(
                span=token.span,
                lower=token.lower,
                tag=labels.tags[tags[i]],
                fine=labels.fine[fine[i]],
                form=labels.forms[forms[i]].strip("_"),
                lemma=_lemma(token, labels.fine[fine[i]], labels.lemmas[lemmas[i]]),
                head=int(heads[i]) - 1,
                relation=relations[i],
            )
            for i, token in enumerate(tokens)
        ]

    def _opened(self) -> _Parts:
        with self._opening:
            return self._parts

    @cached_property
    def _parts(self) -> _Parts:
        return _Parts(self._pieces(), self._session(), self._labels())

    def _pieces(self) -> WordPieces:
        path = self._folder / "vocab.txt"
        self._check(path)
        return WordPieces(path)

    def _labels(self) -> Labels:
        path = self._folder / "labels.json"
        self._check(path)
        table: dict[str, Any] = json.loads(path.read_text("utf-8"))
        rules = [rule.partition(":") for rule in table["lemmas"]]
        return Labels(
            tags=tuple(table["tags"]),
            forms=tuple(table["forms"]),
            fine=tuple(table["fine"]),
            lemmas=tuple((int(cut), ending) for cut, _, ending in rules),
            relations=tuple(table["relations"]),
        )

    def _session(self) -> InferenceSession:
        path = self._folder / "model.onnx"
        self._check(path)
        try:
            return open_session(path, self._cache)
        except Exception as error:  # the library's errors have no base of their own
            raise DataMissing(
                f"The grammar model {str(path)!r} cannot be opened. Get a full checkout, or make "
                "it anew: make train"
            ) from error

    def _check(self, path: Path) -> None:
        if not path.is_file():
            raise DataMissing(
                f"The grammar model's {str(path)!r} is missing. Get a full checkout, or make it "
                "anew: make train"
            )


def _is_prose(sentence: Sentence) -> bool:
    """Whether there are spaces between words, and letters that the model knows."""
    if any(token.span.end - token.span.start > _LONGEST_WORD for token in sentence.tokens):
        return False
    letters = [letter for letter in sentence.span.text if letter.isalpha()]
    latin = sum(ord(letter) <= _LATIN_ENDS for letter in letters)
    return latin >= _LEAST_LATIN * len(letters)


def _relations(
    names: Sequence[str], heads: NDArray[np.int64], kinds: NDArray[np.uint8]
) -> list[str]:
    """Name each word's relation to its head; the root's, and no other's, is "root"."""
    told = [names[kind] for kind in kinds[np.arange(len(heads)), heads]]
    return [
        "root" if head == 0 else "dep" if name == "root" else name
        for head, name in zip(heads, told, strict=True)
    ]


def _lemma(token: Token, fine: str, rule: tuple[int, str]) -> str:
    """Cut a word's ending off, put another, and mend it; names keep their capitals."""
    cut, ending = rule
    word = token.span.text if fine in _NAMES else token.lower
    if cut > len(word):
        return word
    return mended(word, fine, word[: len(word) - cut] + ending or word)
