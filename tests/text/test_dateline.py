"""A dateline hangs on its sentence and is no subject."""

from __future__ import annotations

import pytest

from geo.adapters.grammar.model import open_grammar
from geo.contracts import Sentence, Source, Span
from geo.read import read_text
from geo.settings import Settings
from geo.text import make_document
from geo.text.dateline import parts
from geo.text.document import cut_sentence
from tests.text.trees import index, words

MODEL = open_grammar(Settings())
SENTENCE = "The train stopped in Khasan on Monday."


def cut(text: str) -> Sentence:
    return cut_sentence(Span(start=7, end=7 + len(text), text=text))


@pytest.mark.parametrize(
    "dateline",
    [
        *("ODESA — ", "ODESA, Ukraine – ", "ODESA, Ukraine (AP) — ", "Odesa (Reuters) - "),
        *("TEL AVIV, Israel -- ", "SÃO PAULO – ", "Port Said, Egypt (AP) — "),
        "DAKAR, Senegal (Agence France-Presse) — ",
    ],
)
def test_it_is_parted_from_the_sentence(dateline: str) -> None:
    found = parts(cut(dateline + SENTENCE))
    assert [part.span.text for part in found] == [dateline.strip(), SENTENCE]
    assert found[1].span.start == 7 + len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        *(SENTENCE, "Kim – Putin’s ally – left Pyongyang.", "ODESA", "ODESA – "),
        *("NATO – the alliance – met.", "The U.S. – Mexico border is long.", "Paris - Rome"),
    ],
)
def test_what_is_none_stays(text: str) -> None:
    sentence = cut(text)
    assert parts(sentence) == [sentence]


def test_the_subject_is_that_of_the_sentence() -> None:
    text = f"A train stops\n\nKHASAN, Russia (AP) — {SENTENCE}\n"
    article, _ = read_text(Source(text=text), Settings())
    document, problems = make_document(article, MODEL)
    found = document.sentences[1]
    tree, verb = found.tree, index(found, "stopped")
    assert problems == ()
    assert words(found, tree.subject(verb)) == ["train"]
    assert words(found, tree.root) == ["stopped"]
    assert words(found, *tree.children(verb, "parataxis")) == ["khasan"]
    assert len(tree.subtree(verb)) == len(found.tokens)
    assert all(token.span.text == text[token.span.start : token.span.end] for token in found.tokens)


def test_a_dateline_without_grammar_leaves_none() -> None:
    article, _ = read_text(Source(text=f"KHASAN — {'Word ' * 300}."), Settings())
    document, problems = make_document(article, MODEL)
    assert [sentence.is_parsed for sentence in document.sentences] == [False]
    assert all(token.head < 0 and not token.tag for token in document.sentences[0].tokens)
    assert [problem.code for problem in problems] == ["no-grammar"]
